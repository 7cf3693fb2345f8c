"""What tells people how to fill in a form: three lines, what the colours mean, and a worked example."""

from __future__ import annotations

from collections.abc import Sequence

from ictscore.rulebook.model import Rulebook
from ictscore.survey.blank.looks import Styles, height_for
from ictscore.survey.blank.writing import Sheet, put, span
from ictscore.survey.blank.written import not_applicable_word
from ictscore.survey.layout import EXAMPLE, EXAMPLE_ANSWER
from ictscore.words import tr

_NOTE = 6
_TO_THE_LEFT = (2, 5, _NOTE)


def instructions(rulebook: Rulebook) -> tuple[str, ...]:
    """Return the three lines above the questions."""
    not_applicable = any(spec.not_applicable for spec in rulebook.answers.values())
    blank = tr("A blank cell means: not answered. None at all is 0, not a blank.")
    word = not_applicable_word(rulebook.language)
    applies = tr("What does not apply is answered “{word}” where that is offered; write the reason in the note.", word=word)
    return (
        tr("1. Fill in the yellow cells (required, marked *) and, where they concern the unit, the white ones; each shows what it takes."),
        f"2. {blank} {applies}" if not_applicable else f"2. {blank}",
        tr("3. Name the evidence beside each answer; send this file back with the evidence. Rows and columns may be widened, not deleted."),
    )


def write_legend(sheet: Sheet, row: int, last: int, styles: Styles) -> None:
    """Write what the colours mean, each with a sign that survives printing in black and white."""
    put(sheet, row, 2, tr("Cells:"), styles.get("legend_title"))
    put(sheet, row, 3, tr("* required"), styles.get("legend_required"))
    put(sheet, row, 4, tr("if any (no sign)"), styles.get("legend_optional"))
    put(sheet, row, 5, tr("= computed, locked"), styles.get("legend_computed"))
    if last > _NOTE:
        span(sheet, row, (_NOTE, last), tr("later stages: locked"), styles.get("legend_later"))
    sheet.set_row(row, 20)


def write_example(sheet: Sheet, row: int, widths: Sequence[float], styles: Styles) -> None:
    """Write a row that shows how to fill in; its mark keeps the reader from it."""
    evidence, note = tr("Inventory of 31/12, page 2"), tr("5 are rented")
    texts: tuple[str | float, ...] = (
        tr("E.g."),
        tr("Example: computers of the unit"),
        tr("computers"),
        float(EXAMPLE_ANSWER),
        evidence,
        note,
    )
    put(sheet, row, 0, EXAMPLE)
    for column, value in enumerate((*texts, *[""] * (len(widths) - len(texts) - 1)), 1):
        put(sheet, row, column, value, styles.get("example_left" if column in _TO_THE_LEFT else "example"))
    shown = [(each, width) for each, width in zip(texts, widths[1:], strict=False) if isinstance(each, str)]
    sheet.set_row(row, height_for(shown) + 2)
