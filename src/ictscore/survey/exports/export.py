"""An export read by a mapping: one row is one submission, and nothing in it is passed over without a word."""

from __future__ import annotations

from ictscore.nearest import did_you_mean
from ictscore.places import Place
from ictscore.survey.drafts import Draft, Submitted
from ictscore.survey.exports.mapping import Mapping, title_key
from ictscore.survey.exports.times import read_times
from ictscore.survey.exports.titles import Held, TitleHolder, find_titles, titles_of
from ictscore.survey.exports.typist import MappedTypist
from ictscore.survey.found_layout import FoundLayout, FoundSheet
from ictscore.survey.layout import STAMP_SHEET
from ictscore.survey.left_out import listed_names
from ictscore.survey.lines import Line, Lines, lines_of, text_of
from ictscore.survey.noting import Notes
from ictscore.survey.options import ReadOptions
from ictscore.survey.sheets.cells import Sheet, Workbook
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.skipping import skip_sheet, without_hidden
from ictscore.survey.stamp_read import Stamp
from ictscore.survey.tables_read import TableReader
from ictscore.survey.vocabulary import WHO_KINDS, Vocabulary
from ictscore.words import N_, phrase


def read_export(
    book: Workbook, stamp: Stamp, mapping: Mapping, vocabulary: Vocabulary, notes: Notes, options: ReadOptions
) -> list[Draft]:
    """Return what the rows of an export say; a workbook without the units’ column is reported."""
    reader = _ExportReader(book, stamp, mapping, vocabulary, notes, options)
    return reader.read()


class _ExportReader:
    """Reads the sheets of one file that have the titles of the mapping."""

    def __init__(
        self, book: Workbook, stamp: Stamp, mapping: Mapping, vocabulary: Vocabulary, notes: Notes, options: ReadOptions
    ) -> None:
        self._book, self._stamp, self._mapping, self._vocabulary = book, stamp, mapping, vocabulary
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
        titles = titles_of(lines[row])
        held = TitleHolder(sheet, row, titles, self._mapping, self._vocabulary, self._notes).hold()
        typist = MappedTypist(self._mapping, self._notes, from_csv=self._book.texts_only)
        found = FoundSheet(sheet, self._kept(sheet, lines, row, held, typist), self._layout(lines, row, held), self._stamp, self._book.texts_only)
        if self._options.skip_hidden:
            found = without_hidden(found, self._notes)
        drafts = TableReader(found, self._vocabulary, self._notes, self._listed, typist).read()
        times = self._times(sheet, lines, row, held)
        for draft in drafts:
            draft.submitted = times.get(draft.row, Submitted())
            draft.has_unread |= bool(held.unmapped)
        self._tell_words(sheet, row, typist, titles)
        return drafts

    def _layout(self, lines: Lines, row: int, held: Held) -> FoundLayout:
        """Return the layout of an export: rows below its titles, those left out that say them again."""
        unit = next((column for column, each in held.columns.items() if each.kind == "unit"), 0)
        key = self._mapping.who["unit"].key
        again = frozenset(other for other, line in lines.items() if other > row and unit and title_key(text_of(line.get(unit))) == key)
        return FoundLayout(
            "table", row, row + 1, held.columns, repeated=again, mapped=self._mapping.place,
            unmapped=tuple(held.unmapped.values()), otherwise=frozenset(held.otherwise),
        )  # fmt: skip

    def _kept(self, sheet: Sheet, lines: Lines, row: int, held: Held, typist: MappedTypist) -> Lines:
        """Return the rows with their columns that are read, and those without a title; a row that has neither is reported."""
        passed = {*held.ignored, *held.unmapped, held.submitted}
        who = {column: each.kind for column, each in held.columns.items() if each.kind in WHO_KINDS}
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

    def _times(self, sheet: Sheet, lines: Lines, row: int, held: Held) -> dict[int, Submitted]:
        column = held.submitted
        if not column:
            return {}
        cells = {other: line[column] for other, line in lines.items() if other > row and column in line}
        return read_times(sheet, shown(text_of(lines[row][column])), cells, (row, column), self._notes)

    def _tell_words(self, sheet: Sheet, row: int, typist: MappedTypist, titles: dict[int, str]) -> None:
        """Say once for each column what its words were taken for, and which of them nobody knows."""
        places = {sheet.place_at(row, column).cell.rstrip("0123456789"): column for column in titles}
        for letters, pairs in typist.pairs():
            column = places[letters]
            self._notes.add("SV721", sheet.place_at(row, column), title=shown(titles[column]), pairs=pairs)
        for letters, question, words in typist.unknown():
            column = places[letters]
            line = f"{question}: {{" + ", ".join(f'"{each}": …' for each in words) + "}"
            told = {"title": shown(titles[column]), "words": tuple(f"“{each}”" for each in words), "line": line}
            self._notes.add("SV722", sheet.place_at(row, column), self._mapping.place, **told)
