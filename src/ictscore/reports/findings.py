"""Findings as text and as plain records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console

from ictscore.findings import SEVERITIES, Finding, Severity
from ictscore.places import Place
from ictscore.reports.console import one_line, plain
from ictscore.reports.plain_json import dumped
from ictscore.words import N_, tr

SCHEMA_VERSION = "1"
MOST_OF_A_KIND = 100

SKIPPED = "SV425"
"""The note that says what hidden parts of a survey were left out: whatever is made of it says that too."""
SEVERITY_WORDS: dict[Severity, str] = {"note": N_("note"), "warning": N_("warning"), "error": N_("error")}
_STYLES: dict[Severity, str] = {"note": "cyan", "warning": "yellow", "error": "bold red"}


def print_findings(console: Console, findings: Sequence[Finding]) -> None:
    """Print findings, at most a hundred of a code, each as place, severity and code, message, excerpt, advice."""
    shown: Counter[str] = Counter()
    for each in findings:
        shown[each.code] += 1
        if shown[each.code] <= MOST_OF_A_KIND:
            print_one(console, each, str(each.place))
    print_rest(console, {code: count - MOST_OF_A_KIND for code, count in shown.items() if count > MOST_OF_A_KIND})


def print_rest(console: Console, left: Mapping[str, int]) -> None:
    """Print how many findings of each code there are beyond those printed."""
    for code, count in left.items():
        console.print(plain(tr("{code}: and {count} more of this kind.", code=code, count=count)))


def print_head(console: Console, found: Finding, spot: str) -> None:
    """Print where something was found, how much it matters and its code."""
    head = plain(f"{one_line(spot)} — " if spot else "")
    head.append(f"{tr(SEVERITY_WORDS[found.severity])} {found.code}", style=_STYLES[found.severity])
    console.print(head)


def print_one(console: Console, found: Finding, spot: str, *, with_advice: bool = True) -> None:
    """Print one finding at ``spot``."""
    print_head(console, found, spot)
    console.print(plain(f"  {found.message}"))
    for line in found.excerpt.splitlines():
        console.print(plain(f"    {line}", style="dim"))
    for place in found.related:
        console.print(plain(tr("  see also {place}", place=one_line(str(place)))))
    if with_advice:
        console.print(plain(f"  → {found.advice}"))


def summary_line(findings: Iterable[Finding]) -> str:
    """Return how many findings there are of each severity, in words."""
    counts = Counter(each.severity for each in findings)
    values = {"errors": counts["error"], "warnings": counts["warning"], "notes": counts["note"]}
    return tr("errors: {errors}, warnings: {warnings}, notes: {notes}", **values)


def finding_record(found: Finding) -> dict[str, Any]:
    """Return a finding for JSON: code, severity, place (with its parts), message, advice, related places."""
    return {
        "code": found.code,
        "severity": found.severity,
        "place": str(found.place),
        "at": place_record(found.place),
        "message": found.message,
        "advice": found.advice,
        "related": [str(place) for place in found.related],
    }


def place_record(place: Place) -> dict[str, Any]:
    """Return the parts of a place that say something."""
    parts = {"file": place.file, "line": place.line, "column": place.column, "sheet": place.sheet, "cell": place.cell}
    return {name: value for name, value in parts.items() if value}


def findings_json(findings: Sequence[Finding], **more: object) -> str:
    """Return findings as a JSON document with the counts of each severity; ``more`` are further keys of the document."""
    counts = Counter(each.severity for each in findings)
    document = {
        "schema_version": SCHEMA_VERSION,
        **more,
        "summary": {severity: counts[severity] for severity in SEVERITIES},
        "findings": [finding_record(each) for each in findings],
    }
    return dumped(document)
