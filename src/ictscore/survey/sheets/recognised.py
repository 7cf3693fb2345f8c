"""Files of a folder whose endings say nothing: by their first bytes they are surveys all the same, or hold some, or are something else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Literal, NamedTuple

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.survey.sheets.container import Container
from ictscore.survey.sheets.inputfile import InputFile
from ictscore.survey.sheets.left_out import READ_IN_FOLDERS
from ictscore.survey.sheets.package import CONTENT_TYPES
from ictscore.survey.sheets.word.strangers import is_stranger
from ictscore.words import N_, Phrase, phrase

HEAD = 4096
"""How many bytes tell whether the rest is worth reading."""
_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_STREAMS = frozenset({"workbook", "book", "encryptedpackage"})
_OPEN_SHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_OFFICE_PARTS = (b"xl/workbook", b"xl/worksheets", b"word/document")
_XML_SHEET = b"urn:schemas-microsoft-com:office:spreadsheet"
_A_WORKBOOK, _A_FORM, _LOCKED = phrase(N_("a workbook")), phrase(N_("a form of ours in Word")), phrase(N_("a locked Office file"))
_CUT = phrase(N_("a workbook or Word document that is damaged"))

Verdict = Literal["read", "open first", "nothing"]


class Recognised(NamedTuple):
    """What is to be done with a file, and what it is where something is."""

    verdict: Verdict
    what: Phrase | None = None

    def told(self, path: PurePath, place: Place) -> tuple[Finding, ...]:
        """Return what is said of a file that is read, or has to be opened by somebody first; of a workbook called .txt reading it tells."""
        if self.what is None or (self.verdict == "read" and path.suffix.lower() == ".txt"):
            return ()
        return (finding("IO170" if self.verdict == "open first" else "IO116", place, what=self.what),)


_NOTHING = Recognised("nothing")
UNSEEN = Recognised("open first", phrase(N_("a file that is damaged, or too large to be looked at")))
"""What may be anything: of what it holds nothing can be known."""


def recognised(head: bytes, whole: Callable[[], InputFile]) -> Recognised:
    """Return what a file is that begins with ``head``; it is read ``whole`` only where that may be a survey."""
    if head.startswith(_ZIP):
        return _in_zip(whole())
    if head.startswith(_COMPOUND):
        return _in_compound(whole())
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<") and b"office:mimetype=" in head and _OPEN_SHEET in head:
        return Recognised("read", _A_WORKBOOK)
    if start.startswith(b"<") and _XML_SHEET in head:
        return Recognised("open first", phrase(N_("an XML spreadsheet of Excel 2003")))
    return _NOTHING


def _in_zip(file: InputFile) -> Recognised:
    try:
        container = Container(file)
        names = [each.casefold() for each in container.names()]
        if CONTENT_TYPES.casefold() in names:
            if any(each.startswith("xl/") for each in names):
                return Recognised("read", _A_WORKBOOK)
            is_form = any(each.startswith("word/") for each in names) and not is_stranger(file)
            return Recognised("read", _A_FORM) if is_form else _NOTHING
        if "mimetype" in names:
            return Recognised("read", _A_WORKBOOK) if _OPEN_SHEET in container.read("mimetype").data else _NOTHING
    except FileRefused:
        is_office = any(each in file.data for each in _OFFICE_PARTS) or _OPEN_SHEET in file.data[:HEAD]
        return Recognised("read", _CUT) if is_office else _NOTHING
    if any(PurePath(each).suffix in READ_IN_FOLDERS for each in names):
        return Recognised("open first", phrase(N_("an archive with files like forms in it")))
    return _NOTHING


def _in_compound(file: InputFile) -> Recognised:
    from ictscore.survey.sheets.xls.compound import Compound  # noqa: PLC0415 - most surveys have none

    try:
        names = {each.casefold() for each in Compound(file).names()}
    except FileRefused:
        return Recognised("read", _CUT) if "Workbook".encode("utf-16-le") in file.data else _NOTHING
    if not names & _OLD_STREAMS:
        return _NOTHING
    return Recognised("read", _LOCKED if "encryptedpackage" in names else _A_WORKBOOK)
