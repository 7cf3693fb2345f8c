"""How a sheet is laid out, found by its hidden marks, else by the row of headers that people wrote."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from ictscore.rulebook.procedure import STAGES, StageId
from ictscore.survey.layout import EVIDENCE, ID, LABEL, MEASURE, NOTE, NUMBER, UNIT
from ictscore.survey.lines import Line, Lines, text_of
from ictscore.survey.sheets.cells import Sheet
from ictscore.survey.stamp_read import Stamp
from ictscore.survey.unit_names import fold_name
from ictscore.survey.vocabulary import Meaning, Vocabulary

_ROWS_LOOKED_AT = 100
_OUR_OTHER_MARKS = frozenset({ID, NUMBER, LABEL, MEASURE, EVIDENCE, NOTE})
_NOT_ANSWERS = frozenset({"stt", "tt", "số tt", "số thứ tự", "no", "#", "ghi chú", "note", "notes", "email", "điện thoại", "người điền"})


@dataclass(frozen=True, slots=True)
class FoundLayout:
    """What the columns of a sheet hold. ``row`` has the marks or headers; ``first`` is the first row that may hold a unit.

    ``header`` is the row of a marked table where its columns are named for people (0: none), ``unmarked`` are columns known only by it.

    ``columns`` are a table's; ``stages`` and ``ids`` are a form's columns of answers by stage, and that of the rows' ids;
    ``others`` are its further columns by their marks.
    """

    kind: Literal["form", "table"]
    row: int
    first: int
    columns: dict[int, Meaning]
    unknown: dict[int, str]
    stages: dict[int, StageId]
    ids: int = 0
    twice: tuple[tuple[int, int], ...] = ()
    header: int = 0
    unmarked: frozenset[int] = frozenset()
    others: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FoundSheet:
    """A sheet with its rows and its layout, ready to be read; ``from_csv`` says that its cells were never anything but texts."""

    sheet: Sheet
    lines: Lines
    layout: FoundLayout
    stamp: Stamp
    from_csv: bool


def find_layout(lines: Lines, vocabulary: Vocabulary) -> FoundLayout | None:
    """Return how a sheet is laid out, or None when it holds neither a form nor a table."""
    marked = {row: line for row, line in lines.items() if any(cell.text.startswith("#") and cell.kind == "text" for cell in line.values())}
    for row, line in marked.items():
        form = _form(row, line)
        if form is not None:
            return form
    for row, line in marked.items():
        if any(text_of(cell) == UNIT for cell in line.values()):
            return _marked_table(row, lines, vocabulary)
    return _table_by_headers(lines, vocabulary)


def _form(row: int, line: Line) -> FoundLayout | None:
    texts = {column: text_of(cell) for column, cell in line.items()}
    ids = next((column for column, text in texts.items() if text == ID), 0)
    stages = {column: stage for column, text in texts.items() for stage in STAGES if text == f"#{stage}"}
    others = {text: column for column, text in texts.items() if text in _OUR_OTHER_MARKS}
    return FoundLayout("form", row, row + 1, {}, {}, stages, ids, others=others) if ids and stages else None


def _marked_table(row: int, lines: Lines, vocabulary: Vocabulary) -> FoundLayout:
    texts = {column: text for column, cell in lines[row].items() if (text := text_of(cell))}
    meanings = {column: vocabulary.meaning(text) for column, text in texts.items()}
    unknown = {column: text for column, text in texts.items() if meanings[column] is None and text not in _OUR_OTHER_MARKS}
    marked = {column: meaning for column, meaning in meanings.items() if meaning is not None}
    header = _header_below(row, lines, marked, vocabulary)
    unmarked = _unmarked(lines[header], {*texts}, marked, vocabulary) if header else {}
    if header:
        unknown |= _unknown_headers(lines[header], {*texts, *unmarked})
    columns, twice = _once(marked | unmarked)
    first = (header or row) + 1
    return FoundLayout("table", row, first, columns, unknown, {}, twice=twice, header=header, unmarked=frozenset(unmarked))


def _header_below(row: int, lines: Lines, columns: dict[int, Meaning], vocabulary: Vocabulary) -> int:
    """Return the row below the marks that names the columns for people: the first that repeats them, else has other questions; or 0."""
    below = list(islice(_below(lines, row), _ROWS_LOOKED_AT))
    same = next((other for other in below if is_header(lines[other], columns, vocabulary)), 0)
    return same or next((other for other in below if _names_questions(lines[other], vocabulary)), 0)


def _names_questions(line: Line, vocabulary: Vocabulary) -> bool:
    found = (vocabulary.printed(cell.text) for cell in line.values() if cell.kind == "text")
    return sum(1 for meanings in found if any(each.kind in ("answer", "points") for each in meanings)) > 1


def _unmarked(line: Line, marked: set[int], known: dict[int, Meaning], vocabulary: Vocabulary) -> dict[int, Meaning]:
    """Return the columns without a mark whose header says what they hold; who the unit is only where no mark says it."""
    taken = {meaning.kind for meaning in known.values()}
    spoken = {column: vocabulary.spoken(cell.text) for column, cell in line.items() if column not in marked and cell.kind == "text"}
    return {column: each for column, each in spoken.items() if each is not None and (each.kind == "answer" or each.kind not in taken)}


def _table_by_headers(lines: Lines, vocabulary: Vocabulary) -> FoundLayout | None:
    best: tuple[int, int] | None = None
    for row, line in islice(lines.items(), _ROWS_LOOKED_AT):
        found = [meaning for cell in line.values() if cell.kind == "text" and (meaning := vocabulary.spoken(cell.text))]
        if len(found) > 1 and any(each.kind in ("answer", "points") for each in found) and (best is None or len(found) > best[0]):
            best = (len(found), row)
    if best is None:
        return None
    row = best[1]
    meanings = {column: vocabulary.spoken(cell.text) for column, cell in lines[row].items()}
    columns, twice = _once({column: meaning for column, meaning in meanings.items() if meaning is not None})
    known = {column for column, meaning in meanings.items() if meaning is not None}
    return FoundLayout("table", row, row + 1, columns, _unknown_headers(lines[row], known), {}, twice=twice)


def is_header(line: Line, columns: dict[int, Meaning], vocabulary: Vocabulary) -> bool:
    """Return whether a row repeats what its columns are called."""
    same = 0
    for column, meaning in columns.items():
        cell = line.get(column)
        if cell is not None and cell.kind == "text" and cell.text:
            spoken = vocabulary.spoken(cell.text)
            label = vocabulary.question(meaning).label if meaning.kind in ("answer", "points") else ""
            if (spoken is not None and spoken[:2] == meaning[:2]) or (label and fold_name(cell.text).startswith(fold_name(label))):
                if meaning.kind == "unit":
                    return True
                same += 1
    return same > 1


def _below(lines: Lines, row: int) -> list[int]:
    return [other for other in lines if other > row]


def _unknown_headers(line: Line, known: set[int]) -> dict[int, str]:
    headers = {column: text for column, cell in line.items() if column not in known and (text := text_of(cell))}
    return {column: text for column, text in headers.items() if fold_name(text).rstrip(" .:*") not in _NOT_ANSWERS}


def _once(columns: dict[int, Meaning]) -> tuple[dict[int, Meaning], tuple[tuple[int, int], ...]]:
    """Return the columns of which each holds something else, and the pairs that hold the same."""
    first: dict[Meaning, int] = {}
    twice = []
    for column in sorted(columns):
        if columns[column] in first:
            twice.append((first[columns[column]], column))
        else:
            first[columns[column]] = column
    return {column: meaning for meaning, column in first.items()}, tuple(twice)
