"""How the forms and tables of a sheet are laid out, found by hidden marks, else by the headers that people wrote."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from ictscore.rulebook.procedure import STAGES
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import EVIDENCE, ID, LABEL, MEASURE, NOTE, NUMBER, UNIT
from ictscore.survey.layouts.found import FoundLayout
from ictscore.survey.layouts.headers import HeaderFinder
from ictscore.survey.layouts.lines import Line, Lines, text_of
from ictscore.survey.layouts.tables_found import may_be_asked, once, tables_of
from ictscore.survey.layouts.vocabulary import Meaning, Vocabulary
from ictscore.survey.sheets.cells import Sheet

_ROWS_LOOKED_AT = 100
_OUR_OTHER_MARKS = frozenset({ID, NUMBER, LABEL, MEASURE, EVIDENCE, NOTE})


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
    return tables_of(HeaderFinder(lines, sheet.merged, vocabulary).find())


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
    columns, twice = once(marked | unmarked)
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
    same = [each for each in headers if _says_the_same(lines, each.bottom, main)]
    repeated = frozenset(row for each in same for row in range(each.top, each.bottom + 1))
    return tables_of([each for each in headers if each not in same], replace(main, repeated=repeated))


def _says_the_same(lines: Lines, row: int, main: FoundLayout) -> bool:
    """Return whether a row has the texts of a marked table’s own header."""
    said, own = lines[row], lines.get(main.header, {})
    return all(fold_name(text_of(said.get(column))) == fold_name(text_of(own.get(column))) for column in main.columns)


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
    return {column: text for column, text in headers.items() if may_be_asked(text)}


def is_headed(layout: FoundLayout, lines: Lines) -> bool:
    """Return whether a table was found by the headers that people wrote, and not by marks."""
    return layout.kind == "table" and not any(cell.text.startswith("#") for cell in lines[layout.row].values())
