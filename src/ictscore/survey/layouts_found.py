"""How the forms and tables of a sheet are laid out, found by hidden marks, else by the headers that people wrote."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import islice, pairwise
from typing import Literal

from ictscore.rulebook.procedure import STAGES, StageId
from ictscore.survey.headers import Doubt, Header, HeaderFinder
from ictscore.survey.layout import EVIDENCE, ID, LABEL, MEASURE, NOTE, NUMBER, UNIT
from ictscore.survey.lines import Line, Lines, text_of
from ictscore.survey.printed_forms import PrintedForm
from ictscore.survey.sheets.cells import Sheet
from ictscore.survey.sheets.limits import LAST_COLUMN, LAST_ROW
from ictscore.survey.stamp_read import Stamp
from ictscore.survey.unit_names import fold_name
from ictscore.survey.vocabulary import Meaning, Vocabulary

_ROWS_LOOKED_AT = 100
_OUR_OTHER_MARKS = frozenset({ID, NUMBER, LABEL, MEASURE, EVIDENCE, NOTE})
_NOT_ANSWERS = frozenset(
    {"stt", "tt", "số tt", "số thứ tự", "no", "#", "ghi chú", "note", "notes", "email", "điện thoại", "người điền"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundLayout:
    """What the columns of a sheet hold. ``row`` has the marks or headers; ``first`` is the first row that may hold a unit, ``last`` the last.

    ``header`` is the row of a marked table where its columns are named for people (0: none), ``unmarked`` are columns known only by it.

    ``columns`` are a table's; ``stages`` and ``ids`` are a form's columns of answers by stage, and that of the rows' ids (0: lost);
    ``others`` are its further columns by their marks; ``printed`` is the form where it has no marks at all.

    ``taken`` are headers not worded as the rulebook words them, ``doubtful`` those that may mean something else; ``repeated`` are rows
    that say the header again, ``side`` the columns between which the table stands, ``is_further`` tells a table below or beside another.
    """

    kind: Literal["form", "table"]
    row: int
    first: int
    columns: dict[int, Meaning] = field(default_factory=dict)
    unknown: dict[int, str] = field(default_factory=dict)
    stages: dict[int, StageId] = field(default_factory=dict)
    ids: int = 0
    twice: tuple[tuple[int, int], ...] = ()
    header: int = 0
    unmarked: frozenset[int] = frozenset()
    others: dict[str, int] = field(default_factory=dict)
    printed: PrintedForm | None = None
    taken: dict[int, str] = field(default_factory=dict)
    doubtful: dict[int, Doubt] = field(default_factory=dict)
    repeated: frozenset[int] = frozenset()
    last: int = LAST_ROW
    side: tuple[int, int] = (1, LAST_COLUMN)
    is_further: bool = False


@dataclass(frozen=True, slots=True)
class FoundSheet:
    """A sheet with its rows and its layout, ready to be read; ``from_csv`` says that its cells were never anything but texts."""

    sheet: Sheet
    lines: Lines
    layout: FoundLayout
    stamp: Stamp
    from_csv: bool


def find_layouts(sheet: Sheet, lines: Lines, vocabulary: Vocabulary) -> list[FoundLayout]:
    """Return how the form or the tables of a sheet are laid out; nothing when it has neither marks nor headers."""
    marked = {row: line for row, line in lines.items() if any(cell.text.startswith("#") and cell.kind == "text" for cell in line.values())}
    for row, line in marked.items():
        form = _form(row, line)
        if form is not None:
            return [form]
    for row, line in marked.items():
        if any(text_of(cell) == UNIT and not _has_ids(column, lines, vocabulary) for column, cell in line.items()):
            return _with_further(_marked_table(row, lines, vocabulary), sheet, lines, vocabulary)
    return _tables(HeaderFinder(lines, sheet.merged, vocabulary).find())


def _has_ids(column: int, lines: Lines, vocabulary: Vocabulary) -> bool:
    """Return whether a column holds the ids of a form’s rows: those of questions stand below each other."""
    return any(text_of(line.get(column)) in vocabulary.questions for line in lines.values())


def _form(row: int, line: Line) -> FoundLayout | None:
    texts = {column: text_of(cell) for column, cell in line.items()}
    ids = next((column for column, text in texts.items() if text == ID), 0)
    stages = {column: stage for column, text in texts.items() for stage in STAGES if text == f"#{stage}"}
    others = {text: column for column, text in texts.items() if text in _OUR_OTHER_MARKS}
    known = ids or (others.get(LABEL) and others.get(NUMBER))
    return FoundLayout("form", row, row + 1, stages=stages, ids=ids, others=others) if known and stages else None


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
    return FoundLayout("table", row, first, columns, unknown, twice=twice, header=header, unmarked=frozenset(unmarked))


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


def _with_further(main: FoundLayout, sheet: Sheet, lines: Lines, vocabulary: Vocabulary) -> list[FoundLayout]:
    """Return a marked table, and the tables with other headers below it."""
    below = {row: line for row, line in lines.items() if row > max(main.row, main.header)}
    headers = [each for each in HeaderFinder(below, sheet.merged, vocabulary).find() if each.has_units()]
    same = [each for each in headers if _is_same(each.columns, main.columns)]
    repeated = frozenset(row for each in same for row in range(each.top, each.bottom + 1))
    tables = _tables([each for each in headers if each not in same])
    last = min((each.row for each in tables), default=LAST_ROW + 1) - 1
    return [replace(main, repeated=repeated, last=last), *(replace(each, is_further=True) for each in tables)]


def _tables(headers: list[Header]) -> list[FoundLayout]:
    """Return the tables of several headers: one below the other, or side by side."""
    sides = [(header, side) for header in headers for side in _sides(header)]
    tables: list[FoundLayout] = []
    for header, (low, high) in sides:
        columns = {column: each for column, each in header.columns.items() if low <= column <= high}
        above = next((each for each in reversed(tables) if _overlap(each, columns)), None)
        if above is not None and _is_same(columns, above.columns):
            rows = above.repeated | {*range(header.top, header.bottom + 1)}
            tables[tables.index(above)] = replace(above, repeated=rows)
            continue
        for index, each in enumerate(tables):
            if _overlap(each, columns) and each.last >= header.top:
                tables[index] = replace(each, last=header.top - 1)
        table = _table(header, columns, (low, high))
        tables.append(replace(table, is_further=bool(tables)))
    return _apart(tables)


def _table(header: Header, columns: dict[int, Meaning], side: tuple[int, int]) -> FoundLayout:
    once, twice = _once(columns)
    low, high = side
    unknown = {column: text for column, text in header.unknown.items() if low <= column <= high and _may_be_asked(text)}
    taken = {column: text for column, text in header.taken.items() if column in once}
    doubtful = {column: each for column, each in header.doubtful.items() if low <= column <= high}
    return FoundLayout(
        "table", header.top, header.bottom + 1, once, unknown, twice=twice, taken=taken, doubtful=doubtful, side=side
    )  # fmt: skip


def _sides(header: Header) -> list[tuple[int, int]]:
    """Return between which columns the tables of one header stand: one for each column of units that has answers beside it."""
    units = sorted(column for column, meaning in header.columns.items() if meaning.kind == "unit")
    named = header.columns.keys() | header.unknown.keys() | header.doubtful.keys()
    cuts = [1]
    for left, right in pairwise(units):
        gap = next((column for column in range(right - 1, left, -1) if column not in named), 0)
        lead = right
        while lead - 1 > left and (header.columns.get(lead - 1, Meaning("answer")).kind in ("group", "parent") or _is_lead(header, lead - 1)):
            lead -= 1
        cuts.append(gap + 1 if gap else lead)
    sides = [(low, high - 1) for low, high in pairwise([*cuts, LAST_COLUMN + 1])]
    asking = [any(low <= column <= high and each.kind in ("answer", "points") for column, each in header.columns.items()) for low, high in sides]
    return sides if all(asking) else [(1, LAST_COLUMN)]


def _is_lead(header: Header, column: int) -> bool:
    return column in header.unknown and not _may_be_asked(header.unknown[column])


def _overlap(table: FoundLayout, columns: dict[int, Meaning]) -> bool:
    """Return whether a header with these columns stands below a table, and not beside it."""
    mine = table.columns.keys()
    return min(mine) <= max(columns) and min(columns) <= max(mine)


def _apart(tables: list[FoundLayout]) -> list[FoundLayout]:
    """Return tables of which those that stand beside each other under different headers end where the next one begins."""
    sides = [each.side for each in tables]
    for left, one in enumerate(tables):
        for right, other in enumerate(tables):
            if max(one.columns) < min(other.columns) and sides[left][1] >= sides[right][0]:
                cut = max([*one.columns, *(column for column in one.unknown if column < min(other.columns))])
                sides[left], sides[right] = (sides[left][0], min(sides[left][1], cut)), (max(sides[right][0], cut + 1), sides[right][1])
    return [replace(each, side=side) for each, side in zip(tables, sides, strict=True)]


def _is_same(columns: dict[int, Meaning], known: dict[int, Meaning]) -> bool:
    """Return whether a header says of every column what another one said of it; headers do not tell stages of points."""
    return columns.keys() == known.keys() and all(known[column][:2] == meaning[:2] for column, meaning in columns.items())


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
    return {column: text for column, text in headers.items() if _may_be_asked(text)}


def _may_be_asked(text: str) -> bool:
    """Return whether an unknown header may stand over answers: not over running numbers or remarks."""
    return fold_name(text).rstrip(" .:*") not in _NOT_ANSWERS


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
