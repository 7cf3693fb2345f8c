"""What is said beside the answers of one workbook, held against the rulebook: other measures, other years, several years."""

from __future__ import annotations

import re

from ictscore.places import Place
from ictscore.survey.aside import Aside, Read, asides
from ictscore.survey.aside_measures import against, told_in_brackets
from ictscore.survey.aside_rows import Said, comments_on_headings, said_in_rows
from ictscore.survey.aside_years import (
    are_of_a_year,
    ends_early,
    known_years,
    names_months,
    says_some_months,
    without_own,
    years_of_heading,
    years_of_remark,
    years_of_title,
)
from ictscore.survey.boxes_told import tell_boxes
from ictscore.survey.layout import LABEL, NOTE
from ictscore.survey.lines import Lines
from ictscore.survey.matching.period import years_in
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Sheet
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.stamp_read import Stamp
from ictscore.survey.vocabulary import Vocabulary

_OF_MONTHS = re.compile(r"\b(?:tháng|qu[ýí])\b")
"""A question that asks about months itself may be answered with some."""


class AsideTeller:
    """Looks at one sheet after the other; a workbook with our stamp is of the period that the stamp names."""

    def __init__(self, vocabulary: Vocabulary, notes: Notes, stamp: Stamp) -> None:
        """Begin with a workbook."""
        self._vocabulary, self._notes, self._is_ours = vocabulary, notes, bool(stamp.rulebook)
        self._period = years_in(stamp.period)
        self._known = known_years(vocabulary.rulebook, stamp.period)
        self._of_a_year = are_of_a_year(vocabulary.rulebook)
        self._first: tuple[int, Place] | None = None

    def tell(self, sheet: Sheet, lines: Lines, reads: list[Read]) -> None:
        """Report what a sheet that was read says beside its answers."""
        if not any(each.rows for each in reads):
            return
        named = years_of_heading(self._without_own(sheet.name))
        self._hold_year(named, sheet.name, Place(sheet.file, sheet=sheet.name))
        questions = tuple({each.id: each for read in reads for each in read.questions}.values())
        self._tell_names(sheet, lines, reads)
        for aside in (*asides(lines, reads), *comments_on_headings(sheet, reads)):
            place = sheet.place_at(aside.row, aside.column)
            is_over = aside.spot == "heading" and any(aside.column in each.layout.stages for each in reads)
            asked = against(told_in_brackets(aside) if is_over else aside, questions)
            if asked is not None:
                self._tell_measure(aside, asked, place)
            years = self._years(aside, reads)
            if aside.spot == "heading" and years & self._known and years - self._known:
                self._notes.add("SV449", place, read=shown(" ".join(aside.text.split())), named=_told(years), known=_told(self._known))
            else:
                self._hold_year(years, aside.text, place)
            if aside.spot in ("title", "heading") and not self._is_heading(aside):
                self._hold_months(aside.text, place, is_over=is_over)
        tell_boxes(sheet, lines, reads, self._notes)
        for said in said_in_rows(sheet, lines, reads, self._vocabulary):
            self._hold_row(said, sheet.place_at(said.aside.row, said.aside.column))

    def _hold_row(self, said: Said, place: Place) -> None:
        """Report a label, note or comment by which an answer is of another year, or counted in another measure."""
        if said.measured_otherwise():
            self._tell_measure(said.aside, said.question, place)
        if said.mark in (LABEL, NOTE) and said.question.is_number and not _OF_MONTHS.search(said.question.folded_label):
            self._hold_months(said.aside.text, place)
        years_of = {LABEL: years_of_heading, NOTE: years_of_remark}.get(said.mark)
        if years_of is None or years_of(said.aside.text) <= self._known:  # most say nothing of a year: the quick way
            return
        years = years_of(self._without_own(said.aside.text))
        if not years & self._known:
            self._hold_year(years, said.aside.text, place)

    def _tell_names(self, sheet: Sheet, lines: Lines, reads: list[Read]) -> None:
        """Report names of the sheet and of units that say that the data are of a part of the year."""
        if self._of_a_year and names_months(sheet.name):
            self._notes.add("SV490", Place(sheet.file, sheet=sheet.name), read=shown(sheet.name))
        for read in reads:
            unit = next((column for column, each in read.layout.columns.items() if each.kind == "unit"), 0)
            for row in sorted(read.rows) if unit else ():
                cell = lines[row].get(unit)
                if cell is not None:
                    self._hold_months(cell.text, sheet.place(cell))

    def _hold_months(self, text: str, place: Place, *, is_over: bool = False) -> None:
        """Report a text that says that its data are of a part of the year; ``is_over`` all answers of a form it may name only the part."""
        rulebook = self._vocabulary.rulebook
        is_part = says_some_months(text, rulebook.title) or (is_over and (names_months(text) or ends_early(text, rulebook)))
        if self._of_a_year and is_part:
            self._notes.add("SV490", place, read=shown(" ".join(text.split())))

    def _tell_measure(self, aside: Aside, asked: Question, place: Place) -> None:
        read = shown(" ".join(aside.text.split()))
        self._notes.add("SV440", place, read=read, label=asked.label, measure=asked.printed_measure, answer=asked.id)

    def _is_heading(self, aside: Aside) -> bool:
        return self._vocabulary.heading(aside.text) is not None

    def _years(self, aside: Aside, reads: list[Read]) -> frozenset[int]:
        if aside.spot == "row" or self._is_heading(aside):
            return frozenset()
        text = self._without_own(aside.text)
        if aside.spot == "title" and not self._stands_over(aside, reads):
            return years_of_title(text, self._vocabulary.rulebook)
        held = any(aside.column in {*each.by_column, *each.layout.stages} for each in reads)
        heads = aside.spot == "heading" or self._stands_over(aside, reads)
        return years_of_heading(text) if held and heads else frozenset()

    def _without_own(self, text: str) -> str:
        """Return a text of a workbook of ours without what the rulebook itself says in it."""
        return without_own(text, self._vocabulary.rulebook) if self._is_ours and years_of_heading(text) else text

    def _stands_over(self, aside: Aside, reads: list[Read]) -> bool:
        """Return whether a text stands right above the header, over a column of answers."""
        return any(aside.row == each.layout.row - 1 and aside.column in each.by_column for each in reads)

    def _hold_year(self, years: frozenset[int], text: str, place: Place) -> None:
        """Report a text that names none of the rulebook's years, or another one than the text before."""
        if not years or not self._known:
            return
        named = _told(years)
        read = shown(" ".join(text.split()))
        if not years & self._known:
            self._notes.add("SV483" if self._period else "SV441", place, read=read, named=named, known=_told(self._known))
        elif len(years) == 1 and self._first is None:
            self._first = (min(years), place)
        elif len(years) == 1 and self._first is not None and self._first[0] not in years:
            self._notes.add("SV442", place, self._first[1], read=read, named=named, other=self._first[0])


def _told(years: frozenset[int]) -> str:
    return ", ".join(map(str, sorted(years)))
