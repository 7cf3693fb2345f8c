"""Texts in which people say that a number is wrong and which one is right, instead of typing it."""

from __future__ import annotations

from typing import Literal

from ictscore.survey.remarks.figures import Figure
from ictscore.survey.remarks.remark import read_remark
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.typed.text_numbers import read_number

Correction = Literal["", "SV453", "SV455"]


def correction_in(text: str, answer: Cell | None = None) -> Correction:
    """Return the code of a text that corrects an answer: an error where it names another number than the answer, else a warning.

    >>> correction_in("Đính chính: số cán bộ là 120"), correction_in("Số máy sẽ sửa lại sau"), correction_in("QĐ 12/QĐ-UBND")
    ('SV453', 'SV455', '')
    """
    remark = read_remark(text)
    if not remark.corrects:
        return ""
    if not remark.figures:
        return "SV455"
    return "" if answer is not None and any(_is_in(each, answer) for each in remark.figures) else "SV453"


def _is_in(figure: Figure, answer: Cell) -> bool:
    """Return whether an answer is that very number."""
    given = read_number(answer.text)
    return given is not None and given.other is None and given.value in figure.values
