"""Annotations of GitHub Actions: the count first, then no more than GitHub shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ictscore.findings import SEVERITIES, Finding, Severity
from ictscore.reports.console import printable
from ictscore.reports.findings import summary_line
from ictscore.reports.listed import MORE_UNITS, UNIT_MISSING, listed
from ictscore.reports.reported import Reported, portable
from ictscore.words import N_, tr

MOST = 10
"""How many annotations of a severity GitHub shows of one step."""

_LEVELS: dict[Severity, str] = {"note": "notice", "warning": "warning", "error": "error"}
_MORE: dict[Severity, str] = {
    "error": N_("… and {count} more errors: another format, such as --format json -o FILE, has them all"),
    "warning": N_("… and {count} more warnings: another format, such as --format json -o FILE, has them all"),
    "note": N_("… and {count} more notes: another format, such as --format json -o FILE, has them all"),
}


def github_text(reported: Reported) -> str:
    """Return how many findings there are, then at most ten of each severity as annotations, errors first, and how many are left.

    What stands at a spot of a file comes first; units that are missing are told in one annotation, which always has its place.
    """
    return "\n".join([summary_line(reported.findings), *_lines(reported)])


def _lines(reported: Reported) -> Iterator[str]:
    for severity in reversed(SEVERITIES):
        found = sorted((each for each in reported.findings if each.severity == severity), key=_distance)
        missing = [each for each in found if each.code == UNIT_MISSING]
        told = [_annotation(each) for each in found if each.code != UNIT_MISSING]
        told[MOST - 1 :] = [*([_missing(missing)] if missing else []), *told[MOST - 1 :]]
        yield from told[:MOST]
        if len(told) > MOST:
            yield tr(_MORE[severity], count=len(told) - MOST)


def _distance(found: Finding) -> int:
    """Return how far from a spot in a file something stands: what somebody can go to and mend comes first."""
    place = found.place
    return 0 if place.file and (place.cell or place.line) else 1 if place.file else 2


def _missing(missing: Sequence[Finding]) -> str:
    """Return one annotation for all units that are missing."""
    if len(missing) == 1:
        return _annotation(missing[0])
    units = listed((str(each.values["unit"]) for each in missing), MORE_UNITS)
    first = missing[0]
    text = tr("Units missing from the survey: {count} ({units}).", count=len(missing), units=units)
    return f"::{_LEVELS[first.severity]} title={first.code}::{_message(f'{text} {first.advice}')}"


def _annotation(found: Finding) -> str:
    place = found.place
    where = [f"file={_property(portable(place.file))}"] if place.file else []
    where += [f"line={place.line}", f"col={place.column}"] if place.line else []
    where.append(f"title={found.code}")
    spot = f"{place.sheet}!{place.cell}: " if place.cell else ""
    return f"::{_LEVELS[found.severity]} {','.join(where)}::{_message(spot + found.message + ' ' + found.advice)}"


def _message(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
