"""Many survey files read side by side in several processes, and given back in the order asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from ictscore.rulebook.model import Rulebook
from ictscore.survey.file_read import FileRead, FileReader
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.options import ReadOptions

_WORTH_A_PROCESS = 25
"""How many files a further process must have to read before it earns what it costs to start."""
_AT_ONCE = 4

_reader: FileReader | None = None
"""The reader of a worker process, made once when it starts."""


def read_files(paths: Sequence[Path], rulebook: Rulebook, rulebook_hash: str, options: ReadOptions) -> Iterator[FileRead]:
    """Yield what each file holds, in the order of ``paths``, whoever read it; what the workers leave is read here."""
    workers, done = worker_count(len(paths), options.workers), 0
    if workers > 1:
        for each in _side_by_side(paths, workers, (rulebook, rulebook_hash, options)):
            done += 1
            yield each
    if done < len(paths):
        reader = FileReader(Vocabulary(rulebook), rulebook_hash, options)
        yield from map(reader.read, paths[done:])


def _side_by_side(paths: Sequence[Path], workers: int, begin: tuple[Rulebook, str, ReadOptions]) -> Iterator[FileRead]:
    """Yield what the first files hold, as far as workers live: a machine may refuse processes, and a guard may end them."""
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor  # noqa: PLC0415 - most runs read a few files

    try:
        pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=begin)
    except (OSError, NotImplementedError):
        return
    try:
        yield from pool.map(_read, paths, chunksize=_AT_ONCE)
    except (BrokenExecutor, OSError):
        pool.shutdown(wait=False, cancel_futures=True)
    finally:
        pool.shutdown(cancel_futures=True)


def worker_count(files: int, wanted: int | None) -> int:
    """Return how many processes read so many files: what was wanted, else one for each processor that has enough to do.

    >>> worker_count(10, None), worker_count(600, 3), worker_count(2, 8)
    (1, 3, 2)
    """
    if wanted is not None:
        return max(1, min(wanted, files))
    return max(1, min(os.cpu_count() or 1, files // _WORTH_A_PROCESS))


def _begin(rulebook: Rulebook, rulebook_hash: str, options: ReadOptions) -> None:
    global _reader  # noqa: PLW0603 - a worker has one rulebook all its life
    _reader = FileReader(Vocabulary(rulebook), rulebook_hash, options)


def _read(path: Path) -> FileRead:
    assert _reader is not None
    return _reader.read(path)
