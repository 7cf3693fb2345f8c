"""Zip archives of forms: a folder in one file, looked into under guard and never unpacked to anywhere."""

from __future__ import annotations

import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath

from ictscore.errors import FileRefused
from ictscore.findings import Finding, errors_among, finding
from ictscore.places import Place
from ictscore.survey.sheets.container import ENCRYPTED, Container
from ictscore.survey.sheets.inputfile import InputFile
from ictscore.survey.sheets.left_out import says_nothing, told, why_left_out
from ictscore.survey.sheets.limits import LIMITS, MEGABYTE, megabytes
from ictscore.survey.sheets.recognised import HEAD, UNSEEN, Recognised, recognised
from ictscore.survey.sheets.word.strangers import ENDINGS, is_stranger
from ictscore.system_reasons import system_reason
from ictscore.words import phrase

ARCHIVES = frozenset({".zip"})
_MOST_BYTES = 200 * MEGABYTE
_MOST_UNPACKED = 500 * MEGABYTE
_LIMITS = replace(LIMITS, parts=5_000, part_bytes=LIMITS.file_bytes, all_bytes=1_000_000 * MEGABYTE)
"""Of one file; what all unpack to is told by the table of contents, which each file is held against."""

_OF_ONE_DOCUMENT = ("[content_types].xml", "mimetype")
_BEHIND = " › "
_MADE_BY_SYSTEM = "__MACOSX/"


@dataclass(frozen=True, slots=True)
class Inside:
    """A file in an archive: the path it is asked for by, the name people see, and what the archive says of it."""

    path: Path
    name: str
    entry: zipfile.ZipInfo

    @property
    def size(self) -> int:
        """Return how long it is."""
        return self.entry.file_size

    @property
    def short_name(self) -> str:
        """Return the name without the folder of the archive."""
        return f"{Path(self.name.partition(_BEHIND)[0]).name}{_BEHIND}{self.name.partition(_BEHIND)[2]}"

    @property
    def check_sum(self) -> int:
        """Return the check sum of its bytes."""
        return self.entry.CRC


class FormsArchive(Container):
    """The files in an archive, by the paths they are asked for by; those that cannot be read have a finding each."""

    __slots__ = ("_files", "_path", "findings")

    def __init__(self, path: Path, file: InputFile) -> None:
        """Read the table of contents; raise FileRefused for one that no honest program writes."""
        self._path = path
        self._files: dict[str, Inside] = {}
        self.findings: list[Finding] = []
        super().__init__(file, _LIMITS)
        if sum(each.size for each in self._files.values()) > _MOST_UNPACKED:
            raise self.refusal("IO135", limit=megabytes(_MOST_UNPACKED))

    def __iter__(self) -> Iterator[Inside]:
        """Yield the files, sorted by name."""
        yield from sorted(self._files.values(), key=lambda each: (*each.path.parts[:-1], each.path.stem, each.path.suffix))

    def is_document(self) -> bool:
        """Return whether the archive is one document: a workbook is a zip archive too."""
        return any(self._key(name) in self._files for name in _OF_ONE_DOCUMENT)

    def find(self, name: str) -> Inside | None:
        """Return a file by its path in the archive."""
        return self._files.get(self._key(name))

    def content(self, inside: Inside) -> bytes:
        """Return the bytes of a file, checked to the last."""
        try:
            return self.unpacked(inside.entry)
        except FileRefused as refusal:
            raise FileRefused(*(replace(each, place=Place(inside.name)) for each in refusal.findings)) from None

    def _take(self, entry: zipfile.ZipInfo) -> None:
        name = readable_name(entry)
        if name.endswith("/"):
            return
        inside = Inside(self._path / name, f"{self._path}{_BEHIND}{name}", entry)
        problem = None
        if self._key(name) in self._files:
            problem = finding("IO139", Place(inside.name))
        elif entry.flag_bits & ENCRYPTED:
            problem = finding("IO133", Place(inside.name))
        elif entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            problem = finding("IO137", Place(inside.name), method=entry.compress_type)
        if problem:
            self.findings.append(problem)
        else:
            self._files[self._key(name)] = inside

    @staticmethod
    def _key(name: str) -> str:
        return name.casefold()


def is_of_forms(path: Path) -> bool:
    """Return whether a zip archive holds files of its own, and is not a workbook itself."""
    return not open_archive(path).is_document()


def find_inside(path: Path) -> tuple[tuple[Inside, ...], tuple[Finding, ...]]:
    """Return the workbooks and CSV files in an archive, sorted, and what was left out."""
    archive = open_archive(path)
    files: list[Inside] = []
    findings = list(archive.findings)
    for inside in archive:
        inner = PurePosixPath(inside.path.relative_to(path).as_posix())
        reason = phrase("the system made it") if f"{inner}".startswith(_MADE_BY_SYSTEM) else why_left_out(inner, in_folder=True)
        if says_nothing(inner, reason) and (found := _recognised(archive, inside)).verdict != "nothing":
            findings += found.told(inner, Place(inside.name))
            files += [inside] if found.verdict == "read" else []
        elif reason:
            findings.append(told(inner, Place(inside.name), reason))
        elif inner.suffix.lower() in ARCHIVES:
            findings.append(finding("IO132", Place(inside.name)))
        elif inner.suffix.lower() in ENDINGS and _is_stranger(archive, inside):
            findings.append(finding("IO111", Place(inside.name), reason=phrase("it is a Word document, and no form of ours")))
        else:
            files.append(inside)
    if not files and not errors_among(findings):
        findings.append(finding("IO131", Place(str(path))))
    return tuple(files), tuple(findings)


def _recognised(archive: FormsArchive, inside: Inside) -> Recognised:
    if inside.size > LIMITS.file_bytes:
        return UNSEEN
    try:
        file = InputFile(inside.path, inside.name, archive.content(inside), "", inside.size)
    except FileRefused:
        return UNSEEN
    return recognised(file.data[:HEAD], lambda: file)


def _is_stranger(archive: FormsArchive, inside: Inside) -> bool:
    if inside.size > LIMITS.file_bytes:
        return False
    try:
        return is_stranger(InputFile(inside.path, inside.name, archive.content(inside), "", inside.size))
    except FileRefused:
        return False


def open_archive(path: Path) -> FormsArchive:
    """Return the archive at ``path``; the last one is kept, for its files are asked for one after the other."""
    try:
        status = path.stat()
    except OSError as problem:
        raise FileRefused(finding("IO103", Place(str(path)), reason=system_reason(problem))) from None
    return _opened(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=1)
def _opened(path: Path, modified_ns: int, size: int) -> FormsArchive:
    if size > _MOST_BYTES:
        raise FileRefused(finding("IO104", Place(str(path)), limit=megabytes(_MOST_BYTES)))
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise FileRefused(finding("IO103", Place(str(path)), reason=system_reason(problem))) from None
    return FormsArchive(path, InputFile(path, str(path), data, "", len(data), modified_ns))


def same_file(inside: Inside, path: Path) -> bool:
    """Return whether a file outside has the very bytes of one inside an archive."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return len(data) == inside.size and zlib.crc32(data) == inside.check_sum


def readable_name(entry: zipfile.ZipInfo) -> str:
    """Return the name of a file in an archive as people typed it, harmless as a path: steps that would lead out of it are signs only.

    Names that are not marked as UTF-8 are in the code page of the system that packed them: UTF-8 all the same on a Mac, Windows-1258 here.
    """
    name = entry.orig_filename
    if not entry.flag_bits & 0x800 and not name.isascii():
        stored = name.encode("cp437", "replace")
        for encoding in ("utf-8", "cp1258"):
            try:
                name = stored.decode(encoding)
            except UnicodeDecodeError:
                continue
            break
    folder = "/" if name.endswith(("/", "\\")) else ""
    steps = [step for step in name.replace("\\", "/").split("/") if step not in ("", ".")]
    harmless = "/".join("__" if step == ".." else _printable(step) for step in steps)
    return unicodedata.normalize("NFC", harmless) + folder


def _printable(step: str) -> str:
    return "".join(char if char.isprintable() and char not in ':*?"<>|' else "_" for char in step)
