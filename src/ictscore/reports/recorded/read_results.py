"""Results read back: what is recorded of units and groups, whatever file it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from ictscore.errors import FileRefused
from ictscore.exact import NotANumber
from ictscore.findings import finding
from ictscore.places import Place
from ictscore.scoring.ranking import Key
from ictscore.words import N_, Phrase

NOT_OURS = N_("it does not say that it holds results")
ON, STYLES, UNRANKED = ("total", "exact", "percent"), ("competition", "dense", "ordinal"), ("skip", "leave_hole")
_EXACT = re.compile(r"-?[0-9]{1,4000}(/[0-9]{1,4000})?")


@dataclass(frozen=True, slots=True)
class ReadUnit:
    """One unit as a result recorded it; ``awards`` are ids, with ``?`` behind those that are open, ``award_text`` is what people read.

    ``exact_criteria`` are the points of criteria before any rounding, where the file holds them: a workbook does not.
    """

    unit: str
    parent: str | None
    rank: int | None
    tied: bool
    ranked: bool
    total: Fraction
    exact: Fraction
    max_points: Fraction
    percent: Fraction
    grade: str | None
    awards: tuple[str, ...]
    award_text: str
    sections: Mapping[str, Fraction]
    criteria: Mapping[str, Fraction]
    key: Key
    exact_criteria: Mapping[str, Fraction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadGroup:
    """One group of a result, its units in the order recorded; ``numbers`` are those of its criteria, by id."""

    id: str
    name: str
    within_parent: bool
    units: tuple[ReadUnit, ...]
    numbers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadResults:
    """A result: what it was scored by, how it was ranked, and its groups."""

    file: str
    rulebook: str
    hash: str
    stage: str
    provisional: bool
    on: str
    style: str
    unranked_units: str
    groups: tuple[ReadGroup, ...]


def no_results(file: str, reason: Phrase | str, place: Place | None = None) -> FileRefused:
    """Return the refusal of a file that is no result of ours."""
    return FileRefused(finding("SC201", place if place is not None else Place(file), file=file, reason=reason))


def exact_fraction(text: str) -> Fraction:
    """Return the number that ``fraction_text`` wrote; raise NotANumber for any other text.

    >>> exact_fraction("-20/3")
    Fraction(-20, 3)
    """
    if not _EXACT.fullmatch(text) or ("/" in text and not int(text.partition("/")[2])):
        raise NotANumber(text)
    return Fraction(text)
