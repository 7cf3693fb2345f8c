"""Random rulebooks scored at every answer: nothing that a unit gets lies outside what was proved."""

from __future__ import annotations

import itertools
import json
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest

from ictscore.findings import errors_among
from ictscore.proofs.prove import Proof, prove
from ictscore.proofs.trial import declared, left_blank
from ictscore.rulebook.load import examine
from ictscore.scoring.records import UnitScore

ANSWERS = {"c": {"type": "count", "max": 3, "not_applicable": True}, "d": {"type": "count", "max": 2}, "y": {"type": "yes_no"}}
VALUES = {
    "c": [*(Fraction(each) for each in range(4)), declared("c"), left_blank("c")],
    "d": [Fraction(each) for each in range(3)],
    "y": [True, False, left_blank("y")],
}
POLICIES = ("full", "zero", "drop", "redistribute_equally", "redistribute_in_proportion")


def number(random: Random, depth: int) -> str:
    """Return a random expression that is a number."""
    if not depth or random.random() < 0.3:
        return random.choice(["c", "d", "1", "2.5"])
    one, other = number(random, depth - 1), number(random, depth - 1)
    chosen = f"(if {truth(random)} then {one} else {other})"
    return random.choice([f"({one} + {other})", f"({one} - {other})", f"min({one}, {other})", chosen])


def truth(random: Random) -> str:
    """Return a random condition."""
    return random.choice(["y", "not (y)", f"{random.choice('cd')} >= {random.randint(1, 2)}"])


def criterion(random: Random, name: str) -> dict[str, Any]:
    """Return a criterion with a random formula inside its bounds, and one, two or no policies."""
    most = random.randint(2, 6)
    found: dict[str, Any] = {"id": name, "max_points": most}
    found["formula"] = {"kind": "formula", "expr": f"min({random.randint(1, most)}, max(0, {number(random, 2)}))"}
    by_condition = {"when": truth(random), "then": random.choice(POLICIES)}
    by_declaration = {"declared": True, "then": random.choice(POLICIES)}
    policies = random.choice([[], [by_condition], [by_declaration], [by_condition, by_declaration]])
    return {**found, "not_applicable": policies} if policies else found


def rulebook(random: Random) -> dict[str, Any]:
    """Return a random rulebook of three criteria in two sections, with grades, an award and perhaps roundings and a bonus."""
    criteria = [criterion(random, name) for name in ("a", "b", "e")]
    total = sum(each["max_points"] for each in criteria)
    sections = [("s", criteria[:2]), ("t", criteria[2:])]
    cut = random.randint(total - 4, total)
    found: dict[str, Any] = {
        "answers": ANSWERS,
        "sections": [{"id": name, "max_points": sum(each["max_points"] for each in mine), "criteria": mine} for name, mine in sections],
        "scale": {"max_points": total, **random.choice([{}, {"result": "percent"}, {"out_of": total}])},
        "rounding": {"total": random.choice([0, 1, 2]), **random.choice([{}, {"criterion": 1}, {"section": 0}])},
        "grades": {"bands": [{"name": "T", "from": cut}, {"name": "K", "from": random.randint(1, cut - 1)}, {"name": "Y"}]},
        "awards": [{"id": "w", "positions": 1, "ties": "ask", "minimum": random.randint(total - 4, total)}],
    }
    if random.random() < 0.4:
        formula = {"kind": "formula", "expr": "min(2, d)"}
        extra = {"id": "x", "max_points": 2, "formula": formula}
        found["bonus"] = {"max_points": 2, "above_maximum": random.random() < 0.5, "criteria": [extra]}
    return found


def proved(path: Path, plain: dict[str, Any]) -> Proof | None:
    """Return the proof of a rulebook, or None for one that lint refuses."""
    path.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    loaded, findings = examine(path)
    return None if loaded is None or errors_among(findings) else prove(loaded, findings)


def scored(proof: Proof) -> list[UnitScore]:
    """Return every unit there can be whose criteria are all decided."""
    assert proof.study is not None
    laboratory = proof.study.laboratory
    units = [laboratory.score("g", dict(zip(VALUES, each, strict=True))) for each in itertools.product(*VALUES.values())]
    return [each for each in units if not any(score.status == "error" for score in each.criteria)]


@pytest.mark.parametrize("seed", range(40))
def test_what_units_get_was_proved_possible(tmp_path: Path, complete: Any, seed: int) -> None:
    """Totals lie in the range proved; grades and awards that scoring gives are not called out of reach; points lie in the ranges shown."""
    random = Random(seed)
    proof = next(found for _ in range(50) if (found := proved(tmp_path / "rulebook.yaml", complete(rulebook(random)))) is not None)
    assert proof.study is not None
    units = scored(proof)
    assert units
    total = proof.study.standings["g"].total
    assert [each.total for each in units if not total.holds(each.total)] == []
    doubts = {(each.finding.code, each.at) for each in proof.doubts}
    assert [each.grade for each in units if ("RB708", each.grade) in doubts] == []
    minimum = proof.study.draft.rulebook.awards[0].minimum
    assert ("RB709", "w") not in doubts or max(each.total for each in units) < minimum
    if not any(each.redistributes for each in proof.study.leaves) and proof.study.draft.rulebook.rounding.criterion is None:
        ranges = {leaf.criterion.id: leaf.given for leaf in proof.study.leaves}
        given = [score for each in units for score in each.criteria if score.status == "scored"]
        assert [score for score in given if not ranges[score.criterion.id].holds(score.points)] == []
