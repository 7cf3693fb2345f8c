"""Provisional points of a criterion, live on the form: as a formula, and as what it comes to for the answers we write.

The state of a criterion is a number in a hidden cell: 0 scored, 1 does not apply, 2 or 3 an answer is missing, 4 an answer cannot be read
as it stands, 5 an error in the figures, 6 does not apply and earns the most. What a reviewer decides, redistribution and rounding come
later, when the units are scored.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from ictscore.expr.evaluate import evaluate
from ictscore.expr.excel import translate
from ictscore.expr.excel_parts import ExcelAnswer, ExcelValue, NotInExcel, as_formula, excel_number, excel_text, gravest_of
from ictscore.expr.nodes import AnswerTo, Expr, Given, GroupExtreme, Measure, OfMembers, PointsOf, SectionPoints
from ictscore.expr.values import Blank, Value, fault, missing
from ictscore.rulebook.criteria import Criterion, NotApplicable
from ictscore.rulebook.model import applies
from ictscore.words import N_, tr

SCORED, NOT_APPLICABLE, MISSING, REQUIRED_MISSING, UNREADABLE, FAULT, FULL = range(7)
_SHOWN = {
    NOT_APPLICABLE: N_("does not apply"),
    MISSING: N_("answers missing"),
    REQUIRED_MISSING: N_("answers missing"),
    UNREADABLE: N_("answer to be written anew"),
    FAULT: N_("figures contradict"),
}
_STATE_OF_BLANK = {"missing": MISSING, "unreadable": UNREADABLE, "fault": FAULT}
_COMPARED_AT = 9


class LiveFormulas(NamedTuple):
    """The formulas of a criterion's state and of its points, which look at the cell of the state."""

    state: str
    points: str


class LiveResult(NamedTuple):
    """What the formulas come to: the state, and the points or the words shown instead of them."""

    state: int
    shown: Fraction | str


@dataclass(frozen=True, slots=True)
class LiveCriterion:
    """A criterion with a formula as it counts for a group."""

    criterion: Criterion
    expr: Expr
    answers: tuple[str, ...]
    policies: tuple[NotApplicable, ...]

    @property
    def not_live(self) -> str:
        """Return what stands instead of points that a unit's own form cannot tell, or nothing where it may."""
        asked = tuple(type(node) for each in self._expressions() for node in each.walk())
        if any(each in asked for each in (GroupExtreme, OfMembers)):
            return tr("scored within the group")
        return tr("scored later") if any(each in asked for each in (PointsOf, SectionPoints, Measure)) else ""

    def formulas(self, cells: Mapping[str, ExcelAnswer], state_cell: str) -> LiveFormulas | None:
        """Return the formulas, or None where Excel cannot say them."""
        where = _FormCells(cells)
        try:
            value = translate(self.expr, where)
            state = _with_policies(self, _own_state(self, value), where)
            return LiveFormulas(as_formula(state), as_formula(_points(self.criterion, value, state_cell)))
        except NotInExcel:
            return None

    def result(self, answers: Mapping[str, Value], required: Collection[str]) -> LiveResult:
        """Return what the formulas come to for these answers; ``required`` are those that must not be left blank."""
        state, points = _result(self, _Answers(answers), required)
        return LiveResult(state, points if points is not None else tr(_SHOWN[state]))

    def _expressions(self) -> tuple[Expr, ...]:
        return (self.expr, *(each.when for each in self.policies if each.when is not None))


def live_criterion(criterion: Criterion, group: str) -> LiveCriterion:
    """Return a criterion with a formula as it counts for a group."""
    assert criterion.formula is not None
    expr = criterion.formula.to_expr(criterion.bounds)
    names = dict.fromkeys(node.id for node in expr.walk() if isinstance(node, (AnswerTo, Given)))
    return LiveCriterion(criterion, expr, tuple(names), tuple(each for each in criterion.not_applicable if applies(each.groups, group)))


@dataclass(frozen=True, slots=True)
class _FormCells:
    """A form knows the unit's own answers and nothing else."""

    cells: Mapping[str, ExcelAnswer]

    def answer(self, identifier: str) -> ExcelAnswer:
        if identifier not in self.cells:
            raise NotInExcel(AnswerTo(identifier))
        return self.cells[identifier]

    def asked(self, node: PointsOf | SectionPoints | Measure | GroupExtreme | OfMembers) -> ExcelValue:
        raise NotInExcel(node)


def _own_state(live: LiveCriterion, value: ExcelValue) -> str:
    """Return the state that the formula alone gives."""
    low, high = live.criterion.min_points, live.criterion.max_points
    middle, half = excel_number((low + high) / 2), excel_number((high - low) / 2)
    within = f"IF(ROUND(ABS({value.value}-{middle})-{half},{_COMPARED_AT})<=0,{SCORED},{FAULT})"
    if not value.states:
        return within
    raw = gravest_of(value.states)
    return f"IF({raw}=0,{within},IF({raw}=0.5,{_itself(live)},IF({raw}=1,{FAULT},{raw})))"


def _with_policies(live: LiveCriterion, state: str, cells: _FormCells) -> str:
    """Return the state with everything before it that lets the criterion not apply."""
    for policy in reversed(live.policies):
        occasions = [f"{cells.answer(each).state}=1" for each in live.answers] if policy.declared else []
        if policy.when is not None:
            when = translate(policy.when, cells)
            occasions.append(f"IF({gravest_of(when.states)}=0,{when.value},FALSE)")
        if occasions:
            state = f"IF(OR({','.join(occasions)}),{FULL if policy.then == 'full' else NOT_APPLICABLE},{state})"
    return state


def _points(criterion: Criterion, value: ExcelValue, state_cell: str) -> str:
    words = ",".join(excel_text(tr(_SHOWN[state])) for state in range(1, FULL))
    return f"IF({state_cell}=0,{value.value},IF({state_cell}={FULL},{excel_number(criterion.max_points)},CHOOSE({state_cell},{words})))"


def _itself(live: LiveCriterion) -> int:
    """Return what holds where the formula itself says that the criterion does not apply."""
    return FULL if live.policies and live.policies[0].then == "full" else NOT_APPLICABLE


def _result(live: LiveCriterion, scope: _Answers, required: Collection[str]) -> tuple[int, Fraction | None]:
    most = live.criterion.max_points
    for policy in live.policies:
        if _holds(policy, live, scope):
            return (FULL, most) if policy.then == "full" else (NOT_APPLICABLE, None)
    value = evaluate(live.expr, scope).value
    if isinstance(value, Fraction):
        return (SCORED, value) if live.criterion.min_points <= value <= most else (FAULT, None)
    if not isinstance(value, Blank):
        return FAULT, None
    if value.kind == "not_applicable":
        itself = FAULT if value.about else _itself(live)
        return itself, most if itself == FULL else None
    wanted = value.kind == "missing" and any(each in required for each in value.about)
    return (REQUIRED_MISSING if wanted else _STATE_OF_BLANK[value.kind]), None


def _holds(policy: NotApplicable, live: LiveCriterion, scope: _Answers) -> bool:
    values = [scope.answer(each) for each in live.answers]
    if policy.declared and any(isinstance(each, Blank) and each.kind == "not_applicable" for each in values):
        return True
    return policy.when is not None and evaluate(policy.when, scope).value is True


@dataclass(frozen=True, slots=True)
class _Answers:
    """One unit's answers as a scope; everything else a criterion of a form cannot ask."""

    values: Mapping[str, Value]

    def answer(self, identifier: str) -> Value:
        return self.values.get(identifier, missing(identifier))

    def points(self, criterion: str) -> Value:
        return fault("{criterion} does not apply to the unit", criterion=criterion)

    section = points

    def measure(self, node: Measure) -> Value:
        return fault("{name} is not known yet", name=node.name)

    def extreme(self, node: GroupExtreme) -> Value:  # noqa: ARG002
        return fault("nobody in the group has a value")

    def of_members(self, node: OfMembers) -> Value:  # noqa: ARG002
        return fault("the unit has no members")
