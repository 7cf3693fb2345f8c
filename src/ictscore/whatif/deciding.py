"""Where only so many units may have a grade: the value that decides for one of them, found by giving it other points."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from ictscore.scoring.assess import rank_group
from ictscore.scoring.grading import grade_of
from ictscore.scoring.records import UnitScore
from ictscore.whatif.field import Field
from ictscore.whatif.lines import Cut, Mark
from ictscore.whatif.targets import HUNDRED, Target, reached, value_of

_TRIFLE = Fraction(1, 10**9)


def deciding_cut(field: Field, unit: UnitScore, target: Target, cuts: Sequence[Cut]) -> Cut | None:
    """Return the lowest value with which a unit would have a target while the others stay, or None where none would do.

    It is one of ``cuts``, or what another unit has; ``strict`` where it has to be passed.
    """
    if not unit.max_points:
        return None
    tried = sorted(_tried(field, unit, cuts), key=lambda each: (_as_total(field, unit, each.mark), each.mark.strict))
    found = bisect.bisect_left(tried, True, key=lambda each: _would_have(field, unit, target, each.mark))  # noqa: FBT003 - what is sought
    return tried[found] if found < len(tried) else None


def _tried(field: Field, unit: UnitScore, cuts: Sequence[Cut]) -> Iterator[Cut]:
    on = field.rulebook.ranking.on
    rivals = [Cut(Mark(on, value_of(on, each)), each) for each in field.group.units if each.who != unit.who]
    for cut in (*(each for each in cuts if each.rival is None), *rivals):
        yield from (replace(cut, mark=replace(cut.mark, strict=strict)) for strict in (False, True))


def _would_have(field: Field, unit: UnitScore, target: Target, mark: Mark) -> bool:
    """Return whether a unit would have the target if it had the points of a mark (``strict``: a trifle more)."""
    this, scored = field.scored
    total = _as_total(field, unit, mark) + (_TRIFLE if mark.strict else 0)
    changed = replace(scored[unit.who], total=total, exact_total=total, percent=total * _percent_of_one(field, unit))
    knockouts = [each for each in field.rulebook.knockouts if each.id in changed.knocked_out]
    changed = replace(changed, grade=grade_of(field.rulebook, changed, knockouts, this.scopes[unit.group, unit.who]))
    units = [changed if who == unit.who else each for who, each in scored.items()]
    group = rank_group(this, field.books.plans[unit.group], units)
    return reached(target, field.rulebook, next(each for each in group.units if each.who == unit.who))


def _as_total(field: Field, unit: UnitScore, mark: Mark) -> Fraction:
    return mark.value / _percent_of_one(field, unit) if mark.measured == "percent" else mark.value


def _percent_of_one(field: Field, unit: UnitScore) -> Fraction:
    """Return how many percent of the maximum one point of the total is."""
    scale = field.rulebook.scale
    if scale.out_of is not None:
        return HUNDRED / scale.out_of
    return Fraction(1) if scale.result == "percent" else HUNDRED / unit.max_points
