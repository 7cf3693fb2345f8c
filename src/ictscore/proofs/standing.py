"""Between which bounds a unit's total, percentage and the rest can lie, from the ranges of its criteria."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import ZERO, add_up, round_fraction
from ictscore.expr.intervals.ranges import Range
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.rulebook.model import Rulebook, applies
from ictscore.rulebook.results import Extra
from ictscore.scoring.plan import GroupPlan


@dataclass(frozen=True, slots=True)
class Standing:
    """Ranges that no unit of a group leaves by the formulas: points by section, the total on its scale, the percentage, the maximum."""

    sections: Mapping[str, Range]
    total: Range
    percent: Range
    max_points: Range
    rounded: bool = False

    def measures(self) -> dict[str, Range]:
        """Return the ranges by the names the language gives them."""
        least_share = Range() if self.rounded else Range(high=Fraction(1))
        return {"total": self.total, "percent": self.percent, "max_points": self.max_points, "least_share": least_share}


def standing_of(rulebook: Rulebook, plan: GroupPlan, done: Mapping[str, ProvedLeaf]) -> Standing:
    """Return the bounds of a group's units. Every rounding is taken at its worst, so that nothing possible lies outside."""
    sections, maxima = {}, {}
    for section, criteria in plan.sections:
        mine = [done[leaf.id] for top in criteria for leaf in top.leaves() if leaf.id in done and _is_here(leaf.id, plan)]
        sections[section.id] = _section(rulebook, mine)
        kept = add_up(each.criterion.max_points for each in mine if not each.can_drop)
        maxima[section.id] = Range(kept, add_up(each.criterion.max_points for each in mine))
    points = _summed(sections.values())
    most = _summed(maxima.values())
    extra, off = (_extra(rulebook, part, plan, done) for part in (plan.bonus, plan.deductions))
    bonus, taken = extra.high or ZERO, off.high or ZERO
    bonus_low, taken_low = extra.low or ZERO, off.low or ZERO
    high = points.high if points.high is not None else ZERO
    low, high = (points.low or ZERO) + bonus_low - taken, high - taken_low
    if plan.bonus is not None and not plan.bonus.above_maximum and most.high is not None:
        with_extras = Range(low, max(high, min(high + bonus, most.high)))
    else:
        with_extras = Range(low, high + bonus)
    percent = _percent(with_extras, most, Fraction(bonus if plan.bonus is not None and plan.bonus.above_maximum else 0) - taken_low)
    rounded = rulebook.rounding.criterion is not None or rulebook.rounding.section is not None
    if rounded and most.low != most.high:
        percent = Range(percent.low, None)  # rounding on the way can lift a share above what its points are of
    total = with_extras
    if rulebook.scale.out_of is not None:
        total = _scaled(percent, rulebook.scale.out_of / 100)
    elif rulebook.scale.result == "percent":
        total = percent
    places = rulebook.rounding.total
    return Standing(sections, _published(total, places), _published(percent, places), most, rounded)


def _is_here(criterion: str, plan: GroupPlan) -> bool:
    return any(each.id == criterion for each in plan.order)


def _section(rulebook: Rulebook, mine: list[ProvedLeaf]) -> Range:
    low, high = _ends(rulebook, mine)
    return Range(_outwards(low, rulebook.rounding.section), _outwards(high, rulebook.rounding.section))


def _extra(rulebook: Rulebook, extra: Extra | None, plan: GroupPlan, done: Mapping[str, ProvedLeaf]) -> Range:
    """Return what a bonus or the deductions can come to: from 0, or less where their criteria can be negative, up to their limit."""
    if extra is None:
        return Range(ZERO, ZERO)
    leaves = (leaf for each in extra.criteria if applies(each.applies_to, plan.group.id) for leaf in each.leaves())
    low, high = _ends(rulebook, [done[leaf.id] for leaf in leaves if leaf.id in done])
    return Range(low, high if extra.max_points is None else min(high, extra.max_points))


def _ends(rulebook: Rulebook, mine: list[ProvedLeaf]) -> tuple[Fraction, Fraction]:
    places = rulebook.rounding.criterion
    return _spread(mine, places) if any(each.redistributes for each in mine) else _added(mine, places)


def _added(mine: list[ProvedLeaf], places: int | None) -> tuple[Fraction, Fraction]:
    highs = [each.criterion.max_points if each.counted.high is None else each.counted.high for each in mine]
    lows = [min(ZERO, each.criterion.min_points) for each in mine]
    return add_up(_outwards(each, places) for each in lows), add_up(_outwards(each, places) for each in highs)


def _spread(mine: list[ProvedLeaf], places: int | None) -> tuple[Fraction, Fraction]:
    """Return the least and the most where maxima are handed on.

    A criterion that takes them over is raised to the sum of all maxima at most, and what is negative is raised by as much. Rounded anew, it
    (and each criterion it is a part of) can gain one in the last place; parts are rounded before the criterion above them is raised.
    """
    high = add_up(each.criterion.max_points for each in mine)
    lows = [min(ZERO, each.criterion.min_points) * (high / each.criterion.max_points if each.criterion.max_points else 1) for each in mine]
    above = {name for each in mine for name in each.leaf.above}
    least = min((each.criterion.max_points for each in mine if each.criterion.max_points), default=high)
    raised = high / least if above and least else Fraction(1)
    rounded = ZERO if places is None else Fraction(len(mine) + len(above), 10**places) * raised
    return add_up(lows) - rounded, high + rounded


def _outwards(value: Fraction, places: int | None) -> Fraction:
    return value if places is None else round_fraction(value, places, "up")


def _summed(ranges: Iterable[Range]) -> Range:
    low = high = ZERO
    for each in ranges:
        low, high = low + (each.low or ZERO), high + (each.high or ZERO)
    return Range(low, high)


def _percent(points: Range, most: Range, bonus: Fraction) -> Range:
    assert points.low is not None
    assert points.high is not None
    assert most.low is not None
    assert most.high is not None
    if not most.high:
        return Range(ZERO, ZERO)
    if most.low == most.high:
        return _scaled(points, 100 / most.high)
    above = bonus * 100 / most.low if most.low and bonus else None if bonus else ZERO
    low = ZERO if points.low >= 0 else points.low * 100 / most.low if most.low else None
    return Range(low, None if above is None else 100 + above)


def _scaled(one: Range, factor: Fraction) -> Range:
    return Range(None if one.low is None else one.low * factor, None if one.high is None else one.high * factor)


def _published(one: Range, places: int | None) -> Range:
    low, high = (None if each is None else _outwards(each, places) for each in (one.low, one.high))
    return Range(low, high)
