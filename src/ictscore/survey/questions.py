"""Questions as the reader of cells needs them: type, bounds, words, ready for a million cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ictscore.expr.nodes import AnswerTo, Given
from ictscore.rulebook.answers import AnswerSpec, AnswerType
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import Rulebook
from ictscore.survey.labels.folding import fold_answer
from ictscore.survey.labels.unit_names import fold_name
from ictscore.words import N_, Phrase, phrase

NUMBERS: frozenset[AnswerType] = frozenset({"count", "number", "percent", "points"})

_EXPECTED: dict[AnswerType, str] = {
    "count": N_("a whole number"),
    "number": N_("a number"),
    "percent": N_("a percentage"),
    "points": N_("a number of points"),
    "yes_no": N_("yes or no"),
    "choice": N_("one of the choices"),
    "date": N_("a date (day/month/year)"),
    "text": N_("a text"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """One question: ``words`` leads from folded keys and labels of choices to keys, ``loose`` from labels folded as answers.

    ``nought_is_doubtful`` where only words can say that it does not apply: no condition of the rulebook says it from the numbers.
    ``measure`` is folded, ``printed_measure`` is as the rulebook has it.
    """

    id: str
    label: str
    type: AnswerType
    low: Fraction | None = None
    high: Fraction | None = None
    measure: str = ""
    required: bool = True
    may_not_apply: bool = False
    nought_is_doubtful: bool = False
    words: Mapping[str, str] | None = None
    labels: tuple[str, ...] = ()
    loose: Mapping[str, str] | None = None
    keys: tuple[str, ...] = ()
    printed_measure: str = ""

    @property
    def is_number(self) -> bool:
        """Return whether the answer is a number."""
        return self.type in NUMBERS

    @property
    def is_share(self) -> bool:
        """Return whether the answer is a number that is never above 1."""
        return self.type not in ("count", "percent") and self.high is not None and self.high <= 1

    @property
    def folded_label(self) -> str:
        """Return the label as names are compared."""
        return fold_name(self.label)

    @property
    def expected(self) -> Phrase:
        """Return what was expected, for a message."""
        return phrase(_EXPECTED[self.type])


def questions_of(rulebook: Rulebook) -> dict[str, Question]:
    """Return the questions of a rulebook by answer id."""
    declarable, decided = _declarable(rulebook)
    return {name: _question(name, spec, declarable, decided) for name, spec in rulebook.answers.items()}


def points_question(criterion: Criterion) -> Question:
    """Return the question for the points a stage gives for a criterion."""
    return Question(f"points:{criterion.id}", criterion.name, "points", criterion.min_points, criterion.max_points, required=False)


def agreed(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return folded words with what they mean; a word that means two things is left out.

    >>> agreed([("Có", "co"), ("có", "co"), ("A", "x"), ("a", "y")])
    {'có': 'co'}
    """
    meanings: dict[str, set[str]] = {}
    for word, meaning in pairs:
        meanings.setdefault(fold_name(word), set()).add(meaning)
    return {word: next(iter(found)) for word, found in meanings.items() if len(found) == 1 and word}


def _question(name: str, spec: AnswerSpec, declarable: frozenset[str], decided: frozenset[str]) -> Question:
    low, high = _bounds(spec)
    choices = spec.choices or {}
    return Question(
        id=name,
        label=spec.label,
        type=spec.type,
        low=low,
        high=high,
        measure=fold_name(spec.measure or ""),
        required=spec.required,
        may_not_apply=spec.not_applicable or name in declarable,
        nought_is_doubtful=(spec.not_applicable or name in declarable) and name not in decided,
        words=agreed([*((key, key) for key in choices), *((label, key) for key, label in choices.items())]),
        labels=tuple(choices.values()),
        loose=agreed([(fold_answer(label), key) for key, label in choices.items()]),
        keys=tuple(choices),
        printed_measure=spec.measure or "",
    )


def _bounds(spec: AnswerSpec) -> tuple[Fraction | None, Fraction | None]:
    low, high = spec.min, spec.max
    if spec.type in {"count", "percent"}:
        low = Fraction(0) if low is None else max(low, Fraction(0))
    if spec.type == "percent":
        high = Fraction(100) if high is None else min(high, Fraction(100))
    return low, high


def _declarable(rulebook: Rulebook) -> tuple[frozenset[str], frozenset[str]]:
    """Return the answers of criteria that can be declared not to apply, and those of them that a condition decides as well."""
    found: set[str] = set()
    decided: set[str] = set()
    for criterion in rulebook.all_criteria():
        policies = criterion.not_applicable
        if criterion.formula is not None and any(each.declared for each in policies):
            walked = criterion.formula.to_expr(criterion.bounds).walk()
            answers = {node.id for node in walked if isinstance(node, (AnswerTo, Given))}
            found |= answers
            decided |= answers if any(each.when is not None for each in policies) else set()
    return frozenset(found), frozenset(decided)
