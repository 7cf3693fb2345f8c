"""The titles of an export’s columns held against a mapping: what each column holds, what is left over, what is not there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ictscore.nearest import did_you_mean
from ictscore.places import Place, column_letters
from ictscore.survey.exports.mapping import Mapping, Titled, title_key
from ictscore.survey.labels.unit_names import fold_label
from ictscore.survey.layouts.lines import Line, Lines, text_of
from ictscore.survey.layouts.vocabulary import Meaning, Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Sheet
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.typed.measures import is_other_measure, says_how_many

_ROWS_LOOKED_AT = 50
_FEW = 2
_MEASURE = re.compile(r"[(\[]\s*(?:đvt|đơn vị tính)?\s*:?\s*([^()\[\]]+?)\s*[)\]][\s*:.]*$", re.IGNORECASE)


def find_titles(lines: Lines, mapping: Mapping) -> int:
    """Return the row that has the title of the units’ column and most of the other titles, or 0."""
    wanted, unit = {each.key for each in mapping.titles()}, mapping.who["unit"].key
    best, most = 0, 0
    for row in list(lines)[:_ROWS_LOOKED_AT]:
        keys = {title_key(text_of(cell)) for cell in lines[row].values()}
        if unit in keys and len(keys & wanted) > most:
            best, most = row, len(keys & wanted)
    return best


def titles_of(line: Line) -> dict[int, str]:
    """Return the titles in a row by column."""
    return {column: text for column, cell in sorted(line.items()) if (text := text_of(cell))}


class Head(NamedTuple):
    """The row of titles of one sheet."""

    sheet: Sheet
    row: int
    titles: dict[int, str]

    @property
    def place(self) -> Place:
        """Return where the titles stand."""
        return Place(self.sheet.file, sheet=self.sheet.name, cell=f"{self.row}:{self.row}")

    def at(self, column: int) -> Place:
        """Return where the title of a column stands."""
        return self.sheet.place_at(self.row, column)


def said_again(lines: Lines, head: Head, held: Held, mapping: Mapping) -> tuple[frozenset[int], int]:
    """Return the rows below the titles that say them again, and the first row that says them over other columns, or 0."""
    wanted = {each.key for each in mapping.titles()}
    most = len({title_key(text) for text in head.titles.values()} & wanted)
    same: set[int] = set()
    for row, line in lines.items():
        if row <= head.row or not any(cell.kind == "text" for cell in line.values()):
            continue
        keys = {column: title_key(text) for column, text in titles_of(line).items()}
        if len({*keys.values()} & wanted) < max(_FEW, most / 2):
            continue
        if any(keys.get(column) != title_key(head.titles[column]) for column in held.columns):
            return frozenset(same), row
        same.add(row)
    return frozenset(same), 0


@dataclass(slots=True)
class Held:
    """What the columns of an export hold by a mapping; ``unmapped`` are the titles nobody said anything about."""

    columns: dict[int, Meaning] = field(default_factory=dict)
    submitted: int = 0
    ignored: set[int] = field(default_factory=set)
    unmapped: dict[int, str] = field(default_factory=dict)
    otherwise: set[int] = field(default_factory=set)


class TitleHolder:
    """Holds one row of titles against a mapping."""

    def __init__(self, head: Head, mapping: Mapping, vocabulary: Vocabulary, notes: Notes) -> None:
        """Hold the titles of a sheet and report to ``notes``."""
        self._head, self._titles = head, head.titles
        self._mapping, self._vocabulary, self._notes = mapping, vocabulary, notes
        self._by_key: dict[str, list[int]] = {}
        for column, text in head.titles.items():
            self._by_key.setdefault(title_key(text), []).append(column)
        self._header = head.place
        named = {each.key for each in (*mapping.titles(), *mapping.ignored)}
        self._left = [text for text in head.titles.values() if title_key(text) not in named]

    def hold(self) -> Held:
        """Return what the columns hold; everything that does not fit is reported."""
        held, mapping = Held(), self._mapping
        for kind, title in mapping.who.items():
            held.columns |= {column: Meaning(kind) for column in self._one_of((title,))}
        for meaning, titles in mapping.columns.items():
            for column in self._one_of(titles):
                held.columns[column] = meaning
                if self._is_other_measure(self._vocabulary.question(meaning), column):
                    held.otherwise.add(column)
        if mapping.submitted is not None:
            held.submitted = next(iter(self._one_of((mapping.submitted,))), 0)
        self._ignore(held)
        return held

    def _one_of(self, titles: Sequence[Titled]) -> list[int]:
        """Return the columns with these titles; those that are not there are reported, with the others where some are."""
        there = [each for each in titles if each.key in self._by_key]
        for each in titles:
            if each not in there and there:
                others = tuple(f"“{other.text}”" for other in there)
                self._notes.add("SV712", each.place, self._header, title=shown(each.text), others=others)
            elif each not in there:
                near = did_you_mean(each.text, self._left)
                told = {"row": self._head.row, "sheet": self._head.sheet.name}
                self._notes.add("SV711", each.place, self._header, title=shown(each.text), nearest=near, **told)
        return [column for each in there for column in self._only(each)]

    def _only(self, title: Titled) -> list[int]:
        """Return the column with a title, or none where two have it."""
        first, *others = self._by_key[title.key]
        for each in others:
            places = self._head.at(each), self._head.at(first)
            self._notes.add_twice("SV713", *places, title=shown(title.text))
        return [] if others else [first]

    def _ignore(self, held: Held) -> None:
        """Sort what is left into columns to be ignored and those nobody spoke of."""
        keys = {each.key for each in self._mapping.ignored}
        read = {each.key for each in self._mapping.titles()}
        rest = {column: text for column, text in self._titles.items() if title_key(text) not in read}
        held.ignored |= {column for column, text in rest.items() if title_key(text) in keys}
        others = {column: text for column, text in rest.items() if column not in held.ignored}
        for each in self._mapping.ignored:
            if each.key not in self._by_key:
                self._notes.add("SV718", each.place, self._header, title=shown(each.text))
        if self._mapping.ignore_rest:
            held.ignored |= others.keys()
            if others:
                names = tuple(f"{column_letters(column)} “{shown(text)}”" for column, text in others.items())
                self._notes.add("SV717", self._header, names=names)
            return
        held.unmapped = others
        for column, text in others.items():
            place, near = self._head.at(column), self._vocabulary.nearest(text)
            mapping = self._mapping.name
            self._notes.add("SV714", place, self._mapping.place, title=shown(text), nearest=near, mapping=mapping)

    def _is_other_measure(self, question: Question, column: int) -> bool:
        """Report a title that ends in another measure than the question’s: then nobody knows what the answers count."""
        found = _MEASURE.search(self._titles[column])
        known = {fold_label(each.measure) for each in self._vocabulary.rulebook.answers.values() if each.measure}
        words = found[1] if found else ""
        if not words or not (words == "%" or says_how_many(words) or fold_label(words) in known) or not is_other_measure(question, words):
            return False
        expected = question.printed_measure or ("%" if question.type == "percent" else "–")
        place = self._head.at(column)
        self._notes.add("SV452", place, read=shown(words), expected=expected, label=question.label, answer=question.id)
        return True
