"""A text from outside as a cell of a workbook can hold it."""

from __future__ import annotations

from ictscore.reports.console import printable

LONGEST_TEXT = 32_000


def fitting(text: str) -> str:
    """Return a text from outside as a cell can hold it."""
    harmless = printable(text)
    return harmless if len(harmless) <= LONGEST_TEXT else harmless[: LONGEST_TEXT - 1] + "…"
