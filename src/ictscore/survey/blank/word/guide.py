"""The guide behind a Word form: each criterion with its maximum, how its points come about, its evidence and its basis."""

from __future__ import annotations

from ictscore.survey.blank.guide import Line
from ictscore.survey.blank.prepared import Prepared
from ictscore.survey.blank.printed_texts import GUIDE_HEADS
from ictscore.survey.blank.word.markup import Look, cell, hidden, paragraph, row, run, table
from ictscore.survey.blank.word.questions import HEAD, SECTION
from ictscore.survey.layout import NOT_READ
from ictscore.words import tr

_WIDTHS = (620, 2350, 800, 3151, 1500, 1500)
_CENTRED = frozenset({0, 2})
_STYLE = "IctscoreSmall"


def guide_table(prepared: Prepared) -> str:
    """Return the table of a group's criteria; nothing in it is read back."""
    head = [
        cell(
            width, paragraph(hidden("" if column else NOT_READ), run(tr(text), "<w:b/>"), style=_STYLE, properties=_jc(0)), look=Look(HEAD)
        )
        for column, (width, text) in enumerate(zip(_WIDTHS, GUIDE_HEADS, strict=True))
    ]
    return table(_WIDTHS, (row(*head, is_head=True), *map(_line, prepared.guide)))


def _line(line: Line) -> str:
    bold, look = ("<w:b/>", Look(SECTION)) if line.is_heading else ("", Look())
    texts = enumerate(zip(_WIDTHS, line.cells, strict=True))
    return row(
        *(cell(width, paragraph(run(text, bold), style=_STYLE, properties=_jc(column)), look=look) for column, (width, text) in texts)
    )


def _jc(column: int) -> str:
    return '<w:jc w:val="center"/>' if column in _CENTRED else ""
