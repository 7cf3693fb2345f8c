"""An export read by a mapping: one row is one submission, and nothing in it is passed over without a word."""

from __future__ import annotations

from collections.abc import Iterable

from ictscore.nearest import did_you_mean
from ictscore.places import Place, column_letters
from ictscore.survey.drafts import Draft, Submitted
from ictscore.survey.exports.times import read_times
from ictscore.survey.exports.titles import Head, Held, TitleHolder, find_titles, said_again, titles_of
from ictscore.survey.exports.typist import MappedTypist
from ictscore.survey.layout import STAMP_SHEET
from ictscore.survey.layouts.found import FoundLayout, FoundSheet
from ictscore.survey.layouts.left_out import listed_names
from ictscore.survey.layouts.lines import Line, Lines, lines_of, text_of
from ictscore.survey.layouts.skipping import skip_sheet, without_hidden
from ictscore.survey.layouts.vocabulary import WHO_KINDS, Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.options import ReadOptions
from ictscore.survey.sheets.cells import Sheet, Workbook
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.skipped_units import tell_skipped_units
from ictscore.survey.stamp_read import Stamp
from ictscore.survey.tables_read import TableReader
from ictscore.words import N_, phrase


def read_export(book: Workbook, stamp: Stamp, vocabulary: Vocabulary, notes: Notes, options: ReadOptions) -> list[Draft]:
    """Return what the rows of an export say by the mapping among the options; a workbook without the units’ column is reported."""
    return _ExportReader(book, stamp, vocabulary, notes, options).read()


class _ExportReader:
    """Reads the sheets of one file that have the titles of the mapping."""

    def __init__(self, book: Workbook, stamp: Stamp, vocabulary: Vocabulary, notes: Notes, options: ReadOptions) -> None:
        assert options.mapping is not None
        self._book, self._stamp, self._mapping, self._vocabulary = book, stamp, options.mapping, vocabulary
        self._notes, self._options, self._listed = notes, options, listed_names(options.units)

    def read(self) -> list[Draft]:
        sheets = [(each, lines_of(each)) for each in self._book.sheets if each.name != STAMP_SHEET]
        found = [(sheet, lines, row) for sheet, lines in sheets if (row := find_titles(lines, self._mapping))]
        if not found:
            self._tell_none([lines for _, lines in sheets])
            return []
        read = {sheet.name for sheet, *_ in found}
        for sheet, lines in sheets:
            if lines and sheet.name not in read:
                self._notes.add("SV402", Place(sheet.file, sheet=sheet.name))
        return [draft for sheet, lines, row in found for draft in self._read_sheet(sheet, lines, row)]

    def _tell_none(self, sheets: list[Lines]) -> None:
        """Report that no sheet has the column of the units, with the title that comes nearest to it."""
        unit = self._mapping.who["unit"]
        texts = [text for lines in sheets for line in list(lines.values())[:50] for text in titles_of(line).values()]
        near = did_you_mean(unit.text, texts)
        self._notes.add("SV716", Place(self._book.file.name), unit.place, title=shown(unit.text), nearest=near)

    def _read_sheet(self, sheet: Sheet, lines: Lines, row: int) -> list[Draft]:
        if sheet.hidden and self._options.skip_hidden:
            skip_sheet(sheet, self._notes)
            return []
        head = Head(sheet, row, titles_of(lines[row]))
        held = TitleHolder(head, self._mapping, self._vocabulary, self._notes).hold()
        from_csv = self._book.texts_only
        typist = MappedTypist(self._mapping, self._notes, from_csv=from_csv)
        again, other = said_again(lines, head, held, self._mapping)
        if other:
            self._tell_other(sheet, lines, other)
            lines = {each: line for each, line in lines.items() if each < other}
        kept = self._kept(head, lines, held, typist)
        found = FoundSheet(sheet, kept, self._layout(row, held, again), self._stamp, from_csv)
        if self._options.skip_hidden:
            found = without_hidden(found, self._notes)
        drafts = TableReader(found, self._vocabulary, self._notes, self._listed, typist).read()
        tell_skipped_units(found, drafts, self._vocabulary, self._notes, self._listed)
        times = self._times(head, lines, held, [each.row for each in drafts])
        for draft in drafts:
            draft.submitted = times.get(draft.row, Submitted())
            draft.has_unread |= bool(held.unmapped)
        self._tell_words(head, typist)
        return drafts

    def _tell_other(self, sheet: Sheet, lines: Lines, row: int) -> None:
        """Report titles over other columns than above: what stands below them was not read."""
        last, column = max(lines), min(lines[row])
        rows = str(row) if last == row else f"{row}–{last}"
        self._notes.add("SV434", sheet.place_at(row, column), read=shown(text_of(lines[row][column])), rows=rows)

    def _layout(self, row: int, held: Held, again: frozenset[int]) -> FoundLayout:
        """Return the layout of an export: rows below its titles, those left out that say them again."""
        return FoundLayout(
            "table", row, row + 1, held.columns, repeated=again, mapped=self._mapping.place,
            unmapped=tuple(held.unmapped.values()), otherwise=frozenset(held.otherwise),
        )  # fmt: skip

    def _kept(self, head: Head, lines: Lines, held: Held, typist: MappedTypist) -> Lines:
        """Return the rows with their columns that are read, and those without a title; a row that has neither is reported."""
        sheet, row = head.sheet, head.row
        passed = {*held.ignored, *held.unmapped, held.submitted}
        who: dict[int, str] = {column: each.kind for column, each in held.columns.items() if each.kind in WHO_KINDS}
        kept = {row: lines[row]}
        for other, line in lines.items():
            if other <= row:
                continue
            own = {column: cell for column, cell in line.items() if column not in passed}
            if any(text_of(cell) for cell in own.values()):
                kept[other] = self._named(own, who, typist)
            elif any(text_of(cell) for cell in line.values()):
                reason = phrase(N_("it holds something only in columns that are no answers"))
                self._notes.add("SV407", Place(sheet.file, sheet=sheet.name, cell=f"{other}:{other}"), reason=reason)
        return kept

    def _named(self, line: Line, who: dict[int, str], typist: MappedTypist) -> Line:
        """Return a row with the names of units and groups that the mapping gives for words."""
        named = {}
        for column, kind in who.items():
            cell = line.get(column)
            meant = typist.meant(kind, cell) if cell is not None and kind not in self._vocabulary.questions else None
            if cell is not None and meant is not None:
                named[column] = cell._replace(kind="text", text=meant.written)
        return line | named

    def _times(self, head: Head, lines: Lines, held: Held, rows: Iterable[int]) -> dict[int, Submitted]:
        """Return when the rows that were read were submitted."""
        row, column = head.row, held.submitted
        if not column:
            return {}
        cells = {other: lines[other][column] for other in rows if column in lines[other]}
        return read_times(head.sheet, shown(head.titles[column]), cells, (row, column), self._notes)

    def _tell_words(self, head: Head, typist: MappedTypist) -> None:
        """Say once for each column what its words were taken for, and which of them nobody knows."""
        titles, columns = head.titles, {column_letters(column): column for column in head.titles}
        for letters, pairs in typist.pairs():
            column = columns[letters]
            self._notes.add("SV721", head.at(column), title=shown(titles[column]), pairs=pairs)
        for letters, question, words in typist.unknown():
            column = columns[letters]
            line = f"{question}: {{" + ", ".join(f'"{each}": …' for each in words) + "}"
            told = {"title": shown(titles[column]), "words": tuple(f"“{each}”" for each in words), "line": line}
            self._notes.add("SV722", head.at(column), self._mapping.place, **told)
