"""Conditional formats of an OpenDocument spreadsheet that change what people see; LibreOffice writes them in one way, Excel in another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from ictscore.survey.sheets.addresses import Range, parse_range
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.conditional import Look, Rule, concerns
from ictscore.survey.sheets.conditional_looks import Painted, settle_looks
from ictscore.survey.sheets.limits import LAST_COLUMN, LAST_ROW
from ictscore.survey.sheets.ods.names import EXTENSIONS

_EVERYWHERE = Range(1, 1, LAST_ROW, LAST_COLUMN)
_MOST_RULES = 1000
_COMPARES = re.compile(r"(?:cell-content\(\))?\s*(<=|>=|!=|<>|=|<|>)\s*([-+]?[0-9]+(?:\.[0-9]+)?)")
_OPERATORS = {
    "=": "equal", "!=": "notEqual", "<>": "notEqual", "<": "lessThan", "<=": "lessThanOrEqual", ">": "greaterThan",
    ">=": "greaterThanOrEqual",
}  # fmt: skip
_BETWEEN = re.compile(r"(?:cell-content-is-)?(not-)?between\(\s*([-+]?[0-9]+(?:\.[0-9]+)?)\s*[,;]\s*([-+]?[0-9]+(?:\.[0-9]+)?)\s*\)")
_FORMULA = re.compile(r"(?:formula-is|is-true-formula)\((.*)\)")
_OF_ERRORS = {"is-error": "containsErrors", "is-no-error": "notContainsErrors"}
_QUOTED = re.compile(r"'(?:[^']|'')*'")
_NO_VALUES = frozenset({"data-bar", "icon-set"})


class Conditions:
    """Takes the conditional formats of one sheet, each with the name of the style it gives."""

    __slots__ = ("_areas", "_bars", "_mapped", "_rules")

    def __init__(self) -> None:
        """Begin without any."""
        self._areas: tuple[Range, ...] = ()
        self._rules: list[tuple[Rule, str]] = []
        self._bars: list[Rule] = []
        self._mapped: dict[tuple[str, str], set[tuple[int, int]]] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element of the kind that LibreOffice writes behind the rows."""
        kind = name.partition(":")[2]
        if kind == "conditional-format":
            self._areas = _areas(attributes.get(f"{EXTENSIONS} target-range-address", ""))
        elif kind == "condition":
            if len(self._rules) < _MOST_RULES:
                rule = _rule(attributes.get(f"{EXTENSIONS} value", ""), self._areas)
                self._rules.append((rule, attributes.get(f"{EXTENSIONS} apply-style-name", "")))
        elif kind in _NO_VALUES and attributes.get(f"{EXTENSIONS} show-value") == "false" and len(self._bars) < _MOST_RULES:
            self._bars.append(Rule(self._areas, kind, "", ""))

    def take(self, row: int, column: int, mapped: Iterable[tuple[str, str]]) -> None:
        """Take the conditions that the own style of a cell names, each with the style it gives."""
        for each in mapped:
            self._mapped.setdefault(each, set()).add((row, column))

    def cells_among(self, cells: Mapping[tuple[int, int], Cell], hides: Callable[[str], bool]) -> frozenset[tuple[int, int]]:
        """Return the cells that may look blank, by row and column; ``hides`` says of which styles nobody sees anything."""
        hiding = {style for style in {*(style for _, style in self._rules), *(style for _, style in self._mapped)} if hides(style)}
        rules = [*self._bars, *(rule for rule, style in self._rules if style in hiding)]
        found = {key for key, cell in cells.items() if any(concerns(rule, cell) for rule in rules)} if rules else set()
        for (condition, style), keys in self._mapped.items():
            if style in hiding:
                rule = _rule(condition, (_EVERYWHERE,))
                found |= {key for key in keys if key in cells and concerns(rule, cells[key])}
        return frozenset(found)

    def settle(self, cells: dict[tuple[int, int], Cell], look_of: Callable[[str], Look]) -> Painted:
        """Give cells the looks that surely hold; return those that may look blank or otherwise. ``look_of`` says what a style changes."""
        rules = [(rule, look) for rule, style in self._rules if (look := look_of(style)) != Look()]
        blank, otherwise = settle_looks(cells, rules)
        for (condition, style), keys in self._mapped.items():
            concerned = {key: cells[key] for key in keys if key in cells}
            if (look := look_of(style)) != Look():
                more = settle_looks(concerned, [(_rule(condition, (_EVERYWHERE,)), look)])
                blank, otherwise = blank | more.blank, otherwise | more.otherwise
                cells |= concerned
        return Painted(blank, otherwise)


def _rule(condition: str, areas: tuple[Range, ...]) -> Rule:
    """Return a condition as .xlsx files say it; what is none that they know may hold.

    >>> _rule("not-between(5,15)", ())[1:], _rule("formula-is(TRUE())", ())[1:]
    (('cellIs', 'notBetween', '15', '5'), ('expression', '', 'TRUE()', ''))
    """
    if compares := _COMPARES.fullmatch(condition):
        return Rule(areas, "cellIs", _OPERATORS[compares[1]], compares[2])
    if between := _BETWEEN.fullmatch(condition):
        return Rule(areas, "cellIs", "notBetween" if between[1] else "between", between[3], between[2])
    if kind := _OF_ERRORS.get(condition):
        return Rule(areas, kind, "", "")
    formula = _FORMULA.fullmatch(condition)
    return Rule(areas, "expression", "", formula[1] if formula else condition)


def _areas(addresses: str) -> tuple[Range, ...]:
    """Return the areas in a list of addresses, each with the name of its sheet: “Bảng.C2:Bảng.C9 'Trang 1'.D2”."""
    found = (parse_range(":".join(each.rpartition(".")[2] for each in one.split(":"))) for one in _QUOTED.sub("", addresses).split())
    return tuple(each for each in found if each is not None)
