"""Survey files read into a survey: every unit's answers typed by the rulebook, and everything found on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from ictscore.errors import FileRefused
from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.rulebook.model import Rulebook
from ictscore.survey.completing import complete
from ictscore.survey.consistency import check_consistency
from ictscore.survey.drafts import Draft
from ictscore.survey.forms_read import FormReader
from ictscore.survey.layout import PLAIN_NAMES, STAMP_SHEET, UNIT
from ictscore.survey.layouts_found import FoundSheet, find_layout
from ictscore.survey.lines import lines_of
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.cells import Sheet, Workbook
from ictscore.survey.sheets.inputs import changed_since_read, find_inputs, read_input
from ictscore.survey.sheets.opening import open_survey_file
from ictscore.survey.stamp_read import Stamp, check_stamp, read_stamp
from ictscore.survey.submission import InputRecord, Survey
from ictscore.survey.tables_read import TableReader
from ictscore.survey.vocabulary import Vocabulary
from ictscore.survey.who import settle

Progress = Callable[[int], None]

_STALE_FORMULAS = "IO214"
"""A form of ours counts what is still blank by a formula; that nobody calculated it changes no answer."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def read_survey(paths: Sequence[Path], rulebook: Rulebook, rulebook_hash: str, *, progress: Progress = lambda _: None) -> Survey:
    """Return what the files and folders in ``paths`` hold for ``rulebook``; ``progress`` is told of every file read.

    A file that cannot be read is a finding beside the others. Raises FileRefused when no file can be read.
    """
    inputs = find_inputs(paths)
    notes = Notes()
    notes.take(inputs.findings)
    vocabulary = Vocabulary(rulebook)
    files: list[InputRecord] = []
    drafts: list[Draft] = []
    stamps: list[Stamp] = []
    refused: list[Finding] = []
    for path in inputs.files:
        try:
            file = read_input(path)
            book = open_survey_file(file)
            stamp = read_stamp(book)
        except FileRefused as refusal:
            refused += refusal.findings
        else:
            files.append(InputRecord(file.name, file.sha256, file.size))
            stamp = check_stamp(stamp, rulebook.id, rulebook_hash, notes)
            stamps.append(stamp)
            read = _read_book(book, stamp, vocabulary, notes)
            drafts += read
            own_formulas_only = stamp.kind == "form" and not any(draft.uses_formulas for draft in read)
            notes.take(each for each in book.findings if not (own_formulas_only and each.code == _STALE_FORMULAS))
            notes.take(changed_since_read(file))
        progress(1)
    if not files:
        raise FileRefused(*refused, *inputs.findings)
    notes.take(refused)
    if not drafts:
        notes.add("SV413", Place(str(paths[0]) if len(paths) == 1 else ""))
    submissions = complete(settle(drafts, vocabulary, notes), vocabulary, notes)
    check_consistency(rulebook, submissions, notes)
    period = _period(rulebook, stamps, notes)
    return Survey(submissions, tuple(files), notes.findings(), period)


def _read_book(book: Workbook, stamp: Stamp, vocabulary: Vocabulary, notes: Notes) -> list[Draft]:
    """Return what the forms and tables of one file say."""
    drafts: list[Draft] = []
    form: Draft | None = None
    found, from_csv = False, not book.file.data.startswith(b"PK")
    passed_over: list[Sheet] = []
    for sheet in book.sheets:
        if sheet.name == STAMP_SHEET:
            continue
        lines = lines_of(sheet)
        layout = find_layout(lines, vocabulary)
        if layout is None:
            passed_over.append(sheet)
            continue
        found = True
        here = FoundSheet(sheet, lines, layout, stamp, from_csv)
        if layout.kind == "table":
            drafts += TableReader(here, vocabulary, notes).read()
            continue
        read = FormReader(here, vocabulary, notes).read(form)
        if read is not form:
            drafts.append(read)
            form = read
    if not found:
        notes.add("SV401", Place(book.file.name), unit=PLAIN_NAMES[UNIT][1], answer=next(iter(vocabulary.questions), ""))
        return drafts
    for sheet in passed_over:
        if sheet.cells and not stamp.rulebook:  # our own have a guide and lists
            notes.add("SV402", Place(sheet.file, sheet=sheet.name))
    return drafts


def _period(rulebook: Rulebook, stamps: Sequence[Stamp], notes: Notes) -> str:
    """Return the period of the survey: what the stamps say, else the only year the rulebook governs."""
    years = rulebook.rounds.years if rulebook.rounds else ()
    stamped = [each for each in stamps if each.period]
    if not stamped:
        return str(years[0]) if len(years) == 1 else ""
    period = stamped[0].period
    for each in stamped:
        if each.period != period:
            notes.add("SV507", each.place, stamped[0].place, read=each.period, expected=period)
    told = [int(year) for year in _YEAR.findall(period)]
    if years and told and not set(told) & set(years):
        notes.add("RB604", stamped[0].place, read=period, known=tuple(str(year) for year in years))
    return period
