"""What each row of a form asks: by its hidden id, else by what is printed in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ictscore.places import Place
from ictscore.survey.layout import EXAMPLE, LABEL, NUMBER
from ictscore.survey.layouts.found import FoundSheet
from ictscore.survey.layouts.lines import Line, text_of
from ictscore.survey.layouts.visible import Visible
from ictscore.survey.layouts.vocabulary import WHO_KINDS, Kind, Meaning, Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.collecting import shown


def hidden_questions(found: FoundSheet, column: int, vocabulary: Vocabulary) -> dict[str, Place]:
    """Return what the hidden rows that were skipped ask, each with its place in the ``column`` of answers."""
    rows = FormRows(replace(found, lines=found.skipped), vocabulary, Notes())
    marked = rows.marked()
    asked = {meaning.id: row for row, meaning in (rows.unmarked(marked) | marked).items() if meaning.kind == "answer"}
    return {name: found.sheet.place_at(row, column) for name, row in asked.items()}


class FormRows:
    """Tells what the rows of one sheet of a form ask; ``unknown`` are the ids that the rulebook does not know."""

    def __init__(self, found: FoundSheet, vocabulary: Vocabulary, notes: Notes) -> None:
        """Look at the rows of the form that was found."""
        self._sheet, self._lines, self._layout, self._stamp = found.sheet, found.lines, found.layout, found.stamp
        self._vocabulary, self._notes = vocabulary, notes
        self.unknown: list[str] = []

    def holds_something(self, row: int) -> bool:
        """Return whether a row has something in a column of answers."""
        return any(column in self._lines[row] for column in self._layout.stages)

    def marked(self) -> dict[int, Meaning]:
        """Return what each row with an id asks; unknown ids are reported."""
        rows: dict[int, Meaning] = {}
        lost: dict[int, str] = {}
        printed = self._layout.printed
        for row, line in self._lines.items() if self._layout.ids else ():
            text = text_of(line.get(self._layout.ids))
            if row == self._layout.row or text in {"", EXAMPLE} or (printed is not None and row not in printed.questions):
                continue
            meaning = self._vocabulary.meaning(text)
            if meaning is not None:
                rows[row] = meaning
                continue
            lost[row] = text
        answers: tuple[Kind, ...] = ("answer",)
        for row, text in lost.items():
            found = self._printed_as(self._lines[row], answers, LABEL) if not self._stamp.changed else None
            place = self._sheet.place_at(row, self._layout.ids)
            if found is not None and found not in rows.values():
                rows[row] = found
                visible = Visible(self._vocabulary, self._notes).told(found)
                self._notes.add("SV436", place, read=shown(text), visible=visible)
                continue
            self.unknown.append(text)
            code = "SV508" if self._stamp.changed else "SV404"
            self._notes.add(code, place, read=shown(text), nearest=self._vocabulary.nearest(text))
        return rows

    def unmarked(self, marked: dict[int, Meaning]) -> dict[int, Meaning]:
        """Return what rows without an id ask, by what is printed in them; a blank copy of a row with its id asks nothing."""
        if self._layout.printed is not None:
            return {row: meaning for row, meaning in self._layout.printed.questions.items() if row not in marked and row in self._lines}
        kinds: set[Kind] = {meaning.kind for meaning in marked.values() if meaning.kind in ("answer", "points")}
        if not kinds:
            kinds = self._kinds_printed()
        known = {meaning.kind for meaning in marked.values()}
        who = [kind for kind in WHO_KINDS if kind not in known]
        rows: dict[int, Meaning] = {}
        for row, line in self._lines.items():
            if row <= self._layout.row or text_of(line.get(self._layout.ids)):
                continue
            found = self._printed_as(line, kinds, LABEL)
            if found is not None and (found not in marked.values() or self.holds_something(row)):
                rows[row] = found
            if found is None and "answer" in kinds:
                unit = self._printed_as(line, who, NUMBER)
                rows |= {row: unit} if unit is not None else {}
        return rows

    def _kinds_printed(self) -> set[Kind]:
        """Return what a sheet without ids asks, by the rows whose text means one thing only: a label may be a criterion’s name too."""
        both: tuple[Kind, ...] = ("answer", "points")
        found = {meaning.kind for line in self._lines.values() if (meaning := self._printed_as(line, both, LABEL)) is not None}
        return found or {*both}

    def _printed_as(self, line: Line, kinds: Collection[Kind], mark: str) -> Meaning | None:
        """Return the only thing of these kinds that the text in a column means."""
        text = text_of(line.get(self._layout.others.get(mark, 0)))
        found = [meaning for kind in kinds if (meaning := self._vocabulary.printed_as(text, kind)) is not None]
        return found[0] if len(found) == 1 else None
