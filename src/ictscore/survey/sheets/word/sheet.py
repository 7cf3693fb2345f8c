"""A table of a Word form as a sheet of text cells: rows and columns as people count them in Word, marks and ids where forms have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ictscore.places import cell_name, column_letters
from ictscore.survey.layout import EXAMPLE, ID, LABEL, NOT_READ, STAGE_MARKS
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.sheets.collecting import Collector, shown
from ictscore.survey.sheets.fontedtext import settle_fonts
from ictscore.survey.sheets.limits import LIMITS
from ictscore.survey.sheets.word.said import Problem, Said
from ictscore.survey.sheets.word.tables import WordCell, WordRow, WordTable

_TWO = 2


def marks_of(table: WordTable) -> Mapping[int, str]:
    """Return what the columns of a table hold by its head; the two columns of the table about the unit are known by its ids."""
    for row in table.rows:
        if len(row.marks) >= _TWO:
            return row.marks
    ids = [row.mark for row in table.rows if row.mark]
    is_front = ids and all(each.startswith("#") and each not in {NOT_READ, EXAMPLE} for each in ids)
    return {1: LABEL, 2: STAGE_MARKS[0]} if is_front and all(len(row.cells) == _TWO for row in table.rows) else {}


def has_ids(table: WordTable) -> bool:
    """Return whether a row of the table has a hidden id."""
    return any(row.mark and len(row.marks) < _TWO and row.mark != NOT_READ for row in table.rows)


@dataclass(slots=True)
class SheetMaker:
    """Makes the sheet of one table. ``marks`` say what its columns hold; without them any cell may be an answer."""

    file: str
    name: str
    table: WordTable
    marks: Mapping[int, str]
    found: Collector
    remarks: Mapping[tuple[str, str], str]
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    drawn: dict[tuple[int, int], str] = field(default_factory=dict)
    helped: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    changed: int = 0
    """How many cells that are no answers have changes nobody decided."""
    _head: WordRow | None = None
    _ids: int = 0
    _width: int = 0
    _stages: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Find the head, the columns of answers, and a free column for the ids."""
        self._head = next((row for row in self.table.rows if len(row.marks) >= _TWO), None)
        self._ids = max([*self.marks, *(len(row.cells) for row in self.table.rows)]) + 1
        self._width = len(self._head.cells) if self._head is not None else max(self.marks, default=0)
        self._stages = tuple(column for column, mark in self.marks.items() if mark in STAGE_MARKS)

    def make(self, above: Sequence[Said] = (), below: Sequence[Said] = ()) -> Sheet:
        """Return the sheet, with the texts that stand above and below the table in rows before and after its own."""
        rows = self.table.rows
        for number, row in enumerate(rows, 1):
            self._take(number, row)
        self._refuse_merged_down()
        self._refuse_twice()
        for number, said in enumerate(reversed(above)):
            self._put(-number, 1, said)
        for number, said in enumerate(below, len(rows) + 1):
            self._put(number, 1, said)
        top = -len(above)
        for column, mark in (*self.marks.items(), *([(self._ids, ID)] if self.marks else [])):
            self.cells[top, column] = Cell(top, column, "text", mark)
        settle_fonts(self.cells, self.name, self.found)
        return Sheet(self.file, self.name, self.cells, comments=self.comments, drawn=self.drawn, helped=self.helped)

    def _take(self, number: int, row: WordRow) -> None:
        """Take a row; where its cells are not those of the head, nobody knows which of them is the answer."""
        is_head = len(row.marks) >= _TWO
        asks = bool(row.mark) and not is_head and row.mark != EXAMPLE
        if asks and self.marks:
            self.cells[number, self._ids] = Cell(number, self._ids, "text", row.mark)
        elif row.mark == EXAMPLE:
            self.cells[number, self._ids] = Cell(number, self._ids, "text", EXAMPLE)
        wanted = max(self.marks, default=0)
        columns = list(_columns(row, self._head))
        if asks and self.marks and len(row.cells) != self._width:
            merged = [(first, last) for first, last in columns if first < last]
            self._refuse_row(number, merged, len(row.cells), wanted)
            return
        if asks and row.change and self.marks:
            self._refuse(number, self._stages[:1], Problem("IO160", {"change": row.change}))
            return
        for column, each in enumerate(row.cells, 1):
            is_answer = (asks and column in self._stages) or not self.marks
            self._take_cell(number, column, each.said, is_answer=is_answer)
            self._take_unseen(number, column, each.said, row.mark if asks and not is_answer else each.said.hidden)
        is_blank = asks and not any((number, column) in self.cells for column in self._stages)
        self._take_boxes(number, row, is_blank=is_blank)

    def _take_boxes(self, number: int, row: WordRow, *, is_blank: bool) -> None:
        """Keep the texts in boxes over a blank answer, which they may be; report all others but those in an answer's own cell."""
        for column, each in enumerate(row.cells, 1):
            for text in each.said.boxes if (number, column) not in self.cells or column not in self._stages else ():
                if is_blank:
                    self.drawn[number, column] = text
                else:
                    self.found.add("IO164", self.name, cell_name(number, column), read=shown(text))

    def _refuse_row(self, number: int, merged: list[tuple[int, int]], count: int, wanted: int) -> None:
        if len(merged) == 1:
            first, last = merged[0]
            place = f"{cell_name(number, first)}:{cell_name(number, last)}"
            self.found.add("IO157", self.name, place, read=place, label=self._label(number))
        else:
            self.found.add(
                "IO156", self.name, f"{number}:{number}", count=count, columns=max(self._width, wanted), label=self._label(number)
            )
        self._spoil(number, self._stages)

    def _refuse_merged_down(self) -> None:
        """Report cells merged over several answers."""
        for column in self._stages:
            for first, last in _merged_down(self.table.rows, column):
                asking = [number for number in range(first, last + 1) if (number, self._ids) in self.cells]
                if len(asking) > 1:
                    place = f"{cell_name(first, column)}:{cell_name(last, column)}"
                    self.found.add("IO157", self.name, place, read=place, label=self._label(first))
                    for number in asking:
                        self._spoil(number, (column,))

    def _refuse_twice(self) -> None:
        """Report several columns of one kind of answers: somebody copied one, and nobody knows which holds."""
        counts = Counter(self.marks[column] for column in self._stages)
        for mark in (each for each, count in counts.items() if count > 1):
            columns = [column for column in self._stages if self.marks[column] == mark]
            self.found.add("IO163", self.name, columns=tuple(map(column_letters, columns)))
            for number in [row for row, column in self.cells if column == self._ids and self.cells[row, column].text != EXAMPLE]:
                self._spoil(number, columns)

    def _take_cell(self, number: int, column: int, said: Said, *, is_answer: bool) -> None:
        problem = next(iter(_problems(said)), None) if is_answer else None
        if remarks := [self.remarks[key] for key in said.remarks if self.remarks.get(key)]:
            self.comments[number, column] = "\n".join(remarks)
        if problem is not None:
            self._refuse(number, (column,), problem)
            return
        self.changed += not is_answer and said.has_changes
        self._put(number, column, said)

    def _take_unseen(self, number: int, column: int, said: Said, mark: str) -> None:
        """Keep the lines of help in a cell, and what is hidden in it beside a ``mark`` of ours."""
        if lines := (*said.helped, *([said.hidden] if said.hidden not in {"", mark} else [])):
            self.helped[number, column] = lines

    def _put(self, number: int, column: int, said: Said) -> None:
        text = said.text()
        if len(text) > LIMITS.text:
            self._refuse(number, (column,), Problem("IO312", {"limit": LIMITS.text}))
        elif text:
            self.cells[number, column] = Cell(number, column, "text", text, struck=said.is_struck, unseen=said.is_white)

    def _refuse(self, number: int, columns: Sequence[int], problem: Problem) -> None:
        for column in columns:
            self.found.add(problem.code, self.name, cell_name(number, column), **problem.values, label=self._label(number))
        self._spoil(number, columns)

    def _label(self, number: int) -> str:
        """Return what is printed of the question in a row: in Word people look for it rather than count rows."""
        column = next((each for each, mark in self.marks.items() if mark == LABEL), 0)
        cells = self.table.rows[number - 1].cells if number <= len(self.table.rows) else ()
        text = cells[column - 1].said.shown if 0 < column <= len(cells) else ""
        return shown(text.rstrip(" *\N{NO-BREAK SPACE}")) or "–"

    def _spoil(self, number: int, columns: Sequence[int]) -> None:
        for column in columns:
            self.cells[number, column] = Cell(number, column, "unreadable", "")


def _problems(said: Said) -> Iterator[Problem]:
    """Yield what keeps an answer from being read in one way."""
    if said.has_changes:
        yield Problem("IO151", {"accepted": said.shown, "rejected": said.before})
    if said.hidden:
        yield Problem("IO152", {"read": said.hidden})
    for each in said.problems:
        yield each if "read" in each.values else Problem(each.code, {**each.values, "read": shown(said.shown)})


def _columns(row: WordRow, head: WordRow | None) -> Iterator[tuple[int, int]]:
    """Yield for each cell from which to which cell of the head it goes; 0 where their borders are not the same."""
    heads = head.cells if head is not None else ()
    starts = {each.first: number for number, each in enumerate(heads, 1)}
    ends = {each.last: number for number, each in enumerate(heads, 1)}
    for each in row.cells:
        yield starts.get(each.first, 0), ends.get(each.last, 0)


def _merged_down(rows: Sequence[WordRow], column: int) -> Iterator[tuple[int, int]]:
    """Yield from which to which row cells of a column are merged."""
    first = 0
    for number, row in enumerate((*rows, WordRow(())), 1):
        cell: WordCell | None = row.cells[column - 1] if column <= len(row.cells) else None
        if cell is not None and cell.goes_on:
            continue
        if first and number - 1 > first:
            yield first, number - 1
        first = number if cell is not None and cell.begins else 0
