"""Promises about packed texts: every program gives an id back as it was written."""

from __future__ import annotations

import pytest

from ictscore.survey.blank.writing import put, workbook_bytes
from ictscore.survey.sheets.inputs import read_input
from ictscore.survey.sheets.workbook import read_workbook

TEXTS = ("hoat_dong_xa_hoi_so", "_xa_", "a_xE_xa_b", "a_x41_b", "_x000D_", "_xa_x0041_", "xa_hoi", "_x005F_xa_")


@pytest.fixture
def packed(tmp_path):
    """Return a workbook with a text in each row."""
    path = tmp_path / "chu.xlsx"

    def fill(book):
        sheet = book.add_worksheet("x")
        for row, text in enumerate(TEXTS):
            put(sheet, row, 0, text)

    path.write_bytes(workbook_bytes("x", "x", fill))
    return path


def texts_in(path):
    """Return the texts of the first column."""
    return tuple(cells[0].text for _, cells in read_workbook(read_input(path)).sheets[0].rows())


def test_texts_come_back_as_they_were_written(packed):
    """What looks like an escape is none."""
    assert texts_in(packed) == TEXTS


def test_libreoffice_gives_them_back_too(packed, office):
    """LibreOffice takes “_xa_” (xã, xã hội) for a line end; saved by it, an id with it is still the same."""
    assert texts_in(office([packed], "xlsx")[0]) == TEXTS
