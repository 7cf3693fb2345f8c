"""Annotations of GitHub Actions: the count first, then no more than GitHub shows."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.findings import SEVERITIES, Finding, Severity
from ictscore.reports.console import printable
from ictscore.reports.findings import summary_line
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
    """Return how many findings there are, then at most ten of each severity as annotations, errors first, and how many are left."""
    return "\n".join([summary_line(reported.findings), *_lines(reported)])


def _lines(reported: Reported) -> Iterator[str]:
    for severity in reversed(SEVERITIES):
        found = [each for each in reported.findings if each.severity == severity]
        yield from (_annotation(each) for each in found[:MOST])
        if len(found) > MOST:
            yield tr(_MORE[severity], count=len(found) - MOST)


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
