"""What a check would refuse in an older form, by the rows of its answers: none of it may be carried over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ictscore.findings import Finding, errors_among
from ictscore.places import Place
from ictscore.survey.book_read import read_book
from ictscore.survey.consistency import check_consistency
from ictscore.survey.layouts.finding import find_layouts
from ictscore.survey.layouts.lines import lines_of
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.options import ReadOptions
from ictscore.survey.sheets.addresses import Range, parse_cell, parse_range
from ictscore.survey.sheets.cells import Workbook
from ictscore.survey.stamp_read import Stamp
from ictscore.survey.submission import Submission

Row = tuple[str, int]
"""A sheet’s name and a row of it."""


def row_of(place: Place) -> Row:
    """Return the row of a cell."""
    cell = parse_cell(place.cell)
    return place.sheet, cell[0] if cell is not None else 0


def errors_by_row(book: Workbook, stamp: Stamp, vocabulary: Vocabulary) -> Mapping[Row, Finding]:
    """Return the first error of each row of a form, read as a check reads it; what concerns only later stages is left out."""
    notes = Notes()
    read_book(book, stamp, vocabulary, notes, ReadOptions(stage="council"))
    later = {(sheet.name, column) for sheet in book.sheets for column in _later_columns(book, sheet.name, vocabulary)}
    found: dict[Row, Finding] = {}
    for each in errors_among(notes.findings()):
        for place, area in _areas(each):
            if area.left != area.right or (place.sheet, area.left) not in later:
                for row in range(area.top, area.bottom + 1):
                    found.setdefault((place.sheet, row), each)
    return found


def contradicting(submission: Submission, vocabulary: Vocabulary) -> Mapping[Place, Finding]:
    """Return the errors of answers that do not fit each other, by their cells."""
    notes = Notes()
    check_consistency(vocabulary.rulebook, [submission], notes)
    return {place: each for each in errors_among(notes.findings()) for place in (each.place, *each.related)}


def _areas(found: Finding) -> Iterator[tuple[Place, Range]]:
    for place in (found.place, *found.related):
        area = parse_range(place.cell)
        if area is not None:
            yield place, area


def _later_columns(book: Workbook, name: str, vocabulary: Vocabulary) -> Iterator[int]:
    sheet = next(each for each in book.sheets if each.name == name)
    for layout in find_layouts(sheet, lines_of(sheet), vocabulary):
        yield from (column for column, stage in layout.stages.items() if stage != "self")
