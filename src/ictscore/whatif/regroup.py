"""A group in which a value that units are measured by has moved: scored again only as far as that reaches."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from ictscore.expr.nodes import AnswerTo, Expr, Given, GroupExtreme, Measure, OfMembers, PointsOf, SectionPoints
from ictscore.expr.text import extreme_key
from ictscore.expr.values import Value
from ictscore.rulebook.model import Rulebook
from ictscore.scoring.assess import Round, score_unit
from ictscore.scoring.criteria import score_leaf
from ictscore.scoring.plan import GroupPlan, Leaf
from ictscore.scoring.records import CriterionScore, UnitScore
from ictscore.scoring.unit import UnitScope
from ictscore.survey.labels.unit_names import Who

Raw = Mapping[str, CriterionScore]
"""The scores of criteria with a formula, before anything is redistributed or rounded."""
Standing = tuple[UnitScore, UnitScope]


class Looks:
    """What each criterion of a group looks at, so that it can be told which of them change."""

    def __init__(self, plan: GroupPlan) -> None:
        """Walk through the formulas and the conditions once."""
        self._plan = plan
        nodes = {leaf.criterion.id: [node for each in _exprs(leaf) for node in each.walk()] for leaf in plan.leaves}
        self._answers = {name: {node.id for node in each if isinstance(node, (AnswerTo, Given))} for name, each in nodes.items()}
        self._extremes = {name: {extreme_key(node) for node in each if isinstance(node, GroupExtreme)} for name, each in nodes.items()}
        self._open = {name for name, each in nodes.items() if any(isinstance(node, _OPEN) for node in each)}

    def changed(self, answers: Collection[str], extremes: Collection[str]) -> set[str]:
        """Return the criteria that other answers or extremes can change; always those that look at points of others."""
        mine, theirs = set(answers), set(extremes)
        return {name for name, each in self._answers.items() if each & mine or self._extremes[name] & theirs} | self._open

    def measured(self, extremes: Collection[str]) -> tuple[Leaf, ...] | None:
        """Return the criteria that look at these extremes; None where others look at points, so that it does not end with these."""
        moved = set(extremes)
        return None if self._open else tuple(each for each in self._plan.leaves if self._extremes[each.criterion.id] & moved)


_OPEN = (PointsOf, SectionPoints, Measure, OfMembers)


def _exprs(leaf: Leaf) -> Iterator[Expr]:
    yield leaf.expr
    yield from (each.when for each in leaf.policies if each.when is not None)


class Regrouping:
    """The units of a group as they stood, and as they stand when an extreme has moved."""

    def __init__(self, this: Round, plan: GroupPlan, units: Mapping[Who, UnitScore]) -> None:
        """Take a round whose scopes are open, and its units, scored but not ranked."""
        self._this, self._plan, self._units = this, plan, units
        self._raw: dict[Who, Raw] = {}

    @cached_property
    def looks(self) -> Looks:
        """Return what the criteria look at."""
        return Looks(self._plan)

    @cached_property
    def _asks_extremes(self) -> bool:
        """Return whether ranks, grades, awards or knockouts look at extremes themselves."""
        return any(isinstance(node, GroupExtreme) for each in _conditions(self._this.rulebook) for node in each.walk())

    def again(self, who: Who, extremes: Mapping[str, Value], moved: Collection[str]) -> Standing:
        """Return a unit, and its scope, measured by other extremes, of which those that ``moved`` are not what they were."""
        before = self._this.scopes[self._plan.group.id, who]
        measured, raw = self.looks.measured(moved), self._raw_of(who)
        if measured is None:
            scope = UnitScope(before.submission, before.values, extremes, before.members)
            return score_unit(self._this, self._plan, scope), scope
        scope = UnitScope(before.submission, before.values, extremes, before.members)
        new = {leaf.criterion.id: score_leaf(leaf, scope, self._this.stage) for leaf in measured}
        if not self._asks_extremes and all(raw[name] == score for name, score in new.items()):
            return self._units[who], replace(before, extremes=extremes)
        return score_unit(self._this, self._plan, scope, {**raw, **new}), scope

    def _raw_of(self, who: Who) -> Raw:
        if who not in self._raw:
            before = self._this.scopes[self._plan.group.id, who]
            scope, found = UnitScope(before.submission, before.values, before.extremes, before.members), dict[str, CriterionScore]()
            for leaf in self._plan.leaves:
                score = found[leaf.criterion.id] = score_leaf(leaf, scope, self._this.stage)
                scope.note_points(leaf.criterion.id, leaf.above, score.points)
            self._raw[who] = found
        return self._raw[who]


def _conditions(rulebook: Rulebook) -> Iterator[Expr]:
    yield from rulebook.ranking.tie_breaks
    yield from (each.when for each in rulebook.knockouts)
    yield from (each.requires for each in rulebook.awards if each.requires is not None)
    bands = rulebook.grades.bands if rulebook.grades is not None else ()
    yield from (each.requires for each in bands if each.requires is not None)
