"""Where a form is signed: the paper copy is still filed."""

from __future__ import annotations

from ictscore.survey.blank.looks import Styles
from ictscore.survey.blank.writing import Sheet
from ictscore.words import tr

_HEIGHT = 120


def write_signatures(sheet: Sheet, row: int, last: int, styles: Styles) -> None:
    """Write the two signature blocks into one high row, which no page break can cut."""
    sides = ((tr("FILLED IN BY"), (1, 3)), (tr("HEAD OF THE UNIT"), (4, last)))
    style, bold, slanted = (styles.get(each) for each in ("signature", "sign", "sign_note"))
    for text, (first, end) in sides:
        sheet.merge_range(row, first, row, end, "", style)
        sheet.write_rich_string(row, first, bold, text, slanted, "\n" + tr("(date, signature, name)"), style)
    sheet.set_row(row, _HEIGHT)
