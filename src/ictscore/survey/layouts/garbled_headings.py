"""Headings whose letters were never decoded: a file saved in another encoding, or typed for an old font that is gone."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.matching.garbled import decoded
from ictscore.survey.sheets.cells import Cell, Sheet

_LOOKED_AT = 500


class Garbled(NamedTuple):
    """A cell with spoilt letters, and the heading it would be with those meant."""

    cell: Cell
    meant: str


def garbled_heading(sheet: Sheet, vocabulary: Vocabulary) -> Garbled | None:
    """Return the first text of a sheet that is a heading of the rulebook once its letters are decoded, or None."""
    for cell in islice((each for each in sheet.cells.values() if each.kind == "text" and not each.text.isascii()), _LOOKED_AT):
        meant = next((each for each in decoded(cell.text) if vocabulary.heading(each) is not None), None)
        if meant is not None:
            return Garbled(cell, meant)
    return None
