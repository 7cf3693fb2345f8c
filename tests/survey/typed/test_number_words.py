"""Promises about what people write instead of a number: it is recognised for what it is, and never worked out."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.survey.typed.number_words import both_signs, inexact, likely_number, means_nothing


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("khoảng 12", "an estimate"),
        ("ước tính 12 máy", "an estimate"),
        ("~12", "an estimate"),
        ("± 3", "an estimate"),
        ("hơn 12", "a bound"),
        ("≥ 12", "a bound"),
        ("12+", "a bound"),
        ("12 trở lên", "a bound"),
        ("12-15", "a range"),
        ("12–15 máy", "a range"),
        ("từ 12 đến 15", "a range"),
        ("12 hoặc 13", "a range"),
        ("3/4", "a fraction, or one number out of another"),
        ("12/15 máy", "a fraction, or one number out of another"),
        ("12+3", "a calculation"),
        ("5-1-2021", "a date"),
        ("12 x 3", "a calculation"),
        ("12+3=15", "a calculation"),
        ("1\n2", "several lines"),
        ("=a1+a2", "a formula that was typed as a text and is never calculated"),
        ("####", "what Excel shows when a column is too narrow"),
    ],
)
def test_each_is_called_by_its_name(text, what):
    """People are told what they wrote, so that they see what is wrong with it."""
    assert str(inexact(text)) == what


@pytest.mark.parametrize("text", ["12", "máy", "12 máy", "12.34.5", "mười hai", ""])
def test_other_texts_have_no_name(text):
    """What is none of these is left to others."""
    assert inexact(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [("17l", 171), ("1O", 10), ("I2", 12), ("2OO", 200), ("|5", 15), ("1,5e3", 1500), ("-1E+2", -100), ("5e-1", "1/2")]
)
def test_the_likely_number_is_found(text, value):
    """Letters that look like digits, and powers of ten, have a likely number to be asked about."""
    assert likely_number(text).value == Fraction(value)


@pytest.mark.parametrize("text", ["l", "O", "lO", "17k", "1.23l", "1e400", "1e", "01l", ""])
def test_no_number_is_likely_where_two_or_none_are(text):
    """Letters alone, two readings and numbers past reason are not guessed at."""
    assert likely_number(text) is None


@pytest.mark.parametrize("text", ["(5)", "- 5", "– 5", "(1.234.567)"])
def test_brackets_and_dashes_apart_have_two_signs(text):
    """A number in brackets or behind a dash may be below zero."""
    assert both_signs(text) in (5, 1234567)


@pytest.mark.parametrize("text", ["-5", "(0)", "(a)", "5", "(1.234)", "(5", "()", "", "- -5"])
def test_other_numbers_have_one_sign_or_are_none(text):
    """A minus that touches its number, and nought, have no second sign."""
    assert both_signs(text) is None


@pytest.mark.parametrize("text", ["-", "--", "…", "không", "không có", "k/c", "chưa có.", "?"])
def test_what_says_nothing_is_known(text):
    """Words and dashes for “there is nothing here” are asked about."""
    assert means_nothing(text)
