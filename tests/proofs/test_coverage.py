"""Ways through a rulebook: those that cases go are those of a second evaluation, and none that is ruled out is ever gone."""

from __future__ import annotations

import json
import operator
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from random_rulebooks import every_answer, first_proved, rulebook

from ictscore.cases import prepare_cases, read_cases
from ictscore.cases.coverage import Coverage, Way, cover
from ictscore.expr.branches import Branch
from ictscore.expr.nodes import Add, AnswerTo, Compare, Const, Expr, Given, If, Least, Not, Subtract
from ictscore.expr.values import Blank, Value
from ictscore.proofs.trial import answer_text
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.draft import Draft
from ictscore.rulebook.load import load_rulebook

SIGNS = {"=": operator.eq, "≠": operator.ne, "<": operator.lt, "≤": operator.le, ">": operator.gt, "≥": operator.ge}


def walked(expr: Expr, answers: Mapping[str, Value], ways: set[Way], path: tuple[int, ...] = ()) -> Any:  # noqa: PLR0911 - one operation each
    """Return what an expression comes to (a blank where an answer to it is one), and note the ways it went."""
    if isinstance(expr, Const):
        return expr.value
    if isinstance(expr, AnswerTo):
        return answers[expr.id]
    if isinstance(expr, If):
        held = walked(expr.condition, answers, ways, (*path, 0))
        if isinstance(held, Blank):
            return held
        ways.add(Branch(path, "then" if held else "else"))
        return walked(expr.then if held else expr.otherwise, answers, ways, (*path, 1 if held else 2))
    values = [walked(each, answers, ways, (*path, index)) for index, each in enumerate(expr.children())]
    blanks = sorted((each for each in values if isinstance(each, Blank)), key=lambda each: each.kind != "missing")
    if blanks:
        return blanks[0]
    if isinstance(expr, Compare):
        return SIGNS[expr.op](*values)
    if isinstance(expr, Not):
        return not values[0]
    if isinstance(expr, (Add, Subtract)):
        return sum(values) if isinstance(expr, Add) else values[0] - values[1]
    chosen = min(values) if isinstance(expr, Least) else max(values)
    ways |= {Branch((*path, index), "counts") for index, each in enumerate(values) if each == chosen}
    return chosen


def gone(criterion: Criterion, group: str, answers: Mapping[str, Value]) -> set[Way]:
    """Return the ways a unit goes through a criterion: a policy, a missing answer, or branches of its formula."""
    assert criterion.formula is not None
    expr = criterion.formula.to_expr(criterion.bounds)
    used = {node.id for node in expr.walk() if isinstance(node, (AnswerTo, Given))}
    blank = {value.kind for name in used if isinstance(value := answers[name], Blank)}
    for index, policy in enumerate(criterion.not_applicable):
        if policy.groups and group not in policy.groups:
            continue
        if policy.declared and "not_applicable" in blank:
            return {("declared", str(index))}
        if policy.when is not None and walked(policy.when, answers, set()) is True:
            return {("when", str(index))}
    ways: set[Way] = set()
    value = walked(expr, answers, ways)
    return {("missing",)} if isinstance(value, Blank) and value.kind == "missing" else ways


def covered(path: Path, units: list[tuple[str, dict[str, Value]]]) -> Coverage:
    """Return the ways that one case with these units goes."""
    said = [
        {"unit": f"u{number}", "group": group, "answers": {name: answer_text(value).strip("–") for name, value in answers.items()}}
        for number, (group, answers) in enumerate(units)
    ]
    cases = path.with_name("cases.yaml")
    cases.write_text(json.dumps({"cases": [{"id": "all", "units": said}]}), encoding="utf-8")
    loaded = load_rulebook(str(path))
    file, document, findings = read_cases(cases)
    assert file is not None, findings
    assert document is not None
    return cover(Draft(loaded.rulebook, loaded.document), list(prepare_cases(loaded.rulebook, file, document)))


@pytest.mark.parametrize("seed", range(60))
def test_ways_gone_are_those_of_a_second_evaluation(tmp_path: Path, complete: Any, seed: int) -> None:
    """With every answer there can be, in both groups, exactly the ways another evaluator goes are reached, and none is ruled out."""
    random, path = Random(seed), tmp_path / "rulebook.yaml"
    proof = first_proved(path, (complete(rulebook(random)) for _ in range(50)))
    assert proof.study is not None
    units = [(group, answers) for group in "gh" for answers in every_answer()]
    found = covered(path, units)
    for criterion in proof.study.draft.rulebook.all_criteria():
        wanted = {way for group, answers in units for way in gone(criterion, group, answers)}
        part = found.parts[criterion.id]
        assert wanted - set(part.ways) == set()
        assert part.reached == wanted


RULES = """
answers: {x: {type: count, max: 3}, y: {type: count, max: 3}}
criteria:
  - {id: a, max_points: 3, formula: {kind: formula, expr: "if x = 0 then 1 else x"}, not_applicable: {when: %s, then: zero}}
"""


@pytest.mark.parametrize(
    ("when", "ways"),
    [("x = 0", {"missing", "x = 0: no"}), ("x = 0 and y >= 0", {"missing", "x = 0: yes", "x = 0: no"})],
)
def test_a_condition_may_have_no_value_either(rules, when, ways):
    """Past “x = 0” x may still be missing; past “x = 0 and y ≥ 0”, with y missing, x may be 0 all the same."""
    loaded = rules(RULES % when)
    parts = cover(Draft(loaded.rulebook, loaded.document), ()).parts["a"]
    texts = {("missing" if way == ("missing",) else str(said)) for way, said in parts.ways.items() if way != ("when", "0")}
    assert texts == ways
