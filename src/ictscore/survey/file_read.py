"""One survey file read by itself: what its forms and tables say, and everything found on the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ictscore.errors import FileRefused
from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.survey.book_read import read_book
from ictscore.survey.drafts import Draft
from ictscore.survey.layout import LIVE_KIND
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.options import ReadOptions
from ictscore.survey.sheets.cells import Workbook
from ictscore.survey.sheets.inputs import InputFile, changed_since_read, read_input
from ictscore.survey.sheets.opening import open_survey_file
from ictscore.survey.stamp_read import Stamp, check_stamp, read_stamp
from ictscore.survey.submission import InputRecord

_STALE_FORMULAS = "IO214"
"""A form of ours counts what is still blank by a formula; that nobody calculated it changes no answer.
What was calculated again is not stale."""


_CLOSED = frozenset({"IO103", "IO104"})
"""What is said of a file that is there and cannot be opened, or is too large to be."""
_OF_FORMULAS = frozenset({"IO250", "IO251"})
"""What is said of single formulas; those of our own forms that are no answers change nothing."""


@dataclass(frozen=True, slots=True)
class FileRead:
    """What one file gave: its record and stamp, its entries, and what was found; no notes and ``refused`` where it cannot be read."""

    record: InputRecord | None = None
    stamp: Stamp = Stamp()
    drafts: tuple[Draft, ...] = ()
    notes: Notes | None = None
    refused: tuple[Finding, ...] = ()
    is_closed: bool = False
    """Whether the file is there, and not a byte of it could be read."""


class FileReader:
    """Reads files by one rulebook, one after the other; nothing is remembered from one to the next."""

    def __init__(self, vocabulary: Vocabulary, rulebook_hash: str, options: ReadOptions) -> None:
        """Read by the names of one rulebook."""
        self._vocabulary, self._hash, self._options = vocabulary, rulebook_hash, options

    def read(self, path: Path) -> FileRead:
        """Return what the file at ``path`` holds."""
        try:
            file = self._named(read_input(path))
        except FileRefused as refusal:
            return FileRead(refused=tuple(refusal.findings), is_closed=any(each.code in _CLOSED for each in refusal.findings))
        record = InputRecord(file.name, file.sha256, file.size)
        try:
            book = open_survey_file(file, password_from=self._options.password_from)
            stamp = replace(read_stamp(book), file_hash=file.sha256)
        except FileRefused as refusal:
            return FileRead(record, refused=tuple(refusal.findings))
        notes = Notes()
        stamp = check_stamp(stamp, self._vocabulary.rulebook, self._hash, notes)
        drafts, calculated = self._read_book(book, stamp, notes)
        own_formulas_only = stamp.kind in {"form", LIVE_KIND} and not any(draft.uses_formulas for draft in drafts)
        found = [each for each in book.findings if not ((own_formulas_only or calculated) and each.code == _STALE_FORMULAS)]
        notes.take(_of_answers(found, drafts) if stamp.kind == "form" else found)
        notes.take(changed_since_read(file))
        return FileRead(record, stamp, tuple(drafts), notes)

    def _named(self, file: InputFile) -> InputFile:
        """Return a file under the name it is to be called by."""
        name = self._options.names.get(str(file.path))
        return file if name is None else replace(file, name=name)

    def _read_book(self, book: Workbook, stamp: Stamp, notes: Notes) -> tuple[list[Draft], bool]:
        """Return what a file says, and whether its formulas were calculated again, as they are where that is asked for."""
        if not self._options.recalculate:
            return self._drafts(book, stamp, notes), False
        from ictscore.survey.recalculated import read_recalculated  # noqa: PLC0415 - few runs ask for it

        return read_recalculated(book, lambda each, found: self._drafts(each, stamp, found), self._vocabulary, notes)

    def _drafts(self, book: Workbook, stamp: Stamp, notes: Notes) -> list[Draft]:
        """Return what a file says: by the mapping where there is one, unless the file is a form or table of ours."""
        if self._options.mapping is None or stamp.rulebook:
            return read_book(book, stamp, self._vocabulary, notes, self._options)
        from ictscore.survey.exports.export import read_export  # noqa: PLC0415 - few surveys have exports

        return read_export(book, stamp, self._vocabulary, notes, self._options)


def _of_answers(found: Sequence[Finding], drafts: Sequence[Draft]) -> list[Finding]:
    """Return what was found in a form of ours without what concerns formulas that are no answers: points, and what is still missing."""
    answers = {(place.sheet, place.cell) for draft in drafts for place in _places(draft)}
    return [each for each in found if each.code not in _OF_FORMULAS or (each.place.sheet, each.place.cell) in answers]


def _places(draft: Draft) -> Iterator[Place]:
    for stages in (draft.answers, draft.points):
        for by_id in stages.values():
            yield from (each.place for each in by_id.values())
