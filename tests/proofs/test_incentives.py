"""Where doing more, answering or declaring truthfully does not pay: what is told is so, and what trying everything finds is told."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest
from random_rulebooks import ANSWERS, VALUES, first_proved, rulebook

from ictscore.exact import round_fraction
from ictscore.expr.values import Value
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.prove import Proof, prove
from ictscore.proofs.search import scope_for
from ictscore.proofs.trial import declared, left_blank
from ictscore.proofs.units import best_unit
from ictscore.scoring.criteria import score_leaf

GIVEN = {name: [each for each in values if isinstance(each, (Fraction, bool))] for name, values in VALUES.items()}


def told(proof: Proof, *codes: str) -> set[str]:
    """Return what doubts of some kinds are about."""
    return {each.at for each in proof.doubts if each.finding.code in codes}


def truthful(names: list[str]) -> Iterator[dict[str, Value]]:
    """Yield every way to answer some questions with an answer."""
    return (dict(zip(names, each, strict=True)) for each in itertools.product(*(GIVEN[name[0]] for name in names)))


def turns(proof: Proof, leaf: ProvedLeaf, name: str) -> bool:
    """Return whether more of an answer raises the points somewhere and lowers them elsewhere, everything else kept."""
    assert proof.study is not None
    rounding, ways = proof.study.draft.rulebook.rounding, set()
    moved = any(each.redistributes for each in proof.study.leaves)
    for rest in truthful([each for each in leaf.leaf.answers if each != name]):
        line = [score_leaf(leaf.leaf, scope_for(leaf.leaf, {**rest, name: value}), "self") for value in sorted(GIVEN[name])]
        points = [each.points for each in line if each.status == "scored"]
        if rounding.criterion is not None and not moved:
            points = [round_fraction(each, rounding.criterion, rounding.mode) for each in points]
        ways |= {one < other for one, other in itertools.pairwise(points) if one != other}
    return len(ways) > 1


@pytest.mark.parametrize("seed", range(60))
def test_turns_are_told_where_trying_everything_finds_them(tmp_path: Path, complete: Any, seed: int) -> None:
    """For every criterion and answer: a turn is told if, and only if, some step up raises the points and some step up lowers them."""
    random = Random(seed)
    proof = first_proved(tmp_path / "rulebook.yaml", (complete(rulebook(random)) for _ in range(50)), incentives=True)
    assert proof.study is not None
    found = told(proof, "RB731", "RB732")
    wanted = {f"{leaf.criterion.id}/{name}" for leaf in proof.study.leaves for name in leaf.leaf.answers if turns(proof, leaf, name)}
    assert found == wanted
    for each in proof.doubts:
        if each.finding.code in {"RB731", "RB732"}:
            before, after = (Fraction(example.result) for example in each.examples if example.result is not None)
            assert (before > after) is (each.finding.code == "RB731")


def pays(proof: Proof, group: Any, leaf: ProvedLeaf, *, by_declaring: bool) -> bool:
    """Return whether some unit with full marks otherwise is better off without a truthful answer to one of the criterion's questions."""
    assert proof.study is not None
    best, laboratory = best_unit(proof.study, group, with_bonus=False), proof.study.laboratory
    names = leaf.leaf.answers if by_declaring else tuple(leaf.search.values)
    for name, own in itertools.product(names, truthful(list(leaf.search.values))):
        instead = declared(name) if by_declaring else left_blank(name)
        if by_declaring and not (ANSWERS[name[0]].get("not_applicable") and any(policy.declared for policy in leaf.leaf.policies)):
            continue
        before, after = (laboratory.score(group.id, {**best, **said}) for said in (own, {**own, name: instead}))
        if after.total > before.total and not any(each.status == "error" for unit in (before, after) for each in unit.criteria):
            return True
    return False


@pytest.mark.parametrize("seed", range(60))
def test_what_pays_is_told_where_trying_everything_finds_it(tmp_path: Path, complete: Any, seed: int) -> None:
    """For every criterion: it is told if, and only if, some truthful answer fares worse than a declaration, or than none."""
    random = Random(seed)
    proof = first_proved(tmp_path / "rulebook.yaml", (complete(rulebook(random, apart=True)) for _ in range(50)), incentives=True)
    assert proof.study is not None
    leaves = [
        (group, each) for group in proof.study.draft.rulebook.groups for each in proof.study.of_group(group) if each.criterion.id != "x"
    ]
    assert {each.criterion.id for group, each in leaves if pays(proof, group, each, by_declaring=True)} == told(proof, "RB733")
    assert {each.criterion.id for group, each in leaves if pays(proof, group, each, by_declaring=False)} == told(proof, "RB734") - {"x"}


RULES = """
answers: {x: {type: count, min: 1, max: 9, not_applicable: true}, y: {type: count, max: 9}}
rounding: {criterion: %s, total: 0}
ranking: {on: %s}
criteria:
  - {id: a, max_points: 9, min_points: -1, formula: %s}
  - {id: b, max_points: 1, formula: {kind: count, of: y, each: 1, cap: 1}}
"""


@pytest.fixture
def doubts(rules):
    """Return the doubts about a formula, by code."""

    def make(formula, criterion="none", on="total"):
        loaded = rules(RULES % (criterion, on, formula))
        return {each.finding.code: each for each in prove(loaded, loaded.findings, proofs=False, incentives=True).doubts}

    return make


def test_a_turn_is_told_with_the_points_as_rounded(doubts):
    """By hand: 5 gives 6.7, rounded 7; 6 gives 4.5, rounded 5."""
    found = doubts("{kind: formula, expr: 'if x <= 5 then 1.34 * x else 0.75 * x'}", criterion=0)["RB731"]
    assert [(each.answers["x"], each.result) for each in found.examples] == [(5, 7), (6, 5)]


def test_a_turn_that_rounding_takes_away_is_none(doubts):
    """By hand: 4.1 after 4.4 are both 4 points once rounded, so nobody loses."""
    assert doubts("{kind: formula, expr: 'if x < 5 then 1.1 * x else if x = 5 then 4.1 else x'}", criterion=0) == {}


def test_silence_pays_beside_a_condition_that_gives_nothing(doubts):
    """By hand: who says 1 gets no points though the criterion counts; who says nothing of it gets the points of the other question."""
    formula = "{kind: formula, expr: 'if given(x) then max(0, x - 1) else 5'}"
    found = doubts(f"{formula}, not_applicable: {{when: x = 1, then: zero}}")["RB734"]
    assert [each.result for each in found.examples] == [1, 6]


def test_what_rounding_hides_is_told_where_ranks_are_made_before_it(doubts):
    """By hand: −0.4 and 1 make 0.6, no answer makes 1: both are published as 1, but ranked by the exact totals."""
    formula = "{kind: formula, expr: 'if x = 1 then 0 - 0.4 else x'}"
    assert "RB734" not in doubts(formula)
    found = doubts(formula, on="exact")["RB734"]
    assert [(each.shows, each.result) for each in found.examples] == [("exact", Fraction(3, 5)), ("exact", 1)]
    assert "a total of 0.6 before rounding" in found.finding.message
