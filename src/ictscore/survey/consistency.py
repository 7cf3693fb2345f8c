"""Answers held against each other: a part is never more than its whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ictscore.expr.compiled import Compiled, compile_expression
from ictscore.expr.nodes import AnswerTo, Expr
from ictscore.expr.text import expression_text
from ictscore.expr.values import Blank, Value
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.procedure import STAGES, StageId
from ictscore.survey.noting import Notes
from ictscore.survey.submission import Answer, Submission
from ictscore.survey.typed.text_numbers import brief
from ictscore.words import N_, Phrase, phrase

_NAMES = re.compile(r"\w+(?:\.\w+)*")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A part and its whole, ready to be computed for every unit."""

    of: str
    over: str
    part_label: str
    whole_label: str
    of_answers: tuple[str, ...]
    over_answers: tuple[str, ...]
    part: Compiled
    whole: Compiled
    criterion: str
    capped: bool


def check_consistency(rulebook: Rulebook, submissions: Iterable[Submission], notes: Notes) -> None:
    """Report every part that is more than its whole: an error, or a warning where points are capped or later answers settle it."""
    pairs: dict[str, tuple[_Pair, ...]] = {}
    for each in submissions:
        if each.group not in pairs:
            pairs[each.group] = tuple(_pairs(rulebook, each.group))
        _check_unit(rulebook, each, pairs[each.group], notes)


def _pairs(rulebook: Rulebook, group: str) -> Iterator[_Pair]:
    for criterion in rulebook.criteria_of(group):
        if criterion.formula is not None:
            for share in criterion.formula.shares_of():
                yield _Pair(
                    expression_text(share.of),
                    expression_text(share.over),
                    _in_words(rulebook, share.of),
                    _in_words(rulebook, share.over),
                    _answers_in(share.of),
                    _answers_in(share.over),
                    compile_expression(share.of),
                    compile_expression(share.over),
                    criterion.number or criterion.id,
                    share.capped,
                )


def _in_words(rulebook: Rulebook, expr: Expr) -> str:
    """Return an expression with the labels of its answers for their ids."""
    return _NAMES.sub(lambda found: _label(rulebook, found[0]), expression_text(expr))


def _label(rulebook: Rulebook, name: str) -> str:
    return rulebook.answers[name].label if name in rulebook.answers else name


def _check_unit(rulebook: Rulebook, submission: Submission, pairs: tuple[_Pair, ...], notes: Notes) -> None:
    """Hold the pairs against each other at every stage, the last first: what later answers settle is only warned of, nothing told twice."""
    stages = [stage for stage in STAGES if stage == "self" or submission.answers.get(stage)]
    told: set[tuple[_Pair, Fraction, Fraction]] = set()
    _check_not_applicable(rulebook, submission, pairs, stages[-1], notes)
    for stage in reversed(stages):
        answers = _at(submission, stage)
        values: Mapping[str, Value] = {name: answer.value for name, answer in answers.items() if not isinstance(answer.value, Blank)}
        for pair in pairs:
            found = _too_much(pair, values)
            if found is None or (pair, *found) in told:
                continue
            told.add((pair, *found))
            cells = [answers[name].place for name in pair.of_answers]
            notes.add(
                "SV303" if stage != stages[-1] else "SV302" if pair.capped else "SV301",
                cells[0] if cells else submission.place,
                *(answers[name].place for name in pair.over_answers),
                unit=submission.unit,
                at=_at_stage(rulebook, stage) if len(stages) > 1 else "",
                of=pair.of,
                over=pair.over,
                part_label=pair.part_label,
                whole_label=pair.whole_label,
                part=brief(found[0]),
                whole=brief(found[1]),
                criterion=pair.criterion,
            )


def _check_not_applicable(rulebook: Rulebook, submission: Submission, pairs: tuple[_Pair, ...], stage: StageId, notes: Notes) -> None:
    """Report every part that is given of a whole that was declared not applicable at the last stage; each two cells once."""
    answers = _at(submission, stage)
    told: set[tuple[str, str]] = set()
    for pair in pairs:
        over = next((name for name in pair.over_answers if _is_declared_away(answers.get(name))), "")
        for name in pair.of_answers if over else ():
            value = answers[name].value if name in answers else None
            if isinstance(value, Fraction) and value > 0 and (name, over) not in told:
                told.add((name, over))
                notes.add(
                    "SV304",
                    answers[name].place,
                    answers[over].place,
                    unit=submission.unit,
                    at=_at_stage(rulebook, stage) if stage != "self" else "",
                    of=name,
                    over=over,
                    part_label=_label(rulebook, name),
                    whole_label=_label(rulebook, over),
                    part=brief(value),
                    criterion=pair.criterion,
                )


def _at_stage(rulebook: Rulebook, stage: StageId) -> Phrase:
    return phrase(N_(" at stage “{stage}”"), stage=next((each.name for each in rulebook.stages if each.id == stage), stage))


def _is_declared_away(answer: Answer | None) -> bool:
    return answer is not None and isinstance(answer.value, Blank) and answer.value.kind == "not_applicable"


def _too_much(pair: _Pair, values: Mapping[str, Value]) -> tuple[Fraction, Fraction] | None:
    """Return the part and the whole where the part is more."""
    part, whole = pair.part(values, {}), pair.whole(values, {})
    if part is None or whole is None or part[0] * whole[1] <= whole[0] * part[1]:
        return None
    return Fraction(*part), Fraction(*whole)


def _at(submission: Submission, stage: StageId) -> Mapping[str, Answer]:
    """Return the answers that hold at a stage."""
    if stage == "self":
        return submission.answers.get("self", {})
    names = dict.fromkeys(name for answers in submission.answers.values() for name in answers)
    return {name: submission.answer(name, stage) for name in names}


def _answers_in(expr: Expr) -> tuple[str, ...]:
    """Return the answers in an expression, in order."""
    return tuple(dict.fromkeys(node.id for node in expr.walk() if isinstance(node, AnswerTo)))
