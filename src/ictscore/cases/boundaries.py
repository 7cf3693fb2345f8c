"""Cases for the author to work out: around every bound, at the cap, missing, not applicable; what comes out is left blank."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ictscore.cases.beside_bounds import beside_bounds
from ictscore.cases.model import plain_value
from ictscore.cases.wanted_totals import is_refused, wanted_totals
from ictscore.documents import Entry, Mapping, Node, Text
from ictscore.exact import ZERO
from ictscore.expr.nodes import AnswerTo, Compare, Const, Divide, Expr, Given, Least
from ictscore.expr.text import value_text
from ictscore.expr.values import Value
from ictscore.formulas.formula import Formula
from ictscore.places import NOWHERE
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.domains import range_of_answer
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.yaml_text import flow_text, scalar_text
from ictscore.scoring.plan import GroupPlan, Leaf, plan_group
from ictscore.words import N_, Phrase, phrase

WHOLE = Fraction(1000)
_STEPS = tuple(Fraction(each) for each in (1, 2, 3, 4, 5, 10, 100, 250, 500, 750, 999, 1000))
Probe = tuple[str, dict[str, str], Phrase]
"""A short name, the answers, and what they lie at, in words."""


def boundary_cases(rulebook: Rulebook) -> Iterator[str]:
    """Yield the lines of a file of cases, in the order of the criteria."""
    yield "cases:"
    plans = {group.id: plan_group(rulebook, group) for group in rulebook.groups}
    for criterion in rulebook.all_criteria():
        group, leaf = next(
            ((name, leaf) for name, plan in plans.items() for leaf in plan.leaves if leaf.criterion == criterion), ("", None)
        )
        for name, answers, at in _probes(rulebook, criterion, leaf) if leaf is not None else ():
            heading = f"{criterion.id}-{name}", f"{criterion.name}: {at}"
            yield from _case(*heading, group, answers, f"{{points: {{}}}}  # {criterion.id}: …")
    for plan in plans.values():
        yield from _around_totals(rulebook, plan)


def _around_totals(rulebook: Rulebook, plan: GroupPlan) -> Iterator[str]:
    """Yield a unit on each side of every bound of a grade or an award, or a comment where answers for it were not found."""
    tried = {leaf.criterion.id: list(_tried(rulebook, leaf)) for leaf in plan.leaves}
    for number, each in enumerate(wanted_totals(rulebook, plan, tried), 1):
        what = N_("{group}, “{name}”: percentage {at}") if each.bound.on == "percent" else N_("{group}, “{name}”: total {at}")
        title = str(phrase(what, group=plan.group.name, name=each.bound.name, at=each.at))
        if each.answers is None:
            yield f"  # {phrase(N_('{title}: no answers were found that give it.'), title=title)}"
        else:
            answers = {name: _text(value) for name, value in each.answers.items()}
            yield from _case(f"{plan.group.id}-total-{number}", title, plan.group.id, answers, f"{{}}  # {each.bound.on}, grade, awards: …")


def _tried(rulebook: Rulebook, leaf: Leaf) -> Iterator[dict[str, Value]]:
    """Yield the answers to a criterion that whole units are put together of: those at its own bounds, and shares in between."""
    specs = rulebook.answers
    for name, answers, _ in _probes(rulebook, leaf.criterion, leaf):
        values = {key: plain_value(key, text, specs[key]) for key, text in answers.items()}
        found = {key: value for key, value in values.items() if value is not None}
        if found and not name.startswith("n-a-"):
            yield found
            yield from _finer(found, specs, leaf)
    yield from _one_by_one({name: specs[name] for name in leaf.answers if name in specs})


def _one_by_one(specs: dict[str, AnswerSpec]) -> Iterator[dict[str, Value]]:
    """Yield each number by itself from little to much, the others as usual and at nothing: some formulas have no bound at all."""
    usual = {name: _usual(spec) for name, spec in specs.items()}
    nothing = {**usual, **{name: ZERO for name, spec in specs.items() if _is_number(spec) and range_of_answer(spec).holds(ZERO)}}
    for others in (nothing, usual):
        yield others
        for name, spec in specs.items():
            yield from ({**others, name: value} for value in _STEPS if _is_number(spec) and range_of_answer(spec).holds(value))


def _is_number(spec: AnswerSpec) -> bool:
    return spec.type in {"count", "number", "percent"}


def _finer(answers: dict[str, Value], specs: dict[str, AnswerSpec], leaf: Leaf) -> Iterator[dict[str, Value]]:
    for share in leaf.criterion.formula.shares_of() if leaf.criterion.formula is not None else ():
        if isinstance(share.of, AnswerTo) and isinstance(share.over, AnswerTo) and share.of.id in specs:
            whole = answers.get(share.over.id)
            parts = [whole * tenths / 10 + way for tenths in range(11) for way in (-1, 0, 1)] if isinstance(whole, Fraction) else []
            for part in parts:
                if part >= 0 and _is_allowed(specs[share.of.id], part):
                    yield {**answers, share.of.id: part}


def _case(identifier: str, title: str, group: str, answers: dict[str, str], expected: str) -> Iterator[str]:
    yield f"  - id: {scalar_text(identifier.replace('.', '-').replace('_', '-'))}"
    yield f"    name: {scalar_text(title)}"
    yield f"    group: {scalar_text(group)}"
    yield "    confirmed: false"
    yield f"    answers: {flow_text(_node(answers))}"
    yield f"    expect: {expected}"


def _node(answers: dict[str, str]) -> Node:
    return Mapping(tuple(Entry(Text(name, NOWHERE), Text(text, NOWHERE)) for name, text in answers.items()), NOWHERE)


def _probes(rulebook: Rulebook, criterion: Criterion, leaf: Leaf) -> Iterator[Probe]:
    """Yield what is asked of a criterion; of what scoring refuses, the same with a part no more than its whole, or nothing."""
    assert criterion.formula is not None
    expr = criterion.formula.to_expr(criterion.bounds)
    names = list(dict.fromkeys(node.id for node in expr.walk() if isinstance(node, (AnswerTo, Given)) and node.id in rulebook.answers))
    specs = {name: rulebook.answers[name] for name in names}
    usual = {name: _text(_usual(spec)) for name, spec in specs.items()}
    told: dict[tuple[tuple[str, str], ...], dict[str, Value]] = {}
    for name, changed, at in (*_bounds(expr, specs), *_whole_parts(criterion.formula, specs)):
        if not all(_is_allowed(specs[key], value) for key, value in changed.items()):
            continue
        answers = next((each for each in _mended(usual, changed, criterion.formula, specs) if not _refuses(leaf, each, specs)), None)
        if answers is not None and tuple(answers.items()) not in told:
            told[tuple(answers.items())] = _values(answers, specs)
            yield f"{name}-{len(told)}", answers, at
    bases = [{name: pick(spec) for name, spec in specs.items()} for pick in (_usual, _least)]
    for values, at in beside_bounds(leaf, specs, bases, list(told.values())):
        answers = {name: _text(value) for name, value in values.items()}
        if all(_is_allowed(specs[name], value) for name, value in values.items()) and tuple(answers.items()) not in told:
            told[tuple(answers.items())] = dict(values)
            yield f"bound-{len(told)}", answers, at
    yield "missing", {}, phrase(N_("no answer"))
    for name, spec in specs.items():
        if spec.not_applicable:
            yield f"n-a-{name}", {**usual, name: "n/a"}, phrase(N_("{answer} declared not applicable"), answer=name)


def _refuses(leaf: Leaf, answers: dict[str, str], specs: dict[str, AnswerSpec]) -> bool:
    values = _values(answers, specs)
    return len(values) < len(answers) or is_refused(leaf, values)


def _values(answers: dict[str, str], specs: dict[str, AnswerSpec]) -> dict[str, Value]:
    """Return answers as values; what is none is left out."""
    values = {name: plain_value(name, text, specs[name]) for name, text in answers.items()}
    return {name: value for name, value in values.items() if value is not None}


def _mended(usual: dict[str, str], changed: dict[str, Value], formula: Formula, specs: dict[str, AnswerSpec]) -> Iterator[dict[str, str]]:
    """Yield the answers as they are, then with parts that were not asked for as large as their whole, then with none of these."""
    asked = {key: _text(value) for key, value in changed.items()}
    yield {**usual, **asked}
    for share in formula.shares_of():
        wholes = [changed[node.id] for node in share.over.walk() if isinstance(node, AnswerTo) and node.id in changed]
        for value in (*wholes, Fraction(0)):
            parts = [node.id for node in share.of.walk() if isinstance(node, AnswerTo) and node.id in specs]
            yield {**usual, **{key: _text(value) for key in parts if _is_allowed(specs[key], value)}, **asked}


def _whole_parts(formula: Formula, specs: dict[str, AnswerSpec]) -> Iterator[tuple[str, dict[str, Value], Phrase]]:
    """Yield a part that is all of its whole, and one less, as large as the questions accept."""
    for share in formula.shares_of():
        if isinstance(share.of, AnswerTo) and isinstance(share.over, AnswerTo) and {share.of.id, share.over.id} <= set(specs):
            part, over = share.of.id, share.over.id
            ends = (WHOLE, range_of_answer(specs[part]).high, range_of_answer(specs[over]).high)
            whole = next((each for each in ends if each and all(_is_allowed(specs[name], each) for name in (part, over))), None)
            for less in (0, 1) if whole is not None else ():
                assert whole is not None
                yield "part", {part: whole - less, over: whole}, phrase(N_("{part} of {whole}"), part=whole - less, whole=whole)


def _usual(spec: AnswerSpec) -> Value:
    if spec.type == "yes_no":
        return True
    if spec.type == "choice":
        return next(iter(spec.choices or ()))
    if spec.type in {"text", "date"}:
        return "x"
    domain = range_of_answer(spec)
    return next(each for each in (WHOLE, domain.high, domain.low, Fraction(0)) if each is not None and domain.holds(each))


def _least(spec: AnswerSpec) -> Value:
    low = range_of_answer(spec).low if _is_number(spec) else None
    return _usual(spec) if low is None else low


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
