"""Answers written into Word forms: as people type them, with one reading."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.expr.values import missing, not_applicable, unreadable
from ictscore.rulebook.answers import AnswerSpec
from ictscore.survey.blank.word.answers import number_text, points_text, text_of_answer
from ictscore.survey.blank.writing import TooMuch
from ictscore.survey.submission import Answer


def written(kind, value, language="vi", raw="", **more):
    """Return what is written for an answer."""
    return text_of_answer(Answer(value, raw=raw), AnswerSpec(label="x", type=kind, **more), language)


@pytest.mark.parametrize(
    ("kind", "value", "vi", "en"),
    [
        ("number", Fraction(25, 2), "12,5", "12.5"),
        ("number", Fraction(-1, 2), "-0,5", "-0.5"),
        ("number", Fraction(1125, 1000), "1,1250", "1.1250"),
        ("count", Fraction(1250), "1250", "1250"),
        ("percent", Fraction(1, 2), "0,5%", "0.5%"),
        ("percent", Fraction(95), "95", "95"),
        ("yes_no", True, "Có", "Yes"),
        ("yes_no", not_applicable("x"), "Không áp dụng", "Not applicable"),
        ("date", "2020-10-02", "02/10/2020", "02/10/2020"),
        ("date", "hôm qua", "hôm qua", "hôm qua"),
        ("text", missing("x"), "", ""),
    ],
)
def test_answers_are_written_in_the_language_of_the_form(kind, value, vi, en):
    """Numbers have the decimal sign of the language and no signs of thousands, small percentages their own sign, dates the day first."""
    assert (written(kind, value), written(kind, value, "en")) == (vi, en)


def test_choices_and_what_was_not_understood():
    """A choice is written by its words, an unreadable answer as it stood, none at all as nothing."""
    assert written("choice", "a", choices={"a": "Mức một"}) == "Mức một"
    assert written("count", unreadable("x"), raw="khoảng 100") == "khoảng 100"
    assert text_of_answer(None, AnswerSpec(label="x", type="count"), "vi") == ""


def test_points_claimed():
    """Points are written as numbers, unreadable ones as they stood, and no points as nothing."""
    given = (Answer(Fraction(5, 2)), Answer(unreadable("c"), raw="hai"), Answer(missing("c")), None)
    assert [points_text(each, "vi") for each in given] == ["2,5", "hai", "", ""]


@pytest.mark.parametrize("value", [Fraction(1, 3), Fraction(1, 10**16), Fraction(10**16 + 1)])
def test_numbers_that_would_not_come_back_are_refused(value):
    """A number with more digits than a workbook keeps is refused here too, so that both forms hold the same."""
    with pytest.raises(TooMuch):
        number_text(value, "vi")
