"""Provisional points of a criterion, live on the form: as a formula, and as what it comes to for the answers we write.

The state of a criterion is a number in a hidden cell: 0 scored, 0.5 and 0.6 it does not apply (by its formula, by another rule), 1 an
answer was declared not applicable without a rule for that, 2 or 3 an answer is missing, 4 one cannot be read as it stands, 5 an error in
the figures, 6 it does not apply and earns the most. What a reviewer decides, redistribution and rounding come later, when units are scored.
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

FULL = 6
_BY_FORMULA, _BY_POLICY = 0.5, 0.6
_NOT_APPLICABLE, _FAULT, _MISSING, _UNREADABLE = (
    N_("does not apply"),
    N_("figures contradict"),
    N_("answers missing"),
    N_("answer to be written anew"),
)
_WORDS_BY_STATE = (_NOT_APPLICABLE, _FAULT, _MISSING, _MISSING, _UNREADABLE, _FAULT)
"""What is shown for states from 0.5 on, by their whole part; an answer declared not applicable without a rule for that (1) is an error."""
_STATE_OF_BLANK = {"missing": 2, "unreadable": 4, "fault": 5}
_REQUIRED_MISSING = 3
_COMPARED_AT = 9


def words_for_points() -> tuple[str, ...]:
    """Return the words that may stand instead of points."""
    return (*map(tr, _WORDS_BY_STATE), tr("scored within the group"), tr("scored later"))


class LiveFormulas(NamedTuple):
    """The formulas of a criterion's state and of its points, which look at the cell of the state."""

    state: str
    points: str


class LiveResult(NamedTuple):
    """What the formulas come to: the state, and the points or the words shown instead of them."""

    state: float
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
            state = _with_policies(self, gravest_of(value.states), where)
            return LiveFormulas(as_formula(state), as_formula(_shown(self, value.value, state_cell)))
        except NotInExcel:
            return None

    def result(self, answers: Mapping[str, Value], required: Collection[str]) -> LiveResult:
        """Return what the formulas come to for these answers; ``required`` are those that must not be left blank."""
        return _result(self, _Answers(answers), required)

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


def _with_policies(live: LiveCriterion, state: str, cells: _FormCells) -> str:
    """Return the state with everything before it that lets the criterion not apply."""
    for policy in reversed(live.policies):
        occasions = [f"{cells.answer(each).state}=1" for each in live.answers] if policy.declared else []
        if policy.when is not None:
            when = translate(policy.when, cells)
            occasions.append(f"IF({gravest_of(when.states)}=0,{when.value},FALSE)" if when.states else when.value)
        if occasions:
            state = f"IF(OR({','.join(occasions)}),{FULL if policy.then == 'full' else _BY_POLICY},{state})"
    return state


def _shown(live: LiveCriterion, value: str, state: str) -> str:
    """Return what is shown: points within their bounds, the most, or the words for the whole part of the state."""
    low, high = live.criterion.min_points, live.criterion.max_points
    middle, half, most = excel_number((low + high) / 2), excel_number((high - low) / 2), excel_number(high)
    words = [excel_text(tr(each)) for each in _WORDS_BY_STATE]
    points = f"IF(ROUND(ABS({value}-{middle})-{half},{_COMPARED_AT})<=0,{value},{words[-1]})"
    is_full = f"OR({state}={FULL},{state}={_BY_FORMULA})" if _is_full_itself(live) else f"{state}={FULL}"
    return f"IF({state}=0,{points},IF({is_full},{most},CHOOSE(INT({state})+1,{','.join(words)})))"


def _is_full_itself(live: LiveCriterion) -> bool:
    """Return whether the criterion earns the most where its own formula says that it does not apply."""
    return bool(live.policies) and live.policies[0].then == "full"


def _result(live: LiveCriterion, scope: _Answers, required: Collection[str]) -> LiveResult:
    low, most = live.criterion.min_points, live.criterion.max_points
    for policy in live.policies:
        if _holds(policy, live, scope):
            return LiveResult(FULL, most) if policy.then == "full" else LiveResult(_BY_POLICY, tr(_NOT_APPLICABLE))
    value = evaluate(live.expr, scope).value
    if isinstance(value, Fraction):
        return LiveResult(0, value if low <= value <= most else tr(_FAULT))
    assert isinstance(value, Blank)  # rulebooks whose formulas give anything else are refused
    state = _state_of(value, required)
    is_full = state == _BY_FORMULA and _is_full_itself(live)
    return LiveResult(state, most if is_full else tr(_WORDS_BY_STATE[int(state)]))


def _state_of(blank: Blank, required: Collection[str]) -> float:
    if blank.kind == "not_applicable":
        return 1 if blank.about else _BY_FORMULA
    if blank.kind == "missing" and any(each in required for each in blank.about):
        return _REQUIRED_MISSING
    return _STATE_OF_BLANK[blank.kind]


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
