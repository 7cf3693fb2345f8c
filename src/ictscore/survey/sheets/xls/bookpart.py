"""The first part of an .xls stream: sheets, texts, fonts and formats of the whole workbook."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from ictscore.survey.sheets.colours import alike, indexed
from ictscore.survey.sheets.limits import Limits
from ictscore.survey.sheets.oldfonts import encoding_of
from ictscore.survey.sheets.raised import Level
from ictscore.survey.sheets.styles import GENERAL, Format, format_of, understand
from ictscore.survey.sheets.xls.records import Pieces, Record, StoredText, records

EXCEL_5, EXCEL_97 = 0x500, 0x600

_PAGES = {367: "ascii", 932: "cp932", 936: "gbk", 949: "cp949", 950: "cp950", 10000: "mac_roman", 32768: "mac_roman"}
_KINDS = {0: "sheet", 1: "macro", 2: "chart", 6: "module"}


class TooMuch(Exception):
    """More of something than the limits allow."""

    def __init__(self, limit: int, what: str) -> None:
        """Name the limit and what there is too much of."""
        self.limit, self.what = limit, what


class Locked(Exception):
    """The workbook is encrypted."""


class SheetEntry(NamedTuple):
    """A sheet as the workbook lists it: where its part begins, whether people see it, and what it is."""

    name: str
    start: int
    hidden: bool
    kind: str


_NO_FONT, _STRUCK, _WHITE = 4, 0x0008, 65
_LEVELS: dict[int, Level] = {1: "above", 2: "below"}
"""The number no font has, the bit of a font that crosses out, and the number of the colour of a window."""


_BORDERS, _BORDERS_AT = struct.Struct("<2L"), 10


@dataclass(slots=True)
class BookPart:
    """What the sheets of a workbook share."""

    version: int = EXCEL_97
    writer: tuple[int, int] = (0, 0)
    """The build and the year of the program that wrote the workbook, as it says."""
    code_page: str = "cp1252"
    from_1904: bool = False
    sheets: list[SheetEntry] = field(default_factory=list)
    texts: list[StoredText] = field(default_factory=list)
    fonts: list[str] = field(default_factory=list)
    struck: list[bool] = field(default_factory=list)
    """Which of the fonts cross out."""
    levels: list[Level] = field(default_factory=list)
    """Which of the fonts stand above or below the line."""
    codes: dict[int, Format] = field(default_factory=dict)
    styles: list[tuple[int, int]] = field(default_factory=list)
    """The font and the number format of each cell style."""
    colours: list[int] = field(default_factory=list)
    """The number of the colour of each font."""
    grounds: list[int | None] = field(default_factory=list)
    """The number of the colour that fills the cells of each style, None where a pattern does."""
    slashed: list[bool] = field(default_factory=list)
    """Through the cells of which styles a border runs from corner to corner."""
    palette: dict[int, str] = field(default_factory=dict)
    """The colours of the workbook's own."""

    def format_of(self, style: int) -> Format | None:
        """Return the number format of a style, None where there is no such style."""
        if style >= len(self.styles):
            return None
        font, number = self.styles[style]
        found = format_of(number, self.codes)
        struck, unseen, slashed = self.is_struck(font), self._is_unseen(font, style), self.slashed[style]
        number_of_ground = self.grounds[style]
        ground = "" if number_of_ground in (None, _WHITE) else self.colour(number_of_ground)
        return (
            found._replace(struck=struck, unseen=unseen, ground=ground, slashed=slashed) if struck or unseen or ground or slashed else found
        )

    def font_of(self, style: int) -> str:
        """Return the name of a style's font when it is an old one, else nothing."""
        return self.old_font(self.styles[style][0]) if style < len(self.styles) else ""

    def old_font(self, number: int) -> str:
        """Return the name of a font when it is an old one; no font has the number 4."""
        name = self.font(number)
        return name if encoding_of(name) else ""

    def font(self, number: int) -> str:
        """Return the name of a font."""
        index = number - (number > _NO_FONT)
        return self.fonts[index] if index < len(self.fonts) else ""

    def is_struck(self, number: int) -> bool:
        """Return whether a font crosses out."""
        index = number - (number > _NO_FONT)
        return index < len(self.struck) and self.struck[index]

    def _is_unseen(self, font: int, style: int) -> bool:
        """Return whether a font has the colour of the cells of a style."""
        index, ground = font - (font > _NO_FONT), self.grounds[style]
        return index < len(self.colours) and ground is not None and alike(self.colour(self.colours[index]), self.colour(ground))

    def colour(self, number: int) -> str:
        """Return a colour by its number: the workbook's own, or one that every workbook has."""
        return self.palette.get(number) or indexed(number)

    def level_of(self, number: int) -> Level:
        """Return whether a font stands above or below the line."""
        index = number - (number > _NO_FONT)
        return self.levels[index] if index < len(self.levels) else ""

    def decode(self, text: str | bytes, font: str = "") -> str:
        """Return a text; bytes in an old font are what that font's codes are, whatever the code page."""
        if isinstance(text, str):
            return text
        return text.decode("cp1252" if font else self.code_page, "replace")


def read_book_part(data: bytes, limits: Limits) -> BookPart:
    """Return what the part at the beginning of a stream says."""
    book = BookPart()
    for record in records(data):
        read = _READ.get(record.kind)
        if read is not None:
            read(book, record, limits)
    return book


def _begin(book: BookPart, record: Record, _: Limits) -> None:
    if not book.fonts:
        (book.version,) = struct.unpack_from("<H", record.data)
        book.writer = struct.unpack_from("<4xHH", record.data)


def _page(book: BookPart, record: Record, _: Limits) -> None:
    (number,) = struct.unpack_from("<H", record.data)
    book.code_page = f"cp{number}" if 1250 <= number <= 1258 else _PAGES.get(number, "cp1252")  # noqa: PLR2004


def _days(book: BookPart, record: Record, _: Limits) -> None:
    book.from_1904 = struct.unpack_from("<H", record.data)[0] == 1


def _locked(_book: BookPart, _record: Record, _: Limits) -> None:
    raise Locked


def _sheet(book: BookPart, record: Record, _: Limits) -> None:
    start, hidden, kind = struct.unpack_from("<LBB", record.data)
    name = short_text(book, record._replace(data=record.data[6:]))
    book.sheets.append(SheetEntry(name, start, bool(hidden & 3), _KINDS.get(kind, "sheet")))


def short_text(book: BookPart, record: Record) -> str:
    """Return a text with its length in one byte."""
    if book.version >= EXCEL_97:
        return book.decode(Pieces(record).text(1).text)
    return book.decode(record.data[1 : 1 + record.data[0]])


def _font(book: BookPart, record: Record, _: Limits) -> None:
    (look,) = struct.unpack_from("<H", record.data, 2)
    (colour,) = struct.unpack_from("<H", record.data, 4)
    book.colours.append(colour)
    (raised,) = struct.unpack_from("<H", record.data, 8)
    book.struck.append(bool(look & _STRUCK))
    book.levels.append(_LEVELS.get(raised, ""))
    book.fonts.append(short_text(book, record._replace(data=record.data[14:])))


def _format(book: BookPart, record: Record, _: Limits) -> None:
    (number,) = struct.unpack_from("<H", record.data)
    rest = record._replace(data=record.data[2:])
    code = book.decode(Pieces(rest).text().text) if book.version >= EXCEL_97 else short_text(book, rest)
    book.codes[number] = understand(code) if code else GENERAL


def _style(book: BookPart, record: Record, _: Limits) -> None:
    book.styles.append(struct.unpack_from("<HH", record.data))
    book.grounds.append(_ground(record.data, is_new=book.version >= EXCEL_97))
    book.slashed.append(book.version >= EXCEL_97 and _is_slashed(record.data))


def _ground(data: bytes, *, is_new: bool) -> int | None:
    """Return the number of the colour that fills the cells of a style, None where a pattern does, or the record does not say."""
    if len(data) < (20 if is_new else 16):
        return None
    pattern = data[17] >> 2 if is_new else data[10] & 0x3F
    colour = data[18 if is_new else 8] & 0x7F
    return {0: _WHITE, 1: colour}.get(pattern)


def _is_slashed(data: bytes) -> bool:
    """Return whether a style has a border from corner to corner, in a kind of line that is seen."""
    if len(data) < _BORDERS_AT + _BORDERS.size:
        return False
    sides, colours = _BORDERS.unpack_from(data, _BORDERS_AT)
    return bool(sides >> 30) and bool(colours >> 21 & 0xF)


def _palette(book: BookPart, record: Record, _: Limits) -> None:
    (count,) = struct.unpack_from("<H", record.data)
    for number, (red, green, blue) in enumerate(struct.iter_unpack("<BBBx", record.data[2 : 2 + 4 * count]), start=8):
        book.palette[number] = f"{red:02X}{green:02X}{blue:02X}"


def _texts(book: BookPart, record: Record, limits: Limits) -> None:
    (count,) = struct.unpack_from("<L", record.data, 4)
    if count > limits.strings:
        raise TooMuch(limits.strings, "texts")
    pieces = Pieces(record)
    pieces.take(8)
    while len(book.texts) < count and not pieces.at_end():  # a wrong count is no fault where no cell points beyond
        book.texts.append(pieces.text())


_READ: dict[int, Callable[[BookPart, Record, Limits], None]] = {
    0x809: _begin,
    0x42: _page,
    0x22: _days,
    0x2F: _locked,
    0x85: _sheet,
    0x31: _font,
    0x41E: _format,
    0x92: _palette,
    0xE0: _style,
    0xFC: _texts,
}
