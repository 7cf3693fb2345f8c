"""Promises about which columns beside printed questions say only one thing of all answers, and are none themselves."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from ictscore.survey.beside.unit_times import heads_times
from ictscore.survey.layouts.answer_columns import says_years
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
