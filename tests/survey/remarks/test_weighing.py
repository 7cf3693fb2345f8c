"""Laws about figures held against an answer; the remarks of offices show the rest."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ictscore.survey.questions import Question
from ictscore.survey.remarks.remark import read_remark
from ictscore.survey.remarks.weighing import weigh

STAFF = Question("c", "Tổng số người làm việc", "count", measure="người")
SHARE = Question("t", "Tỷ lệ hài lòng", "percent")
NUMBERS = st.integers(1, 1800)


def weight(text, answer, question=STAFF):
    """Return what the figures of a text make of an answer in 2020."""
    return weigh(read_remark(text), question, Fraction(answer), frozenset((2020,)))


@given(NUMBERS, NUMBERS)
def test_a_figure_said_to_be_right_is_the_answer_or_asked_about(answer, figure):
    """Behind a sign, with the measure, and in words."""
    for text in (f"= {figure}", f"tức là {figure}", f"số {figure} mới đúng"):
        assert weight(text, answer) == ("" if figure == answer else "said")
    for text in (f"{figure}", f"{figure} người", f"có {figure} người", f"năm 2020: {figure}"):
        assert weight(text, answer) == ("" if figure == answer else "other")


@given(st.lists(NUMBERS, min_size=2, max_size=4))
def test_parts_that_are_the_answer_together_say_nothing(parts):
    """A breakdown that adds up is no other figure."""
    text = ", ".join(f"{each} {noun}" for each, noun in zip(parts, ("nam", "nữ", "hợp đồng", "biên chế"), strict=False))
    assert weight(text, sum(parts)) == ""


@given(NUMBERS, NUMBERS)
def test_a_part_is_never_more_than_the_answer(answer, part):
    """A part within the answer is passed over; one above it somebody should look at."""
    assert weight(f"trong đó {part} hợp đồng", answer) == ("" if part <= answer else "doubtful")


@given(NUMBERS, NUMBERS)
def test_what_is_compared_says_nothing(answer, figure):
    """Figures of another year, a target, a difference or a share are none of the answer."""
    assume(figure not in (1, 2))
    for lead in ("kỳ trước", "năm 2019:", "kế hoạch giao", "tăng", "so với", "đạt"):
        assert weight(f"{lead} {figure}", answer) == ""
    assert weight(f"đạt {figure}%", answer) == ""


@pytest.mark.parametrize(
    ("text", "weighed"),
    [
        ("38/40", ""),
        ("40/38", "other"),
        ("190/200 phiếu", ""),
        ("96%", "other"),
        ("= 96%", "said"),
        ("tăng 2% so với 2019", ""),
        ("200 phiếu", ""),
    ],
)
def test_shares_are_held_against_what_they_are_of(text, weighed):
    """A share may be said as one number out of another."""
    assert weight(text, 95, SHARE) == weighed


@pytest.mark.parametrize(
    ("text", "weighed"),
    [
        ("85/92", ""),
        ("88/85", "said"),
        ("40/85", ""),
        ("11/12", ""),
        ("88/92", "other"),
        ("85 (88)", "other"),
        ("85, 85", ""),
        ("92 - 7", ""),
        ("5 x 17", ""),
        ("85 là sai, 88 mới đúng", "said"),
        ("ghi nhầm 88, đúng là 85", ""),
        ("nhập sai 88", "said"),
        ("100 người: 12 nghỉ", "doubtful"),
        ("theo QĐ 12/QĐ-UBND: 88 người", "doubtful"),
        ("theo QĐ 12/QĐ-UBND: 80 người", ""),
    ],
)
def test_figures_with_signs_are_read_as_people_mean_them(text, weighed):
    """One out of another, a sum, a difference, or the answer written over."""
    assert weight(text, 85) == weighed


@pytest.mark.parametrize(
    ("text", "weighed"),
    [
        ("66, không phải 75", "said"),
        ("66 người chứ không phải 75 người", "said"),
        ("không phải 75 mà là 66", "said"),
        ("từ 75 xuống 66", "said"),
        ("sửa 75 thành 66", "said"),
        ("75, không phải 66", ""),
        ("tăng từ 60 lên 75", ""),
        ("không phải 75", "doubtful"),
        ("tăng từ 75 lên 90 vào năm 2021", ""),
        ("tăng từ 70 năm 2019 lên 75", ""),
    ],
)
def test_an_answer_that_is_said_to_be_past_is_asked_about(text, weighed):
    """Beside 75: the figure that takes its place is the answer; what is planned for another year is not."""
    assert weight(text, 75) == weighed


@pytest.mark.parametrize(
    ("text", "weighed"),
    [("Xảy ra 02 vụ", "other"), ("xảy ra 2 sự cố", "other"), ("Xảy ra 03 vụ", ""), ("xảy ra 2 vụ mất mạng", ""), ("5 vụ", "other")],
)
def test_incidents_are_counted_under_either_name(text, weighed):
    """Beside three incidents: “vụ” is “sự cố”, and those of one sort are a part."""
    assert weight(text, 3, Question("i", "Số sự cố an toàn thông tin", "count", measure="sự cố")) == weighed


@pytest.mark.parametrize(
    ("text", "weighed"),
    [
        *((each, "doubtful") for each in ("80 công chức", "có 80 cán bộ", "từ 66 đến 75", "khoảng 80 - 90 người")),
        *((each, "") for each in ("12 công chức", "80 công chức, 5 hợp đồng", "80 biên chế", "80 công chức (QĐ 12/QĐ-STC)", "từ 1 đến 85")),
    ],
)
def test_most_of_the_people_and_two_limits_are_looked_at(text, weighed):
    """Beside 85 people: a name for all of them with a smaller number, or a number between others, is no part."""
    assert weight(text, 85, Question("c", "Tổng số người làm việc của đơn vị", "count", measure="người")) == weighed
