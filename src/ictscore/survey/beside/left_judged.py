"""What was left over on the sheets of a form, held against its answers: some of it answers a question, or corrects an answer."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.survey.beside.unread_sheets import UnreadSheets
from ictscore.survey.noting import LeftCell, LeftOver
from ictscore.survey.sheets.cells import Cell


def judged(left: LeftOver, unread: UnreadSheets) -> LeftOver:
    """Return the same cells with what is to be said of those that answer a question or correct an answer.

    Where more is left over than is kept, next to nothing of the sheet was understood: then it is only told.
    """
    if left.is_cut:
        return left
    cells = [*left.cells]
    for group in _groups(cells):
        by_place = {(cells[at].row, cells[at].column): at for at in group}
        texts = [Cell(*place, "text", cells[at].unusual) for place, at in by_place.items()]
        for cell, told in unread.judged(texts):
            at = by_place[cell.row, cell.column]
            cells[at] = cells[at]._replace(code=told.code, values=told.values)
    return left._replace(cells=tuple(cells))


def _groups(cells: list[LeftCell]) -> Iterator[list[int]]:
    """Yield which cells are read together: those of the sheet, where an answer may stand behind its question; each other text by itself."""
    yield [at for at, each in enumerate(cells) if each.column and not each.is_comment]
    yield from ([at] for at, each in enumerate(cells) if not each.column or each.is_comment)
