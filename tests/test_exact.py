"""Promises about exact numbers: what is a number, how it is rounded, how it is written."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.exact import NotANumber, add_up, decimal_text, fraction_text, from_stored, parse_number, round_fraction

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=1000)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", Fraction(0)),
        ("17.10", Fraction(171, 10)),
        ("-1", Fraction(-1)),
        ("1/3", Fraction(1, 3)),
        ("-2/4", Fraction(-1, 2)),
        ("80%", Fraction(4, 5)),
        ("33.3%", Fraction(333, 1000)),
        ("0.000000000000001", Fraction(1, 10**15)),
    ],
)
def test_plain_numbers_are_understood(text, value):
    """Decimals, fractions and percentages mean what they say, exactly."""
    assert parse_number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "010",
        "1_000",
        "0x1F",
        "1e3",
        "yes",
        ".nan",
        ".5",
        "5.",
        "7,5",
        "12:30",
        "+1",
        " 1",
        "1 ",
        "１２",
        "١٢",
        "1/0",
        "--1",
        "inf",
        "%",
        "1.5/2",
        "9" * 16,
        "0." + "1" * 16,
        "9" * 5000,
    ],
)
def test_anything_else_is_no_number(text):
    """Leading zeros, commas, exponents, digits of other scripts and very long numbers are refused."""
    with pytest.raises(NotANumber):
        parse_number(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("274.65999999999997", Fraction(27466, 100)),
        ("1E2", Fraction(100)),
        ("-0", Fraction(0)),
        ("0.30000000000000004", Fraction(3, 10)),
        (".5", Fraction(1, 2)),
    ],
)
def test_stored_numbers_are_taken_at_fifteen_digits(text, value):
    """What a spreadsheet keeps as binary comes in as the number people see."""
    assert from_stored(text) == value


@pytest.mark.parametrize("text", ["", "abc", "NaN", "INF", "-inf", "1E+400", "1E-400", "1_000", "１２", " 12", "0x10"])
def test_stored_texts_that_are_no_number_are_refused(text):
    """Infinite, vanishing and odd texts are no numbers."""
    with pytest.raises(NotANumber):
        from_stored(text)


@pytest.mark.parametrize(
    ("value", "mode", "rounded"),
    [
        (Fraction(25, 1000), "half_up", Fraction(3, 100)),
        (Fraction(-25, 1000), "half_up", Fraction(-3, 100)),
        (Fraction(25, 1000), "half_even", Fraction(2, 100)),
        (Fraction(35, 1000), "half_even", Fraction(4, 100)),
        (Fraction(-25, 1000), "half_even", Fraction(-2, 100)),
        (Fraction(26, 1000), "half_even", Fraction(3, 100)),
        (Fraction(29, 1000), "down", Fraction(2, 100)),
        (Fraction(-29, 1000), "down", Fraction(-2, 100)),
        (Fraction(21, 1000), "up", Fraction(3, 100)),
        (Fraction(-21, 1000), "up", Fraction(-3, 100)),
        (Fraction(2, 100), "up", Fraction(2, 100)),
    ],
)
def test_each_mode_rounds_as_it_says(value, mode, rounded):
    """Halves go away from zero, to the even neighbour, or everything goes towards or away from zero."""
    assert round_fraction(value, 2, mode) == rounded


@given(numbers, st.integers(0, 4), st.sampled_from(["half_up", "half_even", "down", "up"]))
def test_rounding_moves_by_less_than_one_step(value, places, mode):
    """No mode moves a number by a whole step of its last place, and the nearest ones by at most half a step."""
    moved = abs(round_fraction(value, places, mode) - value) * 10**places
    assert moved < 1
    assert mode in {"down", "up"} or moved <= Fraction(1, 2)


@given(numbers, st.integers(0, 4), st.sampled_from(["half_up", "half_even", "down", "up"]))
def test_rounding_twice_is_rounding_once(value, places, mode):
    """A rounded number stays as it is."""
    once = round_fraction(value, places, mode)
    assert round_fraction(once, places, mode) == once


@given(numbers, numbers, st.integers(0, 3), st.sampled_from(["half_up", "half_even", "down", "up"]))
def test_rounding_keeps_the_order(one, other, places, mode):
    """The better of two numbers is never worse after rounding."""
    low, high = sorted((one, other))
    assert round_fraction(low, places, mode) <= round_fraction(high, places, mode)


@given(numbers, st.integers(0, 4))
def test_rounding_does_not_look_at_the_sign(value, places):
    """Minus a number rounds to minus what the number rounds to."""
    assert round_fraction(-value, places) == -round_fraction(value, places)


@given(st.lists(numbers))
def test_adding_up_is_exact(values):
    """The sum of fractions is their sum, in any order."""
    assert add_up(values) == add_up(reversed(values)) == sum(values, Fraction(0))


def test_decimal_texts_have_just_so_many_places():
    """A number is written to the places asked for, halves up, zero without a sign."""
    assert [decimal_text(Fraction(2, 3), 2), decimal_text(Fraction(5), 0), decimal_text(Fraction(-1, 1000), 2)] == ["0.67", "5", "0.00"]


def test_fraction_texts_are_reduced():
    """A fraction is written in lowest terms, a whole number without a denominator."""
    assert [fraction_text(Fraction(342, 4)), fraction_text(Fraction(85))] == ["171/2", "85"]
