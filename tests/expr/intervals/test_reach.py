"""The interval reading leaves nothing out: whatever an expression comes to lies in what it was said to come to."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from ictscore.expr.branches import branches_of, branches_taken
from ictscore.expr.evaluate import evaluate
from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.possible import EITHER, Possible
from ictscore.expr.intervals.ranges import Range
from ictscore.expr.intervals.reach import Reach
from ictscore.expr.nodes import (
    Add,
    AnswerTo,
    Both,
    Compare,
    Const,
    CountTrue,
    Divide,
    Either,
    Given,
    Greatest,
    If,
    Labelled,
    Least,
    Mean,
    Multiply,
    Not,
    NoValue,
    OfMembers,
    PointsOf,
    Rounded,
    SectionPoints,
    Subtract,
    number,
)
from ictscore.expr.parse import parse_expression
from ictscore.expr.pruning import pruned
from ictscore.expr.values import Blank, missing, not_applicable
from ictscore.scoring.unit import UnitScope
from ictscore.survey.submission import Submission
from ictscore.words import phrase

DOMAIN = {
    "n": Possible(Range(Fraction(0), None, whole=True), blanks=frozenset({"missing"})),
    "m": Possible(Range(Fraction(1), Fraction(9), whole=True), blanks=frozenset({"missing"})),
    "x": Possible(Range(Fraction(-2), Fraction(3)), blanks=frozenset({"missing", "not_applicable"})),
    "p": Possible(Range(Fraction(0), Fraction(100)), blanks=frozenset({"missing"})),
    "k": Possible(truths=EITHER, blanks=frozenset({"missing"})),
    "c": Possible(texts=frozenset({"a", "b", "d"}), blanks=frozenset({"missing"})),
}
KNOWN = Knowledge(DOMAIN, everyone=DOMAIN)

VALUES = {
    "n": st.integers(0, 12).map(Fraction) | st.just(missing("n")),
    "m": st.integers(1, 9).map(Fraction) | st.just(missing("m")),
    "x": st.fractions(-2, 3, max_denominator=4) | st.just(missing("x")) | st.just(not_applicable("x")),
    "p": st.fractions(0, 100, max_denominator=2) | st.just(missing("p")),
    "k": st.booleans() | st.just(missing("k")),
    "c": st.sampled_from(["a", "b", "d"]) | st.just(missing("c")),
}

constants = st.sampled_from([Fraction(each) for each in (-2, -1, 0, 1, 2, 5, 10)] + [Fraction(1, 2), Fraction(3, 4)]).map(Const)
numbers_at_first = constants | st.sampled_from(["n", "m", "x", "p"]).map(AnswerTo)
roundings = st.sampled_from([(0, "nearest"), (1, "nearest"), (0, "floor"), (0, "ceil")])
relations = st.sampled_from(["=", "≠", "<", "≤", ">", "≥"])


def larger(inner):
    """Return numbers made of ``inner``, with conditions over them."""
    pair = st.tuples(inner, inner)
    some = st.lists(inner, min_size=1, max_size=3).map(tuple)
    keys = st.tuples(st.sampled_from(["=", "≠"]), st.sampled_from(["a", "b", "e"]))
    texts = keys.map(lambda it: Compare(it[0], AnswerTo("c"), Const(it[1])))
    plain = st.one_of(
        st.tuples(relations, inner, inner).map(lambda it: Compare(*it)),
        st.just(AnswerTo("k")),
        st.sampled_from(["n", "x"]).map(Given),
        texts,
    )
    joined = st.lists(plain, min_size=1, max_size=3).map(tuple)
    conditions = plain | joined.map(Both) | joined.map(Either) | plain.map(Not)
    fault = st.just(NoValue("fault", phrase("no")))
    return st.one_of(
        pair.map(Add),
        pair.map(lambda it: Subtract(*it)),
        pair.map(lambda it: Multiply(*it)),
        pair.map(lambda it: Divide(*it)),
        some.map(Least),
        some.map(Greatest),
        some.map(Mean),
        joined.map(CountTrue),
        st.tuples(inner, roundings).map(lambda it: Rounded(it[0], *it[1])),
        st.tuples(conditions, inner | fault, inner | fault).map(lambda it: If(*it)),
    )


trees = st.recursive(numbers_at_first, larger, max_leaves=12)
answers = st.fixed_dictionaries(VALUES)


def holds(possible, value):
    """Return whether a value is among those that were said to be possible."""
    if isinstance(value, Blank):
        return value.kind in possible.blanks
    if isinstance(value, bool):
        return value in possible.truths
    return possible.numbers is not None and possible.numbers.holds(value)


@settings(max_examples=600)
@given(trees, answers)
def test_no_value_lies_outside(tree, given_answers):
    """Whatever the answers, the value lies in the range, or is one of the blanks that were foreseen."""
    value = evaluate(tree, UnitScope(Submission("", "", {}), dict(given_answers))).value
    possible = Reach().value(tree, KNOWN)
    assert holds(possible, value), (tree, given_answers, value, possible)


@settings(max_examples=400)
@given(trees, answers)
def test_no_branch_is_taken_that_was_ruled_out(tree, given_answers):
    """A branch that an evaluation goes through is never called unreachable."""
    reach = Reach()
    reach.value(tree, KNOWN)
    taken = set(branches_taken(evaluate(tree, UnitScope(Submission("", "", {}), dict(given_answers)))))
    assert taken <= reach.taken
    assert taken <= set(branches_of(tree))


@settings(max_examples=400)
@given(trees, st.data())
def test_trees_that_prune_alike_give_the_same(tree, data):
    """Two expressions with the same pruned form have the same value for all answers: shown on one with a number changed."""
    spots = [node for node in tree.walk() if isinstance(node, Const) and isinstance(node.value, Fraction)]
    if not spots:
        return
    spot = data.draw(st.sampled_from(spots))
    other = _with(tree, spot, Const(spot.value + data.draw(st.sampled_from([Fraction(1), Fraction(-1), Fraction(1, 2)]))))
    if pruned(tree, KNOWN) != pruned(other, KNOWN):
        return
    for _ in range(5):
        scope = UnitScope(Submission("", "", {}), dict(data.draw(answers)))
        one, two = evaluate(tree, scope).value, evaluate(other, scope).value
        assert (one.kind == two.kind) if isinstance(one, Blank) and isinstance(two, Blank) else one == two


def _with(tree, old, new):
    from dataclasses import fields, replace

    if tree is old:
        return new
    changes = {}
    for each in fields(tree):
        value = getattr(tree, each.name)
        if hasattr(value, "walk"):
            changes[each.name] = _with(value, old, new)
        elif isinstance(value, tuple) and value and hasattr(value[0], "walk"):
            changes[each.name] = tuple(_with(item, old, new) for item in value)
    return replace(tree, **changes) if changes else tree


def range_of(text, **answers_):
    """Return the range of an expression as (low, high, low_open, high_open)."""
    found = Reach().value(parse_expression(text), KNOWN).numbers
    return found.low, found.high, found.low_open, found.high_open


def test_a_part_guarded_by_its_whole_is_a_share():
    """Where more than the whole is a fault, the quotient lies from 0 to 1, though both sides are unbounded."""
    assert range_of("if n > m then 5 else n / m") == (0, 5, False, False)
    assert range_of("if m = 0 then 0 else if n > m then 0 else n / m") == (0, 1, False, False)


def test_the_end_a_condition_leaves_out_is_open():
    """Below a bound the range ends open; of whole numbers it ends one before."""
    assert range_of("if p < 60 then p else 0") == (0, 60, False, True)
    assert range_of("if n < 4 then n else 0") == (0, 3, False, False)


def test_a_sum_of_weighted_shares_keeps_to_the_largest_weight():
    """Two parts that together are at most the whole never earn more than the larger weight."""
    text = "if n + x > m then 0 else if x < 0 then 0 else (n / m * 1 + x / m * 0.5)"
    assert range_of(text)[1] == 1


def test_what_cannot_hold_is_ruled_out():
    """A second condition that the first has used up is never true."""
    reach = Reach()
    tree = parse_expression("if n > 3 then 2 else if n > 5 then 3 else 0")
    reach.value(tree, KNOWN)
    assert [(each.path, each.way) for each in branches_of(tree) if each not in reach.taken] == [((2,), "then")]


def test_a_number_divided_by_nothing_is_foreseen():
    """A denominator that can be 0 makes a fault possible; one that cannot does not."""
    assert "fault" in Reach().value(Divide(number(1), AnswerTo("n")), KNOWN).blanks
    assert "fault" not in Reach().value(Divide(number(1), AnswerTo("m")), KNOWN).blanks


def test_points_and_sections_are_what_is_known_of_them():
    """Points of a criterion and of a section lie where they were said to lie, anywhere where nothing was said, and may be a fault."""
    known = Knowledge(DOMAIN, points={"a": Range(Fraction(0), Fraction(3))}, sections={"s": Range(Fraction(1), Fraction(8))})
    for expr, low, high in ((PointsOf("a"), 0, 3), (SectionPoints("s"), 1, 8), (PointsOf("b"), None, None)):
        found = Reach().value(expr, known)
        assert (found.numbers.low, found.numbers.high, found.blanks) == (low, high, {"fault"})


def test_truths_are_compared():
    """A yes or no may equal yes or not; yes equals yes, and never differs from it."""
    yes = Const(True)
    assert Reach().value(Compare("=", AnswerTo("k"), yes), KNOWN).truths == {True, False}
    assert Reach().value(Compare("=", yes, yes), KNOWN).truths == {True}
    assert Reach().value(Compare("≠", yes, yes), KNOWN).truths == {False}


def test_texts_that_are_the_same_leave_one_way():
    """Of two texts written out only one way is open; a text that anybody may write leaves both."""
    same = If(Compare("=", Const("a"), Const("a")), number(1), number(2))
    free = If(Compare("=", AnswerTo("anything"), Const("a")), number(1), number(2))
    assert [(found.low, found.high) for found in (Reach().range(same, KNOWN), Reach().range(free, KNOWN))] == [(1, 1), (1, 2)]


def test_less_is_also_different():
    """Where one number is less than another, asking whether they differ leaves no other way."""
    assert range_of("if n < m then (if n ≠ m then 1 else 0) else 5") == (1, 5, False, False)


def test_a_name_changes_nothing():
    """A named condition and a named number narrow as they do without their names: below 60 the number ends open at 60."""
    plain = Compare("<", AnswerTo("p"), number(60))
    named = Labelled(Compare("<", Labelled(AnswerTo("p"), "tỷ lệ"), number(60)), "đạt")
    for condition in (plain, named):
        found = Reach().range(If(condition, AnswerTo("p"), number(0)), KNOWN)
        assert (found.low, found.high, found.high_open) == (0, 60, True)


def test_nothing_compares_with_what_cannot_be():
    """A number that cannot come about is neither equal to another nor different from it."""
    known = Knowledge({"n": Possible(Range(Fraction(2), Fraction(1)))})
    assert Reach().value(Compare("=", AnswerTo("n"), number(1)), known).truths == frozenset()


def test_sums_over_members_keep_their_sign():
    """A sum of what is never negative is not negative either, without a limit above; of what may be negative nothing is said."""
    found = [Reach().range(OfMembers(name, "g", "sum"), KNOWN) for name in ("n", "x")]
    assert [(each.low, each.high) for each in found] == [(0, None), (None, None)]


def test_an_order_shown_on_the_way_decides_comparisons():
    """Once n ≤ m is known, n > m cannot be; once n < m, n = m cannot be either, and n ≠ m must be."""
    for condition, asked, truth in (
        ("n ≤ m", "n > m", {False}),
        ("n < m", "n = m", {False}),
        ("n < m", "n ≥ m", {False}),
        ("n < m", "n ≠ m", {True}),
        ("n = m", "n ≥ m", {True}),
        ("n ≤ m", "n = m", {True, False}),
    ):
        inside = Reach().assume(parse_expression(condition), KNOWN, truth=True)
        assert inside is not None
        assert Reach().value(parse_expression(asked), inside).truths == truth, (condition, asked)


def test_orders_follow_from_orders():
    """From n ≤ m and m ≤ p follows n ≤ p; from n + m ≤ p follows n ≤ p, for m is not negative; n − m never passes n."""
    chain = Reach().assume(parse_expression("n ≤ m and m < p"), KNOWN, truth=True)
    total = Reach().assume(parse_expression("n + m ≤ p"), KNOWN, truth=True)
    for known in (chain, total):
        assert Reach().value(parse_expression("n > p"), known).truths == {False}
    assert Reach().value(parse_expression("n - m > n"), KNOWN).truths == {False}
    assert Reach().value(parse_expression("n - p > m - p"), Reach().assume(parse_expression("n ≤ m"), KNOWN, truth=True)).truths == {False}
    assert Reach().value(parse_expression("p - m > p - n"), Reach().assume(parse_expression("n ≤ m"), KNOWN, truth=True)).truths == {False}


def test_a_difference_of_ordered_numbers_is_not_negative():
    """Where n ≤ m, m − n is at least 0; where n > m it is below 0."""
    assert range_of("if n <= m then m - n else 1")[0] == 0
    assert range_of("if n > m then n - m else 7")[:3:2] == (1, False)


def test_one_way_left_of_several_is_taken():
    """Where one of two alternatives cannot hold, the other one is known: n below 4 after “n > 20 and n < 2, or n < 4”."""
    known = Reach().assume(parse_expression("(n > 20 and n < 2) or n < 4"), KNOWN, truth=True)
    assert known is not None
    assert Reach().range(AnswerTo("n"), known).high == 3
    assert Reach().assume(parse_expression("m > 20 or m < 1"), KNOWN, truth=True) is None


def test_a_choice_that_is_excluded_is_gone():
    """After “c is not a” the answer is b or d, and asking for a leaves no other way than no."""
    known = Reach().assume(parse_expression('c != "a"'), KNOWN, truth=True)
    assert known is not None
    assert Reach().value(parse_expression('c = "a"'), known).truths == {False}
    assert Reach().assume(parse_expression('c = "e"'), KNOWN, truth=True) is None
