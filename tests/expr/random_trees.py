"""Random expressions and answers, for laws that hold over all of them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from ictscore.expr.nodes import (
    Add,
    AnswerTo,
    Both,
    Compare,
    Const,
    CountTrue,
    Divide,
    Either,
    Expr,
    Given,
    Greatest,
    GroupExtreme,
    If,
    Labelled,
    Least,
    Mean,
    Measure,
    Multiply,
    Not,
    NoValue,
    PointsOf,
    Rounded,
    SectionPoints,
    Subtract,
    number,
)
from ictscore.expr.text import extreme_key
from ictscore.expr.values import Value, fault, missing, not_applicable
from ictscore.words import phrase

NUMBERS, TRUTHS, TEXTS = ("n", "m", "số_máy", "z"), ("t", "f"), ("w", "v")
OPERATORS = ("=", "≠", "<", "≤", ">", "≥")
EXTREME = GroupExtreme(AnswerTo("n"), "highest", "ranked")

decimals = st.builds(lambda n, p: Fraction(n, 10**p), st.integers(-99, 99), st.integers(0, 2))
constants = decimals.map(Const)


class Unit:
    """A unit of which only answers and one extreme are known."""

    def __init__(self, answers: dict[str, Value], extremes: dict[str, Value]) -> None:
        self.answers, self.extremes = answers, extremes

    def answer(self, identifier: str) -> Value:
        """Return the answer, or that it is missing."""
        return self.answers.get(identifier, missing(identifier))

    def points(self, criterion: str) -> Value:
        """Return that the points are not known."""
        return fault("unknown")

    section = measure = of_members = points

    def extreme(self, node: GroupExtreme) -> Value:
        """Return the extreme, or that there is none."""
        return self.extremes.get(extreme_key(node), fault("nobody"))


def _several(children: st.SearchStrategy[Expr], least: int = 1) -> st.SearchStrategy[tuple[Expr, ...]]:
    return st.lists(children, min_size=least, max_size=3).map(tuple)


def _numeric(inner: st.SearchStrategy[Expr], condition: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    return st.one_of(
        st.builds(Add, _several(inner)),
        st.builds(Subtract, inner, inner),
        st.builds(Multiply, inner, inner),
        st.builds(Divide, inner, inner),
        st.builds(Least, _several(inner)),
        st.builds(Greatest, _several(inner)),
        st.builds(Mean, _several(inner)),
        st.builds(CountTrue, _several(condition)),
        st.builds(If, condition, inner, inner),
        st.builds(lambda of, places: Rounded(of, places, "nearest"), inner, st.integers(0, 3)),
        st.builds(lambda of, way: Rounded(of, 0, way), inner, st.sampled_from(["floor", "ceil"])),
    )


def _conditional(
    inner: st.SearchStrategy[Expr], numeric: st.SearchStrategy[Expr], leaves: st.SearchStrategy[Expr]
) -> st.SearchStrategy[Expr]:
    return st.one_of(
        leaves,
        st.builds(Compare, st.sampled_from(OPERATORS), numeric, numeric),
        st.builds(Both, _several(inner, 2)),
        st.builds(Either, _several(inner, 2)),
        st.builds(Not, inner),
    )


def trees(leaves: st.SearchStrategy[Expr], truths: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    """Return numeric trees four levels deep over these leaves."""
    numeric, condition = leaves, truths
    for _ in range(3):
        condition = _conditional(condition, numeric, truths)
        numeric = st.one_of(leaves, _numeric(numeric, condition))
    return numeric


truth_leaves = st.one_of(
    st.sampled_from([AnswerTo(name) for name in TRUTHS]),
    st.sampled_from([Const(True), Const(False)]),
    st.builds(
        lambda op, name, text: Compare(op, AnswerTo(name), Const(text)),
        st.sampled_from(["=", "≠"]),
        st.sampled_from(TEXTS),
        st.sampled_from(["trưởng", "phó"]),
    ),
    st.builds(
        lambda op, one, other: Compare(op, AnswerTo(one), AnswerTo(other)),
        st.sampled_from(["=", "≠"]),
        st.sampled_from(TEXTS),
        st.sampled_from(TEXTS),
    ),
    st.builds(lambda name, truth: Compare("=", AnswerTo(name), Const(truth)), st.sampled_from(TRUTHS), st.booleans()),
    st.builds(Given, st.sampled_from([*NUMBERS, "x"])),
)
number_leaves = st.one_of(constants, st.sampled_from([AnswerTo(name) for name in NUMBERS]))
parsed_trees = trees(
    st.one_of(number_leaves, st.sampled_from([Measure("total"), PointsOf("i.a"), SectionPoints("s_1")])),
    truth_leaves,
)
made_trees = trees(
    st.one_of(
        number_leaves,
        st.just(number(Fraction(1, 3))),
        st.just(EXTREME),
        st.just(NoValue("fault", phrase("x"))),
        st.just(Measure("total")),
        constants.map(lambda each: Labelled(each, "x")),
    ),
    st.one_of(truth_leaves, st.just(Labelled(AnswerTo("t"), "x"))),
)
values: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(NUMBERS, st.one_of(decimals, st.integers(-5, 5).map(Fraction), st.fractions(-9, 9, max_denominator=9))),
    **dict.fromkeys(TRUTHS, st.booleans()),
    **dict.fromkeys(TEXTS, st.sampled_from(["trưởng", "phó", "khác"])),
}
answers = st.fixed_dictionaries({name: each if name != "z" else st.just(Fraction(0)) for name, each in values.items()})
gaps = st.dictionaries(st.sampled_from([*NUMBERS, *TRUTHS, *TEXTS]), st.sampled_from([None, missing("q"), not_applicable("q")]), max_size=2)
