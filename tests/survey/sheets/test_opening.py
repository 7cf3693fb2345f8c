"""Promises of ictscore.survey.sheets.opening: files are told by what they hold."""

from __future__ import annotations

import pytest

from ictscore.errors import FileRefused
from ictscore.survey.sheets.opening import open_survey_file

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def wide(text):
    """Return a name as old Office files store it."""
    return text.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "name", "code", "said"),
    [
        (b"", "a.xlsx", "IO105", "empty"),
        (b"\xef\xbb\xbf \r\n", "a.csv", "IO105", "empty"),
        (OLD + wide("EncryptedPackage"), "a.xlsx", "IO108", "locked with a password"),
        (OLD + wide("Workbook"), "a.xlsx", "IO120", "cut off"),
        (b"\x09\x04\x06\x00\x00\x04", "a.xls", "IO107", "Excel 4"),
        (b"\x09\x08\x10\x00\x00\x06", "a.xls", "IO120", "cut off"),
        (OLD + wide("WordDocument"), "a.xlsx", "IO150", "old Word document"),
        (OLD, "a.xlsx", "IO120", "cut off"),
        (b"%PDF-1.4", "a.xlsx", "IO106", "PDF"),
        (b"{\\rtf1", "a.csv", "IO150", "Word document (.rtf)"),
        (b"\x89PNG\r\n", "a.xlsx", "IO106", "picture"),
        (b"\x1f\x8b\x08", "a.xlsx", "IO106", "archive"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "a.xls", "IO106", "web page"),
        (b"<html><table>", "a.xls", "IO106", "web page"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "a.xls", "IO106", "Excel 2003"),
        (b"<?xml version='1.0'?><a/>", "a.csv", "IO106", "XML"),
        (b"\x7fELF\0\0\0", "a.csv", "IO106", "no text"),
        (b"don vi;so may\nSo Y te;5\n", "a.xlsx", "IO109", "plain text"),
    ],
)
def test_what_is_no_workbook_is_called_what_it_is(books, data, name, code, said):
    """The refusal says what the file really is and what to do."""
    with pytest.raises(FileRefused) as caught:
        open_survey_file(books.input_file(data, name))
    [finding] = caught.value.findings
    assert (finding.code, said in finding.message) == (code, True)
    assert finding.advice


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.presentation", "content.xml": ""}, "OpenDocument file"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "OpenDocument file"),
        ({"sub/a.xlsx": "", "b.pdf": ""}, "unpacked first"),
        ({"a.txt": ""}, "zip archive"),
        ({"[Content_Types].xml": "<Types><Override ContentType='x.wordprocessingml.document.main+xml'/></Types>"}, "Word document"),
        ({"[Content_Types].xml": "<Types><Override ContentType='x.presentationml.presentation.main+xml'/></Types>"}, "PowerPoint"),
        (
            {"[Content_Types].xml": "<Types><Default ContentType='application/vnd.ms-excel.sheet.binary.macroEnabled.main'/></Types>"},
            ".xlsb",
        ),
    ],
)
def test_archives_that_are_no_workbook_are_called_what_they_are(books, parts, said):
    """Other documents in zip archives are named."""
    with pytest.raises(FileRefused) as caught:
        open_survey_file(books.input_file(books.pack(parts)))
    [finding] = caught.value.findings
    assert (finding.code, said in finding.message) == ("IO106", True)


def test_a_workbook_is_read_whatever_its_name(books):
    """A workbook named .csv is read as the workbook it is, with a note."""
    book = open_survey_file(books.input_file(books.pack(books.minimal_parts()), "a.csv"))
    assert ([sheet.name for sheet in book.sheets], [each.code for each in book.findings]) == (["Phiếu"], ["IO113"])
    assert open_survey_file(books.input_file(books.pack(books.minimal_parts()), "a.xlsx")).findings == ()


def test_a_csv_file_is_read(books):
    """Text is read as CSV."""
    assert open_survey_file(books.input_file(b"a;b\n1;2\n", "a.csv")).sheets[0].cells[2, 2].text == "2"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_csv_file_with_a_mark_is_read(books, encoding):
    """Excel's Unicode text is text, although it holds zero bytes."""
    assert open_survey_file(books.input_file("đơn vị\tsố\nSở\t2\n".encode(encoding), "a.txt")).sheets[0].cells[1, 1].text == "đơn vị"
