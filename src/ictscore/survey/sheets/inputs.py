"""The files people give us: found, opened once, read whole and hashed."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.survey.sheets.limits import LIMITS, megabytes
from ictscore.words import Phrase, phrase

READ_IN_FOLDERS = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".csv", ".tsv"})

_RESULTS_SUFFIX = ".results.xlsx"
_ANSWERS_ABOUT_UNITS = "unit-matches.xlsx"
_NEVER_READ = frozenset({"thumbs.db", ".ds_store", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file as it was when it was read; ``name`` is the path as people gave it."""

    path: Path
    name: str
    data: bytes = field(repr=False)
    sha256: str
    size: int
    modified_ns: int = 0


@dataclass(frozen=True, slots=True)
class FoundInputs:
    """The files to read, in order, and what was left out."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...]


def read_input(path: Path, limit: int = LIMITS.file_bytes) -> InputFile:
    """Return the bytes of a regular file of at most ``limit`` bytes; raise FileRefused for anything else."""
    place = Place(str(path))
    try:
        with open(path, "rb", opener=_open_at_once) as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise FileRefused(finding("IO102", place, what=_irregular(status.st_mode)))
            data = stream.read(limit + 1)
    except FileNotFoundError:
        raise FileRefused(finding("IO101", place)) from None
    except IsADirectoryError:
        raise FileRefused(finding("IO102", place, what=phrase("a folder"))) from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise FileRefused(finding("IO103", place, reason=reason)) from None
    if len(data) > limit:
        raise FileRefused(finding("IO104", place, limit=megabytes(limit)))
    return InputFile(path, str(path), data, hashlib.sha256(data).hexdigest(), len(data), status.st_mtime_ns)


def changed_since_read(file: InputFile) -> tuple[Finding, ...]:
    """Return a warning when somebody has saved, moved or deleted ``file`` since it was read."""
    try:
        status = file.path.stat()
        changed = (status.st_size, status.st_mtime_ns) != (file.size, file.modified_ns)
    except OSError:
        changed = True
    return (finding("IO110", Place(file.name)),) if changed else ()


def find_inputs(paths: Sequence[Path]) -> FoundInputs:
    """Return the files of ``paths`` in order; folders give the workbooks and CSV files in them, sorted.

    Lock files and the like are left out and listed. A path that does not exist is kept: reading it says so. So are results where nothing
    else is given.
    """
    files: dict[Path, Path] = {}
    findings: list[Finding] = []
    for given in paths:
        inside = given.is_dir()
        candidates = list(_walk(given)) if inside else [given]
        taken = 0
        for path in candidates:
            reason = _left_out(path, in_folder=inside) or (phrase("it was given twice") if path.resolve() in files else None)
            if reason:
                findings.append(finding("IO111", Place(str(path)), reason=reason))
            else:
                files[path.resolve()] = path
            taken += reason is None or path.resolve() in files
        if inside and not taken:
            findings.append(finding("IO112", Place(str(given))))
    results = () if files else tuple(path for path in paths if path.is_file() and path.name.lower().endswith(_RESULTS_SUFFIX))
    return FoundInputs(tuple(files.values()) or results, () if results else tuple(findings))


def _open_at_once(path: str, flags: int) -> int:
    """Open without waiting: a pipe nobody writes to would hold us for ever."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _irregular(mode: int) -> Phrase:
    if stat.S_ISFIFO(mode):
        return phrase("a pipe")
    return phrase("a folder") if stat.S_ISDIR(mode) else phrase("a device")


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and of its visible subfolders, sorted; links to folders are not followed."""
    for path in sorted(folder.iterdir()):
        if not path.is_dir():
            yield path
        elif not path.name.startswith(".") and not path.is_symlink():
            yield from _walk(path)


def _left_out(path: Path, *, in_folder: bool) -> Phrase | None:
    """Return why ``path`` is not read, or None."""
    name = path.name.lower()
    if name.startswith(("~$", ".~lock.")):
        return phrase("Excel keeps it while the workbook is open")
    if name in _NEVER_READ or name.startswith("._"):
        return phrase("the system made it")
    if name.endswith(_RESULTS_SUFFIX):
        return phrase("it holds results")
    if in_folder and name == _ANSWERS_ABOUT_UNITS:
        return phrase("it holds answers about unit names")
    if in_folder and path.suffix.lower() not in READ_IN_FOLDERS:
        return phrase("it is neither a workbook nor a CSV file")
    return None
