"""Many survey files read side by side in several processes, and given back in the order asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from ictscore.rulebook.model import Rulebook
from ictscore.survey.file_read import FileRead, FileReader
from ictscore.survey.options import ReadOptions
from ictscore.survey.vocabulary import Vocabulary

_WORTH_A_PROCESS = 25
"""How many files a further process must have to read before it earns what it costs to start."""
_AT_ONCE = 4

_reader: FileReader | None = None
"""The reader of a worker process, made once when it starts."""


def read_files(paths: Sequence[Path], rulebook: Rulebook, rulebook_hash: str, options: ReadOptions) -> Iterator[FileRead]:
    """Yield what each file holds, in the order of ``paths``, whoever read it."""
    workers = worker_count(len(paths), options.workers)
    if workers < 2:  # noqa: PLR2004 - one process is no crowd
        reader = FileReader(Vocabulary(rulebook), rulebook_hash, options)
        yield from map(reader.read, paths)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - most runs read a few files

    pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(rulebook, rulebook_hash, options))
    try:
        yield from pool.map(_read, paths, chunksize=_AT_ONCE)
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
