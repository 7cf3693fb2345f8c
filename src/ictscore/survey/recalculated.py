"""Formulas calculated again: what is stored in answer cells is held against what LibreOffice makes of the same formulas."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from ictscore.errors import FileRefused
from ictscore.expr.values import Value
from ictscore.places import Place
from ictscore.survey.drafts import Draft
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.cells import Cell, Sheet, Workbook
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.inputs import InputFile
from ictscore.survey.sheets.office import OfficeFailed, find_office, recalculate
from ictscore.survey.sheets.opening import open_survey_file
from ictscore.survey.submission import Answer
from ictscore.survey.typed.text_numbers import brief, stored_number
from ictscore.words import N_, Phrase, phrase

ReadBook = Callable[[Workbook, Notes], list[Draft]]
Formulas = dict[tuple[str, int, int], Cell]

_NOISE = Fraction(1, 10**12)
"""Two programs that add in another order differ in the last binary places; that changes no answer people gave."""
_SUFFIXES = frozenset((".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods"))


class _Given(NamedTuple):
    """An answer with its question’s id and label."""

    id: str
    label: str
    answer: Answer


def read_recalculated(book: Workbook, read: ReadBook, vocabulary: Vocabulary, notes: Notes) -> tuple[list[Draft], bool]:
    """Return what ``read`` makes of a workbook, and whether its formulas could be calculated again.

    Formulas without a value get one; answers that calculating again would change are reported.
    """
    formulas = _formulas(book)
    fresh = _fresh_values(book, notes) if formulas else None
    if fresh is None:
        return read(book, notes), False
    without = {at for at, cell in formulas.items() if cell.kind == "formula_without_value"}
    drafts = read(_with_values(book, {at: cell for at, cell in fresh.items() if at in without}), notes)
    again = read(_with_values(book, {at: cell for at, cell in fresh.items() if at in formulas}), Notes())
    stored, calculated = _given(drafts, vocabulary), _given(again, vocabulary)
    for at, cell in formulas.items():
        place = Place(book.file.name, sheet=at[0], cell=cell.address)
        before, now = stored.get(place), calculated.get(place)
        asked = before or now
        if asked is None:
            continue
        told = {"answer": asked.id, "label": asked.label, "fresh": _told(fresh.get(at))}
        if at in without:
            notes.add("SV281", place, **told)
        elif not _same(_value(before), _value(now)):
            notes.add("SV280", place, stored=_told(cell), **told)
    return drafts, True


def _same(stored: Value | None, fresh: Value | None) -> bool:
    if isinstance(stored, Fraction) and isinstance(fresh, Fraction):
        return abs(stored - fresh) <= _NOISE * max(abs(stored), abs(fresh))
    return stored == fresh


def _value(given: _Given | None) -> Value | None:
    return given.answer.value if given is not None else None


def _told(cell: Cell | None) -> Phrase | Fraction | str:
    """Return what a cell holds, for a message."""
    if cell is None or cell.kind == "formula_without_value" or not cell.text:
        return phrase(N_("nothing"))
    if cell.kind == "number":
        return brief(stored_number(cell.text))
    if cell.kind == "yes_no":
        return "TRUE" if cell.text == "1" else "FALSE"
    return f"“{shown(cell.text)}”" if cell.kind == "text" else shown(cell.text)


def _fresh_values(book: Workbook, notes: Notes) -> Formulas | None:
    """Return the cells of a workbook’s formulas calculated again, or None with a finding that says why there are none."""
    file = book.file
    office, suffix = find_office(), file.path.suffix.lower()
    if office is None:
        notes.add("SV282", Place(file.name))
        return None
    try:
        data = recalculate(office, file.data, suffix if suffix in _SUFFIXES else ".xlsx")
        made = InputFile(file.path.with_suffix(".xlsx"), file.name, data, hashlib.sha256(data).hexdigest(), len(data))
        return _cells(open_survey_file(made))
    except OfficeFailed as problem:
        notes.add("SV283", Place(file.name), reason=problem.reason)
    except FileRefused:
        notes.add("SV283", Place(file.name), reason=phrase(N_("what LibreOffice wrote cannot be read")))
    return None


def _cells(book: Workbook) -> Formulas:
    return {(sheet.name, *at): cell for sheet in book.sheets for at, cell in sheet.cells.items()}


def _formulas(book: Workbook) -> Formulas:
    return {at: cell for at, cell in _cells(book).items() if cell.is_formula}


def _with_values(book: Workbook, values: Mapping[tuple[str, int, int], Cell]) -> Workbook:
    """Return a workbook with other values in some of its cells; how they are shown stays."""
    return replace(book, sheets=tuple(_sheet_with(sheet, values) for sheet in book.sheets))


def _sheet_with(sheet: Sheet, values: Mapping[tuple[str, int, int], Cell]) -> Sheet:
    cells = dict(sheet.cells)
    for at, cell in sheet.cells.items():
        if (new := values.get((sheet.name, *at))) is not None:
            cells[at] = cell._replace(kind=new.kind, text=new.text)
    return replace(sheet, cells=cells)


def _given(drafts: Iterable[Draft], vocabulary: Vocabulary) -> dict[Place, _Given]:
    """Return what was read as answers and points, by place."""
    return {each.answer.place: each for draft in drafts for each in _answers(draft, vocabulary)}


def _answers(draft: Draft, vocabulary: Vocabulary) -> Iterator[_Given]:
    for stages, questions in ((draft.answers, vocabulary.questions), (draft.points, vocabulary.points)):
        for by_id in stages.values():
            for name, answer in by_id.items():
                yield _Given(questions[name].id, questions[name].label, answer)
