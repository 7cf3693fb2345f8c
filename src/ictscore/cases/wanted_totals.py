"""Whole units whose totals lie around the bounds of grades and the minimum of awards, put together of answers to single criteria."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from ictscore.cases.finer_answers import finer_answers
from ictscore.exact import ZERO
from ictscore.expr.evaluate import evaluate
from ictscore.expr.nodes import GroupExtreme, OfMembers, PointsOf
from ictscore.expr.text import extreme_key
from ictscore.expr.values import Value
from ictscore.rulebook.model import Rulebook, applies
from ictscore.scoring.assess import assess
from ictscore.scoring.criteria import score_leaf
from ictscore.scoring.plan import GroupPlan, Leaf
from ictscore.scoring.records import UnitScore
from ictscore.scoring.unit import UnitScope
from ictscore.survey.submission import Answer, Submission, Survey
from ictscore.words import N_, Phrase, phrase

NOBODY = Submission("", "", {})
Answers = Mapping[str, Value]
MOST_UNITS, MOST_OPTIONS = 300, 16
MOST_STARTS, MOST_CHANGES, MOST_TRIES, MOST_REFINED = 3, 16, 12, 3
_WAYS = {-1: N_("just below {bound}"), 0: N_("at {bound}"), 1: N_("just above {bound}")}
_FAR = {-1: N_("below {bound}, as near as was found"), 1: N_("above {bound}, as near as was found")}


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound a unit's result is held against: what is had from there on, and whether it is the total or the percentage."""

    name: str
    on: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class Wanted:
    """A result beside a bound, and the answers that come nearest to it; None where none were found on this side."""

    bound: Bound
    at: Phrase
    answers: Answers | None


def bounds_for(rulebook: Rulebook, group: str) -> Iterator[Bound]:
    """Yield the lower bounds of grades, best first, and the least total of each award, as they hold for a group."""
    grades = rulebook.grades
    for band in grades.bands if grades is not None else ():
        if band.lower is not None and grades is not None:
            yield Bound(band.name, grades.on, band.lower)
    for award in rulebook.awards:
        if award.minimum is not None and applies(award.groups, group):
            yield Bound(award.name, "total", award.minimum)


def stands_alone(leaf: Leaf) -> bool:
    """Return whether a criterion looks at nothing but the answers of its own unit."""
    return not any(isinstance(node, (GroupExtreme, OfMembers, PointsOf)) for node in leaf.expr.walk())


def is_refused(leaf: Leaf, answers: Answers) -> bool:
    """Return whether a survey of one unit with the answers is refused: a part above its whole, or an error where nothing else decides."""
    if any(isinstance(node, (OfMembers, PointsOf)) for node in leaf.expr.walk()):
        return _contradicts(leaf, answers)
    scope = UnitScope(NOBODY, dict(answers))
    for node in (each for each in leaf.expr.walk() if isinstance(each, GroupExtreme)):
        scope.extremes = {**scope.extremes, extreme_key(node): evaluate(node.of, scope).value}  # the unit is alone in its case
    return _contradicts(leaf, answers) or score_leaf(leaf, scope, "self").status == "error"


def _contradicts(leaf: Leaf, answers: Answers) -> bool:
    scope = UnitScope(NOBODY, dict(answers))
    for share in leaf.criterion.formula.shares_of() if leaf.criterion.formula is not None else ():
        part, whole = evaluate(share.of, scope).value, evaluate(share.over, scope).value
        if not share.capped and isinstance(part, Fraction) and isinstance(whole, Fraction) and part > whole:
            return True
    return False


def wanted_totals(rulebook: Rulebook, plan: GroupPlan, tried: Mapping[str, Sequence[Answers]]) -> Iterator[Wanted]:
    """Yield for each bound of a group what lies below, at and above it, as near as was found; every result is that of scoring.

    ``tried`` are the answers to each criterion that units are put together of.
    """
    bounds = list(bounds_for(rulebook, plan.group.id))
    if not bounds:
        return
    search = _Search(rulebook, plan, tried)
    for bound in bounds:
        for way, text in _WAYS.items():
            far, answers = search.nearest(bound, way)
            yield Wanted(bound, phrase(text if far <= search.step else _FAR[way], bound=bound.value), answers)


class _Search:
    """Units of one group, each with the points its criteria add up to."""

    def __init__(self, rulebook: Rulebook, plan: GroupPlan, tried: Mapping[str, Sequence[Answers]]) -> None:
        self.rulebook, self.plan = rulebook, plan
        places = rulebook.rounding.total
        self.step = Fraction(1, 10 ** (2 if places is None else places))
        taken_off = {leaf.id for each in (plan.deductions.criteria if plan.deductions else ()) for leaf in each.leaves()}
        self.signs = {leaf.criterion.id: -1 if leaf.criterion.id in taken_off else 1 for leaf in plan.leaves}
        self.options = [(leaf.criterion.id, self._options(leaf, tried.get(leaf.criterion.id, ()))) for leaf in plan.leaves]
        self.options.sort(key=lambda each: -max(each[1], default=ZERO))
        self.units = self._put_together()
        self.scored: dict[tuple[tuple[str, Value], ...], UnitScore] = {}

    def _options(self, leaf: Leaf, tried: Sequence[Answers]) -> dict[Fraction, Answers]:
        found: dict[Fraction, Answers] = {}
        for answers in tried:
            if _contradicts(leaf, answers):
                continue
            if not stands_alone(leaf):
                return {ZERO: answers}
            score = score_leaf(leaf, UnitScope(NOBODY, dict(answers)), "self")
            if score.status == "scored":
                found.setdefault(score.points * self.signs[leaf.criterion.id], answers)
        return found

    def _put_together(self) -> list[tuple[Fraction, Answers]]:
        """Return units of many sums, evenly spread where there are too many."""
        units: dict[Fraction, Answers] = {ZERO: {}}
        leaves = {leaf.criterion.id: leaf for leaf in self.plan.leaves}
        for name, options in self.options:
            grown: dict[Fraction, Answers] = {}
            few = _spread(sorted(options.items(), key=_points), MOST_OPTIONS)
            for points, answers in units.items():
                fitting = [(more, own) for more, own in few if _agree(answers, own)]
                for more, own in fitting or self._beside(leaves[name], answers, options.values()):
                    grown.setdefault(points + more, {**own, **answers})
            units = dict(_spread(sorted(grown.items(), key=_points), MOST_UNITS))
        return list(units.items())

    def _beside(self, leaf: Leaf, answers: Answers, options: Iterable[Answers]) -> Iterator[tuple[Fraction, Answers]]:
        """Yield what a criterion gives where other criteria have answered some of it: the first that contradicts nothing."""
        for own in options:
            whole = {**own, **answers}
            if not _contradicts(leaf, whole):
                score = score_leaf(leaf, UnitScope(NOBODY, whole), "self") if stands_alone(leaf) else None
                yield (ZERO if score is None else score.points * self.signs[leaf.criterion.id]), own
                return
        yield ZERO, {}

    def nearest(self, bound: Bound, way: int) -> tuple[Fraction, Answers | None]:
        """Return the answers whose result is nearest to a bound on one side (0: at it), with how far that is; None where there are none."""
        target = bound.value + way * self.step
        starts = sorted(self.units, key=lambda each: abs(each[0] * self._factor(bound.on) - target))[:MOST_STARTS]
        beyond = [each for each in self.units if (each[0] * self._factor(bound.on) - bound.value) * way > 0]
        held = sorted(beyond, key=lambda each: abs(each[0] * self._factor(bound.on) - target))[:MOST_STARTS]
        for _, answers in (*starts, max(self.units, key=_points)):
            self._approach(bound, answers, target)
        for _, answers in held:
            self._approach(bound, answers, target, side=way)
        best = self._best(bound, way)
        if way and (best[1] is None or best[0] > self.step):
            self._refine(bound, target)
            best = self._best(bound, way)
        return best

    def _best(self, bound: Bound, way: int) -> tuple[Fraction, Answers | None]:
        best: tuple[Fraction, Answers | None] = (ZERO, None)
        for key, unit in self.scored.items():
            far = (_result(unit, bound) - bound.value) * (way or 1)
            fits = (far > 0 if way else far == 0) and (best[1] is None or far < best[0])
            if fits and not self._is_refused(unit, dict(key)):
                best = far, dict(key)
        return best

    def _is_refused(self, unit: UnitScore, answers: Answers) -> bool:
        return any(each.status == "error" for each in unit.criteria) or any(_contradicts(leaf, answers) for leaf in self.plan.leaves)

    def _approach(self, bound: Bound, answers: Answers, target: Fraction, *, side: int = 0) -> None:
        """Score a unit, then answer one criterion after the other otherwise while the result comes nearer, on one side if so wanted."""
        unit = self._score(answers)
        for _ in range(MOST_CHANGES):
            missing = target - _result(unit, bound)
            closer = None
            for changed in islice(self._changes(unit, answers, missing / self._factor(bound.on)), MOST_TRIES) if missing else ():
                other = self._score(changed)
                stays = not side or (_result(other, bound) - bound.value) * side > 0
                if stays and abs(target - _result(other, bound)) < abs(missing) and not self._is_refused(other, changed):
                    closer = other, changed
                    break
            if closer is None:
                return
            unit, answers = closer

    def _refine(self, bound: Bound, target: Fraction) -> None:
        """Score the units nearest to a result with one number of a criterion as near to what is missing as it can come."""
        for key, unit in sorted(self.scored.items(), key=lambda each: abs(_result(each[1], bound) - target))[:MOST_REFINED]:
            missing, answers = (target - _result(unit, bound)) / self._factor(bound.on), dict(key)
            for leaf in filter(stands_alone, self.plan.leaves):
                score = unit.criterion(leaf.criterion.id)
                wanted = score.points + missing * self.signs[leaf.criterion.id] if score is not None else ZERO
                for finer in finer_answers(leaf, answers, wanted, self.rulebook.answers) if score is not None else ():
                    self._score(finer)

    def _changes(self, unit: UnitScore, answers: Answers, wanted: Fraction) -> Iterator[Answers]:
        """Yield the unit with one criterion answered otherwise, what promises to bring it nearest first."""
        found = []
        for name, options in self.options:
            score = unit.criterion(name)
            now = score.points * self.signs[name] if score is not None else ZERO
            found += [(abs(wanted - (other - now)), own) for other, own in options.items() if abs(wanted - (other - now)) < abs(wanted)]
        yield from ({**answers, **own} for _, own in sorted(found, key=lambda each: each[0]))

    def _factor(self, on: str) -> Fraction:
        """Return what one point is on the scale of a bound, where nothing drops out."""
        scale, most = self.rulebook.scale, self.plan.max_points
        if not most or (on == "total" and scale.out_of is None and scale.result == "points"):
            return Fraction(1)
        return (scale.out_of if on == "total" and scale.out_of is not None else Fraction(100)) / most

    def _score(self, answers: Answers) -> UnitScore:
        key = tuple(answers.items())
        if key not in self.scored:
            group = self.plan.group.id
            unit = Submission("–", group, {"self": {name: Answer(value) for name, value in answers.items()}})
            found = assess(self.rulebook, Survey((unit,)), "self", plans={group: self.plan})
            self.scored[key] = next(each for each in found.units() if each.group == group)
        return self.scored[key]


def _result(unit: UnitScore, bound: Bound) -> Fraction:
    return unit.total if bound.on == "total" else unit.percent


def _points(option: tuple[Fraction, Answers]) -> Fraction:
    return option[0]


def _agree(answers: Answers, own: Answers) -> bool:
    return all(answers.get(name, value) == value for name, value in own.items())


def _spread(items: Sequence[tuple[Fraction, Answers]], most: int) -> Sequence[tuple[Fraction, Answers]]:
    """Return so many items at most, the first and the last among them."""
    if len(items) <= most:
        return items
    return [items[index * (len(items) - 1) // (most - 1)] for index in range(most)]
