"""Promises about the styles of cells in an .xlsx workbook."""

from __future__ import annotations

from ictscore.survey.sheets.container import Part
from ictscore.survey.sheets.stylesheet import read_formats


def test_formats_are_counted_as_cells_count_them():
    """Built-in formats go by number, others by their code; a number nobody knows is general."""
    part = Part(
        "f",
        "p",
        b"<styleSheet><numFmts><numFmt numFmtId='165' formatCode='0.0%'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
        b"<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='165'/><xf/><xf numFmtId='999'/><xf numFmtId='x'/></cellXfs>"
        b"</styleSheet>",
    )
    assert [each.kind for each in read_formats(part)] == ["general", "date", "percent", "general", "general", "general"]


def test_a_style_whose_font_crosses_out_says_so():
    """A font that crosses out makes its styles say so; one that says it does not, does not."""
    fonts = "<fonts><font/><font><strike/></font><font><strike val='0'/></font></fonts>"
    used = "".join(f"<xf fontId='{font}'/>" for font in (0, 1, 2, 9))
    styles = f"<styleSheet xmlns='u'>{fonts}<cellXfs>{used}</cellXfs></styleSheet>"
    assert [each.struck for each in read_formats(Part("f", "p", styles.encode()))] == [False, True, False, False]


def test_styles_that_show_something_else_say_so():
    """An alignment that repeats, a font of signs and a format that paints in the colour of the cell; all others share their format."""
    styles = b"""<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
      <numFmts><numFmt numFmtId="170" formatCode="[White]0"/><numFmt numFmtId="171" formatCode="0;[White]0"/></numFmts>
      <fonts><font/><font><name val="Wingdings"/></font></fonts>
      <cellXfs><xf fontId="0"><alignment horizontal="fill"/></xf><xf fontId="1"/><xf numFmtId="170"/><xf numFmtId="171"/><xf/></cellXfs>
      </styleSheet>"""
    found = read_formats(Part("f", "p", styles))
    assert [(each.seen_as, each.unseen) for each in found] == [("*", False), ("Wingdings", False), ("", True), ("", False), ("", False)]
