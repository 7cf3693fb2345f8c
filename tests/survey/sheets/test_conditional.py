"""Promises about conditional formats that hide what stands in a cell."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.conditional import Conditionals, Look, Looks

LOOK = ("styleSheet", "dxfs", "dxf")
WHITE, RED = {"rgb": "FFFFFFFF"}, {"rgb": "FFFF0000"}


@pytest.mark.parametrize(
    ("elements", "hides"),
    [
        ([("font color", WHITE)], True),
        ([("font color", RED)], False),
        ([("fill patternFill bgColor", {"rgb": "FF000000"})], True),
        ([("font color", WHITE), ("fill patternFill bgColor", RED)], False),
        ([("font color", RED), ("fill patternFill bgColor", RED)], True),
        ([("numFmt", {"formatCode": ";;;"})], True),
        ([("numFmt", {"formatCode": "0.00"})], False),
        ([("numFmt", {"formatCode": ""})], False),
        ([], False),
    ],
)
def test_looks_that_hide_are_known(elements, hides):
    """A text in the colour of its cell, and a number format that writes nothing."""
    looks = Looks()
    looks.start(LOOK, {})
    for path, attributes in elements:
        looks.start((*LOOK, *path.split()), attributes)
    assert looks.hiding() == ({0} if hides else set())


def concerned(rule, formula="", inside=(), sqref="B2:B3 D9", cell=None):
    """Return the cells that one rule concerns."""
    parts = ["something before"]
    made = Conditionals({7})
    made.start("conditionalFormatting", {"sqref": sqref}, parts)
    made.start("cfRule", rule, parts)
    for name, attributes in inside:
        made.start(name, attributes, parts)
    made.start("formula", {}, parts)
    parts.append(formula)
    cells = [cell] if cell else [Cell(2, 2, "number", "0"), Cell(3, 2, "number", "5"), Cell(9, 4, "text", "x"), Cell(4, 4, "number", "0")]
    return sorted(made.cells_among(cells, parts))


@pytest.mark.parametrize(
    ("operator", "formula", "cells"),
    [
        ("equal", "0", [(2, 2), (9, 4)]),
        ("notEqual", "0", [(3, 2), (9, 4)]),
        ("greaterThan", "4.5", [(3, 2), (9, 4)]),
        ("lessThanOrEqual", "-1", [(9, 4)]),
        ("equal", "$A$1", [(2, 2), (3, 2), (9, 4)]),
        ("between", "1", [(2, 2), (3, 2), (9, 4)]),
    ],
)
def test_a_comparison_with_a_number_concerns_those_it_holds_for(operator, formula, cells):
    """Nobody calculates formulas: where one is needed, and for texts, the rule may apply."""
    assert concerned({"type": "cellIs", "operator": operator, "dxfId": "7"}, formula) == cells


def test_rules_that_hide_nothing_concern_nobody():
    """Another look, blanks, and errors where there are none; an error that is painted over is told."""
    assert concerned({"type": "expression", "dxfId": "6"}) == []
    assert concerned({"type": "containsBlanks", "dxfId": "7"}) == []
    assert concerned({"type": "containsErrors", "dxfId": "7"}) == []
    assert concerned({"type": "containsErrors", "dxfId": "7"}, cell=Cell(2, 2, "error", "#N/A")) == [(2, 2)]


@pytest.mark.parametrize("name", ["dataBar", "iconSet"])
def test_bars_and_pictures_instead_of_numbers_hide_them(name):
    """A bar or picture beside its number hides nothing, one in its place does."""
    assert concerned({"type": name}, inside=[(name, {"showValue": "0"})], sqref="B2") == [(2, 2)]
    assert concerned({"type": name}, inside=[(name, {})], sqref="B2 what") == []


def test_looks_that_change_something_else_are_kept():
    """Letters without a ground of their own, number formats, and letters crossed out."""
    looks = Looks()
    for inside in ([("font strike", {})], [("font strike", {"val": "0"})], [("numFmt", {"formatCode": '"88"'})], [("font color", RED)]):
        looks.start(LOOK, {})
        for path, attributes in inside:
            looks.start((*LOOK, *path.split()), attributes)
    assert looks.changing() == {0: Look(struck=True), 2: Look(code='"88"'), 3: Look(font="FF0000")}
