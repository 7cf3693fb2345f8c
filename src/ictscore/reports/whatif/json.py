"""What would be if, as JSON."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from ictscore.exact import fraction_text
from ictscore.expr.values import Blank, Value
from ictscore.reports.findings import SCHEMA_VERSION, finding_record
from ictscore.reports.plain_json import dumped
from ictscore.reports.told import Told
from ictscore.reports.whatif.told import Sought, WhatIf, heading
from ictscore.scoring.records import UnitScore
from ictscore.whatif.domains import Domain
from ictscore.whatif.problem import Domains


def whatif_json(told: Told, whatif: WhatIf) -> str:
    """Return the JSON document: the changes, the unit and everybody who moves before and after, and the search."""
    unit, is_refused = whatif.effect.unit, bool(whatif.refused)
    document = {
        "schema_version": SCHEMA_VERSION,
        "kind": "whatif",
        "rulebook": {"id": told.rulebook.id, "hash": told.loaded.hash},
        "unit": unit.before.unit,
        "group": unit.before.group,
        "changes": [
            {"answer": name, "from": value_record(whatif.before.get(name)), "to": value_record(value)}
            for name, value in whatif.effect.changes.items()
        ],
        "before": unit_record(unit.before),
        "after": None if is_refused else unit_record(unit.after),
        "criteria": [] if is_refused else _criteria(whatif),
        "others": [] if is_refused else _others(whatif),
        "refused": [finding_record(each) for each in whatif.refused],
        "search": None if whatif.sought is None else _search(whatif.sought) | {"said": heading(whatif)},
    }
    return dumped(document)


def _criteria(whatif: WhatIf) -> list[dict[str, Any]]:
    return [
        {
            "criterion": each.criterion.id,
            "before": {"points": fraction_text(each.before.points), "status": each.before.status},
            "after": {"points": fraction_text(each.after.points), "status": each.after.status},
        }
        for each in whatif.effect.criteria
    ]


def _others(whatif: WhatIf) -> list[dict[str, Any]]:
    return [
        {"unit": each.before.unit, "group": each.before.group, "before": unit_record(each.before), "after": unit_record(each.after)}
        for each in whatif.effect.others
    ]


def _search(sought: Sought) -> dict[str, Any]:
    found, value = sought.found, sought.target.value
    return {
        "target": {"kind": sought.target.kind, "value": fraction_text(value) if isinstance(value, Fraction) else value},
        "reached": found.reached,
        "proved": found.is_proved,
        "within": limit_records(found.limits),
        "proved_below": None if found.is_proved else fraction_text(found.below),
        "left_open": [{"why": each.why, "from": fraction_text(each.cost)} for each in found.doubts],
        "effort": sought.effort.times,
        "cost": fraction_text(found.weight) if sought.price else None,
        "sets_compared": found.equal,
        "all_compared": found.is_all_equal,
        "without": [
            {"answer": each.answer, "reached": each.reaches, "consistent": each.is_allowed, **unit_record(each.unit)}
            for each in sought.without
        ],
        "left_alone": list(sought.left_alone),
    }


def limit_records(limits: Domains) -> list[dict[str, Any]]:
    """Return the values within which what is proved holds, where others could do it after all; ``stays``: no other was tried."""
    return [{"answer": name, **_limit_record(each)} for name, each in limits.items()]


def _limit_record(domain: Domain) -> dict[str, Any]:
    if domain.stays:
        return {"stays": True}
    if domain.words:
        return {"words": list(domain.words)}
    return {"from": fraction_text(domain.low), "to": fraction_text(domain.high), "step": fraction_text(domain.step)}


def value_record(value: Value | None) -> Any:
    """Return an answer as JSON: numbers as exact texts, yes and no as truths, a blank by its kind."""
    if value is None or isinstance(value, Blank):
        return {"blank": "missing" if value is None else value.kind}
    return fraction_text(value) if isinstance(value, Fraction) else value


def unit_record(unit: UnitScore) -> dict[str, Any]:
    """Return how a unit stands."""
    return {
        "total": fraction_text(unit.total),
        "exact_total": fraction_text(unit.exact_total),
        "rank": unit.rank,
        "grade": unit.grade,
        "awards": [{"id": each.award.id, "undecided": each.undecided} for each in unit.awards],
    }
