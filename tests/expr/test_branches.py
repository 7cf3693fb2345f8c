"""The branches of an expression and the ones an evaluation takes."""

from __future__ import annotations

from ictscore.expr.branches import branches_of, expression_at
from ictscore.expr.nodes import Const, GroupExtreme, number
from ictscore.expr.parse import parse_expression


def test_a_path_leads_to_its_expression():
    """The second child of the first arm of “if a > 1 then b + 2 else 0” is 2; the empty path is the whole."""
    tree = parse_expression("if a > 1 then b + 2 else 0")
    assert expression_at(tree, (1, 1)) == number(2)
    assert expression_at(tree, ()) is tree


def test_a_choice_has_two_ways():
    """Both arms of a choice are branches at its own path; a plain number has none."""
    ways = {(each.path, each.way) for each in branches_of(parse_expression("if k then 1 else 0"))}
    assert ways >= {((), "then"), ((), "else")}
    assert list(branches_of(Const(number(1).value))) == []


def test_what_others_are_asked_for_is_no_branch_of_a_unit():
    """“k” in the highest value of the group is a matter of each other unit: no evaluation for one unit goes through it."""
    own = parse_expression("if k then 1 else x")
    assert list(branches_of(GroupExtreme(own, how="highest", among="assessed"))) == []
    assert len(list(branches_of(own))) == 2
