"""Findings as text and as plain records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from rich.console import Console

from ictscore.findings import SEVERITIES, Finding, Severity, errors_among
from ictscore.places import Place
from ictscore.reports.console import one_line, plain
from ictscore.reports.plain_json import dumped
from ictscore.words import N_, tr

SCHEMA_VERSION = "1"
MOST_OF_A_KIND = 100

SEVERITY_WORDS: dict[Severity, str] = {"note": N_("note"), "warning": N_("warning"), "error": N_("error")}
_STYLES: dict[Severity, str] = {"note": "cyan", "warning": "yellow", "error": "bold red"}


def print_findings(console: Console, findings: Sequence[Finding]) -> None:
    """Print findings, at most a hundred of a code, each as place, severity and code, message, excerpt, advice."""
    shown: Counter[str] = Counter()
    for each in findings:
        shown[each.code] += 1
        if shown[each.code] <= MOST_OF_A_KIND:
            _print_one(console, each, str(each.place))
    _print_rest(console, shown)


def _print_rest(console: Console, shown: Counter[str]) -> None:
    for code, count in shown.items():
        if count > MOST_OF_A_KIND:
            console.print(plain(tr("{code}: and {count} more of this kind.", code=code, count=count - MOST_OF_A_KIND)))


def _print_one(console: Console, found: Finding, spot: str) -> None:
    severity = found.severity
    head = plain(f"{one_line(spot)} — " if spot else "")
    head.append(f"{tr(SEVERITY_WORDS[severity])} {found.code}", style=_STYLES[severity])
    console.print(head)
    console.print(plain(f"  {found.message}"))
    for line in found.excerpt.splitlines():
        console.print(plain(f"    {line}", style="dim"))
    for place in found.related:
        console.print(plain(tr("  see also {place}", place=one_line(str(place)))))
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


def print_by_file(console: Console, findings: Sequence[Finding]) -> None:
    """Print findings under their files, at most a hundred of a code, files with errors first, what stands in no file last."""
    shown: Counter[str] = Counter()
    for file, here in _by_file(findings):
        kept = []
        for each in here:
            shown[each.code] += 1
            if shown[each.code] <= MOST_OF_A_KIND:
                kept.append(each)
        if not kept:
            continue
        counts = Counter(each.severity for each in here)
        values = {"errors": counts["error"], "warnings": counts["warning"], "notes": counts["note"]}
        name = one_line(file) or tr("The survey as a whole")
        text = tr("{file} (errors: {errors}, warnings: {warnings}, notes: {notes})", file=name, **values)
        console.print(plain(text, style="bold"))
        for each in kept:
            _print_one(console, each, str(replace(each.place, file="")) if file else str(each.place))
    _print_rest(console, shown)


def _by_file(findings: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    files: dict[str, list[Finding]] = {}
    for each in findings:
        files.setdefault(each.place.file, []).append(each)
    return sorted(files.items(), key=lambda each: (not each[0], not errors_among(each[1])))
