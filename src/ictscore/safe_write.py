"""Files written whole or not at all: beside the target first, then moved into its place."""

from __future__ import annotations

import errno
import os
import re
import secrets
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.system_reasons import system_reason
from ictscore.words import N_, phrase

MAKER = "ictscore"
_CORE = "docProps/core.xml"
_OUR_MARKS = {
    _CORE: f"<dc:creator[^>]*>{MAKER}</dc:creator>",
    "docProps/custom.xml": f'name="{MAKER} ',
    "xl/workbook.xml": f'name="_{MAKER}"',
}
"""What shows that a file came from us, whoever saved it since: its maker, the stamp in its properties, the sheet of the stamp."""
_SIGNS = (f"<dc:creator>{MAKER}</dc:creator>", f"<cp:lastModifiedBy>{MAKER}</cp:lastModifiedBy>")
_DATES = re.compile(r"<dcterms:(?:created|modified)[^>]*>([^<]*)<")
_NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The first date a packed file can have; we pack all files under it, so that the same input gives the same bytes."""
_MOST_PROPERTIES = 65_536
_MOST_NAMES = 1000
_MOST_LISTED = 5


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

    Refused (FileRefused) before anything is written where targets are taken: one finding for each reason names them. Folders are made
    where they are missing.
    """
    refused: list[Finding] = []
    for target in files:
        try:
            _refuse_if_taken(target, force=force, inputs=inputs, is_ours=is_ours)
        except FileRefused as refusal:
            refused += refusal.findings
    if refused:
        raise FileRefused(*_told_once(refused))
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


def came_from_us(path: Path) -> bool:
    """Return whether ``path`` is a workbook or Word document that we made, whatever was done to it since."""
    try:
        with zipfile.ZipFile(path) as archive:
            return any(_holds(archive, part, sign) for part, sign in _OUR_MARKS.items())
    except (OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error):
        return False


def _holds(archive: zipfile.ZipFile, name: str, sign: str) -> bool:
    if name not in archive.namelist():
        return False
    with archive.open(name) as part:
        return re.search(sign, part.read(_MOST_PROPERTIES).decode("utf-8", "replace")) is not None


def _told_once(refused: Sequence[Finding]) -> list[Finding]:
    """Return one finding for each reason why files stay as they are: at the first of them, the next ones named in it."""
    by_code: dict[str, list[Finding]] = {}
    for each in refused:
        by_code.setdefault(each.code if "others" in each.values else str(each.place), []).append(each)
    return [replace(alike[0], values={**alike[0].values, **_others(alike)}) for alike in by_code.values()]


def _others(alike: Sequence[Finding]) -> dict[str, object]:
    """Return what is said of the files behind the first: how many they are, and what the first of them are called."""
    names = tuple(Path(each.place.file).name for each in alike[1:])
    if not names:
        return {}
    more = len(names) - _MOST_LISTED
    first = names[:_MOST_LISTED]
    listed = phrase(N_("{names} and {count} more"), names=first, count=str(more)) if more > 0 else first
    return {"others": phrase(N_(" The same holds of {count} further files: {names}."), count=str(len(names)), names=listed)}


def _refuse_if_taken(target: Path, *, force: bool, inputs: Sequence[Path], is_ours: Callable[[Path], bool]) -> None:
    place = Place(str(target))
    try:
        exists = target.exists()
        if exists and not target.is_file() and not target.is_dir():
            raise FileRefused(finding("IO407", place))
        if exists and any(each.exists() and target.samefile(each) for each in inputs):
            raise FileRefused(finding("IO402", place))
        if exists and not force and (target.is_dir() or not is_ours(target)):
            raise FileRefused(finding("IO416" if came_from_us(target) else "IO401", place, others=""))
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
    return FileRefused(finding("IO403", Place(str(target)), reason=system_reason(problem)))
