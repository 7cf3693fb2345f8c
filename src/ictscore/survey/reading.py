"""Survey files read into a survey: every unit's answers typed by the rulebook, and everything found on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from ictscore.errors import FileRefused
from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.rulebook.model import Rulebook
from ictscore.survey.beside.named_years import hold_named_years
from ictscore.survey.consistency import check_consistency
from ictscore.survey.copies import without_copies
from ictscore.survey.drafts import Draft
from ictscore.survey.evidence.checking import check_evidence
from ictscore.survey.file_read import FileRead
from ictscore.survey.foreign_forms import is_of_a_row
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.many_files import read_files
from ictscore.survey.matching.names import Names
from ictscore.survey.matching.period import deciding_day, years_in
from ictscore.survey.noting import Notes
from ictscore.survey.options import USUAL, ReadOptions
from ictscore.survey.reasons import ask_for_reasons
from ictscore.survey.sheets.inputs import find_inputs
from ictscore.survey.stamp_read import Stamp
from ictscore.survey.submission import InputRecord, Submission, Survey
from ictscore.survey.units.by_file_name import owners_by_name
from ictscore.survey.units.completing import complete
from ictscore.survey.units.left_told import tell_left
from ictscore.survey.units.mended import without_answered, without_mended
from ictscore.survey.units.unread import owners_of, without_unread
from ictscore.survey.units.who import settle

Progress = Callable[[int], None]


class _Read(NamedTuple):
    """What all files together gave: those that were read, those that were not, and what stands in them."""

    files: list[InputRecord]
    drafts: list[Draft]
    stamps: list[Stamp]
    refused: list[Finding]
    unread: list[InputRecord]
    closed: list[InputRecord]
    """Files that are there and could not be opened: nothing is known of them but their names."""

    def take(self, read: FileRead, notes: Notes) -> None:
        """Take what came of one file."""
        self.refused.extend(read.refused)
        if read.record is not None and read.notes is not None:
            self.files.append(read.record)
            self.stamps.append(read.stamp)
            self.drafts.extend(read.drafts)
            notes.merge(read.notes)
        elif read.record is not None:
            self.unread.append(read.record)
        elif read.is_closed:
            self.closed.extend(InputRecord(each.place.file, "", 0) for each in read.refused)


def read_survey(
    paths: Sequence[Path], rulebook: Rulebook, rulebook_hash: str, *, options: ReadOptions = USUAL, progress: Progress = lambda _: None
) -> Survey:
    """Return what the files and folders in ``paths`` hold for ``rulebook``; ``progress`` is told of every file read.

    A file that cannot be read is a finding beside the others. Raises FileRefused when no file can be read.
    """
    inputs = find_inputs(paths, Path(options.evidence.folder) if options.evidence is not None else None)
    notes = Notes()
    notes.take(inputs.findings)
    reads: list[FileRead] = []
    for read in read_files(inputs.files, rulebook, rulebook_hash, replace(options, evidence=None)):
        reads.append(read)
        progress(1)
    everything = _together(reads, notes)
    files, drafts, stamps, refused, unread, _ = everything
    if not files:
        raise FileRefused(*refused, *inputs.findings)
    notes.take(refused)
    if all(each.is_refused for each in drafts):
        notes.add("SV413", Place(str(paths[0]) if len(paths) == 1 else ""))
    vocabulary = Vocabulary(rulebook)
    if options.mapping is not None:
        notes.take(options.mapping.findings)
    period = _period(rulebook, stamps, notes)
    hold_named_years(rulebook.title, stamps, notes)
    names = _names(rulebook, options, period, notes)
    submissions, sent = _of_units(everything, vocabulary, notes, names)
    check_consistency(rulebook, submissions, notes)
    ask_for_reasons(rulebook, submissions, notes)
    _forget_rows(everything, notes)
    evidence = None
    if options.evidence is not None:
        matcher = names.matcher if names is not None else None
        submissions, evidence = check_evidence(submissions, options.evidence, vocabulary, notes, matcher)
    lists = tuple((each.name, each.sha256) for each in (options.units, options.matches) if each is not None)
    mapping = (options.mapping.name, options.mapping.sha256) if options.mapping is not None else None
    return Survey(submissions, tuple(files), notes.findings(), period, lists, tuple(unread), mapping, evidence, tuple(sent))


def _of_units(read: _Read, vocabulary: Vocabulary, notes: Notes, names: Names | None) -> tuple[tuple[Submission, ...], list[Submission]]:
    """Return what the units gave, and those that sent something of which nothing could be read."""
    left = without_mended(read.drafts, notes, names)
    sent = [*owners_by_name([*without_answered(read.unread, read.drafts, notes, names), *read.closed], names, notes)]
    entries, aside = without_unread(left)
    settled = settle(entries, vocabulary, notes, names)
    submissions = complete(settled, vocabulary, notes)
    sent += owners_of(aside, vocabulary, notes, names)
    tell_left(notes, left, settled, names, vocabulary.rulebook)
    return submissions, sent


def _together(reads: Sequence[FileRead], notes: Notes) -> _Read:
    """Return what all files gave, of those that came twice once."""
    everything = _Read([], [], [], [], [], [])
    left, copies = without_copies(reads)
    notes.take(copies)
    for each in left:
        everything.take(each, notes)
    return everything


def _forget_rows(read: _Read, notes: Notes) -> None:
    """Drop what was found in the rows of files that were made for quite another rulebook."""
    foreign = {file.name for file, stamp in zip(read.files, read.stamps, strict=True) if stamp.is_foreign}
    notes.forget(lambda each: is_of_a_row(each, foreign))


def _names(rulebook: Rulebook, options: ReadOptions, period: str, notes: Notes) -> Names | None:
    """Return what names are held against, or None where there is no list."""
    if options.units is None:
        return None
    if options.matches is not None:
        notes.take(options.matches.findings)
    return Names(options.units, rulebook.jurisdiction or "", options.matches, deciding_day(rulebook, period))


def _period(rulebook: Rulebook, stamps: Sequence[Stamp], notes: Notes) -> str:
    """Return the period of the survey: what the stamps say, else the only year the rulebook governs."""
    years = rulebook.rounds.years if rulebook.rounds else ()
    stamped = [each for each in stamps if each.period]
    if not stamped:
        return str(years[0]) if len(years) == 1 else ""
    first = _of_the_round(stamped, years)
    period = first.period
    for each in stamped:
        if each.period != period:
            notes.add("SV507", each.place, first.place, read=each.period, expected=period)
    told = years_in(period)
    if years and told and not set(told) & set(years):
        notes.add("RB604", first.place, read=period, known=tuple(str(year) for year in years))
    return period


def _of_the_round(stamped: Sequence[Stamp], years: Sequence[int]) -> Stamp:
    """Return the first stamp of the round: of the period that most files name, among those the rulebook governs where any is."""
    governed = [each for each in stamped if not years or set(years_in(each.period)) & set(years)] or stamped
    counts = Counter(each.period for each in governed)
    return max(governed, key=lambda each: counts[each.period])
