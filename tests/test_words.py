"""Promises about wording: texts and numbers in the spoken language, worded only when they are printed."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.words import Phrase, fixed, phrase, preferred_language, say_decimal, say_number, speak, spoken, tr, word


def test_what_is_spoken_is_what_was_asked_for():
    """The language set last is the one spoken."""
    speak("vi")
    assert spoken() == "vi"


def test_an_unknown_text_is_said_as_it_is():
    """A text that no catalogue holds is said in English."""
    assert tr("no such text {n}", n=3) == "no such text 3"


def test_a_text_without_values_keeps_its_braces():
    """Braces are only filled when there are values."""
    assert tr("{kept}") == "{kept}"


def test_a_phrase_is_worded_when_it_is_printed():
    """The language at the time of printing decides, not that at the time of making."""
    said = phrase("{n} points", n=Fraction(17, 2))
    speak("vi")
    assert "8,5" in str(said)


def test_phrases_inside_phrases_are_worded_too():
    """A value that is a phrase is worded with the text it stands in."""
    assert str(phrase("<{inner}>", inner=Phrase("{n}", {"n": Fraction(1, 4)}))) == "<0.25>"


def test_lists_are_said_with_commas():
    """A list of names is read out with commas."""
    assert word(("a", Fraction(1, 2), "b")) == "a, 0.5, b"


@pytest.mark.parametrize(
    ("value", "said"),
    [(Fraction(171, 2), "85.5"), (Fraction(1, 3), "1/3"), (Fraction(-1, 8), "-0.125"), (Fraction(20), "20"), (Fraction(0), "0")],
)
def test_numbers_are_said_exactly(value, said):
    """A number that ends is said as a decimal, another as a fraction; nothing is rounded."""
    assert say_number(value) == said


def test_vietnamese_numbers_have_a_decimal_comma():
    """In Vietnamese the decimal sign is a comma."""
    speak("vi")
    assert (say_number(Fraction(171, 2)), say_decimal("81.25")) == ("85,5", "81,25")


def test_fixed_keeps_its_zeros():
    """A number to so many places shows all of them."""
    assert (fixed(Fraction(-1, 20), 2), fixed(Fraction(7), 0), fixed(Fraction(7), 2)) == ("-0.05", "7", "7.00")


@pytest.mark.parametrize(
    ("surroundings", "language"),
    [
        ({"ICTSCORE_LANG": "vi", "LANG": "en_US.UTF-8"}, "vi"),
        ({"LC_ALL": "vi_VN.UTF-8"}, "vi"),
        ({"LC_MESSAGES": "en_US", "LANG": "vi_VN"}, "en"),
        ({"LANG": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_the_surroundings_ask_for_a_language(monkeypatch, surroundings, language):
    """Our own variable comes before the locale's, and English is what is left."""
    for name in ("ICTSCORE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert preferred_language() == language
