"""Two years' results side by side: what the rules did and what the units did, exactly with the inputs, else as far as points tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ictscore.diff.between import Between
from ictscore.diff.blocks import blocks_of
from ictscore.diff.bundles import bundles_of
from ictscore.diff.change import Comparison
from ictscore.diff.impact import Impact, Standing
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.reports.compared.told import ToldDiff
from ictscore.reports.published import published_value
from ictscore.reports.recorded.read_results import ReadGroup, ReadResults, ReadUnit
from ictscore.reports.years.points import Year
from ictscore.survey.labels.unit_names import Who, who


@dataclass(frozen=True, slots=True)
class YearUnit:
    """One unit in two years. ``yours`` is what it gained in criteria that count alike in both; ``rest`` what cannot be told apart.

    Both may be ``off`` by so much, where the points of criteria were not recorded exactly.
    """

    unit: str
    parent: str | None
    before: ReadUnit
    after: ReadUnit
    movement: Fraction
    yours: Fraction
    off: Fraction

    @property
    def rest(self) -> Fraction:
        """Return what is left of the movement: rules and answers together."""
        return self.movement - self.yours


@dataclass(frozen=True, slots=True)
class YearGroup:
    """One group in two years, with the criteria that count alike in both."""

    id: str
    name: str
    units: tuple[YearUnit, ...]
    alike: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldYears:
    """Two years ready to be drawn; ``impact`` only where the inputs were given."""

    old: ReadResults
    new: ReadResults
    comparison: Comparison
    groups: tuple[YearGroup, ...]
    impact: Impact | None
    findings: tuple[Finding, ...]


def tell_years(old: ReadResults, new: ReadResults, changes: ToldDiff, findings: tuple[Finding, ...]) -> ToldYears:
    """Return what is told of two results, between whose rulebooks are these ``changes``; ``findings`` are those of reading."""
    comparison, impact = changes.comparison, changes.impact
    teller = _Teller(old, new, comparison)
    groups = tuple(teller.groups())
    found = (*findings, *changes.findings, *teller.findings, *(_disagreements(old, new, impact) if impact is not None else ()))
    return ToldYears(old, new, comparison, groups, impact, found)


def _by_who(group: ReadGroup) -> dict[Who, ReadUnit]:
    return {who(each.unit, each.parent): each for each in group.units}


class _Teller:
    """Puts two results side by side."""

    def __init__(self, old: ReadResults, new: ReadResults, comparison: Comparison) -> None:
        self.old, self.new, self.comparison = old, new, comparison
        self.findings: list[Finding] = []
        sides = (old, comparison.old), (new, comparison.new)
        self.years = tuple(Year(results, loaded.rulebook, loaded.hash == results.hash) for results, loaded in sides)
        books = comparison.old.rulebook, comparison.new.rulebook
        self.between = Between(*books)
        self.bundles = bundles_of(comparison.changes, *books)

    def groups(self) -> Iterator[YearGroup]:
        """Yield the groups that both results have."""
        first, second = ({each.id: each for each in results.groups} for results in (self.old, self.new))
        for identifier in first.keys() ^ second.keys():
            self.findings.append(finding("DF108", group=(first.get(identifier) or second[identifier]).name))
        for identifier in (each.id for each in self.new.groups if each.id in first):
            yield self._group(first[identifier], second[identifier])

    def _group(self, old: ReadGroup, new: ReadGroup) -> YearGroup:
        alike = self._alike(new.id)
        before, after = _by_who(old), _by_who(new)
        for key in sorted(before.keys() ^ after.keys()):
            known = before.get(key) or after[key]
            self.findings.append(finding("DF112", unit=known.unit, group=new.name))
        units = tuple(self._unit(before[key], each, (new.id, alike)) for key, each in after.items() if key in before)
        named = [each.id for each in self.comparison.new.rulebook.criteria_of(new.id) if each.formula is not None]
        return YearGroup(new.id, new.name, units, tuple(alike), tuple(each for each in named if each not in alike))

    def _unit(self, before: ReadUnit, after: ReadUnit, alike: tuple[str, list[str]]) -> YearUnit:
        older, newer = self.years
        yours = newer.of_criteria(after, *alike) - older.of_criteria(before, *alike)
        return YearUnit(after.unit, after.parent, before, after, newer.total(after) - older.total(before), yours.value, yours.off)

    def _alike(self, group: str) -> list[str]:
        """Return the criteria (without those above them) that no change touches, directly or through others."""
        blocks = blocks_of(self.between, self.bundles, group)
        still = {name for block in blocks.blocks if not block.bundles for name in block.criteria}
        sides = [{each.id for each in book.criteria_of(group) if each.formula is not None} for book in (self.between.old, self.between.new)]
        return [name for name in self.between.order if name in sides[0] & sides[1] & still]


def _disagreements(old: ReadResults, new: ReadResults, impact: Impact) -> Iterator[Finding]:
    """Yield the units whose inputs do not give the totals that were recorded."""
    scored: Mapping[tuple[str, Who], tuple[Fraction | None, Fraction | None]] = {
        (each.group, each.who): (_total(each.before), _total(each.after)) for each in impact.units()
    }
    places = [each.rulebook.rounding.total for each in (impact.comparison.old, impact.comparison.new)]
    for side, results in enumerate((old, new)):
        for group in results.groups:
            for unit in group.units:
                found = scored.get((group.id, who(unit.unit, unit.parent)), (None, None))[side]
                if found is None or published_value(found, places[side]) != unit.total:
                    yield finding("DF106", Place(results.file), unit=unit.unit, found="–" if found is None else found, read=unit.total)


def _total(standing: Standing | None) -> Fraction | None:
    return None if standing is None else standing.total
