"""Promises about controls that a worksheet itself names."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.cells import Box
from ictscore.survey.sheets.workbook import read_workbook

RELS = "xl/worksheets/_rels/sheet1.xml.rels"
CHECK, LABEL = "8BD21D40-EC42-11CE-9E0D-00AA006002F3", "978c9e23-d4b0-11ce-bf2d-00aa003f40d0"
CORNER = "<d:col>{}</d:col><d:colOff>{}</d:colOff><d:row>{}</d:row><d:rowOff>{}</d:rowOff>"
VML = """<xml><v:shape id="CheckBox1" o:spid="_x0000_s1025" type="#_x0000_t75"><x:ClientData ObjectType="Pict">
<x:Anchor>4, 3, 5, 2, 4, 60, 5, 18</x:Anchor></x:ClientData></v:shape></xml>"""


def anchor(start, end):
    """Return where a control begins and ends, each a column and a row from 0 with a part of it."""
    return f"<anchor><from>{CORNER.format(*start)}</from><to>{CORNER.format(*end)}</to></anchor>"


def boxes(books, controls, kind="control", drawing="", **parts):
    """Return the boxes of a sheet that names these controls; the parts have the ids by which it points to them."""
    pointers = [f'<Relationship Id="{key}" Type="y/{kind}" Target="../c/{key}.xml"/>' for key in parts]
    pointers += ['<Relationship Id="r9" Type="y/vmlDrawing" Target="../c/v.vml"/>'] if drawing else []
    files = {f"xl/c/{key}.xml": content for key, content in parts.items()} | ({"xl/c/v.vml": drawing} if drawing else {})
    sheet = f'<worksheet xmlns="{books.MAIN}" xmlns:r="y" xmlns:d="d"><sheetData/><controls>{controls}</controls></worksheet>'
    rels = f'<Relationships xmlns="x">{"".join(pointers)}</Relationships>'
    [read] = read_workbook(books.with_parts({"xl/worksheets/sheet1.xml": sheet, RELS: rels, **files})).sheets
    return read.boxes


def ocx(kind=CHECK):
    """Return the part of an ActiveX control."""
    return f'<a:ocx xmlns:a="a" a:classid="{{{kind}}}"><a:ocxPr a:name="Value"/></a:ocx>'


def test_active_controls_are_found_where_they_lie(books):
    """By their corners, each once, with their name and the cell they write to; labels, buttons and what has no part are none."""
    lies = anchor((4, 9525, 5, 9525), (4, 600000, 6, 150000))
    named = f'<control shapeId="1" r:id="r1" name="A"><controlPr linkedCell="Hai!$E$6">{lies}</controlPr></control>'
    others = '<control shapeId="2" r:id="r2" name="B"/><control shapeId="3" r:id="r3" name="C"/>'
    twice = f'{named}<control shapeId="1" r:id="r1" name="A"/>{others}'
    assert boxes(books, twice, r1=ocx(), r2=ocx(LABEL)) == (Box(6, 5, "control", False, "A", (6, 5)),)


def test_older_workbooks_draw_them_elsewhere(books):
    """Excel 2007 says where they lie in the drawing alone; one that is drawn nowhere lies nowhere."""
    named = '<control shapeId="1025" r:id="r1" name="A"/><control shapeId="102" r:id="r2" name="B"/>'
    assert boxes(books, named, drawing=VML, r1=ocx(), r2=ocx()) == (Box(6, 5, "control", False, "A", None),)


BOX = """<v:shape id="shape_0"><v:textbox><div>{}</div></v:textbox><x:ClientData ObjectType="Checkbox">
<x:Anchor>4, 5, 5, 2, 5, -41, 6, -4</x:Anchor>{}</x:ClientData></v:shape>"""
NAMED = '<control shapeId="1" r:id="r1" name="Có"/><control shapeId="2" r:id="r2" name="Không"/><control shapeId="3" r:id="r3" name="Ô"/>'
TICKED = '<f objectType="CheckBox" checked="Checked" fmlaLink="$K$5"/>'
FREE, LIST = '<f objectType="CheckBox"/>', '<f objectType="Drop"/>'


@pytest.mark.parametrize(
    ("said", "parts", "ticks"),
    [
        (("", ""), (TICKED, FREE), [True, False]),
        (("", ""), (LIST, FREE, TICKED), [False, True]),
        (("", "<x:Checked>1</x:Checked>"), (TICKED, FREE), [False, True]),
        (("", ""), (TICKED,), [False, False]),
        (("", ""), (TICKED, FREE, TICKED), [False, False]),
    ],
)
def test_libreoffice_says_in_parts_of_their_own_what_is_ticked(books, said, parts, ticks):
    """In the order in which it draws them; where Excel says it in the drawing, or their numbers differ, the drawing alone counts."""
    drawing = "".join(BOX.format(text, more) for text, more in zip(("Có", "Không"), said, strict=True))
    found = boxes(books, NAMED, "ctrlProp", drawing, **{f"r{number}": part for number, part in enumerate(parts, start=1)})
    assert [(each.row, each.column, each.is_set) for each in found] == [(6, 5, tick) for tick in ticks]
    assert [each.link for each in found] == [(5, 11) if tick and not any(said) else None for tick in ticks]


def test_a_control_whose_part_is_damaged_is_passed_over(books):
    """No answer hangs on it; what was found before stays."""
    drawing = BOX.format("Có", "")
    assert [each.text for each in boxes(books, NAMED, "ctrlProp", drawing, r1="<f")] == ["Có"]
