"""The impact for programs: exact numbers, changes by their stable ids."""

from __future__ import annotations

from typing import Any

from ictscore.diff.bundles import Bundle
from ictscore.diff.impact import GroupImpact, Impact, Orders, Standing, UnitImpact, gains_over
from ictscore.diff.shapley import MOST_EXACT, SEED
from ictscore.exact import fraction_text
from ictscore.reports.compared.impact_numbers import bundle_title

MOST_PASSED = 10


def impact_record(impact: Impact) -> dict[str, Any]:
    """Return an impact as plain values; shares go by the number of the bundle in ``bundles``."""
    return {
        "stage": impact.stage,
        "sampling": {"used": impact.is_sampled, "past": MOST_EXACT, "orders": impact.drawn, "seed": SEED},
        "only_old": list(impact.only_old),
        "only_new": list(impact.only_new),
        "not_scored": [
            {
                "side": each.side,
                "survey": each.survey or None,
                "criterion": each.criterion,
                "max_points": fraction_text(each.max_points),
                "answers": list(each.answers),
                "groups": list(each.groups),
            }
            for each in impact.unscored
        ],
        "bundles": [_bundle(index, each) for index, each in enumerate(impact.bundles)],
        "groups": [_group(each) for each in impact.groups],
    }


def _bundle(index: int, bundle: Bundle) -> dict[str, Any]:
    changes = [each.stable_id for each in bundle.changes]
    return {"bundle": index, "title": bundle_title(bundle), "changes": changes, "inseparable_because": list(bundle.why)}


def _group(group: GroupImpact) -> dict[str, Any]:
    return {"id": group.id, "name": group.name, "units": [_unit(group, each) for each in group.units]}


def _unit(group: GroupImpact, unit: UnitImpact) -> dict[str, Any]:
    passes, passed_by = group.passings_of(unit)
    return {
        "unit": unit.unit,
        "parent": unit.parent,
        "before": _standing(unit.before),
        "after": _standing(unit.after),
        "movement": None if unit.movement is None else fraction_text(unit.movement),
        "shares": [{"bundle": position, "points": fraction_text(share)} for position, share in unit.shares.items()],
        "answers": fraction_text(unit.answers),
        "maximum": fraction_text(unit.maximum),
        "rounding": fraction_text(unit.rounding),
        "otherwise": fraction_text(unit.otherwise),
        "sampled": unit.sampled,
        "orders": None if unit.orders is None else _orders(unit.orders),
        "without": [{"bundle": position, **(_standing(each) or {})} for position, each in sorted((unit.without or {}).items())],
        "not_scored": [fraction_text(each) for each in unit.open],
        "passes": [_passing(unit, each) for each in passes[:MOST_PASSED]],
        "passes_count": len(passes),
        "passed_by": [_passing(each, unit) for each in passed_by[:MOST_PASSED]],
        "passed_by_count": len(passed_by),
    }


def _passing(gainer: UnitImpact, loser: UnitImpact) -> dict[str, Any]:
    gains = [{"bundle": position, "points": fraction_text(points)} for position, points in gains_over(gainer, loser) if points > 0]
    return {"gains": gainer.unit, "loses": loser.unit, "by": gains}


def _orders(orders: Orders) -> dict[str, Any]:
    return {
        "old_answers": {"old_rules": fraction_text(orders.old_answers[0]), "new_rules": fraction_text(orders.old_answers[1])},
        "new_answers": {"old_rules": fraction_text(orders.new_answers[0]), "new_rules": fraction_text(orders.new_answers[1])},
        "rules": fraction_text(orders.rules),
        "answers": fraction_text(orders.answers),
    }


def _standing(standing: Standing | None) -> dict[str, Any] | None:
    if standing is None:
        return None
    return {
        "total": fraction_text(standing.total),
        "total_exact": fraction_text(standing.exact),
        "rank": standing.rank,
        "tied": standing.tied,
        "grade": standing.grade,
        "awards": list(standing.awards),
    }
