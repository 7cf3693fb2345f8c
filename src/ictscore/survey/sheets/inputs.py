"""The files people give us: found, opened once, read whole and hashed."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.nearest import nearest
from ictscore.places import Place
from ictscore.survey.sheets.archives import ARCHIVES, Inside, find_inside, is_of_forms, open_archive, same_file
from ictscore.survey.sheets.inputfile import InputFile
from ictscore.survey.sheets.left_out import READ_IN_FOLDERS, RESULTS_SUFFIX, says_nothing, told, why_left_out
from ictscore.survey.sheets.limits import LIMITS, megabytes
from ictscore.survey.sheets.recognised import HEAD, UNSEEN, Recognised, recognised
from ictscore.survey.sheets.word.strangers import ENDINGS, is_stranger
from ictscore.system_reasons import system_reason
from ictscore.words import N_, Phrase, phrase

__all__ = ["READ_IN_FOLDERS", "FoundInputs", "InputFile", "changed_since_read", "find_inputs", "read_input"]

_LONGEST_ON_WINDOWS = 250


@dataclass(frozen=True, slots=True)
class FoundInputs:
    """The files to read, in order, and what was left out."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...]


def read_input(path: Path, limit: int = LIMITS.file_bytes) -> InputFile:
    """Return the bytes of a regular file of at most ``limit`` bytes, in an archive or not; raise FileRefused for anything else."""
    place = Place(str(path))
    try:
        with open(_long(path), "rb", opener=_open_at_once) as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise FileRefused(finding("IO102", place, what=_irregular(status.st_mode)))
            data = stream.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError):
        archive = next((parent for parent in path.parents if parent.is_file()), None)
        if archive is not None:
            return _read_inside(archive, path, limit)
        raise FileRefused(_no_such_file(path)) from None
    except IsADirectoryError:
        raise FileRefused(finding("IO102", place, what=phrase("a folder"))) from None
    except (OSError, ValueError) as problem:
        reason = system_reason(problem)
        raise FileRefused(finding("IO103", place, reason=reason)) from None
    if len(data) > limit:
        raise FileRefused(finding("IO104", place, limit=megabytes(limit)))
    return InputFile(path, str(path), data, hashlib.sha256(data).hexdigest(), len(data), status.st_mtime_ns)


def changed_since_read(file: InputFile) -> tuple[Finding, ...]:
    """Return a warning when somebody has saved, moved or deleted ``file`` since it was read."""
    try:
        status = (file.archive or file.path).stat()
        changed = status.st_mtime_ns != file.modified_ns or (file.archive is None and status.st_size != file.size)
    except OSError:
        changed = True
    return (finding("IO110", Place(file.name)),) if changed else ()


def find_inputs(paths: Sequence[Path], aside: Path | None = None) -> FoundInputs:
    """Return the files of ``paths`` in order; folders and zip archives give the workbooks and CSV files in them, sorted.

    Lock files and the like are left out and listed, and so is the folder ``aside`` where it lies in one of them. A path that does not exist
    is kept: reading it says so. So are results where nothing else is given.
    """
    search = _Search(aside)
    for given in _whole(paths):
        search.take(given)
    files = search.once()
    results = () if files else tuple(path for path in paths if path.is_file() and path.name.lower().endswith(RESULTS_SUFFIX))
    return FoundInputs(files or results, () if results else tuple(search.findings))


def _whole(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the paths without the rest of a name that was cut at its blanks, for want of quotes: its beginning says which was meant."""
    rest = 0
    for at, given in enumerate(paths):
        if rest:
            rest -= 1
            continue
        yield given
        if not given.exists():
            ends = range(len(paths), at + 1, -1)
            whole = (end - at - 1 for end in ends if _composed_alike(Path(" ".join(map(str, paths[at:end])))).exists())
            rest = next(whole, 0)


class _Search:
    """Looks for files in what was given, in order."""

    def __init__(self, aside: Path | None) -> None:
        self._aside = aside.resolve() if aside is not None else None
        self.findings: list[Finding] = []
        self._files: dict[Path, Path] = {}
        self._inside: dict[Path, Inside] = {}

    def take(self, given: Path) -> None:
        """Take a file, a folder or an archive."""
        path = given if given.exists() else _composed_alike(given)
        inside = path.is_dir()
        taken = [self._take_file(each, in_folder=inside) for each in (self._walk(path) if inside else [path])]
        if inside and not any(taken):
            self.findings.append(finding("IO112", Place(str(path))))

    def _walk(self, folder: Path) -> Iterator[Path]:
        """Yield the files of a folder and of its visible subfolders, sorted; links to folders are not followed."""
        for path in sorted(folder.iterdir()):
            if not path.is_dir():
                yield path
            elif self._aside is not None and path.resolve() == self._aside:
                self.findings.append(finding("IO111", Place(str(path)), reason=phrase("it holds the evidence")))
            elif not path.name.startswith(".") and not path.is_symlink():
                yield from self._walk(path)

    def once(self) -> tuple[Path, ...]:
        """Return the files; of one that is in an archive and given elsewhere too, the other."""
        outside: dict[int, list[Path]] = {}
        for path in self._files.values() if self._inside else ():
            if path not in self._inside and path.is_file():
                outside.setdefault(path.stat().st_size, []).append(path)
        seen: dict[tuple[int, int], str] = {}
        for key, inside in self._inside.items():
            other = next((str(path) for path in outside.get(inside.size, ()) if same_file(inside, path)), None)
            other = other or seen.get((inside.size, inside.check_sum))
            seen.setdefault((inside.size, inside.check_sum), inside.short_name)
            if other:
                del self._files[key]
                self.findings.append(finding("IO136", Place(inside.name), other=other))
        return tuple(self._files.values())

    def _take_file(self, path: Path, *, in_folder: bool) -> bool:
        """Take one file; return whether it is read, now or already."""
        key = Path(os.path.realpath(path))  # where resolve() gives up on links that lead in a circle
        reason = why_left_out(path, in_folder=in_folder) or (phrase("it was given twice") if key in self._files else None)
        if says_nothing(path, reason) and (found := _recognised(path)).verdict != "nothing":
            self.findings += found.told(path, Place(str(path)))
            if found.verdict == "read":
                self._files[key] = path
            return found.verdict == "read"
        if reason is None and in_folder and path.suffix.lower() in ENDINGS and _is_stranger(path):
            reason = phrase("it is a Word document, and no form of ours")
        if reason:
            self.findings.append(told(path, Place(str(path)), reason))
        elif path.suffix.lower() in ARCHIVES and path.is_file():
            return self._take_archive(path)
        else:
            self._files[key] = path
        return key in self._files

    def _take_archive(self, path: Path) -> bool:
        try:
            if not is_of_forms(path):
                self._files[path.resolve()] = path
                return True
            found, findings = find_inside(path)
        except FileRefused as refusal:
            self.findings += refusal.findings
            return True  # it is no empty folder, and the refusal says why
        self.findings += findings
        for each in found:
            self._files[each.path] = each.path
            self._inside[each.path] = each
        return True


def _recognised(path: Path) -> Recognised:
    """Return what a file is whose ending says nothing; one that cannot be opened is to be read, which says why it cannot."""
    try:
        if not path.is_file():  # a link to nothing, a socket
            return Recognised("nothing")
        with open(_long(path), "rb", opener=_open_at_once) as stream:
            return recognised(stream.read(HEAD), lambda: read_input(path))
    except OSError:
        return Recognised("read")
    except FileRefused:
        return UNSEEN


def _is_stranger(path: Path) -> bool:
    try:
        return is_stranger(read_input(path))
    except FileRefused:
        return False


def _read_inside(archive: Path, path: Path, limit: int) -> InputFile:
    """Return a file of an archive."""
    opened = open_archive(archive)
    inside = opened.find(path.relative_to(archive).as_posix())
    if inside is None:
        raise FileRefused(finding("IO101", Place(str(path))))
    if inside.size > limit:
        raise FileRefused(finding("IO104", Place(inside.name), limit=megabytes(limit)))
    data = opened.content(inside)
    return InputFile(path, inside.name, data, hashlib.sha256(data).hexdigest(), len(data), archive.stat().st_mtime_ns, archive)


def _no_such_file(path: Path) -> Finding:
    """Return that there is no such file, or a link to none, with the one perhaps meant: a name cut at its first blank, or a near miss."""
    if path.is_symlink():
        return finding("IO103", Place(str(path)), reason=phrase(N_("it is a link to a file that is not there")))
    try:
        names = [each.name for each in path.parent.iterdir() if each.is_dir() or each.suffix.lower() in READ_IN_FOLDERS]
    except (OSError, ValueError):
        names = []
    wanted = _fold(path.name)
    begun = [name for name in names if wanted and _fold(name).startswith(wanted)]
    meant = begun[0] if len(begun) == 1 else nearest(path.name, begun or names)
    return finding("IO130", Place(str(path)), known=str(path.with_name(meant))) if meant else finding("IO101", Place(str(path)))


def _composed_alike(path: Path) -> Path:
    """Return the file whose name differs only in how its letters are composed: to people it is the same name."""
    try:
        return next((each for each in path.parent.iterdir() if _fold(each.name) == _fold(path.name) and each.exists()), path)
    except (OSError, ValueError):
        return path


def _fold(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _long(path: Path) -> str:
    """Return a path for opening: Windows wants a sign before very long ones."""
    if sys.platform != "win32" or len(str(path)) < _LONGEST_ON_WINDOWS:
        return str(path)
    return f"\\\\?\\{path.absolute()}"


def _open_at_once(path: str, flags: int) -> int:
    """Open without waiting: a pipe nobody writes to would hold us for ever."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _irregular(mode: int) -> Phrase:
    if stat.S_ISFIFO(mode):
        return phrase("a pipe")
    return phrase("a folder") if stat.S_ISDIR(mode) else phrase("a device")
