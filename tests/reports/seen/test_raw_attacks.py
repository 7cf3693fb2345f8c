"""Promises about what no spreadsheet program would write: a workbook changed part by part is found out too."""

from __future__ import annotations

import re

import pytest

RANKING = "xl/worksheets/sheet2.xml"
OTHER = b'xmlns:o="http://example.org/other"'


def replaced(old, new):
    """Return what replaces the first ``old``, which has to be there."""

    def change(data):
        assert old in data
        return data.replace(old, new, 1)

    return change


def codes(findings):
    """Return the codes of findings."""
    return {each.code for each in findings}


def without_head(data):
    """Put a stranger's element with the right head in the place of the head that is printed."""
    (head,) = re.findall(rb"<oddHeader>.*?</oddHeader>", data)
    decoy = head.replace(b"oddHeader>", b"o:oddHeader>").replace(b"<o:oddHeader>", b"<o:oddHeader %b>" % OTHER)
    return data.replace(head, decoy)


EXTENSION = (
    b'<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
    b"<x14:conditionalFormattings/></ext></extLst></worksheet>"
)
CHANGES = {
    "a head that only a stranger's element holds": (RANKING, without_head, "SC274"),
    "a conditional format in an extension": (RANKING, replaced(b"</worksheet>", EXTENSION), "SC270"),
    "an element nobody knows": (RANKING, replaced(b"</worksheet>", b"<picture xmlns:r='r' r:id='x'/></worksheet>"), "SC270"),
    "drawings without comments": (RANKING, replaced(b"</worksheet>", b"<legacyDrawing xmlns:r='r' r:id='x'/></worksheet>"), "SC270"),
    "columns without widths": (RANKING, lambda data: re.sub(rb'<col min="2".*?/>', b'<col min="2" max="2" width="9"/>', data), "SC275"),
    "a text of no length beside the basis": (
        RANKING, replaced(b'</c></row><row r="6"', b'</c><c r="B3" t="inlineStr"><is><t></t></is></c></row><row r="6"'), "SC272",
    ),
    "a theme that is white on white": (
        "xl/theme/theme1.xml", replaced(b'<a:sysClr val="windowText" lastClr="000000"/>', b'<a:srgbClr val="FFFFFF"/>'), "SC272",
    ),
    "texts in pieces": (
        "xl/sharedStrings.xml",
        lambda data: re.sub(rb"<si><t>([^<]+)</t></si>", rb'<si><r><rPr><color rgb="FFFFFFFF"/></rPr><t>\1</t></r></si>', data, count=1),
        "SC272",
    ),
    "a filter": (RANKING, lambda data: re.sub(rb"(<autoFilter[^>]*)/>", rb'\1><filterColumn colId="0"/></autoFilter>', data), "SC270"),
    "styles of another number format": (
        "xl/styles.xml", lambda data: re.sub(rb'formatCode="0\.0+"', b'formatCode="&quot;100&quot;"', data, count=1), "SC218",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_a_part_that_was_changed_is_found(with_parts, found_in, what):
    """The code says what kind of thing was changed."""
    part, change, code = CHANGES[what]
    assert code in codes(found_in(with_parts({part: change})))


def test_a_macro_is_told(with_parts, found_in):
    """A program in the workbook can show anything."""
    assert codes(found_in(with_parts({"xl/vbaProject.bin": lambda _: b"x"}))) == {"SC270"}


def test_the_mark_of_provisional_results_is_watched_on_paper(with_parts, found_in):
    """TẠM TÍNH taken out of the head of the printed page is an error that names what stood there."""
    (found,) = found_in(with_parts({RANKING: lambda data: re.sub("&amp;R.*TẠM TÍNH".encode(), b"", data)}))
    assert (found.code, found.severity) == ("SC274", "error")
    assert "TẠM TÍNH" in str(found.values["was"])
    assert "TẠM TÍNH" not in str(found.values["read"])


def test_what_is_looked_at_in_another_way_is_no_edit(with_parts, found_in):
    """Zoom, selection, a page broken elsewhere and wider columns change nothing that is read."""

    def change(data):
        data = data.replace(b'<sheetView workbookViewId="0">', b'<sheetView zoomScale="150" workbookViewId="0">')
        data = data.replace(b'width="7.7109375"', b'width="9.5"')
        return data.replace(b"</worksheet>", b'<rowBreaks count="1"><brk id="9"/></rowBreaks></worksheet>')

    assert found_in(with_parts({RANKING: change})) == ()


def test_a_seal_of_looks_taken_out_is_told(with_parts, found_in):
    """Without what it is held against, nothing is believed."""

    def change(data):
        return re.sub(rb"<t[^>]*>seen:0</t>", b"<t>gone</t>", data)

    assert "SC213" in codes(found_in(with_parts({"xl/sharedStrings.xml": change})))


def test_rows_may_be_sorted_within_the_table_only(with_parts, found_in):
    """The line TẠM TÍNH moved below everything is an edit, though no cell is lost."""

    def change(data):
        (row,) = re.findall(rb'<row r="4".*?</row>', data)
        moved = row.replace(b'r="4"', b'r="90"').replace(b'r="A4"', b'r="A90"')
        return data.replace(row, b"").replace(b"</sheetData>", moved + b"</sheetData>")

    assert "SC210" in codes(found_in(with_parts({RANKING: change})))
