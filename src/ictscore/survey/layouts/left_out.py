"""Rows of a table that hold no unit: totals, notes, repeated headers, the numbers of columns, measures, signatures."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ictscore.survey.labels.person_names import is_person
from ictscore.survey.labels.totals import is_total
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layouts.found import FoundLayout
from ictscore.survey.layouts.lines import Line, Lines, text_of
from ictscore.survey.layouts.numbered_columns import numbers_all
from ictscore.survey.layouts.signatures import reads_like_a_signature
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.typed.text_numbers import read_number
from ictscore.words import N_, Phrase, phrase

if TYPE_CHECKING:
    from ictscore.rulebook.unit_list import UnitList

_FOOTNOTES = (
    "*", "ghi chú", "chú thích", "nguồn:", "nguồn số liệu", "người lập", "note:", "source:", "lưu ý", "(*)",
    "đơn vị tính", "(đơn vị tính", "đvt", "(đvt",
)  # fmt: skip
GROUP_LETTER = re.compile(r"(?:[IVXLC]{1,6}|[A-HĐ])[.)]?")


def listed_names(units: UnitList | None) -> frozenset[str]:
    """Return all names of a list of units, folded."""
    return frozenset(fold_name(name) for unit in (units.units if units is not None else ()) for name in unit.names)


class AllRows(NamedTuple):
    """What only all rows of a table tell: which sum up others, and whether units have names as short as A and B.

    Where they have, no row is taken for one that numbers the columns. ``last`` is the last row that answers, ``described`` are columns
    that say more of units: names of people in them are no signatures.
    """

    sums: Collection[int] = ()
    are_short: bool = False
    last: int = 0
    described: Collection[int] = ()


def last_answered(lines: Lines, rows: Sequence[int], layout: FoundLayout) -> int:
    """Return the last row of a table that answers something; names of people answer nothing."""
    columns = [column for column, meaning in layout.columns.items() if meaning.kind in ("answer", "points")]
    answers = (row for row in reversed(rows) if any(_answers(lines[row], column) for column in columns))
    return next(answers, 0)


def described(lines: Lines, rows: Sequence[int], layout: FoundLayout) -> frozenset[int]:
    """Return the columns of a table that have a heading and hold words in its ``rows``, and no answers: whom to ask, say."""
    headed = {column for row in range(layout.row, layout.first) for column in lines.get(row, {})} - layout.columns.keys()
    return frozenset(column for column in headed if any(any(map(str.isalpha, text_of(lines[row].get(column)))) for row in rows))


def _answers(line: Line, column: int) -> bool:
    text = text_of(line.get(column))
    return bool(text) and not is_person(text)


_MAKERS = frozenset(("lập bảng", "lập biểu", "người lập", "chuyên viên", "kế toán", "văn thư", "cán bộ", "cán bộ phụ trách"))
"""What whoever made a table is called, beside the head who signs it."""


class LeftOut:
    """Says of each row of one table, from top to bottom, why it is left out, if it is."""

    def __init__(
        self, layout: FoundLayout, unit_column: int, vocabulary: Vocabulary, listed: Iterable[str] = (), rows: AllRows | None = None
    ) -> None:
        """Look at rows of a table with these columns; ``listed`` are names of units that are known."""
        rows = rows or AllRows()
        self._unit_column = unit_column
        self._vocabulary = vocabulary
        self._repeated = layout.repeated
        self._is_export = bool(layout.mapped.file)
        self._listed = {fold_name(name) for group in vocabulary.rulebook.groups for name in (*group.members, *group.unranked)}
        self._listed |= {fold_name(name) for name in listed}
        self._answers = tuple(column for column, meaning in layout.columns.items() if meaning.kind in ("answer", "points"))
        self._words = frozenset(
            column for column in self._answers if not vocabulary.question(layout.columns[column]).is_number
        )  # fmt: skip
        self._numbered = tuple(layout.columns)
        self._group_column = next((column for column, meaning in layout.columns.items() if meaning.kind == "group"), 0)
        self._groups = {fold_name(name) for group in vocabulary.rulebook.groups for name in (group.id, group.name)}
        self._rows = rows
        self._signed = self._begun = False

    def reason(self, row: int, line: Line) -> Phrase | None:
        """Return why the row holds no unit, or None when it may hold one."""
        found = self._reason(row, line)
        self._begun = row not in self._repeated and (self._begun or found is None)
        return found

    def _reason(self, row: int, line: Line) -> Phrase | None:
        first = line[min(line)]
        if not self._is_export and first.kind == "text" and first.text.startswith("#") and not first.text.startswith("#N/A"):
            return phrase(N_("it is a comment"))
        if row in self._repeated:
            return phrase(N_("it repeats the header"))
        unit = line.get(self._unit_column)
        name = fold_name(unit.text).rstrip(" :.*") if unit is not None and unit.kind == "text" else ""
        if (name and name not in self._listed and is_total(name)) or (not name and self._is_total(line)):
            return phrase(N_("it is a total"))
        if row in self._rows.sums and name not in self._listed:
            return phrase(N_("it sums up the units of a group"))
        if name not in self._listed and self._is_signed(row, line, name):
            return phrase(N_("it belongs to the signatures"))
        return self._without_answers(line, name) or (phrase(N_("it numbers the columns")) if self._numbers_columns(line) else None)

    def _without_answers(self, line: Line, name: str) -> Phrase | None:
        """Return why a row without answers holds no unit."""
        unit = line.get(self._unit_column)
        if any(column in line and text_of(line[column]) for column in self._answers):
            return None
        if name.startswith(_FOOTNOTES) or (unit is not None and unit.text.lstrip().startswith("*")):
            return phrase(N_("it is a note"))
        if name and name not in self._listed and not self._is_export and self._is_lettered(line):
            return phrase(N_("it is the heading of the units below"))
        return phrase(N_("it holds neither a unit’s name nor an answer")) if not name and not text_of(unit) else None

    def _is_lettered(self, line: Line) -> bool:
        """Return whether a row has a Roman number or a capital letter where units have running numbers."""
        first = min(line)
        return first < self._unit_column and GROUP_LETTER.fullmatch(text_of(line[first])) is not None

    def _is_total(self, line: Line) -> bool:
        """Return whether some text before the answers calls a row without a unit's name a total."""
        texts = (cell.text for column, cell in line.items() if cell.kind == "text" and column not in self._answers)
        return any(is_total(text) for text in texts)

    def _is_signed(self, row: int, line: Line, name: str) -> bool:
        """Return whether the row is part of the signatures: it holds no number, and says so or stands below one that does."""
        filled = [column for column in self._answers if column in line]
        if any(line[column].kind != "text" or read_number(line[column].text) is not None for column in filled):
            return False
        says_so = any(cell.kind == "text" and reads_like_a_signature(cell.text) for cell in line.values())
        texts = [text for cell in line.values() if (text := text_of(cell))]
        are_below = self._begun and row > self._rows.last and not any(column in self._rows.described for column in line)
        are_names = are_below and len(texts) > 1 and all(map(is_person, texts))
        if are_names or (says_so and (not name or reads_like_a_signature(name) or name in _MAKERS)):
            self._signed = True
            return True
        return self._signed and not self._words.intersection(filled)

    def _numbers_columns(self, line: Line) -> bool:
        """Return whether the row counts the columns: before the first unit below a header, and it is no unit that is known."""
        if self._begun or self._is_export or self._rows.are_short or fold_name(text_of(line.get(self._unit_column))) in self._listed:
            return False
        return numbers_all(line, self._numbered) and fold_name(text_of(line.get(self._group_column))) not in self._groups
