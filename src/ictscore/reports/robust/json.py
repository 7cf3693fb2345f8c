"""How firmly rankings stand, as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ictscore.exact import fraction_text
from ictscore.reports.findings import SCHEMA_VERSION
from ictscore.reports.robust.told import RobustGroup
from ictscore.reports.told import Told


def robust_json(told: Told, groups: Sequence[RobustGroup]) -> str:
    """Return the JSON document: for every unit how often it had which rank, and all that moves without a criterion or a unit."""
    document = {
        "schema_version": SCHEMA_VERSION,
        "kind": "robustness",
        "rulebook": {"id": told.rulebook.id, "hash": told.loaded.hash},
        "groups": [_group(each) for each in groups],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _group(group: RobustGroup) -> dict[str, Any]:
    settings = group.settings
    return {
        "id": group.id,
        "name": group.name,
        "settings": {
            "draws": settings.draws,
            "spread": fraction_text(settings.spread),
            "seed": settings.seed,
            "declared": group.is_declared,
        },
        "units": [
            {"unit": each.unit, "rank": each.rank, "ranks": {str(rank): count for rank, count in each.counts}} for each in group.spreads
        ],
        "without_criterion": [
            {
                "criterion": each.criterion.id,
                "moved": [{"unit": one.unit, "before": one.before, "after": one.after} for one in each.moved],
            }
            for each in group.without
        ],
        "without_unit": [{"dropped": each.dropped, "ahead": each.ahead, "behind": each.behind} for each in group.reversals],
    }
