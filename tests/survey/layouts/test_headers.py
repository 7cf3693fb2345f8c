"""Headers over several rows, loosely worded, repeated, beside each other: what each column is taken for, and where it is asked."""

from __future__ import annotations

import pytest

from ictscore.survey.labels.loose_labels import loosened, plain, toneless
from ictscore.survey.layouts.vocabulary import Vocabulary

HEAD = ["Tên đơn vị", "Nhóm", "Tổng số cán bộ", "Số máy tính"]
ROW = ["Sở Nội vụ", "a", 20, 10]
QUIET = ("SV411",)


def answers(survey):
    """Return what every unit answered, without what was left blank."""
    return {each.unit: {name: answer.value for name, answer in each.answers["self"].items() if answer.raw} for each in survey.submissions}


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("1. Số máy tính", "Số máy tính"),
        ("1.2.3 Số máy tính", "Số máy tính"),
        ("IV) Số máy tính", "Số máy tính"),
        ("đ) Số máy tính", "Số máy tính"),
        ("(3) Số máy tính (*)", "Số máy tính"),
        ("Số máy tính:**", "Số máy tính"),
        ("Ｓố máy tính", "Số máy tính"),
        ("S\u1ed1 m\u0430y", "Số may"),
        ("Số máy tính (ĐVT: máy)", "Số máy tính (máy)"),
        ("Số máy tính [máy]", "Số máy tính (máy)"),
        ("- Số máy tính", "Số máy tính"),
        ("+Số máy tính", "Số máy tính"),
        ("• Số máy tính", "Số máy tính"),
        ("Trong đó: – Số máy tính", "Số máy tính"),
    ],
)
def test_a_label_is_stripped_step_by_step(text, taken):
    """Numbering, stars, other letters and brackets are taken away, and nothing else."""
    assert list(loosened(text))[-1] == taken


@pytest.mark.parametrize("text", ["3G phủ sóng", "Mức 3", "I. ", "Xã hội hóa", "A và B", "-5 độ", "Trong đó nữ", "Có - không"])
def test_what_belongs_to_a_label_stays(text):
    """Figures and letters that are part of a label are not taken for numbering."""
    assert list(loosened(text))[-1] == plain(text).removesuffix(".")


def test_marks_are_taken_off_vietnamese():
    """Đ is a letter with a mark as well."""
    assert toneless("ĐƠN VỊ  Được Ủy quyền") == "don vi duoc uy quyen"


def test_a_header_without_tone_marks_is_noted(read, found):
    """A header typed without tone marks has one reading; it is noted at its cell."""
    survey = read([[*HEAD[:3], "So may tinh"], ROW])
    assert answers(survey) == {"Sở Nội vụ": {"can_bo": 20, "may_tinh": 10}}
    assert found(survey) == [("SV419", "D1")]


def test_a_stage_below_a_question_is_its_stage(read, found, rules):
    """Below a question, the names of the stages tell its columns apart."""
    staged = rules(
        "id: thu\nanswers: {x: {label: Số lượng, type: count}}\n"
        "stages: [{id: self, name: Tự chấm}, {id: council, name: Hội đồng}]\n"
        "criteria: [{id: c, max_points: 10, formula: {kind: count, of: x, each: 1}}]\n"
    )
    survey = read(
        [["Tên đơn vị", "Số lượng", ""], ["", "Tự chấm", "Hội đồng"], ["Sở A", 2, 3]],
        staged,
        change=lambda book: book.worksheets()[0].merge_range("B1:C1", "Số lượng"),
    )
    (only,) = survey.submissions
    assert (only.answer("x", "self").value, only.answer("x", "council").value) == (2, 3)
    assert {code for code, _ in found(survey)} <= {"SV419"}


def test_a_question_over_unknown_headings_is_asked(read, found):
    """A question's label above a text nobody knows does not say that the column holds it, merged or not."""
    rows = [[*HEAD, "Kinh phí"], ["", "", "", "Máy chủ", ""], [*ROW, 5]]
    survey = read(rows)
    assert answers(survey) == {"Sở Nội vụ": {"can_bo": 20, "kinh_phi": 5}}
    assert found(survey) == [("SV430", "D2"), ("SV405", "2:2")]


def test_another_question_below_a_question_is_asked(read, found):
    """Two labels in one column contradict each other."""
    survey = read([HEAD, ["", "", "", "Kinh phí"], ROW])
    assert ("SV430", "D2") in found(survey)
    assert answers(survey) == {"Sở Nội vụ": {"can_bo": 20}}


def test_the_header_of_a_later_table_holds_for_its_rows(read, found):
    """Two tables below each other with columns in another order are each read by their own header, also under marks."""
    other = ["Tên đơn vị", "Nhóm", "Số máy tính", "Tổng số cán bộ"]
    for first in ([HEAD], [["#unit", "#group", "can_bo", "may_tinh"], HEAD]):
        survey = read([*first, ROW, [], other, ["Sở Y tế", "a", 3, 4]])
        assert answers(survey) == {"Sở Nội vụ": {"can_bo": 20, "may_tinh": 10}, "Sở Y tế": {"can_bo": 4, "may_tinh": 3}}
        assert [code for code, _ in found(survey)] == ["SV433"]


def test_a_header_said_again_with_a_column_gone_ends_the_table(read, found):
    """Where the header comes again and names a column otherwise, its rows are not read by the old one."""
    survey = read([HEAD, ROW, [*HEAD[:3], "Điện thoại"], ["Sở Y tế", "a", 3, 4]])
    assert answers(survey) == {"Sở Nội vụ": {"can_bo": 20, "may_tinh": 10}, "Sở Y tế": {"can_bo": 3}}
    assert ("SV405", "3:3") in found(survey)


def test_tables_beside_each_other_may_begin_in_other_rows(read, found):
    """A table to the right that begins lower down takes no rows from the one to the left."""
    right = ["", *HEAD]
    survey = read([HEAD, ROW, ["Sở Y tế", "a", 4, 3, *right], ["Sở Công Thương", "a", 6, 5, "", "Thanh tra", "a", 7, 7]])
    assert list(answers(survey)) == ["Sở Nội vụ", "Sở Y tế", "Sở Công Thương", "Thanh tra"]
    assert answers(survey)["Thanh tra"] == {"can_bo": 7, "may_tinh": 7}
    assert [code for code, _ in found(survey)] == ["SV433"]


def test_a_second_name_without_answers_is_no_table(read, found):
    """Two columns of names beside one set of answers are two columns of one thing."""
    assert ("SV406", "E1") in found(read([[*HEAD, "Tên đơn vị"], [*ROW, "Sở Y tế"]]))


def test_communes_are_units_and_their_district_is_not(read, found, listed):
    """Where communes have a column, the district is what they belong to; alone, the district is the unit."""
    survey = read([["Huyện", "Xã/Phường", "Nhóm", "Số"], ["Huyện A", "Xã B", "b", 3]], listed)
    assert [(each.unit, each.parent) for each in survey.submissions] == [("Xã B", "Huyện A")]
    alone = read([["Huyện", "Nhóm", "Tổng số cán bộ", "Số máy tính"], ["Huyện A", "a", 3, 2]])
    assert [each.unit for each in alone.submissions] == ["Huyện A"]
    assert found(alone) == [("SV419", "A1")]


def test_a_header_beyond_the_first_rows_is_not_looked_for(read, found):
    """A header is looked for in the first 500 rows that hold something."""
    front = [[f"dòng {number}"] for number in range(501)]
    assert found(read([*front[:499], HEAD, ROW])) == [("SV613", "A1")]
    assert ("SV401", "") in found(read([*front, HEAD, ROW]))


@pytest.mark.parametrize(
    ("heading", "taken"),
    [
        ("Số máy tính (chiếc)", True),
        ("2) Số máy tính [cái]", True),
        ("Số máy tính ( Máy )", True),
        ("Số máy tính (hỏng)", False),
        ("Số máy tính (bộ)", False),
        ("Số máy tính (2019)", False),
        ("Số máy tính (nghìn máy)", False),
        ("Có mạng (chiếc)", False),
        ("Tên đơn vị (chiếc)", False),
    ],
)
def test_a_measure_spelt_otherwise_is_no_other_question(loaded, heading, taken):
    """A heading with the measure of its question in brackets is that question; a part, another measure or a year is not."""
    found = Vocabulary(loaded.rulebook).heading(heading)
    assert (found is not None and found.meaning.id == "may_tinh") is taken
