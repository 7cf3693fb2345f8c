"""Forms without marks: recognised by the questions they print, or refused by name."""

from __future__ import annotations

import pytest

from ictscore.survey.layouts.printed_words import is_one_answer, part_of

STAFF, COMPUTERS, NET = "Tổng số cán bộ", "Số máy tính", "Có mạng"
UNIT = [["Đơn vị: Sở A"], ["Nhóm: Nhóm một"]]
HEAD = ["STT", "Nội dung", "Số liệu"]
ROWS = [[1, STAFF, 20], [2, COMPUTERS, 10], [3, NET, "có"], [4, "Lời ghi", "đủ"]]


def answers(survey):
    """Return what the only unit answered."""
    (only,) = survey.submissions
    return {name: answer.value for name, answer in only.answers["self"].items() if answer.raw}


ALL = {"can_bo": 20, "may_tinh": 10, "co_mang": True, "loi_ghi": "đủ"}


def test_a_retyped_form_is_read_and_noted(read, found):
    """A form typed again gives its answers, its unit and its group, with one note at the column of answers."""
    survey = read([*UNIT, HEAD, *ROWS])
    assert (survey.submissions[0].unit, survey.submissions[0].group, answers(survey)) == ("Sở A", "a", ALL)
    assert found(survey) == [("SV420", "C3")]
    assert "recognised by what is printed: 4" in survey.findings[0].message


@pytest.mark.parametrize("before", ["- ", "+ ", "• ", "Trong đó: ", "Trong đó: - "])
def test_a_question_behind_a_dash_is_that_question(read, found, before):
    """What lists a row says nothing against its question; the row is read, with a note."""
    survey = read([*UNIT, HEAD, ROWS[0], [2, f"{before}{COMPUTERS}", 10], *ROWS[2:]])
    assert answers(survey) == ALL
    assert found(survey) == [("SV420", "C3"), ("SV419", "B5")]


@pytest.mark.parametrize("label", ["Số máy tính không nối mạng", "Số máy tín năm 2019"])
def test_a_question_of_the_opposite_or_another_year_is_offered_nothing(read, label):
    """Whoever followed the offer would give the figures of something else."""
    survey = read([*UNIT, HEAD, *ROWS[:2], ["", label, 3], *ROWS[2:]])
    told = [each.message for each in survey.findings if each.code == "SV404"]
    assert len(told) == 1
    assert "did you mean" not in told[0]


def test_the_column_of_answers_may_stand_anywhere(read):
    """It is found by its heading, to the left as well, and without headings as the only one that can be it."""
    left = [*UNIT, ["Số liệu", "STT", "Nội dung"], *([value, number, label] for number, label, value in ROWS)]
    bare = [*UNIT, *([label, value] for _, label, value in ROWS)]
    assert answers(read(left)) == answers(read(bare)) == ALL


@pytest.mark.parametrize(
    ("head", "more"),
    [
        ([*HEAD, "Kết quả"], [1, 2, "không", "đủ"]),
        ([*HEAD, "Năm trước"], [1, 2, "không", "đủ"]),
        ([*HEAD, ""], [1, 2, "", ""]),
        (["STT", "Nội dung", "Số liệu năm 2019", "Số liệu năm 2020"], [1, 2, "có", "đủ"]),
        (["STT", "Nội dung", "Có", "Không"], ["", "", "", ""]),
    ],
)
def test_two_columns_that_could_hold_the_answers_are_asked(read, found, head, more):
    """Wherever a second column could hold the answers, none is read."""
    survey = read([*UNIT, head, *([*row, extra] for row, extra in zip(ROWS, more, strict=True))])
    assert [code for code, _ in found(survey)] == ["SV421", "SV413"]


def test_columns_known_for_something_else_are_no_rivals(read, found):
    """Measures, points, evidence and remarks do not compete with the answers; other figures among the last two are told, or asked about."""
    head = ["TT", "Chỉ tiêu", "Đơn vị", "Điểm tối đa", "Thực hiện", "Minh chứng", "Ghi chú"]
    rows = [[1, STAFF, "người", 10, 20, 3, 19], [2, COMPUTERS, "máy", 10, 10], [3, NET, "", 5, "có"], [4, "Lời ghi", "", 1, "đủ"]]
    survey = read([*UNIT, head, *rows])
    assert answers(survey) == ALL
    assert found(survey) == [("SV420", "E3"), ("SV481", "F4"), ("SV482", "G4")]


def test_a_measure_that_is_not_the_rulebooks_is_an_error(read, found):
    """What is printed as the measure is held against the rulebook's in a retyped form too."""
    rows = [["Nội dung", "ĐVT", "Số liệu"], [STAFF, "nghìn người", 20], [COMPUTERS, "máy", 10], [NET, "", "có"], ["Lời ghi", "", "đủ"]]
    assert ("SV452", "B4") in found(read([*UNIT, *rows]))


def test_a_table_on_its_side_is_refused_by_name(read, found):
    """Units across and questions down are told, with the units' names, and nothing is read."""
    rows = [["Tên đơn vị", "Sở A", "Sở B", "Sở C", "Sở D"], *([label, value, value, value, value] for _, label, value in ROWS)]
    survey = read(rows)
    assert found(survey) == [("SV423", "B1"), ("SV413", "")]
    assert "(Sở A, Sở B, Sở C …)" in survey.findings[0].message
    assert survey.submissions == ()


@pytest.mark.parametrize(
    "heads",
    [
        ["Quý I", "Quý II", "Quý III", "Quý IV"],
        ["Đầu kỳ", "Cuối kỳ"],
        ["Cơ quan Sở", "Đơn vị trực thuộc", "Tổng cộng"],
        ["Tổng số", "Trong đó: cơ quan Sở", "Trong đó: đơn vị trực thuộc"],
    ],
)
def test_periods_and_parts_across_are_no_units(read, found, heads):
    """Several answers to one question, by period or part, are told as that, and nothing is read."""
    rows = [*UNIT, ["Nội dung", *heads], *([label, *[value] * len(heads)] for _, label, value in ROWS)]
    assert found(read(rows)) == [("SV592", "B3"), ("SV413", "")]


def test_units_across_with_a_total_still_lie_on_their_side(read, found):
    """A last column for the total makes no parts of the units."""
    rows = [["Nội dung", "Sở A", "Sở B", "Tổng cộng"], *([label, value, value, value] for _, label, value in ROWS)]
    assert found(read(rows))[0] == ("SV423", "B1")


@pytest.mark.parametrize(
    "heads",
    [
        ["Tự đánh giá", "Thẩm định"],
        ["Đơn vị tự chấm", "Hội đồng thẩm định"],
        ["Tự đánh giá", "Kết quả thẩm định", "Hội đồng"],
        ["Tự đánh giá", "Sở Nội vụ"],
    ],
)
def test_stages_across_are_no_units(read, found, heads):
    """Who answered and who judged stand side by side: which column holds the answers is asked, and nothing is said of units."""
    rows = [*UNIT, ["Nội dung", *heads], *([label, *[value] * (len(heads) - 1), 3] for _, label, value in ROWS)]
    assert found(read(rows)) == [("SV421", "B3"), ("SV413", "")]


def test_yes_or_no_beside_figures_are_one_column(read, found):
    """Two columns that share out the answers are taken together, with a note; each answer keeps its own cell."""
    rows = [[STAFF, "", 20], [COMPUTERS, "", 10], [NET, "có", ""], ["Lời ghi", "", "đủ"]]
    survey = read([*UNIT, ["Nội dung", "Có/Không", "Số liệu"], *rows])
    assert answers(survey) == ALL
    assert sorted(found(survey)) == [("SV420", "B3"), ("SV593", "B3")]
    given = survey.submissions[0].answers["self"]
    assert [given[name].place.cell for name in ("can_bo", "may_tinh", "co_mang", "loi_ghi")] == ["C4", "C5", "B6", "C7"]


def test_two_columns_of_any_answers_are_never_put_together(read, found):
    """Which of the two holds is not clear, even where no row has both."""
    rows = [[STAFF, "", 20], [COMPUTERS, "", 10], [NET, "có", ""], ["Lời ghi", "", "đủ"]]
    assert found(read([*UNIT, ["Nội dung", "Kết quả", "Số liệu"], *rows]))[0] == ("SV421", "B3")


def test_marks_below_yes_and_no_alone_are_asked(read, found):
    """Without a column for figures the form is none of this rulebook's."""
    rows = [[STAFF, "x", ""], [COMPUTERS, "", "x"], [NET, "x", ""]]
    assert found(read([*UNIT, ["Nội dung", "Có", "Không"], *rows]))[0] == ("SV421", "B3")


@pytest.mark.parametrize("judged", [["Đạt", "Không đạt", "Đạt", "Tốt"], ["Hoàn thành", "Chưa hoàn thành", "Khá", "Chưa đạt yêu cầu"]])
def test_several_words_below_a_heading_of_judgement_are_no_answers(read, found, judged):
    """“Đánh giá” says that what stands below it judges the answers; it is told as text beside them."""
    rows = [[label, value, word] for (_, label, value), word in zip(ROWS, judged, strict=True)]
    survey = read([*UNIT, ["Nội dung", "Kết quả", "Đánh giá"], *rows])
    assert answers(survey) == ALL
    assert sorted(found(survey)) == [("SV420", "B3"), ("SV429", "C4")]
    assert found(read([*UNIT, ["Nội dung", "Kết quả", "Trả lời"], *rows]))[0] == ("SV421", "B3")


@pytest.mark.parametrize("heading", ["Phụ lục", "Số phụ lục", "Biểu số", "Trang"])
def test_numbers_of_annexes_and_pages_are_no_answers(read, found, heading):
    """A column that says where more stands does not compete with the answers."""
    for number in (1, "PL 01"):
        survey = read([*UNIT, [*HEAD, heading], *([*row, number] for row in ROWS)])
        assert answers(survey) == ALL
        assert found(survey) == [("SV420", "C3")]


def test_an_assessment_beside_the_answers_is_none(read, found):
    """“Đạt” beside all questions, those for numbers too, is no second column of answers; it is told as text beside them."""
    survey = read([*UNIT, ["Nội dung", "Kết quả", "Đánh giá"], *([label, value, "Đạt"] for _, label, value in ROWS)])
    assert answers(survey) == ALL
    assert ("SV421", "B3") not in found(survey)
    assert "SV429" in [code for code, _ in found(survey)]


def test_a_word_where_nothing_else_was_answered_may_be_the_answer(read, found):
    """The same word everywhere is asked about where it stands alone in a row."""
    rows = [[label, value if label != NET else "", "có"] for _, label, value in ROWS]
    assert found(read([*UNIT, ["Nội dung", "Kết quả", "Đánh giá"], *rows]))[0] == ("SV421", "B3")


def test_questions_without_answers_are_told(read, found):
    """A list of questions is no form."""
    assert found(read([*UNIT, *([label] for _, label, _ in ROWS)])) == [("SV422", "A3"), ("SV413", "")]


def test_the_same_questions_in_two_columns_are_asked(read, found):
    """The same questions in two columns leave open which of them is the form."""
    rows = [[label, value] for _, label, value in ROWS] + [["", "", label, value] for _, label, value in ROWS]
    assert found(read([*UNIT, *rows])) == [("SV432", "A3"), ("SV413", "")]


def test_a_question_printed_twice_is_asked(read, found):
    """Two rows of one question leave open which answer holds."""
    assert ("SV406", "C8") in found(read([*UNIT, HEAD, *ROWS, [5, COMPUTERS, 11]]))


def test_numbers_beside_no_question_are_named(read, found):
    """A row among the questions with a number in it is told when nobody knows it."""
    survey = read([*UNIT, HEAD, *ROWS[:2], ["", "Trong đó: nữ", 5], *ROWS[2:]])
    assert ("SV404", "B6") in found(survey)


def test_a_unit_without_a_name_is_asked(read, found):
    """A retyped form that does not say whose it is is nobody's."""
    survey = read([HEAD, *ROWS])
    assert [code for code, _ in found(survey)] == ["SV420", "UN101"]
    asked = next(each for each in survey.findings if each.code == "UN101")
    assert asked.message == "There is no unit’s name here; it was looked for beside or behind “Đơn vị”, above the questions."
    assert asked.advice == "Write the name of the unit there, as in “Đơn vị: Sở …”."


def test_dots_to_be_filled_in_are_no_name(read, found):
    """A line of dots after “Đơn vị:” names nobody."""
    assert ("UN101", "") in found(read([["Đơn vị: ..........."], HEAD, *ROWS]))


def test_less_than_three_questions_are_no_form(read, found):
    """Two labels somewhere on a sheet are no form."""
    assert found(read([*UNIT, *ROWS[:2]])) == [("SV401", ""), ("SV413", "")]


def test_words_of_headings():
    """Headings are known with numbers, stars and years; answers are no headings."""
    assert [part_of(text) for text in ("2. Số liệu (*)", "Kết quả năm 2020")] == ["answer", "answer"]
    assert [part_of(text) for text in ("Đơn vị tính", "Sở A")] == ["measure", None]
    assert [is_one_answer(text) for text in ("CÓ", "Chưa đạt", "Kết quả")] == [True, True, False]
