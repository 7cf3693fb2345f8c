"""Promises about where a sheet says something of all its answers, and which value belongs to which label."""

from __future__ import annotations

from datetime import date

import pytest

from ictscore.survey.beside.aside import Read
from ictscore.survey.beside.header_lines import said_above, said_of_units
from ictscore.survey.layouts.found import FoundLayout
from ictscore.survey.layouts.vocabulary import Meaning
from ictscore.survey.sheets.cells import Cell

FIRST_DAY = date(1899, 12, 30)
TABLE = FoundLayout("table", 4, 5, {1: Meaning("unit", "", "self"), 2: Meaning("answer", "x", "self")}, {3: "Năm", 4: "Ghi nhận"}, header=0)
ANSWERS = {
    4: ["Đơn vị", "Số", "Năm", "Ghi nhận"],
    5: ["Sở A", 7, 2018, "Năm 2018"],
    6: ["Sở B", 8, None, "x"],
    7: ["Sở C", 9, "chưa rõ", "x"],
}


def lines_of(rows):
    """Return the cells of these rows, days as workbooks keep them."""
    return {row: {at: _cell(row, at, value) for at, value in enumerate(values, 1) if value is not None} for row, values in rows.items()}


def _cell(row, column, value):
    if isinstance(value, date):
        return Cell(row, column, "date", str((value - FIRST_DAY).days))
    return Cell(row, column, "text" if isinstance(value, str) else "number", str(value))


def said(rows, of=said_above):
    """Return what is said in these rows above a table, with the cells it stands in."""
    read = Read(TABLE, frozenset((5, 6, 7)), {2: object()}, {}, frozenset((1, 2)))
    return [(each.text, *(cell.address for cell in each.cells)) for each in of(lines_of({**rows, **ANSWERS}), [read])]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (["Năm báo cáo:", 2018], [("Năm báo cáo: 2018", "B2")]),
        (["Đơn vị", "Sở A", "Năm", 2018], [("Đơn vị", "A2"), ("Sở A", "B2"), ("Năm: 2018", "D2")]),
        (["Tính đến ngày", date(2019, 6, 30)], [("Tính đến ngày: 30/06/2019", "B2")]),
        (["Từ ngày", date(2019, 1, 1), "Đến ngày", "30/6/2019"], [("Từ ngày: 01/01/2019 Đến ngày: 30/6/2019", "B2", "D2")]),
        (["Từ ngày", "đầu năm", "Đến ngày", "30/6/2019"], [("Từ ngày: đầu năm", "B2"), ("Đến ngày: 30/6/2019", "D2")]),
        (["Năm", None, None, 2018], [("Năm: 2018", "D2")]),
        (["Số biên chế", 2018], [("Số biên chế", "A2")]),
        (["Số liệu", date(2018, 12, 31)], [("Số liệu: 31/12/2018", "B2")]),
        (["PHIẾU SỐ LIỆU", date(2018, 12, 31)], [("PHIẾU SỐ LIỆU", "A2")]),
        (["Năm", "Kỳ", 2018], [("Năm", "A2"), ("Kỳ: 2018", "C2")]),
        (["Bình Thuận, ngày", 15, "tháng", 9, "năm", 2018], [("Bình Thuận, ngày", "A2"), ("tháng", "C2")]),
        (["Ngày 15 tháng", "9", "năm", 2018], [("Ngày 15 tháng", "A2"), ("9", "B2")]),
        ([2018], [("2018", "A2")]),
        ([2018, "máy"], [("máy", "B2")]),
        ([45], []),
    ],
)
def test_a_value_is_said_with_its_label(line, expected):
    """The next filled cell to the right is what the label speaks of; a number behind other words is not said of the data."""
    assert said({2: line}) == expected


def test_headings_are_not_said_of_all_answers():
    """A text right above the header, over a column of answers, speaks of that column."""
    assert said({3: [None, "Năm 2018"]}) == []
    assert said({2: [None, "Năm 2018"]}) == [("Năm 2018", "B2")]


def test_the_label_of_a_column_is_not_said_of_all_answers():
    """“Số liệu cùng kỳ” right above the header says what stands in a column; above the first column it is a title."""
    assert said({3: [None, None, None, "Số liệu cùng kỳ"]}) == []
    assert said({3: ["Số liệu cùng kỳ"]}) == [("Số liệu cùng kỳ", "A3")]


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        (["Năm báo cáo:"], [2018], [("Năm báo cáo: 2018", "A2")]),
        (["Tính đến ngày"], [date(2019, 6, 30)], [("Tính đến ngày: 30/06/2019", "A2")]),
        (["Kỳ báo cáo"], ["Quý III"], [("Kỳ báo cáo: Quý III", "A2")]),
        (["Đơn vị", "Năm"], ["Sở A", 2018], [("Đơn vị", "A1"), ("Năm: 2018", "B2"), ("Sở A", "A2")]),
        (["Năm", "Kỳ"], [2018, "Quý III"], [("Năm: 2018", "A2"), ("Kỳ: Quý III", "B2")]),
        (["Năm báo cáo"], ["Sở A"], [("Năm báo cáo", "A1"), ("Sở A", "A2")]),
        (["Tính đến ngày"], ["Ngày 15/9/2018"], [("Tính đến ngày", "A1"), ("Ngày 15/9/2018", "A2")]),
        (["Năm", 2019], [2018], [("Năm: 2019", "B1"), ("2018", "A2")]),
        (["Số biên chế"], [2018], [("Số biên chế", "A1"), ("2018", "A2")]),
    ],
)
def test_a_value_may_stand_below_its_label(above, below, expected):
    """Where nothing stands to its right: a bare value that says a time with the label only, and each value once."""
    assert said({1: above, 2: below}) == expected


def test_a_column_says_it_of_each_unit():
    """Only one whose heading is the label of a time or kind; what it means is seen later."""
    assert said({}, said_of_units) == [("Năm: 2018", "C5"), ("Năm: chưa rõ", "C7")]
