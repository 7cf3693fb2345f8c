"""What a run of a Word document looks like, by its own properties, its styles and the document's defaults."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ictscore.survey.sheets.raised import Level, level_of
from ictscore.survey.sheets.word.tree import Element

_NO = frozenset({"0", "false", "off"})
_DEEPEST = 20
"""So many styles may be based on each other; a circle ends here."""
_WHITE = "FFFFFF"


class Look(NamedTuple):
    """What of a run's look changes what it says."""

    font: str = ""
    is_struck: bool = False
    is_hidden: bool = False
    is_white: bool = False
    level: Level = ""


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by their ids, its defaults, and the style of paragraphs that name none."""

    by_id: dict[str, Element] = field(default_factory=dict)
    defaults: Element | None = None
    usual: str = ""

    def look(self, paragraph: Element | None, own: Element | None) -> Look:
        """Return the look of a run with the properties ``own`` in a paragraph with the properties ``paragraph``."""
        levels = [*self._levels(paragraph, own)]
        fonts = _first(levels, "rFonts")
        align, colour = _first(levels, "vertAlign"), _first(levels, "color")
        return Look(
            "" if fonts is None else fonts.get("hAnsi") or fonts.get("ascii") or "",
            _is_on(_first(levels, "strike")) or _is_on(_first(levels, "dstrike")),
            _is_on(_first(levels, "vanish")),
            colour is not None and colour.get("val", "").upper() == _WHITE,
            "" if align is None else level_of(align.get("val", "")),
        )

    def is_numbered(self, paragraph: Element | None) -> bool:
        """Return whether Word puts a number or a bullet before a paragraph."""
        own = paragraph.find("numPr") if paragraph is not None else None
        chain = [each.find("pPr/numPr") for each in self._chain(_style(paragraph, "pStyle") or self.usual)]
        found = next((each for each in (own, *chain) if each is not None), None)
        number = found.find("numId") if found is not None else None
        return number is not None and number.get("val", "0") != "0"

    def _levels(self, paragraph: Element | None, own: Element | None) -> Iterator[Element]:
        if own is not None:
            yield own
        for name in (_style(own, "rStyle"), _style(paragraph, "pStyle") or self.usual):
            yield from (each for style in self._chain(name) if (each := style.find("rPr")) is not None)
        if self.defaults is not None:
            yield self.defaults

    def _chain(self, name: str) -> Iterator[Element]:
        for _ in range(_DEEPEST):
            style = self.by_id.get(name)
            if style is None:
                return
            yield style
            name = _style(style, "basedOn")


def styles_in(tree: Element) -> Styles:
    """Return the styles in the part of the styles."""
    styles = tree.findall("style")
    usual = (each.get("styleId", "") for each in styles if each.get("type") == "paragraph" and each.get("default", "0") not in _NO)
    return Styles({each.get("styleId", ""): each for each in styles}, tree.find("docDefaults/rPrDefault/rPr"), next(usual, ""))


def _style(properties: Element | None, kind: str) -> str:
    found = properties.find(kind) if properties is not None else None
    return found.get("val", "") if found is not None else ""


def _first(levels: list[Element], name: str) -> Element | None:
    return next((found for each in levels if (found := each.find(name)) is not None), None)


def _is_on(element: Element | None) -> bool:
    return element is not None and element.get("val", "1") not in _NO
