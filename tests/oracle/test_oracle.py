"""The engine and the oracle agree over random rulebooks and surveys."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oracle_language import Nothing
from oracle_scores import OracleUnit, score
from oracle_strategies import rulebooks
from oracle_surveys import surveys

from ictscore.documents import read_document
from ictscore.expr.values import Value, missing, not_applicable
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.typed import read_model
from ictscore.scoring.assess import assess
from ictscore.scoring.records import UnitScore
from ictscore.survey.submission import Answer, Submission, Survey


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_the_engine_agrees_with_the_oracle(data: st.DataObject) -> None:
    """Every unit gets the same points, subtotals, total, maximum, percentage, rank and grade from both."""
    plain = data.draw(rulebooks())
    units = data.draw(surveys(plain))
    rulebook, findings = read_model(Rulebook, read_document(json.dumps(plain).encode(), "random.yaml"))
    assert rulebook is not None, findings
    assessment = assess(rulebook, Survey(tuple(_submission(plain, unit) for unit in units)))
    found = {unit.unit: _of_engine(unit) for unit in assessment.units()}
    assert found == {unit.unit: _of_oracle(unit) for unit in score(plain, units)}


def _submission(plain: dict[str, Any], unit: OracleUnit) -> Submission:
    answers = {name: Answer(_value(plain, name, text)) for name, text in unit.answers.items()}
    given = {name: Answer(Fraction(text)) for name, text in unit.given.items()}
    return Submission(unit.unit, unit.group, {"self": answers}, {"council": given} if given else {}, unit.parent or None)


def _value(plain: dict[str, Any], name: str, text: str) -> Value:
    if text == "n/a":
        return not_applicable(name)
    kind = plain["answers"][name]["type"]
    return text == "yes" if kind == "yes_no" else text if kind == "choice" else Fraction(text) if text else missing(name)


def _of_engine(unit: UnitScore) -> dict[str, object]:
    points = {each.criterion.id: each.points if each.status == "scored" else each.status for each in unit.criteria}
    sections = {each.section.id: each.points for each in unit.sections}
    return _facts(points, sections, unit)


def _of_oracle(unit: OracleUnit) -> dict[str, object]:
    points = {name: value.kind if isinstance(value, Nothing) else value for name, value in unit.points.items()}
    return _facts(points, unit.sections, unit)


def _facts(points: dict[str, Any], sections: dict[str, Fraction], unit: UnitScore | OracleUnit) -> dict[str, object]:
    sums = {"total": unit.total, "max_points": unit.max_points, "percent": unit.percent}
    return {"points": points, "sections": sections, **sums, "rank": unit.rank, "grade": unit.grade}
