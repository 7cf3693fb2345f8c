"""Promises about texts in boxes and shapes that are drawn over a worksheet."""

from __future__ import annotations

import io

import xlsxwriter

from ictscore.survey.sheets.workbook import read_workbook

RELS = "xl/worksheets/_rels/sheet1.xml.rels"


def test_a_box_is_found_at_the_cell_under_its_corner(books):
    """The text of a box, line by line, is kept by that cell; the cell itself stays blank."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        sheet.write("A1", 1)
        sheet.insert_textbox("C4", "80\nhồ sơ")
        sheet.insert_textbox("D5", "")
    [read] = read_workbook(books.input_file(stream.getvalue())).sheets
    assert (read.drawn, [*read.cells]) == ({(4, 3): "80\nhồ sơ"}, [(1, 1)])


def test_a_drawing_that_cannot_be_read_is_passed_over(books):
    """No answer hangs on a drawing: a broken one changes nothing."""
    rels = '<Relationships xmlns="x"><Relationship Id="r1" Type="y/drawing" Target="d.xml"/></Relationships>'
    [read] = read_workbook(books.with_parts({RELS: rels, "xl/worksheets/d.xml": "<wsDr"})).sheets
    assert read.drawn == {}


def test_two_boxes_over_one_cell_are_both_kept(books):
    """Nothing drawn is lost because something else is drawn over the same cell; pictures without a text say nothing."""
    box = "<twoCellAnchor><from><col>1</col><row>2</row></from><sp><txBody><p><r><t>{}</t></r></p></txBody></sp></twoCellAnchor>"
    part = f"<wsDr>{box.format('a')}<oneCellAnchor><from><col>0</col><row>0</row></from></oneCellAnchor>{box.format('b')}</wsDr>"
    rels = '<Relationships xmlns="x"><Relationship Id="r1" Type="y/drawing" Target="d.xml"/></Relationships>'
    [read] = read_workbook(books.with_parts({RELS: rels, "xl/worksheets/d.xml": part})).sheets
    assert read.drawn == {(3, 2): "a\nb"}
