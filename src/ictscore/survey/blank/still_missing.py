"""The second sheet of a form: what is to be mended, and a live list of the required answers that are still blank, each a link."""

from __future__ import annotations

from ictscore.survey.blank.answer_states import REQUIRED_BLANK
from ictscore.survey.blank.looks import height_for
from ictscore.survey.blank.question_sheet import QuestionSheet
from ictscore.survey.blank.writing import Book, Sheet, put, put_formula, span
from ictscore.survey.layout import GROUP, PARENT, POINTS_PREFIX, UNIT
from ictscore.words import tr

_WIDTHS = (4.0, 62.0, 62.0)


def write_missing(book: Book, form: QuestionSheet, remark: str = "") -> None:
    """Add the sheet."""
    sheet = book.add_worksheet(tr("Missing"))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width, None, {"hidden": column == 0})
    styles, row = form.styles, 0
    for style, text in (("title", tr("STILL TO BE DONE")), ("subtitle", form.filled.unit), ("warning", remark)):
        if text:
            span(sheet, row, (1, 2), text, styles.get(style))
            row += 1
    sheet.set_row(0, 26)
    row = _to_mend(sheet, form, row)
    row = _blanks(sheet, form, row)
    _page(sheet, form, row)


def _to_mend(sheet: Sheet, form: QuestionSheet, row: int) -> int:
    """List the marked cells with what to do, and return the next row."""
    if not form.marks:
        return row
    styles = form.styles
    put(sheet, row, 1, tr("To be mended: {count}", count=len(form.marks)), styles.get("left_warning"))
    row += 1
    for column, text in enumerate((tr("Question"), tr("What to do")), 1):
        put(sheet, row, column, text, styles.get("head"))
    sheet.set_row(row, 22)
    for mark in _in_order(form):
        row += 1
        label, text = _told(form, mark), "\n".join(form.marks[mark])
        put(sheet, row, 1, label, styles.get("cell"))
        if mark in form.rows:
            sheet.write_url(row, 1, f"internal:{form.name}!{form.answer_cell(mark)}", styles.get("cell_link"), _cut(label))
        put(sheet, row, 2, text, styles.get("cell"))
        sheet.set_row(row, height_for([(label, _WIDTHS[1]), (text, _WIDTHS[2])]) + 3)
    return row + 2


def _in_order(form: QuestionSheet) -> list[str]:
    order = [UNIT, GROUP, PARENT, *(each.id for each in form.questions)]
    return [each for each in order if each in form.marks] + [each for each in form.marks if each not in order]


def _told(form: QuestionSheet, mark: str) -> str:
    who = {UNIT: tr("Unit"), GROUP: tr("Group"), PARENT: tr("Belongs to")}
    if mark in who:
        return f"▲ {who[mark]}"
    question = next((each for each in form.questions if each.id == mark), None)
    if question is not None:
        return f"▲ {question.number}. {question.spec.label}"
    criterion = next((each for each in form.rulebook.all_criteria() if f"{POINTS_PREFIX}{each.id}" == mark), None)
    return f"▲ {tr('Points')}: {criterion.number or ''} {criterion.name}" if criterion is not None else f"▲ {mark}"


def _cut(text: str) -> str:
    """Return a text short enough for a link; the whole of it stands on the form."""
    return text if len(text) <= 250 else text[:249] + "…"  # noqa: PLR2004 - Excel's limit is 255


def _blanks(sheet: Sheet, form: QuestionSheet, row: int) -> int:
    """Write the count and the list, and return the next row."""
    styles, states = form.styles, f"{form.name}!{form.state_range}"
    blank = [each for each in form.questions if form.states[each.id] == REQUIRED_BLANK]
    required = [each for each in form.questions if each.spec.required]
    put(sheet, row, 1, tr("Required answers still blank"), styles.get("field"))
    put_formula(sheet, row, 2, f"=COUNTIF({states},{REQUIRED_BLANK})", len(blank), styles.get("still"))
    row += 1
    span(sheet, row, (1, 2), tr("Click a line to go to its cell. A line goes away once its cell is filled in."), styles.get("left_remark"))
    row += 1
    first = row + 1
    letter = form.answer_cell(required[0].id).rstrip("0123456789") if required else "E"
    number, label = (states.replace(_state_column(form), name) for name in ("B", "C"))
    for index in range(len(required)):
        shown = blank[index] if index < len(blank) else None
        put_formula(sheet, row, 0, _position(states, row, first, index), form.rows[shown.id] - form.head if shown else "")
        text = f'INDEX({number},A{row + 1})&". "&INDEX({label},A{row + 1})'
        formula = f'=IF(A{row + 1}="","",HYPERLINK("#{form.name}!{letter}"&ROW(INDEX({states},A{row + 1})),{text}))'
        value = f"{shown.number}. {shown.label}" if shown else ""
        span(sheet, row, (1, 2), "", styles.get("missing"))
        put_formula(sheet, row, 1, formula, value, styles.get("missing"))
        sheet.set_row(row, 18)
        row += 1
    return row


def _state_column(form: QuestionSheet) -> str:
    return form.state_range.split("$")[1]


def _position(states: str, row: int, first: int, index: int) -> str:
    """Return the formula of where the next blank stands among the answers: after the one in the line above."""
    if index == 0:
        return f'=IFERROR(MATCH({REQUIRED_BLANK},{states},0),"")'
    whole, above = states, f"A{row}"
    rest = f"INDEX({whole},{above}+1):INDEX({whole},ROWS({whole}))"
    assert row >= first
    return f'=IFERROR({above}+MATCH({REQUIRED_BLANK},{rest},0),"")'


def _page(sheet: Sheet, form: QuestionSheet, row: int) -> None:
    sheet.set_paper(9)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 1, max(row - 1, 1), 2)
    sheet.set_footer(f"&L&8{form.rulebook.id}&R&8&P/&N")
    sheet.protect("", {"format_columns": True, "format_rows": True})
