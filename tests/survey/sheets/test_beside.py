"""Promises of ictscore.survey.sheets.beside and filters: comments are no texts of cells, and filtered rows are told from hidden ones."""

from __future__ import annotations

import io

import openpyxl
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table

from ictscore.survey.sheets.workbook import read_workbook

RELS = "xl/worksheets/_rels/sheet1.xml.rels"


def with_beside(books, kind, target, part):
    """Return the minimal workbook whose sheet points to one further part."""
    rels = f'<Relationships xmlns="x"><Relationship Id="r1" Type="y/{kind}" Target="{target}"/></Relationships>'
    return books.with_parts({RELS: rels, f"xl/worksheets/{target}": part})


def saved(book):
    """Return the bytes of an openpyxl workbook."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def rows(books, before="", after=""):
    """Return a sheet of six rows of which 3 and 6 are hidden."""
    hidden = {3: ' hidden="1"', 6: ' hidden="1"'}
    text = "".join(f'<row r="{row}"{hidden.get(row, "")}><c r="A{row}"><v>1</v></c></row>' for row in range(1, 7))
    return read_workbook(books.with_parts({"xl/worksheets/sheet1.xml": books.worksheet(text, before, after)})).sheets[0]


def test_comments_stand_beside_the_cells(books):
    """A comment is kept by its cell, and the cell's text is what it was."""
    book = openpyxl.Workbook()
    book.active["B2"] = "12"
    book.active["B2"].comment = Comment("Số cũ: 10", "A")
    [sheet] = read_workbook(books.input_file(saved(book))).sheets
    assert (sheet.comments, sheet.cells[2, 2].text) == ({(2, 2): "Số cũ: 10"}, "12")


def test_a_thread_of_comments_is_one_text(books):
    """Answers to a comment follow it."""
    part = '<ThreadedComments><threadedComment ref="A1"><text>Hỏi</text></threadedComment>'
    part += '<threadedComment ref="A1"><text>Đáp</text></threadedComment></ThreadedComments>'
    assert read_workbook(with_beside(books, "threadedComment", "t.xml", part)).sheets[0].comments == {(1, 1): "Hỏi\nĐáp"}


def test_comments_that_cannot_be_read_are_a_warning(books):
    """No answer hangs on a comment: a broken part of comments does not refuse the workbook."""
    book = read_workbook(with_beside(books, "comments", "c.xml", "<comments>"))
    assert ([each.code for each in book.findings], dict(book.sheets[0].comments)) == (["IO241"], {})


def test_rows_a_filter_hides_are_told(books):
    """Rows hidden inside the range of a filter that chooses are filtered; others are hidden by hand."""
    chosen = '<autoFilter ref="A1:A5"><filterColumn colId="0"/></autoFilter>'
    sheet = rows(books, after=chosen)
    assert (sheet.hidden_rows, sheet.filtered_rows) == ({3, 6}, {3})


def test_a_filter_that_chooses_nothing_hides_nothing(books):
    """Buttons for filtering are no filter."""
    assert rows(books, after='<autoFilter ref="A1:A5"/>').filtered_rows == frozenset()


def test_a_sheet_in_filter_mode_is_filtered(books):
    """Where the sheet says that it is filtered, the rows of its filter are; without a range, all hidden ones."""
    mode = '<sheetPr filterMode="1"/>'
    assert rows(books, mode, '<autoFilter ref="A1:A5"/>').filtered_rows == {3}
    assert rows(books, mode).filtered_rows == {3, 6}


def test_tables_have_filters_of_their_own(books):
    """A filter inside a table is a filter too."""
    book = openpyxl.Workbook()
    for row in ("x", "a", "b"):
        book.active.append([row])
    table = Table(displayName="T", ref="A1:A3")
    table._initialise_columns()
    table.autoFilter.add_filter_column(0, ["a"])
    book.active.add_table(table)
    book.active.row_dimensions[3].hidden = True
    assert read_workbook(books.input_file(saved(book))).sheets[0].filtered_rows == {3}
