"""Promises about measures said beside the answers."""

from __future__ import annotations

import pytest

from ictscore.survey.beside.aside import Aside
from ictscore.survey.beside.aside_measures import against, measured_otherwise_in
from ictscore.survey.questions import Question

MONEY = Question("kinh_phi", "Kinh phí", "number", measure="triệu đồng", printed_measure="triệu đồng")
STAFF = Question("can_bo", "Tổng số cán bộ", "count", measure="người", printed_measure="người")


def asked(text, spot="title", question=None):
    """Return the id of the question that a text gives another measure."""
    found = against(Aside(1, 4, text, spot, question), (STAFF, MONEY))
    return found.id if found is not None else None


@pytest.mark.parametrize(
    "told",
    [
        "theo từng chỉ tiêu", "xem cột 3", "như từng dòng", "xem cột ĐVT", "theo cột (3)", "ghi tại từng câu", "tùy theo từng câu hỏi",
        "theo hướng dẫn", "theo quy định", "ghi ở cột C", "theo từng nội dung", "được ghi tại từng dòng", "xem bên cạnh", "nhiều loại",
        "khác nhau", "như trên", "như cột bên trái", "nêu tại mục 2", "theo từng tiêu chí", "theo đơn vị tính của từng câu",
        "từng câu, từng dòng",
    ],
)  # fmt: skip
def test_measures_that_are_told_elsewhere_are_none(told):
    """Where a line only says where to look, the measure of each question holds."""
    assert [asked(lead + told) for lead in ("Đơn vị tính: ", "ĐVT: ", "(Đơn vị tính: ")] == [None] * 3


@pytest.mark.parametrize("told", ["theo nghìn đồng", "như trên, nghìn đồng", "theo tháng", "xem cột 3 (tỷ đồng)", "câu"])
def test_a_measure_among_such_words_is_one(told):
    """It is what the numbers are counted in."""
    assert asked(f"Đơn vị tính: {told}") is not None


@pytest.mark.parametrize(
    "text",
    [
        "ĐVT: 1000đ",
        "Đơn vị: 1.000 đồng",
        "(Đơn vị tính: tỷ đồng)",
        "nghìn đồng",
        "Tính bằng nghìn đồng",
        "ĐVT: đồng",
    ],
)
def test_another_measure_of_money_is_found(text):
    """However it is written, a measure of money that is not the question's is found."""
    assert asked(text) == "kinh_phi"


@pytest.mark.parametrize(
    "text",
    [
        "ĐVT: triệu đồng",
        "Đơn vị: triệu đồng",
        "ĐVT: người, triệu đồng",
        "Đơn vị: Sở A",
        "Số liệu tính bằng người",
        "Tỷ lệ tính theo năm",
        "BẢNG SỐ LIỆU",
        "Từ 500 nghìn đồng trở lên",
    ],
)
def test_equal_measures_and_other_texts_change_nothing(text):
    """The rulebook's own measures, names of units, titles and sums of money are no other measure."""
    assert asked(text) is None


@pytest.mark.parametrize("text", ["ĐVT: nghìn", "Số liệu tính bằng nghìn", "Tất cả đều tính theo tỷ"])
def test_a_power_of_ten_alone_is_that_of_all_numbers(text):
    """Said of all data it is asked about at the first number, of whatever."""
    assert asked(text) == "can_bo"


def test_the_measure_of_nothing_that_is_asked_is_found():
    """A text that says all is counted in something nobody asks for is asked about."""
    assert asked("ĐVT: bộ") == "can_bo"


def test_a_measure_over_one_column_is_held_against_its_question():
    """A measure right over a column concerns the question of that column."""
    assert asked("Nghìn đồng", "heading", MONEY) == "kinh_phi"
    assert asked("Người", "heading", STAFF) is None


@pytest.mark.parametrize("text", ["12,5 tỷ đồng theo QĐ 12", "tổng: 12,5 tỷ", "12.5 nghìn đồng", "khoản 12,5 đồng"])
def test_the_answers_own_number_in_another_power_is_found(text):
    """Evidence that gives the number of the answer in another power of ten contradicts its measure."""
    assert measured_otherwise_in(text, MONEY, "12.5")


@pytest.mark.parametrize("text", ["12,5 triệu đồng", "QĐ 12,5", "dự án 20 tỷ đồng", "12,5 tỷ lệ", "112,5 tỷ đồng", ""])
def test_other_numbers_and_the_same_power_are_not(text):
    """The same measure, other sums and numbers without a power of ten say nothing of the answer's measure."""
    assert not measured_otherwise_in(text, MONEY, "12.5")


def test_without_a_number_or_a_measure_nothing_is_compared():
    """An answer in words, or a question without a measure, cannot be given in another one."""
    assert not measured_otherwise_in("12,5 tỷ đồng", MONEY, "khoảng 12,5")
    assert not measured_otherwise_in("12,5 tỷ đồng", Question("x", "Kinh phí", "number"), "12.5")
