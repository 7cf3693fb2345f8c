"""Ranks under perturbed weights: many draws, each criterion weighing up to so much more or less."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ictscore.robustness.columns import GroupColumns, Weights
from ictscore.robustness.packed import Ranker
from ictscore.robustness.places import is_plain, places
from ictscore.rulebook.robustness import Robustness

STEPS = 1000
"""Weights are drawn in steps of a thousandth."""
_BITS = 53


@dataclass(frozen=True, slots=True)
class RankSpread:
    """Which ranks a unit had in how many draws; ``rank`` is the one it has by the rulebook."""

    unit: str
    rank: int
    counts: tuple[tuple[int, int], ...]
    draws: int

    @property
    def best(self) -> int:
        """Return the best rank of all draws."""
        return self.counts[0][0]

    @property
    def worst(self) -> int:
        """Return the worst rank of all draws."""
        return self.counts[-1][0]

    def share_within(self, rank: int) -> Fraction:
        """Return in which share of the draws the unit had this rank or a better one."""
        return Fraction(sum(count for each, count in self.counts if each <= rank), self.draws)

    def quantile(self, share: Fraction) -> int:
        """Return the rank that this share of the draws does not pass: the lowest with at least that share at or above it."""
        return next(each for each, _ in self.counts if self.share_within(each) >= share)


def perturb(columns: GroupColumns, settings: Robustness) -> tuple[RankSpread, ...]:
    """Return the spread of every ranked unit, in the order of the ranking; the same for the same seed, on any machine."""
    ranker = Ranker(columns, STEPS + most_step(settings))
    drawn = ranker.ranks_of_all(list(draw_weights(len(columns.criteria), settings)))
    counts = _counts(columns, ranker, drawn)
    shown = [(unit.score, own) for unit, own in zip(columns.units, counts, strict=True) if unit.score.ranked]
    return tuple(RankSpread(score.unit, score.rank or 0, tuple(sorted(own.items())), settings.draws) for score, own in shown)


def _counts(columns: GroupColumns, ranker: Ranker, drawn: list[list[int]]) -> list[Counter[int]]:
    """Return for every unit how often it had which rank; units alike have the same where nothing but their value decides."""
    count = len(columns.units)
    position = {each: index for index, units in enumerate(ranker.alike) for each in units}
    if is_plain(columns):
        alike = [Counter(ranks) for ranks in zip(*drawn, strict=True)]
        return [alike[position[each]] for each in range(count)]
    spread = (places(columns, [ranks[position[each]] for each in range(count)]) for ranks in drawn)
    return [Counter(ranks) for ranks in zip(*spread, strict=True)]


def most_step(settings: Robustness) -> int:
    """Return by how many thousandths a weight goes up or down at most."""
    return int(settings.spread * STEPS)


def draw_weights(criteria: int, settings: Robustness) -> Iterator[Weights]:
    """Yield the weights of each draw, in thousandths of what the rulebook gives."""
    chance = random.Random(settings.seed)  # noqa: S311 - the same draws for the same seed are the point
    most = most_step(settings)
    span = 2 * most + 1
    for _ in range(settings.draws):
        yield [STEPS - most + (chance.getrandbits(_BITS) * span >> _BITS) for _ in range(criteria)]
