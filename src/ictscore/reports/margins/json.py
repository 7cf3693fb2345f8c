"""By how much grades and awards are won and lost, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from ictscore.exact import fraction_text
from ictscore.expr.text import expression_text
from ictscore.expr.values import Value
from ictscore.reports.findings import SCHEMA_VERSION
from ictscore.reports.margins.told import GroupMargins
from ictscore.reports.plain_json import dumped
from ictscore.reports.told import Told
from ictscore.reports.whatif.json import limit_records, value_record
from ictscore.whatif.conditions import Condition
from ictscore.whatif.lines import Cut
from ictscore.whatif.margins import Near
from ictscore.whatif.standing import TieBreak


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
    found, standing = near.flips, near.standing
    changes = [_change(near, name, value) for name, value in found.changes.items()]
    return {
        "unit": standing.unit.unit,
        "total": fraction_text(standing.unit.total),
        "rank": standing.unit.rank,
        "inside": standing.inside,
        "margin": None if standing.gap is None else fraction_text(abs(standing.gap)),
        "points_suffice": None if standing.gap is None or standing.cut is None else _suffice(standing.gap, standing.cut),
        "decided_by": standing.decider,
        "line": None if standing.cut is None else _cut(standing.cut),
        "tie_break": None if standing.tie_break is None else _tie_break(standing.tie_break),
        "kept_out_by": [_condition(each) for each in standing.against],
        "flip": changes[0] if changes else None,
        "answers_that_flip": found.count,
        "proved": found.is_proved,
        "within": limit_records(found.limits),
        "hinges": [_condition(each.condition) | _change(near, each.answer, each.value) for each in found.hinges],
    }


def _suffice(gap: Fraction, cut: Cut) -> bool:
    return gap > 0 or (gap == 0 and not cut.mark.strict)


def _change(near: Near, name: str, value: Value) -> dict[str, Any]:
    return {"answer": name, "from": value_record(near.rescorer.values.get(name)), "to": value_record(value)}


def _cut(cut: Cut) -> dict[str, Any]:
    mark, rival = cut.mark, cut.rival
    record = {"measured": mark.measured, "value": fraction_text(mark.value), "must_be_passed": mark.strict}
    return record | {"place": mark.rank, "unit": None if rival is None else rival.unit}


def _tie_break(broken: TieBreak) -> dict[str, Any]:
    return {"expression": expression_text(broken.expr), "own": value_record(broken.own), "theirs": value_record(broken.theirs)}


def _condition(condition: Condition) -> dict[str, str]:
    return {"condition": condition.kind, "name": condition.name, "expression": expression_text(condition.expr)}
