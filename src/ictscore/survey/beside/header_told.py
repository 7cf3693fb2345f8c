"""Tells of what is said above all answers, or of each unit in a column, when it is of another time than the round’s, or not yet done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ictscore.places import Place
from ictscore.rulebook.model import Rulebook
from ictscore.survey.beside.aside import Read
from ictscore.survey.beside.aside_years import end_of_round, is_own, known_years, window_of
from ictscore.survey.beside.header_lines import Said, said_above, said_of_units
from ictscore.survey.beside.header_times import Times, times_said
from ictscore.survey.beside.titles_of_money import asked_below, is_title_of_budget
from ictscore.survey.beside.unit_times import times_of_unit
from ictscore.survey.layouts.lines import Lines, spread_down
from ictscore.survey.matching.period import are_of_a_year
from ictscore.survey.noting import Notes
from ictscore.survey.remarks.times import LEFT_UNCOUNTED, NO_YEAR, ends_early
from ictscore.survey.sheets.cells import Sheet
from ictscore.survey.sheets.collecting import shown

_A_FEW = 2
"""How many years may be named where nobody knows the year of the round: more are a term, or a plan for several years."""


class HeaderTeller:
    """Looks at the sheets of one workbook, made for ``period``; ``hold_year`` reports years that are not those of the round."""

    def __init__(self, rulebook: Rulebook, period: str, notes: Notes, hold_year: Callable[[frozenset[int], str, Place], None]) -> None:
        """Begin with a workbook."""
        self._rulebook, self._notes, self._hold_year = rulebook, notes, hold_year
        self._known = known_years(rulebook, period)
        self._window, self._end = window_of(rulebook, period), end_of_round(rulebook, period)
        self._of_a_year = are_of_a_year(rulebook)

    def tell(self, sheet: Sheet, lines: Lines, reads: list[Read]) -> frozenset[tuple[int, int]]:
        """Report what is said of all answers and of each unit; return the cells of which something was told."""
        told: set[tuple[int, int]] = set()
        for said in (*said_above(lines, reads), *said_of_units(spread_down(sheet, lines), reads)):
            if told.issuperset((each.row, each.column) for each in said.cells):
                continue
            times = times_of_unit(said.text) if said.is_of_unit else times_said(said.text)
            if times is not None and times.is_planned and is_title_of_budget(said.text, asked_below(said.cells[0].row, lines, reads)):
                times = replace(times, is_planned=False)
            if times is not None and not is_own(said.text, self._rulebook) and self._tell(times, said, sheet):
                told |= {(each.row, each.column) for each in said.cells}
        return frozenset(told)

    def _tell(self, times: Times, said: Said, sheet: Sheet) -> bool:
        """Report what does not fit the round, and return whether anything was told."""
        place, text = sheet.place(said.cells[-1]), " ".join(said.text.split())
        before = self._notes.total + len(self._notes.named_years)
        is_other = bool(times.years and self._known) and not times.years & self._known
        if is_other and times.is_a_name and not said.is_of_unit:  # a title says it, elsewhere it only names a paper
            return False
        if is_other or not self._known or len(times.years) == 1:
            self._tell_years(times, text, place)
        if is_other:
            return self._notes.total > before
        known = ", ".join(map(str, sorted(self._known)))
        if times.is_over_years and self._known and times.years - self._known:
            self._notes.add("SV449", place, read=shown(text), named=", ".join(map(str, sorted(times.years))), known=known)
        elif times.is_of_before:
            self._notes.add("SV496" if self._known else "SV547", place, read=shown(text), known=known)
        elif times.is_planned:
            self._notes.add("SV580", place, read=shown(text))
        elif times.is_open:
            self._notes.add("SV605", place, read=shown(text))
        elif self._of_a_year and (times.is_part or self._leaves_out(times)):
            self._notes.add("SV604" if times.is_last else "SV490", place, read=shown(text))
        return self._notes.total + len(self._notes.named_years) > before

    def _tell_years(self, times: Times, text: str, place: Place) -> None:
        """Have years held against the round’s: a paper may be made in the year after, and a term says nothing where no year is known."""
        is_made_after = times.is_made_later and (not self._known or max(times.years, default=0) == max(self._known) + 1)
        if times.years and not is_made_after and (self._known or len(times.years) <= _A_FEW):
            self._hold_year(times.years, text, place)

    def _leaves_out(self, times: Times) -> bool:
        """Return whether data from or up to a day leave more of the round uncounted than they may."""
        if times.last is None or not (self._known or self._window):
            return False
        years = times.years & self._known or self._known
        first, last = self._window or (date(min(years), 1, 1), date(max(years), 12, 31))
        last = min(last, self._end) if self._end is not None and self._end.year == last.year else last
        if times.last.year == NO_YEAR:
            return ends_early(times.last, last)
        begins = times.first or first
        ends_in_it = times.first is not None or times.last.year in self._known
        return ends_in_it and (ends_early(times.last, last) or (begins - first).days > LEFT_UNCOUNTED)
