"""Ranks as the rulebook gives them: by its style, and with its tie-breaks where values are equal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ictscore.robustness.columns import GroupColumns


def is_plain(columns: GroupColumns) -> bool:
    """Return whether the rank by value is the rank: equal values share it and the next are skipped."""
    ranking = columns.rulebook.ranking
    return ranking.style != "dense" and not ranking.tie_breaks


def places(columns: GroupColumns, ranks: Sequence[int]) -> Sequence[int]:
    """Return the rank of every unit, where ``ranks`` are those by value alone; what breaks ties is taken as it was scored."""
    if is_plain(columns):
        return ranks
    keys = [(-rank, unit.ties) for rank, unit in zip(ranks, columns.units, strict=True)]
    found, above = [0] * len(keys), 0
    order = sorted(range(len(keys)), key=keys.__getitem__, reverse=True)
    for place, (_, same) in enumerate(groupby(order, key=keys.__getitem__), 1):
        tied = list(same)
        for each in tied:
            found[each] = place if columns.rulebook.ranking.style == "dense" else above + 1
        above += len(tied)
    return found
