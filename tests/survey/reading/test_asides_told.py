"""Promises about what is said beside the answers of a workbook: one survey is of one year."""

from __future__ import annotations

import pytest

HEAD = ["unit", "can_bo", "may_tinh", "group", "loi_ghi"]
YEARS = """
id: thu
rounds: {years: [2019, 2020]}
answers: {x: {label: Số máy, type: count}, y: {label: Số người, type: count}}
criteria: [{id: c, max_points: 10, formula: {kind: ratio, of: x, over: y, when_denominator_zero: zero}}]
"""
FORM = [["Đơn vị: Sở A"], ["Nội dung", "HEADING"], ["Số máy", 5], ["Số người", 9]]


@pytest.fixture(scope="module")
def of_two_years(rules):
    """Return a rulebook that governs the rounds of two years."""
    return rules(YEARS)


def rows(unit, x=5):
    """Return a table of one unit."""
    return [["unit", "x", "y"], [unit, x, 9]]


def test_sheets_of_two_years_of_the_rulebook_do_not_mix(read, found, of_two_years):
    """Each year alone is the rulebook's; both in one file are asked about, at the second with a pointer to the first."""
    survey = read({"Năm 2019": rows("Sở A"), "Năm 2020": rows("Sở B")}, of_two_years)
    assert found(survey) == [("SV442", "")]
    [told] = survey.findings
    assert (told.severity, told.place.sheet, [each.sheet for each in told.related]) == ("error", "Năm 2020", ["Năm 2019"])
    assert told.message == "“Năm 2020” says that the data are of 2020; another part of the file says 2019."


def test_two_titles_of_different_years_do_not_mix(read, found, of_two_years):
    """So it is with two tables on one sheet."""
    survey = read([["Năm 2020"], *rows("Sở A"), [], ["Năm 2019"], *rows("Sở B")], of_two_years)
    assert [each for each in found(survey) if each[0] == "SV442"] == [("SV442", "A5")]


@pytest.mark.parametrize("title", ["Năm 2019", "Số liệu năm 2020"])
def test_one_year_of_the_rulebook_needs_no_word(read, found, of_two_years, title):
    """A file that names one of the years says nothing doubtful, however often it says it."""
    assert found(read({title: [[title], *rows("Sở A")]}, of_two_years)) == []


@pytest.mark.parametrize(
    ("heading", "codes"),
    [
        ("Số liệu 2020", []),
        ("Số liệu 2018", ["SV441"]),
        ("Năm 2018-2019", ["SV449"]),
        ("Từ 2017 đến 2018", ["SV441"]),
        ("Năm 2019, 2020", []),
    ],
)
def test_a_heading_names_the_years_of_the_rulebook_only(read, found, of_two_years, heading, codes):
    """A heading over the answers that names a year of the rulebook and another one is asked about."""
    form = [[each.replace("HEADING", heading) if isinstance(each, str) else each for each in row] for row in FORM]
    assert [code for code, _ in found(read(form, of_two_years), "SV420", "SV439")] == codes


@pytest.mark.parametrize("text", ["2019: 10, 2020: 12", "10 (2019), 12 (2020)", "năm 2019: 10; năm 2020: 12"])
def test_several_years_in_one_cell_are_no_number(cell, text):
    """Two numbers with their years are two answers."""
    typed = cell("may_tinh", text)
    assert (typed.value.kind, len(typed.codes)) == ("unreadable", 1)
