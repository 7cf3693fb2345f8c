"""The explanation of a unit's points as text."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from rich.console import Console

from ictscore.expr.text import said_text
from ictscore.reports.console import plain
from ictscore.reports.explained.lost_points import lost_points
from ictscore.reports.explained.notes import BASIS_WORDS, STATUS_WORDS
from ictscore.reports.explained.rule_sentences import RuleSentences
from ictscore.reports.explained.steps_to_total import say_exactly, steps_to_total
from ictscore.reports.explained.told import ToldCriterion
from ictscore.reports.published import published
from ictscore.reports.sentences import group_heading
from ictscore.reports.told import Told, ToldUnit
from ictscore.words import say_decimal, tr


def print_explained(console: Console, told: Told, unit: ToldUnit, criteria: Sequence[ToldCriterion]) -> None:
    """Print how a unit stands, then every criterion, then where it lost points and how the total came about."""
    group, sentences = told.rulebook.group(unit.score.group), RuleSentences(told.rulebook)
    console.print(plain(group_heading(f"{unit.score.unit} – {group.name}", provisional=told.provisional), style="bold"))
    console.print(plain(standing(unit)))
    for each in criteria:
        console.print()
        _print_criterion(console, each, sentences)
    console.print()
    for line in lost_lines(told, unit):
        console.print(plain(line))
    for line in total_lines(told, unit):
        console.print(plain(line))


def standing(unit: ToldUnit) -> str:
    """Return the line that says where a unit stands."""
    score = unit.score
    values = {"total": say_decimal(unit.total), "most": say_decimal(published(score.max_points, None)), "rank": unit.rank}
    parts = [tr("Total {total} (maximum points that apply: {most}), rank {rank}", **values)]
    parts += [tr("grade {grade}", grade=unit.grade)] * bool(unit.grade)
    parts += [tr("award: {awards}", awards="; ".join(unit.awards))] * bool(unit.awards)
    return ", ".join(parts)


def total_lines(told: Told, unit: ToldUnit) -> list[str]:
    """Return how the sections lead to the total, step by step, and how that was rounded."""
    score = unit.score
    lines = list(steps_to_total(told.rulebook, score))
    exact = say_exactly(score.exact_total)
    lines.append(tr("Total before rounding {exact}, published {total}", exact=exact, total=say_decimal(unit.total)))
    if unit.difference is not None:
        lines.append(tr("The points shown and the total differ by {difference}.", difference=unit.difference))
    ranked_by = [say_exactly(value) if known else "–" for known, value in unit.key]
    return [*lines, tr("Ranked by: {key} ({style})", key="; ".join(ranked_by), style=told.rulebook.ranking.style)]


def lost_lines(told: Told, unit: ToldUnit) -> list[str]:
    """Return where the unit lost points, the most first."""
    lost = lost_points(told.rulebook, unit.score)
    shown = [f"{each.number or each.name} −{say_decimal(published(each.points, None))}" for each in lost]
    return [tr("Points lost, the most first: {list}", list=", ".join(shown))] if shown else []


def _print_criterion(console: Console, told: ToldCriterion, sentences: RuleSentences) -> None:
    criterion = told.score.criterion
    head = f"{criterion.number or ''} {criterion.name}".strip()
    points = f"{say_decimal(told.points)} / {say_decimal(told.max_points)}"
    console.print(plain(f"{head}: {points}  [{criterion.id}, {tr(STATUS_WORDS[told.score.status])}]", style="bold"))
    rule = f"{tr('Rule')}: {sentences.how(criterion)}".split("\n")
    for line in (*rule, *criterion_lines(told)):
        console.print(plain(f"   {line}"))


def criterion_lines(told: ToldCriterion) -> list[str]:
    """Return everything below the heading of a criterion, line by line."""
    lines = [said_text(told.formula)]
    if told.arithmetic != told.formula:
        lines.append(f"= {said_text(told.arithmetic)}")
    if told.result != told.arithmetic:
        lines.append(f"= {said_text(told.result)}{about(told)}")
    for each in told.answers:
        lines.append(_answer_line(each.id, each.label, each.value, each.raw, str(each.place)))
        lines += [f"  {each.evidence}"] if each.evidence else []
    lines += [f"· {each}" for each in (*told.branches, *told.group, *told.notes)]
    source = "; ".join(part for part in (told.clause, told.source) if part)
    return [*lines, f"§ {source} ({tr(BASIS_WORDS[told.basis])})"]


def about(told: ToldCriterion) -> str:
    """Return the rounded number beside an exact one whose decimals never end."""
    derivation = told.explanation.derivation
    value = derivation.value if derivation is not None else told.score.exact
    return f" ≈ {say_decimal(published(value, None))}" if "/" in told.result and isinstance(value, Fraction) else ""


def _answer_line(identifier: str, label: str, value: str, raw: str, place: str) -> str:
    said = said_text(value) if value.lstrip("(-")[:1].isdigit() else value
    seen = f" “{raw}”" if raw and raw not in (value, said) else ""
    return f"{identifier} = {said}{seen}  ({label})" + (f"  ← {place}" if place else "")
