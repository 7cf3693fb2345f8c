"""Rows of a table that hold no unit: totals, notes, repeated headers, the numbers of columns."""

from __future__ import annotations

from itertools import pairwise

from ictscore.survey.layouts_found import is_header
from ictscore.survey.lines import Line, text_of
from ictscore.survey.totals import is_total
from ictscore.survey.unit_names import fold_name
from ictscore.survey.vocabulary import Meaning, Vocabulary
from ictscore.words import N_, Phrase, phrase

_FOOTNOTES = ("*", "ghi chú", "chú thích", "nguồn:", "người lập", "note:", "source:", "lưu ý")
_MOST_DIGITS = 3
_LETTERED = 2
"""How many columns may be called A and B before the numbers begin."""


class LeftOut:
    """Says of each row of one table why it is left out, if it is."""

    def __init__(self, columns: dict[int, Meaning], unit_column: int, vocabulary: Vocabulary) -> None:
        """Look at rows of a table with these columns."""
        self._columns = columns
        self._unit_column = unit_column
        self._vocabulary = vocabulary
        self._listed = {fold_name(name) for group in vocabulary.rulebook.groups for name in (*group.members, *group.unranked)}
        self._answers = tuple(column for column, meaning in columns.items() if meaning.kind in ("answer", "points"))

    def reason(self, line: Line) -> Phrase | None:
        """Return why the row holds no unit, or None when it may hold one."""
        first = line[min(line)]
        if first.kind == "text" and first.text.startswith("#") and not first.text.startswith("#N/A"):
            return phrase(N_("it is a comment"))
        unit = line.get(self._unit_column)
        name = fold_name(unit.text).rstrip(" :.*") if unit is not None and unit.kind == "text" else ""
        if (name and name not in self._listed and is_total(name)) or (not name and self._is_total(line)):
            return phrase(N_("it is a total"))
        has_answers = any(column in line and text_of(line[column]) for column in self._answers)
        if not has_answers:
            if name.startswith(_FOOTNOTES) or (unit is not None and unit.text.lstrip().startswith("*")):
                return phrase(N_("it is a note"))
            if not name and (unit is None or not unit.text.strip()):
                return phrase(N_("it holds neither a unit’s name nor an answer"))
        if self._vocabulary.spoken(name) is not None and is_header(line, self._columns, self._vocabulary):
            return phrase(N_("it repeats the header"))
        return phrase(N_("it numbers the columns")) if self._numbers_columns(line) else None

    def _is_total(self, line: Line) -> bool:
        """Return whether some text before the answers calls a row without a unit's name a total."""
        texts = (cell.text for column, cell in line.items() if cell.kind == "text" and column not in self._answers)
        return any(is_total(text) for text in texts)

    def _numbers_columns(self, line: Line) -> bool:
        """Return whether the row counts the columns, as (1), (2), (3) below a header."""
        unit = text_of(line.get(self._unit_column)).strip("()")
        if not unit or len(unit) > (_MOST_DIGITS if unit.isdigit() else 1):
            return False
        numbers = [text_of(line[column]).strip("()") for column in sorted(line)]
        digits = [int(each) for each in numbers if each.isascii() and each.isdigit()]
        follow = all(later == earlier + 1 for earlier, later in pairwise(digits))
        return follow and len(digits) > 1 and len(digits) >= len(numbers) - _LETTERED
