"""Promises about remarks as a whole."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.survey.remarks.remark import is_approximate, read_remark


@pytest.mark.parametrize(
    "text", ["nhầm", "Sai!", "xem lại", "số liệu ước tính, chưa chốt", "chưa chắc chắn", "??", "85?", "cần kiểm tra lại số này"]
)
def test_remarks_that_only_doubt_are_known(text):
    """Nothing in them but a doubt and words that say no more."""
    assert read_remark(text).doubts


@pytest.mark.parametrize("text", ["đã rà soát lại", "", "sai sót đã khắc phục xong", "dự kiến nâng cấp phần mềm", "không", "0", "ô tô"])
def test_remarks_about_other_things_doubt_nothing(text):
    """A doubt about another thing, or one that was settled, is none about the answer."""
    assert not read_remark(text).doubts


def test_corrections_are_known_but_not_those_of_documents():
    """What corrects a figure, and a decision that corrects another."""
    assert read_remark("Đính chính: 88").corrects
    assert not read_remark("Quyết định đính chính 12/QĐ-UBND").corrects


def test_a_remark_is_about_the_answer_or_another_figure():
    """One without figures, or with the answer among them, is about the answer."""
    given = Fraction(85)
    assert [read_remark(each).is_about(given) for each in ("năm 2019", "năm 2019: 85", "năm 2019: 80")] == [True, True, False]
    assert read_remark("năm 2019: 80").is_about(None)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [("số liệu năm 2019", True), ("tính đến 30/6", True), ("số 2019", False), ("QĐ 12 năm 2019", False), ("theo số liệu QĐ 12", False)],
)
def test_what_speaks_of_data_is_told_from_documents(text, is_told):
    """Among evidence only what begins with the data speaks of them."""
    assert read_remark(text).tells_of_data is is_told


def test_a_very_long_remark_is_read_as_far_as_people_read():
    """The rest of a page pasted into a cell is passed over, and takes no time."""
    assert len(read_remark("máy " * 5000 + "= 88").figures) == 0


@pytest.mark.parametrize(("lead", "about"), [("khoảng", True), ("ước đạt", True), ("~", True), ("hiện có", False), ("", False)])
def test_estimates_are_known_by_their_lead(lead, about):
    """The words right before a figure say that it is only about so many."""
    assert is_approximate(lead) is about


@pytest.mark.parametrize(
    "text", ["Đã xem lại: 66", "đã kiểm tra lại, 66 người", "66 (đã rà soát)", "66 - đã đối chiếu", "66 là đúng", "66 máy mới đúng"]
)
def test_a_figure_that_was_looked_at_again_is_the_right_one(text):
    """“Đã xem lại” beside a number calls it right."""
    remark = read_remark(text)
    assert remark.corrects
    assert not remark.doubts
    assert [each.value for each in remark.figures] == [66]


@pytest.mark.parametrize(
    "text", ["Đã xem lại", "đã kiểm tra 20 máy", "66 là đúng hạn", "đã rà soát, đủ 5 phòng ban và chi cục", "thay bằng QĐ 15"]
)
def test_what_was_looked_at_alone_corrects_nothing(text):
    """Without a number there is none to be right; what was inspected is a part, and a document takes the place of another."""
    assert not read_remark(text).corrects
