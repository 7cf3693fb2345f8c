"""Points of two results held against each other: exact where they were recorded exactly, else with how far off they may be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from ictscore.errors import FileRefused
from ictscore.exact import ZERO, round_fraction
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.reports.published import CUT_PLACES, decimals_of, published, published_value
from ictscore.reports.recorded.read_results import ReadResults, ReadUnit
from ictscore.rulebook.model import Rulebook, applies
from ictscore.rulebook.results import Extra
from ictscore.words import phrase, say_decimal

CUT_OFF = Fraction(1, 2 * 10**CUT_PLACES)
"""By how much a number that was cut to four decimals may differ from the one that counted."""


@dataclass(frozen=True, slots=True)
class Points:
    """Points that counted, and how far they may be off because only a cut number was recorded."""

    value: Fraction = ZERO
    off: Fraction = ZERO

    def __add__(self, other: Points) -> Points:
        """Return the sum: what may be off adds up."""
        return Points(self.value + other.value, self.off + other.off)

    def __sub__(self, other: Points) -> Points:
        """Return the difference: what may be off adds up all the same."""
        return Points(self.value - other.value, self.off + other.off)

    def at_most(self, most: Fraction | None) -> Points:
        """Return these points, or the most that count."""
        return self if most is None else Points(min(self.value, most), self.off)


@dataclass(frozen=True, slots=True)
class Year:
    """One result, the rulebook it was made by, and whether that has the same text still."""

    results: ReadResults
    rulebook: Rulebook
    is_same: bool

    def total(self, unit: ReadUnit) -> Fraction:
        """Return the total of a unit as it counted: of one that the rulebook does not round, the whole number was recorded as well."""
        is_cut = self.rulebook.rounding.total is None and published_value(unit.exact, None) == unit.total
        return unit.exact if is_cut else unit.total

    def of_criteria(self, unit: ReadUnit, group: str, criteria: Collection[str]) -> Points:
        """Return what these criteria gave a unit: bonus up to its limit, deductions up to theirs and as what they take off."""
        bonus, deductions = (_ids(each, group) for each in (self.rulebook.bonus, self.rulebook.deductions))
        base = self._sum(unit, (each for each in criteria if each not in bonus and each not in deductions))
        added = self._sum(unit, (each for each in criteria if each in bonus)).at_most(_most(self.rulebook.bonus))
        off = self._sum(unit, (each for each in criteria if each in deductions)).at_most(_most(self.rulebook.deductions))
        return base + added - off

    def _sum(self, unit: ReadUnit, criteria: Iterable[str]) -> Points:
        return sum((self._points(unit, each) for each in criteria), Points())

    def _points(self, unit: ReadUnit, criterion: str) -> Points:
        """Return the points of a criterion that went into the sums: those the rulebook rounds are recorded as they counted."""
        if criterion not in unit.criteria:
            return Points()
        recorded, exact, places = unit.criteria[criterion], unit.exact_criteria.get(criterion), self.rulebook.rounding.criterion
        if places is not None and round_fraction(recorded, places) == recorded:
            return Points(recorded)
        if exact is not None and published_value(exact, None) == recorded:
            return Points(exact)
        if exact is not None and self.is_same:
            raise FileRefused(self._edited(unit, criterion, recorded, exact))
        return Points(recorded, ZERO if (decimals_of(recorded) or 0) > CUT_PLACES else CUT_OFF)

    def _edited(self, unit: ReadUnit, criterion: str, recorded: Fraction, exact: Fraction) -> Finding:
        values = {"unit": unit.unit, "id": criterion, "points": _shown(recorded), "exact": _shown(exact)}
        what = phrase("{unit} has {points} points for {id}, but {exact} before rounding", **values)
        return finding("SC209", Place(self.results.file), file=self.results.file, what=(what,))


def _shown(value: Fraction) -> str:
    return say_decimal(published(value, None))


def _most(extra: Extra | None) -> Fraction | None:
    return None if extra is None else extra.max_points


def _ids(extra: Extra | None, group: str) -> frozenset[str]:
    return frozenset(_leaves(extra, group)) if extra is not None else frozenset()


def _leaves(extra: Extra, group: str) -> Iterator[str]:
    for top in extra.criteria:
        yield from (each.id for each in top.leaves() if applies(each.applies_to, group))
