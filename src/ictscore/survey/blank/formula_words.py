"""How a criterion's points come about, in words for those who fill in the form: questions by number, choices by label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from ictscore.expr.nodes import Add, AnswerTo, Compare, Const, Expr, Given, If, Labelled, Least, NoValue, OfMembers
from ictscore.expr.text import expression_text
from ictscore.formulas.relative import Relative
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import Rulebook
from ictscore.survey.blank.questions import FormQuestion
from ictscore.survey.blank.written import yes_no_words
from ictscore.words import N_, say_decimal, say_number, tr

_TOKEN = re.compile(r'"[^"]*"|\[[^\]]*\]|<[a-z_]+>|<|[0-9]+(?:\.[0-9]+)?|[a-z_]+|[-+*/,]|[^"\[<0-9a-z\-+*/,]+')

_CALL = re.compile(r"([a-z])\(")

_WORDS = {
    "if": N_("if"),
    "then": N_("then"),
    "else": N_("otherwise"),
    "and": N_("and"),
    "or": N_("or"),
    "not": N_("not"),
    "yes": N_("yes"),
    "no": N_("no"),
    "min": N_("the least of"),
    "max": N_("the greatest of"),
    "sum": N_("the sum of"),
    "mean": N_("the mean of"),
    "count": N_("how many hold of"),
    "least": N_("the least of"),
    "greatest": N_("the greatest of"),
    "highest": N_("the group’s highest"),
    "lowest": N_("the group’s lowest"),
    "points": N_("the points of"),
    "round": N_("rounded"),
    "floor": N_("rounded down"),
    "ceil": N_("rounded up"),
    "<not_applicable>": N_("not applicable"),
    "<fault>": N_("an error in the figures"),
}
_HIGHEST, _LOWEST = N_("highest"), N_("lowest")
_SIGNS = {"*": "×", "/": "÷", "-": "−", ",": ";"}


def spoken_expression(text: str) -> str:
    """Return a text of the expression language as people write it: functions in words, signs, and decimals of the spoken language."""
    return "".join(_token(each) for each in _TOKEN.findall(_CALL.sub(r"\1 (", text)))


@dataclass(frozen=True, slots=True)
class Wording:
    """What stands for the ids of a rulebook where a formula is told to people."""

    rulebook: Rulebook
    questions: Mapping[str, FormQuestion]

    def how(self, criterion: Criterion) -> str:
        """Return how the points of a criterion come about, one case a line."""
        if criterion.formula is None:
            return tr("The sum of its parts.")
        if isinstance(criterion.formula, Relative):
            return self._standing(criterion.formula, criterion)
        return "\n".join(self._lines(self._named(criterion.formula.to_expr(criterion.bounds))))

    def _standing(self, formula: Relative, criterion: Criterion) -> str:
        """Return how a unit's standing in its group earns points: the formula itself repeats the value too often to be read."""
        values = {"value": self._text(self._named(formula.of)), "most": say_number(criterion.max_points)}
        if formula.scale == "min_max":
            best = tr(_HIGHEST if formula.best == "highest" else _LOWEST)
            return tr("Value {value}: {most} for the {best} in the group, 0 for the other end, in proportion between", best=best, **values)
        if formula.best == "lowest":
            return tr("The group’s lowest value of {value}, divided by the unit’s value, × {most}", **values)
        return tr("{value}, divided by the group’s highest value of it, × {most}", **values)

    def _lines(self, expr: Expr) -> Iterator[str]:
        expr = _without_faults(expr)
        if isinstance(expr, Labelled):
            yield from self._lines(expr.of)
        elif isinstance(expr, If):
            yield from self._cases(expr)
        elif isinstance(expr, Least) and len(expr.terms) == 2 and isinstance(expr.terms[1], Const):  # noqa: PLR2004 - a pair
            yield from self._lines(expr.terms[0])
            yield tr("at most {most}", most=self._text(expr.terms[1]))
        elif isinstance(expr, Add) and any(isinstance(_without_faults(each), (If, Labelled)) for each in expr.terms):
            yield from (("+ " if index else "") + self._term(each) for index, each in enumerate(expr.terms))
        else:
            yield self._text(expr)

    def _cases(self, expr: Expr) -> Iterator[str]:
        while isinstance(expr, If):
            yield tr("{points} if {condition}", points=self._text(expr.then), condition=self._text(expr.condition))
            expr = _without_faults(expr.otherwise)
        yield tr("otherwise {points}", points=self._text(expr))

    def _term(self, expr: Expr) -> str:
        text = "; ".join(self._lines(expr))
        return f"{expr.label}: {text}" if isinstance(expr, Labelled) else text

    def _text(self, expr: Expr) -> str:
        return spoken_expression(expression_text(_bare(expr)))

    def _named(self, expr: Expr) -> Expr:
        """Return ``expr`` with what people see on the form instead of the ids."""
        match expr:
            case AnswerTo():
                return self._answer(expr, truth=True)
            case Compare(left=AnswerTo() as answer, right=Const(value=str() as key)):
                label = (self.rulebook.answers[answer.id].choices or {}).get(key, key)
                return replace(expr, left=self._answer(answer, truth=False), right=Const(label))
            case Given():
                return AnswerTo(f"{self._answer(AnswerTo(expr.id), truth=False).id} {tr('is answered')}")
            case OfMembers():
                what = tr("total") if expr.of == "total" else self.rulebook.answers[expr.of].label
                return AnswerTo(f"[{tr(_WORDS[_AGGREGATES.get(expr.how, expr.how)])} {self.rulebook.group(expr.group).name}: {what}]")
            case _:
                changes: dict[str, Any] = {}
                for each in fields(expr):
                    value = getattr(expr, each.name)
                    if isinstance(value, Expr):
                        changes[each.name] = self._named(value)
                    elif isinstance(value, tuple) and value and isinstance(value[0], Expr):
                        changes[each.name] = tuple(self._named(item) for item in value)
                return replace(expr, **changes)

    def _answer(self, answer: AnswerTo, *, truth: bool) -> AnswerTo:
        number = f"[{self.questions[answer.id].number}]" if answer.id in self.questions else f"[{answer.id}]"
        is_yes_no = truth and self.rulebook.answers[answer.id].type == "yes_no"
        return AnswerTo(f'{number} = "{yes_no_words(self.rulebook.language)[0]}"' if is_yes_no else number)


_AGGREGATES = {"count": "count", "sum": "sum", "mean": "mean"}


def _without_faults(expr: Expr) -> Expr:
    """Return ``expr`` without the cases that only catch wrong figures."""
    while isinstance(expr, If) and isinstance(expr.then, NoValue) and expr.then.kind == "fault":
        expr = expr.otherwise
    return expr


def _bare(expr: Expr) -> Expr:
    """Return ``expr`` without those cases anywhere inside."""
    expr = _without_faults(expr)
    changes: dict[str, Any] = {}
    for each in fields(expr):
        value = getattr(expr, each.name)
        if isinstance(value, Expr):
            changes[each.name] = _bare(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Expr):
            changes[each.name] = tuple(_bare(item) for item in value)
    return replace(expr, **changes)


def _token(token: str) -> str:
    if token.startswith('"'):
        return f"“{token[1:-1]}”"
    if token in _WORDS:
        return tr(_WORDS[token])
    return say_decimal(token) if token[0].isdecimal() else _SIGNS.get(token, token)
