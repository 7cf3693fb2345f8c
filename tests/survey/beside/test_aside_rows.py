"""Promises about what stands in a question's own row and says something else of its answer."""

from __future__ import annotations

import pytest

MARKS = ["#id", "#number", "#label", "#measure", "#self", "#evidence", "#note"]
WHO = [["#unit", "", "Đơn vị", "", "Sở Nội vụ"], ["#group", "", "Nhóm", "", "a"]]
COMPUTERS = ["may_tinh", 2, "Số máy tính", "máy", 10]
BOUGHT = "Quyết định mua 20 máy năm 2019, 3 tỷ đồng"


def form(label="Tổng số cán bộ", measure="người", answer=20, evidence="", note=""):
    """Return a form whose first row holds these."""
    return [MARKS, *WHO, ["", "TT", "Câu hỏi"], ["can_bo", 1, label, measure, answer, evidence, note], COMPUTERS]


@pytest.mark.parametrize("note", ["ĐVT: nghìn người", "đơn vị tính: nghìn người"])
def test_a_note_that_counts_in_thousands_is_asked_about(read, found, note):
    """Nobody knows whether 20 are twenty people or twenty thousand."""
    assert ("SV440", "G5") in found(read(form(note=note)))


def test_a_note_of_another_year_is_asked_about(read, found):
    """A figure of 2019 is none of 2020."""
    assert ("SV441", "G5") in found(read(form(note="Số liệu năm 2019")))


def test_a_label_of_another_year_is_asked_about(read, found):
    """A question somebody worded for another year was answered for that year."""
    assert ("SV441", "C5") in found(read(form(label="Tổng số cán bộ năm 2019")))


@pytest.mark.parametrize("mark", ["evidence", "note"])
def test_documents_and_purchases_say_nothing(read, found, mark):
    """Years and sums of what was bought or decided are passed over, and so is the round's own year."""
    assert found(read(form(**{mark: BOUGHT}))) == []
    assert found(read(form(**{mark: "số liệu năm 2020"}))) == []


def test_a_blank_answer_is_counted_in_nothing(read, found):
    """Where nothing is answered, the note about its measure cannot be wrong."""
    assert "SV440" not in [code for code, _ in found(read(form(answer="", note="ĐVT: nghìn người")))]
