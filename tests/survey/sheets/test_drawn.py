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


def pictures(books, anchor):
    """Return where the pictures of a drawing with one anchor lie: rows, with the first and the last column."""
    rels = '<Relationships xmlns="x"><Relationship Id="r1" Type="y/drawing" Target="d.xml"/></Relationships>'
    [read] = read_workbook(books.with_parts({RELS: rels, "xl/worksheets/d.xml": f"<wsDr>{anchor}</wsDr>"})).sheets
    return [(each.row, each.column, each.last_column) for each in read.boxes]


CORNER = "<from><col>3</col><row>4</row></from>"


def test_a_picture_is_kept_row_by_row_with_its_columns(books):
    """Where its lower right corner is said, or its size; one that ends on the edge of a cell does not reach into it."""
    to = "<to><col>5</col><row>6</row></to>"
    assert pictures(books, f"<twoCellAnchor>{CORNER}{to}<pic/></twoCellAnchor>") == [(5, 4, 6), (6, 4, 6), (7, 4, 6)]
    edge = "<to><col>5</col><colOff>0</colOff><row>5</row><rowOff>0</rowOff></to>"
    assert pictures(books, f"<twoCellAnchor>{CORNER}{edge}<pic/></twoCellAnchor>") == [(5, 4, 5)]
    sized = f'<oneCellAnchor>{CORNER}<ext cx="{64 * 9525}" cy="{20 * 9525}"/><pic/></oneCellAnchor>'
    assert pictures(books, sized) == [(5, 4, 5), (6, 4, 5)]


def test_a_picture_without_an_end_covers_its_corner_only(books):
    """What says too little, or nonsense, covers one cell; a picture of endless rows is cut."""
    assert pictures(books, f'<oneCellAnchor>{CORNER}<ext cx="x"/><pic/></oneCellAnchor>') == [(5, 4, 4)]
    assert pictures(books, "<twoCellAnchor><from><col>99999</col><row>1</row></from><pic/></twoCellAnchor>") == []
    endless = f"<twoCellAnchor>{CORNER}<to><col>3</col><row>1000000</row></to><pic/></twoCellAnchor>"
    assert len(pictures(books, endless)) == 201


def test_shapes_that_cover_cells_and_lines_are_kept_and_frames_are_not(books):
    """A filled shape hides what lies under it and a line crosses it out; a frame shows it, and one with a text is told by it."""
    to = "<to><col>5</col><row>4</row></to>"

    def kept(inside):
        return pictures(books, f"<twoCellAnchor>{CORNER}{to}{inside}</twoCellAnchor>")

    text = "<txBody><p><r><t>80</t></r></p></txBody>"
    assert kept("<sp><spPr><solidFill/></spPr></sp>") == [(5, 4, 6)]
    assert kept("<cxnSp><spPr/></cxnSp>") == [(5, 4, 6)]
    assert kept('<sp><spPr><prstGeom prst="line"/></spPr></sp>') == [(5, 4, 6)]
    assert kept('<sp><spPr><prstGeom prst="rect"/><noFill/><ln><solidFill/></ln></spPr></sp>') == []
    assert kept(f"<sp><spPr><solidFill/></spPr>{text}</sp>") == []
    looks = '<spPr>{}</spPr><style><lnRef idx="2"/><fillRef idx="{}"/></style>'
    assert kept(f"<sp>{looks.format('', 1)}</sp>") == [(5, 4, 6)]
    assert kept(f"<sp>{looks.format('<noFill/>', 1)}</sp><sp>{looks.format('', 0)}</sp>") == []
    assert kept('<sp><nvSpPr><cNvPr hidden="1"/></nvSpPr><spPr><solidFill/></spPr></sp>') == []
    assert kept("<graphicFrame/>") == [(5, 4, 6)]
