"""Promises about texts that name another time or kind than a question: it is never offered for them."""

from __future__ import annotations

import pytest

from ictscore.survey.layouts.other_times import names_another_time

LABEL = "Số hồ sơ tiếp nhận trong kỳ"
RULES = f"""
id: thu
rounds: {{years: [2020]}}
answers:
  can_bo: {{label: Tổng số cán bộ, type: count}}
  ho_so: {{label: {LABEL}, type: count, required: false}}
  may_tinh: {{label: Số máy tính, type: count}}
  kinh_phi: {{label: Kinh phí, type: number}}
criteria: [{{id: c, max_points: 10, formula: {{kind: ratio, of: may_tinh, over: can_bo, when_denominator_zero: zero}}}}]
"""
OTHER = [
    "Số hồ sơ tiếp nhận trong quý", "Số hồ sơ tiếp nhận trong quí", "Số hồ sơ tiếp nhận trong năm", "Số hồ sơ tiếp nhận trong tháng",
    "So ho so tiep nhan trong quy", "Số hồ sơ tiếp nhận kỳ trước", "Số hồ sơ dự kiến trong kỳ", "So ho so ke hoach trong ky",
    "Số hồ sơ tiếp nhận trong quy",
]  # fmt: skip
SLIPS = [
    "Số hồ sơ tiếp nhận trong kỷ", "Số hồ sơ tiếp nhân trong kỳ", "Số hồ sơ tiếp nhận trong kì này", "Số hồ sơ tiếp nhận tronk ky",
    "Số hồ sơ tiếp nhận", "Số hồ sơ tiếp nhận nam",
]  # fmt: skip


def told(read, rules, label):
    """Return what is said of a row that no question prints."""
    rows = [["Đơn vị: Sở A"], ["Nội dung", "Kết quả"], ["Tổng số cán bộ", 20], [label, 3], ["Số máy tính", 10], ["Kinh phí", 5]]
    (message,) = [each.message for each in read(rows, rules(RULES)).findings if each.code == "SV404"]
    return message


@pytest.mark.parametrize("text", OTHER)
def test_a_question_of_another_time_is_not_offered(read, rules, text):
    """Whoever followed the offer would give the figures of another time, or what was planned."""
    assert names_another_time(text, LABEL)
    assert told(read, rules, text) == f"The row “{text}” is not known and was not read."


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_still_offered_its_question(read, rules, text):
    """A word misspelt, or left out, is not another time."""
    assert not names_another_time(text, LABEL)
    assert told(read, rules, text) == f"The row “{text}” is not known and was not read (did you mean “{LABEL}”?)."


def test_kinds_of_data_are_words_of_their_own():
    """“Nước” is no estimate, and “thực hiện” in both says nothing."""
    assert not names_another_time("Số hồ sơ nước sạch", "Số hồ sơ nước")
    assert not names_another_time("Số hồ sơ thực hiên trong kỳ, đã thực hiện", "Số hồ sơ đã thực hiện trong kỳ")
    assert names_another_time("Ước số hồ sơ", "Số hồ sơ")
