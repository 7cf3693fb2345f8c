"""Conditions on whole units held against every unit there can be: nothing possible is denied, nothing impossible shown."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_rulebooks import VALUES, first_proved, rulebook

from ictscore.expr.evaluate import evaluate
from ictscore.expr.intervals.ranges import Range
from ictscore.expr.values import Blank, Value, missing
from ictscore.proofs.bands import case_of_band
from ictscore.proofs.conditions import Case, can_be, holds_always
from ictscore.proofs.prove import Proof
from ictscore.proofs.search import NOBODY
from ictscore.scoring.records import UnitScore
from ictscore.scoring.unit import UnitScope

ATOMS = ("c {op} {n}", "d {op} {n}", "c {op} d", "c + d {op} {n}", "points(a) {op} {n}", "section(s) {op} {n}", "total {op} {n}")
ALL = {**VALUES, "d": [*VALUES["d"], missing("d")]}
NUMBERED = ("points(a) {op} c", "points(e) + d {op} {n}", "percent {op} {n}0", "least_share {op} 0.{n}")


def condition(random: Random, depth: int = 2) -> str:
    """Return a random condition on answers, points, sections and the total."""
    if depth and random.random() < 0.75:
        one, other = condition(random, depth - 1), condition(random, depth - 1)
        return random.choice([f"({one} and {other})"] * 3 + [f"({one} or {other})", f"not ({one})"])
    op, n = random.choice(["<", "<=", ">", ">=", "=", "!="]), random.randint(0, 7)
    return random.choice([*ATOMS, *NUMBERED, "y", "not y", "given(c)", "not given(d)"]).format(op=op, n=n)


def with_conditions(random: Random) -> dict[str, Any]:
    """Return a random rulebook with a condition on a grade, an award and two knockouts."""
    found = rulebook(random)
    found["grades"]["bands"][0]["requires"] = condition(random)
    found["awards"][0] |= {"requires": condition(random), **random.choice([{}, {"grade": "T"}, {"grade": "K"}])}
    found["knockouts"] = [{"id": f"k{each}", "when": condition(random), "unranked": True} for each in range(2)]
    return found


def units(proof: Proof, group: str) -> Iterator[tuple[UnitScore, UnitScope, dict[str, Value]]]:
    """Yield every unit of a group there can be, as its conditions see it."""
    assert proof.study is not None
    for each in itertools.product(*ALL.values()):
        answers: dict[str, Value] = dict(zip(ALL, each, strict=True))
        unit, scope = proof.study.laboratory.score(group, answers), UnitScope(NOBODY, dict(answers))
        scope.criteria = {each.criterion.id: each.points for each in unit.criteria}
        scope.sections = {each.section.id: each.points for each in unit.sections}
        scope.scored = unit
        yield unit, scope, answers


def is_such(case: Case, unit: UnitScore, scope: UnitScope) -> bool:
    """Return whether a unit is what the case asks for."""
    holds = all(evaluate(each, scope).value is True for each in case.conditions)
    return holds and case.total.holds(unit.total) and case.percent.holds(unit.percent)


def fails(case: Case, unit: UnitScore, scope: UnitScope) -> bool:
    """Return whether a unit reaches what the case asks for and does not meet its condition, though not for want of an answer."""
    value = evaluate(case.conditions[0], scope).value
    wanting = isinstance(value, Blank) and value.kind != "fault"
    return value is not True and not wanting and case.total.holds(unit.total) and case.percent.holds(unit.percent)


@settings(max_examples=int(os.environ.get("ICTSCORE_EXAMPLES", "20")), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**9))
def test_claims_agree_with_every_unit(tmp_path: Path, complete: Any, seed: int) -> None:
    """“Never” is said where no unit is such, “shown” where one is, “always” where none fails; nothing that is given is denied."""
    random = Random(seed)
    proof = first_proved(tmp_path / "rulebook.yaml", (complete(with_conditions(random)) for _ in range(200)))
    assert proof.study is not None
    this, told = proof.study, {(each.finding.code, each.at) for each in proof.doubts}
    rules = this.draft.rulebook
    assert rules.grades is not None
    got: dict[str, bool] = {}
    for group in rules.groups:
        every = list(units(proof, group.id))
        cases = [Case(group.id, (each.when,)) for each in rules.knockouts]
        cases += [case_of_band(this, rules.grades, index, group.id) for index in range(3)]
        cases += [Case(group.id, (award.requires,), Range(low=award.minimum)) for award in rules.awards if award.requires is not None]
        for case in cases:
            outcome, some = can_be(this, case).outcome, any(is_such(case, unit, scope) for unit, scope, _ in every)
            assert outcome == "open" if not case.conditions and outcome != "never" else outcome in {"open", "shown" if some else "never"}
            assert not (case.conditions and holds_always(this, case)) or not any(fails(case, unit, scope) for unit, scope, _ in every)
        grades = {unit.grade for unit, _, _ in every}
        won = any(result.award.id == "w" for unit, _, _ in every for result in unit.awards)
        knocked = {name for unit, _, _ in every for name in unit.knocked_out}
        for key, is_so in _said(grades, knocked, won=won):
            got[key] = got.get(key, False) or is_so
    for key, is_so in got.items():
        code, _, at = key.partition(" ")
        assert not (is_so and (code, at) in told), key


def _said(grades: set[str | None], knocked: set[str], *, won: bool) -> Iterator[tuple[str, bool]]:
    yield from ((f"RB708 {each}", each in grades) for each in ("T", "K", "Y"))
    yield from ((f"RB712 {each}", each in knocked) for each in ("k0", "k1"))
    yield "RB709 w", won
