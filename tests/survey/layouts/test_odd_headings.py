"""Promises about headings of answers that nobody knows."""

from __future__ import annotations

import pytest

from ictscore.survey.layouts.odd_headings import is_not_of_what_was_done, tell_odd_heading
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.cells import Cell, Sheet

NOT_DONE = ["Kế hoạch", "KẾ HOẠCH NĂM 2020", "Số dự kiến", "Chỉ tiêu được giao", "Ước TH 2020", "Cùng kỳ", "Số liệu kỳ trước", "Planned"]
DONE = [
    "Toàn tỉnh", "Kết quả thực hiện kế hoạch", "Số liệu thực tế", "Tỷ lệ %", "Câu trả lời (người)", "Số đã thực hiện",
    "Thực hiện năm nay", "Đơn vị tự khai", "Ghi số", "Phần dành cho đơn vị", "Số liệu chính thức", "Đạt được", "Answered", "Kết quả (2020)",
]  # fmt: skip


@pytest.mark.parametrize("heading", NOT_DONE)
def test_what_is_planned_or_of_before_is_asked_about(heading):
    """Plans, estimates and earlier figures are not what was done in the round."""
    assert is_not_of_what_was_done(heading)


@pytest.mark.parametrize("heading", DONE)
def test_other_headings_say_nothing_of_the_kind(heading):
    """A heading that nobody knows is no reason to doubt the figures by itself."""
    assert not is_not_of_what_was_done(heading)


@pytest.mark.parametrize(("text", "code"), [("Kế hoạch", "SV540"), ("Toàn\n tỉnh", "SV439")])
def test_it_is_told_at_its_cell_with_a_good_heading(text, code):
    """The finding stands at the heading and says what to call the column."""
    notes = Notes()
    tell_odd_heading(notes, Sheet("f.xlsx", "Phiếu", {}), Cell(12, 5, "text", text), "Trả lời", is_marked=True)
    (found,) = notes.findings()
    assert (found.code, found.place.cell, found.values["column"], found.values["heading"]) == (code, "E12", "E", "Trả lời")
    assert found.values["read"] == " ".join(text.split())
