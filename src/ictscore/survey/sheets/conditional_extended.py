"""Conditional formats of the kind that Excel 2010 added: they stand at the end of a worksheet, each with a look of its own.

Excel writes there the rules whose formulas name another sheet, and bars and signs of its newer kinds.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from ictscore.survey.sheets.addresses import parse_range
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.conditional import LOOK, MOST_RANGES, Look, Looks, Rule, concerns
from ictscore.survey.sheets.markup import Path

_NO = ("0", "false")
_SECTIONS = frozenset({"font", "fill", "numFmt", "border"})
_INSIDE: dict[tuple[str, str], Path] = {
    ("font", "color"): (*LOOK, "font", "color"),
    ("font", "strike"): (*LOOK, "font", "strike"),
    ("fill", "bgColor"): (*LOOK, "fill", "patternFill", "bgColor"),
    ("numFmt", "numFmt"): (*LOOK, "numFmt"),
}
"""What says how cells look, by the part of a look it stands in: the lines of borders have colours too."""


class _Extended(NamedTuple):
    """A rule with the number of its look, or one that shows a bar or a sign in place of the number."""

    rule: Rule
    look: int = -1
    hides: bool = False


class ExtendedConditionals:
    """Takes the elements of such formats, names of other namespaces marked; the cells are named behind all rules for them."""

    __slots__ = ("_kept", "_last", "_looks", "_open", "_section", "_waiting")

    def __init__(self) -> None:
        """Begin without any."""
        self._looks, self._last = Looks(), -1
        self._open = self._section = ""
        self._waiting: list[_Extended] = []
        self._kept: list[_Extended] = []

    def start(self, name: str, attributes: Mapping[str, str], parts: list[str]) -> None:
        """Take an element behind the rows; ``parts`` is the text that came since the one before."""
        self._end(parts)
        if name == "?conditionalFormatting":
            self._waiting = []
        elif name == "?cfRule":
            self._waiting.append(_Extended(Rule((), attributes.get("type", ""), attributes.get("operator", ""), "")))
        elif not self._waiting:
            return
        elif name in ("?f", "?sqref"):
            self._open = name
            parts.clear()
        elif name == "?dxf":
            self._last += 1
            self._looks.start(LOOK, {})
            self._waiting[-1] = self._waiting[-1]._replace(look=self._last)
        elif name in ("?dataBar", "?iconSet"):
            self._waiting[-1] = self._waiting[-1]._replace(hides=attributes.get("showValue") in _NO)
        else:
            self._section = name if name in _SECTIONS else self._section
            if (path := _INSIDE.get((self._section, name))) is not None:
                self._looks.start(path, attributes)

    def cells_among(self, cells: Collection[Cell], parts: list[str]) -> frozenset[tuple[int, int]]:
        """Return the cells that may look blank, by row and column."""
        self._end(parts)
        hiding = self._looks.hiding()
        rules = [each.rule for each in self._kept if each.hides or each.look in hiding]
        return frozenset((cell.row, cell.column) for cell in cells if any(concerns(rule, cell) for rule in rules)) if rules else frozenset()

    def changing(self) -> list[tuple[Rule, Look]]:
        """Return the rules that change how something looks, with what they make of it."""
        changing = self._looks.changing()
        return [(each.rule, changing[each.look]) for each in self._kept if each.look in changing]

    def _end(self, parts: list[str]) -> None:
        """Take the formula or the cells that were said."""
        opened, said = self._open, "".join(parts).strip()
        self._open = ""
        if opened == "?f":
            last = self._waiting[-1]
            self._waiting[-1] = last._replace(rule=last.rule._replace(first=last.rule.formula, formula=said))
        elif opened == "?sqref":
            found = (parse_range(each) for each in said.split()[:MOST_RANGES])
            areas = tuple(each for each in found if each is not None)
            self._kept += [each._replace(rule=each.rule._replace(areas=areas)) for each in self._waiting]
            self._kept = self._kept[:MOST_RANGES]
            self._waiting = []
