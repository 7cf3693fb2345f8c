"""Promises about conditional formats in OpenDocument spreadsheets."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.conditional import Look
from ictscore.survey.sheets.ods.conditions import Conditions
from ictscore.survey.sheets.ods.names import EXTENSIONS

CELLS = {(2, 3): Cell(2, 3, "number", "0"), (3, 3): Cell(3, 3, "number", "5"), (4, 4): Cell(4, 4, "text", "Có")}


def hides(style: str) -> bool:
    """Say that one style hides."""
    return style == "white"


def behind_rows(area: str, *conditions: tuple[str, str], bars: str = "") -> frozenset[tuple[int, int]]:
    """Return which cells may look blank by conditions behind the rows, as LibreOffice writes them."""
    found = Conditions()
    found.start("calcext:conditional-formats", {})
    found.start("calcext:conditional-format", {f"{EXTENSIONS} target-range-address": area})
    for value, style in conditions:
        found.start("calcext:condition", {f"{EXTENSIONS} value": value, f"{EXTENSIONS} apply-style-name": style})
    if bars:
        found.start(bars, {f"{EXTENSIONS} show-value": "false"})
    return found.cells_among(CELLS, hides)


@pytest.mark.parametrize(
    ("area", "condition", "cells"),
    [
        ("Bảng.C2:Bảng.C9", "=0", {(2, 3)}),
        ("Bảng.C2:Bảng.C9", "!=0", {(3, 3)}),
        ("Bảng.C2:Bảng.C9", "<>0", {(3, 3)}),
        ("Bảng.C2:Bảng.C9", ">= 5", {(3, 3)}),
        ("Bảng.C2:Bảng.C9", "formula-is([.$B2]>25)", {(2, 3), (3, 3)}),
        ("Bảng.C2:Bảng.C9", "between(1,9)", {(3, 3)}),
        ("Bảng.C2:Bảng.C9", "not-between(1;9)", {(2, 3)}),
        ("Bảng.C2:Bảng.C9", "is-error", set()),
        ("Bảng.C2:Bảng.C9", "is-no-error", {(2, 3), (3, 3)}),
        ("Bảng.C2:Bảng.C9", "formula-is(FALSE())", set()),
        ("Bảng.C2:Bảng.C9", 'begins-with("1")', {(2, 3), (3, 3)}),
        ("'Trang 1.2'.C3 'Trang 1.2'.D4:'Trang 1.2'.D4", "formula-is(TRUE())", {(3, 3), (4, 4)}),
        ("Bảng.A1:Bảng.B9", "=0", set()),
        ("nowhere", "=0", set()),
    ],
)
def test_the_cells_a_condition_may_hide_are_told(area, condition, cells):
    """A comparison with a number that does not hold hides nothing; what only the program can work out may."""
    assert behind_rows(area, (condition, "white")) == cells
    assert behind_rows(area, (condition, "red")) == frozenset()


@pytest.mark.parametrize("kind", ["calcext:data-bar", "calcext:icon-set"])
def test_bars_and_signs_in_place_of_numbers_are_told(kind):
    """Where only a bar or a sign is shown nobody sees the number."""
    assert behind_rows("Bảng.C2:Bảng.C3", bars=kind) == {(2, 3), (3, 3)}


def test_conditions_named_by_the_cells_own_style_are_told():
    """So Excel writes them: by cell, each with the style it gives."""
    found = Conditions()
    for key in CELLS:
        found.take(*key, (("cell-content()=0", "white"), ("cell-content()>1", "red")))
    found.take(9, 9, (("is-true-formula(TRUE())", "white"),))
    assert found.cells_among(CELLS, hides) == {(2, 3), (4, 4)}


LOOKS = {"struck": Look(struck=True), "other": Look(code='"88"'), "white": Look(font="FFFFFF")}


def test_what_surely_holds_is_what_people_see():
    """Whoever wrote the file: a condition that holds gives its look, one that may hold is told, one that does not changes nothing."""
    found, cells = Conditions(), dict(CELLS)
    found.start("calcext:conditional-format", {f"{EXTENSIONS} target-range-address": "Bảng.C2:Bảng.C9"})
    for value, style in (("=5", "struck"), ("formula-is([.A1]>2)", "other"), ("=0", "plain")):
        found.start("calcext:condition", {f"{EXTENSIONS} value": value, f"{EXTENSIONS} apply-style-name": style})
    found.take(4, 4, (("is-true-formula(1)", "struck"), ("is-true-formula(0)", "other")))
    found.take(4, 4, (("is-true-formula([.A1])", "white"),))
    found.take(9, 9, (("is-true-formula(1)", "struck"),))
    blank, otherwise = found.settle(cells, lambda style: LOOKS.get(style, Look()))
    assert [(key, cell.struck) for key, cell in cells.items()] == [((2, 3), False), ((3, 3), True), ((4, 4), True)]
    assert (blank, otherwise) == ({(4, 4)}, {(2, 3), (3, 3)})
