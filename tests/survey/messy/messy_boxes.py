"""Messy boxes: boxes that people tick instead of typing an answer, in cells and laid over them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from messy_beside import STAMP
from messy_book import Rows, workbook
from messy_remarks import FRONT, NET, STAFF

HELD = Path(__file__).resolve().parent / "files"
LABELS = ["Đơn vị", "Tổng số cán bộ", "Số máy tính", "Có mạng nội bộ"]
MACHINES = ["may_tinh", 2, "Số máy tính *", "máy", 10]
ROLE = ["vai_tro", 5, "Vai trò", ""]
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
RELS = "xl/worksheets/_rels/sheet1.xml.rels"


def in_cells(book: Any, sheets: dict[str, Any]) -> None:
    """Put boxes into the cells of one column: ticked, and not ticked."""
    sheets["Bảng"].insert_checkbox("D2", checked := True)
    sheets["Bảng"].insert_checkbox("D3", not checked)


def control(kind: str, anchor: str, text: str, *, ticked: bool = False, link: str = "") -> str:
    """Return a control as Excel draws it: the anchor is left, top, right and bottom, each a column or row from 0 with pixels."""
    state = "<x:Checked>1</x:Checked>" * ticked + f"<x:FmlaLink>{link}</x:FmlaLink>" * bool(link)
    said = f"<v:textbox style='mso-direction-alt:auto'><div><font face=Tahoma>{text}</font><br></div></v:textbox>"
    data = f'<x:ClientData ObjectType="{kind}"><x:Anchor>\n {anchor}</x:Anchor>{state}</x:ClientData>'
    return f'<v:shape id="_x0000_s{len(text)}" type="#_x0000_t201">{said}{data}</v:shape>'


def with_controls(rows: Rows, *controls: str) -> bytes:
    """Return our form with controls laid over it."""
    source = zipfile.ZipFile(BytesIO(workbook({"Bảng": rows, "_ictscore": STAMP})))
    parts = {name: source.read(name) for name in source.namelist()}
    parts["xl/drawings/vmlDrawing1.vml"] = f'<xml xmlns:v="urn:v" xmlns:x="urn:x">{"".join(controls)}</xml>'.encode()
    target = f'<Relationship Id="rId1" Type="{RELATED}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>'
    parts[RELS] = f'<Relationships xmlns="{PACKAGE}">{target}</Relationships>'.encode()
    return packed(parts)


CHECK, BUTTON, COMBO = (
    "8BD21D40-EC42-11CE-9E0D-00AA006002F3",
    "D7053240-CE69-11CD-A777-00DD01143C57",
    "8BD21D30-EC42-11CE-9E0D-00AA006002F3",
)
CORNER = "<xdr:col>{0}</xdr:col><xdr:colOff>9525</xdr:colOff><xdr:row>{1}</xdr:row><xdr:rowOff>9525</xdr:rowOff>"
ACTIVE = """<controls xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="{related}">{controls}</controls>"""
CONTROL = """<mc:AlternateContent><mc:Choice Requires="x14"><control shapeId="{number}" r:id="rId{number}" name="{name}">
<controlPr defaultSize="0"{link}><anchor><from>{start}</from><to>{end}</to></anchor></controlPr></control></mc:Choice>
<mc:Fallback><control shapeId="{number}" r:id="rId{number}" name="{name}"/></mc:Fallback></mc:AlternateContent>"""


def with_active(rows: Rows) -> bytes:
    """Return our form with ActiveX controls, as Excel writes them: over two blank answers, one that writes to its cell, and a button."""
    controls, rels, parts = [], [], {}
    for number, (name, kind, row, link) in enumerate(
        (("CheckBox1", CHECK, 6, ""), ("ComboBox1", COMBO, 8, ""), ("CheckBox2", CHECK, 5, "E5"), ("CommandButton1", BUTTON, 2, "")),
        start=1,
    ):
        linked = f' linkedCell="{link}"' * bool(link)
        start, end = CORNER.format(4, row - 1), CORNER.format(5, row - 1)
        controls.append(CONTROL.format(number=number, name=name, link=linked, start=start, end=end))
        rels.append(f'<Relationship Id="rId{number}" Type="{RELATED}/control" Target="../activeX/activeX{number}.xml"/>')
        ocx = f'<ax:ocx ax:classid="{{{kind}}}" ax:persistence="persistStreamInit" xmlns:ax="urn:x"/>'
        parts[f"xl/activeX/activeX{number}.xml"] = ocx.encode()
    source = zipfile.ZipFile(BytesIO(workbook({"Bảng": rows, "_ictscore": STAMP})))
    parts = {name: source.read(name) for name in source.namelist()} | parts
    active = ACTIVE.format(related=RELATED, controls="".join(controls)).encode()
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(b"</worksheet>", active + b"</worksheet>")
    parts[RELS] = f'<Relationships xmlns="{PACKAGE}">{"".join(rels)}</Relationships>'.encode()
    return packed(parts)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a workbook of these parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return stream.getvalue()


OVER_BLANKS = (
    control("Checkbox", "4, 10, 5, 2, 4, 60, 5, 18", "Có", ticked=True),
    control("Checkbox", "4, 62, 5, 2, 5, 40, 5, 18", "Không"),
    control("Radio", "4, 4, 6, 18, 4, 60, 7, 16", "", ticked=True),
    control("Drop", "8, 0, 1, 0, 9, 0, 2, 0", ""),
    control("Note", "4, 0, 3, 0, 5, 0, 4, 0", "20"),
)
LINKED = (
    control("Checkbox", "4, 10, 5, 2, 4, 60, 5, 18", "Có mạng", ticked=True, link="$E$6"),
    control("Checkbox", "4, 10, 4, 2, 4, 60, 4, 18", "Đã đếm", ticked=True, link="Bảng!$K$5"),
)

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)


def screenshot(_book: Any, sheets: dict[str, Any]) -> None:
    """Lay pictures over blank answers: over two of a form, and over a part of a table; a seal elsewhere says nothing."""
    for name, cell, wide, high in (("Bảng", "D6", 150, 35), ("Bảng", "A1", 20, 20), ("Hai", "D2", 100, 15)):
        sheets[name].insert_image(cell, "x.png", {"image_data": BytesIO(DOT), "x_scale": wide, "y_scale": high})


FILES: dict[str, Callable[[], bytes]] = {
    # The form of boxes-over-blanks.xlsx as LibreOffice saved it, with its own check boxes, an option and a list put in, in three formats;
    # into .xlsx it writes the texts of check boxes and options, and draws check boxes alone.
    **{name: (HELD / name).read_bytes for name in (f"boxes-of-libreoffice.{ending}" for ending in ("ods", "xls", "xlsx"))},
    "activex-over-blanks.xlsx": lambda: with_active([*FRONT, STAFF, MACHINES, NET, [], ROLE]),
    "boxes-in-cells.xlsx": partial(workbook, [LABELS, ["Sở A", 20, 10], ["Sở B", 30, 15], ["Sở C", 40, 20, False]], in_cells),
    "boxes-over-blanks.xlsx": partial(with_controls, [*FRONT, STAFF, MACHINES, NET, [], ROLE], *OVER_BLANKS),
    "pictures-over-blanks.xlsx": lambda: workbook(
        {"Bảng": [*FRONT, STAFF, MACHINES, NET, ROLE], "_ictscore": STAMP, "Hai": [LABELS, ["Sở B", 30, 15, ""]]}, screenshot
    ),
    # These .xlsx files, saved by LibreOffice 7.4: soffice --headless --convert-to ods
    **{name: (HELD / name).read_bytes for name in ("pictures-over-blanks.ods", "box-over-cell.ods")},
    "boxes-linked.xlsx": partial(with_controls, [*FRONT, STAFF, MACHINES, [*NET, True]], *LINKED),
}
