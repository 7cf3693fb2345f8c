"""What is said beside the answers of one workbook, held against the rulebook: other measures, other years, several years."""

from __future__ import annotations

import re

from ictscore.places import Place
from ictscore.survey.beside.aside import Aside, Read, asides
from ictscore.survey.beside.aside_measures import against, told_in_brackets
from ictscore.survey.beside.aside_names import file_names_months, names_draft, says_draft, stem_of, years_of_file, years_signed
from ictscore.survey.beside.aside_rows import Said, comments_on_headings, said_in_rows
from ictscore.survey.beside.aside_years import (
    are_of_a_year,
    begins_with_data,
    end_of_round,
    heads_data_ending_early,
    is_own,
    known_years,
    names_months,
    says_some_months,
    without_own,
    years_behind_a_name,
    years_of_heading,
    years_of_title,
)
from ictscore.survey.beside.boxes_told import tell_boxes
from ictscore.survey.beside.header_told import HeaderTeller
from ictscore.survey.beside.table_remarks import says_whose_data
from ictscore.survey.layout import EVIDENCE, LABEL
from ictscore.survey.layouts.lines import Line, Lines
from ictscore.survey.layouts.printed_words import part_of
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.matching.period import years_in
from ictscore.survey.noting import NamedYears, Notes
from ictscore.survey.questions import Question
from ictscore.survey.remarks.remark import Remark, read_remark
from ictscore.survey.remarks.times import ends_early
from ictscore.survey.sheets.cells import Sheet
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.stamp_read import Stamp

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
        self._end = end_of_round(vocabulary.rulebook, stamp.period)
        self._first: tuple[int, Place] | None = None
        self._has_file = False
        self._header = HeaderTeller(vocabulary.rulebook, stamp.period, notes, self._hold_year)

    def tell(self, sheet: Sheet, lines: Lines, reads: list[Read]) -> None:
        """Report what a sheet that was read says beside its answers."""
        if not any(each.rows for each in reads):
            return
        named = years_of_heading(self._without_own(sheet.name))
        self._hold_year(named, sheet.name, Place(sheet.file, sheet=sheet.name))
        questions = tuple({each.id: each for read in reads for each in read.questions}.values())
        self._tell_names(sheet, lines, reads)
        told = self._header.tell(sheet, lines, reads)
        for aside in (*asides(lines, reads), *comments_on_headings(sheet, reads)):
            place = sheet.place_at(aside.row, aside.column)
            is_over = aside.spot == "heading" and any(aside.column in each.layout.stages for each in reads)
            asked = against(told_in_brackets(aside) if is_over or aside.spot == "title" else aside, questions)
            if asked is not None:
                self._tell_measure(aside, asked, place)
            if (aside.row, aside.column) in told:
                continue
            years = self._years(aside, reads, lines.get(aside.row, {}))
            if aside.spot == "heading" and years & self._known and years - self._known:
                self._notes.add("SV449", place, read=shown(" ".join(aside.text.split())), named=_told(years), known=_told(self._known))
            else:
                self._hold_year(years, aside.text, place)
            if aside.spot == "row" and aside.question is None:
                self._hold_row_of_unit(aside.text, place)
            if aside.spot in ("title", "heading") and not self._is_heading(aside):
                self._hold_months(aside.text, place, is_over=is_over)
                self._hold_draft(aside.text, place)
            if aside.spot in ("title", "other"):
                self._hold_other_round(years_signed(aside.text), aside.text, place)
        tell_boxes(sheet, lines, reads, self._notes)
        for said in said_in_rows(sheet, lines, reads, self._vocabulary):
            self._hold_row(said, sheet.place_at(said.aside.row, said.aside.column))

    def _hold_row(self, said: Said, place: Place) -> None:
        """Report a label, note or comment by which an answer is of another year, or counted in another measure."""
        if said.measured_otherwise():
            self._tell_measure(said.aside, said.question, place)
        if said.mark != LABEL:
            self._hold_remark(said, place)
            return
        if _asks_for_a_year(said.question):
            self._hold_months(said.aside.text, place)
        if years_of_heading(said.aside.text) <= self._known:  # most say nothing of a year: the quick way
            return
        years = years_of_heading(self._without_own(said.aside.text))
        if not years & self._known:
            self._hold_year(years, said.aside.text, place)

    def _hold_row_of_unit(self, text: str, place: Place) -> None:
        """Report a text in the row of a unit that says that all its answers are of another year, or of a part of one."""
        remark = read_remark(self._without_own(text))
        if says_whose_data(remark):
            self._hold_said(remark, text, place)
            if self._of_a_year and (remark.of_part or self._ends_early(remark)):
                self._notes.add("SV490", place, read=shown(" ".join(text.split())))

    def _hold_said(self, remark: Remark, text: str, place: Place) -> None:
        """Report a remark that its figures are of another year or of the one before."""
        if remark.years and not remark.years & self._known:
            self._hold_year(remark.years, text, place)
        elif remark.of_year_before:
            self._notes.add("SV496" if self._known else "SV547", place, read=shown(" ".join(text.split())), known=_told(self._known))

    def _hold_remark(self, said: Said, place: Place) -> None:
        """Report a note, evidence or comment that says of the answer itself that it is of another year, or of a part of one."""
        text = said.aside.text
        remark = read_remark(self._without_own(text))
        is_told = said.mark != EVIDENCE and said.question.is_number
        if not (is_told or remark.tells_of_data) or not remark.is_about(said.number):
            return
        read = shown(" ".join(text.split()))
        self._hold_said(remark, text, place)
        if (
            _asks_for_a_year(said.question)
            and self._of_a_year
            and (remark.of_part or said.number in remark.of_each_month or self._ends_early(remark))
        ):
            self._notes.add("SV490", place, read=read)

    def _ends_early(self, remark: Remark) -> bool:
        """Return whether a text says that its data were counted up to a day long before the end of the round."""
        until = remark.until
        is_ours = until is not None and (not remark.names_year_of_day or not self._known or until.year in self._known)
        return until is not None and is_ours and self._end is not None and ends_early(until, self._end)

    def _tell_names(self, sheet: Sheet, lines: Lines, reads: list[Read]) -> None:
        """Report names of the file, the sheet and units, and headers of pages, that say that the data are of something else."""
        self._tell_file(sheet.file)
        place = Place(sheet.file, sheet=sheet.name)
        if self._of_a_year and names_months(sheet.name):
            self._notes.add("SV490", place, read=shown(sheet.name))
        asked = against(Aside(0, 0, sheet.name, "title", None), [each for read in reads for each in read.questions])
        if asked is not None:
            self._tell_measure(Aside(0, 0, sheet.name, "title", None), asked, place)
        if names_draft(sheet.name):
            self._notes.add("SV533", place, read=shown(sheet.name))
        for text in sheet.page_texts:
            self._hold_year(years_of_title(self._without_own(text), self._vocabulary.rulebook), text, place)
            self._hold_months(text, place)
            self._hold_draft(text, place)
        for read in reads:
            for cell in read.names_of_units(lines):
                self._hold_months(cell.text, sheet.place(cell))
                self._hold_year(years_behind_a_name(cell.text), cell.text, sheet.place(cell))
            printed = read.printed_unit(lines)
            if printed is not None and not years_of_title(printed.text, self._vocabulary.rulebook):  # a title that says it is told as one
                self._hold_year(years_behind_a_name(printed.text), printed.text, sheet.place(printed))

    def _hold_months(self, text: str, place: Place, *, is_over: bool = False) -> None:
        """Report a text that says that its data are of a part of the year; ``is_over`` all answers of a form it may name only the part."""
        rulebook = self._vocabulary.rulebook
        is_part = says_some_months(text, rulebook.title) or self._ends_early(read_remark(text))
        if self._of_a_year and (is_part or (is_over and (names_months(text) or heads_data_ending_early(text, rulebook)))):
            self._notes.add("SV490", place, read=shown(" ".join(text.split())))

    def _hold_draft(self, text: str, place: Place) -> None:
        """Report a text that says that all this is a draft, unless it is a name in the rulebook."""
        if says_draft(text) and not is_own(text, self._vocabulary.rulebook):
            self._notes.add("SV533", place, read=shown(" ".join(text.split())))

    def _hold_other_round(self, years: frozenset[int], text: str, place: Place) -> None:
        """Warn of years far from the round: a form is of its own year, and signed and sent in it or in the one after."""
        if years and self._known and not years & {*self._known, max(self._known) + 1}:
            self._notes.add("SV534", place, read=shown(" ".join(text.split())), named=_told(years), known=_told(self._known))

    def _tell_file(self, file: str) -> None:
        """Warn once of a file whose name says that it is of another round, of a part of the year, or a draft."""
        if self._has_file:
            return
        self._has_file, place, name = True, Place(file), file.replace("\\", "/").rsplit("/", 1)[-1]
        years = years_of_file(file)
        self._hold_other_round(years, name, place)
        if years and not self._known:
            self._notes.file_years.append(NamedYears(years, shown(name), place))
        if self._of_a_year and file_names_months(file):
            self._notes.add("SV535", place, read=shown(name))
        if names_draft(stem_of(file)):
            self._notes.add("SV533", place, read=shown(name))

    def _tell_measure(self, aside: Aside, asked: Question, place: Place) -> None:
        read = shown(" ".join(aside.text.split()))
        self._notes.add("SV440", place, read=read, label=asked.label, measure=asked.printed_measure, answer=asked.id)

    def _is_heading(self, aside: Aside) -> bool:
        return self._vocabulary.heading(aside.text) is not None

    def _years(self, aside: Aside, reads: list[Read], line: Line) -> frozenset[int]:
        if aside.spot == "row" or self._is_heading(aside):
            return frozenset()
        text = self._without_own(aside.text)
        is_alone = aside.spot == "title" or (aside.spot == "other" and begins_with_data(text) and _is_above_all(aside, reads, line))
        if is_alone and not self._stands_over(aside, reads):
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
        """Report a text that names none of the rulebook's years, or another one than the text before; note it where nothing is known."""
        if not years:
            return
        named, read = _told(years), shown(" ".join(text.split()))
        if not self._known:
            self._notes.named_years.append(NamedYears(years, read, place))
            return
        if not years & self._known:
            self._notes.add("SV483" if self._period else "SV441", place, read=read, named=named, known=_told(self._known))
        elif len(years) == 1 and self._first is None:
            self._first = (min(years), place)
        elif len(years) == 1 and self._first is not None and self._first[0] not in years:
            self._notes.add("SV442", place, self._first[1], read=read, named=named, other=self._first[0])


def _is_above_all(aside: Aside, reads: list[Read], line: Line) -> bool:
    """Return whether a text stands above every row that gave answers, where what is said holds for all, and heads no column."""
    heads = any(part_of(cell.text) == "label" for cell in line.values())
    return not heads and all(aside.row < min(each.rows) for each in reads if each.rows)


def _asks_for_a_year(question: Question) -> bool:
    """Return whether a question asks for a number, and not by months itself."""
    return question.is_number and not _OF_MONTHS.search(question.folded_label)


def _told(years: frozenset[int]) -> str:
    return ", ".join(map(str, sorted(years)))
