"""Promises about numbers with words behind them: the same measure, another way to say it, or another measure."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.survey.questions import Question
from ictscore.survey.typed.measures import read_measured


def asked(measure: str, label: str = "Câu hỏi") -> Question:
    """Return a question in a measure."""
    return Question("q", label, "number", measure=measure, printed_measure=measure)


@pytest.mark.parametrize(
    ("text", "measure", "label"),
    [
        ("171 máy", "máy", "Số máy tính"),
        ("171 máy tính", "máy", "Số máy tính"),
        ("171 cái", "máy", "Số máy tính"),
        ("171 chiếc máy tính", "máy tính", "Tổng"),
        ("171 thiết bị", "thiết bị", "Tổng"),
        ("171 chiếc", "thiết bị", "Tổng"),
        ("20 cán bộ", "người", "Tổng số cán bộ"),
        ("15 hồ sơ", "", "Số hồ sơ"),
        ("12 triệu", "triệu đồng", "Kinh phí"),
        ("12 tr", "triệu đồng", "Kinh phí"),
        ("12 tỉ đồng", "tỷ đồng", "Kinh phí"),
        ("12 triệu vnđ", "triệu đồng", "Kinh phí"),
        ("12 đ", "đồng", "Kinh phí"),
        ("0 tỷ", "triệu đồng", "Kinh phí"),
        ("12 triệu", "triệu lượt", "Số lượt"),
        ("100 m2", "m2", "Diện tích"),
        ("12 trđ", "triệu đồng", "Kinh phí"),
        ("12 tr.đồng", "triệu đồng", "Kinh phí"),
        ("12 tỷđ", "tỷ đồng", "Kinh phí"),
        ("12 ngđ", "nghìn đồng", "Kinh phí"),
        ("12 nguoi", "người", "Tổng"),
        ("15 ho so", "", "Số hồ sơ"),
    ],
)
def test_words_that_say_the_measure_change_nothing(text, measure, label):
    """The measure itself, a classifier of single things, the thing the label counts, money in another spelling: the same number."""
    found = read_measured(asked(measure, label), text)
    assert (found.fit, found.reading.value) == ("same", int(text.split()[0]))


@pytest.mark.parametrize(
    ("text", "measure", "worth"),
    [
        ("12 tỷ", "triệu đồng", 12000),
        ("12.000.000 đồng", "triệu đồng", 12),
        ("500 nghìn đồng", "triệu đồng", "1/2"),
        ("12 triệu", "đồng", 12_000_000),
        ("2 nghìn", "máy", 2000),
        ("2 ngàn máy", "máy", 2000),
        ("2 nghìn", "", 2000),
    ],
)
def test_amounts_in_another_scale_are_converted_for_the_question_only(text, measure, worth):
    """Thousands, millions and milliards are worked out so that people can be asked, and are never the answer."""
    found = read_measured(asked(measure), text)
    assert (found.fit, found.in_measure) == ("scaled", Fraction(worth))


@pytest.mark.parametrize(
    ("text", "measure", "fit"),
    [
        ("171 người", "máy", "other"),
        ("171 bộ", "máy", "other"),
        ("12 triệu đồng", "máy", "other"),
        ("12 đồng", "máy", "other"),
        ("12 triệu lượt", "triệu đồng", "other"),
        ("171 máy tính", "máy", "other"),
        ("171 cái", "hồ sơ", "pieces"),
        ("171 chiếc", "", "pieces"),
        ("171 chiếc ghế", "máy", "other"),
        ("171 cán bộ", "người", "other"),
        ("12 ng", "máy", "other"),
        ("12 ngan sach", "nghìn đồng", "other"),
        ("12 trụ", "triệu đồng", "other"),
        ("12 đòng", "đồng", "other"),
    ],
)
def test_another_measure_is_another_measure(text, measure, fit):
    """Words that can mean something else are not taken for the measure."""
    assert read_measured(asked(measure), text).fit == fit


@pytest.mark.parametrize("text", ["25.000.000 (hai mươi lăm triệu)", "2.000 (hai nghìn)"])
def test_a_number_spelt_out_in_the_measure_asked_for_is_left_to_be_asked(text):
    """Where millions are asked for, “triệu” in brackets may be the measure: the number is not taken; where single things are, it is."""
    assert read_measured(asked("triệu đồng", "Kinh phí"), text) is None
    assert read_measured(asked("máy"), text).fit == "same"


@pytest.mark.parametrize("text", ["máy", "1 2 máy", "12 máy 3", "1² máy", "12", "12,5,5 máy", "171 máy²"])
def test_what_is_not_one_number_with_words_is_neither(text):
    """Nothing is made of two numbers, or of none."""
    assert read_measured(asked("cái"), text) is None


@pytest.mark.parametrize(
    ("text", "measure", "fit"),
    [
        ("1871 vb", "văn bản", "same"),
        ("12 hs.", "hồ sơ", "same"),
        ("12 tb", "thiết bị", "other"),
        ("12 hs", "văn bản", "other"),
        ("12 m", "máy", "other"),
    ],
)
def test_initials_are_the_measure_of_several_words(text, measure, fit):
    """Offices write VB for văn bản where documents are asked for; TB may be an average, and one letter may be anything."""
    assert read_measured(asked(measure), text).fit == fit
