"""What a sheet says beside its answers: titles, headings and remarks that may change what the answers mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ictscore.survey.layout import UNIT
from ictscore.survey.layouts.found import FoundLayout
from ictscore.survey.layouts.lines import Line, Lines, text_of
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.questions import Question
from ictscore.survey.sheets.addresses import parse_cell
from ictscore.survey.sheets.cells import Cell

Spot = Literal["title", "heading", "row", "other"]

_LONGEST = 300
_TITLE = 2
"""How many cells a row has at most that only says something about the others."""


@dataclass(frozen=True, slots=True)
class Read:
    """A form or table that was read: the rows that gave answers, and the questions of its columns (a table) or rows (a form)."""

    layout: FoundLayout
    rows: frozenset[int]
    by_column: Mapping[int, Question]
    by_row: Mapping[int, Question]
    columns: frozenset[int]
    who: frozenset[int] = frozenset()
    """The rows of a form that say whose it is, or ask something else that is no question of the rulebook."""

    def is_read(self, row: int) -> bool:
        """Return whether a row was read, for answers or for who gave them."""
        return row in self.rows or row in self.who

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return the questions it asks, each once."""
        return tuple({each.id: each for each in (*self.by_column.values(), *self.by_row.values())}.values())

    def names_of_units(self, lines: Lines) -> Iterator[Cell]:
        """Yield the cells that say whose the answers are: of every row of a table, or of the row of the unit in a form with marks."""
        unit = next((column for column, each in self.layout.columns.items() if each.kind == "unit"), 0)
        if unit:
            yield from (lines[row][unit] for row in sorted(self.rows) if unit in lines[row])
        elif self.layout.ids:
            line = next((each for each in lines.values() if text_of(each.get(self.layout.ids)) == UNIT), {})
            yield from (line[column] for column in self.layout.stages if column in line)

    def printed_unit(self, lines: Lines) -> Cell | None:
        """Return the cell of a form typed again that says whose the answers are."""
        said = self.layout.printed.who.get("unit") if self.layout.printed is not None else None
        row, column = (parse_cell(said.place.cell) if said is not None else None) or (0, 0)
        return lines.get(row, {}).get(column)

    def is_heading(self, row: int) -> bool:
        """Return whether a row names its columns."""
        first, layout = self.layout.row, self.layout
        is_named = row == first if layout.printed is not None else first <= row < layout.first
        return (bool(first) and is_named) or row in layout.repeated

    def is_between(self, row: int, line: Line) -> bool:
        """Return whether a row stands between the marks of a table and its header, and heads no column of answers right above it."""
        header = self.layout.header
        return bool(header) and self.layout.row < row < header and not (row == header - 1 and any(each in self.by_column for each in line))

    def heads_answers(self, row: int, column: int) -> bool:
        """Return whether a text stands in a row of headings over the answers of a form with marks."""
        return self._is_above(row) and column in self.layout.stages

    def is_above(self, row: int, line: Line) -> bool:
        """Return whether a row above the questions of a form with marks heads no column of answers."""
        layout = self.layout
        return self._is_above(row) and all(column not in line or line[column].kind != "text" for column in (layout.ids, *layout.stages))

    def _is_above(self, row: int) -> bool:
        layout = self.layout
        is_marked = layout.kind == "form" and layout.printed is None
        return is_marked and bool(self.by_row) and layout.row < row < min(self.by_row)


class Aside(NamedTuple):
    """A text beside the answers, where it stands, and the question whose column or row it stands in, if any."""

    row: int
    column: int
    text: str
    spot: Spot
    question: Question | None


def read_of(layout: FoundLayout, rows: Mapping[int, Question | None], vocabulary: Vocabulary, who: Iterable[int] = ()) -> Read:
    """Return what was read of a layout; ``rows`` gave answers, each of a form with its question, ``who`` say whose they are."""
    asking = {column: each for column, each in layout.columns.items() if each.kind in ("answer", "points")}
    known = {*layout.columns, *layout.stages, *layout.others.values(), layout.ids}
    return Read(
        layout,
        frozenset(rows),
        {column: vocabulary.question(each) for column, each in asking.items()},
        {row: question for row, question in rows.items() if question is not None},
        frozenset(known),
        frozenset(who),
    )


def asides(lines: Lines, reads: list[Read]) -> Iterator[Aside]:
    """Yield the texts that are neither an answer nor what a unit or a question is called, from top to bottom."""
    known = frozenset().union(*(each.columns for each in reads))
    for row, line in lines.items():
        inside = next((each for each in reads if row in each.rows), None)
        if inside is not None and line.keys() <= known:
            continue
        spot_of_row = spot_of(row, line, reads)
        for column, cell in line.items():
            spot: Spot = "heading" if any(each.heads_answers(row, column) for each in reads) else spot_of_row
            is_said = cell.kind == "text" or (cell.kind == "number" and spot == "heading")
            if not is_said or not cell.text or len(cell.text) > _LONGEST or (inside is not None and column in known):
                continue
            beside = inside.by_row.get(row) if inside is not None else None
            above = next((each.by_column[column] for each in reads if column in each.by_column), None)
            yield Aside(row, column, cell.text, spot, beside or (above if inside is None else None))


def spot_of(row: int, line: Line, reads: list[Read]) -> Spot:
    """Return where a row stands: among the answers, in the headings, as a title, or anywhere else."""
    if any(row in each.rows for each in reads):
        return "row"
    is_short = len(line) <= _TITLE and all(cell.kind == "text" for cell in line.values())
    if any(each.is_heading(row) for each in reads) and not (is_short and any(each.is_between(row, line) for each in reads)):
        return "heading"
    return "title" if is_short or any(each.is_above(row, line) for each in reads) else "other"
