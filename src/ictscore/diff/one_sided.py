"""Questions that only one of two rulebooks asks, and the criteria that cannot be scored on a side because of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ictscore.diff.impact import Unscored
from ictscore.diff.links import answers_in, expressions_of
from ictscore.diff.readings import Readings
from ictscore.expr.values import Blank
from ictscore.rulebook.model import Rulebook
from ictscore.survey.submission import Submission, Survey

Side = Literal["old", "new"]


def one_sided_answers(old: Rulebook, new: Rulebook) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the questions that only the older rulebook asks, and those that only the newer one asks."""
    first, second = (
        tuple(each for each in old.answers if each not in new.answers),
        tuple(each for each in new.answers if each not in old.answers),
    )
    return first, second


def unscored_criteria(old: Rulebook, new: Rulebook, readings: Readings) -> tuple[Unscored, ...]:
    """Return the criteria that nobody can be scored by on a side, for want of answers that only that side asks for."""
    only_old, only_new = one_sided_answers(old, new)
    sides: tuple[tuple[Side, Rulebook, Survey, tuple[str, ...]], ...] = (
        ("old", old, readings.old, only_old),
        ("new", new, readings.new, only_new),
    )
    return tuple(found for side, book, survey, only in sides for found in _unscored(side, book, survey, frozenset(only)))


def _unscored(side: Side, book: Rulebook, survey: Survey, only: frozenset[str]) -> Iterator[Unscored]:
    given = {name for each in survey.submissions for name in _given(each)}
    absent = only - given
    for criterion in book.all_criteria():
        answers = answers_in(*expressions_of(criterion)) & absent
        if answers:
            groups = tuple(group.id for group in book.groups if any(each.id == criterion.id for each in book.criteria_of(group.id)))
            yield Unscored(side, criterion.id, criterion.name, criterion.max_points, tuple(sorted(answers)), groups)


def _given(submission: Submission) -> Iterator[str]:
    for answers in submission.answers.values():
        yield from (name for name, answer in answers.items() if not isinstance(answer.value, Blank))
