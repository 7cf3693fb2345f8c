"""Rows of a published sheet that stand elsewhere than they were written: sorted, each of them whole."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.findings import Finding, finding
from ictscore.places import Place, cell_name
from ictscore.reports.recorded.seal import Cells, Position, same_rows, shown
from ictscore.survey.sheets.collecting import shown as cut
from ictscore.words import N_, Phrase, phrase

_MOST_NAMED = 3


def moved_rows(file: str, sheet: str, written: Cells, read: Cells, sortable: Position | None = None) -> Iterator[Finding]:
    """Yield a note that names the rows of a sheet that were only moved; people may sort a table, and are told that somebody did."""
    moved = sorted((now, was) for now, was in same_rows(written, read, sortable).items() if now != was)
    if moved:
        place = Place(file, sheet=sheet, cell=cell_name(moved[0][0], min(column for row, column in read if row == moved[0][0])))
        yield finding("SC287", place, rows=tuple(_named(read, *each) for each in moved[:_MOST_NAMED]), more=_more(moved))


def _named(read: Cells, now: int, was: int) -> Phrase:
    """Return a row as people know it: by its first text, from where to where."""
    texts = (shown(value) for (row, _), value in sorted(read.items()) if row == now and value.startswith("t"))
    return phrase(N_("“{name}” from row {was} to row {now}"), name=cut(next(texts, "–")), now=now, was=was)


def _more(moved: list[Position]) -> Phrase | str:
    return phrase(N_(" and {count} more"), count=len(moved) - _MOST_NAMED) if len(moved) > _MOST_NAMED else ""
