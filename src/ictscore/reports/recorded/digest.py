"""The digest of a result: what lets a file that was edited by hand be told from one that ``score`` wrote."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from ictscore.exact import fraction_text
from ictscore.reports.cell_text import fitting
from ictscore.reports.recorded.read_results import ReadGroup, ReadResults, ReadUnit


def digest_of(results: ReadResults) -> str:
    """Return the SHA-256 of everything that is read back from a result.

    Texts count as a cell can hold them, and the order of groups and units does not count: sorting a sheet changes no result.
    """
    whole = {
        "rulebook": results.rulebook,
        "hash": results.hash,
        "stage": results.stage,
        "provisional": results.provisional,
        "ranking": [results.on, results.style, results.unranked_units],
        "groups": _sorted([_group(each) for each in results.groups]),
    }
    return hashlib.sha256(_canonical(whole).encode("ascii")).hexdigest()


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def _sorted(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(records, key=_canonical)


def _group(group: ReadGroup) -> dict[str, Any]:
    return {
        "id": group.id,
        "name": fitting(group.name),
        "within_parent": group.within_parent,
        "numbers": {identifier: fitting(number) for identifier, number in group.numbers.items()},
        "units": _sorted([_unit(each) for each in group.units]),
    }


def _unit(unit: ReadUnit) -> dict[str, Any]:
    return {
        "unit": fitting(unit.unit),
        "parent": fitting(unit.parent or ""),
        "rank": [unit.rank, unit.tied, unit.ranked],
        "total": [fraction_text(each) for each in (unit.total, unit.exact, unit.max_points, unit.percent)],
        "grade": fitting(unit.grade or ""),
        "awards": [list(unit.awards), fitting(unit.award_text)],
        "sections": _points(unit.sections),
        "criteria": _points(unit.criteria),
        "key": [fraction_text(value) if known else None for known, value in unit.key],
    }


def _points(points: Mapping[str, Fraction]) -> dict[str, str]:
    return {identifier: fraction_text(value) for identifier, value in points.items()}
