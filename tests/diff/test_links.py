"""Which changes cannot be separated, and why."""

from __future__ import annotations

from typing import Any

import pytest

from ictscore.diff.bundles import bundles_of
from ictscore.diff.compare import compare
from ictscore.diff.links import WHY
from ictscore.words import tr

ANSWERS = {"n": "count", "m": "count", "f": "yes_no", "c": {"type": "choice", "choices": {"a": "A", "b": "B"}}}


def count(name: str, of: str = "n", most: str = "4") -> dict[str, Any]:
    """Return a criterion of one point each."""
    return {"id": name, "max_points": most, "formula": {"kind": "count", "of": of, "each": "1"}}


def by_expr(name: str, expr: str) -> dict[str, Any]:
    """Return a criterion by an expression."""
    return {"id": name, "max_points": "4", "formula": {"kind": "formula", "expr": expr}}


def bundled(make: Any, complete: Any, old: dict[str, Any], new: dict[str, Any]) -> dict[tuple[str, ...], list[set[str]]]:
    """Return the things that are bundled, by why."""
    first, second = (make(complete({"answers": ANSWERS, **each})) for each in (old, new))
    found: dict[tuple[str, ...], list[set[str]]] = {}
    for bundle in bundles_of(compare(first, second).changes, first.rulebook, second.rulebook):
        found.setdefault(bundle.why, []).append({each.id or each.subject for each in bundle.changes})
    return found


def test_what_speaks_of_a_new_criterion_comes_with_it(make: Any, complete: Any) -> None:
    """A formula that uses the points of a criterion only one side has, and a tie-break on a new section, change with it."""
    old = {"criteria": [count("a"), by_expr("b", "n / 2")]}
    new = {"criteria": [count("a"), by_expr("b", "points(c) / 2"), count("c", "m")]}
    assert bundled(make, complete, old, new) == {("refers",): [{"b", "c"}]}
    sections = [{"id": "s", "criteria": [count("a")]}, {"id": "moi", "criteria": [count("c")]}]
    new = {"sections": sections, "ranking": {"tie_breaks": ["section(moi)"]}}
    assert bundled(make, complete, {"sections": sections[:1]}, new) == {("refers",): [{"c", "ranking"}]}


def test_rules_that_would_go_round_in_a_circle_are_one(make: Any, complete: Any) -> None:
    """Here b uses a's points on one side and a uses b's on the other: half of that is a circle."""
    old = {"criteria": [count("a"), by_expr("b", "points(a) / 2")]}
    new = {"criteria": [by_expr("a", "points(b) / 2"), count("b")]}
    assert bundled(make, complete, old, new) == {("circle",): [{"a", "b"}]}


def test_grades_go_with_the_awards_that_name_them(make: Any, complete: Any) -> None:
    """An award for a grade that is new comes with the grades; a knockout that forces one goes with them."""
    bands = [{"name": "Tốt", "from": "3"}, {"name": "Yếu"}]
    more = [{"name": "Xuất sắc", "from": "4"}, *bands]
    old = {"criteria": [count("a")], "grades": {"bands": bands}}
    new = {"criteria": [count("a")], "grades": {"bands": more}, "awards": [{"id": "bk", "grade": "Xuất sắc"}]}
    assert bundled(make, complete, old, new) == {("grades",): [{"Xuất sắc", "bk"}]}


def test_a_question_goes_with_every_rule_that_changes_with_it(make: Any, complete: Any) -> None:
    """A choice that becomes a number changes with its formula and with the knockout that looks at it."""
    old = {
        "criteria": [{"id": "a", "max_points": "4", "formula": {"kind": "choice", "of": "c", "points": {"a": "4", "b": "0"}}}],
        "knockouts": [{"id": "k", "when": 'c = "b"', "unranked": "true"}],
    }
    new = {
        "answers": {**ANSWERS, "c": "count"},
        "criteria": [count("a", "c")],
        "knockouts": [{"id": "k", "when": "c = 0", "unranked": "true"}],
    }
    assert bundled(make, complete, old, new) == {("question",): [{"a", "c", "k"}]}


def test_what_can_stand_alone_does(make: Any, complete: Any) -> None:
    """Changes that have nothing to do with each other are bundles of their own, without a reason."""
    old = {"criteria": [count("a"), count("b", "m")], "rounding": {"total": "2"}}
    new = {"criteria": [count("a", most="5"), count("b", "m + n")], "rounding": {"total": "1"}}
    assert bundled(make, complete, old, new) == {(): [{"a"}, {"b"}, {"rounding"}]}


@pytest.mark.parametrize("why", WHY)
def test_every_reason_is_said(why: str) -> None:
    """Every reason has its words."""
    assert tr(WHY[why])
