"""The evidence that forms name, held against the files of a folder: what was found, and what is to be said of it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ictscore.places import Place
from ictscore.survey.evidence.cell_words import said_in
from ictscore.survey.evidence.lookup import Fit, Lookup
from ictscore.survey.evidence.owners import Owners
from ictscore.survey.evidence.records import EvidenceCell, EvidenceRead, Listing, Named
from ictscore.survey.layout import POINTS_PREFIX
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.matching.matcher import Matcher
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.submission import Submission
from ictscore.words import N_, Phrase, phrase

_MOST_NAMES = 5


def check_evidence(
    submissions: Sequence[Submission], listing: Listing, vocabulary: Vocabulary, notes: Notes, matcher: Matcher | None = None
) -> tuple[tuple[Submission, ...], EvidenceRead]:
    """Return the submissions with what became of every name in their cells of evidence, and which files are named by whom."""
    checker = _Checker(submissions, listing, vocabulary, notes, matcher)
    checked = tuple(replace(each, evidence=checker.unit(each)) for each in submissions)
    if submissions and not any(each.evidence for each in submissions):
        notes.add("SV470", Place(listing.folder))
    checker.tell_files()
    return checked, EvidenceRead(listing, {name: tuple(units) for name, units in checker.named_by.items()})


class _Checker:
    """Looks up what one unit after the other names."""

    def __init__(
        self, submissions: Sequence[Submission], listing: Listing, vocabulary: Vocabulary, notes: Notes, matcher: Matcher | None
    ) -> None:
        self._listing, self._vocabulary, self._notes = listing, vocabulary, notes
        self._owner_of = Owners(submissions, matcher).of
        self._lookup = Lookup(listing, self._owner_of)
        self._sizes = {each.name: each.size for each in listing.files}
        self.named_by: dict[str, dict[str, None]] = {}

    def unit(self, submission: Submission) -> Mapping[str, EvidenceCell]:
        """Return the unit's cells of evidence with what became of each name."""
        return {key: replace(cell, named=self._cell(submission, key, cell)) for key, cell in submission.evidence.items()}

    def _cell(self, submission: Submission, key: str, cell: EvidenceCell) -> tuple[Named, ...]:
        unit = submission.who
        said = said_in(cell.text, lambda text: self._lookup.look(text, unit) is not None)
        named = []
        for each in said:
            if each.kind == "name":
                named.append(self._name(submission, key, cell.place, each.text))
            else:
                named.append(Named("link" if each.kind == "link" else "in_words", each.text))
        return tuple(named)

    def _name(self, submission: Submission, key: str, place: Place, text: str) -> Named:
        told = {"label": self._label(key), "answer": key.removeprefix(POINTS_PREFIX), "read": shown(text)}
        fit = self._lookup.look(text, submission.who)
        if fit is None:
            nearest = self._instead(text, submission)
            self._notes.add("SV462", place, folder=self._listing.folder, nearest=nearest, **told)
            return Named("not_found", text)
        files = tuple(file for thing in fit.things for file in thing.files)
        if len(fit.things) > 1:
            self._notes.add("SV461", place, files=_listed([each.path for each in fit.things]), **told)
        elif not fit.as_typed:
            self._notes.add("SV460", place, files=_taken_for(fit), **told)
        for file in files:
            self.named_by.setdefault(file, {})[submission.unit] = None
        if len(fit.things) > 1:
            return Named("asked", text, files)
        empty = [file for file in files if not self._sizes[file]]
        if empty:
            self._notes.add("SV463", place, files=_listed(empty), **told)
        return Named("empty" if empty else "found", text, files)

    def _instead(self, text: str, submission: Submission) -> Phrase | str:
        """Return a half-sentence: what may be meant, or that the name is known from another unit's folder."""
        if near := self._lookup.nearest(text, submission.who):
            return phrase(N_("; near it: {files}"), files=_quoted(near))
        if others := self._lookup.elsewhere(text):
            return phrase(N_("; {files} lies in another unit’s folder"), files=_quoted(others[:1]))
        return ""

    def _label(self, key: str) -> str:
        if key.startswith(POINTS_PREFIX):
            return self._vocabulary.points[key.removeprefix(POINTS_PREFIX)].label
        return self._vocabulary.questions[key].label

    def tell_files(self) -> None:
        """Say which files nobody names, which several units name, and what was not looked into."""
        place = Place(self._listing.folder)
        unnamed = [each.name for each in self._listing.files if each.name not in self.named_by]
        if unnamed:
            self._notes.add("SV465", place, count=len(unnamed), files=_listed(unnamed))
        for name, units in self.named_by.items():
            owner = self._owner_of(name.rpartition("/")[0])
            if len(units) > 1 and (owner is None or not owner.is_sure):
                self._notes.add("SV466", place, file=f"“{name}”", units=_listed(units))
        if self._listing.unseen:
            self._notes.add("SV467", place, count=len(self._listing.unseen), files=_listed(self._listing.unseen))


def _taken_for(fit: Fit) -> Phrase | str:
    thing = fit.things[0]
    if thing.files == (thing.path,):
        return _quoted([thing.path])
    return phrase(N_("the folder “{folder}” (files: {count})"), folder=shown(thing.path), count=len(thing.files))


def _listed(names: Sequence[str] | Mapping[str, None]) -> Phrase | str:
    every = list(names)
    if len(every) <= _MOST_NAMES:
        return _quoted(every)
    return phrase(N_("{names} and {count} more"), names=_quoted(every[:_MOST_NAMES]), count=len(every) - _MOST_NAMES)


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f"“{shown(each)}”" for each in names)
