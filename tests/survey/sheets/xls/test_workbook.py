"""Promises of ictscore.survey.sheets.xls: what is in an .xls workbook, record by record."""

from __future__ import annotations

import struct
from typing import NamedTuple

import pytest

from ictscore.errors import FileRefused
from ictscore.survey.sheets.opening import open_survey_file

NOTHING = b"\xff\xff"


class Stored(NamedTuple):
    """A record."""

    kind: int
    data: bytes


def short_text(text, wide=False):
    """Return a text with its length in one byte."""
    return bytes([len(text), int(wide)]) + text.encode("utf-16-le" if wide else "latin-1")


def text_cell(row, column, style, text):
    """Return a cell with a text of its own."""
    return Stored(0x204, struct.pack("<4HB", row, column, style, len(text), 1) + text.encode("utf-16-le"))


def formula(row, column, result, options=0, tokens=b"\x1e\x01\x00", style=0):
    """Return a formula with what it gave."""
    return Stored(0x06, struct.pack("<3H8sHLH", row, column, style, result, options, 0, len(tokens)) + tokens)


def number(value):
    """Return a number as a result."""
    return struct.pack("<d", value)


def stream(cells, book=(), version=0x600, sheets=None, writer=(0x2000, 0x07CD)):
    """Return a stream with one sheet of cells, a font, and styles General, dd/mm/yyyy and per cent."""
    begin = Stored(0x809, struct.pack("<4H", version, 5, *writer))
    styles = [Stored(0xE0, struct.pack("<HH", 0, number)) for number in (0, 14, 9)]
    fonts = [Stored(0x31, bytes(14) + (short_text(".VnTime") if version == 0x600 else b"\x07.VnTime"))] if not book else []
    top = [begin, *fonts, *book, *styles] if fonts else [begin, *book, *styles]
    names = sheets or [("Bảng", 0, 0)] if version == 0x600 else [("Bang", 0, 0)]
    length = sum(4 + len(each.data) for each in top) + 4
    for name, *_ in names:
        length += 4 + 6 + (2 + 2 * len(name) if version == 0x600 else 1 + len(name))
    for name, hidden, kind in names:
        said = short_text(name, wide=True) if version == 0x600 else bytes([len(name)]) + name.encode("cp1252")
        top.append(Stored(0x85, struct.pack("<LBB", length, hidden, kind) + said))
    sheet = [Stored(0x809, struct.pack("<4H", version, 0x10, *writer)), *cells, Stored(0x0A, b"")]
    return b"".join(struct.pack("<HH", kind, len(data)) + data for kind, data in [*top, Stored(0x0A, b""), *sheet])


PLAIN = (Stored(0x31, bytes(14) + short_text("Arial")),)


@pytest.fixture
def read(books):
    """Read a stream: the sheet's cells by address, and what was found."""

    def make(*cells, book=PLAIN, **how):
        workbook = open_survey_file(books.input_file(stream(cells, book, **how), "a.xls"))
        [sheet] = workbook.sheets
        return {cell.address: cell for cell in sheet.cells.values()}, [each.code for each in workbook.findings], sheet

    return make


def test_numbers_are_exact(read):
    """A number of eight bytes is spelt as .xlsx files spell it; numbers of four bytes are whole, of a hundredth, or cut."""
    cells, found, _ = read(
        Stored(0x203, struct.pack("<3Hd", 0, 0, 0, 274.66)),
        Stored(0x27E, struct.pack("<3HL", 0, 1, 0, 171 << 2 | 2)),
        Stored(0x27E, struct.pack("<3Hl", 0, 2, 0, -1250 << 2 | 3)),
        Stored(0xBD, struct.pack("<HHHLHLH", 1, 0, 0, 0x3FF00000, 0, 12345 << 2 | 3, 1)),
    )
    texts = {address: cell.text for address, cell in cells.items()}
    assert texts == {"A1": "274.66", "B1": "171", "C1": "-12.5", "A2": "1", "B2": "123.45"}
    assert (found, {cell.kind for cell in cells.values()}) == ([], {"number"})


def test_dates_percentages_and_errors_are_told(read):
    """The style says what a number is; errors and truth values are themselves."""
    cells, _, _ = read(
        Stored(0x203, struct.pack("<3Hd", 0, 0, 1, 43952)),
        Stored(0x203, struct.pack("<3Hd", 0, 1, 2, 0.95)),
        Stored(0x205, struct.pack("<3HBB", 0, 2, 0, 7, 1)),
        Stored(0x205, struct.pack("<3HBB", 0, 3, 0, 1, 0)),
    )
    assert [(cell.kind, cell.text, cell.number_format) for cell in cells.values()] == [
        ("date", "43952", "date"),
        ("number", "0.95", "percent"),
        ("error", "#DIV/0!", "general"),
        ("yes_no", "1", "general"),
    ]


def test_dates_from_1904_are_moved(read):
    """Day 42490 of a workbook that counts from 1904 is 1 May 2020; a number that is no date stays."""
    cells, found, _ = read(
        Stored(0x203, struct.pack("<3Hd", 0, 0, 1, 42490)),
        Stored(0x203, struct.pack("<3Hd", 0, 1, 0, 42490)),
        book=(*PLAIN, Stored(0x22, b"\x01\x00")),
    )
    assert ([cell.text for cell in cells.values()], found) == (["43952", "42490"], ["IO242"])


def test_formulas_have_what_they_gave(read):
    """Numbers, texts, truth values and errors of formulas are told as such; what was never calculated is no zero and no blank."""
    cells, found, _ = read(
        formula(0, 0, number(24)),
        formula(0, 1, b"\0" * 6 + NOTHING),
        Stored(0x207, struct.pack("<HB", 2, 0) + b"ab"),
        formula(0, 2, b"\x01\0\x01\0\0\0" + NOTHING),
        formula(0, 3, b"\x02\0\x2a\0\0\0" + NOTHING),
        formula(0, 4, b"\x03\0\0\0\0\0" + NOTHING),
        formula(0, 5, b"\x03\0\0\0\0\0" + NOTHING, options=2),
        formula(0, 6, number(3), options=1),
    )
    assert all(cell.is_formula for cell in cells.values())
    assert [(cell.kind, cell.text) for cell in cells.values()] == [
        ("number", "24"),
        ("text", "ab"),
        ("yes_no", "1"),
        ("error", "#N/A"),
        ("text", ""),
        ("formula_without_value", ""),
        ("number", "3"),
    ]
    assert found == ["IO250", "IO214"]


@pytest.mark.parametrize(
    ("writer", "tokens", "kind"),
    [
        ((0x2000, 0x07CD), b"\x44\0\0\0\xc0", "number"),  # Excel calculates
        ((0x0DBB, 0x07CC), b"\x44\0\0\0\xc0", "formula_without_value"),  # =A1 of LibreOffice: A1 may hold a text
        ((0x0DBB, 0x07CC), b"\x44\0\0\0\xc0\x1e\x02\0\x05", "number"),  # =A1*2 gives nothing but a number
        ((0x0DBB, 0x07CC), b"\x25\0\0\x01\0\0\xc0\0\xc0\x19\x10\0\0", "number"),  # =SUM(A1:A2)
        ((0x0DBB, 0x07CC), b"\x44\0\0\0\xc0\x1e\0\0\x41\x1b\0", "number"),  # =ROUND(A1;0)
        ((0x0DBB, 0x07CC), b"\x44\0\0\0\xc0\x42\x01\x04\0", "number"),  # =SUM(A1)
        ((0x10D3, 0x07CC), b"\x44\0\0\0\xc0\x1e\x02\0\x05", "formula_without_value"),  # POI calculates nothing by itself
    ],
)
def test_a_zero_nobody_calculated_is_no_zero(read, writer, tokens, kind):
    """LibreOffice saves zero for a text it has not calculated: such a zero is no answer."""
    cells, found, _ = read(formula(0, 0, number(0), tokens=tokens), writer=writer)
    assert (cells["A1"].kind, "IO251" in found) == (kind, kind != "number")


def test_texts_are_read_in_both_widths_and_over_the_ends_of_records(read):
    """A text may go on in the next record, in another width."""
    texts = struct.pack("<LLHB", 2, 2, 6, 0) + b"abc"
    rest = b"\x01" + "ộđư".encode("utf-16-le") + struct.pack("<HB", 1, 0) + b"x"
    table = (*PLAIN, Stored(0xFC, texts), Stored(0x3C, rest))
    cells, _, _ = read(*(Stored(0xFD, struct.pack("<3HL", 0, index, 0, index)) for index in (0, 1, 2)), book=table)
    assert [(cell.kind, cell.text) for cell in cells.values()] == [("text", "abcộđư"), ("text", "x"), ("unreadable", "")]


def test_texts_in_old_fonts_are_read_by_their_fonts(read):
    """The cell's font counts; in rich text each run's does, and the first piece has the cell's."""
    fonts = [Stored(0x31, bytes(14) + short_text(name)) for name in (".VnTime", "Arial")]
    rich = struct.pack("<4HB", 0, 1, 0, 6, 0) + "Së\u00e0 Y".encode("latin-1") + b"z" + struct.pack("<HHH", 1, 2, 1)
    cells, found, _ = read(text_cell(0, 0, 0, "Kh«ng"), Stored(0xD6, rich), book=fonts)
    assert ([cell.text for cell in cells.values()], found) == (["Không", "Sởà Yz"], ["IO246", "IO246"])


def test_what_people_cannot_see_is_told(read):
    """Hidden rows and columns, filters, merged cells and comments."""
    note = struct.pack("<4xHH", 0x19, 7) + bytes(14)
    _, _, sheet = read(
        Stored(0x208, struct.pack("<H10xL", 4, 0x20)),
        Stored(0x7D, struct.pack("<6H", 2, 3, 0, 0, 1, 0)),
        Stored(0x9B, b""),
        text_cell(0, 0, 0, "a"),
        Stored(0xE5, struct.pack("<5H", 1, 0, 1, 0, 2)),
        Stored(0x5D, note),
        Stored(0x1B6, struct.pack("<10xHH4x", 3, 0)),
        Stored(0x3C, b"\0abc"),
        Stored(0x1C, struct.pack("<4H", 9, 1, 0, 7)),
    )
    assert (sheet.hidden_rows, sheet.filtered_rows, sheet.hidden_columns, sheet.merged) == ({5}, {5}, {3, 4}, ("A1:C2",))
    assert sheet.comments == {(10, 2): "abc"}


def test_a_cell_stored_twice_is_nobodys(read):
    """Of two values in one cell neither is taken."""
    cells, found, _ = read(text_cell(0, 0, 0, "a"), text_cell(0, 0, 0, "b"))
    assert (cells["A1"].kind, found) == ("unreadable", ["IO301"])


def test_a_style_that_is_none_is_told(read):
    """A number whose style is missing could be a date."""
    cells, found, _ = read(Stored(0x203, struct.pack("<3Hd", 0, 0, 99, 1)))
    assert (cells["A1"].kind, found) == ("unreadable", ["IO311"])


def test_workbooks_of_excel_5_are_read(read):
    """Texts of Excel 5 and 95 are bytes of a code page, or of their font."""
    page = (Stored(0x42, struct.pack("<H", 1258)), Stored(0x31, bytes(14) + b"\x07.VnTime"), Stored(0x31, bytes(14) + b"\x05Arial"))
    cell = struct.pack("<4H", 0, 0, 0, 6) + "Kh«ng ".encode("latin-1")
    cells, found, _ = read(Stored(0x204, cell), Stored(0x1C, struct.pack("<3H", 0, 0, 3) + b"abc"), book=page, version=0x500)
    assert (cells["A1"].text, found) == ("Không ", ["IO246"])


@pytest.mark.parametrize(("version", "header"), [(0x600, struct.pack("<HB", 6, 0) + b"&LNHAP"), (0x500, b"\x06&LNHAP")])
def test_headers_and_footers_of_pages_are_read(read, version, header):
    """As their codes have them; a sheet without any has blank records, and one that is damaged is passed over."""
    _, found, sheet = read(Stored(0x14, header), Stored(0x15, b""), Stored(0x15, header), Stored(0x15, b"\x01"), version=version)
    assert (sheet.page_texts, found) == (("NHAP",), [])


def test_lines_through_cells_and_what_fills_them_are_told(read):
    """A border from corner to corner is seen where it has a line; a colour that fills is known."""

    def style(sides, colours, fill):
        return Stored(0xE0, bytes(10) + struct.pack("<LLH", sides, colours, fill))

    styles = (style(1 << 30, 1 << 21, 0), style(1 << 30, 0, 0), style(0, 1 << 26, 2))
    cells, _, _ = read(*(text_cell(0, index, index, "a") for index in range(3)), book=(*PLAIN, *styles))
    assert [(each.slashed, each.ground) for each in cells.values()] == [(True, ""), (False, ""), (False, "FF0000")]


@pytest.mark.parametrize(
    ("sheets", "code"),
    [([("a", 0, 0), ("A", 0, 0)], "IO210"), ([("a", 0, 0), ("b", 0, 0)], "IO211"), ([("a", 0, 2)], "IO209")],
)
def test_sheets_that_cannot_be_right_are_refused(books, sheets, code):
    """Two sheets of one name or of one part, and a workbook of charts only."""
    with pytest.raises(FileRefused) as caught:
        open_survey_file(books.input_file(stream([], PLAIN, sheets=sheets), "a.xls"))
    assert caught.value.findings[0].code == code


def test_an_encrypted_workbook_is_refused(books):
    """A locked workbook is told as one."""
    with pytest.raises(FileRefused) as caught:
        open_survey_file(books.input_file(stream([], (*PLAIN, Stored(0x2F, b"\0\0"))), "a.xls"))
    assert caught.value.findings[0].code == "IO108"


def test_rows_and_columns_nobody_can_see_are_hidden(read):
    """Two points of height (40 twentieths) and a third of a digit's width show nothing; the usual height is no height of two points."""
    rows = [Stored(0x208, struct.pack("<4H4xL", row, 0, 3, height, 0)) for row, height in ((1, 40), (2, 41), (3, 0x8000), (4, 300))]
    columns = [Stored(0x7D, struct.pack("<6H", at, at, width, 0, 0, 0)) for at, width in ((0, 76), (1, 77), (2, 2304))]
    _, _, sheet = read(*columns, *rows, text_cell(1, 0, 0, "a"))
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({2}, {1})


def test_rows_and_columns_of_which_nothing_is_said_are_as_the_sheet_says(read):
    """A sheet may hide all rows and columns that have no record of their own."""
    row, column = Stored(0x208, struct.pack("<4H4xL", 0, 0, 3, 300, 0)), Stored(0x7D, struct.pack("<6H", 0, 0, 2304, 0, 0, 0))
    cells = [text_cell(0, 0, 0, "a"), text_cell(4, 3, 0, "b")]
    _, _, sheet = read(Stored(0x225, struct.pack("<HH", 2, 300)), Stored(0x55, struct.pack("<H", 0)), column, row, *cells)
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({5}, {4})
    _, _, sheet = read(Stored(0x225, struct.pack("<HH", 0, 300)), Stored(0x55, struct.pack("<H", 8)), *cells)
    assert (sheet.hidden_rows, sheet.hidden_columns) == (set(), set())


WHITE_FONT = Stored(0x31, struct.pack("<3H", 220, 0, 9) + bytes(8) + short_text("Arial"))
OTHER_FONT = Stored(0x31, struct.pack("<3H", 220, 0, 12) + bytes(8) + short_text("Arial"))


def look(font, pattern, colour):
    """Return a style of Excel 97: its font, and what fills its cells."""
    return Stored(0xE0, struct.pack("<HH", font, 0) + bytes(13) + bytes([pattern << 2]) + struct.pack("<H", colour))


@pytest.mark.parametrize(
    ("style", "unseen"),
    [
        (look(0, 0, 64), True),
        (look(0, 1, 9), True),
        (look(0, 1, 10), False),
        (look(0, 2, 9), False),
        (look(1, 0, 64), False),
        (look(1, 1, 12), True),
        (look(1, 1, 20), True),
        (Stored(0xE0, struct.pack("<HH", 0, 0)), False),
    ],
)
def test_texts_in_the_colour_of_their_cells_are_told(read, style, unseen):
    """White on white and blue on blue, by the numbers of colours or by the palette; a pattern of lines shows every text."""
    palette = bytearray(struct.pack("<H", 56) + bytes(range(1, 225)))
    for number, colour in ((9, b"\xff\xff\xff"), (12, b"\0\0\xff"), (20, b"\0\0\xfe")):
        palette[2 + 4 * (number - 8) : 5 + 4 * (number - 8)] = colour
    book = (WHITE_FONT, OTHER_FONT, Stored(0x92, bytes(palette)), style)
    cells, _, _ = read(text_cell(0, 0, 0, "a"), book=book)
    assert cells["A1"].unseen == unseen


@pytest.mark.parametrize(("pattern", "colour", "unseen"), [(0, 64, True), (1, 9, True), (1, 10, False)])
def test_colours_of_excel_5_stand_elsewhere(read, pattern, colour, unseen):
    """Its styles are shorter: the colour of the cell stands before its pattern."""
    style = Stored(0xE0, struct.pack("<HH", 0, 0) + bytes(4) + struct.pack("<HBB", colour, pattern, 0) + bytes(4))
    font = Stored(0x31, struct.pack("<3H", 220, 0, 9) + bytes(8) + b"\x05Arial")
    label = Stored(0x204, struct.pack("<4H", 0, 0, 0, 1) + b"a")
    cells, _, _ = read(label, book=(font, style), version=0x500)
    assert cells["A1"].unseen == unseen
