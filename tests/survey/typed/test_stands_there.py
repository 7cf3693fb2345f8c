"""Promises about what stands in a cell, as people see it."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.cells import Cell
from ictscore.survey.typed.stands_there import as_seen_in


@pytest.mark.parametrize(
    ("kind", "text", "seen"),
    [
        ("date", "43963", "12/05/2020"),
        ("date", "2020-05-12T08:00:00", "12/05/2020"),
        ("date", "0.5", "0.5"),
        ("yes_no", "1", "TRUE"),
        ("yes_no", "0", "FALSE"),
        ("number", "43963", "43963"),
        ("text", "12/05/2020 ", "12/05/2020 "),
        ("formula_without_value", "", ""),
    ],
)
def test_a_cell_reads_as_it_looks(kind, text, seen):
    """Days and truth values, which are stored as numbers, go by what people see; all else is as it is stored."""
    assert as_seen_in(Cell(1, 1, kind, text)) == seen
