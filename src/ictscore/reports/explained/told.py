"""How one unit's points came about, in words: decided once, drawn by ``explain`` and by the results workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ictscore.documents import Mapping, Node, Sequence, Text
from ictscore.expr.derivation import Derivation
from ictscore.expr.nodes import Expr, GroupExtreme, If, Labelled, OfMembers
from ictscore.expr.text import arithmetic_text, expression_text, said_text, value_text
from ictscore.expr.values import Blank, Value
from ictscore.places import Place
from ictscore.reports.checked.evidence_told import evidence_words
from ictscore.reports.explained.notes import notes_on
from ictscore.reports.published import published
from ictscore.rulebook.basis import basis_of, source_text
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.sources import Basis
from ictscore.scoring.explain import Books, Explanation
from ictscore.scoring.records import CriterionScore, UnitScore
from ictscore.survey.submission import Answer
from ictscore.words import N_, tr


@dataclass(frozen=True, slots=True)
class ToldAnswer:
    """An answer a formula looks at: what it is taken for, what stands there, and where; and the evidence named beside it, in words."""

    id: str
    label: str
    value: str
    raw: str
    place: Place
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class ToldCriterion:
    """Everything there is to say about one criterion of one unit.

    ``explanation`` is what all this is told from. ``formula`` and ``arithmetic`` are texts of the expression language; evaluating
    ``arithmetic`` gives ``result``. ``group`` and ``notes`` are sentences in the language spoken when this was made.
    """

    explanation: Explanation
    points: str
    max_points: str
    arithmetic: str
    result: str
    answers: tuple[ToldAnswer, ...]
    group: tuple[str, ...]
    notes: tuple[str, ...]
    source: str
    clause: str
    basis: Basis

    @property
    def score(self) -> CriterionScore:
        """Return the score that is explained."""
        return self.explanation.score

    @property
    def formula(self) -> str:
        """Return the formula with names in it."""
        leaf = self.explanation.leaf
        return expression_text(leaf.expr) if leaf is not None else _names_of_parts(self.score)

    @property
    def branches(self) -> tuple[str, ...]:
        """Return a sentence for every condition that was decided, in the language spoken now."""
        derivation = self.explanation.derivation
        return tuple(branches_of(derivation, lambda expr: said_text(expression_text(expr)), said_text)) if derivation is not None else ()


class Explainer:
    """Tells how points came about, for any unit of one result."""

    def __init__(self, loaded: LoadedRulebook, books: Books) -> None:
        """Explain what ``books`` hold, in the words of the rulebook."""
        self.loaded, self.books = loaded, books

    def unit(self, unit: UnitScore) -> Iterator[ToldCriterion]:
        """Yield what is told of every criterion of a unit, in the rulebook's order."""
        for explanation in self.books.explain(unit):
            yield self.criterion(unit, explanation)

    def criterion(self, unit: UnitScore, explanation: Explanation) -> ToldCriterion:
        """Return what is told of one criterion."""
        score, rounding = explanation.score, self.loaded.rulebook.rounding
        derivation = explanation.derivation
        return ToldCriterion(
            explanation=explanation,
            points=published(score.points, rounding.criterion),
            max_points=published(score.max_points, None),
            arithmetic=arithmetic_text(derivation) if derivation is not None else self._sum_of_parts(unit, score),
            result=value_text(derivation.value) if derivation is not None else value_text(score.exact),
            answers=tuple(self._answer(unit, name, answer) for name, answer in explanation.answers),
            group=tuple(self._group_values(unit, derivation)) if derivation is not None else (),
            notes=notes_on(explanation, rounding),
            source=source_text(self.loaded.rulebook, score.criterion.source),
            clause=self.clauses.get(score.criterion.id, ""),
            basis=basis_of(score.criterion),
        )

    @cached_property
    def clauses(self) -> dict[str, str]:
        """Return which clause of an amendment the criteria come from, by id; those of the base are not there."""
        return dict(_clauses_in(self.loaded.document, self.loaded.clauses)) if self.loaded.clauses else {}

    def _answer(self, unit: UnitScore, name: str, answer: Answer) -> ToldAnswer:
        spec = self.loaded.rulebook.answers.get(name)
        label = spec.label if spec is not None else name
        value = answer.value
        if isinstance(value, str) and spec is not None and spec.choices:
            said = f"{value_text(value)} ({spec.choices.get(value, '')})"
        else:
            said = said_value(value)
        shown = self.books.scope(unit).submission.evidence.get(name)
        return ToldAnswer(name, label, said, answer.raw, answer.place, evidence_words(shown))

    def _sum_of_parts(self, unit: UnitScore, score: CriterionScore) -> str:
        parts = [unit.criterion(part.id) for part in score.criterion.parts]
        return " + ".join(value_text(part.points) for part in parts if part is not None) or "0"

    def _group_values(self, unit: UnitScore, derivation: Derivation) -> Iterator[str]:
        told: set[str] = set()
        for each in derivation.walk():
            if not isinstance(each.expr, (GroupExtreme, OfMembers)):
                continue
            text = expression_text(each.expr)
            if text in told:
                continue
            told.add(text)
            value = said_value(each.value) if isinstance(each.value, Blank) else said_text(value_text(each.value))
            said = f"{said_text(text)} = {value}"
            if isinstance(each.expr, GroupExtreme) and not isinstance(each.value, Blank):
                holders = self.books.holders(unit, each.expr)
                said += f" ({', '.join(holders[:3])}{', …' if len(holders) > 3 else ''})"  # noqa: PLR2004 - enough to look at
            yield said


def said_value(value: Value) -> str:
    """Return a value as the language writes it; a blank as its reason in words."""
    return f"<{value.reason}>" if isinstance(value, Blank) else value_text(value)


def _names_of_parts(score: CriterionScore) -> str:
    return " + ".join(f"points({part.id})" for part in score.criterion.parts)


def branches_of(derivation: Derivation, say: Callable[[Expr], str] = expression_text, write: Callable[[str], str] = str) -> Iterator[str]:
    """Yield a sentence for every condition that was decided, in the order looked at, with the label it stands under.

    ``say`` words the condition, ``write`` the numbers put into it.
    """
    expr = derivation.expr
    if isinstance(expr, If) and derivation.parts:
        condition = derivation.parts[0]
        text, numbers = say(condition.expr), write(arithmetic_text(condition))
        reason = numbers if numbers != text else ""
        if condition.value is True:
            yield _decided(N_("{condition}: yes"), text, reason)
        elif condition.value is False:
            yield _decided(N_("{condition}: no"), text, tr("{numbers} is false", numbers=reason) if reason else "")
        else:
            yield _decided(N_("{condition}: cannot be decided"), text, reason)
    for part in derivation.parts:
        for sentence in branches_of(part, say, write):
            yield f"{expr.label}: {sentence}" if isinstance(expr, Labelled) else sentence


def _decided(words: str, condition: str, numbers: str) -> str:
    """Return how a condition was decided, with the numbers where they say more than the condition."""
    return tr(words, condition=condition) + (f" ({numbers})" if numbers else "")


def _clauses_in(node: Node, clauses: dict[Place, str]) -> Iterator[tuple[str, str]]:
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _clauses_in(item, clauses)
    elif isinstance(node, Mapping):
        identifier = node.get("id")
        found = next((clauses[place] for place in _places(node) if place in clauses), None)
        if isinstance(identifier, Text) and found is not None:
            yield identifier.text, found
        for entry in node.entries:
            yield from _clauses_in(entry.value, clauses)


def _places(node: Node) -> Iterator[Place]:
    yield node.place
    if isinstance(node, Mapping):
        for entry in node.entries:
            if entry.key.text not in {"criteria", "parts"}:
                yield from _places(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _places(item)
