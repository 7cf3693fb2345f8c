"""Two years as a page: per group what the rules did and what the units did, in both orders, and what cannot be told apart."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ictscore.diff.impact import GroupImpact, UnitImpact
from ictscore.diff.wording import signed
from ictscore.exact import ZERO, round_fraction
from ictscore.reports.compared.impact_numbers import PLACES, Names, before_after, moved, rank_of, total_text
from ictscore.reports.compared.impact_story import Story
from ictscore.reports.compared.told import ToldDiff
from ictscore.reports.pages.page import Block, Entry, Heading, Sentence, Table
from ictscore.reports.recorded.read_results import ReadResults, ReadUnit
from ictscore.reports.told import rank_text
from ictscore.reports.years.told import ToldYears, YearGroup, YearUnit
from ictscore.words import tr


def years_page(told: ToldYears, changes: ToldDiff, *, all_units: bool) -> Iterator[Block]:
    """Yield two results side by side; ``changes`` are those between their rulebooks."""
    yield Entry(_which(told.old), mark="-")
    yield Entry(_which(told.new), mark="+")
    if told.impact is None:
        yield Sentence(
            tr("Without the inputs of both years the rules and the answers cannot be told apart where a rule changed."), weighty=True
        )
        for group in told.groups:
            yield from _by_points(group)
        return
    yield Sentence(
        tr("“Rules” is averaged over both orders, rules first and answers first; so is “answers”. Together they are the movement.")
    )
    story = Story(changes, told.impact)
    for each in told.impact.groups:
        yield Heading(f"{each.id} “{each.name}”", 3)
        yield _split(each, story.names)
        yield from story.by_change(each)
    yield from story.one_sided()
    yield from story.together()
    if all_units:
        for each in told.impact.groups:
            for unit in each.units:
                yield from story.unit(each, unit)


def _which(results: ReadResults) -> str:
    return f"{results.file}: {results.rulebook} ({results.hash[:12]})"


def _split(group: GroupImpact, names: Names) -> Table:
    heads = (
        tr("Rank"),
        tr("Unit"),
        tr("Total"),
        tr("Movement"),
        tr("Rules"),
        tr("Answers"),
        tr("Rules first"),
        tr("Answers first"),
        tr("Grade"),
        tr("Award"),
    )
    return Table(heads, tuple(_split_row(each, names) for each in group.units), frozenset({0, 2, 3, 4, 5, 6, 7}))


def _split_row(unit: UnitImpact, names: Names) -> tuple[str, ...]:
    before, after, orders = unit.before, unit.after, unit.orders
    name = unit.unit if unit.parent is None else f"{unit.unit} ({unit.parent})"
    totals = before_after("" if before is None else total_text(before.total), "" if after is None else total_text(after.total))
    ranks = before_after(rank_of(before), rank_of(after))
    grades = before_after(*("" if each is None else each.grade or "" for each in (before, after)))
    awards = before_after(names.awards(before), names.awards(after))
    if orders is None or unit.movement is None:
        return (ranks, name, totals, tr("not compared"), "", "", "", "", grades, awards)
    (first, second), (third, fourth) = orders.old_answers, orders.new_answers
    rules_first = f"{moved(second - first)}; {moved(fourth - second)}"
    answers_first = f"{moved(third - first)}; {moved(fourth - third)}"
    return (
        ranks,
        name,
        totals,
        moved(unit.movement),
        moved(orders.rules),
        moved(orders.answers),
        rules_first,
        answers_first,
        grades,
        awards,
    )


def _by_points(group: YearGroup) -> Iterator[Block]:
    yield Heading(f"{group.id} “{group.name}”", 3)
    yield Sentence(
        tr(
            "Counted alike in both years: {count} criteria. Not comparable by points: {others}",
            count=len(group.alike),
            others=group.others or "–",
        )
    )
    heads = (
        tr("Rank"),
        tr("Unit"),
        tr("Total"),
        tr("Movement"),
        tr("By what counts alike (answers)"),
        tr("The rest (rules and answers)"),
        tr("Grade"),
        tr("Award"),
    )
    yield Table(heads, tuple(map(_points_row, group.units)), frozenset({0, 2, 3, 4, 5}))
    off = max((off_as_shown(each) for each in group.units), default=ZERO)
    if off:
        yield Sentence(
            tr(
                "“≈”: a results workbook records unrounded points to four decimals only, so these sums may be off by up to {off}. "
                "Results as JSON hold the exact points.",
                off=off,
            )
        )


def off_as_shown(unit: YearUnit) -> Fraction:
    """Return how far what is shown of a unit may be from what is true: rounded up, with what showing four decimals adds."""
    if not unit.off:
        return ZERO
    cut = max(abs(each - round_fraction(each, PLACES)) for each in (unit.yours, unit.rest))
    return round_fraction(unit.off + cut, PLACES, "up")


def _moved(value: Fraction, off: Fraction) -> str:
    return f"≈ {signed(round_fraction(value, PLACES))}" if off else moved(value)


def _points_row(unit: YearUnit) -> tuple[str, ...]:
    before, after = unit.before, unit.after
    name = unit.unit if unit.parent is None else f"{unit.unit} ({unit.parent})"
    return (
        before_after(_rank(before), _rank(after)),
        name,
        before_after(total_text(before.total), total_text(after.total)),
        moved(unit.movement),
        _moved(unit.yours, unit.off),
        _moved(unit.rest, unit.off),
        before_after(before.grade or "", after.grade or ""),
        before_after(before.award_text, after.award_text),
    )


def _rank(unit: ReadUnit) -> str:
    return rank_text(unit.rank, tied=unit.tied)
