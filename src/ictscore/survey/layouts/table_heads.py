"""Headings of a table: where each column is named, and headings that stand twice, moved without their marks or span several columns."""

from __future__ import annotations

from ictscore.places import Place
from ictscore.rulebook.procedure import StageId
from ictscore.survey.layouts.found import FoundLayout
from ictscore.survey.layouts.lines import Lines, text_of
from ictscore.survey.layouts.visible import Visible
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.addresses import parse_range
from ictscore.survey.sheets.cells import Sheet
from ictscore.survey.sheets.collecting import shown

_MOST_MERGED = 100


class TableHeads:
    """The headings of one table."""

    def __init__(self, sheet: Sheet, lines: Lines, layout: FoundLayout, vocabulary: Vocabulary, notes: Notes) -> None:
        """Look at the headings of the table that was found in a sheet; ``lines`` are its rows."""
        self.sheet, self.lines, self.layout, self.vocabulary, self.notes = sheet, lines, layout, vocabulary, notes

    def place(self, column: int) -> Place:
        """Return where a column is named."""
        return self.sheet.place_at(self.row(column), column)

    def row(self, column: int) -> int:
        """Return the row in which a column is named."""
        layout = self.layout
        if layout.header:
            return layout.header if column in layout.unmarked or column not in self.lines[layout.row] else layout.row
        return next((row for row in range(layout.row, layout.first) if column in self.lines.get(row, {})), layout.first - 1)

    def lowest_place(self, column: int) -> Place:
        """Return where the last row of the header has a text in a column."""
        rows = range(self.layout.first - 1, self.layout.row - 1, -1)
        lowest = next((row for row in rows if column in self.lines.get(row, {})), self.row(column))
        return self.sheet.place_at(lowest, column)

    def text(self, column: int) -> str:
        """Return the heading of a column."""
        return text_of(self.lines.get(self.row(column), {}).get(column))

    def tell_stage(self, column: int, stage: StageId) -> None:
        """Report a column of a stage that the rulebook does not have: nothing of it may count."""
        known = self.vocabulary.rulebook.known_stages
        self.notes.add("SV471", self.place(column), read=shown(self.text(column)), stage=stage, known=known)

    def tell_twice(self) -> None:
        """Report every column that stands there a second time."""
        for first, second in self.layout.twice:
            self.notes.add_twice("SV406", self.place(second), self.place(first), read=self._told_twice(first, second))

    def _told_twice(self, first: int, second: int) -> str:
        """Return what stands in two columns: the heading itself, or the question’s label where other texts stand above it."""
        text, meaning = self.text(second), self.layout.columns[first]
        is_question = meaning.kind in ("answer", "points") and self.vocabulary.heading(text) is None and not text.startswith("#")
        return self.vocabulary.question(meaning).label if is_question else text

    def hold(self, unit: int) -> set[int]:
        """Hold the visible header against the hidden marks; return the columns whose heading names another measure."""
        layout, visible, measured_otherwise = self.layout, Visible(self.vocabulary, self.notes), set[int]()
        for column, meaning in layout.columns.items() if layout.header else ():
            text, place = text_of(self.lines[layout.header].get(column)), self.sheet.place_at(layout.header, column)
            if column in layout.unmarked:
                visible.adopted(meaning, text, place)
            else:
                measured_otherwise |= {column} if visible.hold(meaning, text, place) else set()
        if layout.is_further:
            self.notes.add("SV433", self.place(unit or min(layout.columns, default=1)))
        for column, text in layout.taken.items():
            self.notes.add("SV419", self.place(column), read=shown(text), visible=visible.named(layout.columns[column]))
        return measured_otherwise

    def wide(self) -> dict[int, list[int]]:
        """Return the columns of answers whose heading is merged over others that hold something too, and nothing says what."""
        layout, wide = self.layout, dict[int, list[int]]()
        named = {*layout.columns, *layout.unknown, *layout.doubtful}
        asking = {column for column, meaning in layout.columns.items() if meaning.kind in ("answer", "points")}
        for text in self.sheet.merged if not layout.header else ():
            area = parse_range(text)
            if area is None or not (layout.row <= area.top < layout.first and area.left in asking and area.left < area.right):
                continue
            others = [column for column in range(area.left + 1, min(area.right, area.left + _MOST_MERGED) + 1) if column not in named]
            filled = [each for each in others if any(each in self.lines[row] for row in self.lines if layout.first <= row <= layout.last)]
            if filled:
                wide[area.left] = filled
        return wide
