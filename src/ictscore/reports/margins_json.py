"""By how much grades and awards are won and lost, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ictscore.exact import fraction_text
from ictscore.reports.findings import SCHEMA_VERSION
from ictscore.reports.margins_told import GroupMargins
from ictscore.reports.plain_json import dumped
from ictscore.reports.told import Told
from ictscore.reports.whatif_json import value_record
from ictscore.whatif.margins import Near


def margins_json(told: Told, groups: Sequence[GroupMargins]) -> str:
    """Return the JSON document: every line of every group with the units near it."""
    document = {
        "schema_version": SCHEMA_VERSION,
        "kind": "margins",
        "rulebook": {"id": told.rulebook.id, "hash": told.loaded.hash},
        "groups": [{"id": each.group.group.id, "lines": _lines(each)} for each in groups],
    }
    return dumped(document)


def _lines(group: GroupMargins) -> list[dict[str, Any]]:
    return [
        {
            "kind": line.target.kind,
            "name": line.target.value,
            "inside": line.inside,
            "outside": line.outside,
            "near": [_near(each) for each in line.near],
        }
        for line in group.lines
    ]


def _near(near: Near) -> dict[str, Any]:
    found = near.flip
    changes = [
        {"answer": name, "from": value_record(near.rescorer.values.get(name)), "to": value_record(value)}
        for name, value in (found.changes if found.reached else {}).items()
    ]
    return {
        "unit": near.unit.unit,
        "total": fraction_text(near.unit.total),
        "rank": near.unit.rank,
        "inside": near.inside,
        "margin": fraction_text(near.gap),
        "flip": changes[0] if changes else None,
        "answers_that_flip": found.equal if found.reached else 0,
        "proved": found.is_proved,
    }
