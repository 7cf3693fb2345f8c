"""Conditional formats of an .xls sheet that can hide what stands in a cell, cross it out, or show it as something else."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import NamedTuple

from ictscore.survey.sheets.addresses import Range
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.colours import WHITE, alike
from ictscore.survey.sheets.conditional import Look, Rule, concerns, shows_nothing
from ictscore.survey.sheets.xls.records import Pieces, Record

_MOST_RULES, _MOST_AREAS = 1000, 1000
_OPERATORS = {
    1: "between", 2: "notBetween", 3: "equal", 4: "notEqual", 5: "greaterThan", 6: "lessThan", 7: "greaterThanOrEqual",
    8: "lessThanOrEqual",
}  # fmt: skip
_PERCENTAGES = {9: "0%", 10: "0.00%"}
"""The formats every program knows by number that show another number than is stored."""
_COMPARES, _TRUTH, _INTEGER, _NUMBER = 1, 0x1D, 0x1E, 0x1F
_HAS_FORMAT, _HAS_FONT, _HAS_ALIGNMENT, _HAS_BORDER, _HAS_FILL = (1 << bit for bit in range(25, 30))
_FONT_SIZE, _LINE_AT, _COLOUR_AT, _KEPT_AT, _ALIGNMENT_SIZE, _BORDER_SIZE = 118, 68, 80, 88, 8, 8
_STRUCK = 0x80
_NO_COLOUR = 0xFFFFFFFF
_HEAD = 12
"""How many bytes of a condition stand before the parts of its look."""


class _Look(NamedTuple):
    """What a condition changes of the look of a cell: colours by their numbers, None where it leaves them, and a format code."""

    font: int | None = None
    ground: int | None = None
    code: str = ""
    struck: bool = False


class Conditions:
    """Takes the conditional formats of one sheet; ``colour`` tells a colour by its number."""

    def __init__(self, colour: Callable[[int], str]) -> None:
        """Begin without any."""
        self._colour = colour
        self._areas: tuple[Range, ...] = ()
        self._rules: list[Rule] = []
        self._changing: list[tuple[Rule, Look]] = []

    def take_areas(self, record: Record) -> None:
        """Take the cells that the conditions which follow concern."""
        (count,) = struct.unpack_from("<H", record.data, 12)
        count = min(count, (len(record.data) - 14) // 8, _MOST_AREAS)
        corners = struct.iter_unpack("<4H", record.data[14 : 14 + 8 * count])
        self._areas = tuple(Range(top + 1, left + 1, bottom + 1, right + 1) for top, bottom, left, right in corners)

    def take_condition(self, record: Record) -> None:
        """Take one condition, if its look hides or changes something."""
        kind, operator, first, second, flags, more = struct.unpack_from("<BBHHLH", record.data)
        look = _look(record.data, flags, is_users=bool(more & 1))
        changed = Look(self._colour(look.font) if look.font is not None and look.ground is None else "", look.code, look.struck)
        if len(self._rules) + len(self._changing) >= _MOST_RULES:
            return
        formulas = record.data[len(record.data) - first - second :]
        rule = Rule(self._areas, *_said(kind, operator, formulas[:first], formulas[first:]))
        if self._hides(look):
            self._rules.append(rule)
        elif changed != Look():
            self._changing.append((rule, changed))

    def changing(self) -> list[tuple[Rule, Look]]:
        """Return the conditions that change how something looks, with what they make of it."""
        return self._changing

    def cells_among(self, cells: Mapping[tuple[int, int], Cell]) -> frozenset[tuple[int, int]]:
        """Return the cells that may look blank, by row and column."""
        if not self._rules:
            return frozenset()
        return frozenset(key for key, cell in cells.items() if any(concerns(rule, cell) for rule in self._rules))

    def _hides(self, look: _Look) -> bool:
        ground = WHITE if look.ground is None else self._colour(look.ground)
        return shows_nothing(look.code) or (look.font is not None and alike(self._colour(look.font), ground))


def _look(data: bytes, flags: int, *, is_users: bool) -> _Look:
    """Return what the parts behind the head say, each only where its flag stands."""
    at, look = _HEAD, _Look()
    if flags & _HAS_FORMAT:
        (size,) = struct.unpack_from("<H", data, at) if is_users else (2,)
        code = Pieces(Record(0, data[at + 2 : at + size])).text().text if is_users else _PERCENTAGES.get(data[at + 1], "")
        look, at = look._replace(code=str(code)), at + size
    if flags & _HAS_FONT:
        (colour,) = struct.unpack_from("<L", data, at + _COLOUR_AT)
        struck = bool(data[at + _LINE_AT] & ~data[at + _KEPT_AT] & _STRUCK)
        look, at = look._replace(font=None if colour == _NO_COLOUR else colour, struck=struck), at + _FONT_SIZE
    at += _ALIGNMENT_SIZE * bool(flags & _HAS_ALIGNMENT) + _BORDER_SIZE * bool(flags & _HAS_BORDER)
    if flags & _HAS_FILL:
        (colours,) = struct.unpack_from("<H", data, at + 2)
        look = look._replace(ground=colours >> 7 & 0x7F)
    return look


def _said(kind: int, operator: int, first: bytes, second: bytes) -> tuple[str, str, str, str]:
    """Return a condition as .xlsx files say it: its kind, its operator, and the last and the first of its formulas."""
    one, two = _number(first), _number(second)
    if kind == _COMPARES and operator in _OPERATORS and one and bool(two) == bool(second):
        return "cellIs", _OPERATORS[operator], two or one, one if two else ""
    truth = str(bool(first[1])).upper() if first[:1] == bytes([_TRUTH]) and kind != _COMPARES else ""
    return "expression", "", truth, ""


def _number(formula: bytes) -> str:
    """Return the number that is all of a formula, as digits; nothing for any other formula."""
    if formula[:1] == bytes([_INTEGER]) and len(formula) == struct.calcsize("<BH"):
        return str(struct.unpack("<BH", formula)[1])
    if formula[:1] == bytes([_NUMBER]) and len(formula) == struct.calcsize("<Bd"):
        value = struct.unpack("<Bd", formula)[1]
        return repr(value) if Fraction(value).denominator < _MOST_RULES else ""
    return ""
