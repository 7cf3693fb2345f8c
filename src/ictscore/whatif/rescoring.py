"""One unit of a survey scored again with other answers; everybody else's answers stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cached_property

from ictscore.expr.evaluate import evaluate
from ictscore.expr.nodes import AnswerTo, Given, GroupExtreme
from ictscore.expr.text import extreme_key
from ictscore.expr.values import Blank, Value
from ictscore.findings import Finding, errors_among
from ictscore.places import Place
from ictscore.rulebook.procedure import StageId
from ictscore.scoring.assess import Round, assess, rank_group, said_in, score_unit
from ictscore.scoring.criteria import score_leaf
from ictscore.scoring.doubts import doubts_about
from ictscore.scoring.explain import Books
from ictscore.scoring.plan import Leaf
from ictscore.scoring.records import Assessment, CriterionScore, UnitScore
from ictscore.scoring.totals import Scores, Total, settle_criteria, total_up
from ictscore.scoring.unit import UnitScope
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.submission import Answer, Submission, Survey
from ictscore.whatif.contradictions import contradict
from ictscore.whatif.field import Field

Changes = Mapping[str, Value]
"""New values by answer."""

Errors = frozenset[tuple[str, ...]]
"""Errors by code, unit and criterion."""

CHANGED = Place("--set")


def changed(submission: Submission, changes: Changes, stage: StageId) -> Submission:
    """Return a submission in which the changes hold at ``stage``; the one given stays as it is."""
    answers = {each: {name: answer for name, answer in own.items() if name not in changes} for each, own in submission.answers.items()}
    answers[stage] = {**answers.get(stage, {}), **{name: Answer(value, CHANGED) for name, value in changes.items()}}
    return replace(submission, answers=answers)


class Rescorer:
    """Scores one unit, or everybody with that unit changed; a whole assessment is what the engine itself makes."""

    def __init__(self, books: Books, unit: UnitScore, field: Field | None = None) -> None:
        """Prepare for one unit; ``field`` is its group as it stands, where somebody has it already."""
        self.books, self.unit, self._field = books, unit, field
        self.rulebook, self.stage, self.plan = books.rulebook, books.assessment.stage, books.plan(unit)
        self._scope = books.scope(unit)
        self.values: Changes = self._scope.values
        self.is_counted = self.plan.group.ranked and fold_name(unit.unit) not in {fold_name(each) for each in self.plan.group.unranked}
        self._measured = {
            key: {each.id for each in node.of.walk() if isinstance(each, (AnswerTo, Given))} for key, node in self.plan.extremes.items()
        }
        self._keys: dict[int, tuple[GroupExtreme, str]] = {}
        self._anew: dict[frozenset[tuple[str, Value]], tuple[UnitScore, Errors]] = {}
        self._others = {key: self._extreme_of_others(node) for key, node in self.plan.extremes.items()}

    @cached_property
    def field(self) -> Field:
        """Return the unit's group as it stands."""
        return self._field or Field(self.books, next(each for each in self.books.assessment.groups if each.group.id == self.unit.group))

    def _extreme_of_others(self, node: GroupExtreme) -> Value | None:
        outside = {fold_name(name) for name in self.plan.group.unranked}
        scopes = [
            scope
            for (group, who), scope in self.books.round.scopes.items()
            if group == self.unit.group
            and who != self.unit.who
            and (node.among == "assessed" or (self.plan.group.ranked and fold_name(scope.submission.unit) not in outside))
        ]
        return extreme(node, [evaluate(node.of, scope).value for scope in scopes])

    def key(self, node: GroupExtreme) -> str:
        """Return the text under which an extreme is kept, written once for each node."""
        if id(node) not in self._keys:
            self._keys[id(node)] = node, extreme_key(node)
        return self._keys[id(node)][1]

    def others(self, key: str, node: GroupExtreme) -> tuple[Value | None, bool]:
        """Return the extreme among the other units, and whether the unit itself is in that circle."""
        return self._others[key], node.among == "assessed" or self.is_counted

    def survey(self, changes: Changes) -> Survey:
        """Return the survey with the unit changed."""
        every = self.books.survey.submissions
        mine = (self.unit.group, self.unit.who)
        new = tuple(changed(each, changes, self.stage) if (each.group, each.who) == mine else each for each in every)
        return replace(self.books.survey, submissions=new)

    def assess(self, changes: Changes, *, everybody: bool = False) -> Assessment:
        """Return the assessment with the unit changed; of its group alone, where other groups have no part in it."""
        survey = self.survey(changes)
        if not everybody and not self._has_members:
            survey = replace(survey, submissions=tuple(each for each in survey.submissions if each.group == self.unit.group))
        return assess(self.rulebook, survey, self.stage, plans=self.books.plans)

    def anew(self, changes: Changes) -> tuple[UnitScore, Errors]:
        """Return how the unit stands when everybody is scored again, and the errors in its group; what was asked before is remembered."""
        key = frozenset(changes.items())
        if key not in self._anew:
            self._anew[key] = self._by_assessment(changes) if self._has_members else self._by_group(changes)
        return self._anew[key]

    def _by_assessment(self, changes: Changes) -> tuple[UnitScore, Errors]:
        assessment = self.assess(changes)
        return self.unit_in(assessment), _errors_in(assessment.findings)

    def _by_group(self, changes: Changes) -> tuple[UnitScore, Errors]:
        """Return the same, where no other group has a part in it: of the others only what is measured by a moved value is scored again."""
        this, others = self._group
        scope = self.scope(changes)
        moved = [key for key in self.plan.extremes if scope.extremes.get(key) != self._scope.extremes.get(key)]
        scopes = {**this.scopes, (self.unit.group, self.unit.who): scope}
        units = [score_unit(this, self.plan, scope, self._known(changes, scope))]
        for each in others:
            unit, theirs = self.field.regrouping.again(each.who, scope.extremes, moved) if moved else (each, scopes[each.group, each.who])
            units.append(unit)
            scopes[each.group, each.who] = theirs
        then = replace(this, scopes=scopes)
        group = rank_group(then, self.plan, units)
        doubts = doubts_about(self.rulebook, group, said_in(then, {self.unit.group: self.plan}))
        return next(each for each in group.units if each.who == self.unit.who), _errors_in(doubts)

    @cached_property
    def _has_members(self) -> bool:
        return any(plan.member_groups for plan in self.books.plans.values())

    def _known(self, changes: Changes, scope: UnitScope) -> Mapping[str, CriterionScore]:
        """Return the unit's criteria that the changes cannot touch, as they are."""
        moved = [key for key in self.plan.extremes if scope.extremes.get(key) != self._scope.extremes.get(key)]
        touched = self.field.regrouping.looks.changed(changes, moved)
        return {name: score for name, score in self.now.items() if name not in touched}

    def standing(self, changes: Changes) -> UnitScore:
        """Return how the unit stands with the changes; where nobody else's points can move, only its own are scored anew."""
        if self._moves_others(changes) or self.plan.member_groups:
            return self.anew(changes)[0]
        this, others = self._group
        scope = self.scope(changes)
        this.scopes[self.unit.group, self.unit.who] = scope
        group = rank_group(this, self.plan, [*others, score_unit(this, self.plan, scope, self._known(changes, scope))])
        return next(each for each in group.units if each.who == self.unit.who)

    def alone(self, changes: Changes) -> UnitScore:
        """Return the unit's points and its grade before quotas with the changes; nobody is ranked."""
        scope = self.scope(changes)
        return score_unit(self._group[0], self.plan, scope, self._known(changes, scope))

    def judged(self, changes: Changes) -> UnitScope:
        """Return the unit's scope with the changes, its points, sections and total known."""
        scope = self.scope(changes)
        score_unit(self._group[0], self.plan, scope, self._known(changes, scope))
        return scope

    @cached_property
    def _group(self) -> tuple[Round, list[UnitScore]]:
        """Return the round and the other units of the group, scored but not ranked."""
        this, units = self.field.scored
        own = Round(self.rulebook, this.survey, this.stage, members=this.members, plans=this.plans, scopes=dict(this.scopes))
        return own, [each for who, each in units.items() if who != self.unit.who]

    def unit_in(self, assessment: Assessment) -> UnitScore:
        """Return the unit in an assessment."""
        return next(each for each in assessment.units() if (each.group, each.who) == (self.unit.group, self.unit.who))

    def scope(self, changes: Changes) -> UnitScope:
        """Return the unit's scope with the changes, before any criterion is scored."""
        scope = UnitScope(self._scope.submission, {**self.values, **changes}, self._scope.extremes, self._scope.members)
        moved = {key: node for key, node in self.plan.extremes.items() if not changes.keys().isdisjoint(self._measured[key])}
        if moved:
            kept = {key: value for key, value in self._scope.extremes.items() if key not in moved}
            scope.extremes = kept | self._extremes(scope, moved)
        return scope

    def _moves_others(self, changes: Changes) -> bool:
        """Return whether an extreme that others are measured by is another one with the changes; where none is, their points stay."""
        return bool(changes) and self.measures_others(changes) and self.scope(changes).extremes != self._scope.extremes

    def measures_others(self, changes: Iterable[str]) -> bool:
        """Return whether these answers can move an extreme that others are measured by."""
        names = set(changes)
        return any(names & measured for measured in self._measured.values())

    def _extremes(self, scope: UnitScope, moved: Mapping[str, GroupExtreme]) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for key, node in moved.items():
            theirs, counted = self.others(key, node)
            values = [theirs] if theirs is not None else []
            value = extreme(node, [*values, evaluate(node.of, scope).value] if counted else values)
            if value is not None:
                found[key] = value
        return found

    def leaves(self, scope: UnitScope, wanted: Iterable[Leaf] | None = None) -> dict[str, CriterionScore]:
        """Return the scores of the leaves, before anything is redistributed or rounded."""
        found: dict[str, CriterionScore] = {}
        for leaf in self.plan.leaves if wanted is None else wanted:
            score = score_leaf(leaf, scope, self.stage)
            found[leaf.criterion.id] = score
            scope.note_points(leaf.criterion.id, leaf.above, score.points)
        return found

    @cached_property
    def now(self) -> Mapping[str, CriterionScore]:
        """Return the scores of the leaves as they are, before anything is redistributed or rounded."""
        return self.leaves(self.scope({}))

    def agree(self, changes: Changes) -> bool:
        """Return whether no part is more than its whole with the changes where that is an error, unless it was so before."""
        now, then = self.scope({}), self.scope(changes)
        shares = [share for leaf in self.plan.leaves if leaf.criterion.formula for share in leaf.criterion.formula.shares_of()]
        return not any(contradict(share, then) and not contradict(share, now) for share in shares)

    def is_sound(self, changes: Changes, unit: UnitScore) -> bool:
        """Return whether scoring finds no error with the changes that it did not find before; ``unit`` is the unit with them."""
        if _errors_of(unit) - _errors_of(self.unit) or not self.agree(changes):
            return False
        return not self._moves_others(changes) or self.anew(changes)[1] <= self.anew({})[1]

    def total(self, changes: Changes) -> Total:
        """Return the unit's sums with the changes."""
        scores: Scores = self.leaves(self.scope(changes))
        settle_criteria(self.plan, self.rulebook, scores)
        return total_up(self.plan, self.rulebook, scores)


def _errors_of(unit: UnitScore) -> frozenset[str]:
    """Return the criteria of a unit that are errors, and whether it has no maximum or no grade."""
    criteria = (each.criterion.id for each in unit.criteria if each.status == "error")
    return frozenset((*criteria, *[":max"] * (not unit.max_points), *[":grade"] * (unit.grade is None)))


def _errors_in(findings: Iterable[Finding]) -> Errors:
    found = errors_among(findings)
    return frozenset((each.code, *(str(each.values.get(name)) for name in ("unit", "criterion"))) for each in found)


def extreme(node: GroupExtreme, values: Iterable[Value]) -> Value | None:
    """Return the extreme among the values that are numbers, or None."""
    numbers = [each for each in values if isinstance(each, Fraction) and not isinstance(each, Blank)]
    if not numbers:
        return None
    return max(numbers) if node.how == "highest" else min(numbers)
