"""A code quality report as GitLab reads it: the fingerprint stays when a row or a line moves."""

from __future__ import annotations

from typing import Any

from ictscore.findings import Finding, Severity
from ictscore.reports.checked.belonging import rows_of
from ictscore.reports.console import one_line
from ictscore.reports.plain_json import dumped
from ictscore.reports.reported import Reported, portable

_SEVERITIES: dict[Severity, str] = {"note": "info", "warning": "minor", "error": "major"}


def gitlab_text(reported: Reported) -> str:
    """Return the report: a list of issues, each with the place GitLab can show."""
    pairs = zip(reported.findings, reported.fingerprints(), strict=True)
    return dumped([_issue(found, fingerprint) for found, fingerprint in pairs])


def _issue(found: Finding, fingerprint: str) -> dict[str, Any]:
    place = found.place
    spot = f"{place.sheet}!{place.cell}: " if place.cell else f"{place.sheet}: " if place.sheet else ""
    return {
        "description": one_line(f"{spot}{found.message} → {found.advice}"),
        "check_name": found.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[found.severity],
        "location": {"path": one_line(portable(place.file)) or "-", "lines": {"begin": _line(found)}},
    }


def _line(found: Finding) -> int:
    """Return the line of a text file, the row of a cell, or the first where there is neither."""
    rows = rows_of(found.place.cell)
    return found.place.line or (rows[0] if rows else 1)
