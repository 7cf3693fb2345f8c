"""Promises about counts that a spreadsheet may have kept instead of a typed day. The round is 2020."""

from __future__ import annotations

import pytest

MARKS = ["#id", "#number", "#label", "#measure", "#self", "#evidence", "#note"]
STAMP = {"kind": "form", "rulebook": "thu", "group": "a", "unit": "Sở Nội vụ"}


def form(answer: object, name: str = "ho_so", label: str = "Số hồ sơ") -> list[list[object]]:
    """Return our form with this answer."""
    return [MARKS, ["#unit", "Đơn vị", "", "", "Sở Nội vụ"], ["can_bo", 1, "Tổng số cán bộ", "", 20], [name, 2, label, "", answer]]


@pytest.mark.parametrize(
    ("count", "day"),
    [
        (43465, None),
        (43466, "day 1, month 1, year 2019"),
        (44086, "day 12, month 9, year 2020"),
        (44561, "day 31, month 12, year 2021"),
        (44562, None),
        (1, None),
    ],
)
@pytest.mark.parametrize("number_format", ["#,##0", "0"])
def test_a_count_in_a_number_format_that_is_a_day_near_the_round_is_warned_of(read, shown_as, count, day, number_format):
    """43466 is 1 January 2019, the year before the round; 44561 the last day of 2021. The answer counts as it stands."""
    survey = read(form(shown_as(count, number_format)), stamp=STAMP)
    told = [each.message for each in survey.findings if each.code == "SV585"]
    assert len(told) == (day is not None)
    assert all(day in each and str(count) in each for each in told)
    assert survey.submissions[0].answers["self"]["ho_so"].value == count


@pytest.mark.parametrize(
    ("answer", "asked"),
    [(44086, ("ho_so", "Số hồ sơ")), ("44086", ("ho_so", "Số hồ sơ"))],
)
def test_where_a_day_would_show_nothing_is_said(read, answer, asked):
    """A cell without a format would have shown the day, and a text is what was typed."""
    assert "SV585" not in {each.code for each in read(form(answer, *asked), stamp=STAMP).findings}


@pytest.mark.parametrize("value", ["amount", "sum"])
def test_amounts_and_sums_are_no_typed_days(read, shown_as, formula, value):
    """Only counts are looked at, and what a formula adds up was not typed."""
    rows = form(shown_as(44086, "#,##0"), "kinh_phi", "Kinh phí") if value == "amount" else form(formula("=44000+86", 44086))
    assert "SV585" not in {each.code for each in read(rows, stamp=STAMP).findings}


def test_tables_are_left_alone(read, shown_as):
    """Whoever keeps a table shows its counts with separators, and among many units some count is any number."""
    rows = [["unit", "group", "ho_so"], ["Sở Nội vụ", "a", shown_as(44086, "#,##0")]]
    assert "SV585" not in {each.code for each in read(rows).findings}
