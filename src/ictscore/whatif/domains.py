"""What each answer may be changed to: the values its question allows, as a list of words or as steps between two bounds."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import ONE, ZERO
from ictscore.expr.nodes import AnswerTo
from ictscore.expr.values import Blank, Value, missing
from ictscore.formulas.graded import Graded
from ictscore.rulebook.model import Rulebook
from ictscore.survey.asked import asked_of
from ictscore.survey.questions import Question, questions_of
from ictscore.whatif.pieces import names_in
from ictscore.whatif.rescoring import Rescorer
from ictscore.whatif.spans import Span

FARTHEST = 10
"""Without a declared bound, an answer is tried up to so many times the largest number in sight."""
LEAST_REACH = Fraction(100)
_FINEST = 6
_HUNDREDTH = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class Domain:
    """The values of one answer: ``words`` (yes and no, keys of choices), or else the multiples of ``step`` from ``low`` to ``high``."""

    words: tuple[bool | str, ...] = ()
    low: Fraction = ZERO
    high: Fraction = ZERO
    step: Fraction = ONE
    allowed: Span | None = None
    """All numbers that the question allows, where they are more than those from ``low`` to ``high``."""
    between: bool = False
    """Whether numbers between the steps are allowed too."""
    may_not_apply: bool = False
    """Whether the question can be declared not applicable, which is never tried."""
    stays: bool = False
    """Whether no other value is ever tried, though the question allows others: a text or a date."""

    @property
    def everything(self) -> Span | tuple[bool | str, ...]:
        """Return all that the question allows, so far as it is a value."""
        return self.words or self.allowed or (self.low, self.high)

    @property
    def untried(self) -> tuple[Span | tuple[()], ...]:
        """Return what the question allows besides the values of the domain: spans, and ``()`` where it can be declared not applicable."""
        low, high = self.allowed or (self.low, self.high)
        if self.words:
            spans: list[Span] = []
        elif self.between:
            spans = [(low, high)]
        else:
            below, above = (low, self.low - self.step), (self.high + self.step, high)
            spans = [below] * (low is None or low < self.low) + [above] * (high is None or high > self.high)
        return (*spans, *[()] * self.may_not_apply)

    @property
    def size(self) -> int:
        """Return how many values there are."""
        return len(self.words) or int((self.high - self.low) / self.step) + 1

    def values(self) -> Iterator[Value]:
        """Yield every value, in order."""
        if self.words:
            yield from self.words
        else:
            yield from (self.low + self.step * index for index in range(self.size))

    def at(self, number: int) -> Value:
        """Return a value by its number, from 0."""
        return self.words[number] if self.words else self.low + self.step * number

    def number_of(self, value: Value) -> int:
        """Return the number of a value of the domain."""
        return self.words.index(value) if self.words else int((Fraction(value) - self.low) / self.step)  # type: ignore[arg-type]

    def part(self, first: int, last: int) -> Span | tuple[bool | str, ...]:
        """Return the values from one number to another."""
        return self.words[first : last + 1] or (self.low + self.step * first, self.low + self.step * last)

    def snap(self, value: Fraction) -> Fraction:
        """Return the value of the domain at or below ``value``, or its lowest."""
        steps = math.floor((min(value, self.high) - self.low) / self.step)
        return self.low + self.step * max(steps, 0)


def domain_of(question: Question, choices: Iterable[str], value: Value, seen: Iterable[Value], every: Fraction | None) -> Domain | None:
    """Return what an answer may be changed to, or None where it stays: a date, a text, or declared not applicable.

    ``choices`` are the keys of a choice; ``seen`` are the numbers from which its reach is judged where no bound is declared; ``every`` is
    the step a criterion demands.
    """
    if isinstance(value, Blank) and value.kind == "not_applicable":
        return None
    if question.type == "yes_no":
        return Domain((True, False), may_not_apply=question.may_not_apply)
    if question.type == "choice":
        return Domain(tuple(choices), may_not_apply=question.may_not_apply)
    return _numbers(question, value, seen, every) if question.is_number else None


def _numbers(question: Question, value: Value, seen: Iterable[Value], every: Fraction | None) -> Domain | None:
    numbers = [each for each in (*seen, value) if isinstance(each, Fraction)]
    step = every or _step(question, value)
    low = min([ZERO, *numbers]) if question.low is None else question.low
    high = max([LEAST_REACH, *(FARTHEST * each for each in numbers)]) if question.high is None else question.high
    low, high = math.ceil(low / step) * step, math.floor(high / step) * step
    between, allowed = question.type != "count" and every is None, (question.low, question.high)
    kept = None if allowed == (low, high) or (not between and every is not None and None not in allowed) else allowed
    return Domain((), low, high, step, kept, between, question.may_not_apply) if low <= high else None


def _step(question: Question, value: Value) -> Fraction:
    """Return 1 for counts, else a hundredth, or as fine as the value that is there."""
    if question.type == "count":
        return ONE
    if isinstance(value, Fraction) and not isinstance(value, Blank):
        places = next((each for each in range(2, _FINEST + 1) if (value * 10**each).denominator == 1), 2)
        return Fraction(1, 10**places)
    return _HUNDREDTH


def steps_demanded(rulebook: Rulebook, group: str) -> dict[str, Fraction]:
    """Return the step that a ``graded`` criterion of the group demands, by answer."""
    formulas = [each.formula for each in rulebook.criteria_of(group)]
    graded = [each for each in formulas if isinstance(each, Graded) and each.every is not None]
    return {each.of.id: each.every for each in graded if isinstance(each.of, AnswerTo) and each.every is not None}


def domains_of(rescorer: Rescorer, fixed: Iterable[str] = ()) -> dict[str, Domain]:
    """Return what each answer of the unit may be changed to; ``fixed`` ones and those declared not applicable are left out."""
    rulebook, group, kept = rescorer.rulebook, rescorer.unit.group, set(fixed)
    questions, steps = questions_of(rulebook), steps_demanded(rulebook, group)
    scopes = [scope for (each, _), scope in rescorer.books.round.scopes.items() if each == group]
    near = _related(rescorer)
    found = {}
    for name in asked_of(rulebook, group):
        mine = [rescorer.values[each] for each in near.get(name, ()) if each in rescorer.values]
        seen = [*(scope.values[name] for scope in scopes if name in scope.values), *mine]
        value = rescorer.values.get(name, missing(name))
        domain = domain_of(questions[name], rulebook.answers[name].choices or (), value, seen, steps.get(name))
        if name not in kept and domain is not None and domain.size > 1:
            found[name] = domain
    return found


def staying(rescorer: Rescorer) -> dict[str, Domain]:
    """Return the texts and dates that the unit is asked for: another one, or one instead of a blank, is never tried."""
    questions = questions_of(rescorer.rulebook)
    asked = asked_of(rescorer.rulebook, rescorer.unit.group)
    return {name: Domain(stays=True) for name in asked if questions[name].type in {"text", "date"}}


def _related(rescorer: Rescorer) -> dict[str, set[str]]:
    """Return for each answer those that some part and its whole name together with it."""
    found: dict[str, set[str]] = {}
    for criterion in rescorer.rulebook.criteria_of(rescorer.unit.group):
        for share in criterion.formula.shares_of() if criterion.formula is not None else ():
            names = names_in(share.of, share.over)
            for name in names:
                found.setdefault(name, set()).update(names)
    return found
