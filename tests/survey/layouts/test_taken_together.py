"""Promises about columns that share out the answers: one answer in each row is understood, and only rows that disagree are refused."""

from __future__ import annotations

import pytest

STAFF, COMPUTERS, NET, WORDS = "Tổng số cán bộ", "Số máy tính", "Có mạng", "Lời ghi"
UNIT = [["Đơn vị: Sở A"], ["Nhóm: Nhóm một"]]
EITHER = ["Nội dung", "Có/Không", "Số lượng"]
CROSSED = ["Nội dung", "Có", "Không", "Số lượng"]


def given(survey):
    """Return what the only unit answered; what could not be read as None."""
    (only,) = survey.submissions
    told = {name: getattr(answer.value, "kind", answer.value) for name, answer in only.answers["self"].items() if answer.raw}
    return {name: None if value == "unreadable" else value for name, value in told.items()}


def read_rows(read, head, *rows):
    """Return what is read of a form with these columns."""
    return read([*UNIT, head, *rows])


def test_yes_beside_a_figure_says_no_more(read, found):
    """The figure is the answer where a number is asked, yes where yes or no is asked; one note names the columns."""
    survey = read_rows(read, EITHER, [STAFF, "Có", 20], [COMPUTERS, "x", 10], [NET, "có", ""], [WORDS, "", "đủ"])
    assert given(survey) == {"can_bo": 20, "may_tinh": 10, "co_mang": True, "loi_ghi": "đủ"}
    assert found(survey) == [("SV611", "B3"), ("SV420", "B3")]
    places = {name: answer.place.cell for name, answer in survey.submissions[0].answers["self"].items()}
    assert places == {"can_bo": "C4", "may_tinh": "C5", "co_mang": "B6", "loi_ghi": "C7"}


def test_no_beside_nought_agrees(read, found):
    """There is none, and the figure says so."""
    survey = read_rows(read, EITHER, [STAFF, "Có", 20], [COMPUTERS, "Không", 0], [NET, "không", 0])
    assert given(survey) == {"can_bo": 20, "may_tinh": 0, "co_mang": False}
    assert [code for code, _ in found(survey) if code == "SV612"] == []


@pytest.mark.parametrize(("said", "figure"), [("Không", 10), ("Có", 0), ("chưa rõ", 10), ("Có", "mười hai máy nữa")])
def test_only_the_row_that_disagrees_is_refused(read, found, said, figure):
    """Both cells are named with their headings; the others are read."""
    survey = read_rows(read, EITHER, [STAFF, "Có", 20], [COMPUTERS, said, figure], [NET, "có", ""])
    assert given(survey) == {"can_bo": 20, "may_tinh": None, "co_mang": True}
    assert ("SV612", "B5") in found(survey)
    asked = next(each for each in survey.findings if each.code == "SV612")
    assert f"B5 “{said}” below “Có/Không”, C5 “{figure}” below “Số lượng”" in asked.message
    assert [place.cell for place in asked.related] == ["C5"]


def test_a_judgement_beside_a_figure_says_nothing_of_it(read, found):
    """“Không đạt” is no “không”: the figure is the answer."""
    head = ["Nội dung", "Đạt/Không đạt", "Số liệu"]
    survey = read_rows(read, head, [STAFF, "Đạt", 20], [COMPUTERS, "Không đạt", 10], [NET, "có", ""])
    assert given(survey) == {"can_bo": 20, "may_tinh": 10, "co_mang": True}
    assert found(survey) == [("SV611", "B3"), ("SV420", "B3")]


def test_a_text_beside_a_yes_is_asked(read, found):
    """Which of the two answers a question for a text is not clear."""
    survey = read_rows(read, EITHER, [STAFF, "", 20], [COMPUTERS, "", 10], [NET, "có", ""], [WORDS, "Có", "đủ"])
    assert ("SV612", "B7") in found(survey)
    assert given(survey)["loi_ghi"] is None


@pytest.mark.parametrize("mark", ["x", "X", "✓", "v", 1, True])
def test_marks_below_yes_and_no_are_that_answer(read, found, mark):
    """A mark means the heading above it, a figure stands for itself, and each keeps its own cell."""
    survey = read_rows(read, CROSSED, [STAFF, "", "", 20], [COMPUTERS, mark, "", 10], [NET, "", mark, ""], [WORDS, "", "", "đủ"])
    assert given(survey) == {"can_bo": 20, "may_tinh": 10, "co_mang": False, "loi_ghi": "đủ"}
    assert found(survey) == [("SV611", "B3"), ("SV420", "B3")]
    assert survey.submissions[0].answer("co_mang", "self").place.cell == "C6"


@pytest.mark.parametrize(
    "heads", [("Có (x)", "Không (x)"), ("Có", "Chưa"), ("Có (đánh dấu x)", "Không (đánh dấu “x”)"), ("CÓ [X]", "CHƯA CÓ [X]")]
)
@pytest.mark.parametrize(("cells", "is_there"), [(("x", ""), True), (("", "x"), False), (("", "-"), None)])
def test_headings_may_say_which_mark_to_put(read, heads, cells, is_there):
    """“Có (x)” is “Có”, and “Chưa” is a no as “Không” is; a dash alone is none of them."""
    survey = read_rows(read, ["Nội dung", *heads, "Số lượng"], [STAFF, "", "", 20], [COMPUTERS, "x", "", 10], [NET, *cells, ""])
    assert given(survey) == {"can_bo": 20, "may_tinh": 10, "co_mang": is_there}


@pytest.mark.parametrize("dash", ["-", "–", " - ", "--"])
@pytest.mark.parametrize(("yes", "no", "is_there"), [("x", "", True), ("", "x", False)])
def test_a_dash_beside_a_mark_or_a_figure_says_nothing(read, found, dash, yes, no, is_there):
    """It fills what would be blank; alone it is asked about as it is anywhere."""
    net = [NET, yes or dash, no or dash, dash]
    survey = read_rows(read, CROSSED, [STAFF, dash, dash, 20], [COMPUTERS, "x", dash, 10], net)
    assert given(survey) == {"can_bo": 20, "may_tinh": 10, "co_mang": is_there}
    assert found(survey) == [("SV611", "B3"), ("SV420", "B3")]


@pytest.mark.parametrize("cells", [("-", "", ""), ("", "-", ""), ("-", "-", ""), ("-", "-", "-")])
def test_a_row_of_dashes_gives_no_answer(read, cells):
    """They can be a no, or no answer: which, is asked."""
    survey = read_rows(read, CROSSED, [STAFF, "", "", 20], [COMPUTERS, "", "", 10], [NET, *cells])
    assert given(survey) == {"can_bo": 20, "may_tinh": 10, "co_mang": None}


def test_a_box_that_is_not_ticked_says_nothing(read):
    """Sheets with boxes below both have a truth value in each."""
    survey = read_rows(read, CROSSED, [STAFF, "", "", 20], [COMPUTERS, "", "", 10], [NET, True, False, ""])
    assert given(survey)["co_mang"] is True


@pytest.mark.parametrize("cells", [("x", "x", ""), ("", "Có", ""), ("Không", "", ""), ("3", "", ""), ("", "x", 4), ("x", "", 0)])
def test_marks_that_disagree_are_refused_with_their_row(read, found, cells):
    """Two marks, a word below its opposite, a number for a mark, or a figure that says otherwise."""
    survey = read_rows(read, CROSSED, [STAFF, "", "", 20], [COMPUTERS, "", "", 10], [NET, *cells])
    assert given(survey) == {"can_bo": 20, "may_tinh": 10, "co_mang": None}
    assert "SV612" in [code for code, _ in found(survey)]


def test_yes_and_no_may_stand_below_a_common_heading(read):
    """The two words stand in a row below the other headings."""
    rows = [
        ["Nội dung", "Trả lời", "", "Số lượng"],
        ["", "Có", "Không", ""],
        [STAFF, "", "", 20],
        [COMPUTERS, "", "", 10],
        [NET, "", "x", ""],
    ]
    assert given(read([*UNIT, *rows])) == {"can_bo": 20, "may_tinh": 10, "co_mang": False}


def test_a_row_above_the_questions_is_no_heading(read):
    """The answer “Có” to a question nobody knows does not name its column."""
    rows = [["Nội dung", "Số liệu"], ["Có phòng họp", "Có"], [STAFF, 20], [COMPUTERS, 10], [NET, "không"]]
    assert given(read([*UNIT, *rows])) == {"can_bo": 20, "may_tinh": 10, "co_mang": False}


ONLY_YES_NO = """
id: thu
rounds: {years: [2020]}
answers:
  co_mang: {label: Có mạng, type: yes_no}
  co_web: {label: Có trang thông tin, type: yes_no}
  co_tuong_lua: {label: Có tường lửa, type: yes_no}
  can_bo: {label: Tổng số cán bộ, type: count, required: false}
criteria: [{id: c, max_points: 10, formula: {kind: yes_no, of: co_mang}}]
"""
YES_NO = ["Nội dung", "Có", "Không"]
WEB, WALL = "Có trang thông tin", "Có tường lửa"


@pytest.fixture(scope="module")
def yes_or_no(rules):
    """Return a rulebook that asks for yes and no, and for one number that forms may leave out."""
    return rules(ONLY_YES_NO)


@pytest.mark.parametrize("mark", ["x", "✓", 1, True])
def test_marks_alone_are_the_answers_of_a_form_without_numbers(read, found, yes_or_no, mark):
    """There is nothing that a column for figures could hold."""
    survey = read([UNIT[0], YES_NO, [NET, mark, ""], [WEB, "", mark], [WALL, mark, ""]], yes_or_no)
    assert given(survey) == {"co_mang": True, "co_web": False, "co_tuong_lua": True}
    assert found(survey) == [("SV611", "B2"), ("SV420", "B2")]
    assert [survey.submissions[0].answer(each, "self").place.cell for each in ("co_mang", "co_web")] == ["B3", "C4"]


def test_a_row_without_a_mark_is_missing(read, yes_or_no):
    """A dash beside a mark only fills its cell, a blank row says neither yes nor no, and a note beside the marks is none."""
    rows = [[NET, "x", "-", "đã có từ lâu"], [WEB, "", ""], [WALL, "-", "x"]]
    assert given(read([UNIT[0], [*YES_NO, "Ghi chú"], *rows], yes_or_no)) == {"co_mang": True, "co_tuong_lua": False}


@pytest.mark.parametrize("cells", [("x", "x"), ("Không", ""), ("", "Có"), ("3", ""), ("-", "-"), ("chưa rõ", "")])
def test_a_row_that_says_neither_or_both_is_refused_by_itself(read, found, yes_or_no, cells):
    """The other rows are read."""
    survey = read([UNIT[0], YES_NO, [NET, *cells], [WEB, "", "x"], [WALL, "x", ""]], yes_or_no)
    assert given(survey) == {"co_mang": None, "co_web": False, "co_tuong_lua": True}
    assert ("SV612", "B3") in found(survey) or ("SV612", "C3") in found(survey)


@pytest.mark.parametrize("heads", [("Có", "Có"), ("Không", "Chưa"), ("Có", "Không", "Chưa")])
def test_headings_that_are_no_yes_and_no_are_asked_about(read, found, yes_or_no, heads):
    """Which of them a mark belongs to would be a guess."""
    survey = read([UNIT[0], ["Nội dung", *heads], [NET, "x"], [WEB, "", "x"], [WALL, "x"]], yes_or_no)
    assert found(survey)[0] == ("SV421", "B2")


def test_with_a_number_among_the_questions_marks_alone_are_asked_about(read, found, yes_or_no):
    """Where its figure stands nobody can tell."""
    survey = read([UNIT[0], YES_NO, [NET, "x", ""], [WEB, "", "x"], [WALL, "x", ""], [STAFF, "", ""]], yes_or_no)
    assert found(survey)[0] == ("SV421", "B2")
