"""The line on top of a form that says from which round its answers were carried over: all that a copy without its stamp keeps of that."""

from __future__ import annotations

import re

from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import NO_ROUND
from ictscore.survey.sheets.cells import Workbook

_ROWS_LOOKED_AT = 40
_FACES = (
    re.compile(r"các câu trả lời có dấu ▲? ?\(\d+ câu\) lấy từ phiếu kỳ (.+?)\. đề nghị xác nhận"),
    re.compile(r"the answers marked ▲? ?\(\d+\) are taken from the form of (.+?)\. please confirm"),
)
"""How the line begins, in the languages of forms; it is written when a form is made (``ictscore.survey.blank.carried``)."""
_UNNAMED = frozenset({"khác (phiếu cũ không ghi rõ)", "an unnamed round"})


def carried_on_face(book: Workbook) -> str:
    """Return the round from which a workbook says on its face that answers were carried over; nothing where it does not say so."""
    for sheet in book.sheets:
        for (row, _), cell in sheet.cells.items():
            if row <= _ROWS_LOOKED_AT and cell.kind == "text" and "(" in cell.text and (then := round_in(cell.text)):
                return NO_ROUND if then in _UNNAMED else then
    return ""


def round_in(text: str) -> str:
    """Return the round that the beginning of a text says; nothing where it does not begin so."""
    folded = fold_name(text)
    return next((found[1] for each in _FACES if (found := each.match(folded)) is not None), "")
