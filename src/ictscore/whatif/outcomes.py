"""How criteria can turn out, applying or not: where points of one are spread over others, what these get hangs on it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from ictscore.expr.values import Blank
from ictscore.rulebook.criteria import Consequence
from ictscore.scoring.criteria import not_applicable
from ictscore.scoring.plan import Leaf
from ictscore.scoring.records import CriterionScore
from ictscore.whatif.effort import MOST_CASES
from ictscore.whatif.reach import View, reach

Outcome = Literal["applies"] | Consequence
Outcomes = Mapping[str, Outcome]
"""By criterion, how it is to turn out."""

SPREADS = frozenset({"redistribute_equally", "redistribute_in_proportion"})


def outcome_of(score: CriterionScore) -> Outcome:
    """Return how a criterion turned out."""
    return score.consequence if score.status == "not_applicable" and score.consequence is not None else "applies"


def possible(leaf: Leaf, view: View) -> tuple[Outcome, ...]:
    """Return how a criterion can turn out while some answers are free."""
    return tuple(dict.fromkeys(_possible(leaf, view)))


def _possible(leaf: Leaf, view: View) -> Iterator[Outcome]:
    for policy in leaf.policies:
        blanks = [view.answer(name).blanks for name in leaf.answers] if policy.declared else []
        found = reach(policy.when, view) if policy.when is not None else None
        if any("not_applicable" in each for each in blanks) or (found is not None and True in found.words):
            yield policy.then
        if {"not_applicable"} in blanks or (found is not None and found.words == {True} and not found.blanks):
            return
    found = reach(leaf.expr, view)
    if "not_applicable" in found.blanks:
        yield next((each.then for each in leaf.policies), "drop")
    declared = any("not_applicable" in view.answer(name).blanks for name in leaf.answers)  # without a rule for that, an error
    if declared or found.span is not None or found.words or found.blanks - {"not_applicable"}:
        yield "applies"


def cases(buckets: Sequence[Sequence[tuple[str, Sequence[Outcome]]]], most: int = MOST_CASES) -> tuple[Outcomes, ...] | None:
    """Return every way in which the criteria that matter to each other can turn out; None where there are too many.

    ``buckets`` are criteria that can get each other's points, each with its possible outcomes. Where nothing is ever spread, or nothing
    can change, one way is left that says nothing.

    >>> cases([[("a", ("applies", "redistribute_equally")), ("b", ("applies",))]])
    ({'a': 'applies', 'b': 'applies'}, {'a': 'redistribute_equally', 'b': 'applies'})
    >>> cases([[("a", ("applies", "drop"))]])
    ({},)
    """
    concerned = [each for each in buckets if any(SPREADS.intersection(outcomes) for _, outcomes in each)]
    criteria = [each for bucket in concerned for each in bucket]
    count = 1
    for _, outcomes in criteria:
        count *= len(outcomes)
    if count > most:
        return None
    names = [name for name, _ in criteria]
    return tuple(dict(zip(names, each, strict=True)) for each in itertools.product(*(outcomes for _, outcomes in criteria)))


def assumed(score: CriterionScore, outcome: Outcome | None) -> CriterionScore:
    """Return a score as it would be with an outcome, so far as its maximum tells."""
    if outcome is None or outcome == outcome_of(score):
        return score
    if outcome == "applies":
        return score._replace(status="scored", max_points=score.criterion.max_points, consequence=None)
    return not_applicable(score.criterion, outcome, Blank("not_applicable"))
