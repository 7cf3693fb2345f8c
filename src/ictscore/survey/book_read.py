"""The forms and tables of one workbook: those with marks or headers, else those recognised by what they print."""

from __future__ import annotations

from ictscore.places import Place
from ictscore.survey.beside.aside import Read, read_of
from ictscore.survey.beside.aside_years import known_years
from ictscore.survey.beside.asides_told import AsideTeller
from ictscore.survey.beside.figures_beside import Known, tell_figures
from ictscore.survey.beside.left_judged import judged
from ictscore.survey.beside.left_over import left_over
from ictscore.survey.beside.looked_through import hold_unasked
from ictscore.survey.beside.own_kinds import is_ours
from ictscore.survey.beside.own_sheets import OwnSheets, left_in_help, tell_own
from ictscore.survey.beside.unread_sheets import UnreadSheets
from ictscore.survey.beside.usual_lines import UsualLines
from ictscore.survey.drafts import Draft, Origin, Said
from ictscore.survey.forms_read import FormReader, SheetRead
from ictscore.survey.joined_forms import join_forms
from ictscore.survey.layout import LIVE_KIND, PLAIN_NAMES, STAMP_SHEET, UNIT
from ictscore.survey.layouts.continued import continued_rows
from ictscore.survey.layouts.finding import find_layouts, is_headed
from ictscore.survey.layouts.found import FoundLayout, FoundSheet
from ictscore.survey.layouts.garbled_headings import garbled_heading
from ictscore.survey.layouts.headers import HeaderFinder
from ictscore.survey.layouts.left_out import listed_names
from ictscore.survey.layouts.lines import Lines, lines_of, text_of
from ictscore.survey.layouts.printed_forms import ENOUGH, PrintedForm, find_printed_form
from ictscore.survey.layouts.printed_who import said_above
from ictscore.survey.layouts.skipping import skip_sheet, tell_hidden_sheet, tell_texts_beside, without_hidden
from ictscore.survey.layouts.tables_found import tables_of
from ictscore.survey.layouts.title_block import title_lines
from ictscore.survey.layouts.vocabulary import WHO_KINDS, Vocabulary
from ictscore.survey.matching.period import are_of_a_year
from ictscore.survey.noting import Notes
from ictscore.survey.options import ReadOptions
from ictscore.survey.sheets.cells import Sheet, Workbook
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.skipped_units import tell_skipped_units
from ictscore.survey.stamp_read import Stamp
from ictscore.survey.tables_read import TableReader

_ENOUGH_ASIDE = 2
"""How many questions a table on its side prints at least."""


def read_book(book: Workbook, stamp: Stamp, vocabulary: Vocabulary, notes: Notes, options: ReadOptions) -> list[Draft]:
    """Return what the forms and tables of one file say."""
    return _BookReader(book, stamp, vocabulary, notes, options).read()


class _BookReader:
    """Reads the sheets of one workbook in their order."""

    def __init__(self, book: Workbook, stamp: Stamp, vocabulary: Vocabulary, notes: Notes, options: ReadOptions) -> None:
        self._book, self._stamp, self._vocabulary, self._notes, self._options = book, stamp, vocabulary, notes, options
        self._from_csv = book.texts_only
        self._tables: list[Draft] = []
        self._forms: list[SheetRead] = []
        self._found = False
        self._skipped = False
        self._is_asked = False
        """Whether a form that was read asks by its marks whether it was looked through."""
        self._listed = listed_names(options.units)
        self._reads: list[Read] = []
        self._layouts: list[FoundLayout] = []
        self._asides = AsideTeller(vocabulary, notes, stamp)
        self._usual = UsualLines(vocabulary, known_years(vocabulary.rulebook, stamp.period), stamp.period)

    def read(self) -> list[Draft]:
        return self._read() or ([] if self._skipped else self._refused())

    def _refused(self) -> list[Draft]:
        """Return an entry without answers for a file of which nothing could be read, where one sheet says whose it is, or may say so."""
        drafts = [self._without_answers(sheet) for sheet in self._book.sheets]
        named = [each for each in drafts if each.unit.text] or [each for each in drafts if each.above]
        return named[:1]

    def _without_answers(self, sheet: Sheet) -> Draft:
        """Return what a sheet of which nothing could be read says of its unit."""
        lines = lines_of(sheet)
        said = said_above(sheet, lines, self._vocabulary)
        form = find_printed_form(sheet, lines, self._vocabulary, Notes())
        draft = Draft(Origin("form", Place(sheet.file, sheet=sheet.name), self._stamp), is_refused=True)
        draft.unit, draft.group, draft.parent = (said.get(kind, Said()) for kind in WHO_KINDS)
        draft.above = title_lines(sheet, lines, form.head or min(form.questions)) if form is not None else ()
        return draft

    def _read(self) -> list[Draft]:
        sheets = [(sheet, lines_of(sheet)) for sheet in self._book.sheets if sheet.name != STAMP_SHEET and not self._is_computed(sheet)]
        rest = [each for each in sheets if not self._read_sheet(*each)]
        if not any(form.draft.homes.keys() & self._vocabulary.questions.keys() for form in self._forms):
            rest = self._read_printed(rest)
        if not self._found and not self._skipped:
            rest = [each for each in rest if not self._read_nearly(*each)]
        if not self._found and not self._skipped and not self._tell_other_reason(rest):
            place = Place(self._book.file.name)
            self._notes.add("SV401", place, unit=PLAIN_NAMES[UNIT][1], answer=next(iter(self._vocabulary.questions), ""))
        if not self._found and not self._skipped:
            return []
        if not self._is_asked:
            hold_unasked(self._book, self._stamp, self._vocabulary.rulebook.language, self._notes)
        self._tell_rest(rest)
        return [*self._tables, *join_forms(self._forms, self._notes)]

    def _tell_rest(self, rest: list[tuple[Sheet, Lines]]) -> None:
        """Report the sheets that were not read, ours too: with what stands there that we did not print."""
        unread = UnreadSheets(self._vocabulary, [given for form in self._forms for given in form.given], self._notes)
        if self._forms:
            helped = [each for each in self._book.sheets if each.helped]
            self._notes.left += [left_in_help(self._own_sheets(), each, is_of_now=self._stamp.is_of_now) for each in helped]
            self._notes.left = [judged(each, unread) for each in self._notes.left if each.cells]
        if self._stamp.rulebook and self._stamp.kind != LIVE_KIND:
            rest += [(each, lines_of(each)) for each in self._book.sheets if each.name == STAMP_SHEET]
        for sheet, lines in rest:
            if not is_ours(sheet):
                tell_hidden_sheet(sheet, self._notes, is_form=bool(self._forms or self._stamp.rulebook), skips=self._options.skip_hidden)
            if sheet.hidden and self._options.skip_hidden:
                continue
            if self._stamp.rulebook and is_ours(sheet):
                left = tell_own(self._own_sheets(), sheet, lines, unread, is_of_now=self._stamp.is_of_now)
                self._notes.left += [left] if left is not None else []
            elif not (self._stamp.rulebook and self._from_csv):  # a Word document tells of its further tables
                self._tell_unread(sheet, lines, unread)
        for form in self._forms:  # reasons for points that answer a question or correct its answer; what they say of points is their own
            for sheet, cell in form.reasons:
                unread.tell_own(sheet, [cell])

    def _own_sheets(self) -> OwnSheets:
        """Return what looks at sheets of ours; the sheet of the stamp knows all names that the form may bear."""
        stamped = next((each.cells.values() for each in self._book.sheets if each.name == STAMP_SHEET), ())
        units = {self._stamp.unit, *(form.draft.unit.text for form in self._forms), *(each.text for each in stamped)}
        return OwnSheets(self._vocabulary, self._stamp.group, units - {""}, self._usual)

    def _tell_unread(self, sheet: Sheet, lines: Lines, unread: UnreadSheets) -> None:
        """Report a sheet that was not read; one that seems to go on with a table needs its header."""
        rows = next((found for layout in self._layouts if (found := continued_rows(lines, layout))), None)
        if rows is None:
            unread.tell(sheet, lines, is_form=bool(self._stamp.rulebook))
            return
        line = lines[rows[0]]
        read = next(text_of(line[column]) for column in sorted(line) if line[column].kind == "text")
        self._notes.add("SV446", sheet.place_at(rows[0], min(line)), read=shown(read), count=len(rows))

    def _tell_other_reason(self, sheets: list[tuple[Sheet, Lines]]) -> bool:
        """Report why nothing could be read, where it can be told: a small table on its side, or letters that were never decoded."""
        for sheet, lines in sheets:
            said = Notes()
            find_printed_form(sheet, lines, self._vocabulary, said, _ENOUGH_ASIDE)
            sideways = [each for each in said.findings() if each.code in ("SV423", "SV592")]
            garbled = garbled_heading(sheet, self._vocabulary) if not sideways else None
            if garbled is not None:
                self._notes.add("SV485", sheet.place(garbled.cell), read=shown(garbled.cell.text), meant=shown(garbled.meant))
            self._notes.take(sideways)
            if sideways or garbled is not None:
                return True
        return False

    def _is_computed(self, sheet: Sheet) -> bool:
        """Return whether a sheet shows what a live workbook computes from its tables, which have marks."""
        return self._stamp.kind == LIVE_KIND and all(cell.text != UNIT for (row, _), cell in sheet.cells.items() if row == 1)

    def _read_sheet(self, sheet: Sheet, lines: Lines) -> bool:
        """Read a sheet by its marks or headers; return whether it has any."""
        layouts = find_layouts(sheet, lines, self._vocabulary)
        if not layouts or (is_headed(layouts[0], lines) and self._prints_a_form(sheet, lines)):
            return False  # ids, labels and measures in one row may look like a header; a form's questions stand below each other
        if not self._skips(sheet):
            for layout in layouts:
                self._take(FoundSheet(sheet, lines, layout, self._stamp, self._from_csv))
            self._tell_asides(sheet, lines)
        return True

    def _tell_asides(self, sheet: Sheet, lines: Lines) -> None:
        """Report what a sheet that was read says beside its answers."""
        self._asides.tell(sheet, lines, self._reads)
        is_of_another = self._stamp.rulebook not in ("", self._vocabulary.rulebook.id)  # what it prints is another rulebook's
        left = left_over(sheet, lines, self._reads, self._usual) if not is_of_another else None
        self._notes.left += [left] if left is not None else []
        self._reads = []

    def _read_nearly(self, sheet: Sheet, lines: Lines) -> bool:
        """Read a table whose questions are all misspelt: it says of every column what may have been meant."""
        layouts = tables_of(HeaderFinder(lines, sheet.merged, self._vocabulary).nearly())
        for layout in layouts:
            self._take(FoundSheet(sheet, lines, layout, self._stamp, self._from_csv))
        return bool(layouts)

    def _skips(self, sheet: Sheet) -> bool:
        """Return whether a sheet is hidden and to be skipped, and say so."""
        if not (sheet.hidden and self._options.skip_hidden):
            return False
        skip_sheet(sheet, self._notes)
        self._skipped = True
        return True

    def _prints_a_form(self, sheet: Sheet, lines: Lines) -> bool:
        form = find_printed_form(sheet, lines, self._vocabulary, Notes())
        return form is not None and len({*form.questions.values()}) >= ENOUGH

    def _take(self, found: FoundSheet) -> None:
        """Read one form or table."""
        self._found = True
        if self._options.skip_hidden:
            found = without_hidden(found, self._notes)
        if found.layout.kind == "table":
            table = TableReader(found, self._vocabulary, self._notes, self._listed)
            self._tables += (drafts := table.read())
            tell_skipped_units(found, drafts, self._vocabulary, self._notes, self._listed)
            self._layouts.append(found.layout)
            self._reads.append(read_of(found.layout, table.rows, self._vocabulary))
        elif found.layout.stages:
            tell_texts_beside(found, self._notes)
            form = FormReader(found, self._vocabulary, self._notes, self._options.stage)
            self._forms.append(form.read())
            self._is_asked |= form.asks_looked
            rulebook = self._vocabulary.rulebook
            known = Known(self._listed, known_years(rulebook, found.stamp.period), are_of_a_year(rulebook))
            tell_figures(found, form.rows, self._vocabulary.questions.values(), self._notes, known)
            self._reads.append(read_of(found.layout, form.rows, self._vocabulary, form.who))

    def _read_printed(self, sheets: list[tuple[Sheet, Lines]]) -> list[tuple[Sheet, Lines]]:
        """Read the forms that have no marks and return the other sheets; a workbook of ours has one, whatever its guide may print."""
        forms = self._printed(sheets, ENOUGH)
        if forms and not self._stamp.rulebook:  # a form split over sheets may have less on the others
            forms += self._printed([each for each in sheets if all(each[0] is not form[0] for form in forms)], 1)
        if self._stamp.rulebook and forms:
            forms = [max(forms, key=lambda each: (bool(each[2].stages), len(each[2].questions), not each[0].hidden))]
        for sheet, lines, form, said in forms:
            if self._skips(sheet):
                continue
            self._notes.merge(said)
            layout = FoundLayout("form", form.head, min(form.questions), stages=form.stages, ids=form.ids, others=form.others, printed=form)
            joined = form.joined(lines)
            self._take(FoundSheet(sheet, joined, layout, self._stamp, self._from_csv))
            self._tell_asides(sheet, joined)
        read = {sheet.name for sheet, *_ in forms}
        return [each for each in sheets if each[0].name not in read]

    def _printed(self, sheets: list[tuple[Sheet, Lines]], enough: int) -> list[tuple[Sheet, Lines, PrintedForm, Notes]]:
        """Return the forms that print ``enough`` questions, with what was found in them."""
        forms = []
        for sheet, lines in sheets:
            said = Notes()
            form = find_printed_form(sheet, lines, self._vocabulary, said, enough)
            if form is not None:
                forms.append((sheet, lines, form, said))
        return forms
