"""Promises about which columns beside printed questions say only one thing of all answers, and are none themselves."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from ictscore.survey.beside.unit_times import heads_times
from ictscore.survey.layouts.answer_columns import says_of_answers, says_otherwise, says_parts, says_years
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell

ASKED = {4: SimpleNamespace(is_number=True), 5: SimpleNamespace(is_number=False)}


def column(*said, kind="number"):
    """Return what stands beside the first questions."""
    return {row: Cell(row, 4, kind, each) for row, each in enumerate(said, 4)}


@pytest.mark.parametrize(
    "heading", ["Năm", "Kỳ", "Năm số liệu", "Kỳ báo cáo", "Thời gian", "Thời điểm", "Niên độ", "Year", "Năm đánh giá:"]
)
def test_years_below_a_heading_of_years_are_no_answers(heading):
    """Whatever it passes over here is held against the round later: its heading says there, too, that it heads times."""
    assert says_years(column("2018", "2019"), heading, ASKED, (4, 5))
    assert heads_times(heading)


@pytest.mark.parametrize(("heading", "is_one"), [("Thời điểm", True), ("Năm", True), ("Thời gian", False), ("Kỳ", False)])
def test_days_are_times_where_the_heading_is_of_days(heading, is_one):
    """Below other headings nobody holds them against the round, so that they are asked about here."""
    assert says_years(column("43465", kind="date"), heading, ASKED, (4,)) is is_one


@pytest.mark.parametrize(
    ("cells", "heading", "answered"),
    [
        (column("2018", "12"), "Năm", (4, 5)),
        (column("18", "18"), "Năm", (4, 5)),
        (column("2018", "2018"), "Năm thành lập", (4, 5)),
        (column("2018", "2018"), "Năm 2018", (4, 5)),
        (column("2018", "2018"), "", (4, 5)),
        (column("2018", "2018"), "Năm", (4,)),
        ({5: Cell(5, 4, "number", "2018")}, "Năm", (4, 5)),
    ],
)
def test_what_may_be_answers_stays_so(cells, heading, answered):
    """Other numbers, other headings, rows that nothing else answers, and years beside words only."""
    assert not says_years(cells, heading, ASKED, answered)


@pytest.mark.parametrize(
    ("heading", "said"),
    [("Quý", ("3", "4")), ("Quý", ("III", "IV")), ("Quý:", ("Quý 1", "03")), ("Tháng", ("6", "12")), ("Tháng", ("T6", "7"))],
)
def test_quarters_and_months_below_their_heading_are_no_answers(heading, said):
    """Whatever it passes over here is held against the round later: its heading says there, too, that it heads times."""
    assert says_parts(column(*said), heading, ASKED, (4, 5))
    assert heads_times(heading)


@pytest.mark.parametrize(
    ("cells", "heading", "answered"),
    [
        (column("3", "5"), "Quý", (4, 5)),
        (column("3", "0"), "Tháng", (4, 5)),
        (column("6", "13"), "Tháng", (4, 5)),
        (column("3", "3"), "Số tháng", (4, 5)),
        (column("3", "3"), "Quỹ", (4, 5)),
        (column("3", "3"), "Quý", (4,)),
        ({5: Cell(5, 4, "number", "3")}, "Quý", (4, 5)),
    ],
)
def test_what_may_be_a_count_stays_so(cells, heading, answered):
    """There is no fifth quarter and no thirteenth month; beside a blank, and beside words only, it is asked about."""
    assert not says_parts(cells, heading, ASKED, answered)


def test_where_half_a_year_is_asked_for_a_quarter_is_still_asked_about():
    """Nothing holds it against such a round later."""
    said = column("3", "4"), "Quý", ASKED, (4, 5)
    assert says_of_answers(*said, of_a_year=True)
    assert not says_of_answers(*said, of_a_year=False)


def test_how_often_something_is_reported_is_no_answer_beside_a_blank_either():
    """It is printed beside every question, answered or not."""
    assert says_of_answers(column("Năm", "6 tháng", kind="text"), "Định kỳ", ASKED, (), of_a_year=True)
    assert not says_of_answers(column("Năm", "6 tháng", kind="text"), "Kết quả", ASKED, (), of_a_year=True)


YES_NO = {4: Question("co_mang", "Có mạng", "yes_no"), 5: Question("may", "Số máy", "count")}


@pytest.mark.parametrize(("heading", "said"), [("Số văn bản", "QĐ 12/QĐ-STC"), ("Người phụ trách", "Trần Văn A"), ("Loại", "dự báo")])
def test_words_beside_answers_that_answer_nothing_are_no_rivals(heading, said):
    """They are told as remarks; beside yes and no as beside numbers."""
    assert says_otherwise(column(said, said, kind="text"), heading, YES_NO, (4, 5))


@pytest.mark.parametrize(
    ("heading", "said", "answered"),
    [
        ("Thực tế", ("Không", "dự báo"), (4, 5)),
        ("Thực tế", ("x", "dự báo"), (4, 5)),
        ("Thực tế", ("dự báo", "12"), (4, 5)),
        ("Số văn bản", ("QĐ 12", "QĐ 13"), (4,)),
        ("Kỳ", ("1-6", "1-6"), (4, 5)),
        ("Tháng", ("đầu năm", "đầu năm"), (4, 5)),
        ("", ("QĐ 12", "QĐ 13"), (4, 5)),
    ],
)
def test_words_that_may_answer_stay_rivals(heading, said, answered):
    """One that a question takes, a row nobody else answers, times, and a column without a heading."""
    assert not says_otherwise(column(*said, kind="text"), heading, YES_NO, answered)
