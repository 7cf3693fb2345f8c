"""Cases written at bounds lie beside every bound there is, can be read again, and pass once their author has filled in what comes out."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction
from random import Random

import pytest
import yaml

from ictscore.cases import prepare_cases, read_cases, run_cases
from ictscore.cases.boundaries import boundary_cases
from ictscore.exact import fraction_text
from ictscore.expr.evaluate import evaluate
from ictscore.expr.nodes import Compare, Const, GroupExtreme
from ictscore.scoring.assess import assess
from ictscore.scoring.criteria import score_leaf
from ictscore.scoring.plan import plan_group
from ictscore.scoring.unit import UnitScope
from ictscore.survey.submission import Submission

RULES = """
answers: {{x: {{type: {kind}, min: {low}, max: {high}, not_applicable: true}}, y: {{type: count, max: {most}}}, z: yes_no}}
criteria:
  - {{id: k, max_points: 9, formula: {formula}, not_applicable: {{declared: true, then: {then}}}}}
"""


def steps(random: Random, bounds: tuple[str, ...]) -> str:
    """Return steps up or down these bounds, which rise; the further, the more points."""
    upward = random.random() < 0.5
    rows = [
        f"{{{random.choice(['from', 'above'] if upward else ['to', 'below'])}: {bound}, points: {9 - place}}}"
        for place, bound in enumerate(reversed(bounds) if upward else bounds)
    ]
    return f"steps: [{', '.join(rows)}], otherwise: 0"


def rulebook(random: Random) -> str:
    """Return a rulebook of one criterion with bounds of its own, over questions that accept little."""
    formula = random.choice(
        [
            "{kind: steps, on: x, " + steps(random, ("1", "2.5", "3")) + "}",
            "{kind: steps, on: x + y, " + steps(random, ("2", "5")) + "}",
            "{kind: steps, of: y, over: x, when_denominator_zero: zero, " + steps(random, ("1/3", "80%")) + "}",
            "{kind: ratio, of: x - y, over: x, when_denominator_zero: zero, zero_below: 50%, target: 2/3}",
            "{kind: count, of: x, each: 2, cap: 5}",
            "{kind: formula, expr: 'min(9, if z and 3 <= x then y else max(0, x - y))'}",
            "{kind: checklist, items: [{when: x * y > 2, points: 4}, {when: z, points: 2}]}",
            "{kind: relative, of: x, scale: min_max, among: ranked, when_all_zero: error}",
        ]
    )
    kind = "count" if "over: x" in formula else random.choice(["count", "number"])
    bounds = {"low": random.choice([0, 0, 1]), "high": random.randint(2, 4), "most": random.randint(1, 4)}
    return RULES.format(kind=kind, formula=formula, then=random.choice(["full", "drop", "zero"]), **bounds)


def values_of(spec):
    """Return what a question accepts: yes and no, or whole numbers, or halves."""
    if spec.type == "yes_no":
        return [True, False]
    step, low = Fraction(1, 2 if spec.type == "number" else 1), spec.min or Fraction(0)
    return [low + each * step for each in range(9) if low + each * step <= spec.max]


def accepted(loaded, leaf) -> Iterator[UnitScope]:
    """Yield all answers that scoring takes, whole numbers and halves."""
    specs = [loaded.rulebook.answers[name] for name in leaf.answers]
    for chosen in itertools.product(*(values_of(spec) for spec in specs)):
        scope = UnitScope(Submission("", "", {}), dict(zip(leaf.answers, chosen, strict=True)))
        shares = [each for each in leaf.criterion.formula.shares_of() if not each.capped]
        above = any(evaluate(each.of, scope).value > evaluate(each.over, scope).value for each in shares)
        if score_leaf(leaf, scope, "self").status != "error" and not above:
            yield scope


def sides(measured, bound, scopes) -> set[int]:
    """Return on which sides of a bound values lie: below, at it, above."""
    values = [evaluate(measured, scope).value for scope in scopes]
    return {(each > bound) - (each < bound) for each in values if isinstance(each, Fraction)}


def bounds_in(expr):
    """Return what is compared with a number in an expression, and the number; what the group decides aside."""
    pairs = [pair for node in expr.walk() if isinstance(node, Compare) for pair in ((node.left, node.right), (node.right, node.left))]
    numbers = [(measured, other.value) for measured, other in pairs if isinstance(other, Const) and isinstance(other.value, Fraction)]
    return [(measured, bound) for measured, bound in numbers if not any(isinstance(each, GroupExtreme) for each in measured.walk())]


@pytest.fixture
def written(tmp_path):
    """Return the cases written for a rulebook, read again: where they stand, and each prepared."""

    def make(loaded):
        path = tmp_path / "cases.yaml"
        path.write_text("\n".join(boundary_cases(loaded.rulebook)) + "\n", encoding="utf-8")
        file, document, findings = read_cases(path)
        assert findings == ()
        return path, list(prepare_cases(loaded.rulebook, file, document))

    return make


@pytest.mark.parametrize("seed", range(60))
def test_every_bound_has_its_cases(rules, written, seed):
    """Below, at and above each bound there is a case wherever an answer lies there; none is refused, and each has its own name."""
    loaded = rules(rulebook(Random(seed)))
    _, cases = written(loaded)
    assert len({each.case.id for each in cases}) == len(cases)
    (leaf,) = plan_group(loaded.rulebook, loaded.rulebook.groups[0]).leaves
    units = [unit for each in cases for unit in assess(loaded.rulebook, each.survey).units()]
    assert [unit.criteria[0].reason for unit in units if unit.criteria[0].status == "error"] == []
    had = [UnitScope(each, each.values_at("self")) for case in cases for each in case.survey.submissions]
    for measured, bound in bounds_in(leaf.expr):
        assert sides(measured, bound, accepted(loaded, leaf)) <= sides(measured, bound, had)


@pytest.mark.parametrize("seed", range(15))
def test_cases_pass_once_filled_in(rules, written, seed):
    """All wait as they are written; with what scoring gives filled in, and the mark removed, every one of them passes."""
    loaded = rules(rulebook(Random(seed)))
    path, cases = written(loaded)
    assert all(not each.case.confirmed for each in cases)
    plain = yaml.safe_load(path.read_text(encoding="utf-8"))
    for case, told in zip(cases, plain["cases"], strict=True):
        del told["confirmed"]
        told["answers"] = case.case.answers
        (unit,) = assess(loaded.rulebook, case.survey).units()
        status, points = unit.criteria[0].status, unit.criteria[0].points
        told["expect"] = {"points": {"k": fraction_text(points) if status == "scored" else status}, "total": fraction_text(unit.total)}
    path.write_text(yaml.safe_dump(plain, allow_unicode=True), encoding="utf-8")
    file, document, findings = read_cases(path)
    assert findings == ()
    assert [found.message for each in run_cases(loaded.rulebook, file, document) for found in each.findings] == []


def test_a_third_of_a_small_office_has_its_cases(rules, written):
    """Bounds at a third of two to four people: one of four below, one of three at, one of two above."""
    _, cases = written(
        rules(
            """
answers: {x: {type: count, min: 2, max: 4}, y: {type: count, max: 4}}
criteria:
  - id: k
    max_points: 9
    formula: {kind: steps, of: y, over: x, when_denominator_zero: zero, steps: [{from: 1/3, share: 1}], otherwise: 0}
"""
        )
    )
    shares = {Fraction(each.case.answers["y"]) / Fraction(each.case.answers["x"]) for each in cases if each.case.answers}
    assert {Fraction(1, 4), Fraction(1, 3)} <= shares
    assert min(each for each in shares if each > Fraction(1, 3)) == Fraction(1, 2)
