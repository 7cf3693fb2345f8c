"""Promises of ictscore.survey.sheets.csvfile."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ictscore.errors import FileRefused
from ictscore.survey.sheets.csvfile import read_csv
from ictscore.survey.sheets.limits import LIMITS


@pytest.fixture
def read(books):
    """Give a function that reads a text as a CSV file."""
    return lambda text, encoding="utf-8": read_csv(books.input_file(text.encode(encoding), "thư mục/phieu.csv"))


def texts(book):
    """Return the cells of a book by their addresses."""
    return {cell.address: cell.text for cell in book.sheets[0].cells.values()}


def test_all_cells_are_text(read):
    """Nothing is guessed: a number is the text that was written."""
    book = read("đơn vị,số\nSở Y tế,007\n")
    assert {cell.kind for cell in book.sheets[0].cells.values()} == {"text"}
    assert texts(book) == {"A1": "đơn vị", "B1": "số", "A2": "Sở Y tế", "B2": "007"}


def test_the_sheet_is_named_like_the_file(read):
    """The place of a cell shows file and sheet."""
    [sheet] = read("a,b\n1,2\n").sheets
    assert str(sheet.place(sheet.cells[2, 2])) == "thư mục/phieu.csv › phieu!B2"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_by_its_mark(read, encoding):
    """UTF-8 needs no mark, UTF-16 has one."""
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    book = read(mark + "đơn vị,số\n", encoding)
    assert (texts(book), book.findings) == ({"A1": "đơn vị", "B1": "số"}, ())


def test_windows_1258_is_read_with_a_warning(read):
    """Text that is not UTF-8 is taken for Vietnamese of old Windows, with a warning; its tones join their letters."""
    book = read("đơn vi\u0323,sô\u0301\n", "cp1258")
    assert (texts(book), [each.code for each in book.findings]) == ({"A1": "đơn vị", "B1": "số"}, ["IO230"])


@pytest.mark.parametrize("data", [b"\x8a\xff\x90,b\n", b"\xef\xbb\xbf\xff,b\n", b"a\0b,c\n", b"\xff\xfea"])
def test_other_bytes_are_refused(books, refusal, data):
    """What is no text of any known kind is refused."""
    assert refusal(read_csv, books.input_file(data, "a.csv")) == "IO231"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found_from_the_header(read, delimiter):
    """Commas, semicolons and tabs are told apart by the header."""
    book = read(delimiter.join(["tên", "số", "tỷ lệ"]) + "\n" + delimiter.join(["Sở Y tế", "1", "2"]) + "\n")
    assert [cell.text for cell in list(book.sheets[0].cells.values())[:3]] == ["tên", "số", "tỷ lệ"]


def test_decimal_commas_do_not_split_rows(read):
    """With semicolons between values, commas belong to the numbers."""
    assert texts(read("tên;số;tỷ lệ\nSở Y tế;12,5;3,7\n"))["B2"] == "12,5"


def test_commas_in_the_header_lose_against_rows_that_agree(read):
    """Of two ways to split the header, the one that splits every row alike is meant."""
    assert texts(read("số máy, cái;số người\n5;6\n"))["A1"] == "số máy, cái"


def test_a_header_with_two_readings_is_asked(read, refusal):
    """Where both ways are as good, nobody guesses."""
    assert refusal(read, "a,b;c\n1,2;3\n") == "IO232"


@pytest.mark.parametrize("line", ["sep=;\n", "SEP=;\r\n", "sep=;"])
def test_excels_own_line_decides(read, line):
    """The line ``sep=;`` of Excel is obeyed and is a row of its own."""
    expected = {"A2": "a,b", "B2": "c"} if line.endswith("\n") else {}
    assert texts(read(line + ("a,b;c\n" if line.endswith("\n") else ""))) == expected


def test_one_column_needs_no_delimiter(read):
    """A list of names is a sheet of one column."""
    assert texts(read("tên\nSở Y tế\n")) == {"A1": "tên", "A2": "Sở Y tế"}


def test_comments_before_the_header_are_skipped_and_counted(read):
    """Rows keep the numbers a spreadsheet gives them."""
    assert texts(read('# nguồn: "x\n\n#, #\na,b\n\n#1,2\n')) == {"A4": "a", "B4": "b", "A6": "#1", "B6": "2"}


@pytest.mark.parametrize("delimiter", ";,\t")
def test_the_row_of_ids_of_a_form_is_no_comment(read, delimiter):
    """Excel quotes no plain text, so the first line of a form saved as CSV begins with #id: it is the first row, before comments or not."""
    form = "#id|#number|#label|#self\n|Phiếu||\n|1. Điền các ô màu vàng||\n|STT|Câu hỏi|Trả lời\nmay|1|Số máy|12\n".replace("|", delimiter)
    for text in (form, f"# gửi lại, lần 2\n{form}"):
        book = read(text)
        top = text.count("\n") - 4
        assert book.findings == ()
        assert [book.sheets[0].cells[top, column].text for column in (1, 4)] == ["#id", "#self"]
        assert book.sheets[0].cells[top + 4, 4].text == "12"


def test_a_file_of_comments_has_no_cells(read):
    """A file without a header is an empty sheet."""
    assert texts(read("# một\n# hai")) == {}


def test_line_breaks_in_quotes_stay_in_one_row(read):
    """A quoted value may hold delimiters, quotes and line breaks; the next row follows it."""
    assert texts(read('a,b\n"x, ""y""\nz",2\n3,4\n')) == {"A1": "a", "B1": "b", "A2": 'x, "y"\nz', "B2": "2", "A3": "3", "B3": "4"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_line_ends_are_line_ends(read, end):
    """Files of Windows, Unix and old Macs have the same rows."""
    assert texts(read(end.join(["a,b", "1,2", ""]))) == {"A1": "a", "B1": "b", "A2": "1", "B2": "2"}


@pytest.mark.parametrize("row", ['"1,2', '"1"2,3'])
def test_quotes_that_do_not_pair_are_refused(books, refusal, row):
    """A quotation mark out of place would swallow rows."""
    assert refusal(read_csv, books.input_file(f"a,b\n{row}\n3,4\n".encode(), "a.csv")) == "IO233"


def test_a_value_beyond_the_header_is_an_error(read):
    """A comma too many moves every number on: it is found at the cell that sticks out."""
    book = read("tên,số,tỷ lệ\nSở Y tế,12,5,3\n")
    assert [(each.code, each.place.cell, each.severity) for each in book.findings] == [("IO234", "D2", "error")]


def test_blank_values_beyond_the_header_are_asked_about(read):
    """A comma in a number may have moved the others on, and taken the place of a blank; blank rows and footnotes do no harm."""
    book = read("a,b,c\n1,2,5,,\n,,,,\n* Ghi chú,,,,\n")
    assert [(each.code, each.place.cell, each.values["read"]) for each in book.findings] == [("IO236", "2:2", "1 | 2 | 5 |  | ")]


def test_texts_held_as_formulas_are_the_texts(read):
    """Programs write ="05" to keep Excel from changing a text: it is read as the text, with a note."""
    book = read('a,b\n="05","=""1,100"""\n')
    assert [cell.text for cell in book.sheets[0].cells.values()] == ["a", "b", "05", "1,100"]
    assert [(each.code, each.place.cell) for each in book.findings] == [("IO237", "A2"), ("IO237", "B2")]


def test_a_short_row_is_a_warning(read):
    """A row with fewer values than the header may have lost one; a footnote has one only."""
    book = read("a,b,c\n1,2\nGhi chú\n")
    assert [(each.code, each.place.cell) for each in book.findings] == [("IO235", "2:2")]


def test_a_title_above_the_header_is_no_header(read):
    """The header is the first row of several values."""
    assert read("Bảng tổng hợp\na,b\n1,2\n").findings == ()


def test_long_texts_are_unreadable(read):
    """A text longer than a cell can hold is found at its cell."""
    book = read("a,b\n1," + "x" * 32_768 + "\n")
    assert [(each.code, each.place.cell) for each in book.findings] == [("IO312", "B2")]
    assert book.sheets[0].cells[2, 2].kind == "unreadable"


@pytest.mark.parametrize(("limits", "text"), [({"rows": 2}, "a\nb\nc\n"), ({"cells": 3}, "a,b\nc,d\n"), ({}, "," * 16_384)])
def test_the_limits_are_kept(books, refusal, limits, text):
    """Too many rows, cells or columns are refused."""
    assert refusal(read_csv, books.input_file(text.encode(), "a.csv"), replace(LIMITS, **limits)) == "IO206"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a,b,c,\n1,2,4,5\n1,2,3,\n", [("IO234", "D2")]),
        ("a,b,,\n,x,y,z\n1,2,3,4\n", []),
        ("a,2019,,\n1,2,3,\n", []),
        ("x,,,\na,b,c,\nS,2,3,\n", []),
    ],
)
def test_a_value_behind_the_last_heading_is_an_error(read, text, found):
    """A blank column behind the headings takes no half of a number; headings of two rows, and years among them, are headings."""
    assert [(each.code, each.place.cell) for each in read(text).findings] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('a,b,c\nA,1,"x\nB,2,y"\n', ["C2"]),
        ('a,b,c\n"A,1,x\nB",2,y\n', ["A2"]),
        ('a,b,c\nA,1,"x\nB,2,y\nC,3,z"\n', ["C2"]),
        ('a;b;c\nA;1;"x\nB;2;y"\n', ["C2"]),
        ('a,b,c\nA,1,"x, y\nz"\n', []),
        ('a,b,c\nA,1,"x\ny"\n', []),
        ('a,b\nA,"x\nB,y"\n', []),
    ],
)
def test_rows_that_a_quotation_mark_swallows_are_asked_about(read, text, found):
    """A text that completes the row it begins in and the one it ends in holds rows; of two columns nobody can tell."""
    assert [each.place.cell for each in read(text).findings if each.code == "IO238"] == found


LOSSY = "Đơn vị;Tổng số cán bộ;Số máy tính\nSở Tư pháp;20;10\nSở Ngoại vụ;30;12\n"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1"])
def test_a_text_that_lost_letters_when_it_was_saved_is_refused(books, encoding):
    """Question marks stand for them: nothing can be read right, not even in the letters that are left."""
    with pytest.raises(FileRefused) as caught:
        read_csv(books.input_file(LOSSY.encode(encoding, "replace"), "phieu.csv"))
    [each] = caught.value.findings
    assert (each.code, each.place.cell, each.values["read"]) == ("IO239", "A1", LOSSY[:6].encode(encoding, "replace").decode(encoding))


def test_signs_for_letters_that_could_not_be_told_are_refused(books):
    """Three of them or more: a program read the file in another encoding, and wrote “�” where it knew no letter. Two may be a slip."""
    text = LOSSY.replace("ở", "\N{REPLACEMENT CHARACTER}")
    assert text.count("\N{REPLACEMENT CHARACTER}") == 2
    assert read_csv(books.input_file(text.encode(), "phieu.csv")).findings == ()
    with pytest.raises(FileRefused) as caught:
        read_csv(books.input_file(text.replace("ố", "\N{REPLACEMENT CHARACTER}").encode(), "phieu.csv"))
    [each] = caught.value.findings
    assert (each.code, each.place.cell, each.values["count"]) == ("IO239", "B1", 4)


@pytest.mark.parametrize(
    "text",
    [
        "Đơn vị;Đã có chưa?;Ghi chú\nSở Y tế;???;http://a.vn/b?c=d\nSở Nội vụ;?;Có?Không\n",
        "Don vi,Da co chua?,Ghi chu\nSo Y te,???,http://a.vn/b?c=d&e=f?g\nSo Noi vu,?,CNTT?\n",
        "unit;what?;why?\nA;x?y;1\nB;2;3\n",
        "Don vi,Tong so,Ghi chu\nSo Y te,20,?chua ro\nSo Noi vu,30,?hoi lai\nSo Tu phap,12,??chua co\n",
        LOSSY,
        LOSSY + "Ng?i,T?,S?,B?n\n",
    ],
)
def test_honest_question_marks_are_no_lost_letters(read, text):
    """Questions, signs of not knowing, addresses, and some words among many whose letters were kept."""
    assert read(text).findings == ()
