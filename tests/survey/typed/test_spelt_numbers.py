"""Promises about numbers spelt out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.survey.typed.spelt_numbers import _spelt, are_digits, spells, spelt_number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("không", 0),
        ("mười hai", 12),
        ("mười lăm", 15),
        ("hai mươi", 20),
        ("hai mươi mốt", 21),
        ("bốn mươi tư", 44),
        ("chín mươi nhăm", 95),
        ("một trăm", 100),
        ("một trăm linh năm", 105),
        ("một trăm lẻ năm", 105),
        ("một trăm mười", 110),
        ("một ngàn hai trăm", 1200),
        ("một nghìn không trăm linh năm", 1005),
        ("một nghìn linh năm", 1005),
        ("một nghìn không trăm năm mươi", 1050),
        ("mười hai triệu, năm trăm nghìn", 12_500_000),
        ("hai tỉ", 2_000_000_000),
        ("một triệu không trăm linh một nghìn", 1_001_000),
    ],
)
def test_numbers_said_in_full_are_those_numbers(words, number):
    """The ways in which a number is said in the north and the south are the same number, and no other."""
    assert spells(words, number)
    assert not spells(words, number + 1)
    assert are_digits(words)


@pytest.mark.parametrize(
    ("words", "number"), [("hai lăm", 25), ("hai mươi năm", 25), ("một trăm năm", 150), ("một trăm năm", 105), ("", 0)]
)
def test_short_ways_and_years_are_no_spelling(words, number):
    """What leaves a word out may be another number, and “hai mươi năm” is twenty years."""
    assert not spells(words, number)


@given(st.integers(0, 10**12 - 1), st.integers(0, 10**12 - 1))
def test_no_two_numbers_are_spelt_alike(first, second):
    """The words of one number never pass for another."""
    assert spells(" ".join(_spelt(first)), second) == (first == second)


def test_what_is_too_large_or_below_zero_is_not_spelt():
    """Nobody spells these out; they are left alone."""
    assert not spells("một nghìn tỷ", 10**12)
    assert not spells("một", -1)


@given(st.integers(0, 10**12 - 1))
def test_a_number_spelt_out_is_read_back(number):
    """Every number below a million million, in the words in which it is said."""
    assert spelt_number(" ".join(_spelt(number))) == number


@pytest.mark.parametrize("words", ["", "hai mươi năm", "máy", "mười máy", "linh", "nghìn hai"])
def test_words_that_spell_no_number_are_none(words):
    """Other words, and numbers said by halves."""
    assert spelt_number(words) is None
