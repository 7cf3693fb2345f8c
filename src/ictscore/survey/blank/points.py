"""The points sheet of a form: what the unit gives itself, what reviewers accept, what the council decides, criterion by criterion."""

from __future__ import annotations

from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import Rulebook, applies
from ictscore.rulebook.procedure import StageId
from ictscore.survey.blank.looks import Styles, height_for
from ictscore.survey.blank.marks import write_marks
from ictscore.survey.blank.questions import parts_of
from ictscore.survey.blank.validations import points_rule
from ictscore.survey.blank.writing import Book, Sheet, put, span
from ictscore.survey.blank.written import points_value
from ictscore.survey.layout import ID, LABEL, NUMBER, POINTS_PREFIX
from ictscore.survey.submission import Submission
from ictscore.words import say_number, tr

_FIXED = 4
_STAGE_WIDTH, _REASON_WIDTH = 17.0, 30.0
_LABEL_WIDTH = 46.0


def points_stages(rulebook: Rulebook) -> tuple[StageId, ...]:
    """Return the stages at which points are written down."""
    return tuple(each.id for each in rulebook.stages)


def write_points(book: Book, rulebook: Rulebook, filled: Submission, styles: Styles, remark: str = "") -> None:
    """Add the points sheet for the unit of ``filled``, with the points it has."""
    sheet = book.add_worksheet(tr("Points"))
    stages = points_stages(rulebook)
    write_marks(sheet, (ID, NUMBER, LABEL, "", *(f"#{stage}" for stage in stages)))
    widths = (4.0, 8.0, _LABEL_WIDTH, 10.0, *[_STAGE_WIDTH] * len(stages), _REASON_WIDTH)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width, None, {"hidden": column == 0})
    last = len(widths) - 1
    row = _front(sheet, styles, (filled.unit or rulebook.group(filled.group).name, remark), last, sum(widths[1:]))
    names = {each.id: each.name for each in rulebook.stages}
    heads = ("", tr("No."), tr("Criterion"), tr("Most points"), *(names[each] for each in stages), tr("Reason for a change"))
    for column, text in enumerate(heads[1:], 1):
        put(sheet, row, column, text, styles.get("head"))
    sheet.set_row(row, height_for(zip(heads, widths, strict=True)) + 6)
    head = row
    for part in parts_of(rulebook, filled.group):
        row += 1
        span(sheet, row, (1, last), part.heading, styles.get("section"))
        sheet.set_row(row, 20)
        for top in part.criteria:
            for criterion in (each for each in top.all() if applies(each.applies_to, filled.group)):
                row += 1
                _criterion((sheet, row, styles), criterion, filled, stages)
    _page(sheet, rulebook, head, row, last)


def _front(sheet: Sheet, styles: Styles, texts: tuple[str, str], last: int, width: float) -> int:
    """Write the lines above the table and return the next row."""
    unit, remark = texts
    lines = (
        ("warning", remark),
        ("title", tr("POINTS BY STAGE")),
        ("subtitle", unit),
        ("guide", tr("Points are computed from the answers. Write here only what a stage decides otherwise, and give the reason.")),
    )
    row = 1
    for style, text in lines:
        if text:
            span(sheet, row, (1, last), text, styles.get(style))
            sheet.set_row(row, height_for([(text, width)], 21.0 if style == "title" else 16.5))
            row += 1
    return row


def _criterion(place: tuple[Sheet, int, Styles], criterion: Criterion, filled: Submission, stages: tuple[StageId, ...]) -> None:
    sheet, row, styles = place
    put(sheet, row, 1, criterion.number or "", styles.get("number"))
    put(sheet, row, 2, criterion.name, styles.get("cell"))
    put(sheet, row, 3, say_number(criterion.max_points), styles.get("points"))
    sheet.set_row(row, height_for([(criterion.name, _LABEL_WIDTH)]) + 3)
    if criterion.formula is None:
        for column in range(_FIXED, _FIXED + len(stages) + 1):
            put(sheet, row, column, None, styles.get("section"))
        return
    put(sheet, row, 0, POINTS_PREFIX + criterion.id)
    for column, stage in enumerate(stages, _FIXED):
        given = filled.points.get(stage, {}).get(criterion.id)
        look = "optional" if stage == "self" else "reviewed"
        put(sheet, row, column, None if given is None else points_value(given), styles.get(look))
        sheet.data_validation(row, column, row, column, points_rule(criterion.min_points, criterion.max_points))
    put(sheet, row, _FIXED + len(stages), None, styles.get("free"))


def _page(sheet: Sheet, rulebook: Rulebook, head: int, row: int, last: int) -> None:
    sheet.freeze_panes(head + 1, 0)
    sheet.set_paper(9)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
    sheet.print_area(0, 1, row, last)
    sheet.set_footer(f"&L{rulebook.id}&R&P/&N")
    sheet.protect("", {"format_columns": True, "format_rows": True})
