"""Promises about conditional formats that cross out what stands in a cell, or show it as something else."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.addresses import Range
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.conditional import Look, Rule
from ictscore.survey.sheets.conditional_looks import settle_looks

HERE = (Range(1, 1, 1, 1),)
SURE, NEVER, MAYBE = (Rule(HERE, "expression", "", formula) for formula in ("TRUE", "FALSE", "A1>5"))
BETWEEN = Rule(HERE, "cellIs", "between", "90", "80")
NOT_BETWEEN = Rule(HERE, "cellIs", "notBetween", "90", "80")
OTHER_TEXT = Look(code='"88"')


def painted(rule, look, cell=None):
    """Return the cell as it looks, and whether it may look blank or otherwise."""
    cells = {(1, 1): cell or Cell(1, 1, "number", "85")}
    told = settle_looks(cells, [(rule, look)])
    return cells[1, 1], bool(told.blank), bool(told.otherwise)


@pytest.mark.parametrize("rule", [SURE, BETWEEN, Rule(HERE, "notContainsBlanks", "", ""), Rule(HERE, "notContainsErrors", "", "")])
def test_a_rule_that_holds_gives_its_look(rule):
    """What people see is what a plain format would show: it is asked about as that would be."""
    cell, _, otherwise = painted(rule, OTHER_TEXT)
    assert (cell.shown_by, cell.text, otherwise) == ('"88"', "85", False)
    assert painted(rule, Look(struck=True))[0].struck


@pytest.mark.parametrize("rule", [NEVER, NOT_BETWEEN, Rule(HERE, "containsBlanks", "", ""), SURE._replace(areas=(Range(2, 2, 2, 2),))])
def test_a_rule_that_does_not_hold_changes_nothing(rule):
    """Nor does one of other cells."""
    assert painted(rule, Look("FFFFFF", '"88"', struck=True)) == (Cell(1, 1, "number", "85"), False, False)


@pytest.mark.parametrize(
    ("look", "told"), [(OTHER_TEXT, True), (Look(code="0.0,"), True), (Look(struck=True), True), (Look(code="#,##0"), False)]
)
def test_a_rule_that_nobody_calculates_is_told(look, told):
    """The cell stays as it is; a format that shows the same number needs no word."""
    assert painted(MAYBE, look) == (Cell(1, 1, "number", "85"), False, told)


def test_letters_in_the_colour_that_fills_the_cell_may_look_blank():
    """White letters on white, and those in the colour of the cell; others are seen."""
    yellow = Cell(1, 1, "text", "Có", ground="FFF2CC")
    assert painted(MAYBE, Look(font="FFF2CC"), yellow) == (yellow, True, False)
    assert painted(MAYBE, Look(font="FF0000"), yellow) == (yellow, False, False)
    assert painted(SURE, Look(font="FFFFFF"))[1]
