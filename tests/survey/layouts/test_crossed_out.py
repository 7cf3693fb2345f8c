"""Promises about questions, headings and names of units that are crossed out."""

from __future__ import annotations

import openpyxl
import pytest
from openpyxl.styles import Font

from ictscore.expr.values import Blank
from ictscore.survey.reading import read_survey

UNIT = [["Đơn vị: Sở A"], ["Nhóm: Nhóm một"]]
ROWS = [["Tổng số cán bộ", 20], ["Số máy tính", 10], ["Có mạng", "có"], ["Lời ghi", ""]]


@pytest.fixture
def struck(write, loaded):
    """Return the findings about a retyped form, or a table, with crossed-out cells, and the answers each unit gives."""

    def make(*cells, rows=(*UNIT, ["Nội dung", "Số liệu"], *ROWS)):
        path = write(rows)
        book = openpyxl.load_workbook(path)
        for each in cells:
            book.active[each].font = Font(strike=True)
        book.save(path)
        survey = read_survey([path], loaded.rulebook, loaded.hash)
        given = [
            {name: answer.value for name, answer in each.answers["self"].items() if not isinstance(answer.value, Blank)}
            for each in survey.submissions
        ]
        return [(each.code, each.place.cell) for each in survey.findings if each.code not in ("SV420", "SV101", "SV448")], *given

    return make


def test_a_crossed_out_question_has_no_certain_answer(struck):
    """Its answer may count or not; the others do. Without an answer nothing is doubtful."""
    assert struck("A5") == ([("SV487", "A5")], {"can_bo": 20, "co_mang": True})
    assert struck("A7") == ([], {"can_bo": 20, "may_tinh": 10, "co_mang": True})


def test_under_a_crossed_out_heading_nothing_is_certain(struck):
    """The heading may have been crossed out with all that stands below it; that of the questions says nothing of the answers."""
    assert struck("B3") == ([("SV487", "B3")], {})
    assert struck("A3")[0] == []


TABLE = [["unit", "can_bo", "may_tinh", "group"], ["Sở A", 20, 10, "a"], ["Sở B", 30, 15, "a"]]


def test_in_a_table_headings_and_names_count_alike(struck):
    """Under a crossed-out heading and beside a crossed-out name nothing is certain; what is crossed out and asks nothing says nothing."""
    assert struck("C1", rows=TABLE) == ([("SV487", "C1")], {"can_bo": 20}, {"can_bo": 30})
    assert struck("A3", rows=TABLE) == ([("SV487", "A3")], {"can_bo": 20, "may_tinh": 10}, {})
    assert struck("A1", "D2", rows=TABLE)[0] == []
