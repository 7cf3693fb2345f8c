"""States of answers: what the hidden formula says of a cell is what we store beside it, for everything people may type."""

from __future__ import annotations

import pytest
import xlsxwriter
from openpyxl import load_workbook

from ictscore.expr.values import Blank
from ictscore.survey.blank.answer_states import (
    DECLARED,
    GIVEN,
    OPTIONAL_BLANK,
    REQUIRED_BLANK,
    UNREADABLE,
    live_value,
    state_formula,
    state_of,
)
from ictscore.survey.blank.validations import LISTS_SHEET, Lists
from ictscore.survey.questions import questions_of

RULES = """
language: vi
answers:
  dem: {label: Đếm, type: count, not_applicable: true}
  so: {label: Số, type: number, min: -1, max: 2.5, required: false}
  ty: {label: Tỷ lệ, type: percent}
  co: {label: Có, type: yes_no}
  muc: {label: Mức, type: choice, choices: {x: 'Mức *', y: Hai}}
  ngay: {label: Ngày, type: date, ask: [g]}
  chu: {label: Chữ, type: text, ask: [g]}
groups: [{id: g, max_points: 4}]
criteria:
  - {id: c, max_points: 4, formula: {kind: formula, expr: 'if co and muc = "x" then min(dem + so + ty, 1) else 0'}}
"""

CASES = [
    ("dem", None, REQUIRED_BLANK),
    ("dem", " ", REQUIRED_BLANK),
    ("dem", 0.0, GIVEN),
    ("dem", 3.0, GIVEN),
    ("dem", 3.5, UNREADABLE),
    ("dem", -1.0, UNREADABLE),
    ("dem", "3", UNREADABLE),
    ("dem", "không áp dụng", DECLARED),
    ("so", None, OPTIONAL_BLANK),
    ("so", 2.5, GIVEN),
    ("so", 2.6, UNREADABLE),
    ("so", -1.0, GIVEN),
    ("so", "Không áp dụng", UNREADABLE),
    ("ty", 95.0, GIVEN),
    ("ty", 0.0, GIVEN),
    ("ty", 0.95, UNREADABLE),
    ("ty", 1.0, UNREADABLE),
    ("ty", 101.0, UNREADABLE),
    ("co", "Có", GIVEN),
    ("co", "không", GIVEN),
    ("co", "x", UNREADABLE),
    ("muc", "Mức *", GIVEN),
    ("muc", "Mức một", UNREADABLE),
    ("muc", "hai", GIVEN),
    ("ngay", 43831.0, GIVEN),
    ("ngay", "hôm qua", UNREADABLE),
    ("chu", "gì cũng được", GIVEN),
    ("chu", None, REQUIRED_BLANK),
    ("chu", "▲ lời cũ", UNREADABLE),
    ("muc", "▲ Hai", UNREADABLE),
    ("dem", "▲ 3", UNREADABLE),
]


@pytest.fixture(scope="module")
def loaded(rules):
    """Return a rulebook with every type of answer."""
    return rules(RULES)


@pytest.mark.parametrize(("name", "written", "state"), CASES)
def test_what_we_store(loaded, name, written, state):
    """The state of a cell is told from what is written into it."""
    question = questions_of(loaded.rulebook)[name]
    assert state_of(written, question, loaded.rulebook.answers[name], "vi") == state


def test_libreoffice_says_the_same(loaded, tmp_path, recalculated):
    """The hidden formula comes to the same state for every case; a star in a choice is a star, not any text."""
    book, lists = xlsxwriter.Workbook(str(tmp_path / "s.xlsx")), Lists()
    sheet, questions = book.add_worksheet("Phiếu"), questions_of(loaded.rulebook)
    for row, (name, written, _) in enumerate(CASES):
        sheet.write(row, 0, written)
        formula = state_formula(questions[name], loaded.rulebook.answers[name], f"A{row + 1}", lists, "vi")
        sheet.write_formula(row, 1, formula, None, 99)
    lists.write(book)
    book.close()
    recalculated(tmp_path / "out", [tmp_path / "s.xlsx"])
    shown = load_workbook(tmp_path / "out" / "s.xlsx", data_only=True)
    assert LISTS_SHEET in shown.sheetnames
    assert [(*case[:2], cell.value) for case, cell in zip(CASES, shown["Phiếu"]["B"], strict=True)] == CASES


def test_only_what_is_given_has_a_value():
    """Whatever is not given counts as the blank of its kind."""
    assert live_value(GIVEN, "x", "a") == "x"
    found = [live_value(state, "x", "a") for state in (DECLARED, OPTIONAL_BLANK, REQUIRED_BLANK, UNREADABLE)]
    assert [each.kind for each in found if isinstance(each, Blank)] == ["not_applicable", "missing", "missing", "unreadable"]
