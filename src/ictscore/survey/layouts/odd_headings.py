"""Headings of answers that nobody knows: warned of, and asked where they say that what is below was not done."""

from __future__ import annotations

import re

from ictscore.places import column_letters
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.sheets.collecting import shown
from ictscore.words import N_, phrase

_NOT_DONE = re.compile(
    r"(?<!thực hiện )\bkế hoạch\b|\b(?:dự kiến|mục tiêu|dự toán|nhu cầu|được giao|chỉ tiêu giao|ước|cùng kỳ|(?:năm|kỳ) (?:trước|ngoái))\b"
    r"|\b(?:plan|planned|target|estimate|estimated)\b"
)


def is_not_of_what_was_done(heading: str) -> bool:
    """Return whether a heading says that figures are planned, estimated, or of an earlier time.

    >>> [is_not_of_what_was_done(each) for each in ("Kế hoạch năm 2020", "Ước thực hiện", "Kết quả thực hiện kế hoạch")]
    [True, True, False]
    """
    return _NOT_DONE.search(fold_name(heading)) is not None


def tell_odd_heading(notes: Notes, sheet: Sheet, cell: Cell, heading: str, *, is_marked: bool) -> None:
    """Report a heading of answers that nobody knows: asked where it says that they are none, else warned of; ``heading`` is a good one."""
    told = {"column": column_letters(cell.column), "read": shown(" ".join(cell.text.split())), "heading": heading}
    if is_not_of_what_was_done(cell.text):
        notes.add("SV540", sheet.place(cell), **told)
        return
    why = N_("its hidden mark says so") if is_marked else N_("no other could hold them")
    notes.add("SV439", sheet.place(cell), **told, why=phrase(why))
