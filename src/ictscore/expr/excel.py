"""Expressions as Excel formulas: what a cell shows is what the evaluator says, and what has no value never becomes 0.

Every expression becomes a value and its *states*: formulas that come to 0 where the value holds, else to the reason why there is none; the
greatest decides, as in the evaluator. The value may only be looked at where all its states are 0: nothing here catches what Excel makes of
a blank. Excel computes with binary numbers, so thresholds and denominators are compared at 9 and 12 decimals.

Whatever needs more than the unit's own cells is asked of ``Cells``, which may refuse with NotInExcel.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import singledispatch

from ictscore.expr.excel_parts import Cells, ExcelAnswer, ExcelValue, NotInExcel, excel_number, excel_text, gravest_of
from ictscore.expr.nodes import (
    Add,
    AnswerTo,
    Both,
    Compare,
    Const,
    CountTrue,
    Divide,
    Either,
    Expr,
    Given,
    Greatest,
    GroupExtreme,
    If,
    Labelled,
    Least,
    Mean,
    Measure,
    Multiply,
    Not,
    NoValue,
    OfMembers,
    PointsOf,
    Rounded,
    SectionPoints,
    Subtract,
)
from ictscore.expr.values import BlankKind

_COMPARED_AT, _ZERO_AT = 9, 12
_STATES: dict[BlankKind, str] = {"not_applicable": "0.5", "missing": "2", "unreadable": "4", "fault": "5"}
_RELATIONS = {"=": "=", "≠": "<>", "<": "<", "≤": "<=", ">": ">", "≥": ">="}


@singledispatch
def translate(expr: Expr, cells: Cells) -> ExcelValue:  # noqa: ARG001 - the operations below use it
    """Return ``expr`` as Excel computes it from ``cells``. Raises NotInExcel."""
    raise TypeError(type(expr))


@translate.register
def _const(expr: Const, cells: Cells) -> ExcelValue:  # noqa: ARG001 - every operation takes the cells
    if isinstance(expr.value, bool):
        return ExcelValue("TRUE" if expr.value else "FALSE")
    return ExcelValue(excel_number(expr.value) if isinstance(expr.value, Fraction) else excel_text(expr.value))


@translate.register
def _no_value(expr: NoValue, cells: Cells) -> ExcelValue:  # noqa: ARG001
    return ExcelValue("0", (_STATES[expr.kind],))


@translate.register
def _answer(expr: AnswerTo, cells: Cells) -> ExcelValue:
    answer = cells.answer(expr.id)
    value = f"({answer.cell}={excel_text(answer.words['yes'])})" if answer.kind == "yes_no" else answer.cell
    return ExcelValue(value, (answer.state,))


@translate.register
def _given(expr: Given, cells: Cells) -> ExcelValue:
    return ExcelValue(f"({cells.answer(expr.id).state}=0)")


@translate.register(PointsOf)
@translate.register(SectionPoints)
@translate.register(Measure)
@translate.register(GroupExtreme)
@translate.register(OfMembers)
def _asked(expr: PointsOf | SectionPoints | Measure | GroupExtreme | OfMembers, cells: Cells) -> ExcelValue:
    return cells.asked(expr)


@translate.register
def _labelled(expr: Labelled, cells: Cells) -> ExcelValue:
    return translate(expr.of, cells)


def _strict(expr: Expr, cells: Cells, template: str, between: str = ",") -> ExcelValue:
    """Return an operation that needs all its parts."""
    parts = [translate(child, cells) for child in expr.children()]
    return ExcelValue(template.format(between.join(each.value for each in parts)), _all_states(parts))


def _all_states(parts: Iterable[ExcelValue]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(state for part in parts for state in part.states))


@translate.register
def _add(expr: Add, cells: Cells) -> ExcelValue:
    return _strict(expr, cells, "({})", "+") if expr.terms else ExcelValue("0")


@translate.register
def _subtract(expr: Subtract, cells: Cells) -> ExcelValue:
    return _strict(expr, cells, "({})", "-")


@translate.register
def _multiply(expr: Multiply, cells: Cells) -> ExcelValue:
    return _strict(expr, cells, "({})", "*")


@translate.register
def _divide(expr: Divide, cells: Cells) -> ExcelValue:
    quotient = _strict(expr, cells, "({})", "/")
    if isinstance(expr.right, Const) and expr.right.value != 0:
        return quotient
    divisor = translate(expr.right, cells).value
    return ExcelValue(quotient.value, (*quotient.states, _where_given(quotient.states, f"IF(ROUND({divisor},{_ZERO_AT})=0,5,0)")))


def _where_given(states: tuple[str, ...], state: str) -> str:
    """Return a state that is only looked at where ``states`` are all 0."""
    return f"IF({gravest_of(states)}>0,0,{state})" if states else state


@translate.register
def _least(expr: Least, cells: Cells) -> ExcelValue:
    return _strict(expr, cells, "MIN({})")


@translate.register
def _greatest(expr: Greatest, cells: Cells) -> ExcelValue:
    return _strict(expr, cells, "MAX({})")


@translate.register
def _mean(expr: Mean, cells: Cells) -> ExcelValue:
    return _strict(expr, cells, f"(({{}})/{len(expr.terms)})", "+")


@translate.register
def _count(expr: CountTrue, cells: Cells) -> ExcelValue:
    parts = [translate(term, cells) for term in expr.terms]
    return ExcelValue(f"({'+'.join(f'IF({each.value},1,0)' for each in parts)})", _all_states(parts))


@translate.register
def _not(expr: Not, cells: Cells) -> ExcelValue:
    return _strict(expr, cells, "NOT({})")


@translate.register
def _rounded(expr: Rounded, cells: Cells) -> ExcelValue:
    """Round halves away from zero, as Excel does; the noise of binary numbers is taken off first, so that a half stays one."""
    if expr.direction == "nearest":
        return _strict(expr, cells, f"ROUND(ROUND({{}},{_ZERO_AT}),{expr.places})")
    whole = f"INT(ROUND({{}},{_COMPARED_AT}))" if expr.direction == "floor" else f"(-INT(-ROUND({{}},{_COMPARED_AT})))"
    return _strict(expr, cells, whole)


@translate.register(Both)
@translate.register(Either)
def _decided(expr: Both | Either, cells: Cells) -> ExcelValue:
    """Return a condition that one term may decide, whatever the others."""
    is_either = isinstance(expr, Either)
    parts = [translate(term, cells) for term in expr.terms]
    deciding = [(each.states, each.value if is_either else f"NOT({each.value})") for each in parts]
    decided = f"OR({','.join(f'IF({gravest_of(states)}=0,{value},FALSE)' if states else value for states, value in deciding)})"
    states = _all_states(parts)
    return ExcelValue(decided if is_either else f"NOT({decided})", (f"IF({decided},0,{gravest_of(states)})",) if states else ())


@translate.register
def _if(expr: If, cells: Cells) -> ExcelValue:
    """Return the branch taken; the other is not looked at. What the condition has settled is not asked again."""
    condition, then, otherwise = (translate(each, cells) for each in (expr.condition, expr.then, expr.otherwise))
    value = f"IF({condition.value},{then.value},{otherwise.value})"
    more = [tuple(state for state in branch.states if state not in condition.states) for branch in (then, otherwise)]
    if not any(more):
        return ExcelValue(value, condition.states)
    state = f"IF({condition.value},{gravest_of(more[0])},{gravest_of(more[1])})"
    return ExcelValue(value, (*condition.states, _where_given(condition.states, state)))


@translate.register
def _compare(expr: Compare, cells: Cells) -> ExcelValue:
    left, right = _bare(expr.left), _bare(expr.right)
    words = _compare_words(left, right, cells) or _compare_words(right, left, cells)
    if words is not None:
        return words if expr.op == "=" else ExcelValue(f"NOT({words.value})", words.states)
    sides = translate(left, cells), translate(right, cells)
    relation = _RELATIONS[expr.op]
    if _is_condition(left, cells):
        return ExcelValue(f"({sides[0].value}{relation}{sides[1].value})", _all_states(sides))
    return ExcelValue(f"(ROUND({sides[0].value}-{sides[1].value},{_COMPARED_AT}){relation}0)", _all_states(sides))


def _bare(expr: Expr) -> Expr:
    while isinstance(expr, Labelled):
        expr = expr.of
    return expr


def _is_condition(expr: Expr, cells: Cells) -> bool:
    if isinstance(expr, AnswerTo):
        return cells.answer(expr.id).kind == "yes_no"
    if isinstance(expr, If):
        return _is_condition(_bare(expr.then), cells)
    return isinstance(expr, (Compare, Both, Either, Not, Given)) or (isinstance(expr, Const) and isinstance(expr.value, bool))


def _compare_words(left: Expr, right: Expr, cells: Cells) -> ExcelValue | None:
    """Return whether a choice, a text or a date equals something, or None where ``left`` is none of them."""
    answer = cells.answer(left.id) if isinstance(left, AnswerTo) else None
    if answer is None or answer.kind in {"number", "yes_no"}:
        return None
    if isinstance(right, Const) and isinstance(right.value, str):
        return ExcelValue(_equals(answer, right.value), (answer.state,))
    other = cells.answer(right.id) if isinstance(right, AnswerTo) else None
    if other is None or other.kind != answer.kind or other.words != answer.words:
        raise NotInExcel(right)
    same = f"EXACT({answer.cell},{other.cell})" if answer.kind == "text" else f"({answer.cell}={other.cell})"
    return ExcelValue(same, tuple(dict.fromkeys((answer.state, other.state))))


def _equals(answer: ExcelAnswer, wanted: str) -> str:
    """Return whether a cell holds a choice's word, a text to the letter, or a day."""
    if answer.kind == "text":
        return f"EXACT({answer.cell},{excel_text(wanted)})"
    if answer.kind == "choice":
        return f"({answer.cell}={excel_text(answer.words[wanted])})" if wanted in answer.words else "FALSE"
    try:
        day = date.fromisoformat(wanted)
    except ValueError:
        return "FALSE"
    return f"({answer.cell}=DATE({day.year},{day.month},{day.day}))"
