"""Promises about titles that speak of budgets: over what is asked of the budget they are names, over anything else they are asked about."""

from __future__ import annotations

import pytest

CODES = ("SV441", "SV442", "SV580")
RULES = """
id: thu
rounds: {years: [2020]}
answers:
  can_bo: {label: Tổng số cán bộ, type: count}
  may_tinh: {label: Số máy tính, type: count}
  du_toan: {label: Kinh phí được giao, type: number, measure: triệu đồng}
  da_chi: {label: Kinh phí đã chi, type: number, measure: triệu đồng, required: false}
criteria: [{id: c, max_points: 10, formula: {kind: ratio, of: may_tinh, over: can_bo, when_denominator_zero: zero}}]
"""
COUNTS = [[1, "Tổng số cán bộ", 20], [2, "Số máy tính", 10]]
GIVEN, SPENT = [3, "Kinh phí được giao", 5], [4, "Kinh phí đã chi", 4]


@pytest.fixture(scope="module")
def loaded(rules):
    """Return a rulebook that asks for people, computers and money, budgeted and spent."""
    return rules(RULES)


def typed(*rows, above=()):
    """Return a form typed again."""
    return [["PHIẾU KHẢO SÁT"], ["Đơn vị: Sở A"], *above, ["STT", "Nội dung", "Kết quả"], *rows]


def told(survey):
    """Return what was found about times, with its cells; all that was asked was read."""
    assert len(survey.submissions) == 1
    return [(each.code, each.place.cell) for each in survey.findings if each.code in CODES]


@pytest.mark.parametrize("title", ["Dự toán năm 2020", "DỰ TOÁN NGÂN SÁCH ĐƯỢC GIAO NĂM 2020"])
def test_a_budget_is_the_name_of_a_block_about_it(read, title):
    """At the end or the beginning of the form: the budget itself is what is asked below."""
    assert told(read(typed(["I", "Nhân lực"], *COUNTS, ["II", title], GIVEN))) == []
    assert told(read(typed(["I", title], GIVEN, ["II", "Nhân lực"], *COUNTS))) == []


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["I", "Dự toán năm 2020"], *COUNTS, ["II", "Kinh phí"], GIVEN], ("SV580", "B4")),
        ([["I", "Nhân lực"], *COUNTS, ["II", "Dự toán năm 2020"], GIVEN, SPENT], ("SV580", "B7")),
        ([["I", "Nhân lực"], *COUNTS, ["II", "Số liệu dự toán năm 2020"], GIVEN], ("SV580", "B7")),
        ([["I", "Nhân lực"], *COUNTS, ["II", "Dự toán năm 2019"], GIVEN], ("SV441", "B7")),
        ([["I", "Số liệu dự toán năm 2020"], *COUNTS, ["II", "Kinh phí"], GIVEN], ("SV580", "B4")),
    ],
)
def test_over_what_is_counted_or_spent_it_says_that_this_is_planned(read, rows, code):
    """Nobody budgets people, what was spent is not what was planned, and another year's budget is another year's."""
    assert told(read(typed(*rows))) == [code]


def test_above_the_whole_form_it_is_said_of_every_question(read):
    """A title on top heads the counts too."""
    assert told(read(typed(*COUNTS, GIVEN, above=[["Dự toán năm 2020"]]))) == [("SV580", "A3")]
    assert told(read(typed(["I", "Kinh phí"], GIVEN, ["II", "Nhân lực"], *COUNTS, above=[["Dự toán năm 2020"]]))) == [("SV580", "A3")]


def test_over_a_table_every_column_is_below(read):
    """With a column of computers beside that of money it is asked about."""
    head = ["Đơn vị", "Tổng số cán bộ", "Số máy tính", "Kinh phí được giao"]
    assert told(read([["Dự toán năm 2020"], [], head, ["Sở A", 20, 10, 5]])) == [("SV580", "A1")]
    assert told(read([["Dự toán năm 2020"], [], [head[0], head[3]], ["Sở A", 5]])) == []


def test_funds_say_nothing_of_counts(read):
    """With the money of which year computers were bought is not when they were counted; of an amount it may be its year."""
    assert told(read(typed(["I", "Nguồn ngân sách năm 2018"], *COUNTS, ["II", "Kinh phí"], GIVEN))) == []
    assert told(read(typed(["I", "Nhân lực"], *COUNTS, ["II", "Nguồn ngân sách năm 2018"], GIVEN))) == [("SV441", "B7")]
    assert told(read(typed(["I", "Số liệu nguồn ngân sách năm 2018"], *COUNTS, ["II", "Kinh phí"], GIVEN))) == [("SV441", "B4")]


@pytest.mark.parametrize("title", ["Kỳ họp 1 năm 2018", "Chương trình 06 năm 2018", "Trụ sở xây dựng năm 2005"])
def test_names_with_a_year_are_passed_over_above_a_form(read, title):
    """In a workbook as in a text; with a word for data before it, it is asked about."""
    assert told(read(typed(*COUNTS, GIVEN, above=[[title]]))) == []
    assert told(read(typed(*COUNTS, GIVEN, above=[[f"Số liệu {title}"]]))) == [("SV441", "A3")]
