"""What a file really is, told by its first bytes and not by its name; and the way in for any survey file."""

from __future__ import annotations

import re

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.survey.sheets.cells import Workbook
from ictscore.survey.sheets.csvfile import read_csv
from ictscore.survey.sheets.inputs import InputFile
from ictscore.survey.sheets.limits import LIMITS, Limits
from ictscore.survey.sheets.workbook import read_workbook
from ictscore.words import Phrase, phrase

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_SHEETS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00", b"\x09\x08\x10\x00")
_WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff")
_WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods"})

_CSV_SUFFIXES = frozenset({".csv", ".tsv"})
_TEXT_SUFFIXES = _CSV_SUFFIXES | {".txt", ""}
_NO_TABLE = frozenset({"IO232", "IO233"})
_RESULTS = re.compile(rb'"kind":\s*"results"')
_HEAD = 1024

_FIRST_BYTES: tuple[tuple[bytes, Phrase], ...] = (
    (b"%PDF", phrase("a PDF document")),
    (b"{\\rtf", phrase("a Word document (.rtf)")),
    (b"\x89PNG", phrase("a picture")),
    (b"\xff\xd8\xff", phrase("a picture")),
    (b"GIF8", phrase("a picture")),
    (b"Rar!", phrase("an archive (.rar), to be unpacked first")),
    (b"7z\xbc\xaf\x27\x1c", phrase("an archive (.7z), to be unpacked first")),
    (b"\x1f\x8b", phrase("an archive (.gz), to be unpacked first")),
)


def open_survey_file(file: InputFile, limits: Limits = LIMITS) -> Workbook:
    """Return the cells of a workbook or CSV file; raise FileRefused, saying what it really is, for anything else."""
    data = file.data
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise _refusal(file, "IO105")
    if data.startswith(b"PK"):
        if file.path.suffix.lower() in (".csv", ".tsv", ".txt"):
            book = read_workbook(file, limits)
            named = finding("IO113", Place(file.name), suffix=file.path.suffix)
            return Workbook(book.file, book.sheets, (named, *book.findings), book.properties, book.modified)
        return read_workbook(file, limits)
    if data.startswith(_OLD_OFFICE):
        raise _old_office(file)
    if data.startswith(_OLD_SHEETS):
        raise _refusal(file, "IO107")
    what = _other(data)
    if what is not None:
        raise _refusal(file, "IO106", what=what)
    suffix = file.path.suffix.lower()
    if suffix in _WORKBOOK_SUFFIXES:
        raise _refusal(file, "IO109", suffix=file.path.suffix)
    if data.lstrip().startswith(b"{") and _RESULTS.search(data[:_HEAD]):
        raise _refusal(file, "IO114")
    if suffix not in _TEXT_SUFFIXES:
        raise _refusal(file, "IO115", name=file.path.name)
    return read_csv(file, limits) if suffix in _CSV_SUFFIXES else _read_text(file, limits)


def _read_text(file: InputFile, limits: Limits) -> Workbook:
    """Return the cells of a text that is not named like a CSV file: it may be one (Excel's Unicode text), or any text."""
    try:
        return read_csv(file, limits)
    except FileRefused as refusal:
        if any(each.code in _NO_TABLE for each in refusal.findings):
            raise _refusal(file, "IO115", name=file.path.name) from None
        raise


def _refusal(file: InputFile, code: str, **values: object) -> FileRefused:
    return FileRefused(Finding(code, Place(file.name), values))


def _old_office(file: InputFile) -> FileRefused:
    """Return why a compound file is refused: names inside it are UTF-16."""
    if _wide("EncryptedPackage") in file.data:
        return _refusal(file, "IO108")
    if _wide("Workbook") in file.data or _wide("Book") in file.data:
        return _refusal(file, "IO107")
    word = _wide("WordDocument") in file.data
    return _refusal(file, "IO106", what=phrase("an old Word document (.doc)") if word else phrase("an old Office file"))


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _other(data: bytes) -> Phrase | None:
    """Return what a file is that is neither a zip archive nor text."""
    for mark, what in _FIRST_BYTES:
        if data.startswith(mark):
            return what
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start:
        return phrase("an XML spreadsheet of Excel 2003")
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<meta")):
        return phrase("a web page (HTML)")
    if start.startswith(b"<"):
        return phrase("an XML or HTML file")
    if b"\0" in data and not data.startswith(_WIDE_TEXT):
        return phrase("no text and no workbook, or a damaged one")
    return None
