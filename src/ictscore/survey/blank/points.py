"""The points sheet of a form, criterion by criterion: provisional points that follow the answers, and what each stage gives."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from fractions import Fraction

from ictscore.expr.excel_parts import ExcelAnswer
from ictscore.expr.values import Value
from ictscore.places import cell_name
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import Rulebook, applies
from ictscore.rulebook.procedure import StageId
from ictscore.survey.blank.flags import note_at
from ictscore.survey.blank.looks import height_for
from ictscore.survey.blank.marks import write_marks
from ictscore.survey.blank.question_sheet import QuestionSheet
from ictscore.survey.blank.validations import points_rule
from ictscore.survey.blank.writing import Book, Sheet, put, put_formula, span
from ictscore.survey.blank.written import points_value
from ictscore.survey.layout import ID, LABEL, NOTE, NUMBER, POINTS_PREFIX
from ictscore.words import say_number, tr

_WIDTHS = (4.0, 8.0, 46.0, 10.0, 17.0)
_LIVE, _FIXED = 4, 5
_STAGE_WIDTH, _REASON_WIDTH = 15.0, 28.0
_USUAL_PLACES = 2


def points_stages(rulebook: Rulebook) -> tuple[StageId, ...]:
    """Return the stages at which points are written down."""
    return tuple(each.id for each in rulebook.stages)


def told_of_points(stages: Collection[StageId]) -> str:
    """Return what the sheet says of points, and of the ``stages`` that write some down."""
    claims = tr("What the unit claims for itself is compared with them and does not count.") if "self" in stages else ""
    decided = tr("The columns of the stages take only what a stage decides otherwise, with the reason.") if stages else ""
    provisional = tr(
        "Provisional points follow the answers on the form by the published formulas; the points are settled when the form is scored."
    )
    return " ".join(filter(None, (provisional, claims, decided)))


def write_points(book: Book, form: QuestionSheet, remark: str = "") -> None:
    """Add the points sheet for the unit of a form whose questions are written."""
    _PointsSheet(book.add_worksheet(tr("Points")), form).write(remark)


@dataclass(slots=True)
class _PointsSheet:
    """The sheet while it is written; ``row`` is the next free row, counted from 0."""

    sheet: Sheet
    form: QuestionSheet
    row: int = 1
    cells: dict[str, ExcelAnswer] = field(default_factory=dict)
    values: dict[str, Value] = field(default_factory=dict)

    @property
    def stages(self) -> tuple[StageId, ...]:
        return points_stages(self.form.rulebook)

    @property
    def columns(self) -> tuple[str, ...]:
        """Return what each column that people see holds."""
        stages = [f"#{stage}" for stage in self.stages]
        return (ID, NUMBER, LABEL, "", "", *stages, NOTE) if stages else (ID, NUMBER, LABEL, "", "")

    @property
    def last(self) -> int:
        """Return the last column that people see."""
        return len(self.columns) - 1

    @property
    def widths(self) -> tuple[float, ...]:
        return (*_WIDTHS, *[_STAGE_WIDTH] * len(self.stages), *([_REASON_WIDTH] if self.stages else []))

    def write(self, remark: str) -> None:
        if self.stages:
            write_marks(self.sheet, self.columns)
        for column, width in enumerate((*self.widths, 4.0)):
            self.sheet.set_column(column, column, width, None, {"hidden": column in {0, self.last + 1}})
        self.cells, self.values = self.form.cells(), self.form.live_values()
        self._front(remark)
        head = self._head()
        group = self.form.filled.group
        for part in self.form.prepared.parts:
            span(self.sheet, self.row, (1, self.last), part.heading, self.form.styles.get("section"))
            self.sheet.set_row(self.row, height_for([(part.heading, sum(self.widths[1:]))]) + 3)
            self.row += 1
            for top in part.criteria:
                for criterion in (each for each in top.all() if applies(each.applies_to, group)):
                    self._criterion(criterion)
                    self.row += 1
        self._page(head)

    def _front(self, remark: str) -> None:
        filled, styles = self.form.filled, self.form.styles
        unit = filled.unit or self.form.rulebook.group(filled.group).name
        lines = [("warning", remark), ("title", tr("PROVISIONAL POINTS")), ("subtitle", unit)]
        for style, text in [*lines, ("guide", told_of_points(self.stages))]:
            if text:
                span(self.sheet, self.row, (1, self.last), text, styles.get(style))
                self.sheet.set_row(self.row, height_for([(text, sum(self.widths[1:]))], 21.0 if style == "title" else 16.5))
                self.row += 1

    def _head(self) -> int:
        names = {each.id: each.name for each in self.form.rulebook.stages}
        own = ("", tr("No."), tr("Criterion"), tr("Most points"), tr("Provisional points"))
        heads = (*own, *(names[each] for each in self.stages), *([tr("Reason for a change")] if self.stages else []))
        for column, text in enumerate(heads[1:], 1):
            put(self.sheet, self.row, column, text, self.form.styles.get("head"))
        self.sheet.set_row(self.row, height_for(zip(heads, self.widths, strict=True)) + 6)
        self.row += 1
        return self.row - 1

    def _criterion(self, criterion: Criterion) -> None:
        styles, mark = self.form.styles, POINTS_PREFIX + criterion.id
        flagged = mark in self.form.marks
        put(self.sheet, self.row, 1, criterion.number or "", styles.get("number"))
        put(self.sheet, self.row, 2, criterion.name, styles.get("cell"))
        put(self.sheet, self.row, 3, say_number(criterion.max_points), styles.get("points"))
        reason = self.form.filled.remarks.get(mark, ("", ""))[1]
        self.sheet.set_row(self.row, height_for([(criterion.name, self.widths[2]), (reason, _REASON_WIDTH)]) + 3)
        if criterion.formula is None:
            for column in range(_LIVE, self.last + 1):
                put(self.sheet, self.row, column, None, styles.get("section"))
            return
        self._live(criterion)
        if not self.stages:
            return
        put(self.sheet, self.row, 0, mark)
        for column, stage in enumerate(self.stages, _FIXED):
            given = self.form.filled.points.get(stage, {}).get(criterion.id)
            look = styles.get("optional" if stage == "self" else "later", flagged=flagged and stage == self.stages[0])
            put(self.sheet, self.row, column, None if given is None else points_value(given), look)
            self.sheet.data_validation(self.row, column, self.row, column, points_rule(criterion.min_points, criterion.max_points))
        note_at(self.sheet, self.row, _FIXED, self.form.marks.get(mark, ()))
        put(self.sheet, self.row, self.last, reason or None, styles.get("free"))

    def _live(self, criterion: Criterion) -> None:
        """Write the provisional points and their state, or in words why the form cannot tell them."""
        prepared = self.form.prepared
        live = prepared.live[criterion.id]
        places = self.form.rulebook.rounding.criterion
        style = self.form.styles.get("computed", '"= "0.' + "0" * max(_USUAL_PLACES if places is None else places, 1))
        state_cell = "$" + cell_name(self.row + 1, self.last + 2)
        formulas = None if live.not_live else prepared.live_formulas(criterion.id, self.cells, self.form.head, state_cell)
        if formulas is None:
            put(self.sheet, self.row, _LIVE, live.not_live or tr("scored later"), style)
            return
        state, shown = live.result(self.values, prepared.required)
        put_formula(self.sheet, self.row, self.last + 1, formulas.state, state)
        put_formula(self.sheet, self.row, _LIVE, formulas.points, float(shown) if isinstance(shown, Fraction) else shown, style)

    def _page(self, head: int) -> None:
        self.sheet.freeze_panes(head + 1, 0)
        self.sheet.set_paper(9)
        self.sheet.set_portrait()
        self.sheet.set_margins(left=0.5, right=0.4, top=0.6, bottom=0.6)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(head)
        self.sheet.print_area(0, 1, self.row - 1, self.last)
        self.sheet.set_footer(f"&L&8{self.form.rulebook.id}&R&8&P/&N")
        self.sheet.protect("", {"format_columns": True, "format_rows": True})
