"""Compound files, the containers of old Office documents: small file systems of sectors in chains."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.places import Place
from ictscore.survey.sheets.inputs import InputFile
from ictscore.words import Phrase, phrase

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = 512
_ENTRY = 128
_LAST_SECTOR = 0xFFFFFFFA
_NO_ENTRY = 0xFFFFFFFF
_STREAM = 2
_IN_HEADER = 109


class _Entry(NamedTuple):
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Compound:
    """The streams at the top of a compound file, by name; nothing is read twice and no chain is followed in a circle."""

    __slots__ = ("_data", "_entries", "_file", "_mini", "_mini_cutoff", "_mini_size", "_next", "_next_mini", "_size")

    def __init__(self, file: InputFile) -> None:
        """Read the tables of a compound file; raise FileRefused when they cannot be right."""
        self._file, self._data = file.name, file.data
        if len(self._data) < _HEADER:
            raise self._refusal(phrase("it has no readable table of contents"))
        shift, mini_shift = struct.unpack_from("<HH", self._data, 30)
        if shift not in (9, 12) or mini_shift != 6:  # noqa: PLR2004 - the only sizes there are
            raise self._refusal(phrase("it has no readable table of contents"))
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        directory, _, self._mini_cutoff, first_mini = struct.unpack_from("<4L", self._data, 48)
        self._next = self._read_table()
        self._entries = self._read_directory(directory)
        root = self._entries[0]
        self._mini = self._chain(root.start, root.size)
        mini_table = self._chain(first_mini) if first_mini < _LAST_SECTOR else b""
        self._next_mini = struct.unpack(f"<{len(mini_table) // 4}L", mini_table[: len(mini_table) // 4 * 4])

    def names(self) -> tuple[str, ...]:
        """Return the names of the streams and folders at the top."""
        return tuple(entry.name for entry in self._top())

    def read(self, name: str) -> bytes | None:
        """Return the stream ``name`` at the top, or None where there is none."""
        entry = next((each for each in self._top() if each.kind == _STREAM and each.name.casefold() == name.casefold()), None)
        if entry is None:
            return None
        if entry.size >= self._mini_cutoff:
            return self._chain(entry.start, entry.size)
        return self._joined(self._mini, self._next_mini, self._mini_size, entry.start, entry.size)

    def _refusal(self, reason: Phrase) -> FileRefused:
        return FileRefused(finding("IO120", Place(self._file), reason=reason))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _read_table(self) -> tuple[int, ...]:
        """Return which sector follows each sector."""
        most = len(self._data) // self._size + 1
        places = list(struct.unpack_from(f"<{_IN_HEADER}L", self._data, 76))
        following, seen = struct.unpack_from("<L", self._data, 68)[0], 0
        while following < _LAST_SECTOR:
            seen += 1
            sector = self._sector(following)
            if seen > most or len(sector) < self._size:
                raise self._refusal(phrase("its table of contents runs in a circle or out of the file"))
            *more, following = struct.unpack(f"<{self._size // 4}L", sector)
            places += more
        table = bytearray()
        for number in places[: most // (self._size // 4) + _IN_HEADER + 1]:
            if number < _LAST_SECTOR:
                table += self._sector(number)
        return struct.unpack(f"<{len(table) // 4}L", table[: len(table) // 4 * 4])

    def _chain(self, start: int, size: int | None = None) -> bytes:
        return self._joined(memoryview(self._data)[self._size :], self._next, self._size, start, size)

    def _joined(self, data: bytes | memoryview, following: tuple[int, ...], step: int, start: int, size: int | None) -> bytes:
        """Return the sectors of a chain; with ``size``, so many bytes."""
        if size is not None and size > len(self._data):
            raise self._refusal(phrase("a part is larger than the file"))
        pieces = bytearray()
        seen, number = 0, start
        while number < _LAST_SECTOR and (size is None or len(pieces) < size):
            seen += 1
            if number >= len(following) or seen > len(following):
                raise self._refusal(phrase("its table of contents runs in a circle or out of the file"))
            pieces += data[number * step : (number + 1) * step]
            number = following[number]
        if size is not None and len(pieces) < size:
            raise self._refusal(phrase("a part is larger than the file"))
        return bytes(pieces if size is None else pieces[:size])

    def _read_directory(self, start: int) -> tuple[_Entry, ...]:
        data = self._chain(start)
        entries = tuple(_entry(data, position) for position in range(0, len(data) - _ENTRY + 1, _ENTRY))
        if not entries:
            raise self._refusal(phrase("it has no readable table of contents"))
        return entries

    def _top(self) -> Iterator[_Entry]:
        """Yield the entries at the top, in the order of their tree; each once."""
        seen: set[int] = set()
        waiting = [self._entries[0].child]
        while waiting:
            number = waiting.pop()
            if number == _NO_ENTRY or number in seen or number >= len(self._entries):
                continue
            seen.add(number)
            entry = self._entries[number]
            yield entry
            waiting += (entry.left, entry.right)


def _entry(data: bytes, position: int) -> _Entry:
    length, kind = struct.unpack_from("<HB", data, position + 64)
    name = data[position : position + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
    left, right, child = struct.unpack_from("<3L", data, position + 68)
    start, size = struct.unpack_from("<2L", data, position + 116)
    return _Entry(name, kind, left, right, child, start, size)
