"""A result as JSON: published numbers as decimal texts, exact ones as fractions; ``results.schema.json`` describes it."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from ictscore.exact import fraction_text
from ictscore.reports.findings import SCHEMA_VERSION, finding_record
from ictscore.reports.published import published
from ictscore.reports.recorded.digest import digest_of
from ictscore.reports.recorded.read_json_results import results_from
from ictscore.reports.told import Origin, Told, ToldGroup, ToldUnit
from ictscore.rulebook.basis import BasisPoints, basis_of
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.results import Rounding
from ictscore.scoring.records import CriterionScore


def results_json(told: Told) -> str:
    """Return the whole result as a JSON document."""
    return json.dumps(results_record(told), ensure_ascii=False, indent=2)


def results_record(told: Told) -> dict[str, Any]:
    """Return the whole result as plain values."""
    read_back = _read_back(told)
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "results",
        "digest": digest_of(results_from("", read_back)),
        "basis": _basis(told.basis.points),
        **read_back,
        "findings": [finding_record(each) for each in told.findings],
        "origin": origin_record(told.origin),
    }


def told_digest(told: Told) -> str:
    """Return the digest that a result is written with."""
    return digest_of(results_from("", _read_back(told)))


def _read_back(told: Told) -> dict[str, Any]:
    """Return the part of the record that ``rank`` reads."""
    rounding = told.rulebook.rounding
    return {
        "rulebook": {"id": told.rulebook.id, "hash": told.loaded.hash},
        "stage": told.origin.stage,
        "provisional": told.provisional,
        "ranking": ranking_record(told.rulebook),
        "groups": [_group(rounding, each) for each in told.groups],
    }


def ranking_record(rulebook: Rulebook) -> dict[str, str]:
    """Return how ranks are made, as far as it is needed to make them again from recorded keys."""
    ranking = rulebook.ranking
    return {"on": ranking.on, "style": ranking.style, "unranked_units": ranking.unranked_units}


def origin_record(origin: Origin) -> dict[str, Any]:
    """Return where a result comes from."""
    return {
        "rulebook": {"id": origin.rulebook, "title": origin.title, "hash": origin.hash},
        "rulebook_files": [{"name": name, "sha256": digest} for name, digest in origin.rulebook_files],
        "name_files": [{"name": name, "sha256": digest} for name, digest in origin.lists],
        **({"mapping": {"name": origin.mapping[0], "sha256": origin.mapping[1]}} if origin.mapping is not None else {}),
        "inputs": [{"name": each.name, "sha256": each.sha256, "size": each.size} for each in origin.inputs],
        "version": origin.version,
        "command": origin.command,
        "stage": origin.stage,
        "period": origin.period,
    }


def _basis(points: BasisPoints) -> dict[str, str]:
    return {name: published(getattr(points, name), None) for name in ("stated", "inferred", "modelled")}


def _group(rounding: Rounding, group: ToldGroup) -> dict[str, Any]:
    return {
        "id": group.group.id,
        "name": group.group.name,
        "max_points": published(group.max_points, None),
        "ranked_within": group.group.ranked_within,
        "basis": _basis(group.basis.points),
        "criteria": [{"id": each.id, "number": each.number, "name": each.name} for each in group.criteria],
        "units": [_unit(rounding, each) for each in group.units],
        "excluded": list(group.excluded),
    }


def _unit(rounding: Rounding, unit: ToldUnit) -> dict[str, Any]:
    score = unit.score
    return {
        "unit": score.unit,
        "parent": score.parent,
        "total": unit.total,
        "total_exact": fraction_text(score.exact_total),
        "max_points": published(score.max_points, None),
        "percent": published(score.percent, rounding.total),
        "rank": score.rank,
        "tied": score.tied,
        "ranked": score.ranked,
        "ranking_key": [fraction_text(value) if known else None for known, value in unit.key],
        "grade": score.grade,
        "awards": [{"id": each.award.id, "name": each.award.name, "undecided": each.undecided} for each in score.awards],
        "bonus": published(score.bonus, None),
        "deducted": published(score.deducted, None),
        "difference": None if unit.difference is None else published(unit.difference, None),
        "sections": [_section(each.section.id, each.points, each.max_points, rounding) for each in score.sections],
        "criteria": [_criterion(each, rounding) for each in score.criteria],
    }


def _section(identifier: str, points: Fraction, max_points: Fraction, rounding: Rounding) -> dict[str, str]:
    return {"id": identifier, "points": published(points, rounding.section), "max_points": published(max_points, None)}


def _criterion(score: CriterionScore, rounding: Rounding) -> dict[str, Any]:
    return {
        "id": score.criterion.id,
        "points": published(score.points, rounding.criterion),
        "exact": fraction_text(score.exact),
        "max_points": published(score.max_points, None),
        "status": score.status,
        "basis": basis_of(score.criterion),
    }
