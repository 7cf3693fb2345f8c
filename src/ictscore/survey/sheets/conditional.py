"""Conditional formats that can hide what stands in a cell: which of them, and which cells of a sheet they concern."""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from typing import NamedTuple

from ictscore.survey.sheets.addresses import Range, parse_range
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.colours import WHITE, alike, colour_of
from ictscore.survey.sheets.format_codes import shown_by
from ictscore.survey.sheets.markup import Path
from ictscore.survey.sheets.stored import is_plain_number

_LOOK = ("styleSheet", "dxfs", "dxf")
_NO = ("0", "false")
_MOST_RANGES = 1000
_IS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "equal": operator.eq, "notEqual": operator.ne, "lessThan": operator.lt, "lessThanOrEqual": operator.le, "greaterThan": operator.gt,
    "greaterThanOrEqual": operator.ge,
}  # fmt: skip


class Looks:
    """Takes what the styles of a workbook say of the looks that conditional formats give."""

    __slots__ = ("_fonts", "_grounds", "_hiding", "_last")

    def __init__(self) -> None:
        """Begin without looks."""
        self._last = -1
        self._fonts: dict[int, str] = {}
        self._grounds: dict[int, str] = {}
        self._hiding: set[int] = set()

    def start(self, path: Path, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if path == _LOOK:
            self._last += 1
        elif path == (*_LOOK, "font", "color"):
            self._fonts[self._last] = colour_of(attributes)
        elif path == (*_LOOK, "fill", "patternFill", "bgColor"):
            self._grounds[self._last] = colour_of(attributes)
        elif path == (*_LOOK, "numFmt") and shows_nothing(attributes.get("formatCode", "")):
            self._hiding.add(self._last)

    def hiding(self) -> frozenset[int]:
        """Return the looks in which nobody sees a text, or a number."""
        same = {look for look, font in self._fonts.items() if alike(font, self._grounds.get(look, WHITE))}
        return frozenset(same | self._hiding)


class Rule(NamedTuple):
    """A condition under which cells of some areas take a look in which nobody sees them, as .xlsx files say it."""

    areas: tuple[Range, ...]
    kind: str
    operator: str
    formula: str


class Conditionals:
    """Takes the conditional formats of one worksheet and keeps those that can hide something; ``hiding`` are the looks that do."""

    __slots__ = ("_areas", "_hiding", "_is_hiding", "_rule", "_rules")

    def __init__(self, hiding: Collection[int]) -> None:
        """Begin without any."""
        self._hiding = {str(each) for each in hiding}
        self._areas: tuple[Range, ...] = ()
        self._rule: Rule | None = None
        self._is_hiding = False
        self._rules: list[Rule] = []

    def start(self, name: str, attributes: Mapping[str, str], parts: list[str]) -> None:
        """Take an element beside the rows; ``parts`` is the text that came since the one before."""
        if self._rule is not None and name == "formula":
            parts.clear()
            return
        if name in ("dataBar", "iconSet"):
            self._is_hiding = self._is_hiding or attributes.get("showValue") in _NO
            return
        self._end(parts)
        if name == "conditionalFormatting":
            found = (parse_range(each) for each in attributes.get("sqref", "").split()[:_MOST_RANGES])
            self._areas = tuple(each for each in found if each is not None)
        elif name == "cfRule":
            self._rule = Rule(self._areas, attributes.get("type", ""), attributes.get("operator", ""), "")
            self._is_hiding = attributes.get("dxfId") in self._hiding

    def cells_among(self, cells: Collection[Cell], parts: list[str]) -> frozenset[tuple[int, int]]:
        """Return the cells that may look blank, by row and column."""
        self._end(parts)
        if not self._rules:
            return frozenset()
        return frozenset((cell.row, cell.column) for cell in cells if any(concerns(rule, cell) for rule in self._rules))

    def _end(self, parts: list[str]) -> None:
        if self._rule is not None and self._is_hiding and len(self._rules) < _MOST_RANGES:
            self._rules.append(self._rule._replace(formula="".join(parts).strip()))
        self._rule = None


def concerns(rule: Rule, cell: Cell) -> bool:
    """Return whether a rule may apply to a cell: it stands there, and no plain comparison with a number says that it does not."""
    if not any(each.top <= cell.row <= each.bottom and each.left <= cell.column <= each.right for each in rule.areas):
        return False
    if rule.kind in ("containsBlanks", "containsErrors"):
        return rule.kind == "containsErrors" and cell.kind == "error"
    compare = _IS.get(rule.operator) if rule.kind == "cellIs" else None
    if compare is None or cell.kind != "number" or not (is_plain_number(rule.formula) and is_plain_number(cell.text)):
        return True
    return compare(Fraction(cell.text), Fraction(rule.formula))


def shows_nothing(code: str) -> bool:
    """Return whether a format code shows nothing of a number."""
    section = shown_by(code, Fraction(1)).section
    return bool(code) and not section.digits and not section.before
