"""The guide sheet of a form: every criterion with its maximum, how its points come about, its evidence, and how we know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ictscore.exact import ZERO
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import Rulebook, applies
from ictscore.rulebook.sources import Source
from ictscore.survey.blank.formula_words import Wording
from ictscore.survey.blank.looks import Styles, height_for
from ictscore.survey.blank.printed_texts import GUIDE_HEADS
from ictscore.survey.blank.questions import answers_of, form_questions, parts_of
from ictscore.survey.blank.writing import Book, put, span
from ictscore.words import N_, say_number, tr

_WIDTHS = (8.0, 34.0, 9.0, 46.0, 24.0, 24.0)
_BASES = {"stated": N_("The decision"), "inferred": N_("Follows from the decision"), "modelled": N_("Model, not the decision’s")}
_HEAD_ROW = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the guide; ``is_heading`` for sections. ``answers`` are the ids of those that a criterion without parts uses."""

    cells: tuple[str, ...]
    is_heading: bool
    answers: tuple[str, ...] = ()


def write_guide(  # noqa: PLR0913 - what stands on the sheet
    book: Book, rulebook: Rulebook, group: str, lines: Iterable[Line], styles: Styles, *, remark: str = ""
) -> None:
    """Add the guide sheet for a group, with the lines of ``guide_lines``."""
    sheet = book.add_worksheet(tr("Guide"))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    last = len(_WIDTHS) - 1
    name, *intro = introduction(rulebook, group)
    span(sheet, 0, (0, last), tr("HOW POINTS COME ABOUT"), styles.get("title"))
    span(sheet, 1, (0, last), name, styles.get("subtitle"))
    for row, text in enumerate(intro, 2):
        span(sheet, row, (0, last), text, styles.get("remark"))
    if remark:
        span(sheet, len(intro) + 2, (0, last), remark, styles.get("warning"))
    sheet.set_row(0, 26)
    for column, head in enumerate(GUIDE_HEADS):
        put(sheet, _HEAD_ROW, column, tr(head), styles.get("head"))
    sheet.set_row(_HEAD_ROW, 36)
    for row, line in enumerate(lines, _HEAD_ROW + 1):
        for column, text in enumerate(line.cells):
            centred = column in {0, 2}
            name = ("section_points" if centred else "section") if line.is_heading else "centre" if centred else "cell"
            put(sheet, row, column, text, styles.get(name))
        sheet.set_row(row, height_for(zip(line.cells, _WIDTHS, strict=True)))
    sheet.freeze_panes(_HEAD_ROW + 1, 0)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD_ROW)
    sheet.set_footer(f"&L{rulebook.id}&R&P/&N")
    sheet.protect("", {"format_columns": True, "format_rows": True})


def introduction(rulebook: Rulebook, group: str) -> tuple[str, ...]:
    """Return the name of the group, and what is said of the whole guide."""
    return (
        rulebook.group(group).name,
        tr("A number in square brackets, such as [3], is the answer to that question of the form."),
        tr("Numbers, names and maxima are those of the rulebook {id}.", id=rulebook.id),
    )


def guide_lines(rulebook: Rulebook, group: str) -> Iterator[Line]:
    """Yield the rows of the guide: each section, and under it its criteria and their parts."""
    wording = Wording(rulebook, {each.id: each for each in form_questions(rulebook, group)})
    for part in parts_of(rulebook, group):
        most = say_number(sum((each.max_points for each in part.criteria), ZERO)) if part.number else ""
        yield Line((part.number, part.name, most, "", "", ""), is_heading=True)
        for top in part.criteria:
            for criterion in top.all():
                if applies(criterion.applies_to, group):
                    answers = tuple(answers_of([criterion])) if criterion.formula is not None else ()
                    yield Line(_cells(wording, criterion), is_heading=False, answers=answers)


def rows_of_answers(lines: Iterable[Line]) -> dict[str, int]:
    """Return for each answer the row of the guide sheet, counted from 1, that says first what it is for."""
    found: dict[str, int] = {}
    for row, line in enumerate(lines, _HEAD_ROW + 2):
        for name in line.answers:
            found.setdefault(name, row)
    return found


def _cells(wording: Wording, criterion: Criterion) -> tuple[str, ...]:
    most = say_number(criterion.max_points)
    basis = _basis_text(wording.rulebook, criterion.source)
    return (criterion.number or "", criterion.name, most, wording.how(criterion), criterion.evidence or "", basis)


def _basis_text(rulebook: Rulebook, source: Source | None) -> str:
    if source is None:
        return ""
    basis = tr(_BASES[source.basis])
    where = source.where or ("" if source.basis == "modelled" else rulebook.sources[source.ref].title)
    return f"{basis}: {where}" if where else basis
