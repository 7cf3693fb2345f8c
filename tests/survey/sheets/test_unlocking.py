"""Promises of ictscore.survey.sheets.unlocking: a locked workbook is opened in memory by whoever has its password."""

from __future__ import annotations

from pathlib import Path

import pytest

from ictscore.errors import FileRefused
from ictscore.survey.sheets import unlocking
from ictscore.survey.sheets.opening import open_survey_file

LOCKED = Path(__file__).resolve().parent.parent / "messy" / "files" / "password.xlsx"


@pytest.fixture
def locked(books):
    """Return a workbook locked with the password “mat-khau”."""
    return books.input_file(LOCKED.read_bytes())


def refused(file, variable):
    """Return the code with which a locked file is refused."""
    with pytest.raises(FileRefused) as caught:
        open_survey_file(file, password_from=variable)
    return [each.code for each in caught.value.findings]


def test_the_password_opens_the_workbook(locked, monkeypatch):
    """The workbook is read, a note says so, and its hash and size are those of the file people have."""
    monkeypatch.setenv("FORM_PASSWORD", "mat-khau")
    book = open_survey_file(locked, password_from="FORM_PASSWORD")
    assert (book.sheets[0].cells[2, 1].text, [each.code for each in book.findings]) == ("Sở A", ["IO142"])
    assert (book.file.name, book.file.sha256, book.file.size) == (locked.name, locked.sha256, locked.size)


def test_a_wrong_password_is_told(locked, monkeypatch):
    """A password that does not open the file is told by the name of its variable, never by itself."""
    monkeypatch.setenv("FORM_PASSWORD", "khác")
    assert refused(locked, "FORM_PASSWORD") == ["IO141"]


def test_a_missing_password_is_told(locked, monkeypatch):
    """A variable that holds nothing is no password."""
    monkeypatch.delenv("FORM_PASSWORD", raising=False)
    assert refused(locked, "FORM_PASSWORD") == ["IO143"]
    assert refused(locked, None) == ["IO108"]


def test_a_missing_helper_is_told(locked, monkeypatch):
    """Without the extra package the message says how to get it."""
    monkeypatch.setenv("FORM_PASSWORD", "mat-khau")
    monkeypatch.setattr(unlocking, "find_spec", lambda _: None)
    assert refused(locked, "FORM_PASSWORD") == ["IO140"]


def test_an_open_workbook_needs_none(books):
    """A password for some files does no harm to the others."""
    assert open_survey_file(books.input_file(books.pack(books.minimal_parts())), password_from="X").findings == ()
