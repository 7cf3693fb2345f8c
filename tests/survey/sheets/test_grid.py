"""Promises of ictscore.survey.sheets.grid, keeping and stored: what the cells of a worksheet are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ictscore.survey.sheets.limits import LIMITS
from ictscore.survey.sheets.workbook import read_workbook

KINDS = [
    ("<v>171</v>", "", "number", "171", False),
    ("<v>274.65999999999997</v>", "", "number", "274.65999999999997", False),
    ("<v>1E2</v>", ' t="n"', "number", "1E2", False),
    ("<v>-0</v>", "", "number", "-0", False),
    ("<v> 12 </v>", "", "number", "12", False),
    ('<v xml:space="preserve">12</v>', "", "number", "12", False),
    ("<v>0</v>", ' t="s"', "text", "Sở Nội vụ", False),
    ("<v>12 máy</v>", ' t="str"', "text", "12 máy", False),
    ("<is><t>Sở_x000D_</t></is>", ' t="inlineStr"', "text", "Sở\r", False),
    ("<is><r><t>S</t></r><r><t>ở</t></r><rPh><t>x</t></rPh></is>", ' t="inlineStr"', "text", "Sở", False),
    ("<v>1</v>", ' t="b"', "yes_no", "1", False),
    ("<v>false</v>", ' t="b"', "yes_no", "0", False),
    ("<v>#DIV/0!</v>", ' t="e"', "error", "#DIV/0!", False),
    ("<v>2020-08-13</v>", ' t="d"', "date", "2020-08-13", False),
    ("<v>44056</v>", ' s="1"', "date", "44056", False),
    ("<v>4.4056E4</v>", ' s="1"', "date", "4.4056E4", False),
    ("<f>1+1</f><v>2</v>", "", "number", "2", True),
    ("<f>A2</f><v>#REF!</v>", ' t="e"', "error", "#REF!", True),
    ('<f t="shared" si="0"/><v>2</v>', "", "number", "2", True),
    ('<f>""</f><v></v>', ' t="str"', "text", "", True),
    ("<f>1+1</f>", "", "formula_without_value", "", True),
    ("<f>1+1</f><v></v>", "", "formula_without_value", "", True),
    ("<f>1+1</f><v/>", ' t="e"', "formula_without_value", "", True),
    ("<v>5</v><extLst><ext><v>9</v></ext></extLst>", "", "number", "5", False),
]


@pytest.mark.parametrize(("content", "attributes", "kind", "text", "is_formula"), KINDS)
def test_every_kind_of_cell_is_told_apart(books, content, attributes, kind, text, is_formula):
    """Numbers, texts, truth values, errors, dates and formulas are what they are, with the text that is stored."""
    cell = books.sheet(f'<row r="14"><c r="D14"{attributes}>{content}</c></row>').cells[14, 4]
    assert (cell.kind, cell.text, cell.is_formula, cell.address) == (kind, text, is_formula, "D14")


@pytest.mark.parametrize(("style", "expected"), [(0, ("general", None)), (2, ("percent", 0)), (3, ("text", None)), (4, ("number", 2))])
def test_the_format_of_a_number_is_told(books, style, expected):
    """What the cell shows is told beside what it holds."""
    cell = books.sheet(f'<row r="1"><c r="A1" s="{style}"><v>0.85</v></c></row>').cells[1, 1]
    assert (cell.number_format, cell.shown_places) == expected


@pytest.mark.parametrize(
    "cell", ['<c r="A1"/>', '<c r="A1" s="2"/>', '<c r="A1"><v/></c>', '<c r="A1" t="s"/>', '<c r="A1" t="inlineStr"><is/></c>']
)
def test_blank_cells_are_not_kept(books, cell):
    """A formatted blank cell is a blank cell."""
    assert books.sheet(f'<row r="1">{cell}</row>').cells == {}


FAULTS = [
    ('<c r="A1" t="s"><v>-1</v></c>', "IO306"),
    ('<c r="A1" t="s"><v>2</v></c>', "IO306"),
    ('<c r="A1" t="s"><v>1_0</v></c>', "IO306"),
    ('<c r="A1" t="q"><v>1</v></c>', "IO307"),
    ('<c r="A1"><v>NaN</v></c>', "IO308"),
    ('<c r="A1"><v>INF</v></c>', "IO308"),
    ('<c r="A1"><v>1_000</v></c>', "IO308"),
    ('<c r="A1"><v>0x1F</v></c>', "IO308"),
    ('<c r="A1"><v>12,5</v></c>', "IO308"),
    ('<c r="A1"><v>١٢</v></c>', "IO308"),
    (f'<c r="A1"><v>{"9" * 5000}</v></c>', "IO308"),
    ('<c r="A1"><v>1E+400</v></c>', "IO309"),
    ('<c r="A1"><v>1E-400</v></c>', "IO309"),
    ('<c r="A1" t="b"><v>2</v></c>', "IO310"),
    ('<c r="A1" s="99"><v>1</v></c>', "IO311"),
    ('<c r="A1" s="-1"><v>1</v></c>', "IO311"),
    (f'<c r="A1" t="str"><v>{"x" * 32_768}</v></c>', "IO312"),
    ('<c r="A1"><v>1</v><v>2</v></c>', "IO313"),
    ('<c r="A1"><v>1<x/>2</v></c>', "IO313"),
    ('<c r="A1"><y:v xmlns:y="u">1</y:v></c>', "IO313"),
    ('<c r="A1"><is><t>5</t></is></c>', "IO313"),
    ('<c r="A1" t="inlineStr"><is><t>5</t></is><v>6</v></c>', "IO313"),
    ('<c r="A1"><f>1</f><f>2</f><v>1</v></c>', "IO313"),
    ('<c r="A1" t="str"><v>_xD83D_</v></c>', "IO314"),
]


@pytest.mark.parametrize(("cell", "code"), FAULTS)
def test_a_fault_of_a_cell_is_found_at_the_cell(books, cell, code):
    """A cell that cannot be read is unreadable, never blank and never zero, and its neighbour is untouched."""
    book = read_workbook(books.with_rows(f'<row r="1">{cell}<c r="B1"><v>7</v></c></row>'))
    [found] = book.findings
    assert (found.code, found.place.cell, found.place.sheet, found.severity) == (code, "A1", "Phiếu", "error")
    assert "{" not in found.message
    assert [(cell.kind, cell.text) for cell in book.sheets[0].cells.values()] == [("unreadable", ""), ("number", "7")]


@pytest.mark.parametrize("formula", ["YEAR(TODAY())", "RAND()*10", "[1]Sheet1!A1", "SUM('[2]Phiếu 1'!A1)"])
def test_formulas_that_change_by_themselves_are_warned_of(books, formula):
    """A value that depends on the day, on chance or on another workbook is read with a warning."""
    assert books.found(f'<row r="1"><c r="A1"><f>{formula}</f><v>1</v></c></row>') == [("IO315", "A1")]


@pytest.mark.parametrize("formula", ["SUM(A2:A3)", 'IF(A1="TODAY()",1,2)', "Table1[[#This Row],[x]]", "Table1[1]"])
def test_other_formulas_are_not_warned_of(books, formula):
    """Ordinary formulas, texts in them and columns of tables are no reason for a warning."""
    assert books.found(f'<row r="1"><c r="A1"><f>{formula}</f><v>1</v></c></row>') == []


def test_a_cell_stored_twice_is_unreadable(books):
    """Two values for one cell: neither is taken."""
    book = read_workbook(books.with_rows('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>3</v></c><c r="A1"><v>2</v></c></row>'))
    assert [(each.code, each.place.cell) for each in book.findings] == [("IO301", "A1")]
    assert [(cell.address, cell.kind) for cell in book.sheets[0].cells.values()] == [("A1", "unreadable"), ("B1", "number")]


def test_a_blank_cell_stored_again_with_a_value_is_found(books):
    """The second of two cells may be the true one, or the first."""
    assert books.found('<row r="1"><c r="A1"/><c r="A1"><v>2</v></c></row>') == [("IO301", "A1")]


def test_a_row_stored_twice_is_found_with_its_cells(books):
    """Two rows of one number are found, and the cells they both have."""
    row = '<row r="3"><c r="A3"><v>1</v></c></row>'
    assert books.found(row + row) == [("IO302", "3:3"), ("IO301", "A3")]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ('<row r="1"><c r="A"><v>1</v></c></row>', ("IO303", "1:1")),
        ('<row r="1"><c r="1A"><v>1</v></c></row>', ("IO303", "1:1")),
        ('<row r="1"><c r="a1"><v>1</v></c></row>', ("IO303", "1:1")),
        ('<row r="1"><c r="A01"><v>1</v></c></row>', ("IO303", "1:1")),
        ('<row r="0"><c r="A0"><v>1</v></c></row>', ("IO303", "")),
        ('<row r="x"><c r="A1"><v>1</v></c></row>', ("IO303", "")),
        ('<row r="1048577"><c r="A1048577"><v>1</v></c></row>', ("IO305", "")),
        ('<row r="1"><c r="XFE1"><v>1</v></c></row>', ("IO305", "1:1")),
        ('<row r="5"><c r="A6"><v>1</v></c></row>', ("IO304", "A6")),
    ],
)
def test_a_wrong_address_is_found_and_the_value_goes_nowhere(books, row, expected):
    """A value whose place is in doubt is given to no unit."""
    book = read_workbook(books.with_rows(row))
    assert [(each.code, each.place.cell) for each in book.findings] == [expected]
    assert book.sheets[0].cells == {}


def test_a_bad_row_does_not_take_the_place_of_the_one_before(books):
    """Cells of a row that is no row are lost with it, even when they say that they belong elsewhere."""
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="x"><c r="B1"><v>2</v></c></row>'
    assert list(read_workbook(books.with_rows(rows)).sheets[0].cells) == [(1, 1)]


def test_cells_without_addresses_follow_each_other(books):
    """Where there are no addresses, cells and rows stand in the order in which they are stored."""
    sheet = books.sheet(
        '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="5"><c r="B5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>'
    )
    assert {cell.address: cell.text for cell in sheet.cells.values()} == {"A1": "1", "C1": "2", "B5": "3", "C5": "4", "A6": "5"}


def test_rows_and_cells_out_of_order_stand_where_they_say(books):
    """The order of storing means nothing where there are addresses."""
    sheet = books.sheet('<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>')
    assert [(row, [cell.text for cell in cells]) for row, cells in sheet.rows()] == [(1, ["1"]), (2, ["3", "4"])]


def test_the_last_cell_of_a_sheet_costs_nothing(books):
    """A stray cell at the end of the sheet is one cell more."""
    sheet = books.sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>')
    assert [cell.address for cell in sheet.cells.values()] == ["A1", "XFD1048576"]


@pytest.mark.parametrize("dimension", ["A1:XFD1048576", "A1", "A1:B1", "nonsense"])
def test_the_declared_dimension_is_ignored(books, dimension):
    """What a sheet says about its size is not looked at."""
    before = f'<dimension ref="{dimension}"/>'
    assert len(books.sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="F9"><v>1</v></c></row>', before).cells) == 2


def test_hidden_rows_and_columns_are_read_and_listed(books):
    """What people do not see is there, and is told to be hidden."""
    cols = '<cols><col min="2" max="3" hidden="1"/><col min="5" max="16384" hidden="0"/><col min="9" max="99999" hidden="true"/></cols>'
    sheet = books.sheet('<row r="4" hidden="1"><c r="B4"><v>1</v></c></row><row r="5" hidden="true"/><row r="6"/>', cols)
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({4, 5}, {2, 3, *range(9, 16385)})
    assert sheet.cells[4, 2].text == "1"


def test_rows_and_columns_of_no_size_are_hidden(books):
    """A height or width of nought hides as well as the word does; rows of any other height are seen."""
    cols = '<cols><col min="2" max="2" width="0" customWidth="1"/><col min="3" max="3" width="9.5"/></cols>'
    sheet = books.sheet('<row r="4" ht="0" customHeight="1"><c r="B4"><v>1</v></c></row><row r="5" ht="0.0"/><row r="6" ht="10"/>', cols)
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({4, 5}, {2})


def test_rows_that_are_there_are_seen_where_all_others_are_hidden(books):
    """A sheet may hide every row below its last: that says nothing of the rows that are there, which say it themselves."""
    rows = '<row r="4"><c r="B4"><v>1</v></c></row><row r="5" ht="15"/><row r="6" hidden="1"/>'
    assert books.sheet(rows, '<sheetFormatPr zeroHeight="1"/>').hidden_rows == {6}


def test_rows_and_columns_nobody_can_see_are_hidden(books):
    """Two points of height and a third of a digit's width show nothing of a number; more may, and what is no size says nothing."""
    cols = '<cols><col min="2" max="2" width="0.3"/><col min="3" max="3" width="0.5"/><col min="4" max="4" width="-1"/></cols>'
    heights = {4: "0.75", 5: "2", 6: "2.0", 7: "2.25", 8: "x", 9: "1e0", 10: "1.5"}
    rows = "".join(f'<row r="{row}" ht="{height}"><c r="B{row}"><v>1</v></c></row>' for row, height in heights.items())
    sheet = books.sheet(rows, cols)
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({4, 5, 6, 10}, {2})


def test_columns_hidden_again_and_again_are_refused(books, refusal):
    """Ten thousand overlapping ranges of all columns are no honest sheet."""
    assert refusal(read_workbook, books.with_rows("", "<cols>" + '<col min="1" max="16384" hidden="1"/>' * 10_000 + "</cols>")) == "IO206"


def test_hidden_columns_that_are_none_are_ignored(books):
    """A range of columns without numbers hides nothing."""
    assert books.sheet("", '<cols><col hidden="1"/><col min="x" max="2" hidden="1"/></cols>').hidden_columns == set()


def test_pretty_printed_rows_are_the_same_rows(books):
    """White space between elements changes nothing."""
    sheet = books.sheet('\n <row r="1">\n  <c r="A1">\n   <v>5</v>\n  </c>\n  <extLst><x/></extLst>\n </row>\n')
    assert [(cell.address, cell.text) for cell in sheet.cells.values()] == [("A1", "5")]


def test_comments_and_cdata_are_no_values(books):
    """What a comment says is not read; what stands in a CDATA section is text."""
    sheet = books.sheet('<!--<row r="1"><c r="A1"><v>1</v></c></row>--><row r="2"><c r="A2"><v><![CDATA[2]]></v></c></row>')
    assert {cell.address: cell.text for cell in sheet.cells.values()} == {"A2": "2"}


@pytest.mark.parametrize(
    "wrap",
    [
        ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "x:"),
        ("http://purl.oclc.org/ooxml/spreadsheetml/main", ""),
        ("http://purl.oclc.org/ooxml/spreadsheetml/main", "x:"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_prefixes_strict_namespaces_and_utf_16_are_read_alike(books, wrap, encoding):
    """However a program spells its names and encodes its text, the cells are the same."""
    namespace, prefix = wrap
    declaration = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><{prefix}worksheet {declaration}="{namespace}"><{prefix}sheetData><{prefix}row r="1">'
        f'<{prefix}c r="A1" t="s"><{prefix}v>1</{prefix}v></{prefix}c></{prefix}row></{prefix}sheetData></{prefix}worksheet>'
    )
    sheet = read_workbook(books.with_parts({"xl/worksheets/sheet1.xml": text.encode(encoding)})).sheets[0]
    assert sheet.cells[1, 1].text == "Sở Y tế"


@pytest.mark.parametrize(
    "part",
    [
        "<chartsheet xmlns='{main}'/>",
        "<worksheet xmlns='u'/>",
        "<worksheet/>",
        "<worksheet xmlns='{main}'><x><sheetData><row r='1'/></sheetData></x><sheetData><c r='A1'><v>1</v></c></sheetData></worksheet>",
        "<worksheet xmlns='{main}'><sheetData><x><row r='1'/></x></sheetData></worksheet>",
        "<worksheet xmlns='{main}'><sheetData><row r='1'><x/></row></sheetData></worksheet>",
        "<worksheet xmlns='{main}'><sheetData><row r='1'><c xmlns=''/></row></sheetData></worksheet>",
        '<worksheet xmlns="{main}"><x><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></x></worksheet>',
    ],
)
def test_what_is_no_worksheet_is_refused(books, refusal, part):
    """Another root, rows in the wrong place and unknown elements among them are refused by name."""
    assert refusal(read_workbook, books.with_parts({"xl/worksheets/sheet1.xml": part.replace("{main}", books.MAIN)})) == "IO208"


@pytest.mark.parametrize(
    ("limits", "rows"),
    [
        ({"rows": 2}, "<row/><row/><row/>"),
        ({"values": 1}, "<row><c><v>1</v></c><c><v>2</v></c></row><row/>"),
        ({"cells": 9_999}, "<row>" + "<c/>" * 10_000 + "</row>"),
        ({"elements": 3}, '<row r="1"><c r="A1" t="inlineStr"><is><r/><r/><r/></is></c></row>'),
    ],
)
def test_the_limits_of_a_sheet_are_kept(books, refusal, limits, rows):
    """Too many rows, cells, values or other elements are refused, with the limit named."""
    assert refusal(read_workbook, books.with_rows(rows), replace(LIMITS, **limits)) == "IO206"


def test_blank_rows_by_the_hundred_thousand_are_no_burden(books):
    """Two hundred thousand blank formatted rows are passed over."""
    rows = "".join(f'<row r="{row}" s="1" customFormat="1"/>' for row in range(1, 200_001))
    assert books.sheet(rows).cells == {}


def test_findings_of_a_kind_are_counted_after_the_first_hundred(books):
    """A spoilt column gives a hundred findings and a note that counts the rest."""
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>x</v></c></row>' for row in range(1, 251))
    findings = read_workbook(books.with_rows(rows)).findings
    assert len(findings) == 101
    assert (findings[-1].code, findings[-1].values) == ("IO399", {"count": 150, "kind": "IO308"})
