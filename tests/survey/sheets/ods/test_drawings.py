"""Promises about what is drawn over the cells of an OpenDocument spreadsheet."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.cells import Box
from ictscore.survey.sheets.opening import open_survey_file

KIND = "application/vnd.oasis.opendocument.spreadsheet"
ROOT = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{prefix}="{ROOT}{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("draw", "drawing"),
        ("svg", "svg-compatible"),
        ("form", "form"),
        ("style", "style"),
    )
)


@pytest.fixture
def sheet(books):
    """Read a spreadsheet in one file: what stands before its rows, and what hangs on B2."""

    def make(hanging="", before="", styles=""):
        on_b2 = f"<table:table-cell/><table:table-cell>{hanging}</table:table-cell>"
        first = "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>"
        rows = f"{first}<table:table-row>{on_b2}</table:table-row>"
        table = f'<table:table table:name="Bảng">{before}{rows}</table:table>'
        body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
        styles = f"<office:automatic-styles>{styles}</office:automatic-styles>"
        whole = f'<?xml version="1.0"?><office:document {SPACES} office:mimetype="{KIND}">{styles}{body}</office:document>'
        return open_survey_file(books.input_file(whole.encode(), "a.fods")).sheets[0]

    return make


FORMS = (
    "<office:forms><form:form>"
    '<form:checkbox xml:id="c1" form:id="c1" form:label="Có" form:current-state="checked" form:linked-cell="Bảng.$E$6"/>'
    '<form:checkbox form:id="c2" form:label="Không"/>'
    '<form:radio form:id="c3" form:label="Nam" form:current-selected="true"/>'
    '<form:listbox form:id="c4"/><form:button form:id="c5" form:label="Gửi"/>'
    "</form:form></office:forms>"
)


def test_controls_are_found_where_they_hang(sheet):
    """A box, an option and a list, ticked or not, with what they say and where they write; a button is none."""
    hanging = "".join(f'<draw:control draw:control="c{number}"/>' for number in range(1, 7))
    assert sheet(hanging, FORMS).boxes == (
        Box(2, 2, "check", True, "Có", (6, 5)),
        Box(2, 2, "check", False, "Không", None),
        Box(2, 2, "option", True, "Nam", None),
        Box(2, 2, "list", False, "", None),
    )


def test_texts_are_found_with_their_cell_and_without_their_titles(sheet):
    """The lines of a box over a cell; those of a shape on the sheet are told at its first cell."""
    title = "<svg:title>x.png</svg:title>"
    boxed = (
        f"<draw:frame>{title}<draw:text-box><text:p>80</text:p><text:p>hồ <text:span>sơ</text:span></text:p></draw:text-box></draw:frame>"
    )
    shapes = "<table:shapes><draw:custom-shape><text:p>Mật</text:p></draw:custom-shape></table:shapes>"
    read = sheet(boxed + "<draw:frame><draw:text-box><text:p>7</text:p></draw:text-box></draw:frame>", shapes)
    assert (read.drawn, read.boxes) == ({(2, 2): "80\nhồ sơ\n7", (1, 1): "Mật"}, ())
    assert [*read.cells] == [(1, 1)]


@pytest.mark.parametrize(
    ("frame", "rows", "last"),
    [
        ('table:end-cell-address="Bảng.C3"', [2, 3], 3),
        ('svg:width="50pt" svg:height="20pt"', [2, 3], 3),
        ("", [2], 2),
        ('svg:width="wide"', [2], 2),
    ],
)
def test_pictures_are_kept_row_by_row(sheet, frame, rows, last):
    """Up to the cell where it ends, or by its size; what says neither covers one cell."""
    read = sheet(f"<draw:frame {frame}><draw:image/></draw:frame>")
    assert [(each.kind, each.row, each.column, each.last_column) for each in read.boxes] == [("picture", row, 2, last) for row in rows]


def graphic(name, fill):
    """Return a style of shapes that says how they are filled."""
    return f'<style:style style:name="{name}" style:family="graphic"><style:graphic-properties {fill}/></style:style>'


@pytest.mark.parametrize(
    ("shape", "kinds"),
    [
        ('<draw:custom-shape table:end-cell-address="Bảng.B2"/>', ["shape"]),
        ('<draw:rect draw:style-name="full" table:end-cell-address="Bảng.B2"/>', ["shape"]),
        ('<draw:rect draw:style-name="hollow" table:end-cell-address="Bảng.B2"/>', []),
        ('<draw:line draw:style-name="hollow" table:end-cell-address="Bảng.B2"/>', ["shape"]),
        ('<draw:ellipse draw:style-name="full" table:end-cell-address="Bảng.B2"><text:p>88</text:p></draw:ellipse>', []),
    ],
)
def test_covers_and_lines_are_kept_like_pictures(sheet, shape, kinds):
    """A filled shape hides what lies under it, a line crosses it out; a frame shows it, and one with a text is told by that."""
    read = sheet(shape, styles=graphic("full", 'draw:fill="solid"') + graphic("hollow", 'draw:fill="none"'))
    assert [(each.kind, each.row, each.column, each.last_column) for each in read.boxes] == [(kind, 2, 2, 2) for kind in kinds]


def test_what_hangs_on_the_sheet_lies_where_it_says(sheet):
    """Each thing by its own end, or by how far it stands from the corner: Excel hangs all of them there."""
    ends = '<draw:rect table:end-cell-address="Bảng.E4" svg:width="100pt" svg:height="15pt" svg:x="96pt" svg:y="20pt"/>'
    stands = '<draw:frame svg:x="96pt" svg:y="45pt" svg:width="10pt" svg:height="10pt"><draw:image/></draw:frame>'
    read = sheet(before=f"<table:shapes>{ends}{stands}</table:shapes>")
    assert [(each.kind, each.row, each.column, each.last_column) for each in read.boxes] == [
        ("shape", 3, 3, 5),
        ("shape", 4, 3, 5),
        ("picture", 4, 3, 3),
    ]
