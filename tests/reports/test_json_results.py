"""The JSON of results keeps to its schema, and its numbers to their texts."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import jsonschema
import pytest

import ictscore.reports
from ictscore.reports.json_results import results_json, results_record
from ictscore.rulebook.shipped import shipped_ids

SCHEMA = json.loads((Path(ictscore.reports.__file__).parent / "results.schema.json").read_text(encoding="utf-8"))

RULES = """
answers: {a: count, n: count}
criteria: [{id: c, max_points: 10, formula: {kind: ratio, of: a, over: n, when_denominator_zero: error}}]
rounding: {total: 2}
ranking: {tie_breaks: [n]}
grades: {bands: [{name: Tốt, from: 5}, {name: Yếu}]}
awards: [{id: w, name: Bằng khen, positions: 1}]
"""


@pytest.mark.parametrize("rulebook", shipped_ids())
def test_results_of_every_rulebook_keep_to_the_schema(outcome_of, rulebook):
    """Whatever a shipped rulebook does to its units, the document has the shape that is promised."""
    document = json.loads(results_json(outcome_of(rulebook).told))
    jsonschema.validate(document, SCHEMA, cls=jsonschema.Draft202012Validator)


def test_the_schema_is_a_schema():
    """The schema itself holds, and lets nothing unknown pass."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["additionalProperties"] is False


def test_a_unit_is_recorded_published_and_exact(outcome):
    """2 of 3 of 10 points: 6.67 published, 20/3 exact, 6.6667 in the section that is not rounded."""
    record = results_record(outcome(RULES, {"A": {"a": 2, "n": 3}}).told)
    unit = record["groups"][0]["units"][0]
    assert (unit["total"], unit["total_exact"], unit["percent"]) == ("6.67", "20/3", "66.67")
    assert (unit["rank"], unit["tied"], unit["ranking_key"], unit["grade"]) == (1, False, ["667/100", "3"], "Tốt")
    assert unit["awards"] == [{"id": "w", "name": "Bằng khen", "undecided": False}]
    assert unit["sections"] == [{"id": "s", "points": "6.6667", "max_points": "10"}]
    expected = {"id": "c", "points": "6.6667", "exact": "20/3", "max_points": "10", "status": "scored", "basis": "stated"}
    assert unit["criteria"] == [expected]
    assert record["basis"] == {"stated": "10", "inferred": "0", "modelled": "0"}


def test_a_missing_tie_break_is_null(outcome):
    """A tie-break without a value is recorded as null, not as 0."""
    record = results_record(outcome(RULES, {"A": {"a": 2}}).told)
    assert record["groups"][0]["units"][0]["ranking_key"] == ["0", None]


def test_an_open_award_says_so(outcome):
    """Two units tied for one award are both recorded as undecided."""
    record = results_record(outcome(RULES, {"A": {"a": 1, "n": 2}, "B": {"a": 1, "n": 2}}).told)
    units = record["groups"][0]["units"]
    assert [(each["rank"], each["tied"], each["awards"][0]["undecided"]) for each in units] == [(1, True, True), (1, True, True)]


def test_the_origin_makes_the_result_again(outcome):
    """Rulebook and inputs are named with their hashes, and there is no date in it: twice the same gives the same text."""
    made = outcome(RULES, {"A": {"a": 2, "n": 3}})
    origin = results_record(made.told)["origin"]
    assert origin["inputs"] == [{"name": "khao-sat.xlsx", "sha256": "0" * 64, "size": 1234}]
    assert origin["rulebook"]["hash"] == made.told.loaded.hash
    assert [Path(each["name"]).name for each in origin["rulebook_files"]] == ["rulebook.yaml"]
    assert results_json(made.told) == results_json(made.told)
    assert Fraction(results_record(made.told)["groups"][0]["max_points"]) == 10
