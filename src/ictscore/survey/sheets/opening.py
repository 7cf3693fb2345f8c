"""What a file really is, told by its first bytes and not by its name; and the way in for any survey file."""

from __future__ import annotations

import re
from dataclasses import replace

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.survey.sheets.cells import Workbook
from ictscore.survey.sheets.container import Container
from ictscore.survey.sheets.csvfile import read_csv
from ictscore.survey.sheets.inputs import InputFile
from ictscore.survey.sheets.limits import LIMITS, Limits
from ictscore.survey.sheets.package import CONTENT_TYPES, is_word
from ictscore.survey.sheets.workbook import read_workbook
from ictscore.survey.sheets.xls.compound import SIGNATURE, Compound
from ictscore.words import Phrase, phrase

_OLD_SHEETS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00", b"\x09\x08\x10\x00")
_WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff")
_WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods"})

_CSV_SUFFIXES = frozenset({".csv", ".tsv"})
_TEXT_SUFFIXES = _CSV_SUFFIXES | {".txt", ""}
_NO_TABLE = frozenset({"IO232", "IO233"})
_RESULTS = re.compile(rb'"kind":\s*"results"')
_HEAD = 1024
_LOCKED = "IO108"
_RICH_TEXT = b"{\\rtf"
_WORD_PART = b"word/"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"

_FIRST_BYTES: tuple[tuple[bytes, Phrase], ...] = (
    (b"%PDF", phrase("a PDF document")),
    (b"\x89PNG", phrase("a picture")),
    (b"\xff\xd8\xff", phrase("a picture")),
    (b"GIF8", phrase("a picture")),
    (b"Rar!", phrase("an archive (.rar), to be unpacked first")),
    (b"7z\xbc\xaf\x27\x1c", phrase("an archive (.7z), to be unpacked first")),
    (b"\x1f\x8b", phrase("an archive (.gz), to be unpacked first")),
)


def open_survey_file(file: InputFile, limits: Limits = LIMITS, password_from: str | None = None) -> Workbook:
    """Return the cells of a workbook or CSV file; raise FileRefused, saying what it really is, for anything else.

    A locked workbook is opened with the password in the environment variable ``password_from``, where one is named.
    """
    try:
        return _open(file, limits)
    except FileRefused as refusal:
        if password_from is None or [each.code for each in refusal.findings] != [_LOCKED]:
            raise
    from ictscore.survey.sheets.unlocking import unlock  # noqa: PLC0415 - most surveys have none

    book = _open(unlock(file, password_from), limits)
    return replace(book, findings=(finding("IO142", Place(file.name), name=password_from), *book.findings))


def _open(file: InputFile, limits: Limits) -> Workbook:
    data = file.data
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise _refusal(file, "IO105")
    if data.startswith(b"PK"):
        if file.path.suffix.lower() in (".csv", ".tsv", ".txt"):
            book = _read_archive(file, limits)
            named = finding("IO113", Place(file.name), suffix=file.path.suffix)
            return replace(book, findings=(named, *book.findings))
        return _read_archive(file, limits)
    if data.startswith(SIGNATURE):
        return _read_old_office(file, limits)
    if data.startswith(_OLD_SHEETS):
        return _read_old_workbook(file, limits)
    if _is_flat(data):
        from ictscore.survey.sheets.ods.workbook import read_flat  # noqa: PLC0415 - most surveys have none

        return read_flat(file, limits)
    if data.startswith(_RICH_TEXT):
        raise _refusal(file, "IO150", what=phrase("a Word document (.rtf)"))
    what = _other(data)
    if what is not None:
        raise _refusal(file, "IO106", what=what)
    suffix = file.path.suffix.lower()
    if suffix in _WORKBOOK_SUFFIXES:
        raise _refusal(file, "IO109", suffix=file.path.suffix)
    return read_csv(file, limits) if suffix in _CSV_SUFFIXES else _read_text(file, limits)


def _read_text(file: InputFile, limits: Limits) -> Workbook:
    """Return the cells of a text that is not named like a CSV file: it may be one (Excel's Unicode text), or any text."""
    if file.data.lstrip().startswith(b"{") and _RESULTS.search(file.data[:_HEAD]):
        raise _refusal(file, "IO114")
    if file.path.suffix.lower() not in _TEXT_SUFFIXES:
        raise _refusal(file, "IO115", name=file.path.name)
    try:
        return read_csv(file, limits)
    except FileRefused as refusal:
        if any(each.code in _NO_TABLE for each in refusal.findings):
            raise _refusal(file, "IO115", name=file.path.name) from None
        raise


def _refusal(file: InputFile, code: str, **values: object) -> FileRefused:
    return FileRefused(Finding(code, Place(file.name), values))


def _read_archive(file: InputFile, limits: Limits) -> Workbook:
    """Return the workbook a zip archive is: an OpenDocument has a part that names its kind, and no table of content types."""
    if b"mimetype" in file.data and b"content.xml" in file.data and CONTENT_TYPES.encode() not in file.data:
        from ictscore.survey.sheets.ods.workbook import read_ods  # noqa: PLC0415 - most surveys have none

        return read_ods(file, limits)
    if _WORD_PART in file.data and is_word(Container(file, limits), limits):
        from ictscore.survey.sheets.word.document import read_word  # noqa: PLC0415 - most surveys have none

        return read_word(file, limits)
    return read_workbook(file, limits)


def _is_flat(data: bytes) -> bool:
    """Return whether a file is an OpenDocument spreadsheet in one XML file."""
    head = data[:4096]
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and b"office:mimetype=" in head and _OPEN_DOCUMENT in head


def _read_old_office(file: InputFile, limits: Limits) -> Workbook:
    """Return the workbook in a compound file; refuse any other document by its name."""
    try:
        names = {name.casefold() for name in Compound(file).names()}
    except FileRefused:  # what it was can often be told when it is damaged
        names = {name.casefold() for name in ("EncryptedPackage", "WordDocument") if name.encode("utf-16-le") in file.data}
        if not names:
            raise
    if "encryptedpackage" in names:
        raise _refusal(file, "IO108")
    if "workbook" in names or "book" in names:
        return _read_old_workbook(file, limits)
    if "worddocument" in names:
        raise _refusal(file, "IO150", what=phrase("an old Word document (.doc)"))
    raise _refusal(file, "IO106", what=phrase("an old Office file"))


def _read_old_workbook(file: InputFile, limits: Limits) -> Workbook:
    from ictscore.survey.sheets.xls.workbook import read_xls  # noqa: PLC0415 - most surveys have none

    return read_xls(file, limits)


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
