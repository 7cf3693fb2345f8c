"""Promises about document properties: when a workbook says it was saved."""

from __future__ import annotations

import zipfile
from datetime import datetime

import pytest
import xlsxwriter

from ictscore.survey.sheets.inputs import read_input
from ictscore.survey.sheets.workbook import read_workbook

CORE = "docProps/core.xml"


@pytest.fixture
def saved(tmp_path):
    """Return what makes a workbook whose core properties are changed by a function, and reads when it was saved."""

    def make(change=lambda text: text):
        first, path = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
        book = xlsxwriter.Workbook(first)
        book.set_properties({"created": datetime(2020, 9, 28, 16, 5)})  # noqa: DTZ001 - as workbooks keep it
        book.add_worksheet().write(0, 0, "x")
        book.close()
        with zipfile.ZipFile(first) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                data = old.read(name)
                new.writestr(name, change(data.decode()) if name == CORE else data)
        return read_workbook(read_input(path)).modified

    return make


def test_a_workbook_says_when_it_was_saved(saved):
    """The time is the document's own, not that of the file system."""
    assert saved() == "2020-09-28T16:05:00"


def test_a_time_nobody_can_read_is_none(saved):
    """A time in another form, or properties that are no XML, say nothing and stop nothing."""
    assert saved(lambda text: text.replace("2020-09-28T16:05:00Z</dcterms:modified>", "hôm qua</dcterms:modified>")) == ""
    assert saved(lambda text: text.replace("</cp:coreProperties>", "")) == ""
    assert saved(lambda text: text.replace("<cp:coreProperties", "<!DOCTYPE x><cp:coreProperties")) == ""
