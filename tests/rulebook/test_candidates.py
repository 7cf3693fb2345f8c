"""Promises of the answers worth trying."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ictscore.expr.nodes import AnswerTo, Given
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.candidates import MOST_TRIALS, combinations, values_to_try


def test_a_date_is_tried_with_a_date():
    """What is tried for a date is one, in the form that scoring takes it: a counter-example can be typed in and scored."""
    specs = {"ngay": AnswerSpec(label="Ngày", type="date"), "so": AnswerSpec(label="Số", type="text")}
    tried = values_to_try(specs, Given("ngay"), Given("so"))
    assert [date.fromisoformat(str(each)).isoformat() for each in tried["ngay"]] == list(tried["ngay"])
    assert tried["so"] == ("x",)


def test_few_answers_are_tried_in_every_combination():
    """Two values of one answer and three of another make six."""
    tried = list(combinations({"a": (False, True), "b": (Fraction(0), Fraction(1), Fraction(2))}))
    assert len(tried) == len({tuple(each.values()) for each in tried}) == 6


def test_many_answers_are_varied_around_bases_each_set_once_and_not_without_end():
    """Of 20 answers with 12 values each no more than the limit are tried, none twice; each value by itself is among them."""
    values = {f"a{number}": tuple(Fraction(each) for each in range(12)) for number in range(20)}
    tried = list(combinations(values))
    assert len(tried) == len({tuple(each.values()) for each in tried}) == MOST_TRIALS
    lowest = {name: Fraction(0) for name in values}
    assert all(lowest | {name: value} in tried for name in values for value in values[name])


def test_answers_that_are_not_many_but_too_many_for_every_combination_end_by_themselves():
    """Of 13 truths there are 8,192 combinations: each alone and each pair around the bases is tried, and these are fewer than the limit."""
    tried = list(combinations({f"a{number}": (False, True) for number in range(13)}))
    assert 2 * 13 <= len(tried) < MOST_TRIALS
    assert {f"a{number}": False for number in range(13)} in tried
    assert {f"a{number}": number in {3, 7} for number in range(13)} in tried


def test_numbers_without_a_lower_end_are_tried_below_zero():
    """A number that may be negative is tried with one that is; a number with a few whole values with all of them."""
    specs = {"x": AnswerSpec(label="X", type="number"), "n": AnswerSpec(label="N", type="count", max="3")}
    tried = values_to_try(specs, AnswerTo("x"), AnswerTo("n"))
    assert Fraction(-1) in tried["x"]
    assert tried["n"] == (0, 1, 2, 3)
