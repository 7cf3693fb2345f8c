"""Tables read: one row is one unit, one column one answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ictscore.expr.values import Blank, unreadable
from ictscore.places import Place, column_letters
from ictscore.rulebook.procedure import StageId
from ictscore.survey.beside.aside_years import known_years
from ictscore.survey.beside.table_around import Around
from ictscore.survey.drafts import Draft, Origin, Said
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import NOT_APPLICABLE_WORDS, PLAIN_NAMES, UNIT
from ictscore.survey.layouts.crossed_out import areas_crossed_out
from ictscore.survey.layouts.finding import is_header
from ictscore.survey.layouts.found import FoundLayout, FoundSheet
from ictscore.survey.layouts.group_rows import group_rows
from ictscore.survey.layouts.headings_measured import measured_otherwise
from ictscore.survey.layouts.left_out import AllRows, LeftOut, described, last_answered
from ictscore.survey.layouts.lines import Line, Lines, merged_down, text_of
from ictscore.survey.layouts.numbered_columns import are_so_short
from ictscore.survey.layouts.table_heads import TableHeads
from ictscore.survey.layouts.vocabulary import Kind, Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.remarks.corrections import correction_in
from ictscore.survey.sheets.addresses import Range
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.limits import LAST_COLUMN
from ictscore.survey.submission import Answer
from ictscore.survey.typed.answers import Typist
from ictscore.survey.typed.stands_there import as_seen_in
from ictscore.words import N_, Phrase, phrase


class _Column(NamedTuple):
    """A column of answers or points."""

    number: int
    letters: str
    question: Question
    id: str
    stage: StageId
    is_points: bool


class TableReader:
    """Reads the rows of one table."""

    def __init__(
        self, found: FoundSheet, vocabulary: Vocabulary, notes: Notes, listed: frozenset[str] = frozenset(), typist: Typist | None = None
    ) -> None:
        """Read the table that was found; ``listed`` are the names of the list of units, folded."""
        sheet, layout = found.sheet, found.layout
        self._found = found
        self._sheet, self._lines, self._layout = sheet, _beside_no_other(found.lines, layout), layout
        self._vocabulary, self._notes, self._listed = vocabulary, notes, listed
        self._typist = typist or Typist(notes, from_csv=found.from_csv)
        self._who: dict[Kind, int] = {
            meaning.kind: number for number, meaning in layout.columns.items() if meaning.kind in ("unit", "group", "parent")
        }
        self._heads = TableHeads(sheet, self._lines, layout, vocabulary, notes)
        self._measured_otherwise: set[int] = {*layout.otherwise}
        self._wide = self._heads.wide()
        self._columns = tuple(self._answer_columns())
        homes = {each.id: each.number for each in reversed(self._columns) if not each.is_points}
        homes |= {each.id: each.number for each in self._columns if not each.is_points and each.stage == "self"}
        place = Place(sheet.file, sheet=sheet.name, cell=f"{layout.first - 1}:{layout.first - 1}")
        unknown = (*self._may_be_meant(), *layout.unmapped)
        self._origin = Origin("table", place, found.stamp, homes, unknown, mapped=layout.mapped)
        self.rows: dict[int, Question | None] = {}
        self._unread = {*layout.unknown, *layout.doubtful, *self._wide, *(second for _, second in layout.twice)}
        self._down = merged_down(sheet, [self._who[kind] for kind in ("group", "parent") if kind in self._who], layout.first)

    def _may_be_meant(self) -> Iterable[str]:
        """Yield unknown headings that may have been meant as a question’s; with another measure one is more than misspelt."""
        return (text for text in self._layout.unknown.values() if measured_otherwise(text, self._vocabulary) is None)

    def read(self) -> list[Draft]:
        """Return what each row says; rows that hold no unit are left out with a note."""
        layout, sheet, unit = self._layout, self._sheet, self._who.get("unit", 0)
        self._heads.tell_twice()
        self._measured_otherwise |= self._heads.hold(unit)
        if not unit:
            self._notes.add("SV410", self._origin.place, unit=PLAIN_NAMES[UNIT][1])
            return []
        drafts: list[Draft] = []
        rows = [row for row, line in self._lines.items() if layout.first <= row <= layout.last and not self._is_blank(line)]
        groups = group_rows(self._lines, rows, unit, [each.number for each in self._columns])
        short = are_so_short((self._lines[row] for row in rows), layout.columns, unit)
        last = last_answered(self._lines, rows, layout)
        all_rows = AllRows(groups.sums, short, last, described(self._lines, [row for row in rows if row <= last], layout))
        left_out = LeftOut(layout, unit, self._vocabulary, self._listed, all_rows)
        for before, row in zip([layout.first - 1, *rows], rows, strict=False):
            line = self._lines[row]
            reason = left_out.reason(row, line) or self._title(row, before)
            if reason is not None:
                self._notes.add("SV407", Place(sheet.file, sheet=sheet.name, cell=f"{row}:{row}"), reason=reason)
                self._hold_corrections(line)
                continue
            other = self._other_table(line, gap=row - before > 1)
            if other is not None:
                left = _told_rows([each for each in rows if each >= row])
                self._notes.add(other, sheet.place_at(row, min(line)), read=shown(text_of(line[min(line)])), rows=left)
                break
            if row in groups.doubtful and fold_name(text_of(line.get(unit))) not in self._listed:
                name = shown(text_of(line[unit]))
                self._notes.add("SV444", sheet.place_at(row, unit), unit=name, read=groups.doubtful[row])
            drafts.append(self._draft(row, line))
        if not drafts:
            self._notes.add("SV412", self._origin.place)
        self.rows = {draft.row: None for draft in drafts}
        asked = [each.number for each in self._columns]
        known = known_years(self._vocabulary.rulebook, self._origin.stamp.period)
        around = Around(self._heads, frozenset(self.rows), asked, self._wide, self._down, self._origin.stamp.changed, known)
        for area in (*around.tell(), *areas_crossed_out(self._found, [*self.rows], unit, asked, self._notes)):
            self._spoil(drafts, area)
        return drafts

    def _hold_corrections(self, line: Line) -> None:
        """Report texts in a row without a unit that correct an answer."""
        for cell in line.values():
            if cell.kind == "text" and (code := correction_in(cell.text)):
                self._notes.add(code, self._sheet.place(cell), read=shown(" ".join(cell.text.split())))

    def _spoil(self, drafts: list[Draft], area: Range) -> None:
        """Take away the answers in merged cells: what stands there is the answer of none."""
        columns = [each for each in self._columns if area.left <= each.number <= area.right and not each.is_points]
        for draft in drafts:
            for column in columns if area.top <= draft.row <= area.bottom else ():
                place, cell = self._sheet.place_at(draft.row, column.number), self._lines[draft.row].get(column.number)
                by_id = draft.answers.setdefault(column.stage, {})
                by_id[column.id] = Answer(unreadable(column.id), place, cell.text if cell is not None else "")

    def _other_table(self, line: Line, *, gap: bool) -> str | None:
        """Return the code that says another table begins: its header names the units again, or the row stands apart and is all texts."""
        unit = text_of(line.get(self._who["unit"]))
        if unit and self._vocabulary.heading(unit) is not None and is_header(line, self._layout.columns, self._vocabulary):
            return "SV434"
        return "SV424" if gap and self._reads_like_headings(line) else None

    def _reads_like_headings(self, line: Line) -> bool:
        """Return whether a row has different words, and nothing else, wherever numbers were asked for, and for at least two of them."""
        group = line.get(self._who.get("group", 0))
        if any(cell.kind != "text" for cell in line.values()) or (group is not None and fold_name(group.text) in self._vocabulary.groups):
            return False
        asked = [each for each in self._columns if each.number in line]
        words = {fold_name(line[each.number].text) for each in asked if each.question.is_number or each.question.type == "date"}
        if len(words) < max(len(asked), 2) or not words.isdisjoint(NOT_APPLICABLE_WORDS):
            return False
        return not any(character.isdigit() for word in words for character in word)

    def _title(self, row: int, before: int) -> Phrase | None:
        """Return why a row is left out that says, after a gap, what the table with the next header is."""
        cells = [cell for cell in self._lines[row].values() if cell.text.strip()]
        below = next((other for other in self._lines if other > row), 0)
        heads = below in self._layout.repeated or below > self._layout.last
        is_title = heads and row - before > 1 and len(cells) == 1 and cells[0].kind == "text"
        return phrase(N_("it is the title of the table below")) if is_title else None

    def _answer_columns(self) -> Iterable[_Column]:
        for number, meaning in self._layout.columns.items():
            if meaning.stage not in self._vocabulary.rulebook.known_stages:
                self._heads.tell_stage(number, meaning.stage)
            elif meaning.kind in ("answer", "points") and number not in self._wide:
                question = self._vocabulary.question(meaning)
                yield _Column(number, column_letters(number), question, meaning.id, meaning.stage, meaning.kind == "points")

    def _draft(self, row: int, line: Line) -> Draft:
        draft = Draft(self._origin, self._said(row, line, "unit"), self._said(row, line, "group"), self._said(row, line, "parent"), row)
        draft.has_unread = any(column in line for column in self._unread)
        file, sheet, read = self._sheet.file, self._sheet.name, self._typist.type
        for number, letters, question, identifier, stage, is_points in self._columns:
            cell = line.get(number)
            if cell is None:
                continue
            place = Place(file, 0, 0, sheet, f"{letters}{row}")
            value = read(question, cell, place)
            if isinstance(value, Blank) and value.kind == "missing":
                continue
            if number in self._measured_otherwise and not isinstance(value, Blank):
                value = unreadable(identifier)
            by_stage = draft.points if is_points else draft.answers
            by_id, answer = by_stage.setdefault(stage, {}), Answer(value, place, as_seen_in(cell))
            by_id[identifier] = self._agreed(question, by_id[identifier], answer) if identifier in by_id else answer
        return draft

    def _agreed(self, question: Question, first: Answer, second: Answer) -> Answer:
        """Return the answer that stands in two columns of an export: the same in both, else nobody knows which."""
        same = first.value == second.value
        cells = {"first_cell": first.place.cell, "second_cell": second.place.cell}
        told = {"answer": question.id, "label": question.label, "first": shown(first.raw), "second": shown(second.raw)}
        self._notes.add("SV724" if same else "SV723", second.place, first.place, **told, **cells)
        return first if same else Answer(unreadable(question.id), second.place, second.raw)

    def _said(self, row: int, line: Line, kind: Kind) -> Said:
        column = self._who.get(kind, 0)
        if not column:
            return Said()
        cell, at = line.get(column), row
        if cell is None and self._down:
            at = next((area.top for area in self._down.values() if area.left == column and area.top <= row <= area.bottom), row)
            cell = self._lines.get(at, {}).get(column)
        return Said(text_of(cell), self._sheet.place_at(at, column), cell.kind if cell is not None else "text")

    def _is_blank(self, line: Line) -> bool:
        """Return whether a row holds nothing, or only its running number."""
        return not any(text_of(line.get(column)) for column in self._layout.columns) and all(
            cell.kind == "number" or not cell.text.strip() for cell in line.values()
        )


def _beside_no_other(lines: Lines, layout: FoundLayout) -> Lines:
    """Return the rows of a table without what stands to its left and right."""
    low, high = layout.side
    if (low, high) == (1, LAST_COLUMN):
        return lines
    cut = {row: {column: cell for column, cell in line.items() if low <= column <= high} for row, line in lines.items()}
    return {row: line for row, line in cut.items() if line}


def _told_rows(rows: list[int]) -> str:
    return str(rows[0]) if len(rows) == 1 else f"{rows[0]}–{rows[-1]}"
