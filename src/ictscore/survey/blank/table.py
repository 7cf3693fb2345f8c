"""The table a department keeps: a sheet for each group, a row for each unit, a column for each answer, and the marks to read it back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ictscore.places import cell_name, column_letters
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.groups import Group
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.procedure import STAGES, StageId
from ictscore.survey.blank.front import basis_line, decision_line, in_language, period_of, stage_names
from ictscore.survey.blank.looks import Styles, height_for
from ictscore.survey.blank.marks import Placed, Stamp, write_marks, write_stamp
from ictscore.survey.blank.questions import REQUIRED_SIGN, FormQuestion, form_questions, has_parents
from ictscore.survey.blank.sheet_names import sheet_names
from ictscore.survey.blank.text_limits import refuse_long_texts
from ictscore.survey.blank.validations import Lists, in_shares, points_rule, rule_for
from ictscore.survey.blank.writing import Book, Sheet, put, span, workbook_bytes
from ictscore.survey.blank.written import Written, cell_of, points_value, share_of
from ictscore.survey.layout import GROUP, PARENT, POINTS_PREFIX, STAGE_SIGN, UNIT
from ictscore.survey.submission import Submission
from ictscore.words import tr

BLANK_ROWS = 30
_NARROW, _NAME, _GROUP, _ANSWER, _CHOICE = 5.0, 36.0, 11.0, 14.0, 22.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of answers or of points: its mark, its two headings, and either the answer or the criterion it holds.

    ``in_shares`` says that a percentage stands in it as formulas want it, 0.85 shown as 85%, whatever its size.
    """

    mark: str
    stage: StageId
    heading: str
    label: str
    answer: tuple[str, AnswerSpec] | None = None
    criterion: Criterion | None = None
    in_shares: bool = False

    @property
    def width(self) -> float:
        """Return the width in which its values can be read."""
        return _CHOICE if self.answer is not None and self.answer[1].type in {"choice", "text"} else _ANSWER


def place_table(  # noqa: PLR0913 - what a table is made of
    sheet: Sheet,
    tools: tuple[Styles, Lists],
    rulebook: Rulebook,
    rows: Sequence[Submission],
    *,
    group: Group,
    period: str,
    marks: Collection[str] | None = None,
) -> Placed:
    """Write the table of one group into a workbook whose formulas look at it; ``marks`` are the columns it had before, where it had any."""
    found = _columns(rulebook, group.id, rows, blank=False, wanted=marks)
    columns = tuple(replace(each, in_shares=each.answer is not None and each.answer[1].type == "percent") for each in found)
    table = _TableSheet(sheet, *tools, rulebook, group, columns)
    first = table.write(rows, period, "")
    everything = (*table.fixed, *(each.mark for each in columns))
    return Placed(sheet.get_name(), first + 1, {mark: column_letters(number) for number, mark in enumerate(everything, 1) if mark})


def write_table(
    loaded: LoadedRulebook,
    submissions: Sequence[Submission] = (),
    *,
    groups: Sequence[str] = (),
    period: str = "",
    remark: str = "",
) -> bytes:
    """Return the table of ``groups`` (default: all) with the submissions in it; a group without any gets its members, or blank rows.

    Later stages of answers have columns where a submission has such answers, points by stage where one has points or nothing is filled in.
    """
    rulebook = loaded.rulebook
    wanted = [each for each in rulebook.groups if not groups or each.id in groups]
    refuse_long_texts(loaded, *(each.id for each in wanted))
    with in_language(rulebook.language):
        only = wanted[0].id if len(wanted) == 1 else ""
        stamp = Stamp("table", loaded, only, "", period_of(rulebook, period))
        return workbook_bytes(tr("Survey table"), rulebook.title, lambda book: _build(book, stamp, wanted, submissions, remark))


def _build(book: Book, stamp: Stamp, groups: Sequence[Group], submissions: Sequence[Submission], remark: str) -> None:
    styles, lists = Styles(book), Lists()
    for group, name in zip(groups, sheet_names(groups), strict=True):
        rows = [each for each in submissions if each.group == group.id]
        columns = tuple(_columns(stamp.loaded.rulebook, group.id, rows, blank=not submissions))
        _TableSheet(book.add_worksheet(name), styles, lists, stamp.loaded.rulebook, group, columns).write(rows, stamp.period, remark)
    lists.write(book)
    write_stamp(book, stamp)


def _columns(
    rulebook: Rulebook, group: str, rows: Sequence[Submission], *, blank: bool, wanted: Collection[str] | None = None
) -> Iterator[Column]:
    """Yield the columns of a table; ``wanted`` are the marks of those it must have, instead of those its rows need."""
    names, known = stage_names(rulebook), {each.id for each in rulebook.stages}
    stages = ("self", *(each for each in STAGES[1:] if each in known or any(row.answers.get(each) or row.points.get(each) for row in rows)))
    for question in form_questions(rulebook, group):
        asked = (question.id, question.spec)
        yield Column(question.id, "self", question.heading, _label(question), asked)
        for stage in stages[1:]:
            mark = f"{question.id}{STAGE_SIGN}{stage}"
            if any(question.id in each.answers.get(stage, {}) for each in rows) if wanted is None else mark in wanted:
                yield Column(mark, stage, question.heading, f"{_label(question)} – {names[stage]}", asked)
    for stage in stages if "self" in {each.id for each in rulebook.stages} else stages[1:]:
        is_used = any(each.points.get(stage) for each in rows) or (blank and stage != "self")
        for criterion in (each for each in rulebook.criteria_of(group) if each.formula is not None):
            mark = f"{POINTS_PREFIX}{criterion.id}{STAGE_SIGN}{stage}"
            if is_used if wanted is None else mark in wanted:
                label = " ".join(filter(None, (criterion.number, criterion.name)))
                yield Column(mark, stage, tr("Points: {stage}", stage=names[stage]), label, None, criterion)


def _label(question: FormQuestion) -> str:
    """Return a question with its measure, as the reader of tables knows it."""
    measure = f" ({question.spec.measure})" if question.spec.measure else ""
    return f"{question.spec.label}{measure}{REQUIRED_SIGN if question.spec.required else ''}"


@dataclass(slots=True)
class _TableSheet:
    """The sheet of one group while it is written; ``row`` is the next free row, counted from 0."""

    sheet: Sheet
    styles: Styles
    lists: Lists
    rulebook: Rulebook
    group: Group
    columns: tuple[Column, ...]
    row: int = 1

    @property
    def fixed(self) -> tuple[str, ...]:
        """Return what the first columns hold."""
        return ("", UNIT, GROUP, *((PARENT,) if has_parents(self.rulebook, self.group.id) else ()))

    def write(self, rows: Sequence[Submission], period: str, remark: str) -> int:
        """Write the whole sheet and return the first row of units, counted from 0."""
        write_marks(self.sheet, (*self.fixed, *(each.mark for each in self.columns)))
        widths = (_NARROW, _NAME, _GROUP, _NAME, _ANSWER)[: len(self.fixed)]
        for column, width in enumerate((*widths, *(each.width for each in self.columns))):
            self.sheet.set_column(column, column, width)
        self._front(period, remark)
        self._heads()
        first = self.row
        units = [each.unit for each in rows] or self._known_units()
        for index, unit in enumerate(units):
            self._unit(index + 1, unit, rows[index] if rows else None)
        self._rules(first)
        self._page(first)
        return first

    def _known_units(self) -> list[str]:
        """Return the group's units by name as far as they are known, and blanks for the others."""
        members = [each for each in self.group.members if each not in self.group.excluded]
        return members or [""] * (self.group.unit_count or BLANK_ROWS)

    def _front(self, period: str, remark: str) -> None:
        title = tr("SURVEY TABLE, PERIOD {period}", period=period) if period else tr("SURVEY TABLE")
        lines = [("left_warning", remark), ("left_title", f"{title} – {self.group.name}"), ("left", self.rulebook.title)]
        lines += [("left", decision_line(self.rulebook)), ("left_remark", basis_line(self.rulebook, self.group.id))]
        lines += [("left", tr("One row for each unit. * must be answered; a blank cell means: not answered."))]
        for style, text in lines:
            if text:
                put(self.sheet, self.row, 1, text, self.styles.get(style))
                self.sheet.set_row(self.row, 22 if style == "left_title" else 17)
                self.row += 1
        self.row += 1

    def _heads(self) -> None:
        """Write the two rows of headings: the sections, then the questions with their measures."""
        names = {"": tr("No."), UNIT: tr("Unit"), GROUP: tr("Group"), PARENT: tr("Belongs to")}
        for column, mark in enumerate(self.fixed):
            put(self.sheet, self.row, column, None, self.styles.get("head"))
            put(self.sheet, self.row + 1, column, names[mark], self.styles.get("head"))
        column, height = len(self.fixed), 0.0
        for heading, group in groupby(self.columns, key=lambda each: each.heading):
            members = list(group)
            span(self.sheet, self.row, (column, column + len(members) - 1), heading, self.styles.get("band"))
            height = max(height, height_for([(heading, sum(each.width for each in members) * 0.9)]))
            for each in members:
                put(self.sheet, self.row + 1, column, each.label, self.styles.get("head"))
                column += 1
        self.sheet.set_row(self.row, height + 3)
        self.sheet.set_row(self.row + 1, height_for((each.label, each.width * 0.9) for each in self.columns) + 3)
        self.row += 2

    def _unit(self, number: int, unit: str, filled: Submission | None) -> None:
        put(self.sheet, self.row, 0, float(number), self.styles.get("number"))
        put(self.sheet, self.row, 1, unit, self.styles.get("name"))
        put(self.sheet, self.row, 2, self.group.id if unit else "", self.styles.get("centre"))
        if PARENT in self.fixed:
            put(self.sheet, self.row, 3, (filled.parent if filled is not None else None) or "", self.styles.get("free"))
        shown = [(unit, _NAME * 0.9)]
        for column, each in enumerate(self.columns, len(self.fixed)):
            written = self._written(each, filled)
            is_required = each.answer is not None and each.answer[1].required
            look = "reviewed" if each.stage != "self" else "required" if is_required else "optional"
            put(self.sheet, self.row, column, written.value, self.styles.get(look, written.number_format))
            shown += [(written.value, each.width)] if isinstance(written.value, str) else []
        self.sheet.set_row(self.row, height_for(shown) + 1)
        self.row += 1

    def _written(self, column: Column, filled: Submission | None) -> Written:
        if column.answer is not None:
            name, spec = column.answer
            answer = filled.answers.get(column.stage, {}).get(name) if filled is not None else None
            return share_of(answer, spec, self.rulebook.language) if column.in_shares else cell_of(answer, spec, self.rulebook.language)
        if filled is None or column.criterion is None:
            return Written(None)
        given = filled.points.get(column.stage, {}).get(column.criterion.id)
        return Written(None if given is None else points_value(given))

    def _rules(self, first: int) -> None:
        for column, each in enumerate(self.columns, len(self.fixed)):
            cell = cell_name(first + 1, column + 1)
            if each.answer is not None:
                rule = rule_for(each.answer[1], cell, self.lists, self.rulebook.language)
                if each.in_shares:
                    rule["value"] = rule_for(in_shares(each.answer[1]), cell, self.lists, self.rulebook.language)["value"]
            else:
                assert each.criterion is not None
                rule = points_rule(each.criterion.min_points, each.criterion.max_points)
            self.sheet.data_validation(first, column, max(self.row - 1, first), column, rule)

    def _page(self, first: int) -> None:
        self.sheet.freeze_panes(first, 2)
        self.sheet.set_paper(8)
        self.sheet.set_landscape()
        self.sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
        self.sheet.set_print_scale(65)
        self.sheet.repeat_rows(first - 2, first - 1)
        self.sheet.repeat_columns(0, 1)
        self.sheet.print_across()
        self.sheet.set_footer(f"&L{self.rulebook.id}&C&A&R&P/&N")
