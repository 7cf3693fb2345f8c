"""A results workbook read back by its hidden stamp and marks, whatever language it speaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from ictscore.exact import NotANumber, from_stored
from ictscore.reports.read_results import ReadGroup, ReadResults, ReadUnit, no_results
from ictscore.reports.workbook.stamp import KIND, MATRIX_KEY, RANKING_KEY
from ictscore.scoring.ranking import Key
from ictscore.survey.layout import PARENT, STAMP_SHEET, UNIT
from ictscore.survey.sheets.cells import Cell, Sheet, Workbook
from ictscore.survey.sheets.limits import MEGABYTE, Limits
from ictscore.words import phrase

Row = Mapping[str, Cell]

RESULT_LIMITS = Limits(
    file_bytes=500 * MEGABYTE,
    part_bytes=1000 * MEGABYTE,
    all_bytes=2000 * MEGABYTE,
    rows=1_048_576,
    cells=20_000_000,
    values=20_000_000,
    strings=5_000_000,
    elements=20_000_000,
)
"""A result holds every point of every unit, and a page of words about it: far more than any survey."""


def stamp_of(book: Workbook) -> dict[str, str]:
    """Return the keys and values of the hidden sheet; nothing when there is none."""
    sheet = next((each for each in book.sheets if each.name == STAMP_SHEET), None)
    values: dict[str, str] = {}
    for row, cells in sheet.rows() if sheet is not None else ():
        value = sheet.cells.get((row, 2)) if sheet is not None else None
        values[cells[0].text] = value.text if value is not None else ""
    return values


def is_results(book: Workbook) -> bool:
    """Return whether a workbook says that it holds results."""
    return stamp_of(book).get("kind") == KIND


def read_results_workbook(book: Workbook) -> ReadResults:
    """Return the result in a workbook. Raises FileRefused when it is none, or when a mark or a number is gone."""
    stamp = stamp_of(book)
    if stamp.get("kind") != KIND:
        raise no_results(book.file.name, phrase("it does not say that it holds results"))
    try:
        return _results(book, stamp)
    except (KeyError, ValueError) as error:
        problem = phrase("something is missing or is not what it should be ({problem})", problem=repr(error))
        raise no_results(book.file.name, problem) from None


def _results(book: Workbook, stamp: Mapping[str, str]) -> ReadResults:
    sheets = {each.name: each for each in book.sheets}
    groups = [key.removeprefix(RANKING_KEY) for key in stamp if key.startswith(RANKING_KEY)]
    read = [_group(each, stamp, sheets[stamp[RANKING_KEY + each]], sheets[stamp[MATRIX_KEY + each]]) for each in groups]
    return ReadResults(
        file=book.file.name,
        rulebook=stamp["rulebook"],
        hash=stamp["hash"],
        stage=stamp["stage"],
        provisional=stamp["provisional"] == "yes",
        on=stamp["on"],
        style=stamp["style"],
        unranked_units=stamp["unranked_units"],
        groups=tuple(read),
    )


def _group(identifier: str, stamp: Mapping[str, str], ranking: Sheet, matrix: Sheet) -> ReadGroup:
    points = {row[UNIT].text: _numbers(row, "criterion:") for row in marked_rows(matrix)}
    units = tuple(_unit(row, points[row[UNIT].text]) for row in marked_rows(ranking))
    return ReadGroup(identifier, stamp[f"name:{identifier}"], stamp[f"within:{identifier}"] == "parent", units)


def marked_rows(sheet: Sheet) -> Iterator[Row]:
    """Yield the rows below the marks that name a unit, as cells by mark; the first of them are headings without numbers."""
    marks: dict[int, str] = {}
    for _, cells in sheet.rows():
        if not marks:
            if any(cell.text == UNIT for cell in cells):
                marks = {cell.column: cell.text for cell in cells}
            continue
        row = {marks[cell.column]: cell for cell in cells if cell.column in marks}
        if UNIT in row and any(cell.kind == "number" for cell in row.values()):
            yield row


def _unit(row: Row, criteria: Mapping[str, Fraction]) -> ReadUnit:
    rank = row["#rank"]
    return ReadUnit(
        unit=row[UNIT].text,
        parent=_text(row, PARENT) or None,
        rank=int(_number(rank)) if rank.kind == "number" else None,
        tied=_text(row, "#tied") == "yes",
        ranked=_text(row, "#ranked") == "yes",
        total=_number(row["#total"]),
        exact=Fraction(row["#exact"].text),
        max_points=_number(row["#max_points"]),
        percent=_number(row["#percent"]),
        grade=_text(row, "#grade") or None,
        awards=tuple(each for each in _text(row, "#awards").split(";") if each),
        award_text=_text(row, "#award_names"),
        sections=_numbers(row, "section:"),
        criteria=criteria,
        key=_key(row["#key"].text),
    )


def _text(row: Row, mark: str) -> str:
    return row[mark].text if mark in row else ""


def _number(cell: Cell) -> Fraction:
    if cell.kind != "number":
        raise NotANumber(cell.text)
    return from_stored(cell.text)


def _numbers(row: Row, prefix: str) -> dict[str, Fraction]:
    return {mark.removeprefix(prefix): _number(cell) for mark, cell in row.items() if mark.startswith(prefix)}


def _key(text: str) -> Key:
    return tuple((each != "-", Fraction(0) if each == "-" else Fraction(each)) for each in text.split(";"))
