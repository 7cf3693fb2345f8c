"""Which sheets of a workbook are ours beside the questions: known by their titles, their names, or their mark."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ictscore.survey.blank.front import in_language
from ictscore.survey.blank.printed_texts import GUIDE, GUIDE_HEADS, MISSING, POINTS
from ictscore.survey.layout import NOT_READ, STAMP_SHEET
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.words import LANGUAGES, tr

LISTS = "_lists"
_TITLES = (GUIDE, MISSING, POINTS)
_TITLE_ROWS = 4
_ENOUGH_HEADS = 3


class Kind(NamedTuple):
    """Which of our sheets one is, and the cell of its title, where it has one."""

    name: str
    title: Cell | None = None


def is_ours(sheet: Sheet) -> bool:
    """Return whether a sheet is one that our forms have beside the questions."""
    return kind_of(sheet) is not None


def kind_of(sheet: Sheet) -> Kind | None:
    """Return which of our sheets one is: by the text of its title, its name or mark; None for any other."""
    if sheet.name in {LISTS, STAMP_SHEET}:
        return Kind(sheet.name)
    titles = _own_texts(_TITLES)
    found = ((titles.get(cell.text), cell) for (row, _), cell in sheet.cells.items() if row <= _TITLE_ROWS)
    kind = next((Kind(name, cell) for name, cell in found if name is not None), None)
    if kind is not None or all(each.text != NOT_READ for each in sheet.cells.values()):
        return kind
    heads = _own_texts(GUIDE_HEADS)
    is_guide = sum(cell.text in heads for (row, _), cell in sheet.cells.items() if row == 1) >= _ENOUGH_HEADS
    return Kind(GUIDE if is_guide else NOT_READ)


@cache
def _own_texts(texts: tuple[str, ...]) -> dict[str, str]:
    """Return texts by how they are said in each language."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        with in_language(language):
            found |= {tr(each): each for each in texts}
    return found
