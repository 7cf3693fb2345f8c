"""Promises of ictscore.survey.sheets.styles."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.container import Part
from ictscore.survey.sheets.styles import Format, read_formats, understand


@pytest.mark.parametrize(
    "code",
    ["dd/mm/yyyy", "d-mmm-yy", "[$-1010000]d/m/yyyy;@", "h:mm AM/PM", "[h]:mm", "mm:ss.0", '"Ngày "d" tháng "m', "yyyy\\-mm\\-dd", "[ss]"],
)
def test_formats_of_days_and_times_are_dates(code):
    """A format that shows a day or a time makes a number a date."""
    assert understand(code).kind == "date"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("0", ("number", 0)),
        ("0.00", ("number", 2)),
        ("#,##0.0", ("number", 1)),
        ("#,##0.00;[Red]-#,##0.00", ("number", 2)),
        ('0" máy"', ("number", 0)),
        ("0\\m", ("number", 0)),
        ("0.00E+00", ("number", None)),
        ("# ?/?", ("number", None)),
        ("_-* #,##0_-;-* #,##0_-", ("number", 0)),
        ("0%", ("percent", 0)),
        ("0.00%", ("percent", 2)),
        ("@", ("text", None)),
        ("General", ("general", None)),
        ('General" máy"', ("general", None)),
        ("", ("general", None)),
    ],
)
def test_other_formats_tell_how_many_decimals_are_shown(code, expected):
    """Numbers, percentages and texts are told apart, whatever stands in quotes."""
    assert understand(code) == Format(*expected)


def test_formats_are_counted_as_cells_count_them():
    """Built-in formats go by number, others by their code; a number nobody knows is general."""
    part = Part(
        "f",
        "p",
        b"<styleSheet><numFmts><numFmt numFmtId='165' formatCode='0.0%'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
        b"<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='165'/><xf/><xf numFmtId='999'/><xf numFmtId='x'/></cellXfs>"
        b"</styleSheet>",
    )
    assert [each.kind for each in read_formats(part)] == ["general", "date", "percent", "general", "general", "general"]
