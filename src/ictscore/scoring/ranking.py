"""Ranks within a group: on the declared value, by the declared style, ties shown and never broken at random."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from ictscore.exact import ZERO
from ictscore.expr.evaluate import evaluate
from ictscore.expr.scope import Scope
from ictscore.expr.values import Value
from ictscore.rulebook.results import Ranking
from ictscore.scoring.records import UnitScore
from ictscore.survey.labels.unit_names import Who

Key = tuple[tuple[bool, Fraction], ...]
"""What units are compared by: each value with whether there is one; a value that is missing loses against any other."""


def ranking_key(ranking: Ranking, unit: UnitScore, scope: Scope) -> Key:
    """Return what a unit is ranked by: the declared value, then the tie-breaks in order; higher is better."""
    value = {"total": unit.total, "exact": unit.exact_total, "percent": unit.percent}[ranking.on]
    broken = [evaluate(each, scope).value for each in ranking.tie_breaks]
    return ((True, value), *(comparable(each) for each in broken))


def comparable(value: Value) -> tuple[bool, Fraction]:
    """Return a value as it is compared: a number or a truth before anything else."""
    if isinstance(value, (bool, Fraction)):
        return True, Fraction(value)
    return False, ZERO


def rank_units(ranking: Ranking, units: Sequence[UnitScore], keys: Mapping[Who, Key]) -> list[UnitScore]:
    """Return ``units`` best first with their ranks; units that are not ranked come last, by name.

    Equal keys share a rank: 1-1-3 by ``competition``, 1-1-2 by ``dense``; under ``ordinal`` only a tie that no tie-break resolves
    is shared.
    """
    counted = [each for each in units if each.ranked or ranking.unranked_units == "leave_hole"]
    counted.sort(key=lambda each: (each.unit, each.who))
    counted.sort(key=lambda each: keys[each.who], reverse=True)
    ranked: list[UnitScore] = []
    above = 0
    for place, (_, same) in enumerate(groupby(counted, key=lambda each: keys[each.who])):
        tied = list(same)
        rank = place + 1 if ranking.style == "dense" else above + 1
        above += len(tied)
        shown = [each for each in tied if each.ranked]
        ranked += [replace(each, rank=rank, tied=len(shown) > 1) for each in shown]
    return ranked + sorted((each for each in units if not each.ranked), key=lambda each: (each.unit, each.who))
