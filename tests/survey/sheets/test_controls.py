"""Promises about controls laid over a worksheet."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.cells import Box
from ictscore.survey.sheets.workbook import read_workbook

RELS = "xl/worksheets/_rels/sheet1.xml.rels"
POINTER = '<Relationships xmlns="x"><Relationship Id="r1" Type="y/vmlDrawing" Target="../drawings/v.vml"/></Relationships>'
BOX = (
    '<v:shapetype id="t"/><v:shape id="a" o:spid="_x0000_s1025"\n type="#_x0000_t201"><v:textbox style="x"><div><font>Có &amp;<br> đủ'
    '</font></div></v:textbox><x:ClientData ObjectType="{kind}"><x:Anchor>\n  {anchor}</x:Anchor>{more}</x:ClientData></v:shape>'
)


def boxes(books, drawing: str) -> tuple[Box, ...]:
    """Return the boxes of a workbook with a drawing of the older kind."""
    [sheet] = read_workbook(books.with_parts({RELS: POINTER, "xl/drawings/v.vml": drawing})).sheets
    return sheet.boxes


def test_a_ticked_box_is_found_with_its_text_and_its_cell(books):
    """Where it lies, whether it is ticked, what it says and where it writes, though the drawing is no sound XML."""
    more = "<x:Checked>1</x:Checked><x:FmlaLink>'Phiếu 1'!$E$6</x:FmlaLink>"
    drawing = f"<xml>{BOX.format(kind='Checkbox', anchor='4, 3, 5, 2, 4, 60, 5, 18', more=more)}<br></xml>"
    assert boxes(books, drawing) == (Box(6, 5, "check", True, "Có & đủ", (6, 5)),)


@pytest.mark.parametrize(
    ("anchor", "cell"),
    [
        ("4, 3, 5, 18, 4, 60, 6, 15", (7, 5)),
        ("4, 3, 5, 2, 4, 60, 6, 3", (6, 5)),
        ("4, 60, 5, 2, 5, 50, 5, 18", (6, 6)),
        ("4, 3, 5, 2, 9, 60, 5, 18", (6, 5)),
        ("4, 3, 5, 2, 4, 60, 9, 3", (8, 5)),
    ],
)
def test_a_box_over_two_cells_lies_over_the_one_it_covers_more_of(books, anchor, cell):
    """People rarely hit a cell: the larger part says which is meant; a wide box begins at its answer."""
    [box] = boxes(books, BOX.format(kind="Radio", anchor=anchor, more=""))
    assert ((box.row, box.column), box.kind, box.is_set, box.link) == (cell, "option", False, None)


@pytest.mark.parametrize(
    "drawing",
    [
        BOX.format(kind="Note", anchor="4, 3, 5, 2, 4, 60, 5, 18", more=""),
        BOX.format(kind="Button", anchor="4, 3, 5, 2, 4, 60, 5, 18", more=""),
        BOX.format(kind="Checkbox", anchor="4, 3, 5", more=""),
        BOX.format(kind="Checkbox", anchor="99999, 0, 5, 0, 99999, 9, 5, 9", more=""),
        "<v:shape>",
        "",
    ],
)
def test_comments_buttons_and_what_lies_nowhere_are_no_boxes(books, drawing):
    """Only what people tick or choose from is told."""
    assert boxes(books, drawing) == ()


def test_a_drawing_that_is_not_there_is_passed_over(books):
    """No answer hangs on a drawing."""
    [sheet] = read_workbook(books.with_parts({RELS: POINTER})).sheets
    assert sheet.boxes == ()
