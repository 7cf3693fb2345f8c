"""Promises about forms sent back for what concerns them as a whole: an error stands until somebody says they were looked through."""

from __future__ import annotations

import pytest

MARKS = ["#id", "#number", "#label", "#measure", "#self"]
ANSWERS = [["can_bo", 1, "Tổng số cán bộ", "người", 20], ["may_tinh", 2, "Số máy tính", "máy", 10]]


@pytest.mark.parametrize(
    ("said", "codes"),
    [("", [("SV603", "E4")]), ("chưa", [("SV603", "E4")]), ("Đã xem lại", []), ("ĐÃ  XEM LẠI", []), ("Looked through", [])],
)
def test_only_the_words_of_the_list_say_so(read, found, said, codes):
    """A blank, or anything else, leaves the error; how the words are spelt does not matter."""
    rows = [MARKS, ["#unit", "", "Đơn vị", "", "Sở A"], ["#group", "", "Nhóm", "", "Nhóm một"], ["#looked", "", "Đã xem lại?", "", said]]
    survey = read([*rows, *ANSWERS])
    assert found(survey) == codes
    assert survey.submissions[0].answer("can_bo", "self").value == 20


def test_a_form_that_does_not_ask_needs_no_answer(read, found):
    """Fresh forms do not have the row."""
    assert found(read([MARKS, ["#unit", "", "Đơn vị", "", "Sở A"], ["#group", "", "Nhóm", "", "Nhóm một"], *ANSWERS])) == []
