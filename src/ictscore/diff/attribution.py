"""How much of each unit's movement comes from which bundle of changes: exact, and adding up to the whole movement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ictscore.diff.blocks import Block
from ictscore.diff.shapley import MOST_EXACT, shares_of
from ictscore.diff.tally import NOTHING, Tally
from ictscore.exact import ZERO, add_up
from ictscore.rulebook.model import applies
from ictscore.rulebook.results import Bonus, Deductions, Scale
from ictscore.scoring.totals import Sums, put_together
from ictscore.survey.labels.unit_names import Who

Chosen = frozenset[int]
NONE: Chosen = frozenset()


@dataclass(frozen=True, slots=True)
class Shares:
    """What moves a unit's exact total.

    ``of`` says what each bundle (by position; those without a share are left out) adds, ``maximum`` what it does that another maximum
    applies to the unit; together they are the movement. ``sampled`` says whether a part of the shares was sampled.
    """

    of: dict[int, Fraction]
    maximum: Fraction = ZERO
    sampled: bool = False

    @property
    def total(self) -> Fraction:
        """Return all of them together."""
        return add_up([*self.of.values(), self.maximum])


@dataclass(frozen=True, slots=True)
class _Frame:
    """How points are put together: the scale, and what is said of the bonus and the deductions where they apply to the group."""

    bonus: Bonus | None
    deductions: Deductions | None
    scale: Scale

    def total(self, sums: Sums) -> Fraction:
        return put_together(sums, self.bonus, self.deductions, self.scale)[0]

    def worth(self, maximum: Fraction) -> Fraction:
        """Return what a point is worth in the total while no limit binds."""
        if self.scale.out_of is None and self.scale.result == "points":
            return Fraction(1)
        return (self.scale.out_of or Fraction(100)) / maximum if maximum else ZERO

    def can_bind(self, low: Sums, high: Sums, maximum: Fraction) -> bool:
        """Return whether a limit of the bonus or of the deductions can change a total between two extremes."""
        if (
            self.bonus is not None
            and not self.bonus.above_maximum
            and (low.bonus < 0 or (high.bonus > 0 and high.base + high.bonus > maximum))
        ):
            return True
        floor = None if self.deductions is None else self.deductions.floor
        return floor is not None and high.deducted > 0 and low.base + low.bonus - high.deducted < floor


class Attributor:
    """Shares out the movement of the units of one group.

    Points are shared out under the maximum that applies to the unit at either end, and the two are averaged: a point that goes from one
    criterion to another is two changes, and with one of them alone the maxima would not add up.
    """

    def __init__(self, tally: Tally) -> None:
        """Take the blocks of a group."""
        self.tally = tally
        self.all: Chosen = frozenset(range(len(tally.bundles)))
        self.blocks = tally.plan.blocks
        self._whole: Chosen = frozenset(tally.plan.whole)
        self._frames: dict[Chosen, _Frame] = {}

    def exact_total(self, unit: Who, chosen: Chosen) -> Fraction:
        """Return a unit's exact total with these bundles of changes made."""
        return self._frame(chosen).total(self._sums(unit, chosen))

    def shares(self, unit: Who) -> Shares:
        """Return the shares of all bundles in a unit's movement."""
        ends = self._sums(unit, NONE), self._sums(unit, self.all)
        maxima = tuple(dict.fromkeys(each.maximum for each in ends))
        tables = [_Table(self.tally, block, unit) for block in self.blocks]
        points, is_drawn = self._points(tables)
        found: dict[int, Fraction] = {}
        sampled = is_drawn
        for maximum in maxima:
            worth = self._frame(NONE).worth(maximum) / len(maxima)
            limits, drawn = self._limits(tables, maximum)
            sampled = sampled or drawn
            for position in points.keys() | limits.keys():
                more = points.get(position, ZERO) * worth + limits.get(position, ZERO) / len(maxima)
                found[position] = found.get(position, ZERO) + more
        return Shares({position: share for position, share in sorted(found.items()) if share}, self._by_maximum(ends), sampled)

    def _by_maximum(self, ends: tuple[Sums, Sums]) -> Fraction:
        """Return what the other maximum does, averaged over the older and the newer points."""
        frames = self._frame(NONE), self._frame(self.all)
        low, high = ends[0].maximum, ends[1].maximum
        if low == high:
            return ZERO
        moves = [
            frame.total(sums._replace(maximum=high)) - frame.total(sums._replace(maximum=low))
            for frame, sums in zip(frames, ends, strict=True)
        ]
        return add_up(moves) / 2

    def _frame(self, chosen: Chosen) -> _Frame:
        own = chosen & self._whole
        if own not in self._frames:
            applied = self.tally.applied(own)
            extras = [self.tally.between.extra_rule(name, applied) for name in ("bonus", "deductions")]
            bonus, deductions = (each if each is not None and applies(each.applies_to, self.tally.group) else None for each in extras)
            assert not isinstance(bonus, Deductions)
            assert not isinstance(deductions, Bonus)
            self._frames[own] = _Frame(bonus, deductions, self.tally.book(own).scale)
        return self._frames[own]

    def _sums(self, unit: Who, chosen: Chosen) -> Sums:
        return _added(self.tally.column(block, chosen)[unit].sums for block in self.blocks)

    def _points(self, tables: Sequence[_Table]) -> tuple[dict[int, Fraction], bool]:
        """Return the shares in the points, limits aside: they add up, so each block is shared out among its own bundles only."""
        found: dict[int, Fraction] = {}
        sampled = False
        for table in tables:
            if table.moves():
                parts, drawn = shares_of(len(table.bundles), table.points)
                sampled = sampled or drawn
                for position, part in zip(table.bundles, parts, strict=True):
                    found[position] = found.get(position, ZERO) + part
        return found, sampled

    def _limits(self, tables: Sequence[_Table], maximum: Fraction) -> tuple[dict[int, Fraction], bool]:
        """Return the shares in what the limits of bonus and deductions take or give, and in what changes how points are put together."""
        if not self._whole and not self._can_bind(tables, maximum):
            return {}, False
        moving = [table for table in tables if table.moves()]
        players = sorted(self._whole.union(*(table.bundles for table in moving)))
        fixed = _added(table.at(0) for table in tables if table not in moving)
        worth = self._frame(NONE).worth(maximum)
        places = [[players.index(position) for position in table.bundles] for table in moving]

        def value(mask: int) -> Fraction:
            own = (table.at(_local(mask, bits)) for table, bits in zip(moving, places, strict=True))
            sums = _added([fixed, *own])
            frame = self._frame(_chosen(mask, players) if self._whole else NONE)
            return frame.total(sums._replace(maximum=maximum)) - _raw(sums) * worth

        parts, sampled = shares_of(len(players), value)
        return dict(zip(players, parts, strict=True)), sampled

    def _can_bind(self, tables: Sequence[_Table], maximum: Fraction) -> bool:
        """Return whether some limit can bind; where a block has too many bundles to look at all choices, it is taken to."""
        if any(table.is_large for table in tables):
            return True
        low = _added(Sums(*(min(column) for column in zip(*table.all(), strict=True))) for table in tables)
        high = _added(Sums(*(max(column) for column in zip(*table.all(), strict=True))) for table in tables)
        return self._frame(NONE).can_bind(low, high, maximum)


class _Table:
    """What one block comes to for one unit, by which of the block's own bundles are made."""

    def __init__(self, tally: Tally, block: Block, unit: Who) -> None:
        self.bundles = block.bundles
        self.is_large = len(block.bundles) > MOST_EXACT
        self._tally, self._block, self._unit = tally, block, unit
        self._known: dict[int, Sums] = {}

    def at(self, mask: int) -> Sums:
        """Return it for one choice."""
        if mask not in self._known:
            self._known[mask] = self._tally.column(self._block, _chosen(mask, self.bundles))[self._unit].sums
        return self._known[mask]

    def points(self, mask: int) -> Fraction:
        """Return its points for one choice, limits aside."""
        return _raw(self.at(mask))

    def all(self) -> list[Sums]:
        """Return it for every choice."""
        return [self.at(mask) for mask in range(1 << len(self.bundles))]

    def moves(self) -> bool:
        """Return whether it can come to different things."""
        return bool(self.bundles) and (self.is_large or len(set(self.all())) > 1)


def _local(mask: int, bits: Sequence[int]) -> int:
    """Return the mask of a block's own bundles for a mask of all players."""
    return sum(1 << index for index, bit in enumerate(bits) if mask >> bit & 1)


def _raw(sums: Sums) -> Fraction:
    return sums.base + sums.bonus - sums.deducted


def _added(each: Iterable[Sums]) -> Sums:
    columns = list(zip(*each, strict=True))
    return Sums(*(add_up(column) for column in columns)) if columns else NOTHING


def _chosen(mask: int, bundles: Sequence[int]) -> Chosen:
    return frozenset(position for index, position in enumerate(bundles) if mask >> index & 1)
