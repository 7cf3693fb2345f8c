"""Cases for the author to work out: around every bound, at the cap, missing, not applicable; what comes out is left blank."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ictscore.documents import Entry, Mapping, Node, Text
from ictscore.expr.nodes import AnswerTo, Compare, Const, Divide, Expr, Given, Least
from ictscore.expr.text import value_text
from ictscore.expr.values import Value
from ictscore.places import NOWHERE
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.domains import range_of_answer
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.yaml_text import flow_text, scalar_text
from ictscore.words import N_, Phrase, phrase

WHOLE = Fraction(1000)
Probe = tuple[str, dict[str, str], Phrase]
"""A short name, the answers, and what they lie at, in words."""


def boundary_cases(rulebook: Rulebook) -> Iterator[str]:
    """Yield the lines of a file of cases, in the order of the criteria."""
    yield "cases:"
    for criterion in rulebook.all_criteria():
        if criterion.formula is None:
            continue
        group = next((each.id for each in rulebook.groups if any(own.id == criterion.id for own in rulebook.criteria_of(each.id))), None)
        if group is None:
            continue
        for name, answers, at in _probes(rulebook, criterion):
            yield from _case(criterion, group, name, answers, at)


def _case(criterion: Criterion, group: str, name: str, answers: dict[str, str], at: Phrase) -> Iterator[str]:
    identifier = f"{criterion.id}-{name}".replace(".", "-").replace("_", "-")
    yield f"  - id: {scalar_text(identifier)}"
    yield f"    name: {scalar_text(f'{criterion.name}: {at}')}"
    yield f"    group: {scalar_text(group)}"
    yield "    confirmed: false"
    yield f"    answers: {flow_text(_node(answers))}"
    yield f"    expect: {{points: {{}}}}  # {criterion.id}: …"


def _node(answers: dict[str, str]) -> Node:
    return Mapping(tuple(Entry(Text(name, NOWHERE), Text(text, NOWHERE)) for name, text in answers.items()), NOWHERE)


def _probes(rulebook: Rulebook, criterion: Criterion) -> Iterator[Probe]:
    assert criterion.formula is not None
    expr = criterion.formula.to_expr(criterion.bounds)
    names = list(dict.fromkeys(node.id for node in expr.walk() if isinstance(node, (AnswerTo, Given)) and node.id in rulebook.answers))
    specs = {name: rulebook.answers[name] for name in names}
    usual = {name: _text(_usual(spec)) for name, spec in specs.items()}
    told: set[tuple[tuple[str, str], ...]] = set()
    for name, changed, at in _bounds(expr, specs):
        answers = {**usual, **{key: _text(value) for key, value in changed.items()}}
        if tuple(answers.items()) not in told and all(_is_allowed(specs[key], value) for key, value in changed.items()):
            told.add(tuple(answers.items()))
            yield f"{name}-{len(told)}", answers, at
    yield "missing", {}, phrase(N_("no answer"))
    for name, spec in specs.items():
        if spec.not_applicable:
            yield f"n-a-{name}", {**usual, name: "n/a"}, phrase(N_("{answer} declared not applicable"), answer=name)


def _usual(spec: AnswerSpec) -> Value:
    if spec.type == "yes_no":
        return True
    if spec.type == "choice":
        return next(iter(spec.choices or ()))
    if spec.type in {"text", "date"}:
        return "x"
    domain = range_of_answer(spec)
    return next(each for each in (WHOLE, domain.high, domain.low, Fraction(0)) if each is not None and domain.holds(each))


def _text(value: Value) -> str:
    return value if isinstance(value, str) else value_text(value).strip("()")


def _is_allowed(spec: AnswerSpec, value: Value) -> bool:
    return not isinstance(value, Fraction) or (range_of_answer(spec).holds(value) and "/" not in _text(value))


def _bounds(expr: Expr, specs: dict[str, AnswerSpec]) -> Iterator[tuple[str, dict[str, Value], Phrase]]:
    for name, spec in specs.items():
        values: tuple[Value, ...] = (True, False) if spec.type == "yes_no" else tuple(spec.choices or ())
        for value in values:
            yield "choice", {name: value}, phrase(N_("{answer} = {value}"), answer=name, value=_text(value))
    for node in expr.walk():
        if isinstance(node, Compare) and isinstance(node.right, Const) and isinstance(node.right.value, Fraction):
            yield from _around(node.left, node.right.value, specs)
        elif isinstance(node, Least):
            caps = [each.value for each in node.terms if isinstance(each, Const) and isinstance(each.value, Fraction)]
            for term in node.terms:
                for cap in caps:
                    yield from _at_cap(term, cap, specs)
        elif isinstance(node, Compare) and isinstance(node.left, AnswerTo) and isinstance(node.right, AnswerTo):
            yield from _part_and_whole(node.left.id, node.right.id, specs)


def _around(left: Expr, bound: Fraction, specs: dict[str, AnswerSpec]) -> Iterator[tuple[str, dict[str, Value], Phrase]]:
    """Yield answers just below, at and just above a bound on an answer, or on the share one answer has in another."""
    words = ((-1, N_("just below {bound}")), (0, N_("at {bound}")), (1, N_("just above {bound}")))
    for way, text in words:
        at = phrase(text, bound=bound)
        if isinstance(left, AnswerTo) and left.id in specs:
            step = Fraction(1) if specs[left.id].type == "count" else Fraction(1, 100)
            yield "bound", {left.id: bound + way * step}, at
        elif isinstance(left, Divide) and isinstance(left.left, AnswerTo) and isinstance(left.right, AnswerTo):
            yield "bound", {left.left.id: bound * WHOLE + way, left.right.id: WHOLE}, at


def _at_cap(term: Expr, cap: Fraction, specs: dict[str, AnswerSpec]) -> Iterator[tuple[str, dict[str, Value], Phrase]]:
    """Yield the counts just below, at and above a cap on so much each."""
    each = getattr(term, "right", Const(Fraction(1)))
    counted = getattr(term, "left", term)
    if not isinstance(counted, AnswerTo) or not isinstance(each, Const) or not isinstance(each.value, Fraction) or not each.value:
        return
    reached = Fraction(-(-cap // each.value))
    for way in (-1, 0, 1):
        if counted.id in specs:
            yield "cap", {counted.id: reached + way}, phrase(N_("{answer} around the cap of {cap}"), answer=counted.id, cap=cap)


def _part_and_whole(part: str, whole: str, specs: dict[str, AnswerSpec]) -> Iterator[tuple[str, dict[str, Value], Phrase]]:
    if part in specs and whole in specs:
        for value in (Fraction(0), WHOLE / 4, WHOLE, WHOLE + 1):
            yield "part", {part: value, whole: WHOLE}, phrase(N_("{part} of {whole}"), part=value, whole=WHOLE)


