"""Tables read: one row is one unit, one column one answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ictscore.expr.values import Blank, unreadable
from ictscore.places import Place, column_letters
from ictscore.rulebook.procedure import StageId
from ictscore.survey.drafts import Draft, Origin, Said
from ictscore.survey.found_layout import FoundLayout, FoundSheet
from ictscore.survey.group_rows import group_rows
from ictscore.survey.layout import NOT_APPLICABLE_WORDS, PLAIN_NAMES, UNIT
from ictscore.survey.layouts_found import is_header
from ictscore.survey.left_out import LeftOut
from ictscore.survey.lines import Line, Lines, merged_down, place_of_columns, refuse_merged, tell_comments, text_of, warn_of_hidden
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.addresses import Range, parse_range
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.limits import LAST_COLUMN
from ictscore.survey.submission import Answer
from ictscore.survey.typed_answers import Typist
from ictscore.survey.unit_names import fold_name
from ictscore.survey.visible import Visible
from ictscore.survey.vocabulary import Kind, Vocabulary
from ictscore.words import N_, Phrase, phrase

_MOST_MERGED = 100


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
        self._sheet, self._lines, self._layout = sheet, _beside_no_other(found.lines, layout), layout
        self._vocabulary, self._notes, self._listed = vocabulary, notes, listed
        self._typist = typist or Typist(notes, from_csv=found.from_csv)
        self._who: dict[Kind, int] = {
            meaning.kind: number for number, meaning in layout.columns.items() if meaning.kind in ("unit", "group", "parent")
        }
        self._measured_otherwise: set[int] = {*layout.otherwise}
        self._wide = self._wide_headings()
        self._columns = tuple(self._answer_columns())
        homes = {each.id: each.number for each in reversed(self._columns) if not each.is_points}
        homes |= {each.id: each.number for each in self._columns if not each.is_points and each.stage == "self"}
        place = Place(sheet.file, sheet=sheet.name, cell=f"{layout.first - 1}:{layout.first - 1}")
        unknown = (*layout.unknown.values(), *layout.unmapped)
        self._origin = Origin("table", place, found.stamp, homes, unknown, mapped=layout.mapped)
        self.rows: dict[int, Question | None] = {}
        self._unread = {*layout.unknown, *layout.doubtful, *self._wide, *(second for _, second in layout.twice)}
        self._down = merged_down(sheet, [self._who[kind] for kind in ("group", "parent") if kind in self._who], layout.first)

    def read(self) -> list[Draft]:
        """Return what each row says; rows that hold no unit are left out with a note."""
        layout, sheet = self._layout, self._sheet
        for first, second in layout.twice:
            self._notes.add_twice("SV406", self._head(second), self._head(first), read=self._told_twice(first, second))
        self._hold_headers()
        unit = self._who.get("unit", 0)
        if not unit:
            self._notes.add("SV410", self._origin.place, unit=PLAIN_NAMES[UNIT][1])
            return []
        drafts: list[Draft] = []
        rows = [row for row, line in self._lines.items() if layout.first <= row <= layout.last and not self._is_blank(line)]
        groups = group_rows(self._lines, rows, unit, [each.number for each in self._columns])
        left_out = LeftOut(layout, unit, self._vocabulary, self._listed, groups.sums)
        for before, row in zip([layout.first - 1, *rows], rows, strict=False):
            line = self._lines[row]
            reason = left_out.reason(row, line) or self._title(row, before)
            if reason is not None:
                self._notes.add("SV407", Place(sheet.file, sheet=sheet.name, cell=f"{row}:{row}"), reason=reason)
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
        for area in self._look_around({*self.rows}):
            self._spoil(drafts, area)
        return drafts

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

    def _head(self, column: int) -> Place:
        """Return where a column is named."""
        return self._sheet.place_at(self._head_row(column), column)

    def _head_row(self, column: int) -> int:
        layout = self._layout
        if layout.header:
            return layout.header if column in layout.unmarked or column not in self._lines[layout.row] else layout.row
        return next((row for row in range(layout.row, layout.first) if column in self._lines.get(row, {})), layout.first - 1)

    def _lowest_head(self, column: int) -> int:
        """Return the last row of the header that has a text in a column."""
        rows = range(self._layout.first - 1, self._layout.row - 1, -1)
        return next((row for row in rows if column in self._lines.get(row, {})), self._head_row(column))

    def _head_text(self, column: int) -> str:
        return text_of(self._lines.get(self._head_row(column), {}).get(column))

    def _told_twice(self, first: int, second: int) -> str:
        """Return what stands in two columns: the heading itself, or the question’s label where other texts stand above it."""
        text, meaning = self._head_text(second), self._layout.columns[first]
        is_question = meaning.kind in ("answer", "points") and self._vocabulary.heading(text) is None and not text.startswith("#")
        return self._vocabulary.question(meaning).label if is_question else text

    def _hold_headers(self) -> None:
        """Hold the visible header against the hidden marks."""
        layout, visible = self._layout, Visible(self._vocabulary, self._notes)
        for column, meaning in layout.columns.items() if layout.header else ():
            text, place = text_of(self._lines[layout.header].get(column)), self._sheet.place_at(layout.header, column)
            if column in layout.unmarked:
                visible.adopted(meaning, text, place)
            else:
                self._measured_otherwise |= {column} if visible.hold(meaning, text, place) else set()
        if layout.is_further:
            self._notes.add("SV433", self._head(self._who.get("unit", min(layout.columns, default=1))))
        for column, text in layout.taken.items():
            self._notes.add("SV419", self._head(column), read=shown(text), visible=visible.named(layout.columns[column]))

    def _wide_headings(self) -> dict[int, list[int]]:
        """Return the columns of answers whose heading is merged over others that hold something too, and nothing says what."""
        layout, wide = self._layout, dict[int, list[int]]()
        named = {*layout.columns, *layout.unknown, *layout.doubtful}
        asking = {column for column, meaning in layout.columns.items() if meaning.kind in ("answer", "points")}
        for text in self._sheet.merged if not layout.header else ():
            area = parse_range(text)
            if area is None or not (layout.row <= area.top < layout.first and area.left in asking and area.left < area.right):
                continue
            others = [column for column in range(area.left + 1, min(area.right, area.left + _MOST_MERGED) + 1) if column not in named]
            filled = [each for each in others if any(each in self._lines[row] for row in self._lines if layout.first <= row <= layout.last)]
            if filled:
                wide[area.left] = filled
        return wide

    def _answer_columns(self) -> Iterable[_Column]:
        for number, meaning in self._layout.columns.items():
            if meaning.kind in ("answer", "points") and number not in self._wide:
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
            by_id, answer = by_stage.setdefault(stage, {}), Answer(value, place, cell.text)
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

    def _look_around(self, rows: set[int]) -> list[Range]:
        """Report what people cannot see, cells merged over several units (returned), comments, and columns that were not read."""
        columns, visible = set(self._layout.columns), Visible(self._vocabulary, self._notes)
        warn_of_hidden(self._sheet, rows, columns, self._notes)
        refused = refuse_merged(self._sheet, rows, columns, self._notes, but=self._down)
        for text, area in self._down.items():
            read = text_of(self._lines.get(area.top, {}).get(area.left))
            if read and not rows.isdisjoint(range(area.top, area.bottom + 1)):
                self._notes.add("SV428", Place(self._sheet.file, sheet=self._sheet.name, cell=text), read=shown(read), range=text)
        tell_comments(self._sheet, rows, columns, self._notes)
        for column, others in self._wide.items():
            letters = tuple(column_letters(each) for each in (column, *others))
            label = self._vocabulary.question(self._layout.columns[column]).label
            self._notes.add("SV421", self._head(column), columns=letters, heading=label)
        for column, doubt in self._layout.doubtful.items():
            if any(column in self._lines[row] for row in rows):
                told = visible.told(doubt.meaning)
                place = self._sheet.place_at(self._lowest_head(column), column)
                self._notes.add("SV430", place, read=shown(doubt.read), below=shown(doubt.below), visible=told)
        known = {*columns, *self._layout.unknown, *self._layout.doubtful, *(second for _, second in self._layout.twice)}
        known.update(*self._wide.values())
        filled = set[int]().union(*(self._lines[row] for row in rows))
        nameless = [column for column in sorted(filled - known) if column > min(columns) and not self._head_text(column)]
        slipped = self._tell_slipped(rows, [column for column in nameless if column > max(known)])
        for column in nameless:
            if column not in slipped:
                self._notes.add("SV437", place_of_columns(self._sheet, [column]), column=column_letters(column))
        self._tell_merged_headings(rows)
        for column, text in self._layout.unknown.items():
            if not any(column in self._lines[row] for row in rows):
                continue
            is_marked = column in self._lines.get(self._layout.row, {})
            place = self._sheet.place_at(self._layout.row if is_marked else self._layout.first - 1, column)
            code = "SV508" if self._origin.stamp.changed and is_marked else "SV403"
            self._notes.add(code, place, read=shown(text), nearest=self._vocabulary.nearest(text))
        return refused

    def _tell_slipped(self, rows: set[int], beyond: list[int]) -> set[int]:
        """Report rows with a value beyond the last heading and a blank answer; return the columns that hold only such values."""
        if not beyond:
            return set()
        slipped, others = set[int](), set[int]()
        asked = [each.number for each in self._columns]
        for row in sorted(rows):
            line = self._lines[row]
            out = [column for column in beyond if text_of(line.get(column))]
            blank = [column for column in asked if not text_of(line.get(column))]
            if out and blank:
                slipped |= {*out}
                letters = tuple(column_letters(column) for column in blank)
                read = shown(text_of(line[out[0]]))
                self._notes.add("SV443", self._sheet.place_at(row, out[0]), read=read, blank=letters)
            else:
                others |= {*out}
        return slipped - others

    def _tell_merged_headings(self, rows: set[int]) -> None:
        """Warn of headings that are merged with the first row of units: nothing can be answered there."""
        first = min(rows, default=0)
        for text in self._sheet.merged if first else ():
            area = parse_range(text)
            if area is None or area.top >= self._layout.first or not area.top >= self._layout.row or area.bottom < first:
                continue
            read = text_of(self._lines.get(area.top, {}).get(area.left))
            if any(each.number == area.left for each in self._columns) and read:
                place = Place(self._sheet.file, sheet=self._sheet.name, cell=text)
                self._notes.add("SV445", place, read=shown(read), range=text)


def _beside_no_other(lines: Lines, layout: FoundLayout) -> Lines:
    """Return the rows of a table without what stands to its left and right."""
    low, high = layout.side
    if (low, high) == (1, LAST_COLUMN):
        return lines
    cut = {row: {column: cell for column, cell in line.items() if low <= column <= high} for row, line in lines.items()}
    return {row: line for row, line in cut.items() if line}


def _told_rows(rows: list[int]) -> str:
    return str(rows[0]) if len(rows) == 1 else f"{rows[0]}–{rows[-1]}"
