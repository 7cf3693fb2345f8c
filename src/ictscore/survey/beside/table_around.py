"""What stands around the answers of a table: what people cannot see, merged cells, comments, and columns that were not read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ictscore.places import Place, column_letters
from ictscore.survey.beside.comments_told import CommentsAround, tell_comments
from ictscore.survey.beside.table_remarks import TableRemarks
from ictscore.survey.beside.unit_times import heads_times, joined, times_of_unit
from ictscore.survey.layouts.headings_measured import measured_otherwise
from ictscore.survey.layouts.lines import place_of_columns, refuse_merged, text_of, warn_of_hidden
from ictscore.survey.layouts.printed_words import part_of
from ictscore.survey.layouts.table_heads import TableHeads
from ictscore.survey.layouts.visible import Visible
from ictscore.survey.questions import Question
from ictscore.survey.sheets.addresses import Range, parse_range
from ictscore.survey.sheets.collecting import shown


class Around(NamedTuple):
    """The surroundings of the rows that were read of one table.

    ``asked`` are the columns of answers and points, ``wide`` those whose heading is merged over others, ``down`` the cells of a group that
    are merged over several rows; ``is_changed`` says that the file was made from another text of the rulebook;
    ``known`` are the years of the round.
    """

    heads: TableHeads
    rows: frozenset[int]
    asked: Sequence[int]
    wide: Mapping[int, list[int]]
    down: Mapping[str, Range]
    is_changed: bool
    known: frozenset[int]

    def tell(self) -> list[Range]:
        """Report everything, and return the cells that are merged over several units."""
        sheet, notes, columns = self.heads.sheet, self.heads.notes, {*self.heads.layout.columns}
        warn_of_hidden(sheet, self.rows, columns, notes)
        refused = refuse_merged(sheet, self.rows, columns, notes, but=self.down)
        self._tell_merged_down()
        first, last = self.heads.layout.side
        rows = {*self.rows, *range(max(self.heads.layout.row, 1), self.heads.layout.first)}
        tell_comments(sheet, CommentsAround(rows, range(first, last + 1), self._question, self.known), notes)
        self._tell_doubtful()
        self._tell_nameless()
        self._tell_merged_headings()
        self._tell_unknown()
        self._tell_remarks()
        return refused

    def _question(self, row: int, column: int) -> Question | None:
        meaning = self.heads.layout.columns.get(column) if row in self.rows else None
        return self.heads.vocabulary.question(meaning) if meaning is not None and meaning.kind in ("answer", "points") else None

    def _is_filled(self, column: int) -> bool:
        return any(column in self.heads.lines[row] for row in self.rows)

    def _range(self, text: str) -> Place:
        return Place(self.heads.sheet.file, sheet=self.heads.sheet.name, cell=text)

    def _tell_merged_down(self) -> None:
        """Say of a group’s merged cells for which rows they were taken."""
        for text, area in self.down.items():
            read = text_of(self.heads.lines.get(area.top, {}).get(area.left))
            if read and not self.rows.isdisjoint(range(area.top, area.bottom + 1)):
                self.heads.notes.add("SV428", self._range(text), read=shown(read), range=text)

    def _tell_doubtful(self) -> None:
        """Report columns of answers that could be several, or of which it is not clear what they hold."""
        heads = self.heads
        for column, others in self.wide.items():
            letters = tuple(column_letters(each) for each in (column, *others))
            label = heads.vocabulary.question(heads.layout.columns[column]).label
            heads.notes.add("SV421", heads.place(column), columns=letters, heading=label, by="", keep="")
        visible = Visible(heads.vocabulary, heads.notes)
        for column, doubt in heads.layout.doubtful.items():
            if self._is_filled(column):
                told = visible.told(doubt.meaning)
                place = heads.lowest_place(column)
                heads.notes.add("SV430", place, read=shown(doubt.read), below=shown(doubt.below), visible=told)

    def _tell_nameless(self) -> None:
        """Report columns without a heading, and rows that slipped into them."""
        heads, layout = self.heads, self.heads.layout
        known = {*layout.columns, *layout.unknown, *layout.doubtful, *(second for _, second in layout.twice)}
        known.update(*self.wide.values())
        filled = set[int]().union(*(heads.lines[row] for row in self.rows))
        nameless = [column for column in sorted(filled - known) if column > min(layout.columns) and not heads.text(column)]
        slipped = self._tell_slipped([column for column in nameless if column > max(known)])
        for column in nameless:
            if column not in slipped:
                heads.notes.add("SV437", place_of_columns(heads.sheet, [column]), column=column_letters(column))

    def _tell_slipped(self, beyond: list[int]) -> set[int]:
        """Report rows with a value beyond the last heading and a blank answer; return the columns that hold only such values."""
        if not beyond:
            return set()
        slipped, others = set[int](), set[int]()
        for row in sorted(self.rows):
            line = self.heads.lines[row]
            out = [column for column in beyond if text_of(line.get(column))]
            blank = [column for column in self.asked if not text_of(line.get(column))]
            if out and blank:
                slipped |= {*out}
                letters = tuple(column_letters(column) for column in blank)
                read = shown(text_of(line[out[0]]))
                self.heads.notes.add("SV443", self.heads.sheet.place_at(row, out[0]), read=read, blank=letters)
            else:
                others |= {*out}
        return slipped - others

    def _tell_merged_headings(self) -> None:
        """Warn of headings that are merged with the first row of units: nothing can be answered there."""
        heads, layout, first = self.heads, self.heads.layout, min(self.rows, default=0)
        for text in heads.sheet.merged if first else ():
            area = parse_range(text)
            if area is None or area.top >= layout.first or not area.top >= layout.row or area.bottom < first:
                continue
            read = text_of(heads.lines.get(area.top, {}).get(area.left))
            if area.left in self.asked and read:
                heads.notes.add("SV445", self._range(text), read=shown(read), range=text)

    def _remarks(self) -> TableRemarks:
        heads, columns = self.heads, self.heads.layout.columns
        asked = {column: heads.vocabulary.question(columns[column]) for column in self.asked if columns[column][::2] == ("answer", "self")}
        return TableRemarks(heads.sheet, {row: heads.lines[row] for row in self.rows}, asked, self.known, heads.notes)

    def _tell_remarks(self) -> None:
        """Report what stands in columns for notes."""
        for column in sorted(set[int]().union(*(self.heads.lines[row] for row in self.rows)) - {*self.heads.layout.columns}):
            if part_of(self.heads.text(column)) == "note" and column not in self.heads.layout.unknown:
                self._remarks().tell(column)

    def _tell_unknown(self) -> None:
        """Report columns whose heading is none of the rulebook’s and that hold something."""
        heads, layout = self.heads, self.heads.layout
        for column, text in layout.unknown.items():
            if self._is_filled(column):
                self._remarks().hold(column, text)
                if self._says_the_year(column, text):  # held against the round cell by cell
                    continue
                is_marked = column in heads.lines.get(layout.row, {})
                place = heads.sheet.place_at(layout.row if is_marked else layout.first - 1, column)
                otherwise = measured_otherwise(text, heads.vocabulary)
                code = "SV508" if self.is_changed and is_marked else "SV403"
                if heads.vocabulary.is_meant_as_mark(text):
                    known = heads.vocabulary.rulebook.known_stages
                    heads.notes.add("SV472", place, read=shown(text), known=known, nearest=heads.vocabulary.nearest_mark(text))
                elif otherwise is not None:
                    heads.notes.add("SV440", place, read=shown(text), label=otherwise.label, measure=otherwise.printed_measure)
                else:
                    heads.notes.add(code, place, read=shown(text), nearest=heads.vocabulary.nearest(text))

    def _says_the_year(self, column: int, heading: str) -> bool:
        """Return whether a column names of each unit the year of its data, and the year of the round is known."""
        if not (self.known and heads_times(heading)):
            return False
        cells = (self.heads.lines[row].get(column) for row in self.rows)
        times = [times_of_unit(joined(heading, cell)) for cell in cells if text_of(cell) and cell is not None]
        return all(each is not None and each.years for each in times)
