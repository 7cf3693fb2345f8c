"""Promises about formula kinds: the worked examples in ``examples/`` come out, the fast way and the explained one alike."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from ictscore.documents import read_document
from ictscore.exact import NotANumber, parse_number
from ictscore.expr.compiled import compile_expression
from ictscore.expr.evaluate import evaluate
from ictscore.expr.nodes import Expr, GroupExtreme, Measure, OfMembers
from ictscore.expr.text import extreme_key
from ictscore.expr.values import Blank, Value, fault, missing, not_applicable
from ictscore.formulas.formula import Bounds
from ictscore.formulas.kinds import KINDS, AnyFormula
from ictscore.rulebook.nodes import as_plain

FOLDER = Path(__file__).with_name("examples")


class Holder(BaseModel):
    """Anything with a formula."""

    formula: AnyFormula


def _blocks(kind: str) -> list[dict[str, Any]]:
    return as_plain(read_document((FOLDER / f"{kind}.yaml").read_bytes(), kind))


EXAMPLES = [
    pytest.param(block, example, id=f"{kind}: {example['name']}")
    for kind in KINDS
    for block in _blocks(kind)
    for example in block.get("examples", ())
]
REFUSED = [pytest.param(each, id=str(each["formula"])) for kind in KINDS for block in _blocks(kind) for each in block.get("refused", ())]


class Unit:
    """A unit with its answers, the values in its group and those of its members."""

    def __init__(self, example: dict[str, Any]) -> None:
        self.answers = {name: _value(name, text) for name, text in example["answers"].items()}
        self.group = [parse_number(each) for each in example.get("group", ())]
        self.members = [parse_number(each) for each in example.get("members", ())]

    def answer(self, identifier: str) -> Value:
        """Return the answer."""
        return self.answers.get(identifier, missing(identifier))

    def points(self, criterion: str) -> Value:
        """Return that no other criterion is known."""
        return fault("unknown")

    section = points

    def measure(self, node: Measure) -> Value:
        """Return that no measure is known."""
        return fault("unknown")

    def extreme(self, node: GroupExtreme) -> Value:
        """Return the highest or lowest value of the group."""
        return max(self.group) if node.how == "highest" else min(self.group)

    def of_members(self, node: OfMembers) -> Value:
        """Return the aggregate of the members."""
        if node.how == "count":
            return Fraction(len(self.members))
        total = sum(self.members, Fraction(0))
        return {"sum": total, "mean": total / len(self.members), "least": min(self.members), "greatest": max(self.members)}[node.how]

    def extremes(self, expr: Expr) -> dict[str, Value]:
        """Return every extreme ``expr`` asks for."""
        return {extreme_key(node): self.extreme(node) for node in expr.walk() if isinstance(node, GroupExtreme)}


def _value(name: str, text: str) -> Value:
    if text in {"yes", "no", "n/a"}:
        return not_applicable(name) if text == "n/a" else text == "yes"
    try:
        return parse_number(text)
    except NotANumber:
        return text


def _expression(block: dict[str, Any]) -> tuple[Expr, Bounds]:
    bounds = Bounds(parse_number(block.get("min_points", "0")), parse_number(block["max_points"]))
    return Holder.model_validate({"formula": block["formula"]}).formula.to_expr(bounds), bounds


@pytest.mark.parametrize(("block", "example"), EXAMPLES)
def test_a_worked_example_comes_out(block, example):
    """Each kind gives the points worked by hand, or says why there are none."""
    expr, bounds = _expression(block)
    found = evaluate(expr, Unit(example)).value
    if "outcome" in example:
        assert isinstance(found, Blank)
        assert found.kind == example["outcome"]
    else:
        assert found == parse_number(example["points"])
        assert bounds.low <= parse_number(example["points"]) <= bounds.high


@pytest.mark.parametrize(("block", "example"), EXAMPLES)
def test_the_fast_way_agrees_with_the_worked_example(block, example):
    """Generated code gives the same points, or leaves the decision to the explained evaluation."""
    expr, _ = _expression(block)
    unit = Unit(example)
    pair = compile_expression(expr)(unit.answers, unit.extremes(expr))
    assert pair is None or ("points" in example and Fraction(*pair) == parse_number(example["points"]))


@pytest.mark.parametrize("each", [each for each in REFUSED if each.values[0]["code"] == "RB306"])
def test_divisions_without_a_policy_are_known(each):
    """A formula knows that it divides by something that can be 0 and says nothing of it."""
    assert Holder.model_validate({"formula": each["formula"]}).formula.has_undecided_division()


@pytest.mark.parametrize("each", [each for each in REFUSED if each.values[0]["code"] != "RB306"])
def test_parameters_that_cannot_be_meant_are_refused(each):
    """Missing policies, contradicting keys and senseless numbers are refused with their code."""
    with pytest.raises(ValidationError) as caught:
        Holder.model_validate({"formula": each["formula"]})
    assert caught.value.errors()[0]["type"] == each["code"]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_worked_examples(kind):
    """No kind is without examples."""
    assert any(block.get("examples") for block in _blocks(kind))
