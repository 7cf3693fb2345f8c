"""Promises about the usual sentences by which a figure in a remark is none of the answer."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.survey.questions import Question
from ictscore.survey.remarks.explaining import counts_both_levels, is_explained_by_words, is_of_the_opposite, names_the_answer
from ictscore.survey.remarks.remark import read_remark

LATE = Question("late", "Số hồ sơ giải quyết trễ hạn", "count", measure="hồ sơ")
SOFTWARE = Question("soft", "Số phần mềm chuyên ngành", "count", measure="phần mềm")
THIRD = Question("third", "Số thủ tục mức độ 3", "count", measure="thủ tục")


@pytest.mark.parametrize(
    ("text", "is_opposite"),
    [
        *(
            (each, True)
            for each in ("512 hồ sơ đều đúng hạn", "Đã giải quyết 500 hồ sơ", "giải quyết đủ 40", "Trước hạn 300, đúng hạn 200")
        ),
        *((each, False) for each in ("trễ 3 hồ sơ", "3 hồ sơ quá hạn", "đã sửa: 3 hồ sơ", "đúng hạn 500; trễ 12", "3 hồ sơ", "đúng hạn")),
    ],
)
def test_what_was_done_is_the_opposite_of_what_was_late(text, is_opposite):
    """Only where a question asks for what was late or not done, and every part with a figure says that it was."""
    assert is_of_the_opposite(read_remark(text).folded, LATE) is is_opposite
    assert not is_of_the_opposite(read_remark(text).folded, SOFTWARE)


@pytest.mark.parametrize(
    ("text", "is_explained"),
    [
        *((each, True) for each in ("ngoài ra 24 hồ sơ", "24 hồ sơ còn lại", "cao nhất 24", "24 hồ sơ là hồ sơ của huyện")),
        *((each, False) for each in ("24 hồ sơ là số đúng", "24 hồ sơ là số hồ sơ trễ hạn", "còn 24", "sổ ghi 24")),
    ],
)
def test_words_explain_what_stands_outside_or_is_another_thing(text, is_explained):
    """A figure that is said to be what was asked for is not explained by that."""
    assert is_explained_by_words(read_remark(text).figures[0], LATE) is is_explained


def test_numbers_in_a_list_of_products_are_versions():
    """Only beside a question for products."""
    figure = read_remark("Misa, Hộ tịch 158, Kế toán xã, Cabs").figures[0]
    assert is_explained_by_words(figure, SOFTWARE)
    assert not is_explained_by_words(figure, LATE)


def test_two_levels_together_are_no_answer_for_one():
    """One level is, and so are two where both are asked for."""
    assert counts_both_levels("mức 3 và 4: 23", THIRD)
    assert not counts_both_levels("mức 4: 23", THIRD)
    assert not counts_both_levels("mức 3 và 4: 23", Question("b", "Số thủ tục mức độ 3 và 4", "count"))


def test_the_answer_given_again_explains_other_figures():
    """Behind words of the question; a number behind other words is another."""
    assert names_the_answer("đúng hạn 40; hồ sơ trễ hạn: 3", LATE, Fraction(3))
    assert not names_the_answer("đúng hạn 40; hồ sơ trễ hạn: 4", LATE, Fraction(3))
    assert not names_the_answer("đúng hạn 40; xin lỗi: 3", LATE, Fraction(3))


SENT = Question("sent", "Tổng số văn bản đi", "count", measure="văn bản")
RECEIVED = Question("received", "Số văn bản đến", "count", measure="văn bản")
ONLINE = Question("online", "Số hồ sơ tiếp nhận trực tuyến", "count", measure="hồ sơ")
MEETINGS = Question("meetings", "Số cuộc họp chuyên đề", "count", measure="cuộc")


@pytest.mark.parametrize(
    ("question", "text", "is_explained"),
    [
        *((SENT, each, True) for each in ("Số đến: 5.120", "VB đến 5120", "công văn đến là 5120", "so den: 5120")),
        *((SENT, each, False) for each in ("Số đến nay 5.120", "số đi 5.120", "số đến ngày 31/12: 5.120", "5.120 văn bản")),
        *((RECEIVED, each, each.startswith("VB")) for each in ("VB đi: 1.871", "số đến: 1.871")),
        *((ONLINE, each, True) for each in ("Hồ sơ nhận trực tiếp 1.335", "nộp bản giấy: 40")),
        (ONLINE, "nộp trực tuyến 1.335", False),
        (Question("both", "Số văn bản đi, đến", "count", measure="văn bản"), "Số đến: 5.120", False),
    ],
)
def test_what_goes_the_other_way_is_explained(question, text, is_explained):
    """What came in is no other number for what went out, nor what was brought by hand for what came online."""
    assert is_explained_by_words(read_remark(text).figures[-1], question) is is_explained


@pytest.mark.parametrize(
    ("text", "is_explained"),
    [("Tổ CNTT họp 12 lần", True), ("Chi bộ họp 12 cuộc", True), ("Sở họp 12 lần", False), ("Ban chỉ đạo họp 12 lần", False)],
)
def test_meetings_of_another_body_are_explained(text, is_explained):
    """A team’s or a party cell’s, unless the question asks for them; those of the board may be the very ones."""
    assert is_explained_by_words(read_remark(text).figures[0], MEETINGS) is is_explained
    of_cell = Question("cell", "Số cuộc họp của tổ công nghệ, chi bộ", "count", measure="cuộc")
    assert not is_explained_by_words(read_remark(text).figures[0], of_cell)
