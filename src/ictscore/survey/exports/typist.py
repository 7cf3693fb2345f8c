"""Cells of an export read as answers: words the mapping knows mean what it says, all others are read as everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ictscore.expr.values import Blank, Value
from ictscore.places import Place
from ictscore.survey.exports.mapping import Mapping, Meant, word_key
from ictscore.survey.layouts.lines import text_of
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.typed.answers import Typist
from ictscore.survey.typed.text_numbers import plain_digits
from ictscore.words import N_, Phrase, phrase

_IN_WORDS = ("yes_no", "choice")
_MOST_TOLD = 12


class MappedTypist(Typist):
    """Reads the cells of one export and counts, column by column, what the mapping said of their words."""

    __slots__ = ("_mapping", "_meant", "_unknown")

    def __init__(self, mapping: Mapping, notes: Notes, *, from_csv: bool) -> None:
        """Read by a mapping and report to ``notes``."""
        super().__init__(notes, from_csv=from_csv)
        self._mapping = mapping
        self._meant: dict[str, Counter[tuple[str, str]]] = {}
        self._unknown: dict[tuple[str, str], dict[str, None]] = {}

    def type(self, question: Question, cell: Cell, place: Place) -> Value:
        """Return the answer a cell gives to a question."""
        meant = self.meant(question.id, cell)
        if meant is not None:
            return meant.value
        value = super().type(question, cell, place)
        if isinstance(value, Blank) and value.kind == "unreadable" and question.type in _IN_WORDS and cell.kind in ("text", "number"):
            self._unknown.setdefault((_letters(cell), question.id), {})[word_of(cell)] = None
        return value

    def meant(self, key: str, cell: Cell) -> Meant | None:
        """Return what the mapping says of the word in a cell, and count it."""
        words = self._mapping.values.get(key)
        found = words.get(word_key(word_of(cell))) if words and cell.kind in ("text", "number", "yes_no") else None
        if found is not None:
            self._meant.setdefault(_letters(cell), Counter())[found.read, found.written] += 1
        return found

    def pairs(self) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
        """Yield the letters of each column in which the mapping was asked, with what its words meant and how often."""
        for letters, counts in self._meant.items():
            yield letters, tuple(_pair(*pair, count) for pair, count in sorted(counts.items()))

    def unknown(self) -> Iterator[tuple[str, str, list[str]]]:
        """Yield the letters of each column with words nobody knows, its question, and the words."""
        for (letters, question), words in self._unknown.items():
            yield letters, question, [shown(each) for each in sorted(words)][:_MOST_TOLD]


def _pair(word: str, said: str, count: int) -> Phrase:
    return phrase(N_("“{word}” means “{meant}” (cells: {count})"), word=shown(word), meant=shown(said), count=count)


def word_of(cell: Cell) -> str:
    """Return the word in a cell as a mapping writes it."""
    if cell.kind == "yes_no":
        return "TRUE" if cell.text == "1" else "FALSE"
    return plain_digits(cell.text) if cell.kind == "number" else text_of(cell)


def _letters(cell: Cell) -> str:
    return cell.address.rstrip("0123456789")
