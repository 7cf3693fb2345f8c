"""Promises about what a figure counts."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.survey.questions import Question
from ictscore.survey.remarks.figures import figures_in
from ictscore.survey.remarks.kin import held, may_be_all, own_words

STAFF = Question("c", "Tổng số cán bộ", "count", measure="người")
FILES = Question("h", "Số hồ sơ", "count", measure="hồ sơ")
SHARE = Question("t", "Tỷ lệ", "percent")
INCIDENTS = Question("i", "Số sự cố an toàn thông tin", "count", measure="sự cố")
MONEY = Question("k", "Kinh phí", "number", measure="triệu đồng")


@pytest.mark.parametrize(
    ("text", "question", "fit"),
    [
        ("88", STAFF, "bare"),
        ("88 mới đúng", STAFF, "bare"),
        ("88 người", STAFF, "own"),
        ("88 nguoi", STAFF, "own"),
        ("88 cán bộ", STAFF, "own"),
        ("88 người nghỉ hưu", STAFF, "kin"),
        ("45 nữ", STAFF, "kin"),
        ("3 phòng", STAFF, "foreign"),
        ("95 %", STAFF, "nothing"),
        ("3 tỷ đồng", STAFF, "nothing"),
        ("12 hs", FILES, "own"),
        ("02 vụ", INCIDENTS, "own"),
        ("02 vụ mất mạng", INCIDENTS, "kin"),
        ("95%", SHARE, "own"),
        ("95 phiếu", SHARE, "foreign"),
        ("5 tỷ", MONEY, "own"),
        ("5 tỷ mua sắm", MONEY, "kin"),
    ],
)
def test_figures_count_what_was_asked_for_or_not(text, question, fit):
    """The thing itself, some of its kind, another thing, or nothing that can be counted."""
    assert held(figures_in(text)[0], question).fit == fit


def test_amounts_are_told_in_the_measure_asked_for():
    """Five billion are five thousand million."""
    assert held(figures_in("5 tỷ")[0], MONEY).value == 5000


def test_the_words_of_a_question_are_its_label_and_measure():
    """With and without their marks."""
    assert {"cán", "can", "người", "nguoi"} <= own_words(STAFF)


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        *((each, True) for each in ("80 công chức", "80 cán bộ, công chức", "43 đồng chí", "80 CBCC")),
        *((each, False) for each in ("80 biên chế", "42 công chức", "80 nữ", "80 công chức nữ", "90 công chức")),
    ],
)
def test_most_of_them_under_a_name_for_all_may_be_the_number(text, may_be):
    """Beside 85 people: parts have names of their own, or are few."""
    staff = Question("c", "Tổng số người làm việc", "count", measure="người")
    assert may_be_all(held(figures_in(text.lower())[0], staff), Fraction(85)) is may_be
