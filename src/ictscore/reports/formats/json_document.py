"""What was found as JSON; ``findings.schema.json`` describes it."""

from __future__ import annotations

from collections import Counter

from ictscore.findings import SEVERITIES
from ictscore.reports.findings import SCHEMA_VERSION, finding_record
from ictscore.reports.plain_json import dumped
from ictscore.reports.reported import Reported


def json_text(reported: Reported) -> str:
    """Return the document: what was looked at, how much was found of each severity, and everything that was found."""
    counts = Counter(each.severity for each in reported.findings)
    prints = reported.fingerprints()
    document = {
        "schema_version": SCHEMA_VERSION,
        "kind": reported.kind,
        **reported.record,
        "summary": {severity: counts[severity] for severity in SEVERITIES},
        "findings": [
            {**finding_record(each), "fingerprint": fingerprint} for each, fingerprint in zip(reported.findings, prints, strict=True)
        ],
    }
    return dumped(document)
