"""Promises about our own sheets: comments, headers and footers there, and the hidden lists and stamp, are looked at too."""

from __future__ import annotations

import openpyxl
import pytest
from openpyxl.comments import Comment

from ictscore.rulebook.load import load_rulebook
from ictscore.survey.blank.form import write_form
from ictscore.survey.blank.table import write_table
from ictscore.survey.options import USUAL, ReadOptions
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Submission

TOLD = ("SV402", "SV453", "SV454", "SV455", "SV530", "SV531", "SV532", "SV613")
CORRECTION = "Câu 2: số đúng là 88"


@pytest.fixture(scope="module")
def shipped():
    """Return a shipped rulebook with stages."""
    return load_rulebook("binhthuan-2020")


@pytest.fixture
def told(shipped, tmp_path):
    """Return what is told of a form with 85 as its second answer that somebody changed."""

    def make(change, options=USUAL, **more):
        path = tmp_path / "phieu.xlsx"
        path.write_bytes(write_form(shipped, Submission("Sở Tài chính", shipped.rulebook.groups[0].id, {}), **more))
        book = openpyxl.load_workbook(path)
        form = book.worksheets[0]
        number = next(row for row in range(1, form.max_row) if str(form.cell(row, 2).value) == "2")
        form.cell(number, 5).value = 85
        change(book)
        book.save(path)
        found = read_survey([path], shipped.rulebook, shipped.hash, options=options).findings
        return [(each.code, each.place.sheet, each.place.cell) for each in found if each.code in TOLD]

    return make


@pytest.mark.parametrize("sheet", ["Hướng dẫn", "Còn thiếu", "_lists", "_ictscore"])
def test_comments_are_held_against_the_answers(told, sheet):
    """One with another number than was given is asked about, anything else is noted."""
    assert told(lambda book: setattr(book[sheet]["B7"], "comment", Comment(CORRECTION, "a"))) == [("SV453", sheet, "B7")]
    assert told(lambda book: setattr(book[sheet]["B7"], "comment", Comment("Số liệu ước", "a"))) == [("SV613", sheet, "B7")]


@pytest.mark.parametrize("sheet", ["Hướng dẫn", "Còn thiếu"])
def test_headers_and_footers_are_held_against_the_answers(told, sheet):
    """They have no cell; our own footer says nothing."""
    assert told(lambda book: setattr(book[sheet].oddHeader.center, "text", CORRECTION)) == [("SV453", sheet, "")]
    assert told(lambda book: setattr(book[sheet].oddHeader.center, "text", "Dự thảo")) == [("SV613", sheet, "")]
    assert told(lambda book: None) == []


@pytest.mark.parametrize("cell", ["A30", "AA1", "C3"])
@pytest.mark.parametrize("sheet", ["_lists", "_ictscore"])
def test_texts_on_hidden_sheets_are_told(told, sheet, cell):
    """Below, beside and far from what we write there."""
    assert told(lambda book: book[sheet].__setitem__(cell, CORRECTION)) == [("SV453", sheet, cell)]
    assert told(lambda book: book[sheet].__setitem__(cell, "gì đó")) == [("SV613", sheet, cell)]


def test_hidden_sheets_left_out_say_nothing(told):
    """Whoever leaves hidden sheets out does not read ours either."""
    assert told(lambda book: book["_lists"].__setitem__("A30", CORRECTION), ReadOptions(skip_hidden=True)) == []


def test_what_forms_sent_back_list_is_ours(told, shipped):
    """The names of two units to choose from, the word for looked through, the sign of what is to be mended."""
    first = next(iter(shipped.rulebook.answers))
    assert told(lambda book: None, marks={first: ("Sửa.",), "#looked": ("Xem lại.",)}, returned_from="0" * 64, astray="Sở Y tế") == []
    assert told(lambda book: None, marks={first: ("Sửa.",)}, returned_from="0" * 64, made_for="Sở Y tế") == []


def test_a_table_has_the_lists_of_all_groups(shipped, tmp_path):
    """Its stamp names no group."""
    path = tmp_path / "bang.xlsx"
    rows = [Submission("Sở Tài chính", shipped.rulebook.groups[0].id, {})]
    path.write_bytes(write_table(shipped, rows))
    assert [each for each in read_survey([path], shipped.rulebook, shipped.hash).findings if each.code in TOLD] == []
