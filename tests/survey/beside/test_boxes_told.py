"""Promises about boxes over the answers."""

from __future__ import annotations

from ictscore.survey.beside.aside import Read
from ictscore.survey.beside.boxes_told import tell_boxes
from ictscore.survey.layouts.found import FoundLayout
from ictscore.survey.layouts.lines import lines_of
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Box, Cell, Sheet

NET, ROLE = Question("mang", "Có mạng", "yes_no"), Question("vai", "Vai trò", "choice")


def told(*boxes: Box, cells: tuple[Cell, ...] = (), drawn: dict[tuple[int, int], str] | None = None) -> list[tuple[str, str, str]]:
    """Return what is said of boxes over a form (rows 5 and 6, answers in E) above a table (row 9, answers in B)."""
    sheet = Sheet("f.xlsx", "Phiếu", {(each.row, each.column): each for each in cells}, boxes=boxes, drawn=drawn or {})
    form = Read(FoundLayout("form", 1, 2, stages={5: "self"}), frozenset((5, 6)), {}, {5: NET, 6: ROLE}, frozenset())
    table = Read(FoundLayout("table", 8, 9), frozenset((9,)), {2: NET}, {}, frozenset())
    notes = Notes()
    tell_boxes(sheet, lines_of(sheet), [form, table], notes)
    said = (
        (each.code, each.place.cell, each.values.get("what", each.values.get("names", each.values.get("read"))))
        for each in notes.findings()
    )
    return [(code, cell, ", ".join(map(str, what)) if isinstance(what, tuple) else str(what)) for code, cell, what in said]


def test_boxes_over_a_blank_answer_are_asked_about_together():
    """All boxes of one answer are named, ticked or not, wherever in its row they lie."""
    ticked, other = Box(5, 5, "check", True, "Có", None), Box(5, 7, "option", False, "", None)
    assert told(ticked, other) == [("SV457", "E5", "a ticked box “Có”, an option that is not chosen")]
    assert told(Box(6, 6, "list", False, "", None)) == [("SV457", "E6", "a list to choose from")]


def test_in_a_table_a_box_belongs_to_the_cell_under_it():
    """A box over a blank answer is asked about; over a column that asks nothing it is told with all others."""
    assert told(Box(9, 2, "check", True, "", None)) == [("SV457", "B9", "a ticked box")]
    assert told(Box(9, 3, "check", True, "", None), Box(1, 1, "check", False, "", None)) == [("SV458", "C9", "C9, A1")]


def test_a_box_that_writes_its_answer_is_not_told():
    """What its cell holds was read; a list writes only the number of what was chosen, and is told."""
    answer = (Cell(5, 5, "yes_no", "1"),)
    assert told(Box(5, 5, "check", True, "Có", (5, 5)), cells=answer) == []
    assert told(Box(5, 5, "check", True, "Có", (5, 9)), cells=answer) == [("SV458", "E5", "E5")]
    assert told(Box(5, 5, "list", False, "", (5, 5)), cells=answer) == [("SV458", "E5", "E5")]


def test_of_many_boxes_the_first_are_named():
    """A sheet full of boxes is told in one line."""
    assert told(*(Box(20 + each, 1, "check", False, "", None) for each in range(20)))[0][2].endswith(", A31 …")


def test_pictures_over_blank_answers_are_asked_about_and_no_others():
    """A screenshot may hold the answers it covers; over an answer it is warned of, beside one noted. A seal elsewhere is no news."""
    assert told(Box(5, 4, "picture", False, "", None, 6)) == [("SV457", "E5", "a pasted picture")]
    beside = (Box(5, 6, "picture", False, "", None, 8), Box(6, 6, "picture", False, "", None, 8))
    assert told(*beside) == [("SV619", "F5", "F5")]
    assert told(Box(5, 4, "picture", False, "", None, 6), cells=(Cell(5, 5, "text", "Có"),)) == [("SV538", "E5", "E5")]
    assert told(Box(9, 1, "picture", False, "", None, 3)) == [("SV457", "B9", "a pasted picture")]
    assert told(Box(20, 1, "picture", False, "", None, 3)) == []


def test_covers_and_lines_over_answers_are_warned_of_and_no_others():
    """A rectangle that hides an answer, or a line through it, may mean that it does not count; over a blank cell it means nothing."""
    answer = (Cell(5, 5, "text", "Có"),)
    assert told(Box(5, 4, "shape", False, "", None, 6), cells=answer) == [("SV538", "E5", "E5")]
    assert told(Box(5, 6, "shape", False, "", None, 8), cells=answer) == []
    assert told(Box(5, 4, "shape", False, "", None, 6)) == []


def test_texts_in_boxes_are_asked_about_over_blanks_and_warned_of_elsewhere():
    """A text over a blank answer may be it; the text of a box to tick, which newer programs draw twice, is told with the box."""
    sheet = Sheet(
        "f.xlsx", "Phiếu", {}, drawn={(5, 4): "80\nhồ sơ", (1, 1): "Mật", (6, 5): "Có"}, boxes=(Box(6, 5, "check", True, "Có", None),)
    )
    form = Read(FoundLayout("form", 1, 2, stages={5: "self"}), frozenset((5, 6)), {}, {5: NET, 6: ROLE}, frozenset())
    notes = Notes()
    tell_boxes(sheet, {}, [form], notes)
    said = [(each.code, each.place.cell, str(each.values.get("what", each.values.get("read")))) for each in notes.findings()]
    assert said == [("SV488", "A1", "Mật"), ("SV457", "E5", "a text box with “80 hồ sơ”"), ("SV457", "E6", "a ticked box “Có”")]


def test_controls_whose_state_is_not_read_are_asked_about_by_their_name():
    """ActiveX controls: workbooks of Excel 97 to 2003 name none."""
    assert told(Box(5, 5, "control", False, "CheckBox1", None)) == [("SV457", "E5", "a control “CheckBox1” (ActiveX)")]
    assert told(Box(5, 5, "control", False, "", None)) == [("SV457", "E5", "a control (ActiveX)")]


def test_the_texts_of_boxes_are_no_texts_of_their_own():
    """Programs draw a box to tick twice; what else is drawn with it is told."""
    box = Box(20, 1, "check", True, "Có mạng", None)
    assert told(box, drawn={(20, 1): "Có  mạng"}) == [("SV458", "A20", "A20")]
    assert told(box, drawn={(1, 1): "Có mạng\nSố đúng là 88"})[0] == ("SV488", "A1", "Số đúng là 88")
    assert told(drawn={(20, 1): "Có mạng"}) == [("SV488", "A20", "Có mạng")]
