"""The explanation of a unit's points as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ictscore.exact import fraction_text
from ictscore.reports.explained.lost_points import Lost, lost_points
from ictscore.reports.explained.rule_sentences import RuleSentences
from ictscore.reports.explained.told import ToldAnswer, ToldCriterion
from ictscore.reports.findings import SCHEMA_VERSION, place_record
from ictscore.reports.told import Told, ToldUnit


def explained_record(told: Told, explained: Iterable[tuple[ToldUnit, Sequence[ToldCriterion]]]) -> dict[str, Any]:
    """Return the explanations of units as plain values."""
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "explanation",
        "rulebook": {"id": told.rulebook.id, "hash": told.loaded.hash},
        "stage": told.origin.stage,
        "provisional": told.provisional,
        "units": [_unit(told, unit, criteria) for unit, criteria in explained],
    }


def _unit(told: Told, unit: ToldUnit, criteria: Sequence[ToldCriterion]) -> dict[str, Any]:
    score, sentences = unit.score, RuleSentences(told.rulebook)
    return {
        "unit": score.unit,
        "group": score.group,
        "total": unit.total,
        "total_exact": fraction_text(score.exact_total),
        "rank": score.rank,
        "grade": score.grade,
        "lost": [_lost(each) for each in lost_points(told.rulebook, score)],
        "criteria": [_criterion(each, sentences) for each in criteria],
    }


def _lost(lost: Lost) -> dict[str, Any]:
    return {"id": lost.criterion, "number": lost.number, "points": fraction_text(lost.points), "deducted": lost.is_deducted}


def _criterion(told: ToldCriterion, sentences: RuleSentences) -> dict[str, Any]:
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
        "rule": sentences.how(score.criterion).split("\n"),
        "formula": told.formula,
        "arithmetic": told.arithmetic,
        "result": told.result,
        "answers": [_answer(each) for each in told.answers],
        "branches": list(told.branches),
        "group_values": list(told.group),
        "notes": list(told.notes),
        "source": told.source,
        "clause": told.clause,
        "basis": told.basis,
    }


def _answer(told: ToldAnswer) -> dict[str, Any]:
    where = {"place": str(told.place), "at": place_record(told.place)}
    shown = {"evidence": told.evidence} if told.evidence else {}
    return {"id": told.id, "label": told.label, "value": told.value, "raw": told.raw, **where, **shown}
