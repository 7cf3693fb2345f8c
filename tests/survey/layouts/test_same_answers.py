"""Promises about columns that hold the same in every row: there is nothing to ask, unless their headings say different things."""

from __future__ import annotations

import pytest

from ictscore.rulebook.load import load_rulebook
from ictscore.survey.blank.questions import form_questions
from ictscore.survey.reading import read_survey

STAFF, COMPUTERS, NET, WORDS = "Tổng số cán bộ", "Số máy tính", "Có mạng", "Lời ghi"
UNIT = [["Đơn vị: Sở A"], ["Nhóm: Nhóm một"]]
ROWS = [[STAFF, 20], [COMPUTERS, 10], [NET, "có"], [WORDS, "đủ"]]
ALL = {"can_bo": 20, "may_tinh": 10, "co_mang": True, "loi_ghi": "đủ"}


def given(survey):
    """Return what the only unit answered."""
    (only,) = survey.submissions
    return {name: answer.value for name, answer in only.answers["self"].items() if answer.raw}


def twice(*heads, rows=ROWS):
    """Return a form typed again that says every answer once below each heading."""
    return [*UNIT, ["Nội dung", *heads], *([label, *[value] * len(heads)] for label, value in rows)]


@pytest.mark.parametrize(
    "heads",
    [("Kết quả", "Giá trị"), ("Số liệu", "Thực hiện"), ("Kết quả", ""), ("Kết quả", "Ý kiến khác"), ("Kết quả", "Giá trị", "Số liệu")],
)
def test_the_first_is_read_and_one_note_says_so(read, found, heads):
    """Whichever is meant, the answers are the same."""
    survey = read(twice(*heads))
    assert given(survey) == ALL
    assert found(survey) == [("SV614", "B3"), ("SV420", "B3")]
    assert {each.place.cell[0] for each in survey.submissions[0].answers["self"].values() if each.raw} == {"B"}


def test_the_first_that_is_headed_as_answers_is_read(read, found):
    """A heading nobody knows before it is none of answers."""
    survey = read(twice("Ý kiến khác", "Kết quả"))
    assert given(survey) == ALL
    assert found(survey) == [("SV614", "C3"), ("SV420", "C3")]
    [note] = [each for each in survey.findings if each.code == "SV614"]
    assert note.message == "Columns C “Kết quả”, B “Ý kiến khác” hold the same answer in every row; the first of them was read."


def test_a_row_that_is_blank_in_both_is_missing(read):
    """Nothing is answered there, whichever is meant."""
    survey = read(twice("Kết quả", "Giá trị", rows=[*ROWS[:3], [WORDS, ""]]))
    assert given(survey) == {name: value for name, value in ALL.items() if name != "loi_ghi"}


def test_a_formula_that_repeats_the_answer_says_the_same(read, found, formula):
    """What counts is what stands there."""
    rows = [[label, value, formula(f"=B{row}", value)] for row, (label, value) in enumerate(ROWS[:2], 4)]
    survey = read([*UNIT, ["Nội dung", "Kết quả", "Giá trị"], *rows, [NET, "có", "có"]])
    assert given(survey) == {"can_bo": 20, "may_tinh": 10, "co_mang": True}
    assert ("SV614", "B3") in found(survey)


@pytest.mark.parametrize("other", [11, "", "10", 10.5])
def test_one_row_that_differs_is_asked_about(read, found, other):
    """Another number, a blank, or a text for a number: which column holds is not clear."""
    rows = [[label, value, value] for label, value in ROWS]
    rows[1][2] = other
    assert found(read([*UNIT, ["Nội dung", "Kết quả", "Giá trị"], *rows])) == [("SV421", "B3"), ("SV413", "")]


def test_the_same_number_shown_otherwise_is_not_the_same(read, found, shown_as):
    """Half and fifty in a hundred may be read as different answers."""
    rows = [[STAFF, 20, 20], [COMPUTERS, 10, 10], ["Tỷ lệ trực tuyến", 0.5, shown_as(0.5, "0%")]]
    assert found(read([*UNIT, ["Nội dung", "Kết quả", "Giá trị"], *rows])) == [("SV421", "B3"), ("SV413", "")]


@pytest.mark.parametrize(
    "heads",
    [
        ("Số liệu năm 2019", "Số liệu năm 2020"), ("Kết quả", "Số liệu năm 2019"), ("Kế hoạch", "Thực hiện"), ("Kết quả", "Năm trước"),
        ("Kết quả", "Sở Y tế"), ("Kết quả", "Thẩm định"), ("Kết quả", "Cuối kỳ"), ("Kết quả (nghìn đồng)", "Giá trị (triệu đồng)"),
        ("Kết quả", "Ước thực hiện"), ("Ý kiến khác", "Ý kiến nữa"), ("Kết quả", "Có"),
        ("Kết quả", "Lũy kế"), ("Kết quả", "Tăng so với trước"), ("Kết quả", "Giá trị nghìn đồng"), ("Kết quả", "Nam truoc"),
        ("Kết quả", "Trong đó: nữ"), ("Kết quả", "Tổng cộng"), ("Kết quả", "Tỷ lệ %"),
    ],
)  # fmt: skip
def test_headings_that_say_different_things_are_asked_about(read, found, heads):
    """Figures of another time, of a plan, of others or in another measure may be copied; two unknown headings say nothing at all."""
    assert found(read(twice(*heads)))[-1] == ("SV413", "")


def test_in_one_row_alone_they_agree_by_chance(read, found):
    """The others are blank: nothing tells that one column repeats the other."""
    rows = [[STAFF, 20], [COMPUTERS, ""], [NET, ""], [WORDS, ""]]
    assert found(read(twice("Kết quả", "Giá trị", rows=rows))) == [("SV421", "B3"), ("SV413", "")]


@pytest.mark.parametrize("heads", [("Kết quả", "Giá trị"), ("Có", "Không", "Số liệu")])
def test_a_column_of_a_later_stage_before_the_answers_stays_its_own(write, heads):
    """What the unit answered is the unit’s, wherever the council’s column stands; what stands there is told as the council’s."""
    loaded = load_rulebook("binhthuan-2020")
    asked = [each.spec.label for each in form_questions(loaded.rulebook, "pl_i") if each.spec.type == "count"][:10]
    answers = [["Có", "", number] if len(heads) > 2 else [number, number] for number in range(11, 21)]
    answers[-1] = ["", "Không", 0] if len(heads) > 2 else [20, 20]
    rows = [[label, 99 if at == 4 else "", *answer] for at, (label, answer) in enumerate(zip(asked, answers, strict=True))]
    path = write([["Đơn vị: Sở Nội vụ"], ["Nhóm: Nhóm áp dụng Phụ lục I"], ["Nội dung", "Hội đồng thẩm định", *heads], *rows])
    survey = read_survey([path], loaded.rulebook, loaded.hash)
    (only,) = survey.submissions
    numbers = [*range(11, 20), 0 if len(heads) > 2 else 20]
    assert sorted(answer.value for answer in only.answers["self"].values() if answer.raw) == sorted(numbers)
    assert [each.place.cell for each in survey.findings if each.code == "SV450"] == ["B8"]
