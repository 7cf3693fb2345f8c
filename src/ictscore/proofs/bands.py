"""Whether a unit of a group can fall into a band of grades: by its total, and by what else the band demands."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from ictscore.expr.intervals.ranges import Range
from ictscore.proofs.conditions import Case
from ictscore.proofs.study import Study
from ictscore.rulebook.results import GradeBand, Grades

_HALF = Fraction(1, 2)


def case_of_band(this: Study, grades: Grades, index: int, group: str) -> Case:
    """Return what a unit that falls into the band is like. One that a quota moves down from the band above need not meet the condition."""
    band, standing = grades.bands[index], this.standings[group]
    overflows = index > 0 and grades.bands[index - 1].quota is not None
    case = Case(group, () if band.requires is None or overflows else (band.requires,), standing.total, standing.percent)
    reached = _reached(band, rounds_first=grades.between_bounds == "round_first")
    if grades.on == "total":
        return replace(case, total=case.total.meet(reached))
    return replace(case, percent=case.percent.meet(reached))


def _reached(band: GradeBand, *, rounds_first: bool) -> Range:
    """Return the values that reach a band; what is rounded to a whole number first reaches it from half a point below."""
    if band.lower is None:
        return Range()
    return Range(low=band.lower - _HALF) if rounds_first else Range(low=band.lower, low_open=band.above is not None)
