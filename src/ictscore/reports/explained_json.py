"""The explanation of a unit's points as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ictscore.exact import fraction_text
from ictscore.reports.explained import ToldCriterion
from ictscore.reports.findings import SCHEMA_VERSION, place_record
from ictscore.reports.told import Told, ToldUnit


def explained_record(told: Told, unit: ToldUnit, criteria: Sequence[ToldCriterion]) -> dict[str, Any]:
    """Return the explanation as plain values."""
    score = unit.score
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "explanation",
        "rulebook": {"id": told.rulebook.id, "hash": told.loaded.hash},
        "stage": told.origin.stage,
        "unit": score.unit,
        "group": score.group,
        "total": unit.total,
        "total_exact": fraction_text(score.exact_total),
        "rank": score.rank,
        "grade": score.grade,
        "criteria": [_criterion(each) for each in criteria],
    }


def _criterion(told: ToldCriterion) -> dict[str, Any]:
    score = told.score
    return {
        "id": score.criterion.id,
        "number": score.criterion.number,
        "name": score.criterion.name,
        "points": told.points,
        "exact": fraction_text(score.exact),
        "max_points": told.max_points,
        "status": score.status,
        "given_by": score.given_by,
        "formula": told.formula,
        "arithmetic": told.arithmetic,
        "result": told.result,
        "answers": [
            {"id": each.id, "label": each.label, "value": each.value, "raw": each.raw, "place": str(each.place), "at": place_record(each.place)}
            for each in told.answers
        ],
        "branches": list(told.branches),
        "group_values": list(told.group),
        "notes": list(told.notes),
        "source": told.source,
        "clause": told.clause,
        "basis": told.basis,
    }
