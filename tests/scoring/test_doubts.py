"""Promises about where doubts about a result lead: to the cell that somebody has to look at."""

from __future__ import annotations

import pytest
import xlsxwriter

from ictscore.scoring.assess import assess
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey

RULES = """
answers: {a: {type: count, label: Số máy}}
criteria:
  - {id: c, max_points: 100, formula: {kind: count, of: a, each: 1}}
  - {id: d, max_points: 100, formula: {kind: count, of: a, each: 1}}
stages: [{id: appraised, name: Thẩm định}, {id: council, name: Hội đồng}]
"""
FORM = [
    ["#id", "#number", "#label", "#measure", "#self", "#appraised", "#council"],
    ["#unit", "", "Đơn vị", "", "Sở A"],
    ["a", 1, "Số máy", "", 60],
]
TABLE = [["#unit", "a", "points:c@appraised", "points:d@council"], ["Sở B", 60, 60, 59], ["Sở A", 60, 55, 60]]


@pytest.fixture
def told(tmp_path, rules):
    """Return what writes rows into a workbook, scores them at the last stage, and lists the findings with their places."""

    def make(rows):
        path = tmp_path / "phieu.xlsx"
        book = xlsxwriter.Workbook(str(path))
        sheet = book.add_worksheet("Phiếu")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        book.close()
        loaded = rules(RULES)
        survey = read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(stage="council"))
        return [(each.code, each.place.sheet, each.place.cell) for each in assess(loaded.rulebook, survey, "council").findings]

    return make


def test_points_given_otherwise_are_told_at_the_points(told):
    """On a form they stand in the row of their criterion, below their stage, and not where the unit’s name is."""
    points = [["points:c", "", "", "", "", 55, 57], ["points:d", "", "", "", "", 58, ""]]
    assert told([*FORM, *points]) == [("SC107", "Phiếu", "G4"), ("SC107", "Phiếu", "F5")]


def test_in_a_table_they_are_told_in_the_column_of_the_points(told):
    """Each in the row of its unit; points that agree with the formula need no word."""
    assert sorted(told(TABLE)) == [("SC107", "Phiếu", "C3"), ("SC107", "Phiếu", "D2")]


def test_points_that_stand_nowhere_are_told_at_the_unit(score):
    """What was not read from a cell has no other place."""
    (found,) = score(RULES, {"A": {"a": 60, "@points": {"council": {"c": 57}}}}).findings
    assert (found.code, found.place.cell) == ("SC107", "")
