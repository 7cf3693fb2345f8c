"""Sheets of our own beside the questions of a form: what stands there that we did not print."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from ictscore.places import Place
from ictscore.survey.beside.usual_lines import UsualLines
from ictscore.survey.blank.front import in_language
from ictscore.survey.blank.printed_texts import GUIDE, GUIDE_HEADS, MISSING, POINTS, PrintedSheets, in_one_line
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import MEND_SIGN
from ictscore.survey.layouts.lines import Lines, text_of
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.noting import LeftCell, LeftOver
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.sheets.limits import LAST_ROW
from ictscore.survey.typed.stands_there import as_seen_in
from ictscore.words import LANGUAGES, tr

_LISTS = "_lists"
_TITLES = (GUIDE, MISSING, POINTS)
_TITLE_ROWS = 4
_WIDTH = len(GUIDE_HEADS)
_COUNTS = re.compile(r"\d+")
_LEAST, _SHARE = 6, 3
"""A guide of which that many rows, and that share, are not what we print was printed by another version of us."""


def is_ours(sheet: Sheet) -> bool:
    """Return whether a sheet is one that our forms have beside the questions."""
    return sheet.name == _LISTS or _title_of(sheet) is not None


class Kind(NamedTuple):
    """Which of our sheets one is, and the cell of its title."""

    name: str
    title: Cell


def _title_of(sheet: Sheet) -> Kind | None:
    titles = _own_titles()
    found = ((titles.get(cell.text), cell) for (row, _), cell in sheet.cells.items() if row <= _TITLE_ROWS)
    return next((Kind(name, cell) for name, cell in found if name is not None), None)


@cache
def _own_titles() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        with in_language(language):
            found |= {tr(each): each for each in _TITLES}
    return found


_remembered: WeakKeyDictionary[Vocabulary, dict[str, PrintedSheets]] = WeakKeyDictionary()


def _printed(vocabulary: Vocabulary, group: str) -> PrintedSheets:
    """Return what the forms of a group print; worked out once for all files of a round."""
    from ictscore.survey.blank.printed_sheets import printed_sheets  # noqa: PLC0415 - what writes forms is loaded only to read some

    remembered = _remembered.setdefault(vocabulary, {})
    if group not in remembered:
        remembered[group] = printed_sheets(vocabulary.rulebook, group)
    return remembered[group]


class OwnSheets:
    """Looks at our sheets in a form made for ``group``; ``units`` are the names it may bear."""

    def __init__(self, vocabulary: Vocabulary, group: str, units: Collection[str], usual: UsualLines) -> None:
        """Begin with a workbook."""
        is_known = group in {each.id for each in vocabulary.rulebook.groups}
        self._printed = _printed(vocabulary, group) if is_known else PrintedSheets()
        self._units, self._usual = frozenset(map(fold_name, units)), usual

    def foreign(self, sheet: Sheet, lines: Lines) -> list[Cell]:
        """Return the cells of a sheet that we did not print, and what is drawn over it; none of the hidden lists."""
        kind = _title_of(sheet)
        if kind is None:
            return []
        found = [*self._of_guide(lines)] if kind.name == GUIDE else [*self._of_others(lines, kind)]
        return [*found, *(Cell(*at, "text", text) for at, text in sheet.drawn.items())]

    def is_of_now(self, sheet: Sheet, foreign: Collection[Cell]) -> bool:
        """Return whether a sheet is as we print it today, but for a few rows."""
        rows = {each.row for each in foreign if each.column <= _WIDTH}
        return len(rows) < _LEAST or len(rows) * _SHARE < len({row for row, _ in sheet.cells})

    def _of_guide(self, lines: Lines) -> Iterator[Cell]:
        for line in lines.values():
            texts = {column: said for column, cell in line.items() if (said := in_one_line(text_of(cell)))}
            expected = self._expected(texts)
            yield from (line[column] for column, said in texts.items() if column > _WIDTH or expected[column - 1] != said)

    def _expected(self, texts: dict[int, str]) -> tuple[str, ...]:
        """Return what we print in the row of these texts, as far as it is one of ours."""
        first = texts.get(1, "")
        rows = self._printed.rows.get((first, texts.get(2, "")), ())
        like = max(rows, key=lambda each: sum(texts.get(column, "") == said for column, said in enumerate(each, 1)), default=None)
        is_front = like is None and (first in self._printed.guide or self._usual.is_own(first))
        return like or (first if is_front else "", *[""] * (_WIDTH - 1))

    def _of_others(self, lines: Lines, kind: Kind) -> Iterator[Cell]:
        own = self._printed.missing if kind.name == MISSING else self._printed.points
        for row, line in lines.items():
            is_to_mend = any(text_of(each).startswith(MEND_SIGN) for each in line.values())
            for column, cell in sorted(line.items()):
                text = in_one_line(text_of(cell))
                is_unit = row == kind.title.row + 1 and column == kind.title.column and fold_name(text) in self._units
                is_advice = is_to_mend and column == kind.title.column + 1
                if not (cell.is_formula or not text or is_unit or is_advice or self._is_own(text, own)):
                    yield cell

    def _is_own(self, text: str, own: Collection[str]) -> bool:
        return text in own or _COUNTS.sub("0", text) in own or self._usual.is_own(text)


def left_on(sheet: Sheet, foreign: Collection[Cell]) -> LeftOver:
    """Return such cells as those that nothing has understood."""
    cells = tuple(LeftCell(sheet.place(each), each.row, each.column, as_seen_in(each), is_beside=False, is_below=False) for each in foreign)
    return LeftOver(Place(sheet.file, sheet=sheet.name), cells, LAST_ROW)
