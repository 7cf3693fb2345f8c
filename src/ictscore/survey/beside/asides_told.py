"""What is said beside the answers of one workbook, held against the rulebook: other measures, other years, several years."""

from __future__ import annotations

import re

from ictscore.places import Place
from ictscore.survey.beside.aside import Aside, Read, asides
from ictscore.survey.beside.aside_measures import against, told_in_brackets
from ictscore.survey.beside.aside_names import names_draft, names_kind, years_signed
from ictscore.survey.beside.aside_rows import Said, comments_on_headings, said_in_rows
from ictscore.survey.beside.aside_years import (
    begins_with_data,
    names_months,
    years_behind_a_name,
    years_of_heading,
    years_of_title,
)
from ictscore.survey.beside.boxes_told import tell_boxes
from ictscore.survey.beside.header_told import HeaderTeller
from ictscore.survey.beside.of_the_round import OfTheRound, told
from ictscore.survey.beside.table_remarks import says_whose_data
from ictscore.survey.beside.titles_of_money import asked_below, is_title_of_funds
from ictscore.survey.layout import EVIDENCE, LABEL
from ictscore.survey.layouts.lines import Line, Lines
from ictscore.survey.layouts.printed_words import part_of
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.remarks.remark import read_remark
from ictscore.survey.sheets.cells import Sheet
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.stamp_read import Stamp

_OF_MONTHS = re.compile(r"\b(?:tháng|qu[ýí])\b")
"""A question that asks about months itself may be answered with some."""


class AsideTeller:
    """Looks at one sheet after the other; a workbook with our stamp is of the period that the stamp names."""

    def __init__(self, vocabulary: Vocabulary, notes: Notes, stamp: Stamp) -> None:
        """Begin with a workbook."""
        self._vocabulary, self._notes = vocabulary, notes
        self._round = OfTheRound(vocabulary.rulebook, notes, stamp)
        self._header = HeaderTeller(vocabulary.rulebook, stamp.period, notes, self._round.hold_year)

    def tell(self, sheet: Sheet, lines: Lines, reads: list[Read]) -> None:
        """Report what a sheet that was read says beside its answers."""
        if not any(each.rows for each in reads):
            return
        named = years_of_heading(self._round.without_own(sheet.name))
        self._round.hold_year(named, sheet.name, Place(sheet.file, sheet=sheet.name))
        questions = tuple({each.id: each for read in reads for each in read.questions}.values())
        self._tell_names(sheet, lines, reads)
        of_times = self._header.tell(sheet, lines, reads)
        for aside in (*asides(lines, reads), *comments_on_headings(sheet, reads)):
            place = sheet.place_at(aside.row, aside.column)
            is_over = aside.spot == "heading" and any(aside.column in each.layout.stages for each in reads)
            asked = against(told_in_brackets(aside) if is_over or aside.spot == "title" else aside, questions)
            if asked is not None:
                self._tell_measure(aside, asked, place)
            if (aside.row, aside.column) not in of_times:
                self._tell_time(aside, self._years(aside, reads, lines), place, is_over=is_over)
        tell_boxes(sheet, lines, reads, self._notes)
        for said in said_in_rows(sheet, lines, reads, self._vocabulary):
            self._hold_row(said, sheet.place_at(said.aside.row, said.aside.column))

    def _tell_time(self, aside: Aside, years: frozenset[int], place: Place, *, is_over: bool) -> None:
        """Report a text beside the answers by which they are of another time; ``is_over`` all answers, it may name a part only."""
        if aside.spot == "heading" and years & self._round.known and years - self._round.known:
            self._notes.add("SV449", place, read=shown(" ".join(aside.text.split())), named=told(years), known=told(self._round.known))
        else:
            self._round.hold_year(years, aside.text, place)
        if aside.spot == "row" and aside.question is None:
            self._hold_row_of_unit(aside.text, place)
        if aside.spot in ("title", "heading") and not self._is_heading(aside):
            self._round.hold_months(aside.text, place, is_over=is_over)
            self._round.hold_draft(aside.text, place)
        if aside.spot in ("title", "other"):
            self._round.hold_other_round(years_signed(aside.text), aside.text, place)

    def _hold_row(self, said: Said, place: Place) -> None:
        """Report a label, note or comment by which an answer is of another year, or counted in another measure."""
        if said.measured_otherwise():
            self._tell_measure(said.aside, said.question, place)
        if said.mark != LABEL:
            self._hold_remark(said, place)
            return
        if _asks_for_a_year(said.question):
            self._round.hold_months(said.aside.text, place)
        if years_of_heading(said.aside.text) <= self._round.known:  # most say nothing of a year: the quick way
            return
        years = years_of_heading(self._round.without_own(said.aside.text))
        if not years & self._round.known:
            self._round.hold_year(years, said.aside.text, place)

    def _hold_row_of_unit(self, text: str, place: Place) -> None:
        """Report a text in the row of a unit that says that all its answers are of another year, or of a part of one."""
        remark = read_remark(self._round.without_own(text))
        if says_whose_data(remark):
            self._round.hold_said(remark, text, place)
            if self._round.is_a_year and (remark.of_part or self._round.ends_early(remark)):
                self._notes.add("SV490", place, read=shown(" ".join(text.split())))

    def _hold_remark(self, said: Said, place: Place) -> None:
        """Report a note, evidence or comment that says of the answer itself that it is of another year, or of a part of one."""
        text = said.aside.text
        remark = read_remark(self._round.without_own(text))
        is_told = said.mark != EVIDENCE and said.question.is_number
        if not (is_told or remark.tells_of_data) or not remark.is_about(said.number):
            return
        read = shown(" ".join(text.split()))
        self._round.hold_said(remark, text, place)
        if (
            _asks_for_a_year(said.question)
            and self._round.is_a_year
            and (remark.of_part or said.number in remark.of_each_month or self._round.ends_early(remark))
        ):
            self._notes.add("SV490", place, read=read)

    def _tell_names(self, sheet: Sheet, lines: Lines, reads: list[Read]) -> None:
        """Report names of the file, the sheet and units, and headers of pages, that say that the data are of something else."""
        self._round.hold_file(sheet.file)
        place = Place(sheet.file, sheet=sheet.name)
        if self._round.is_a_year and names_months(sheet.name):
            self._notes.add("SV490", place, read=shown(sheet.name))
        asked = against(Aside(0, 0, sheet.name, "title", None), [each for read in reads for each in read.questions])
        if asked is not None:
            self._tell_measure(Aside(0, 0, sheet.name, "title", None), asked, place)
        if code := "SV533" if names_draft(sheet.name) else "SV615" if names_kind(sheet.name) else "":
            self._notes.add(code, place, read=shown(sheet.name))
        for text in sheet.page_texts:
            self._round.hold_year(years_of_title(self._round.without_own(text), self._vocabulary.rulebook), text, place)
            self._round.hold_months(text, place)
            self._round.hold_draft(text, place)
        for read in reads:
            for cell in read.names_of_units(lines):
                self._round.hold_months(cell.text, sheet.place(cell))
                self._round.hold_year(years_behind_a_name(cell.text), cell.text, sheet.place(cell))
            printed = read.printed_unit(lines)
            if printed is not None and not years_of_title(printed.text, self._vocabulary.rulebook):  # a title that says it is told as one
                self._round.hold_year(years_behind_a_name(printed.text), printed.text, sheet.place(printed))

    def _tell_measure(self, aside: Aside, asked: Question, place: Place) -> None:
        read = shown(" ".join(aside.text.split()))
        self._notes.add("SV440", place, read=read, label=asked.label, measure=asked.printed_measure, answer=asked.id)

    def _is_heading(self, aside: Aside) -> bool:
        return self._vocabulary.heading(aside.text) is not None

    def _years(self, aside: Aside, reads: list[Read], lines: Lines) -> frozenset[int]:
        if aside.spot == "row" or self._is_heading(aside):
            return frozenset()
        text = self._round.without_own(aside.text)
        line = lines.get(aside.row, {})
        is_alone = aside.spot == "title" or (aside.spot == "other" and begins_with_data(text) and _is_above_all(aside, reads, line))
        if is_alone and not self._stands_over(aside, reads):
            is_of_funds = is_title_of_funds(text, asked_below(aside.row, lines, reads))
            return frozenset() if is_of_funds else years_of_title(text, self._vocabulary.rulebook)
        held = any(aside.column in {*each.by_column, *each.layout.stages} for each in reads)
        heads = aside.spot == "heading" or self._stands_over(aside, reads)
        return years_of_heading(text) if held and heads else frozenset()

    def _stands_over(self, aside: Aside, reads: list[Read]) -> bool:
        """Return whether a text stands right above the header, over a column of answers."""
        return any(aside.row == each.layout.row - 1 and aside.column in each.by_column for each in reads)


def _is_above_all(aside: Aside, reads: list[Read], line: Line) -> bool:
    """Return whether a text stands above every row that gave answers, where what is said holds for all, and heads no column."""
    heads = any(part_of(cell.text) == "label" for cell in line.values())
    return not heads and all(aside.row < min(each.rows) for each in reads if each.rows)


def _asks_for_a_year(question: Question) -> bool:
    """Return whether a question asks for a number, and not by months itself."""
    return question.is_number and not _OF_MONTHS.search(question.folded_label)
