"""From criteria to the total: redistribution, parts, sections, bonus, deductions, scale and rounding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from ictscore.exact import ZERO, add_up, round_fraction
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import Rulebook, applies
from ictscore.rulebook.results import Bonus, Deductions, Extra, Rounding, Scale
from ictscore.scoring.plan import GroupPlan, Level
from ictscore.scoring.records import CriterionScore, SectionScore

Scores = dict[str, CriterionScore]


@dataclass(frozen=True, slots=True)
class Total:
    """A unit's sums: the total before and after rounding on the reported scale, and the maximum that applied, in points."""

    sections: tuple[SectionScore, ...]
    bonus: Fraction
    deducted: Fraction
    exact: Fraction
    rounded: Fraction
    max_points: Fraction
    percent: Fraction


class Sums(NamedTuple):
    """What a total is made of: points of the sections, the maximum that applied, the bonus and what is deducted."""

    base: Fraction
    maximum: Fraction
    bonus: Fraction
    deducted: Fraction


_REDISTRIBUTE = frozenset({"redistribute_equally", "redistribute_in_proportion"})


def settle_criteria(plan: GroupPlan, rulebook: Rulebook, scores: Scores) -> None:
    """Complete ``scores`` (leaves only) in place: redistribute within each level, round, and add criteria with parts."""
    for level in plan.levels:
        _redistribute(level, scores)
        _round(level, rulebook.rounding, scores)
        if level.owner is not None:
            scores[level.owner.id] = _sum_of_parts(level.owner, [scores[each.id] for each in level.criteria])


def _redistribute(level: Level, scores: Scores) -> None:
    gone = [score for each in level.criteria if (score := scores[each.id]).consequence in _REDISTRIBUTE]
    if not gone:
        return
    takers = [scores[each.id] for each in level.criteria if scores[each.id].status != "not_applicable"]
    weight = add_up(each.max_points for each in takers)
    if not weight:
        return
    equal = add_up(each.criterion.max_points for each in gone if each.consequence == "redistribute_equally") / len(takers)
    spread = add_up(each.criterion.max_points for each in gone if each.consequence == "redistribute_in_proportion") / weight
    for each in takers:
        raised = each.max_points + equal + spread * each.max_points
        if each.max_points:
            _scale(each, raised / each.max_points, scores)


def _scale(score: CriterionScore, factor: Fraction, scores: Scores) -> None:
    """Raise a criterion and its parts; points that a reviewer or the council gave stay as they were given."""
    parts = [part.id for part in score.criterion.parts if part.id in scores]
    for part in parts:
        _scale(scores[part], factor, scores)
    if parts:
        points, exact = add_up(scores[part].points for part in parts), add_up(scores[part].exact for part in parts)
    else:
        points, exact = (score.points, score.exact) if score.given_by else (score.points * factor, score.exact * factor)
    scores[score.criterion.id] = score._replace(points=points, exact=exact, max_points=score.max_points * factor)


def _round(level: Level, rounding: Rounding, scores: Scores) -> None:
    if rounding.criterion is None:
        return
    for criterion in level.criteria:
        score = scores[criterion.id]
        scores[criterion.id] = score._replace(points=round_fraction(score.points, rounding.criterion, rounding.mode))


def _sum_of_parts(owner: Criterion, parts: list[CriterionScore]) -> CriterionScore:
    status = "not_applicable"
    for candidate in ("scored", "missing", "error"):
        if any(part.status == candidate for part in parts):
            status = candidate
    troubled = next((part for part in parts if part.status == status and part.reason is not None), None)
    points = add_up(part.points for part in parts)
    maximum = add_up(part.max_points for part in parts)
    reason, about = (troubled.reason, troubled.about) if troubled else (None, ())
    consequence = "drop" if status == "not_applicable" and not maximum else None
    return CriterionScore(owner, status, points, points, maximum, None, consequence, reason, about)  # type: ignore[arg-type]


def total_up(plan: GroupPlan, rulebook: Rulebook, scores: Mapping[str, CriterionScore]) -> Total:
    """Return the sums of a unit whose criteria are settled."""
    rounding = rulebook.rounding
    sections = []
    for section, criteria in plan.sections:
        own = [scores[each.id] for each in criteria]
        exact = add_up(each.points for each in own)
        points = exact if rounding.section is None else round_fraction(exact, rounding.section, rounding.mode)
        sections.append(SectionScore(section, points, exact, _maximum(own, plan.section_maxima[section.id])))
    maximum = add_up(each.max_points for each in sections)
    bonus = _limited(plan.bonus, plan.group.id, scores)
    deducted = _limited(plan.deductions, plan.group.id, scores)
    sums = Sums(add_up(each.points for each in sections), maximum, bonus, deducted)
    exact, percent = put_together(sums, plan.bonus, plan.deductions, rulebook.scale)
    return Total(tuple(sections), bonus, deducted, exact, _rounded(exact, rounding), maximum, _rounded(percent, rounding))


def _maximum(scores: list[CriterionScore], usual: Fraction) -> Fraction:
    """Return the maximum that applied: the usual one unless a criterion dropped out or was raised."""
    if all(each.max_points is each.criterion.max_points for each in scores):
        return usual
    return add_up(each.max_points for each in scores)


def _rounded(value: Fraction, rounding: Rounding) -> Fraction:
    return value if rounding.total is None else round_fraction(value, rounding.total, rounding.mode)


def _limited(extra: Extra | None, group: str, scores: Mapping[str, CriterionScore]) -> Fraction:
    if extra is None:
        return ZERO
    total = add_up(scores[each.id].points for each in extra.criteria if applies(each.applies_to, group))
    return total if extra.max_points is None else min(total, extra.max_points)


def most_of(extra: Extra, rounding: Rounding) -> Fraction | None:
    """Return the most that the criteria of a bonus or of deductions come to before their limit, each as it is rounded.

    None where maxima can be handed on among them: then they are rounded anew.
    """
    leaves = [leaf for each in extra.criteria for leaf in each.leaves()]
    if rounding.criterion is None:
        return add_up(each.max_points for each in leaves)
    if any(policy.then in _REDISTRIBUTE for each in leaves for policy in each.not_applicable):
        return None
    return add_up(round_fraction(each.max_points, rounding.criterion, "up") for each in leaves)


def put_together(sums: Sums, bonus: Bonus | None, deductions: Deductions | None, scale: Scale) -> tuple[Fraction, Fraction]:
    """Return the exact total on the reported scale, and the share of the maximum that was reached in percent; nothing is rounded."""
    points = _with_extras(sums, bonus, deductions)
    percent = points / sums.maximum * 100 if sums.maximum else ZERO
    return _on_scale(scale, points, sums.maximum, percent), percent


def _with_extras(sums: Sums, bonus: Bonus | None, deductions: Deductions | None) -> Fraction:
    points = sums.base + sums.bonus
    if bonus is not None and not bonus.above_maximum:
        points = max(sums.base, min(points, sums.maximum))
    if deductions is None or deductions.floor is None:
        return points - sums.deducted
    return max(points - sums.deducted, min(points, deductions.floor))  # a floor stops deductions; it never lifts anybody


def taken_off(sums: Sums, bonus: Bonus | None, deductions: Deductions | None) -> Fraction:
    """Return how many points deductions take off in the end: a floor may stop them."""
    return _with_extras(sums._replace(deducted=ZERO), bonus, deductions) - _with_extras(sums, bonus, deductions)


def _on_scale(scale: Scale, points: Fraction, maximum: Fraction, percent: Fraction) -> Fraction:
    if scale.out_of is not None:
        return points / maximum * scale.out_of if maximum else ZERO
    return percent if scale.result == "percent" else points
