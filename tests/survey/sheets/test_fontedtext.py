"""Promises of ictscore.survey.sheets.fontedtext: texts in old fonts are read by their fonts, cell by cell and run by run."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from ictscore.survey.sheets.fontedtext import FontedText
from ictscore.survey.sheets.workbook import read_workbook


def made(books, write):
    """Return the cells and findings of a workbook that ``write`` fills; it gets the sheet and what makes a format with a font."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("S")
    write(sheet, lambda name: book.add_format({"font_name": name}))
    book.close()
    read = read_workbook(books.input_file(stream.getvalue()))
    assert not any(isinstance(cell.text, FontedText) for cell in read.sheets[0].cells.values())
    found = [(each.code, each.place.cell) for each in read.findings if each.code != "IO214"]  # nobody has calculated it
    return {cell.address: cell for cell in read.sheets[0].cells.values()}, found


def test_a_cell_is_read_by_its_font(books):
    """A text in an old font is what the font shows, composed, with a note at the cell; beside it, nothing changes."""

    def write(sheet, font):
        sheet.write("A1", "Së Tµi chÝnh", font(".VnTime"))
        sheet.write("B1", "Sôû Taøi chính", font("VNI-Times"))
        sheet.write("C1", "Sở Tài chính")
        sheet.write("D1", "µ")

    cells, found = made(books, write)
    assert [cells[each].text for each in ("A1", "B1", "C1", "D1")] == [*["Sở Tài chính"] * 3, "µ"]
    assert found == [("IO246", "A1"), ("IO246", "B1")]


def test_numbers_and_plain_text_in_an_old_font_are_themselves(books):
    """A number is a number in any font, and plain letters are the same in all of them."""

    def write(sheet, font):
        sheet.write("A1", 171, font(".VnTime"))
        sheet.write("B1", "171 may", font(".VnTime"))
        sheet.write("C1", "co", font(".VnTimeH"))
        sheet.write_formula("D1", "=1+1", font(".VnTime"), 2)
        sheet.write_boolean("E1", True, font(".VnTime"))

    cells, found = made(books, write)
    assert [(cell.kind, cell.text, cell.is_formula) for cell in cells.values()] == [
        ("number", "171", False),
        ("text", "171 may", False),
        ("text", "co", False),
        ("number", "2", True),
        ("yes_no", "1", False),
    ]
    assert found == []


def test_formulas_give_texts_in_the_font_of_their_cell(books):
    """The saved text of a formula is shown in the cell's font like any other."""
    cells, found = made(books, lambda sheet, font: sheet.write_formula("A1", '="x"', font(".VnTime"), "Kh«ng"))
    assert (cells["A1"].text, cells["A1"].is_formula, found) == ("Không", True, [("IO246", "A1")])


def test_unicode_in_an_old_font_stays(books):
    """A text typed in Unicode is what it is, with a note that its font cannot show it."""
    cells, found = made(books, lambda sheet, font: sheet.write("A1", "Sở Tài chính", font(".VnTime")))
    assert (cells["A1"].text, found) == ("Sở Tài chính", [("IO247", "A1")])


def test_a_text_with_two_readings_is_a_warning(books):
    """“Có” typed in Unicode shows “Cú” in an old font: both are named."""
    cells, found = made(books, lambda sheet, font: sheet.write("A1", "Có", font(".VnTime")))
    assert (cells["A1"].text, found) == ("Cú", [("IO248", "A1")])


def test_a_code_without_a_letter_is_a_warning(books):
    """What the font has no letter for is named."""
    cells, found = made(books, lambda sheet, font: sheet.write("A1", "Sëÿ", font(".VnTime")))
    assert (cells["A1"].text, found) == ("Sởÿ", [("IO249", "A1")])


@pytest.mark.parametrize("cell_font", ["Arial", ".VnTime"])
def test_runs_are_read_by_their_own_fonts(books, cell_font):
    """In rich text every run has its font, whatever the cell's."""

    def write(sheet, font):
        sheet.write_rich_string("A1", font(".VnTime"), "Së ", font("Arial"), "Y tế é", font(cell_font))

    cells, found = made(books, write)
    assert (cells["A1"].text, found) == ("Sở Y tế é", [("IO246", "A1")])


def test_a_run_without_a_font_has_that_of_its_cell(books):
    """The first run of a rich text has often no font of its own; a sheet's own texts have the font of their cell."""
    strings = f'<sst xmlns="{books.MAIN}"><si><r><t>Kh«</t></r><r><rPr><rFont val="Arial"/></rPr><t>ng à</t></r></si></sst>'
    styles = books.minimal_parts()["xl/styles.xml"].replace("<cellXfs>", '<fonts><font><name val=".VnTime"/></font></fonts><cellXfs>')
    row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Kh«ng</t></is></c><c r="C1"><v>5</v></c></row>'
    parts = {"xl/sharedStrings.xml": strings, "xl/styles.xml": styles, "xl/worksheets/sheet1.xml": books.worksheet(row)}
    cells = read_workbook(books.with_parts(parts)).sheets[0].cells
    assert [cell.text for cell in cells.values()] == ["Không à", "Không", "5"]
