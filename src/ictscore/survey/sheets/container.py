"""The zip archive a workbook is, guarded: nothing is unpacked beyond the limits, nothing damaged is handed on."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from itertools import zip_longest
from typing import NamedTuple

from ictscore.errors import FileRefused
from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.inputfile import InputFile
from ictscore.survey.sheets.limits import LIMITS, Limits, megabytes
from ictscore.words import phrase

_LOCAL = struct.Struct("<4s2B4HL2L2H")
ENCRYPTED = 0x1 | 0x40 | 0x2000
_SIZES_FOLLOW = 0x8
_UNKNOWN_SIZE = 0xFFFFFFFF


class Part(NamedTuple):
    """One unpacked part of a workbook."""

    file: str
    name: str
    data: bytes


class Container:
    """The parts of a workbook file; what is unpacked is counted over all of them."""

    __slots__ = ("_data", "_entries", "_limits", "_unpacked", "file")

    def __init__(self, file: InputFile, limits: Limits = LIMITS) -> None:
        """Check the archive's directory; raise FileRefused for one that no honest program writes."""
        self._data = file.data
        self.file = file.name
        self._limits = limits
        self._unpacked = 0
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in self._directory():
            self._take(entry)

    def __contains__(self, name: object) -> bool:
        """Return whether there is such a part, in capitals or small letters."""
        return isinstance(name, str) and name.casefold() in self._entries

    def names(self) -> tuple[str, ...]:
        """Return the names of all parts."""
        return tuple(_name(entry) for entry in self._entries.values())

    def read(self, name: str) -> Part:
        """Return the part ``name``, unpacked and checked to its last byte."""
        entry = self._entries.get(name.casefold())
        if entry is None:
            raise self.refusal("IO201", part=shown(name))
        return Part(self.file, name, self.unpacked(entry))

    def unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        """Return what an entry unpacks to, checked to its last byte."""
        name = _name(entry)
        content = self._inflate(entry, self._packed(entry))
        if len(content) != entry.file_size:
            raise self.refusal("IO129", part=shown(name), reason=phrase("its size is not the declared one"))
        if zlib.crc32(content) != entry.CRC:
            raise self.refusal("IO129", part=shown(name), reason=phrase("it does not match its check sum"))
        self._unpacked += len(content)
        return content

    def refusal(self, code: str, **values: object) -> FileRefused:
        """Return the exception that refuses this file."""
        return FileRefused(Finding(code, Place(self.file), values))

    def _directory(self) -> list[zipfile.ZipInfo]:
        if self._data.count(zipfile.stringCentralDir) > self._limits.parts:  # type: ignore[attr-defined]  # counted before zipfile makes objects
            raise self.refusal("IO121", limit=self._limits.parts)
        try:
            with zipfile.ZipFile(BytesIO(self._data)) as archive:
                entries, end = archive.infolist(), archive.start_dir
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, struct.error, EOFError, OSError):
            raise self.refusal("IO120", reason=phrase("it has no readable table of contents")) from None
        by_offset = sorted(entries, key=lambda each: each.header_offset)
        for entry, following in zip_longest(by_offset, by_offset[1:]):
            if not 0 <= entry.header_offset <= self._end_of(entry) <= (following.header_offset if following else end):
                raise self.refusal("IO123", part=shown(_name(entry)))
        return entries

    def _take(self, entry: zipfile.ZipInfo) -> None:
        name = _name(entry)
        if name.casefold() in self._entries:
            raise self.refusal("IO122", part=shown(name))
        if entry.flag_bits & ENCRYPTED:
            raise self.refusal("IO124", part=shown(name))
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self.refusal("IO125", part=shown(name), method=entry.compress_type)
        self._entries[name.casefold()] = entry

    def _end_of(self, entry: zipfile.ZipInfo) -> int:
        """Return where an entry ends: its own header, which the directory does not describe, and its packed bytes."""
        header = self._header(entry)
        return entry.header_offset + _LOCAL.size + header[-2] + header[-1] + entry.compress_size

    def _header(self, entry: zipfile.ZipInfo) -> tuple[int, ...]:
        try:
            signature, *header = _LOCAL.unpack_from(self._data, entry.header_offset)
        except struct.error:
            signature, header = b"", []
        if signature != b"PK\x03\x04":
            raise self.refusal("IO120", reason=phrase("a part does not begin where the table of contents says"))
        return tuple(header)

    def _packed(self, entry: zipfile.ZipInfo) -> bytes:
        """Return the packed bytes of an entry whose own header agrees with the directory."""
        _, _, flags, method, _, _, check_sum, packed_size, size, name_length, _ = self._header(entry)
        start = entry.header_offset + _LOCAL.size
        name = self._data[start : start + name_length].decode("utf-8" if flags & 0x800 else "cp437", errors="replace")
        wanted = (entry.CRC, entry.compress_size, entry.file_size)
        told = all(
            told in (0 if flags & _SIZES_FOLLOW else true, _UNKNOWN_SIZE, true)
            for told, true in zip((check_sum, packed_size, size), wanted, strict=True)
        )
        if name != entry.orig_filename or method != entry.compress_type or not told:
            raise self.refusal("IO129", part=shown(_name(entry)), reason=phrase("its header disagrees with the table of contents"))
        end = self._end_of(entry)
        return self._data[end - entry.compress_size : end]

    def _inflate(self, entry: zipfile.ZipInfo, packed: bytes) -> bytes:
        code, most, limit = self._most(len(packed))
        if entry.compress_type == zipfile.ZIP_STORED:
            content, whole = packed, True
        else:
            unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                content = unpacker.decompress(packed, most + 1)
            except zlib.error:
                raise self.refusal("IO129", part=shown(_name(entry)), reason=phrase("it cannot be unpacked")) from None
            whole = unpacker.eof and not unpacker.unused_data
        if len(content) > most:
            raise self.refusal(code, part=shown(_name(entry)), limit=limit)
        if not whole:
            raise self.refusal("IO129", part=shown(_name(entry)), reason=phrase("it does not end where it should"))
        return content

    def _most(self, packed_size: int) -> tuple[str, int, str]:
        """Return how many bytes may come out of so many packed ones: the finding beyond, the number, and the limit for reading."""
        limits = self._limits
        by_ratio = max(limits.inflate_free_bytes, limits.inflate_ratio * packed_size)
        return min(
            ("IO126", limits.part_bytes, megabytes(limits.part_bytes)),
            ("IO127", limits.all_bytes - self._unpacked, megabytes(limits.all_bytes)),
            ("IO128", by_ratio, str(limits.inflate_ratio)),
            key=lambda each: each[1],
        )


def _name(entry: zipfile.ZipInfo) -> str:
    """Return a part's name as the standard writes it; some programs write backslashes."""
    return entry.orig_filename.replace("\\", "/")
