"""A live workbook as it is written: what is stored beside its formulas, its answers read back, what is a constant."""

from __future__ import annotations

from fractions import Fraction

import openpyxl
import pytest

from ictscore.errors import SelfCheckFailed
from ictscore.reports.live.build import live_workbook
from ictscore.reports.live.verified import check_live
from ictscore.reports.outcome import score_survey
from ictscore.survey.reading import read_survey


def row_of(sheet, unit, column=2):
    """Return the row of a unit."""
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, column).value == unit)


def test_stored_values_are_exact(written, units):
    """Who opens the workbook without calculating reads the engine's numbers.

    A has 10/3 + 4 + 5 + 4 = 16.33 points; B's 5 lost points go to the others: (10/3 + 5 + 4) × 24/19 = 15.58; C has 10 + 0.025, half up;
    D has 7 given points + 5 + 5 + 1.
    """
    sheet = openpyxl.load_workbook(written, data_only=True)["Xếp hạng"]
    head = next(row for row in sheet.iter_rows() if row[1].value == "Đơn vị")
    total = next(cell.column for cell in head if cell.value == "Tổng điểm")
    totals = {unit: sheet.cell(row_of(sheet, unit), total).value for unit in units}
    assert totals == {"Sở A": 16.33, "Sở B": 15.58, "Sở C": 10.03, "Sở D": 18}
    assert [sheet.cell(row_of(sheet, unit), 3).value for unit in units] == [2, 3, "–", 1]


def test_the_answers_read_back(written, outcome, units):
    """The sheet of answers is a survey: it reads back to the same answers and points of stages, without a finding that matters."""
    rulebook = outcome.told.rulebook
    survey = read_survey([written], rulebook, outcome.told.loaded.hash)
    told = {each.code for each in survey.findings if each.severity != "note"}
    assert told == {"SV101", "SV301"}  # C left one blank; D has more computers than people
    read = {each.unit: each for each in survey.submissions}
    for unit, said in units.items():
        values = read[unit].values_at("council")
        assert {name: values.get(name) for name in ("nguoi", "may", "mang")} == {name: said[name] for name in ("nguoi", "may", "mang")}
    assert read["Sở C"].values_at("self")["ho_so"] == Fraction(1, 2)
    assert read["Sở A"].values_at("self")["ho_so"] == 80
    assert read["Sở D"].points_given("a", "council")[1].value == 7


def test_a_wrong_stored_value_stops_writing(outcome):
    """The workbook is read again before anybody gets it: a value that is not what was computed is our own fault."""
    made = live_workbook(outcome)
    cells = made.cells["Xếp hạng"]
    at, expected = next((at, each) for at, each in cells.items() if each.value == Fraction("16.33"))
    cells[at] = type(expected)(Fraction(17), expected.group, expected.unit, expected.heading)
    with pytest.raises(SelfCheckFailed):
        check_live(made, "x.xlsx")


def test_same_result_same_bytes(outcome):
    """A live workbook is the same to the byte each time."""
    assert live_workbook(outcome).data == live_workbook(outcome).data


def test_what_excel_cannot_say_is_a_constant(rules, make_survey):
    """A choice whose words are longer than a formula may hold makes columns of constants with a sign, named; the result is right."""
    loaded = rules(f"""
answers: {{a: {{type: choice, choices: {{dai: "{"Rất dài " * 40}", ngan: Ngắn}}}}}}
criteria: [{{id: a, max_points: 10, formula: {{kind: choice, of: a, points: {{dai: 7, ngan: 1}}}}}}]
""")
    made = live_workbook(score_survey(loaded, make_survey({"A": {"a": "dai"}}), command="x"))
    assert {each.code for each in made.findings()} == {"SC262"}
    fixed = [each for cells in made.cells.values() for each in cells.values() if each.is_fixed]
    assert [each.value for each in fixed] == [0, 7]  # how it stands with the answer, and the value
