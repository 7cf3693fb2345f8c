"""What would be if: changes and what they do, in words; decided once, formats only draw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import decimal_text
from ictscore.expr.values import Blank, Value
from ictscore.findings import Finding
from ictscore.reports.published import published, published_value
from ictscore.reports.told import rank_text
from ictscore.reports.whatif.proof import open_ends, proof_that_it_is_least, proof_that_there_is_none
from ictscore.rulebook.model import Rulebook
from ictscore.scoring.records import UnitScore
from ictscore.whatif.effect import CriterionMoved, Effect, Moved, Without
from ictscore.whatif.effort import USUAL, Effort
from ictscore.whatif.smallest import Smallest
from ictscore.whatif.targets import Target, award_of
from ictscore.words import say_decimal, say_number, tr

MOST_OTHERS = 30
_FINE = 4


@dataclass(frozen=True, slots=True)
class Sought:
    """The search for a target: what was found, and what is left when one change is dropped. ``price`` says whether costs were given."""

    target: Target
    found: Smallest
    without: tuple[Without, ...]
    price: bool
    left_alone: tuple[str, ...]
    at_most: int | None = None
    effort: Effort = USUAL
    measured: tuple[str, ...] = ()
    """The answers of the unit by which others are measured, as far as they may change."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """All that is told: the rulebook, the effect of the changes, and the search that found them, if one did."""

    rulebook: Rulebook
    before: dict[str, Value]
    effect: Effect
    sought: Sought | None = None
    refused: tuple[Finding, ...] = ()
    """The errors for which score would refuse the changed answers; nothing is shown then of what they would bring."""


def value_words(rulebook: Rulebook, answer: str, value: Value | None) -> str:
    """Return an answer for reading: numbers with their measure, the label of a choice, yes or no, or why there is none."""
    spec = rulebook.answers[answer]
    if value is None or isinstance(value, Blank):
        return tr("not applicable") if isinstance(value, Blank) and value.kind == "not_applicable" else tr("no answer")
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, Fraction):
        measure = "%" if spec.type == "percent" else spec.measure or ""
        return f"{say_number(value)} {measure}".strip()
    return (spec.choices or {}).get(value, value)


def target_words(rulebook: Rulebook, target: Target) -> str:
    """Return what is to be reached, in words."""
    match target.kind:
        case "points":
            return tr("at least {points} points", points=Fraction(target.value))
        case "rank":
            return tr("rank {rank} or better", rank=int(target.value))
        case "award":
            return tr("award “{award}”", award=award_of(rulebook, str(target.value)).name)
    return tr("grade {grade} or better", grade=target.value)


def total_text(rulebook: Rulebook, unit: UnitScore) -> str:
    """Return a unit's published total."""
    return say_decimal(published(unit.total, rulebook.rounding.total))


def awards_text(unit: UnitScore) -> str:
    """Return the awards of a unit; those a tie leaves open have a question mark."""
    return "; ".join(f"{each.award.name}{' ?' if each.undecided else ''}" for each in unit.awards) or "–"


def standing_rows(told: WhatIf) -> Iterator[tuple[str, str, str]]:
    """Yield total, rank, grade and awards of the unit, before and after."""
    before, after = told.effect.unit.before, told.effect.unit.after
    yield tr("Total"), total_text(told.rulebook, before), total_text(told.rulebook, after)
    if before.max_points != after.max_points:
        yield tr("Maximum"), say_decimal(published(before.max_points, None)), say_decimal(published(after.max_points, None))
    yield tr("Rank"), rank_text(before.rank, tied=before.tied), rank_text(after.rank, tied=after.tied)
    if told.rulebook.grades is not None:
        yield tr("Grade"), before.grade or "–", after.grade or "–"
    if told.rulebook.awards:
        yield tr("Award"), awards_text(before), awards_text(after)


def criterion_rows(told: WhatIf) -> Iterator[tuple[str, str, str, str]]:
    """Yield each criterion whose points or maximum moved: before, after, and the difference."""
    for each in told.effect.criteria:
        name = f"{each.criterion.number or ''} {each.criterion.name}".strip()
        yield name, _points(each, after=False), _points(each, after=True), signed(each.after.points - each.before.points)


def _points(moved: CriterionMoved, *, after: bool) -> str:
    score = moved.after if after else moved.before
    if score.status == "not_applicable":
        return tr("does not apply")
    text = say_decimal(published(score.points, None))
    return f"{text} ({tr('error')})" if score.status == "error" else text


def signed(value: Fraction) -> str:
    """Return a difference with its sign, to four decimals where it has more.

    >>> signed(Fraction(1, 2)), signed(Fraction(-1, 3)), signed(Fraction(0))
    ('+0.5', '-0.3333', '0')
    """
    text = say_decimal(published(value, None)) if published_value(value, None) == value else say_decimal(decimal_text(value, _FINE))
    return f"+{text}" if value > 0 else text


def other_rows(told: WhatIf) -> Iterator[tuple[str, ...]]:
    """Yield the other units that are not where they were, those first whose rank, grade or award changed."""
    for each in sorted(told.effect.others, key=_weight)[:MOST_OTHERS]:
        totals = f"{total_text(told.rulebook, each.before)} → {total_text(told.rulebook, each.after)}"
        ranks = f"{rank_text(each.before.rank, tied=each.before.tied)} → {rank_text(each.after.rank, tied=each.after.tied)}"
        rest = [f"{one} → {other}" for one, other in _others_words(told, each) if one != other]
        yield each.before.unit, totals, ranks, "; ".join(rest)


def _weight(moved: Moved) -> tuple[bool, int, str]:
    before, after = moved.before, moved.after
    return (before.rank, before.grade) == (after.rank, after.grade), before.rank or 0, before.unit


def _others_words(told: WhatIf, moved: Moved) -> Iterator[tuple[str, str]]:
    if told.rulebook.grades is not None:
        yield moved.before.grade or "–", moved.after.grade or "–"
    yield awards_text(moved.before), awards_text(moved.after)


def heading(told: WhatIf) -> list[str]:
    """Return in sentences what was sought, what was found, and how sure that is."""
    sought = told.sought
    if told.refused:
        return [tr("score would refuse these answers; what they would bring is not shown.")]
    if sought is None:
        return []
    words, found = target_words(told.rulebook, sought.target), sought.found
    if found.reached and not found.changes:
        return [tr("The unit has {target} already; nothing needs to change.", target=words)]
    return list(_reached(sought, words) if found.reached else _out_of_reach(sought, words))


def _reached(sought: Sought, words: str) -> Iterator[str]:
    found, count = sought.found, len(sought.found.changes)
    yield tr("Answers to change for {target}: {count}.", target=words, count=count)
    if sought.price:
        yield tr("They cost {cost}.", cost=found.weight)
    yield from proof_that_it_is_least(found, is_priced=sought.price)
    yield from open_ends(found, sought.effort, sought.measured)
    if found.equal > 1:
        text = tr("Of {count} sets that are as small, this is the one that changes least.", count=found.equal)
        more = tr("Of the first {count} sets that are as small, this is the one that changes least.", count=found.equal)
        yield text if found.is_all_equal else more


def _out_of_reach(sought: Sought, words: str) -> Iterator[str]:
    if sought.at_most is not None:
        yield tr(
            "No change of so few answers was found that reaches {target}; looked for: at most {count}.", count=sought.at_most, target=words
        )
    else:
        yield tr("No change of answers was found that reaches {target}.", target=words)
    yield from proof_that_there_is_none(sought.found, is_priced=sought.price)
    yield from open_ends(sought.found, sought.effort, sought.measured)
    if sought.found.changes:
        yield tr("These changes come nearest:")


def without_words(told: WhatIf, without: Without) -> str:
    """Return what is left when one change is dropped."""
    unit = without.unit
    values = {"total": total_text(told.rulebook, unit), "rank": rank_text(unit.rank, tied=unit.tied), "grade": unit.grade or "–"}
    said = tr("{total}, rank {rank}, grade {grade}", **values) if told.rulebook.grades else tr("{total}, rank {rank}", **values)
    if not without.is_allowed:
        return tr("{standing}: score would refuse it", standing=said)
    return said if without.reaches else tr("{standing}: not reached", standing=said)
