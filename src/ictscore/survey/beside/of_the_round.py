"""What a text says of the time of its data, held against the round of one workbook: other years, parts of a year, drafts."""

from __future__ import annotations

from typing import NamedTuple

from ictscore.places import Place
from ictscore.rulebook.model import Rulebook
from ictscore.survey.beside.aside_names import folder_of, names_draft, names_kind, names_some_months, says_draft, stem_of, years_of_file
from ictscore.survey.beside.aside_years import (
    end_of_round,
    heads_data_ending_early,
    is_own,
    known_years,
    names_months,
    says_some_months,
    without_own,
    years_of_heading,
)
from ictscore.survey.carried_face import round_in
from ictscore.survey.matching.period import are_of_a_year, years_in
from ictscore.survey.noting import NamedYears, Notes
from ictscore.survey.remarks.remark import Remark, read_remark
from ictscore.survey.remarks.times import ends_early
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.stamp_read import Stamp


class _Said(NamedTuple):
    """A year that is named, where, and in which words."""

    year: int
    place: Place
    read: str


class OfTheRound:
    """The round that a workbook is of; a workbook with our stamp is of the period that the stamp names."""

    def __init__(self, rulebook: Rulebook, notes: Notes, stamp: Stamp) -> None:
        """Begin with a workbook."""
        self.rulebook, self._notes, self._is_ours = rulebook, notes, bool(stamp.rulebook)
        self._period = years_in(stamp.period)
        self.known = known_years(rulebook, stamp.period)
        self.is_a_year = are_of_a_year(rulebook)
        self._end = end_of_round(rulebook, stamp.period)
        self._first: _Said | None = None
        self._has_file = False

    def hold_year(self, years: frozenset[int], text: str, place: Place) -> None:
        """Report a text that names none of the rulebook's years, or another one than the text before; note it where nothing is known.

        What a form itself says of answers carried over is asked about elsewhere.
        """
        if not years or round_in(text):
            return
        named, read = told(years), shown(" ".join(text.split()))
        if not self.known:
            self._notes.named_years.append(NamedYears(years, read, place))
            return
        if not years & self.known:
            self._notes.add("SV483" if self._period else "SV441", place, read=read, named=named, known=told(self.known))
        elif len(years) == 1 and self._first is None:
            self._first = _Said(min(years), place, read)
        elif len(years) == 1 and self._first is not None and self._first.year not in years:
            self._tell_two(self._first, _Said(min(years), place, read))

    def _tell_two(self, first: _Said, second: _Said) -> None:
        """Report two texts of a file that name different years of the rulebook: at the second, or at the one the stamp does not name."""
        stamped = self._period
        if second.year in stamped and first.year not in stamped:
            first, second = second, first
        self._notes.add("SV442", second.place, first.place, read=second.read, named=str(second.year), other=first.year)

    def hold_months(self, text: str, place: Place, *, is_over: bool = False) -> None:
        """Report a text that says that its data are of a part of the year; ``is_over`` all answers of a form it may name only the part."""
        rulebook = self.rulebook
        is_part = says_some_months(text, rulebook.title) or self.ends_early(read_remark(text))
        if self.is_a_year and (is_part or (is_over and (names_months(text) or heads_data_ending_early(text, rulebook)))):
            self._notes.add("SV490", place, read=shown(" ".join(text.split())))

    def hold_draft(self, text: str, place: Place) -> None:
        """Report a text that says that all this is a draft, unless it is a name in the rulebook."""
        if says_draft(text) and not is_own(text, self.rulebook):
            self._notes.add("SV533", place, read=shown(" ".join(text.split())))

    def hold_other_round(self, years: frozenset[int], text: str, place: Place) -> None:
        """Warn of years far from the round: a form is of its own year, and signed and sent in it or in the one after."""
        if years and self.known and not years & {*self.known, max(self.known) + 1}:
            self._notes.add("SV534", place, read=shown(" ".join(text.split())), named=told(years), known=told(self.known))

    def hold_said(self, remark: Remark, text: str, place: Place) -> None:
        """Report a remark that its figures are of another year or of the one before."""
        if remark.years and not remark.years & self.known:
            self.hold_year(remark.years, text, place)
        elif remark.of_year_before:
            self._notes.add("SV496" if self.known else "SV547", place, read=shown(" ".join(text.split())), known=told(self.known))

    def hold_file(self, file: str) -> None:
        """Warn once of a file whose name says that it is of another round, of a part of the year, or a draft."""
        if self._has_file:
            return
        self._has_file, place, name = True, Place(file), file.replace("\\", "/").rsplit("/", 1)[-1]
        years = years_of_file(file)
        if years and not self.known:
            self._notes.file_years.append(NamedYears(years, shown(name), place))
        self._hold_name(stem_of(file), name, years, place)
        if folder := folder_of(file):
            self._hold_name(folder, folder, years_of_file(f"{folder}.xlsx"), place)

    def _hold_name(self, name: str, read: str, years: frozenset[int], place: Place) -> None:
        """Warn of the name of a file, or of the folder it lies in; ``years`` are those it names."""
        self.hold_other_round(years, read, place)
        if self.is_a_year and names_some_months(name):
            self._notes.add("SV535", place, read=shown(read))
        if code := "SV533" if names_draft(name) else "SV615" if names_kind(name) else "":
            self._notes.add(code, place, read=shown(read))

    def ends_early(self, remark: Remark) -> bool:
        """Return whether a text says that its data were counted up to a day long before the end of the round."""
        until = remark.until
        is_ours = until is not None and (not remark.names_year_of_day or not self.known or until.year in self.known)
        return until is not None and is_ours and self._end is not None and ends_early(until, self._end)

    def without_own(self, text: str) -> str:
        """Return a text of a workbook of ours without what the rulebook itself says in it."""
        return without_own(text, self.rulebook) if self._is_ours and years_of_heading(text) else text


def told(years: frozenset[int]) -> str:
    """Return years as they are named in a message."""
    return ", ".join(map(str, sorted(years)))
