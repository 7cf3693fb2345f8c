"""Cells to be mended on a form that is sent back: red, with a sign for black-and-white prints, and a comment that says what to do."""

from __future__ import annotations

from collections.abc import Sequence

from ictscore.safe_write import MAKER
from ictscore.survey.blank.looks import lines_of
from ictscore.survey.blank.writing import Sheet, TooMuch
from ictscore.survey.layout import MEND_SIGN

SIGN_FORMAT = f'"{MEND_SIGN} "0'
"""The number of a marked question: still a number, and seen in black and white."""
_WIDTH, _LETTERS, _LINE, _LONGEST = 320, 44.0, 19, 30_000


def note_at(sheet: Sheet, row: int, column: int, sentences: Sequence[str]) -> None:
    """Comment a cell with the sentences, if there are any; the box is as high as they need.

    Every line begins with our sign, and the last one is ended, so that what people add stands on lines of their own.
    """
    if not sentences:
        return
    text = "".join(f"{MEND_SIGN} {line}\n" for each in sentences for line in each.splitlines())
    if len(text) > _LONGEST:
        raise TooMuch(text[:60])
    height = (lines_of(text, _LETTERS) + 1) * _LINE
    sheet.write_comment(row, column, text, {"author": MAKER, "width": _WIDTH, "height": height, "font_name": "Tahoma", "font_size": 10})
