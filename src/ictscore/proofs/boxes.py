"""Boxes of answers, cut smaller until nothing in them can be, or until answers are found that show it; no further than a bound."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.possible import IMPOSSIBLE, Possible
from ictscore.expr.intervals.ranges import Range, exactly
from ictscore.expr.values import Value, missing, not_applicable
from ictscore.proofs.trial import Answers

MOST_BOXES = 300
FINEST = Fraction(1, 10**4)

Outcome = Literal["never", "shown", "open"]
"""Proved that it never is; shown by answers; or neither, for a bound was reached or what is left cannot be cut."""

Inside = Callable[[Knowledge], Knowledge | None]
"""Returns what is left of a box where the thing may be, or None where it cannot be anywhere in it."""

Shows = Callable[[Answers], bool]
Ladder = Mapping[str, Sequence[Value]]
"""For each answer the values worth trying; the numbers among them are where a box is cut first."""


@dataclass(frozen=True, slots=True)
class Found:
    """How a search ended, and the answers that show it."""

    outcome: Outcome
    answers: Answers | None = None


def search_boxes(known: Knowledge, ladder: Ladder, inside: Inside, shows: Shows, most: int = MOST_BOXES) -> Found:
    """Return whether something can be for some answers in ``known``; only the answers of ``ladder`` are cut."""
    waiting, is_whole = deque([known]), True
    for _ in range(most):
        if not waiting:
            return Found("never" if is_whole else "open")
        box = inside(waiting.popleft())
        if box is None:
            continue
        for answers in _samples(box, ladder):
            if shows(answers):
                return Found("shown", answers)
        parts = _cut(box, ladder)
        is_whole = is_whole and bool(parts)
        waiting.extend(parts)
    return Found("open" if waiting or not is_whole else "never")


def _samples(box: Knowledge, ladder: Ladder) -> Iterator[dict[str, Value]]:
    """Yield answers out of a box: every one at its first value worth trying, at its last, and at the one in the middle."""
    values = {name: list(_values_in(name, box.answers[name], ladder[name])) for name in ladder}
    if all(values.values()):
        for place in (0, -1, None):
            yield {name: each[len(each) // 2 if place is None else place] for name, each in values.items()}


def _values_in(name: str, possible: Possible, likely: Sequence[Value]) -> Iterator[Value]:
    for value in likely:
        if isinstance(value, bool):
            fits = value in possible.truths
        elif isinstance(value, Fraction):
            fits = possible.numbers is not None and possible.numbers.holds(value)
        else:
            fits = possible.any_text or value in possible.texts
        if fits:
            yield value
    if possible.numbers is not None and (between := _some_number(possible.numbers)) is not None:
        yield between
    yield from (missing(name) if kind == "missing" else not_applicable(name) for kind in sorted(possible.blanks))


def _some_number(one: Range) -> Fraction | None:
    """Return a number of a range that is bounded, or None: the middle, else an end."""
    if one.low is None or one.high is None:
        return None
    middle = (one.low + one.high) / 2
    found = Fraction(math.floor(middle)) if one.whole else middle
    return found if one.holds(found) else None


def _cut(box: Knowledge, ladder: Ladder) -> list[Knowledge]:
    """Return a box in parts, cut along the answer that has most left; nothing where none can be cut."""
    ways = {name: _parts(box.answers[name], ladder[name]) for name in ladder}
    name = max(ways, key=lambda each: (bool(ways[each]), _size(box.answers[each], ladder[each])), default=None)
    return [] if name is None else [box.with_answer(name, part) for part in ways[name]]


def _size(possible: Possible, likely: Sequence[Value]) -> tuple[int, Fraction]:
    """Return how much is left of an answer: values worth trying, then how wide its numbers lie."""
    numbers = possible.numbers
    if numbers is None or numbers.is_empty:
        return len(possible.truths) + len(possible.texts) + len(possible.blanks), Fraction(0)
    wide = Fraction(10**9) if numbers.low is None or numbers.high is None else numbers.high - numbers.low
    return sum(isinstance(each, Fraction) and numbers.holds(each) for each in likely) + len(possible.blanks), wide


def _parts(possible: Possible, likely: Sequence[Value]) -> list[Possible]:
    """Return what an answer may be in two or three parts, together all of it; nothing where it is one thing already."""
    given = replace(possible, blanks=frozenset())
    if possible.blanks:
        blank = [Possible(blanks=frozenset({kind})) for kind in sorted(possible.blanks)]
        whole = blank if given == IMPOSSIBLE else [given, *blank]
        return whole if len(whole) > 1 else []
    if len(possible.truths) > 1:
        return [Possible(truths=frozenset({truth})) for truth in (True, False)]
    if len(possible.texts) > 1 and not possible.any_text:
        return [Possible(texts=frozenset({text})) for text in sorted(possible.texts)]
    numbers = possible.numbers
    return [] if numbers is None or numbers.is_empty else [Possible(each) for each in _ranges(numbers, likely)]


def _ranges(one: Range, likely: Sequence[Value]) -> list[Range]:
    """Return a range below, at and above a number in it; nothing for a single number, or what is too fine to be cut."""
    if one.low is not None and one.high is not None and (one.low == one.high or (not one.whole and one.high - one.low < FINEST)):
        return []
    at = _where(one, [each for each in likely if isinstance(each, Fraction) and one.holds(each)])
    below = one.meet(Range(high=at, high_open=True))
    above = one.meet(Range(low=at, low_open=True))
    parts = [below, *([exactly(at)] if one.holds(at) else []), above]
    return [each for each in parts if not each.is_empty]


def _where(one: Range, marks: list[Fraction]) -> Fraction:
    """Return where to cut: at the mark in the middle, else in the middle, or well beyond the only end."""
    if marks:
        return sorted(marks)[len(marks) // 2]
    if one.low is not None and one.high is not None:
        middle = (one.low + one.high) / 2
        return Fraction(math.floor(middle)) if one.whole else middle
    if one.low is not None:
        return Fraction(2 * abs(math.ceil(one.low)) + 10)
    return Fraction(0) if one.high is None or one.high > 0 else Fraction(-2 * abs(math.floor(one.high)) - 10)
