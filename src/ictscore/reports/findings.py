"""Findings as text, JSON and annotations for continuous integration."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from rich.console import Console

from ictscore.findings import SEVERITIES, Finding, Severity
from ictscore.places import Place
from ictscore.reports.console import plain, printable
from ictscore.words import N_, tr

Format = Literal["text", "json", "github"]

SCHEMA_VERSION = "1"
MOST_OF_A_KIND = 100

SEVERITY_WORDS: dict[Severity, str] = {"note": N_("note"), "warning": N_("warning"), "error": N_("error")}
_STYLES: dict[Severity, str] = {"note": "cyan", "warning": "yellow", "error": "bold red"}
_LEVELS: dict[Severity, str] = {"note": "notice", "warning": "warning", "error": "error"}


def print_findings(console: Console, findings: Sequence[Finding]) -> None:
    """Print findings, at most a hundred of a code, each as place, severity and code, message, excerpt, advice."""
    shown: Counter[str] = Counter()
    for each in findings:
        shown[each.code] += 1
        if shown[each.code] <= MOST_OF_A_KIND:
            _print_one(console, each)
    for code, count in shown.items():
        if count > MOST_OF_A_KIND:
            console.print(plain(tr("{code}: and {count} more of this kind.", code=code, count=count - MOST_OF_A_KIND)))


def _print_one(console: Console, found: Finding) -> None:
    severity = found.severity
    head = plain(f"{spot} — " if (spot := str(found.place)) else "")
    head.append(f"{tr(SEVERITY_WORDS[severity])} {found.code}", style=_STYLES[severity])
    console.print(head)
    console.print(plain(f"  {found.message}"))
    for line in found.excerpt.splitlines():
        console.print(plain(f"    {line}", style="dim"))
    for place in found.related:
        console.print(plain(tr("  see also {place}", place=str(place))))
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
    return json.dumps(document, ensure_ascii=False, indent=2)


def findings_github(findings: Sequence[Finding]) -> str:
    """Return findings as GitHub annotations, errors first, after a line that says how many there are."""
    ordered = sorted(findings, key=lambda each: -SEVERITIES.index(each.severity))
    return "\n".join([summary_line(findings), *(_annotation(each) for each in ordered)])


def _annotation(found: Finding) -> str:
    place = found.place
    where = [f"file={_property(place.file)}"] if place.file else []
    where += [f"line={place.line}", f"col={place.column}"] if place.line else []
    where.append(f"title={found.code}")
    spot = f"{place.sheet}!{place.cell}: " if place.cell else ""
    return f"::{_LEVELS[found.severity]} {','.join(where)}::{_message(spot + found.message + ' ' + found.advice)}"


def _message(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def tell_findings(console: Console, findings: Sequence[Finding], how: Format, **more: object) -> None:
    """Print findings in a format: the whole output of a command that only reports."""
    if how == "json":
        console.print(findings_json(findings, **more), soft_wrap=True)
    elif how == "github":
        console.print(findings_github(findings), soft_wrap=True)
    else:
        print_findings(console, findings)
