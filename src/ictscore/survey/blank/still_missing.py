"""The second sheet of a form: what is to be mended, and a live list of the required answers that are still blank, each a link."""

from __future__ import annotations

from ictscore.survey.blank.answer_states import REQUIRED_BLANK
from ictscore.survey.blank.looks import height_for
from ictscore.survey.blank.question_sheet import QuestionSheet
from ictscore.survey.blank.writing import Book, Sheet, put, put_formula, span
from ictscore.survey.layout import CONFIRM, EVIDENCE_PREFIX, GROUP, LOOKED, MEND_SIGN, PARENT, POINTS_PREFIX, UNIT
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
    _page(sheet, form, row - _spare(form))


def _to_mend(sheet: Sheet, form: QuestionSheet, row: int) -> int:
    """List the marked cells with what to do, and return the next row."""
    if not form.marks:
        return row
    styles, look = form.styles, len(form.warned)
    put(
        sheet,
        row,
        1,
        tr("To be mended: {mend}; to be looked at: {look}", mend=len(form.marks) - look, look=look),
        styles.get("left_warning"),
    )
    row += 1
    for column, text in enumerate((tr("Question"), tr("What to do")), 1):
        put(sheet, row, column, text, styles.get("head"))
    sheet.set_row(row, 22)
    for mark in _in_order(form):
        row += 1
        label, text = _told(form, mark), "\n".join(form.marks[mark])
        put(sheet, row, 1, label, styles.get("cell"))
        if cell := form.cell_of_mark(mark):
            sheet.write_url(row, 1, f"internal:{form.name}!{cell}", styles.get("cell_link"), _cut(label))
        put(sheet, row, 2, text, styles.get("cell"))
        sheet.set_row(row, height_for([(label, _WIDTHS[1]), (text, _WIDTHS[2])]) + 3)
    return row + 2


def _in_order(form: QuestionSheet) -> list[str]:
    questions = (f"{prefix}{each.id}" for each in form.questions for prefix in ("", EVIDENCE_PREFIX))
    order = [UNIT, CONFIRM, LOOKED, GROUP, PARENT, *questions]
    if UNIT in form.warned:
        order.remove(UNIT)
    return [each for each in order if each in form.marks] + [each for each in form.marks if each not in order]


def _told(form: QuestionSheet, mark: str) -> str:
    who = {UNIT: tr("Unit"), GROUP: tr("Group"), PARENT: tr("Belongs to")}
    who |= {CONFIRM: form.confirm_label, LOOKED: tr("Has the whole form been looked through?")}
    if mark in who:
        return f"{MEND_SIGN} {who[mark]}"
    name = mark.removeprefix(EVIDENCE_PREFIX)
    question = next((each for each in form.questions if each.id == name), None)
    if question is not None:
        about = f" – {tr('Evidence')}" if name != mark else ""
        return f"{MEND_SIGN} {question.number}. {question.spec.label}{about}"
    criterion = next((each for each in form.rulebook.all_criteria() if f"{POINTS_PREFIX}{each.id}" == mark), None)
    return f"{MEND_SIGN} {tr('Points')}: {criterion.number or ''} {criterion.name}" if criterion is not None else f"{MEND_SIGN} {mark}"


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
    letters = _Letters(form)
    put_formula(sheet, row - 1, 0, f"=ROW({form.name}!${letters.state}${form.head + 1})", form.head + 1)
    for index in range(len(required)):
        shown = blank[index] if index < len(blank) else None
        put_formula(sheet, row, 0, letters.next_blank(row), form.rows[shown.id] + 1 if shown else "")
        put_formula(sheet, row, 1, letters.link(row), f"{shown.number}. {shown.label}" if shown else "", styles.get("missing"))
        row += 1
    return row


def _spare(form: QuestionSheet) -> int:
    """Return how many lines of the list are still without a question: they are not printed."""
    required = sum(each.spec.required for each in form.questions)
    return required - sum(form.states[each.id] == REQUIRED_BLANK for each in form.questions)


class _Letters:
    """The formulas of the list. Its hidden first column holds the rows of the blanks, each found below the one in the line above."""

    def __init__(self, form: QuestionSheet) -> None:
        self.state = form.state_range.split("$")[1]
        self._sheet = form.name
        # One row below the last question: a range that begins below its end would be turned round, and find the last blank again.
        self._end = int(form.state_range.rsplit("$", 1)[1]) + 1
        self._answer = "E"

    def next_blank(self, row: int) -> str:
        rest = f"INDEX({self._sheet}!{self.state}:{self.state},A{row}+1):{self._sheet}!{self.state}${self._end}"
        return f'=IFERROR(A{row}+MATCH({REQUIRED_BLANK},{rest},0),"")'

    def link(self, row: int) -> str:
        here, sheet = f"A{row + 1}", self._sheet
        text = f'INDEX({sheet}!B:B,{here})&". "&INDEX({sheet}!C:C,{here})'
        return f'=IF({here}="","",HYPERLINK("#{sheet}!{self._answer}"&{here},{text}))'


def _page(sheet: Sheet, form: QuestionSheet, row: int) -> None:
    sheet.set_paper(9)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 1, max(row - 1, 1), 2)
    sheet.set_footer(f"&L&8{form.rulebook.id}&R&8&P/&N")
    sheet.protect("", {"format_columns": True, "format_rows": True})
