"""Forms read: one workbook is one unit, one row one question, each found again by its hidden id."""

from __future__ import annotations

from collections.abc import Collection

from ictscore.expr.values import Blank
from ictscore.places import Place
from ictscore.rulebook.procedure import STAGES, StageId
from ictscore.survey.drafts import Draft, Origin, Said
from ictscore.survey.layout import EVIDENCE, EXAMPLE, LABEL, MEASURE, NOTE, NUMBER
from ictscore.survey.layouts_found import FoundSheet
from ictscore.survey.lines import Line, refuse_merged, text_of, warn_of_hidden
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.submission import Answer
from ictscore.survey.typed_answers import Typist
from ictscore.survey.visible import Visible
from ictscore.survey.vocabulary import WHO_KINDS, Kind, Meaning, Vocabulary


class FormReader:
    """Reads one sheet of a form."""

    def __init__(self, found: FoundSheet, vocabulary: Vocabulary, notes: Notes) -> None:
        """Read the form that was found."""
        self._sheet, self._lines, self._layout, self._stamp = found.sheet, found.lines, found.layout, found.stamp
        self._vocabulary, self._notes, self._typist = vocabulary, notes, Typist(notes)
        self._columns = sorted(found.layout.stages.items(), key=lambda each: STAGES.index(each[1]))
        self._unknown: list[str] = []

    def read(self, earlier: Draft | None) -> Draft:
        """Return what the form says. A sheet without the unit's name belongs to the form of an ``earlier`` or a later sheet."""
        marked = self._rows()
        unmarked = self._unmarked(marked)
        self._hold_visible(marked, unmarked)
        rows = dict(sorted((marked | unmarked).items()))
        who = {meaning.kind: row for row, meaning in rows.items() if meaning.kind in ("unit", "group", "parent")}
        goes_on = earlier is not None and ("unit" not in who or earlier.unit == Said())
        origin = Origin("form", Place(self._sheet.file, sheet=self._sheet.name), self._stamp, unknown=tuple(self._unknown))
        draft = earlier if earlier is not None and goes_on else Draft(origin)
        if not goes_on or "unit" in who:
            draft.unit, draft.group, draft.parent = (self._said(who.get(kind, 0)) for kind in ("unit", "group", "parent"))
        for row, meaning in rows.items():
            if meaning.kind in ("answer", "points"):
                self._take(draft, row, meaning)
        warn_of_hidden(self._sheet, [row for row in rows if self._holds_something(row)], self._filled_columns(rows), self._notes)
        refuse_merged(self._sheet, rows.keys(), [column for column, _ in self._columns], self._notes)
        return draft

    def _rows(self) -> dict[int, Meaning]:
        """Return what each row with an id asks; unknown ids are reported."""
        rows: dict[int, Meaning] = {}
        for row, line in self._lines.items():
            text = text_of(line.get(self._layout.ids))
            if row == self._layout.row or text in {"", EXAMPLE}:
                continue
            meaning = self._vocabulary.meaning(text)
            if meaning is not None:
                rows[row] = meaning
                continue
            self._unknown.append(text)
            code = "SV508" if self._stamp.changed else "SV404"
            place = self._sheet.place_at(row, self._layout.ids)
            self._notes.add(code, place, read=shown(text), nearest=self._vocabulary.nearest(text))
        return rows

    def _unmarked(self, marked: dict[int, Meaning]) -> dict[int, Meaning]:
        """Return what rows that lost their id ask, by what is printed in them; a blank copy of a row with its id asks nothing."""
        kinds: set[Kind] = {meaning.kind for meaning in marked.values() if meaning.kind in ("answer", "points")}
        known = {meaning.kind for meaning in marked.values()}
        who = [kind for kind in WHO_KINDS if kind not in known]
        rows: dict[int, Meaning] = {}
        for row, line in self._lines.items():
            if row <= self._layout.row or text_of(line.get(self._layout.ids)):
                continue
            found = self._printed(line, kinds, LABEL)
            if found is not None and (found not in marked.values() or self._holds_something(row)):
                rows[row] = found
            if found is None and "answer" in kinds:
                unit = self._printed(line, who, NUMBER)
                rows |= {row: unit} if unit is not None else {}
        return rows

    def _printed(self, line: Line, kinds: Collection[Kind], mark: str) -> Meaning | None:
        """Return the only thing of these kinds that the text in a column means."""
        text = text_of(line.get(self._layout.others.get(mark, 0)))
        found = [meaning for kind in kinds if (meaning := self._vocabulary.printed_as(text, kind)) is not None]
        return found[0] if len(found) == 1 else None

    def _hold_visible(self, marked: dict[int, Meaning], unmarked: dict[int, Meaning]) -> None:
        """Hold what is printed against the hidden ids, and the headings of the stages against their marks."""
        visible, others = Visible(self._vocabulary, self._notes), self._layout.others
        first = min((row for row, meaning in marked.items() if meaning.kind in ("answer", "points")), default=0)
        for row, line in self._lines.items():
            texts = {mark: text_of(line.get(column)) for mark, column in others.items()}
            named = LABEL if texts.get(LABEL) else NUMBER
            place = self._sheet.place_at(row, others.get(named, 1))
            if row in unmarked:
                visible.adopted(unmarked[row], texts.get(named, ""), place)
            elif (meaning := marked.get(row)) is not None:
                if named == LABEL or meaning.kind not in ("answer", "points"):
                    visible.hold(meaning, texts.get(named, ""), place, texts.get(NUMBER, ""))
                visible.hold_measure(meaning, texts.get(MEASURE, ""), self._sheet.place_at(row, others.get(MEASURE, 1)))
            elif self._layout.row < row < first:
                for column, stage in self._columns:
                    visible.hold_stage(stage, text_of(line.get(column)), self._sheet.place_at(row, column))

    def _said(self, row: int) -> Said:
        """Return what stands in the first filled column of a row about the unit."""
        if not row:
            return Said()
        line = self._lines[row]
        column = next((column for column, _ in self._columns if text_of(line.get(column))), self._columns[0][0])
        cell = line.get(column)
        return Said(text_of(cell), self._sheet.place_at(row, column), cell.kind if cell is not None else "text")

    def _take(self, draft: Draft, row: int, meaning: Meaning) -> None:
        """Take the answers of one row, of every stage."""
        home = self._sheet.place_at(row, self._columns[0][0])
        key = meaning.id if meaning.kind == "answer" else f"points:{meaning.id}"
        if key in draft.homes:
            self._notes.add("SV406", home, draft.homes[key], read=key)
            return
        draft.homes[key] = home
        for column, stage in self._columns:
            cell = self._lines[row].get(column)
            if cell is not None:
                self._take_cell(draft, meaning, stage, cell)
        evidence, note = (text_of(self._lines[row].get(self._layout.others.get(mark, 0))) for mark in (EVIDENCE, NOTE))
        if evidence or note:
            draft.remarks[key] = (evidence, note)

    def _take_cell(self, draft: Draft, meaning: Meaning, stage: StageId, cell: Cell) -> None:
        place = self._sheet.place(cell)
        draft.uses_formulas |= cell.is_formula
        value = self._typist.type(self._vocabulary.question(meaning), cell, place)
        if not (isinstance(value, Blank) and value.kind == "missing"):
            by_stage = draft.points if meaning.kind == "points" else draft.answers
            by_stage.setdefault(stage, {})[meaning.id] = Answer(value, place, cell.text)

    def _holds_something(self, row: int) -> bool:
        line: Line = self._lines[row]
        return any(column in line for column, _ in self._columns)

    def _filled_columns(self, rows: dict[int, Meaning]) -> list[int]:
        return [column for column, _ in self._columns if any(column in self._lines[row] for row in rows)]
