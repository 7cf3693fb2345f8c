"""Conditional formats that can hide what stands in a cell: which of them, and which cells of a sheet they concern."""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from ictscore.survey.sheets.addresses import Range, parse_range
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.colours import BLACK, WHITE, alike, colour_of
from ictscore.survey.sheets.format_codes import shown_by
from ictscore.survey.sheets.markup import Path
from ictscore.survey.sheets.stored import is_plain_number

LOOK = ("styleSheet", "dxfs", "dxf")
_NO = ("0", "false")
MOST_RANGES = 1000
_IS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "equal": operator.eq, "notEqual": operator.ne, "lessThan": operator.lt, "lessThanOrEqual": operator.le, "greaterThan": operator.gt,
    "greaterThanOrEqual": operator.ge,
}  # fmt: skip
_CONSTANTS = {"TRUE": True, "TRUE()": True, "1": True, "FALSE": False, "FALSE()": False, "0": False}
_OF_KINDS: dict[str, Callable[[Cell], bool]] = {
    "containsBlanks": lambda cell: not cell.text.strip(),
    "notContainsBlanks": lambda cell: bool(cell.text.strip()),
    "containsErrors": lambda cell: cell.kind == "error",
    "notContainsErrors": lambda cell: cell.kind != "error",
}


class Look(NamedTuple):
    """What a conditional format changes of a cell: the colour of its letters alone, its number format, and whether it is crossed out."""

    font: str = ""
    code: str = ""
    struck: bool = False


class Looks:
    """Takes what the styles of a workbook say of the looks that conditional formats give."""

    __slots__ = ("_codes", "_fonts", "_grounds", "_hiding", "_last", "_struck")

    def __init__(self) -> None:
        """Begin without looks."""
        self._last = -1
        self._fonts: dict[int, str] = {}
        self._grounds: dict[int, str] = {}
        self._hiding: set[int] = set()
        self._codes: dict[int, str] = {}
        self._struck: set[int] = set()

    def start(self, path: Path, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if path == LOOK:
            self._last += 1
        elif path == (*LOOK, "font", "color"):
            self._fonts[self._last] = colour_of(attributes)
        elif path == (*LOOK, "fill", "patternFill", "bgColor"):
            self._grounds[self._last] = colour_of(attributes)
        elif path == (*LOOK, "font", "strike") and attributes.get("val", "1") not in _NO:
            self._struck.add(self._last)
        elif path == (*LOOK, "numFmt") and shows_nothing(attributes.get("formatCode", "")):
            self._hiding.add(self._last)
        elif path == (*LOOK, "numFmt"):
            self._codes[self._last] = attributes.get("formatCode", "")

    def hiding(self) -> frozenset[int]:
        """Return the looks in which nobody sees a text, or a number."""
        same = {look for look, font in self._fonts.items() if alike(font, self._grounds.get(look, WHITE))}
        black = {look for look, ground in self._grounds.items() if look not in self._fonts and alike(ground, BLACK)}
        return frozenset(same | black | self._hiding)

    def changing(self) -> Mapping[int, Look]:
        """Return the looks that change something else, or hide it where the cell has their colour."""
        fonts = {look: font for look, font in self._fonts.items() if look not in self._grounds}
        return {
            look: Look(fonts.get(look, ""), self._codes.get(look, ""), look in self._struck)
            for look in sorted({*fonts, *self._codes, *self._struck})
        }


class Rule(NamedTuple):
    """A condition under which cells of some areas take a look in which nobody sees them, as .xlsx files say it."""

    areas: tuple[Range, ...]
    kind: str
    operator: str
    formula: str
    first: str = ""
    """The first of two formulas."""


class Conditionals:
    """Takes the conditional formats of one worksheet and keeps those that change something; ``hiding`` are the looks that hide all."""

    __slots__ = ("_areas", "_changing", "_formulas", "_hiding", "_is_hiding", "_look", "_looks", "_rule", "_rules")

    def __init__(self, hiding: Collection[int], looks: Mapping[int, Look] = MappingProxyType({})) -> None:
        """Begin without any."""
        self._hiding = {str(each) for each in hiding}
        self._looks = {str(look): each for look, each in looks.items()}
        self._look: Look | None = None
        self._changing: list[tuple[Rule, Look]] = []
        self._formulas = 0
        self._areas: tuple[Range, ...] = ()
        self._rule: Rule | None = None
        self._is_hiding = False
        self._rules: list[Rule] = []

    def start(self, name: str, attributes: Mapping[str, str], parts: list[str]) -> None:
        """Take an element beside the rows; ``parts`` is the text that came since the one before."""
        if self._rule is not None and name == "formula":
            if self._formulas:
                self._rule = self._rule._replace(first="".join(parts).strip())
            self._formulas += 1
            parts.clear()
            return
        if name in ("dataBar", "iconSet"):
            self._is_hiding = self._is_hiding or attributes.get("showValue") in _NO
            return
        self._end(parts)
        if name == "conditionalFormatting":
            found = (parse_range(each) for each in attributes.get("sqref", "").split()[:MOST_RANGES])
            self._areas = tuple(each for each in found if each is not None)
        elif name == "cfRule":
            self._rule = Rule(self._areas, attributes.get("type", ""), attributes.get("operator", ""), "")
            self._is_hiding = attributes.get("dxfId") in self._hiding
            self._look, self._formulas = self._looks.get(attributes.get("dxfId", "")), 0

    def cells_among(self, cells: Collection[Cell], parts: list[str]) -> frozenset[tuple[int, int]]:
        """Return the cells that may look blank, by row and column."""
        self._end(parts)
        if not self._rules:
            return frozenset()
        return frozenset((cell.row, cell.column) for cell in cells if any(concerns(rule, cell) for rule in self._rules))

    def changing(self, parts: list[str]) -> list[tuple[Rule, Look]]:
        """Return the rules that change how something looks, with what they make of it."""
        self._end(parts)
        return self._changing

    def _end(self, parts: list[str]) -> None:
        if self._rule is not None:
            rule = self._rule._replace(formula="".join(parts).strip() if self._formulas else "")
            if self._is_hiding and len(self._rules) < MOST_RANGES:
                self._rules.append(rule)
            if self._look is not None and len(self._changing) < MOST_RANGES:
                self._changing.append((rule, self._look))
        self._rule = None


def concerns(rule: Rule, cell: Cell) -> bool:
    """Return whether a rule may apply to a cell: it stands there, and no plain comparison with a number says that it does not."""
    return holds(rule, cell) is not False


def holds(rule: Rule, cell: Cell) -> bool | None:
    """Return whether a rule applies to a cell, as far as it can be told without calculating formulas; None where it may."""
    if not any(each.top <= cell.row <= each.bottom and each.left <= cell.column <= each.right for each in rule.areas):
        return False
    if rule.kind in _OF_KINDS:
        return _OF_KINDS[rule.kind](cell)
    if rule.kind == "expression":
        return _CONSTANTS.get(rule.formula.upper())
    bounds = [each for each in (rule.first, rule.formula) if each]
    if rule.kind != "cellIs" or cell.kind != "number" or not all(map(is_plain_number, (cell.text, *bounds))):
        return None
    value, limits = Fraction(cell.text), [Fraction(each) for each in bounds]
    if rule.operator in ("between", "notBetween") and len(limits) > 1:
        return (min(limits) <= value <= max(limits)) == (rule.operator == "between")
    compare = _IS.get(rule.operator)
    return None if compare is None or not limits else compare(value, limits[-1])


def shows_nothing(code: str) -> bool:
    """Return whether a format code shows nothing of a number."""
    section = shown_by(code, Fraction(1)).section
    return bool(code) and not section.digits and not section.before
