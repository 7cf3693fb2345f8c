"""How the points of a unit came about: its scopes opened again, every criterion derived, and where reviewers differ from the formula."""

from __future__ import annotations

from dataclasses import dataclass

from ictscore.expr.derivation import Derivation
from ictscore.expr.evaluate import evaluate
from ictscore.expr.nodes import GroupExtreme
from ictscore.expr.text import extreme_key
from ictscore.rulebook.model import Rulebook
from ictscore.scoring.assess import Round, open_scopes
from ictscore.scoring.criteria import derive, score_leaf
from ictscore.scoring.plan import GroupPlan, Leaf, plan_group
from ictscore.scoring.ranking import Key, ranking_key
from ictscore.scoring.records import Assessment, CriterionScore, UnitScore
from ictscore.scoring.unit import Member, UnitScope
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.submission import Answer, Survey


@dataclass(frozen=True, slots=True)
class Explanation:
    """One criterion of one unit.

    ``score`` is what entered the section; ``raw`` is before redistribution and rounding. A criterion with parts has neither a leaf, a raw
    score nor a derivation: it is the sum of its parts. ``answers`` are those its formula can look at.
    """

    score: CriterionScore
    raw: CriterionScore | None = None
    leaf: Leaf | None = None
    derivation: Derivation | None = None
    answers: tuple[tuple[str, Answer], ...] = ()


class Books:
    """A survey with its assessment, opened again so that every number can be asked where it comes from."""

    def __init__(self, rulebook: Rulebook, survey: Survey, assessment: Assessment) -> None:
        """Open the scopes of all groups; nothing is scored anew."""
        self.rulebook, self.survey, self.assessment = rulebook, survey, assessment
        self._holders: dict[tuple[str, str], tuple[str, ...]] = {}
        self.round = Round(rulebook, survey, assessment.stage)
        self.plans = {group.id: plan_group(rulebook, group) for group in rulebook.groups}
        self._open()
        if any(plan.member_groups for plan in self.plans.values()):
            self.round.members = self._members()
            self._open()

    def _open(self) -> None:
        for plan in self.plans.values():
            open_scopes(self.round, plan)

    def _members(self) -> dict[str, dict[str, list[Member]]]:
        found: dict[str, dict[str, list[Member]]] = {}
        for unit in self.assessment.units():
            by_parent = found.setdefault(unit.group, {})
            if unit.parent is not None:
                member = Member(unit.unit, self.scope(unit).values, unit.total)
                by_parent.setdefault(fold_name(unit.parent), []).append(member)
        return found

    def plan(self, unit: UnitScore) -> GroupPlan:
        """Return the plan of the unit's group."""
        return self.plans[unit.group]

    def scope(self, unit: UnitScore) -> UnitScope:
        """Return the unit's scope as it is before any criterion is scored."""
        return self.round.scopes[unit.group, unit.who]

    def explain(self, unit: UnitScore) -> tuple[Explanation, ...]:
        """Return how each criterion of the unit came about, in the rulebook's order."""
        scope = self.scope(unit)
        scope.criteria, scope.sections, scope.scored = {}, {}, None
        found: dict[str, Explanation] = {}
        for leaf in self.plan(unit).leaves:
            raw = score_leaf(leaf, scope, self.round.stage)
            score = unit.criterion(leaf.criterion.id) or raw
            answers = tuple((name, scope.submission.answer(name, self.round.stage)) for name in leaf.answers)
            found[leaf.criterion.id] = Explanation(score, raw, leaf, derive(leaf, scope), answers)
            scope.note_points(leaf.criterion.id, leaf.above, raw.points)
        return tuple(found.get(score.criterion.id) or Explanation(score) for score in unit.criteria)

    def key(self, unit: UnitScore) -> Key:
        """Return what the unit was ranked by: the declared value, then the tie-breaks."""
        scope = self.scope(unit)
        scope.criteria = {each.criterion.id: each.points for each in unit.criteria}
        scope.sections = {each.section.id: each.points for each in unit.sections}
        scope.scored = unit
        return ranking_key(self.rulebook.ranking, unit, scope)

    def holders(self, unit: UnitScore, node: GroupExtreme) -> tuple[str, ...]:
        """Return the units of the group that have the highest or lowest value ``node`` asks for."""
        key = (unit.group, extreme_key(node))
        if key not in self._holders:
            group = next(each for each in self.assessment.groups if each.group.id == unit.group)
            outside = {fold_name(name) for name in group.group.unranked}
            # Whom a knockout takes out of the ranking is still one that others are measured by.
            ranked = [each for each in group.units if group.group.ranked and fold_name(each.unit) not in outside]
            circle = group.units if node.among == "assessed" else ranked
            value = self.scope(unit).extreme(node)
            self._holders[key] = tuple(each.unit for each in circle if evaluate(node.of, self.scope(each)).value == value)
        return self._holders[key]
