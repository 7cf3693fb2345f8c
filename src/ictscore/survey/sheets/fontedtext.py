"""Texts that know the fonts they were typed in, and what becomes of those in old Vietnamese fonts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import Collector, shown
from ictscore.survey.sheets.oldfonts import convert, could_be_unicode, encoding_of, is_unicode

Run = tuple[str, str]
"""The font of a piece of text (blank for the cell's own font) and the piece."""


class FontedText(str):
    """A text as stored, with its runs; no cell that is handed on has one."""

    __slots__ = ("runs",)
    runs: tuple[Run, ...]

    @classmethod
    def of(cls, runs: Iterable[Run], font: str = "") -> Self:
        """Return the text of ``runs``; those without a font of their own have ``font``."""
        kept = tuple((own or font, piece) for own, piece in runs)
        text = cls("".join(piece for _, piece in kept))
        text.runs = kept
        return text


def in_font(text: str, font: str) -> FontedText:
    """Return a text in the font of its cell."""
    return FontedText.of(text.runs if isinstance(text, FontedText) else (("", text),), font)


def settle_fonts(cells: dict[tuple[int, int], Cell], sheet: str, found: Collector) -> None:
    """Turn every text that knows its fonts into the text people see, with a finding where it differs from what is stored."""
    for key in sorted(key for key, cell in cells.items() if isinstance(cell.text, FontedText)):
        cell = cells[key]
        assert isinstance(cell.text, FontedText)
        cells[key] = cell._replace(text=_settled(cell.text, sheet, cell.address, found))


def _settled(text: FontedText, sheet: str, address: str, found: Collector) -> str:
    stored = str(text)
    old = [(font, piece) for font, piece in text.runs if encoding_of(font) and not piece.isascii()]
    if not old:
        return stored
    font, encoding = old[0][0], encoding_of(old[0][0])
    if any(is_unicode(piece) for _, piece in old):
        found.add("IO247", sheet, address, read=shown(stored), font=shown(font))
        return stored
    unknown = "".join(convert(piece, font).unknown for font, piece in old)
    meant = "".join(convert(piece, font).text if encoding_of(font) else piece for font, piece in text.runs)
    if unknown:
        points = " ".join(f"U+{ord(char):04X}" for char in dict.fromkeys(unknown))
        found.add("IO249", sheet, address, read=shown(stored), meant=shown(meant), font=shown(font), unknown=points)
    elif all(could_be_unicode(piece) for _, piece in old):
        found.add("IO248", sheet, address, read=shown(stored), meant=shown(meant), font=shown(font), encoding=encoding)
    else:
        found.add("IO246", sheet, address, read=shown(stored), meant=shown(meant), font=shown(font), encoding=encoding)
    return meant
