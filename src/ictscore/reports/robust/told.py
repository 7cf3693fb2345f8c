"""How firmly a group's ranking stands, told in words and as rows of a plot; decided once, formats only draw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ictscore.reports.outcome import Outcome
from ictscore.reports.robust.awards import Places, about_award, places_of
from ictscore.robustness.columns import columns_of
from ictscore.robustness.drop_unit import Reversal, measuring, reversals
from ictscore.robustness.leave_out import WithoutCriterion, leave_out
from ictscore.robustness.perturb import RankSpread, perturb
from ictscore.rulebook.robustness import Robustness
from ictscore.scoring.records import GroupScore
from ictscore.words import say_number, tr

LOW, HIGH = Fraction(1, 20), Fraction(19, 20)
FIRM = Fraction(9, 10)
MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class PlotRow:
    """A unit's ranks: by the rulebook (``tied``: others share it), the best and worst of all draws, and the inner nine tenths of them."""

    unit: str
    rank: int
    best: int
    low: int
    high: int
    worst: int
    held: Fraction
    tied: bool = False

    @property
    def shown_rank(self) -> str:
        """Return the rank as people read it: a shared one with an equals sign."""
        return f"{self.rank}=" if self.tied else str(self.rank)


@dataclass(frozen=True, slots=True)
class RobustGroup:
    """All that was tried out on one group; ``units`` is how many are ranked."""

    id: str
    name: str
    units: int
    settings: Robustness
    is_declared: bool
    rows: tuple[PlotRow, ...]
    spreads: tuple[RankSpread, ...]
    without: tuple[WithoutCriterion, ...]
    measuring: tuple[str, ...]
    reversals: tuple[Reversal, ...]
    awards: tuple[Places, ...]


def try_out(outcome: Outcome, group: GroupScore, settings: Robustness, *, is_declared: bool) -> RobustGroup | None:
    """Return what comes of a group under other weights, without criteria and without units; None where nothing is ranked."""
    rulebook = outcome.told.rulebook
    columns = columns_of(rulebook, group, lambda unit: outcome.books.key(unit)[1:])
    if columns is None:
        return None
    spreads = perturb(columns, settings)
    without = sorted(leave_out(columns), key=lambda each: (-each.furthest, -len(each.moved)))
    holders = Counter(each.rank for each in spreads)
    return RobustGroup(
        id=group.group.id,
        name=_name(group),
        units=sum(each.score.ranked for each in columns.units),
        settings=settings,
        is_declared=is_declared,
        rows=tuple(_row(each, tied=holders[each.rank] > 1) for each in spreads),
        spreads=spreads,
        without=tuple(without),
        measuring=tuple(each.unit for each in measuring(outcome.books, group)),
        reversals=tuple(reversals(outcome.books, group)),
        awards=places_of(rulebook, group),
    )


def _name(group: GroupScore) -> str:
    """Return the group's name, with the parent where its units are ranked among themselves."""
    parent = group.units[0].parent if group.group.ranked_within is not None else None
    return f"{group.group.name} – {parent}" if parent else group.group.name


def _row(spread: RankSpread, *, tied: bool) -> PlotRow:
    held = spread.share_within(spread.rank) - spread.share_within(spread.rank - 1)
    return PlotRow(spread.unit, spread.rank, spread.best, spread.quantile(LOW), spread.quantile(HIGH), spread.worst, held, tied)


def settings_sentence(group: RobustGroup) -> str:
    """Return how the weights were drawn, and who says so."""
    values = {"draws": group.settings.draws, "spread": say_number(group.settings.spread * 100), "seed": group.settings.seed}
    if group.is_declared:
        return tr("Weights up to {spread} % more or less, {draws} draws from seed {seed}, as the rulebook declares.", **values)
    return tr("Weights up to {spread} % more or less, {draws} draws from seed {seed}; the rulebook sets none.", **values)


def sentences(group: RobustGroup) -> Iterator[str]:
    """Yield in plain words how firmly the ranking stands."""
    yield tr(
        "Units that keep their rank in at least 90 % of the draws: {firm} of {units}.",
        firm=sum(1 for each in group.rows if each.held >= FIRM),
        units=group.units,
    )
    for award in group.awards:
        yield from about_award(award, group.spreads)
    yield from _about_criteria(group.without)
    yield from _about_units(group)


def _about_criteria(without: Sequence[WithoutCriterion]) -> Iterator[str]:
    yield tr(
        "Where a criterion is left out, points of the others are stretched to the full maximum; bonus and deductions stay as they are."
    )
    telling = [each for each in without if each.moved]
    for each in telling[:MOST_NAMED]:
        first = each.moved[0]
        name = f"{each.criterion.number or ''} {each.criterion.name}".strip()
        values = {"criterion": name, "count": len(each.moved), "unit": first.unit, "before": first.before, "after": first.after}
        yield tr(
            "Without criterion {criterion} units would stand elsewhere: {count}; {unit} furthest, at {after} instead of {before}.", **values
        )
    if len(telling) > MOST_NAMED:
        yield tr("Further criteria without which units would stand elsewhere: {count}.", count=len(telling) - MOST_NAMED)
    if not telling:
        yield tr("No unit would stand elsewhere if a single criterion were left out.")


def _about_units(group: RobustGroup) -> Iterator[str]:
    if not group.measuring:
        yield tr("No criterion measures units by each other, so nobody’s absence turns the order of others around.")
        return
    for each in group.reversals[:MOST_NAMED]:
        values = {"dropped": each.dropped, "ahead": each.ahead, "behind": each.behind}
        yield tr("Without {dropped}, {behind} would no longer stand behind {ahead}.", **values)
    if len(group.reversals) > MOST_NAMED:
        yield tr("Further pairs that a single absence turns around: {count}.", count=len(group.reversals) - MOST_NAMED)
    if not group.reversals:
        yield tr("Others are measured by {units}; taking any of them away turns no order around.", units=group.measuring[:MOST_NAMED])
