"""Texts that know the fonts they were typed in, and what becomes of those in old Vietnamese fonts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Self

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


class Fonts:
    """Gives texts the fonts of their cells; cells that share a text and a font share the result."""

    __slots__ = ("_made",)

    def __init__(self) -> None:
        """Begin without texts."""
        self._made: dict[tuple[int, str], tuple[str, FontedText]] = {}

    def give(self, text: str, font: str) -> FontedText:
        """Return a text in the font of its cell."""
        made = self._made.get((id(text), font))
        if made is None:  # the text is kept beside: no other can get its identity
            made = text, FontedText.of(text.runs if isinstance(text, FontedText) else (("", text),), font)
            self._made[id(text), font] = made
        return made[1]


class _Settled(NamedTuple):
    text: str
    code: str = ""
    values: Mapping[str, object] = {}


def settle_fonts(cells: dict[tuple[int, int], Cell], sheet: str, found: Collector) -> None:
    """Turn every text that knows its fonts into the text people see, with a finding where it differs from what is stored."""
    settled: dict[int, _Settled] = {}
    for key in sorted(key for key, cell in cells.items() if isinstance(cell.text, FontedText)):
        cell = cells[key]
        assert isinstance(cell.text, FontedText)
        known = settled.get(id(cell.text)) or settled.setdefault(id(cell.text), _settle(cell.text))
        if known.code:
            found.add(known.code, sheet, cell.address, **known.values)
        cells[key] = cell._replace(text=known.text)


def _settle(text: FontedText) -> _Settled:
    stored = str(text)
    old = [(font, piece) for font, piece in text.runs if encoding_of(font) and not piece.isascii()]
    if not old:
        return _Settled(stored)
    values: dict[str, object] = {"read": shown(stored), "font": shown(old[0][0])}
    if any(is_unicode(piece) for _, piece in old):
        return _Settled(stored, "IO247", values)
    unknown = dict.fromkeys("".join(convert(piece, font).unknown for font, piece in old))
    meant = "".join(convert(piece, font).text if encoding_of(font) else piece for font, piece in text.runs)
    values["meant"] = shown(meant)
    if unknown:
        return _Settled(meant, "IO249", {**values, "unknown": " ".join(f"U+{ord(char):04X}" for char in unknown)})
    code = "IO248" if all(could_be_unicode(piece) for _, piece in old) else "IO246"
    return _Settled(meant, code, {**values, "encoding": encoding_of(old[0][0])})
