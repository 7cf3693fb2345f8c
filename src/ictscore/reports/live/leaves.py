"""The steps of criteria with a formula: how it stands with each, its value, and the points before redistribution and rounding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.expr.evaluate import evaluate
from ictscore.expr.excel import translate
from ictscore.expr.excel_parts import excel_number, gravest_of
from ictscore.expr.nodes import GroupExtreme, NoValue
from ictscore.expr.values import Blank, Value
from ictscore.reports.live.answers import NOT_READABLE, STATES
from ictscore.reports.live.making import Making, guarded
from ictscore.reports.live.steps import Ref, Stored, Term, added
from ictscore.rulebook.criteria import Consequence, Criterion
from ictscore.scoring.criteria import policy_that_holds, score_leaf
from ictscore.scoring.plan import Leaf
from ictscore.scoring.records import CriterionScore
from ictscore.scoring.unit import UnitScope
from ictscore.words import tr

MISSING, OUT_OF_BOUNDS, GIVEN, AWAY = 2, 6, 7, 10
CODES: dict[Consequence, int] = {"full": 10, "drop": 11, "redistribute_equally": 12, "redistribute_in_proportion": 13, "zero": 14}
"""Statuses besides those of blanks: the criterion does not apply, and what follows from it."""
BY_ITSELF = Fraction(1, 2)
MISSING_IS_ERROR = 3


@dataclass(frozen=True, slots=True)
class LeafSteps:
    """The columns of one criterion with a formula; ``codes`` are the consequences it can have where it does not apply."""

    status: Ref
    points: Ref
    codes: frozenset[int]
    may_be_given: bool


@dataclass(frozen=True, slots=True)
class _Traced:
    """What the engine makes of a criterion for one unit: the policy's code or 0, the formula's value, and the score."""

    policy: int
    value: Value
    score: CriterionScore


def title(criterion: Criterion) -> str:
    """Return the name of a criterion with its number."""
    return " ".join(filter(None, (criterion.number, criterion.name)))


def add_extremes(making: Making, circle: Ref | None) -> None:
    """Add what the group's units are measured by: each one's value, the extreme, and whether there is one; ``circle`` are those ranked."""
    for key, node in making.plan.extremes.items():
        making.cells.extremes[key] = _extreme(making, key, node, None if node.among == "assessed" else circle)


def _extreme(making: Making, key: str, node: GroupExtreme, circle: Ref | None) -> tuple[Ref, Ref]:
    own = [each.value for each in making.derived(key, node.of, making.before())]
    values: list[Stored] = [
        value if isinstance(value, Fraction) and (circle is None or circle.number(index)) else "" for index, value in enumerate(own)
    ]
    there = [each for each in values if isinstance(each, Fraction)]
    best = (max(there) if node.how == "highest" else min(there)) if there else ZERO

    def formula() -> str:
        inner = guarded(translate(node.of, making.cells), '""')
        return inner if circle is None else f'IF({circle.text}=1,{inner},"")'

    each = making.steps.add(f"{key} – {tr('value')}", formula, lambda index: values[index])
    how = "MAX" if node.how == "highest" else "MIN"
    extreme = making.steps.add(key, f"{how}({each.all})", lambda _: best)

    def state_formula() -> str:
        state = gravest_of(translate(node.of, making.cells).states)
        return f"IF(COUNT({each.all})>0,0,IF({state}>0,{state},5))"

    def state(index: int) -> Fraction:
        value = own[index]
        return ZERO if there else _blank_state(value) if isinstance(value, Blank) else Fraction(5)

    return extreme, making.steps.add(f"{key} – {tr('state')}", state_formula, state)


def add_leaves(making: Making, given: Callable[[str], Ref | None]) -> dict[str, LeafSteps]:
    """Add the columns of every criterion with a formula, in the order in which each finds what it needs."""
    traced = _trace(making)
    found: dict[str, LeafSteps] = {}
    parts: dict[str, list[Term]] = {}
    for leaf in making.plan.leaves:
        identifier = leaf.criterion.id
        found[identifier] = _add(making, leaf, traced[identifier], given(identifier))
        making.cells.points[identifier] = found[identifier].points
        for above in leaf.above:
            parts.setdefault(above, []).append(found[identifier].points)
            making.cells.points[above] = added(parts[above], making.steps)
    return found


def _trace(making: Making) -> dict[str, list[_Traced]]:
    traced: dict[str, list[_Traced]] = {leaf.criterion.id: [] for leaf in making.plan.leaves}
    for index, scope in enumerate(making.before()):
        for leaf in making.plan.leaves:
            score = score_leaf(leaf, scope, making.stage)
            traced[leaf.criterion.id].append(_traced(making, leaf, scope, score, index))
            scope.note_points(leaf.criterion.id, leaf.above, score.points)
    return traced


def _traced(making: Making, leaf: Leaf, scope: UnitScope, score: CriterionScore, index: int) -> _Traced:
    name, policy = title(leaf.criterion), policy_that_holds(leaf, scope)
    for each in leaf.policies:
        if each.when is not None:
            making.doubts.derivation(index, name, evaluate(each.when, scope))
    derivation = evaluate(leaf.expr, scope)
    making.doubts.derivation(index, name, derivation)
    if isinstance(derivation.value, Fraction):
        for bound in (leaf.criterion.min_points, leaf.criterion.max_points):
            making.doubts.compare(index, name, derivation.value, bound)
    return _Traced(CODES[policy[0]] if policy is not None else 0, derivation.value, score)


def _add(making: Making, leaf: Leaf, traced: list[_Traced], given: Ref | None) -> LeafSteps:
    name, steps = title(leaf.criterion), making.steps
    states = [_state(each) for each in traced]
    numbers = [each.value if not state and isinstance(each.value, Fraction) else ZERO for each, state in zip(traced, states, strict=True)]

    def state_text() -> str:
        state = gravest_of(translate(leaf.expr, making.cells).states)
        return _with_policies(making, leaf, state)

    state = making.steps.add(f"{name} – {tr('state')}", state_text, lambda index: states[index])
    value = making.steps.add(
        f"{name} – {tr('value')}",
        lambda: f"IF({state.text}=0,{translate(leaf.expr, making.cells).value},0)",
        lambda index: numbers[index],
    )
    itself = next((CODES[each.then] for each in leaf.policies), CODES["drop"])
    missing = f"IF({state.text}=2,{MISSING_IS_ERROR},{state.text})" if leaf.criterion.on_missing == "error" else state.text
    blank = f"IF({state.text}={excel_number(BY_ITSELF)},{itself},{missing})"
    status = f"IF({state.text}=0,IF({_within(leaf.criterion, value.text)},0,{OUT_OF_BOUNDS}),{blank})"
    if given is not None:
        status = f'IF({given.text}="{NOT_READABLE}",{STATES["unreadable"]},{status})'
        status = f"IF(ISNUMBER({given.text}),IF({_within(leaf.criterion, given.text)},{GIVEN},{OUT_OF_BOUNDS}),{status})"
    statuses = [_status(leaf, each, own, itself) for each, own in zip(traced, states, strict=True)]
    column = steps.add(f"{name} – {tr('status')}", status, lambda index: statuses[index])
    points = _points_text(leaf.criterion, column.text, value.text, given)
    codes = frozenset({*(CODES[each.then] for each in leaf.policies), *({itself} if _may_vanish(leaf) else ())})
    return LeafSteps(column, steps.add(name, points, lambda index: traced[index].score.points), codes, given is not None)


def _may_vanish(leaf: Leaf) -> bool:
    """Return whether the formula itself may say that the criterion does not apply."""
    return any(isinstance(node, NoValue) and node.kind == "not_applicable" for node in leaf.expr.walk())


def _with_policies(making: Making, leaf: Leaf, state: str) -> str:
    for policy in reversed(leaf.policies):
        occasions = [f"{making.cells.answer(each).state}=1" for each in leaf.answers] if policy.declared else []
        if policy.when is not None:
            occasions.append(guarded(translate(policy.when, making.cells), "FALSE"))
        if occasions:
            state = f"IF(OR({','.join(occasions)}),{CODES[policy.then]},{state})"
    return state


def _within(criterion: Criterion, text: str) -> str:
    """Return whether points lie within the criterion's bounds."""
    middle, half = (criterion.min_points + criterion.max_points) / 2, (criterion.max_points - criterion.min_points) / 2
    return f"ROUND(ABS({text}-{excel_number(middle)})-{excel_number(half)},9)<=0"


def _points_text(criterion: Criterion, status: str, value: str, given: Ref | None) -> str:
    low = max(ZERO, criterion.min_points)
    rest = f"IF({status}=2,{excel_number(low)},0)" if low else "0"
    rest = f"IF({status}={CODES['full']},{excel_number(criterion.max_points)},{rest})"
    rest = f"IF({status}={GIVEN},{given.text},{rest})" if given is not None else rest
    return f"IF({status}=0,{value},{rest})"


def _state(traced: _Traced) -> Fraction:
    if traced.policy:
        return Fraction(traced.policy)
    return _blank_state(traced.value) if isinstance(traced.value, Blank) else ZERO


def _blank_state(blank: Blank) -> Fraction:
    return BY_ITSELF if blank.kind == "not_applicable" and not blank.about else Fraction(STATES[blank.kind])


def _status(leaf: Leaf, traced: _Traced, state: Fraction, itself: int) -> int:
    score = traced.score
    if score.given_by is not None:
        return GIVEN if score.status == "scored" else OUT_OF_BOUNDS
    if not state:
        return 0 if score.status == "scored" else OUT_OF_BOUNDS
    if state == BY_ITSELF:
        return itself
    return MISSING_IS_ERROR if state == STATES["missing"] and leaf.criterion.on_missing == "error" else int(state)
