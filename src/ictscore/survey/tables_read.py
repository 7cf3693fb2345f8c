"""Tables read: one row is one unit, one column one answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ictscore.expr.values import Blank
from ictscore.places import Place, column_letters
from ictscore.rulebook.procedure import StageId
from ictscore.survey.drafts import Draft, Origin, Said
from ictscore.survey.layout import PLAIN_NAMES, UNIT
from ictscore.survey.layouts_found import FoundSheet
from ictscore.survey.left_out import LeftOut
from ictscore.survey.lines import Line, refuse_merged, text_of, warn_of_hidden
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.submission import Answer
from ictscore.survey.typed_answers import Typist
from ictscore.survey.visible import Visible
from ictscore.survey.vocabulary import Kind, Vocabulary


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

    def __init__(self, found: FoundSheet, vocabulary: Vocabulary, notes: Notes) -> None:
        """Read the table that was found."""
        sheet, layout = found.sheet, found.layout
        self._sheet, self._lines, self._layout = sheet, found.lines, layout
        self._vocabulary, self._notes = vocabulary, notes
        self._typist = Typist(notes, from_csv=found.from_csv)
        self._who: dict[Kind, int] = {
            meaning.kind: number for number, meaning in layout.columns.items() if meaning.kind in ("unit", "group", "parent")
        }
        self._columns = tuple(self._answer_columns())
        homes = {each.id: each.number for each in reversed(self._columns) if not each.is_points}
        homes |= {each.id: each.number for each in self._columns if not each.is_points and each.stage == "self"}
        place = Place(sheet.file, sheet=sheet.name, cell=f"{layout.first - 1}:{layout.first - 1}")
        self._origin = Origin("table", place, found.stamp, homes, tuple(layout.unknown.values()))

    def read(self) -> list[Draft]:
        """Return what each row says; rows that hold no unit are left out with a note."""
        layout, sheet = self._layout, self._sheet
        for first, second in layout.twice:
            row, other = (layout.header if column in layout.unmarked else layout.row for column in (second, first))
            self._notes.add("SV406", sheet.place_at(row, second), sheet.place_at(other, first), read=text_of(self._lines[row].get(second)))
        self._hold_headers()
        unit = self._who.get("unit", 0)
        if not unit:
            self._notes.add("SV410", self._origin.place, unit=PLAIN_NAMES[UNIT][1])
            return []
        left_out = LeftOut(layout.columns, unit, self._vocabulary)
        drafts = []
        for row, line in self._lines.items():
            if row < layout.first:
                continue
            if self._is_blank(line):
                continue
            reason = left_out.reason(line)
            if reason is not None:
                self._notes.add("SV407", Place(sheet.file, sheet=sheet.name, cell=f"{row}:{row}"), reason=reason)
            else:
                drafts.append(self._draft(row, line))
        if not drafts:
            self._notes.add("SV412", self._origin.place)
        self._look_around({draft.row for draft in drafts})
        return drafts

    def _hold_headers(self) -> None:
        """Hold the visible header against the hidden marks."""
        layout, visible = self._layout, Visible(self._vocabulary, self._notes)
        for column, meaning in layout.columns.items() if layout.header else ():
            text, place = text_of(self._lines[layout.header].get(column)), self._sheet.place_at(layout.header, column)
            if column in layout.unmarked:
                visible.adopted(meaning, text, place)
            else:
                visible.hold(meaning, text, place)

    def _answer_columns(self) -> Iterable[_Column]:
        for number, meaning in self._layout.columns.items():
            if meaning.kind in ("answer", "points"):
                question = self._vocabulary.question(meaning)
                yield _Column(number, column_letters(number), question, meaning.id, meaning.stage, meaning.kind == "points")

    def _draft(self, row: int, line: Line) -> Draft:
        draft = Draft(self._origin, self._said(row, line, "unit"), self._said(row, line, "group"), self._said(row, line, "parent"), row)
        file, sheet, read = self._sheet.file, self._sheet.name, self._typist.type
        for number, letters, question, identifier, stage, is_points in self._columns:
            cell = line.get(number)
            if cell is None:
                continue
            place = Place(file, 0, 0, sheet, f"{letters}{row}")
            value = read(question, cell, place)
            if isinstance(value, Blank) and value.kind == "missing":
                continue
            by_stage = draft.points if is_points else draft.answers
            by_stage.setdefault(stage, {})[identifier] = Answer(value, place, cell.text)
        return draft

    def _said(self, row: int, line: Line, kind: Kind) -> Said:
        column = self._who.get(kind, 0)
        if not column:
            return Said()
        cell = line.get(column)
        place = self._sheet.place_at(row, column)
        return Said(text_of(cell), place, cell.kind if cell is not None else "text")

    def _is_blank(self, line: Line) -> bool:
        """Return whether a row holds nothing, or only its running number."""
        return not any(text_of(line.get(column)) for column in self._layout.columns) and all(
            cell.kind == "number" or not cell.text.strip() for cell in line.values()
        )

    def _look_around(self, rows: set[int]) -> None:
        """Report what people cannot see, cells merged over several units, and columns that were not read."""
        columns = set(self._layout.columns)
        warn_of_hidden(self._sheet, rows, columns, self._notes)
        refuse_merged(self._sheet, rows, columns, self._notes)
        for column, text in self._layout.unknown.items():
            if not any(column in self._lines[row] for row in rows):
                continue
            is_marked = column in self._lines[self._layout.row]
            place = self._sheet.place_at(self._layout.row if is_marked else self._layout.first - 1, column)
            code = "SV508" if self._origin.stamp.changed and is_marked else "SV403"
            self._notes.add(code, place, read=shown(text), nearest=self._vocabulary.nearest(text))
