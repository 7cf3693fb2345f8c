"""By how much grades and awards are won and lost, in words; decided once, formats only draw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.expr.nodes import AnswerTo, Expr, PointsOf, SectionPoints
from ictscore.expr.text import expression_text, said_text
from ictscore.expr.values import Blank, Value
from ictscore.reports.told import rank_text
from ictscore.reports.whatif.proof import limit_words
from ictscore.reports.whatif.told import target_words, total_text, value_words
from ictscore.rulebook.model import Rulebook
from ictscore.scoring.records import GroupScore
from ictscore.whatif.conditions import Condition
from ictscore.whatif.margins import MarginLine, Near
from ictscore.whatif.standing import Standing
from ictscore.words import say_number, tr


@dataclass(frozen=True, slots=True)
class GroupMargins:
    """The lines of a group with the units near them."""

    rulebook: Rulebook
    group: GroupScore
    lines: tuple[MarginLine, ...]


def line_words(told: GroupMargins, line: MarginLine) -> str:
    """Return what a line is, and how many stand on either side."""
    words = target_words(told.rulebook, line.target)
    return tr("{target}: {inside} inside, {outside} outside", target=words, inside=line.inside, outside=line.outside)


def near_rows(told: GroupMargins, line: MarginLine) -> Iterator[tuple[str, ...]]:
    """Yield the units near a line: rank, name, total, by how much, and the answer that would turn it around."""
    for each in line.near:
        unit = each.standing.unit
        rank, total = rank_text(unit.rank, tied=unit.tied), total_text(told.rulebook, unit)
        yield rank, unit.unit, total, side_words(told.rulebook, each.standing), flip_words(told.rulebook, each)


def side_words(rulebook: Rulebook, standing: Standing) -> str:
    """Return by how much a unit is inside or short, and what decides where points do not."""
    if standing.decider == "condition":
        return _kept_out(rulebook, standing)
    if standing.decider in {"tie_break", "tie"}:
        return _level(rulebook, standing)
    return _by_points(standing) if standing.decider == "points" else _all_the_same(standing)


def _by_points(standing: Standing) -> str:
    if not standing.gap:
        return tr("exactly at the line") if standing.inside else tr("exactly at the line, which has to be passed")
    gap, cut = say_number(abs(standing.gap)), standing.cut
    if cut is not None and cut.rival is not None and cut.mark.strict:
        behind = tr("{gap} behind {rival}, who has to be passed", gap=gap, rival=cut.rival.unit)
        return tr("{gap} ahead of {rival}; level is not enough", gap=gap, rival=cut.rival.unit) if standing.inside else behind
    return tr("{gap} inside", gap=gap) if standing.inside else tr("{gap} short", gap=gap)


def _kept_out(rulebook: Rulebook, standing: Standing) -> str:
    if standing.inside:
        return tr("a matter of conditions alone")
    if standing.gap is None:
        return tr("kept out by {conditions}", conditions=_conditions(rulebook, standing))
    values = {"gap": say_number(abs(standing.gap)), "conditions": _conditions(rulebook, standing)}
    if standing.gap < 0:
        return tr("{gap} short, and kept out by {conditions}", **values)
    return tr("{gap} inside by points, but kept out by {conditions}", **values)


def _conditions(rulebook: Rulebook, standing: Standing) -> str:
    return ", ".join(condition_words(rulebook, each) for each in standing.against)


def condition_words(rulebook: Rulebook, condition: Condition) -> str:
    """Return a condition by its name: a knockout, or what the award or a grade demands."""
    if condition.kind == "knockout":
        return tr("knockout “{name}”", name=condition.name)
    text = expr_words(rulebook, condition.expr)
    return tr("the award's condition {text}", text=text) if condition.kind == "award" else tr("the condition {text}", text=text)


def _level(rulebook: Rulebook, standing: Standing) -> str:
    rival = standing.cut.rival.unit if standing.cut is not None and standing.cut.rival is not None else "–"
    if standing.tie_break is None:
        text = tr("level with {rival}; they share the place", rival=rival)
        return text if standing.inside else tr("level with {rival}; nothing breaks the tie", rival=rival)
    broken = standing.tie_break
    values = {"rival": rival, "what": expr_words(rulebook, broken.expr), "own": _value(broken.own), "theirs": _value(broken.theirs)}
    ahead = tr("level with {rival}; ahead only by the tie-break {what}: {own} to {theirs}", **values)
    return ahead if standing.inside else tr("level with {rival}; behind only by the tie-break {what}: {own} to {theirs}", **values)


def expr_words(rulebook: Rulebook, expr: Expr) -> str:
    """Return what an expression looks at: a question, a criterion or a section by its name, anything else as it is written."""
    if isinstance(expr, AnswerTo):
        return rulebook.answers[expr.id].label
    if isinstance(expr, SectionPoints):
        return next(each.name for each in rulebook.sections if each.id == expr.id)
    if isinstance(expr, PointsOf):
        return next((each.name for each in rulebook.all_criteria() if each.id == expr.id), expr.id)
    return said_text(expression_text(expr))


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return say_number(value) if isinstance(value, Fraction) and not isinstance(value, Blank) else tr("no answer")


def _all_the_same(standing: Standing) -> str:
    gap = say_number(abs(standing.gap or ZERO))
    if standing.inside:
        return tr("{gap} short, and inside all the same", gap=gap)
    return tr("{gap} inside by points, and left out all the same", gap=gap)


def flip_words(rulebook: Rulebook, near: Near) -> str:
    """Return which single answer would turn it around, or that none does."""
    found = near.flips
    if not found.changes and found.limits:
        return tr("no single answer within the values tried: {limits}", limits=limit_words(found.limits))
    if not found.changes:
        return tr("no single answer") if found.is_proved else tr("no single answer was found")
    ((name, value),) = found.changes.items()
    said = _change(rulebook, near, name, value)
    if found.count == 1:
        return said
    if found.is_proved and not found.limits:
        return tr("{change} (other answers that would: {count})", change=said, count=found.count - 1)
    return tr("{change} (other answers that would: at least {count})", change=said, count=found.count - 1)


def _change(rulebook: Rulebook, near: Near, name: str, value: Value) -> str:
    before = value_words(rulebook, name, near.rescorer.values.get(name))
    return f"{rulebook.answers[name].label}: {before} → {value_words(rulebook, name, value)}"


def hinge_rows(told: GroupMargins, line: MarginLine) -> Iterator[tuple[str, str, str]]:
    """Yield the conditions that one answer turns whatever the points: the condition, the answer, and for whom."""
    found: dict[tuple[str, str], list[str]] = {}
    for near in line.near:
        for each in near.flips.hinges:
            key = condition_words(told.rulebook, each.condition), _change(told.rulebook, near, each.answer, each.value)
            found.setdefault(key, []).append(near.standing.unit.unit)
    yield from ((condition, change, ", ".join(units)) for (condition, change), units in found.items())
