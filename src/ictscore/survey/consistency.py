"""Answers held against each other: a part is never more than its whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ictscore.expr.compiled import Compiled, compile_expression
from ictscore.expr.nodes import AnswerTo, Expr
from ictscore.expr.text import expression_text
from ictscore.expr.values import Blank, Value
from ictscore.rulebook.model import Rulebook
from ictscore.survey.noting import Notes
from ictscore.survey.submission import Answer, Submission


@dataclass(frozen=True, slots=True)
class _Pair:
    """A part and its whole, ready to be computed for every unit."""

    of: str
    over: str
    of_answers: tuple[str, ...]
    over_answers: tuple[str, ...]
    part: Compiled
    whole: Compiled
    criterion: str
    capped: bool


def check_consistency(rulebook: Rulebook, submissions: Iterable[Submission], notes: Notes) -> None:
    """Report every part that is more than its whole, by the latest answers: an error, or a warning where points are capped."""
    pairs: dict[str, tuple[_Pair, ...]] = {}
    for each in submissions:
        if each.group not in pairs:
            pairs[each.group] = tuple(_pairs(rulebook, each.group))
        _check_unit(each, pairs[each.group], notes)


def _pairs(rulebook: Rulebook, group: str) -> Iterator[_Pair]:
    for criterion in rulebook.criteria_of(group):
        if criterion.formula is not None:
            for share in criterion.formula.shares_of():
                yield _Pair(
                    expression_text(share.of),
                    expression_text(share.over),
                    _answers_in(share.of),
                    _answers_in(share.over),
                    compile_expression(share.of),
                    compile_expression(share.over),
                    criterion.number or criterion.id,
                    share.capped,
                )


def _check_unit(submission: Submission, pairs: tuple[_Pair, ...], notes: Notes) -> None:
    answers = _latest(submission)
    values: Mapping[str, Value] = {name: answer.value for name, answer in answers.items() if not isinstance(answer.value, Blank)}
    for pair in pairs:
        part, whole = pair.part(values, {}), pair.whole(values, {})
        if part is None or whole is None or part[0] * whole[1] <= whole[0] * part[1]:
            continue
        cells = [answers[name].place for name in pair.of_answers]
        notes.add(
            "SV302" if pair.capped else "SV301",
            cells[0] if cells else submission.place,
            *(answers[name].place for name in pair.over_answers),
            unit=submission.unit,
            of=pair.of,
            over=pair.over,
            part=Fraction(*part),
            whole=Fraction(*whole),
            criterion=pair.criterion,
        )


def _latest(submission: Submission) -> Mapping[str, Answer]:
    """Return the answers that hold in the end."""
    own = submission.answers.get("self", {})
    if len(submission.answers) == 1:
        return own
    names = dict.fromkeys(name for answers in submission.answers.values() for name in answers)
    return {name: submission.answer(name, "council") for name in names}


def _answers_in(expr: Expr) -> tuple[str, ...]:
    """Return the answers in an expression, in order."""
    return tuple(dict.fromkeys(node.id for node in expr.walk() if isinstance(node, AnswerTo)))
