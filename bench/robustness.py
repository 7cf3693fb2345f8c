"""Rank intervals under other weights, against COINr-style code in numpy: one draw after the other, floats, the same draws in one run.

Run ``python bench/robustness.py [UNITS]`` (default 600 units, 60 criteria, 1,000 draws). Ours are measured with numpy, as the extra
``fast`` installs it, and without. The ranks of all are compared: ours are exact, and where they differ the floats are wrong.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import numpy as np

from ictscore.robustness.columns import GroupColumns, UnitColumns
from ictscore.robustness.packed import Ranker
from ictscore.robustness.perturb import STEPS, draw_weights, most_step
from ictscore.rulebook.results import Ranking, Scale
from ictscore.rulebook.robustness import Robustness

CRITERIA, ROUNDS = 60, 3


def columns(units: int) -> GroupColumns:
    """Return a group with points that are shares of counts, as surveys give them, and a few exact ties."""
    chance = random.Random(units)  # noqa: S311 - a benchmark wants the same numbers each time
    maxima = tuple(Fraction(5, 3) for _ in range(CRITERIA))
    made = []
    for _ in range(units):
        wholes = [chance.randint(20, 100) for _ in maxima]
        points = tuple(Fraction(chance.randint(0, whole), whole) * most for whole, most in zip(wholes, maxima, strict=True))
        made.append(UnitColumns(None, points, maxima, Fraction(0), Fraction(0), maxima))  # type: ignore[arg-type]  # scores are not looked at
    made[1::50] = [made[0]] * len(made[1::50])
    rulebook: Any = SimpleNamespace(bonus=None, deductions=None, scale=Scale(), ranking=Ranking())
    return GroupColumns(rulebook, "g", (), maxima, tuple(made))


def with_numpy(table: Any, maxima: Any, draws: list[Any]) -> list[Any]:
    """Rank by floats, draw by draw: weights normalised, shares aggregated, ranks by counting who is better, as COINr does."""
    shares = table / maxima
    found = []
    for weights in draws:
        weighed = np.asarray(weights, dtype=float) * maxima
        totals = (shares * (weighed / weighed.sum())).sum(axis=1)
        order = np.argsort(-totals, kind="stable")
        ranks = np.empty(len(order), dtype=int)
        ranks[order] = np.arange(1, len(order) + 1)
        first = np.concatenate(([True], np.diff(totals[order]) != 0))
        ranks[order] = np.maximum.accumulate(np.where(first, np.arange(1, len(order) + 1), 0))
        found.append(ranks)
    return found


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the median of how long ``work`` took, in seconds of this process, and what it gave."""
    times, result = [], None
    for _ in range(ROUNDS):
        begin = time.process_time()
        result = work()
        times.append(time.process_time() - begin)
    return statistics.median(times), result


def main() -> None:
    """Measure and print."""
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    group, settings = columns(units), Robustness()
    draws = [list(each) for each in draw_weights(CRITERIA, settings)]
    table = np.array([[float(each) for each in unit.points] for unit in group.units])
    maxima = np.array([float(each) for each in group.units[0].maxima])

    def exact(*, with_numpy_too: bool) -> list[list[int]]:
        ranker = Ranker(group, STEPS + most_step(settings))
        drawn = ranker.ranks_of_all(draws) if with_numpy_too else [ranker.ranks(weights) for weights in draws]
        places = {unit: place for place, units in enumerate(ranker.alike) for unit in units}
        order = [places[each] for each in range(units)]
        return [[ranks[each] for each in order] for ranks in drawn]

    peer, theirs = timed(lambda: with_numpy(table, maxima, draws))
    print(f"{len(draws)} draws × {units} units × {CRITERIA} criteria; floats in numpy, draw by draw, took {peer:.2f} s")
    for title, with_numpy_too in (("with numpy", True), ("without", False)):
        ours, mine = timed(lambda each=with_numpy_too: exact(with_numpy_too=each))
        wrong = sum(1 for one, other in zip(mine, theirs, strict=True) if one != list(other))
        print(f"exact ranks {title:11} {ours / peer:.2f} × numpy floats ({ours:.2f} s); draws that the floats rank wrongly: {wrong}")


if __name__ == "__main__":
    main()
