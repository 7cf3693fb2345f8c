"""Promises about forms sent back for what concerns them as a whole: an error stands until somebody says they were looked through."""

from __future__ import annotations

import pytest

from ictscore.survey.layout import LOOKED_ASKED
from ictscore.words import speak, tr

MARKS = ["#id", "#number", "#label", "#measure", "#self"]
ANSWERS = [["can_bo", 1, "Tổng số cán bộ", "người", 20], ["may_tinh", 2, "Số máy tính", "máy", 10]]


def form(said):
    """Return the rows of a form that asks whether it was looked through."""
    who = [["#unit", "", "Đơn vị", "", "Sở A"], ["#group", "", "Nhóm", "", "Nhóm một"]]
    return [MARKS, *who, ["#looked", "", "Đã xem lại toàn bộ phiếu chưa?", "", said], *ANSWERS]


@pytest.mark.parametrize(
    "said",
    [
        "Đã xem lại", "ĐÃ  XEM LẠI", "Looked through", "Có", "có ạ", "x", "X", "✓", "☑", "Rồi", "Rồi ạ", "đã xem", "Đã xem lại rồi",
        "Đã rà soát", "đã rà soát lại toàn bộ", "Đã kiểm tra.", "Đơn vị đã kiểm tra lại", "Đã xem lại toàn bộ phiếu", "OK", "yes", 1,
        "da xem lai", "Da kiem tra", "DA RA SOAT LAI", "[x]", "(X)", "[ ✓ ]", "Đã xem lại ngày 12/9/2020", "Đã rà soát, ngày 12/9",
        "Đã kiểm tra (12/9/2020)",
    ],
)  # fmt: skip
def test_whoever_says_yes_in_any_way_has_looked(read, found, said):
    """The word of the list, a yes in all its spellings, a tick, and what people write instead: nothing is asked any more."""
    survey = read(form(said))
    assert found(survey) == []
    assert survey.submissions[0].answer("can_bo", "self").value == 20


def test_a_blank_is_asked(read, found):
    """Who has said nothing is asked for just that."""
    assert found(read(form(""))) == [("SV603", "E4")]


NOTHING = ("Không có gì sai", "Không thay đổi", "không có thay đổi", "Không phát hiện sai sót", "Chưa thấy sai", "Không có ý kiến")
"""A no to something else."""


@pytest.mark.parametrize(
    "said", ["chưa", "Chưa xem lại", "Không", "ko", "no", 0, "không xem lại", "Chưa xem lại ngày nào", "chua", "chua xem lai"]
)
def test_a_no_is_refused_by_name(read, found, said):
    """What was typed stands in the message, and that it is a no."""
    survey = read(form(said))
    assert found(survey) == [("SV610", "E4")]
    assert f"“{said}” was typed: that says no" in survey.findings[0].message


@pytest.mark.parametrize(
    "said", ["xem lại", "đang xem", "Đã xem lại, trừ câu 2", "Nguyễn Văn A", "đã gửi công văn", "ngày 12/9/2020", *NOTHING]
)
def test_what_says_neither_is_asked_with_what_was_typed(read, found, said):
    """The message names what was typed and the word that is expected."""
    survey = read(form(said))
    assert found(survey) == [("SV610", "E4")]
    assert f"“{said}” was typed: that says neither" in survey.findings[0].message
    assert "“Đã xem lại”" in survey.findings[0].advice


def test_the_printed_question_is_the_one_that_forms_print():
    """By these words it is found on a copy without marks."""
    for language, text in LOOKED_ASKED.items():
        speak(language)
        assert tr("Has the whole form been looked through?") == text


def test_a_form_that_does_not_ask_needs_no_answer(read, found):
    """Fresh forms do not have the row."""
    assert found(read([MARKS, ["#unit", "", "Đơn vị", "", "Sở A"], ["#group", "", "Nhóm", "", "Nhóm một"], *ANSWERS])) == []
