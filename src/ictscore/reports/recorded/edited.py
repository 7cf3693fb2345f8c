"""Results that were edited by hand are refused, naming what does not fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.places import Place
from ictscore.reports.published import published
from ictscore.reports.recorded.digest import digest_of
from ictscore.reports.recorded.ranked import rank_again
from ictscore.reports.recorded.read_results import ReadGroup, ReadResults, ReadUnit, no_results
from ictscore.survey.labels.unit_names import who
from ictscore.words import Phrase, phrase, say_decimal

NAMED = 3
SLACK = 4
"""Decimals beyond which two published numbers are not held against each other."""


def as_written(results: ReadResults, digest: str) -> ReadResults:
    """Return ``results``. Raises FileRefused where they do not give the digest that was written with them."""
    if not digest:
        raise no_results(results.file, phrase("its digest is missing, so nobody can tell whether it was edited"))
    if digest_of(results) != digest:
        named = [*islice(suspects(results), NAMED)] or [phrase("what stands in it does not give the digest that was written with it")]
        raise FileRefused(finding("SC209", Place(results.file), file=results.file, what=tuple(named)))
    return results


def suspects(results: ReadResults) -> Iterator[Phrase]:
    """Yield what in an edited result does not fit together, as far as it can be told without the survey."""
    twins = [each for group in results.groups for each in _twins(group)]
    yield from twins
    for group in results.groups:
        for unit in group.units:
            yield from _lacking(group, unit)
            yield from _total(results, group, unit)
    if not twins:
        for ranked in rank_again([results])[0]:
            for each in ranked.units:
                if each.rank != each.unit.rank:
                    values = {"unit": each.unit.unit, "read": _said(each.unit.rank), "made": _said(each.rank)}
                    yield phrase("{unit} has rank {read}, but what it was ranked by gives {made}", **values)


def _twins(group: ReadGroup) -> Iterator[Phrase]:
    counts = Counter(who(each.unit, each.parent) for each in group.units)
    for unit in group.units:
        if counts.pop(who(unit.unit, unit.parent), 1) > 1:
            yield phrase("{unit} stands there twice", unit=unit.unit)


def _lacking(group: ReadGroup, unit: ReadUnit) -> Iterator[Phrase]:
    for other in group.units[:NAMED]:
        for identifier in (*other.sections, *other.criteria):
            if identifier not in unit.sections and identifier not in unit.criteria:
                yield phrase("{unit} has no points for {id}", unit=unit.unit, id=identifier)
                return


def _total(results: ReadResults, group: ReadGroup, unit: ReadUnit) -> Iterator[Phrase]:
    places = min(SLACK, max(_places(each.total) for each in group.units))
    slack = Fraction(1, 10**places)
    values = {"unit": unit.unit, "total": _shown(unit.total)}
    if abs(unit.total - unit.exact) >= slack:
        yield phrase("{unit} has a total of {total}, but {exact} before rounding", exact=_shown(unit.exact), **values)
    value = {"total": unit.total, "exact": unit.exact, "percent": unit.percent}[results.on]
    if unit.key and abs(unit.key[0][1] - value) >= slack:
        yield phrase(
            "{unit} was ranked by {key}, but {value} stands there", unit=unit.unit, key=_shown(unit.key[0][1]), value=_shown(value)
        )


def _places(value: Fraction) -> int:
    return len(published(value, None).partition(".")[2])


def _shown(value: Fraction) -> str:
    return say_decimal(published(value, None))


def _said(rank: int | None) -> str:
    return "–" if rank is None else str(rank)
