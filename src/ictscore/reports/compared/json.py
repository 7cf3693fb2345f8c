"""The differences between two rulebooks for programs."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from datetime import date
from fractions import Fraction
from typing import Any

from ictscore.diff.change import GroupBalance, Shown, Side
from ictscore.diff.failing import Failing
from ictscore.diff.meaning import can_change_results, counts, matter_of
from ictscore.diff.ordering import Example
from ictscore.diff.wording import sentence
from ictscore.exact import fraction_text
from ictscore.expr.values import Blank
from ictscore.reports.compared.impact_json import impact_record
from ictscore.reports.compared.told import ToldChange, ToldDiff
from ictscore.reports.findings import SCHEMA_VERSION, finding_record, place_record
from ictscore.rulebook.load import LoadedRulebook


def diff_json(told: ToldDiff, failing: Failing) -> str:
    """Return a comparison as a JSON document; numbers are exact texts such as ``171/2``."""
    comparison = told.comparison
    document = {
        "schema_version": SCHEMA_VERSION,
        "kind": "diff",
        "old": _rulebook(comparison.old),
        "new": _rulebook(comparison.new),
        "summary": {
            "changes": len(comparison.changes),
            "can_change_results": sum(map(can_change_results, comparison.changes)),
            "by_matter": counts(comparison.changes),
            "by_severity": dict(Counter(each.judged.severity for each in told.changes)),
        },
        "groups": [_balance(each) for each in comparison.balances],
        "changes": [_change(each) for each in told.changes],
        "impact": None if told.impact is None else impact_record(told.impact),
        "failing": failing.record(),
        "findings": [finding_record(each) for each in told.findings],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _rulebook(loaded: LoadedRulebook) -> dict[str, Any]:
    files = [{"name": file.name, "sha256": file.sha256} for file in loaded.files]
    return {"id": loaded.rulebook.id, "title": loaded.rulebook.title, "hash": loaded.hash, "files": files}


def _balance(balance: GroupBalance) -> dict[str, Any]:
    return {name: fraction_text(value) if isinstance(value, Fraction) else value for name, value in asdict(balance).items()}


def _change(told: ToldChange) -> dict[str, Any]:
    change = told.judged.change
    approval = told.approval
    return {
        "stable_id": change.stable_id,
        "code": change.code,
        "severity": told.judged.severity,
        "clause": told.clause or None,
        "approved": None if approval is None else {"who": approval.who, "why": approval.why},
        "more": _example(told.judged.more),
        "less": _example(told.judged.less),
        "verb": change.verb,
        "matter": matter_of(change),
        "can_change_results": can_change_results(change),
        "subject": change.subject,
        "id": change.id,
        "name": change.name,
        "attribute": change.attribute,
        "path": change.path,
        "old": _side(change.old),
        "new": _side(change.new),
        "delta": None if change.delta is None else fraction_text(change.delta),
        "message": sentence(change),
    }


def _example(example: Example | None) -> dict[str, Any] | None:
    if example is None:
        return None
    answers = {name: _plain(value) for name, value in example.answers if not isinstance(value, Blank)}
    return {"answers": answers, "old": fraction_text(example.old), "new": fraction_text(example.new)}


def _side(side: Side) -> dict[str, Any] | None:
    if not side.path and not side.place.file:
        return None
    return {"value": _plain(side.shown), "path": side.path, "place": str(side.place), "at": place_record(side.place)}


def _plain(value: Shown) -> Any:
    if isinstance(value, Fraction):
        return fraction_text(value)
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
