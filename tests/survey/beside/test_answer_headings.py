"""Promises about what stands above the answers of our own form."""

from __future__ import annotations

import pytest

MARKS = ["#id", "#number", "#label", "#measure", "#self", "#evidence", "#note"]


def form(heading: str, *above: list[object]) -> list[list[object]]:
    """Return our form with a heading over its answers, and rows above the headings."""
    return [
        MARKS,
        ["#unit", "Đơn vị", "", "", "Sở Nội vụ"],
        *above,
        ["", "STT", "Câu hỏi", "Đơn vị tính", heading, "Minh chứng", "Ghi chú"],
        ["", "s"],
        ["can_bo", 1, "Tổng số cán bộ *", "người", 20],
        ["may_tinh", 2, "Số máy tính *", "máy", 10],
        ["kinh_phi", 3, "Kinh phí", "", ""],
    ]


STAMP = {"kind": "form", "rulebook": "thu", "group": "a", "unit": "Sở Nội vụ"}


@pytest.mark.parametrize("heading", ["", "Trả lời", "SỐ LIỆU", "Kết quả năm 2020", "Năm 2020", "2020", "(5) Câu trả lời của đơn vị (2020)"])
def test_usual_headings_and_years_alone_say_nothing(read, found, heading):
    """Other usual words for the answers, and the year of the round, are left alone."""
    assert found(read(form(heading), stamp=STAMP)) == []


def test_a_renamed_heading_is_told_where_it_stands(read, found):
    """A plan is asked about, what nobody knows is warned of; the answers are read."""
    survey = read(form("Kế hoạch"), stamp=STAMP)
    assert found(survey) == [("SV540", "E3")]
    assert survey.submissions[0].answers["self"]["can_bo"].value == 20
    assert found(read(form("Toàn tỉnh"), stamp=STAMP)) == [("SV439", "E3")]


def test_a_row_that_names_nothing_else_is_no_heading(read, found):
    """The legend above the headings has words over the answers too, and is none of it."""
    legend = ["", "", "Chú giải ô:", "* bắt buộc", "nếu có (không dấu)"]
    assert found(read(form("", legend), stamp=STAMP)) == []
    assert found(read(form("Trả lời", legend), stamp=STAMP)) == []


@pytest.mark.parametrize(("typed", "codes"), [(0, []), (1, []), (2, ["SV541"]), ("88", ["SV541"]), ("xem dưới", ["SV613"])])
def test_what_cannot_be_the_count_of_blanks_is_asked_about(read, found, typed, codes):
    """One optional answer is blank: pasted as a value the count is 0 or 1, and any other number was typed over it."""
    count = ["", "Số câu bắt buộc còn để trống", "", "", typed]
    assert [code for code, _ in found(read(form("Trả lời", count), stamp=STAMP))] == codes


def test_a_count_that_is_still_a_formula_is_the_form_s_own(read, found, formula):
    """Whatever a program stored for it: the agency typed nothing."""
    count = ["", "Số câu bắt buộc còn để trống", "", "", formula("=88", 88)]
    assert found(read(form("Trả lời", count), stamp=STAMP), "SV291") == []
