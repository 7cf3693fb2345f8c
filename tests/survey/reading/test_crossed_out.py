"""Promises about questions and headings of a form that are crossed out."""

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
    """Return the findings about a retyped form with crossed-out cells, and the answers it gives."""

    def make(*cells):
        path = write([*UNIT, ["Nội dung", "Số liệu"], *ROWS])
        book = openpyxl.load_workbook(path)
        for each in cells:
            book.active[each].font = Font(strike=True)
        book.save(path)
        survey = read_survey([path], loaded.rulebook, loaded.hash)
        (only,) = survey.submissions
        answers = {name: answer.value for name, answer in only.answers["self"].items() if not isinstance(answer.value, Blank)}
        return [(each.code, each.place.cell) for each in survey.findings if each.code not in ("SV420", "SV101")], answers

    return make


def test_a_crossed_out_question_has_no_certain_answer(struck):
    """Its answer may count or not; the others do. Without an answer nothing is doubtful."""
    assert struck("A5") == ([("SV487", "A5")], {"can_bo": 20, "co_mang": True})
    assert struck("A7") == ([], {"can_bo": 20, "may_tinh": 10, "co_mang": True})


def test_under_a_crossed_out_heading_nothing_is_certain(struck):
    """The heading may have been crossed out with all that stands below it; that of the questions says nothing of the answers."""
    assert struck("B3") == ([("SV487", "B3")], {})
    assert struck("A3")[0] == []
