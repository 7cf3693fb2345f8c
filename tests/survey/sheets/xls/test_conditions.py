"""Promises about conditional formats in .xls files."""

from __future__ import annotations

import struct

import pytest

from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.colours import indexed
from ictscore.survey.sheets.conditional import Look
from ictscore.survey.sheets.xls.conditions import Conditions
from ictscore.survey.sheets.xls.records import Damaged, Record

CELLS = {(2, 3): Cell(2, 3, "number", "0"), (3, 3): Cell(3, 3, "number", "5"), (4, 4): Cell(4, 4, "text", "Có")}
AREAS = struct.pack("<HH4H", 1, 0, 0, 0, 0, 0) + struct.pack("<H8H", 2, 1, 8, 2, 2, 3, 3, 3, 3)
"""C2:C9 and D4."""
ALIGNMENT, BORDER, FILL = 1 << 27, 1 << 28, 1 << 29
FONT, FORMAT = 1 << 26, 1 << 25
INTEGER, NUMBER = struct.pack("<BH", 0x1E, 5), struct.pack("<Bd", 0x1F, 0.5)
WHITE, RED = 1, 2


def font(colour: int) -> bytes:
    """Return the part of a look about the font."""
    return bytes(80) + struct.pack("<L", colour) + bytes(34)


def condition(flags: int, look: bytes, formula: bytes = INTEGER, *, kind: int = 1, operator: int = 3, users: int = 0) -> bytes:
    """Return a condition: by default that a value is 5."""
    return struct.pack("<BBHHLH", kind, operator, len(formula), 0, flags, users) + look + formula


def found(*conditions: bytes) -> set[tuple[int, int]]:
    """Return which cells may look blank."""
    told = Conditions(indexed)
    told.take_areas(Record(0x1B0, AREAS))
    for each in conditions:
        told.take_condition(Record(0x1B1, each))
    return set(told.cells_among(CELLS))


CODE = ";;;"
HIDING = struct.pack("<HHB", 2 + 3 + len(CODE), len(CODE), 0) + CODE.encode()


@pytest.mark.parametrize(
    ("made", "cells"),
    [
        (condition(FONT, font(WHITE)), {(3, 3), (4, 4)}),
        (condition(FONT, font(WHITE), operator=4), {(2, 3), (4, 4)}),
        (condition(FONT, font(WHITE), NUMBER, operator=5), {(3, 3), (4, 4)}),
        (condition(FONT, font(WHITE), b"\x24\x00\x00\x00\x00"), {(2, 3), (3, 3), (4, 4)}),
        (condition(FONT, font(WHITE), operator=1), {(2, 3), (3, 3), (4, 4)}),
        (condition(FONT, font(WHITE), b"\x1d\x01", kind=2), {(2, 3), (3, 3), (4, 4)}),
        (condition(FONT, font(RED)), set()),
        (condition(FONT, font(0xFFFFFFFF)), set()),
        (condition(FONT | FILL, font(RED) + struct.pack("<HH", 0, RED << 7)), {(3, 3), (4, 4)}),
        (condition(FONT | ALIGNMENT | BORDER | FILL, font(WHITE) + bytes(16) + struct.pack("<HH", 0, RED << 7)), set()),
        (condition(FORMAT, HIDING, users=1), {(3, 3), (4, 4)}),
        (condition(FORMAT | FONT, b"\x00\x02" + font(RED)), set()),
        (condition(FILL, struct.pack("<HH", 0, RED << 7)), set()),
    ],
)
def test_the_cells_a_condition_may_hide_are_told(made, cells):
    """White on white, a colour on itself, or a format that shows nothing; a comparison with a number that does not hold hides nothing."""
    assert found(made) == cells


def test_without_conditions_nothing_is_hidden():
    """Most sheets have none."""
    assert found() == set()


@pytest.mark.parametrize("cut", [b"", b"\x01\x03", condition(FONT, font(WHITE))[:40]])
def test_what_is_cut_off_is_said_to_be(cut):
    """Whoever reads the sheet passes over a damaged condition: no value hangs on it."""
    with pytest.raises((struct.error, Damaged)):
        found(cut)


def struck(flags: int, kept: int = 0) -> bytes:
    """Return the part of a look about the font that says of a line through the text whether there is one, or leaves it as it is."""
    return bytes(68) + bytes([flags]) + bytes(11) + struct.pack("<L", 0xFFFFFFFF) + bytes(4) + bytes([kept]) + bytes(29)


@pytest.mark.parametrize(
    ("made", "look"),
    [
        (condition(FONT, struck(0x80)), Look(struck=True)),
        (condition(FONT, struck(0x80, kept=0x80)), None),
        (condition(FONT, font(RED)), Look(font="FF0000")),
        (condition(FONT | FILL, font(RED) + struct.pack("<HH", 0, WHITE << 7)), None),
        (condition(FORMAT, struct.pack("<HHB", 7, 2, 0) + b"0,", users=1), Look(code="0,")),
        (condition(FORMAT, b"\x00\x09"), Look(code="0%")),
        (condition(FORMAT, b"\x00\x02"), None),
        (condition(FONT, font(WHITE)), None),
    ],
)
def test_conditions_that_change_what_is_seen_are_told(made, look):
    """A line through it, letters in a colour, another number; those that hide are told as such."""
    told = Conditions(indexed)
    told.take_areas(Record(0x1B0, AREAS))
    told.take_condition(Record(0x1B1, made))
    assert [each for _, each in told.changing()] == [look] * (look is not None)


@pytest.mark.parametrize(
    ("formulas", "operator", "kind", "cells"),
    [
        ((INTEGER, NUMBER), 1, 1, {(3, 3), (4, 4)}),
        ((INTEGER, NUMBER), 2, 1, {(2, 3), (4, 4)}),
        ((INTEGER, b"\x24\x00\x00\x00\x00"), 1, 1, {(2, 3), (3, 3), (4, 4)}),
        ((b"\x1d\x00", b""), 0, 2, set()),
    ],
)
def test_comparisons_with_two_numbers_and_truths_are_understood(formulas, operator, kind, cells):
    """Between 0.5 and 5, or not; what has to be calculated may hold; what is always false never does."""
    first, second = formulas
    head = struct.pack("<BBHHLH", kind, operator, len(first), len(second), FONT, 0)
    assert found(head + font(WHITE) + first + second) == cells
