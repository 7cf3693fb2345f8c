"""Files written whole or not at all: beside the target first, then moved into its place."""

from __future__ import annotations

import errno
import os
import re
import secrets
import zipfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.places import Place

MAKER = "ictscore"
_CORE = "docProps/core.xml"
_SIGNS = (f"<dc:creator>{MAKER}</dc:creator>", f"<cp:lastModifiedBy>{MAKER}</cp:lastModifiedBy>")
_DATES = re.compile(r"<dcterms:(?:created|modified)[^>]*>([^<]*)<")
_NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The first date a packed file can have; we pack all files under it, so that the same input gives the same bytes."""
_MOST_PROPERTIES = 65_536
_MOST_NAMES = 1000


def write_safely(  # noqa: PLR0913 - who may be written over, by whom, and what is said where somebody holds the file
    data: bytes,
    target: Path,
    *,
    force: bool,
    inputs: Sequence[Path],
    is_ours: Callable[[Path], bool],
    notices: list[Finding] | None = None,
) -> Path:
    """Write ``data`` to ``target`` and return where it stands.

    Refused (FileRefused) where the target is one of ``inputs``, where it exists and ``is_ours`` does not hold (unless ``force``), and where
    the system refuses. When another program holds the target open, the finished file stays beside it under another name, which is returned
    and told in ``notices``; without them it is refused, and the refusal tells the name.
    """
    _refuse_if_taken(target, force=force, inputs=inputs, is_ours=is_ours)
    try:
        temporary = _written_beside(data, target)
    except (OSError, ValueError) as problem:
        raise _cannot(target, problem) from None
    try:
        temporary.replace(target)
    except PermissionError:
        kept = _kept(temporary, target)
        if notices is None:
            raise FileRefused(finding("IO404", Place(str(target)), kept=str(kept))) from None
        notices.append(finding("IO414", Place(str(target)), kept=str(kept)))
        return kept
    except OSError as problem:
        temporary.unlink(missing_ok=True)
        raise _cannot(target, problem) from None
    _settle(target.parent)
    return target


def write_all_safely(files: Mapping[Path, bytes], *, force: bool, inputs: Sequence[Path], is_ours: Callable[[Path], bool]) -> None:
    """Write several files, all of them or, as far as the system allows, none: each stands finished beside its target before any is moved.

    Refused (FileRefused, with a finding for each target that is taken) before anything is written. Folders are made where they are missing.
    """
    refused: list[Finding] = []
    for target in files:
        try:
            _refuse_if_taken(target, force=force, inputs=inputs, is_ours=is_ours)
        except FileRefused as refusal:
            refused += refusal.findings
    if refused:
        raise FileRefused(*refused)
    waiting: dict[Path, Path] = {}
    try:
        for target, data in files.items():
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                waiting[_written_beside(data, target)] = target
            except (OSError, ValueError) as problem:
                raise _cannot(target, problem) from None
        _move_all(waiting)
    finally:
        for temporary in waiting:
            temporary.unlink(missing_ok=True)
    for folder in {target.parent for target in files}:
        _settle(folder)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it where they are missing. Raises FileRefused where the system refuses."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as problem:
        raise _cannot(folder, problem) from None


def _move_all(waiting: Mapping[Path, Path]) -> None:
    for temporary, target in waiting.items():
        try:
            temporary.replace(target)
        except OSError as problem:
            raise _cannot(target, problem) from None


def untouched(path: Path) -> bool:
    """Return whether ``path`` is a workbook that we made and nobody has saved since: filling one in makes it its filler's.

    Excel writes down who saved it and when, LibreOffice and libraries date what they pack; ours has no date at all.
    """
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_CORE) as part:
            text = part.read(_MOST_PROPERTIES).decode("utf-8", "replace")
            dates = {each.date_time for each in archive.infolist()}
    except (OSError, KeyError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        return False
    return all(sign in text for sign in _SIGNS) and len(set(_DATES.findall(text))) == 1 and dates == {_NO_DATE}


def _refuse_if_taken(target: Path, *, force: bool, inputs: Sequence[Path], is_ours: Callable[[Path], bool]) -> None:
    place = Place(str(target))
    try:
        exists = target.exists()
        if exists and not target.is_file() and not target.is_dir():
            raise FileRefused(finding("IO407", place))
        if exists and any(each.exists() and target.samefile(each) for each in inputs):
            raise FileRefused(finding("IO402", place))
        if exists and not force and (target.is_dir() or not is_ours(target)):
            raise FileRefused(finding("IO401", place))
        if target.is_dir():  # Windows would say “access denied”, as of a file that another program holds open
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    except (OSError, ValueError) as problem:
        raise _cannot(target, problem) from None


def _written_beside(data: bytes, target: Path) -> Path:
    """Return a new file in the target's folder that holds ``data`` on the disk."""
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _kept(temporary: Path, target: Path) -> Path:
    """Move the finished file to a free name like the target's and return it; where that fails too, it stays where it is."""
    for number in range(2, _MOST_NAMES):
        free = target.with_name(f"{target.stem}_{number}{target.suffix}")
        if not free.exists():
            with suppress(OSError):
                return temporary.replace(free)
    return temporary


def _settle(folder: Path) -> None:
    """Let the folder's new entry reach the disk, where the system can do that for folders."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _cannot(target: Path, problem: OSError | ValueError) -> FileRefused:
    return FileRefused(finding("IO403", Place(str(target)), reason=getattr(problem, "strerror", None) or str(problem)))
