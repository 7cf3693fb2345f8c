"""The records of an .xls stream, and the texts in them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

BOF, EOF, CONTINUE = 0x809, 0x0A, 0x3C

_HEAD = struct.Struct("<HH")
_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08


class Damaged(Exception):
    """A record that is shorter than what it must hold."""


class Record(NamedTuple):
    """One record: its kind, its content, and the contents of the records that continue it."""

    kind: int
    data: bytes
    more: tuple[bytes, ...] = ()


class StoredText(NamedTuple):
    """A text as stored: characters, or bytes in the workbook's code page; runs are where a font begins, and which."""

    text: str | bytes
    runs: tuple[tuple[int, int], ...] = ()


def records(data: bytes, start: int = 0) -> Iterator[Record]:
    """Yield the records of one part of the stream, from its beginning to its end; parts inside it (charts) are passed over."""
    position, inside, depth = start, len(data), 0
    while position + _HEAD.size <= inside:
        kind, length = _HEAD.unpack_from(data, position)
        position += _HEAD.size
        content = data[position : position + length]
        if len(content) < length:
            raise Damaged
        position += length
        more: list[bytes] = []
        while position + _HEAD.size <= inside and data[position] == CONTINUE and data[position + 1] == 0:
            size = _HEAD.unpack_from(data, position)[1]
            position += _HEAD.size + size
            more.append(data[position - size : position])
        depth += (kind == BOF) - (kind == EOF)
        if depth == 0:
            return
        if depth == 1:
            yield Record(kind, content, tuple(more))
    raise Damaged


class Pieces:
    """Reads on through the pieces of a record and those that continue it."""

    __slots__ = ("_at", "_pieces", "_position")

    def __init__(self, record: Record) -> None:
        """Begin at the first byte."""
        self._pieces = (record.data, *record.more)
        self._at = self._position = 0

    def at_end(self) -> bool:
        """Return whether there is nothing left."""
        return self._position >= len(self._pieces[self._at]) and self._at + 1 == len(self._pieces)

    def take(self, count: int) -> bytes:
        """Return so many bytes, wherever they lie."""
        taken = b""
        while count > len(taken):
            piece = self._pieces[self._at][self._position : self._position + count - len(taken)]
            taken += piece
            self._position += len(piece)
            if len(taken) < count:
                self._next()
        return taken

    def text(self, length_bytes: int = 2) -> StoredText:
        """Return the Unicode text that begins here: its length stands before it in so many bytes."""
        length = int.from_bytes(self.take(length_bytes), "little")
        flags = self.take(1)[0]
        runs = int.from_bytes(self.take(2), "little") if flags & _RICH else 0
        extended = int.from_bytes(self.take(4), "little") if flags & _EXTENDED else 0
        characters = self._characters(length, wide=bool(flags & _WIDE))
        stored = self.take(4 * runs)
        self.take(extended)
        return StoredText(characters, tuple(struct.iter_unpack("<HH", stored)))

    def characters(self, length: int) -> str:
        """Return so many characters of a text whose flags come first."""
        return self._characters(length, wide=bool(self.take(1)[0] & _WIDE)) if length else ""

    def _characters(self, length: int, *, wide: bool) -> str:
        """Return so many characters; where they go on in another piece, it says anew how wide they are."""
        taken: list[str] = []
        while length:
            step = 2 if wide else 1
            piece = self._pieces[self._at]
            here = min(length, (len(piece) - self._position) // step)
            content = piece[self._position : self._position + here * step]
            taken.append(content.decode("utf-16-le", "surrogatepass") if wide else content.decode("latin-1"))
            self._position += here * step
            length -= here
            if length:
                self._next()
                wide = bool(self.take(1)[0] & _WIDE)
        text = "".join(taken)
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass") if len(taken) > 1 else text

    def _next(self) -> None:
        if self._at + 1 >= len(self._pieces):
            raise Damaged
        self._at, self._position = self._at + 1, 0
