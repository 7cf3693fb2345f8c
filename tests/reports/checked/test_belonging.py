"""Promises about whose a finding is and which question it is about."""

from __future__ import annotations

from ictscore.findings import finding
from ictscore.places import Place
from ictscore.reports.checked.belonging import Belonging, rows_of
from ictscore.survey.submission import Answer, Submission, Survey

FORM = Submission(
    "Sở Nội vụ",
    "so",
    {"self": {"may": Answer("x", Place("a.xlsx", sheet="Phiếu", cell="E9"), "x")}},
    place=Place("a.xlsx", sheet="Phiếu", cell="E5"),
)


def test_everything_in_a_file_of_one_unit_is_its_own():
    """Whether a cell, another sheet or the file as a whole: it is the unit's."""
    belonging = Belonging(Survey((FORM,)))
    places = (Place("a.xlsx"), Place("a.xlsx", sheet="Khác", cell="B2"), Place("a.xlsx", sheet="Phiếu", cell="E70"))
    assert all(belonging.units_of(finding("SV209", each)) == (FORM,) for each in places)


def test_what_stands_in_no_file_goes_by_the_name_it_tells():
    """A finding without a place belongs to the unit it names in its group, else to nobody."""
    belonging = Belonging(Survey((FORM,)))
    assert belonging.units_of(finding("UN104", unit="SỞ NỘI VỤ", group="so")) == (FORM,)
    assert belonging.units_of(finding("UN104", unit="Sở Nội vụ", group="huyen")) == ()
    assert belonging.units_of(finding("UN110", group="so")) == ()


def test_a_cell_says_which_question():
    """The question is the answer that stands in the cell, or the one the finding names."""
    belonging = Belonging(Survey((FORM,)))
    assert belonging.question_of(finding("IO307", Place("a.xlsx", sheet="Phiếu", cell="E9"), read="q")) == "may"
    assert belonging.question_of(finding("SV411", Place("a.xlsx", sheet="Phiếu"), answer="mang")) == "mang"
    assert belonging.question_of(finding("SV402", Place("a.xlsx", sheet="Khác"))) == ""


def test_a_row_says_which_question_where_it_holds_one():
    """A hidden row of a form is about its question; a row of a table is about none, and so are several rows."""
    places = {"may": Place("b.xlsx", sheet="Bảng", cell="C2"), "nguoi": Place("b.xlsx", sheet="Bảng", cell="D2")}
    cells = {name: Answer("x", place, "x") for name, place in places.items()}
    row = Submission("Sở Y tế", "so", {"self": cells}, place=Place("b.xlsx", sheet="Bảng", cell="A2"))
    belonging = Belonging(Survey((FORM, row)))
    assert belonging.question_of(finding("SV408", Place("a.xlsx", sheet="Phiếu", cell="9:9"), what="x")) == "may"
    assert belonging.question_of(finding("SV408", Place("b.xlsx", sheet="Bảng", cell="2:2"), what="x")) == ""
    assert belonging.question_of(finding("SV408", Place("a.xlsx", sheet="Phiếu", cell="8:9"), what="x")) == ""


def test_rows_of_what_is_no_row():
    """Columns, texts and nothing have no rows."""
    assert [rows_of(each) for each in ("B:C", "", "xyz")] == [None, None, None]
