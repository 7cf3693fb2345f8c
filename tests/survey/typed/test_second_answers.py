"""Promises about what could be an answer beside another."""

from __future__ import annotations

from fractions import Fraction

from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.typed.second_answers import answers, is_another, value_of

SHARE = Question("ty_le", "Tỷ lệ", "percent", Fraction(0), Fraction(100))


def test_a_percentage_is_the_same_however_it_is_kept():
    """95 beside 95 % says the same; 96 says something else."""
    kept = Cell(1, 1, "number", "0.95", number_format="percent", shown_places=0)
    assert value_of(SHARE, kept) == 95
    assert not is_another(SHARE, Cell(1, 2, "number", "95"), kept)
    assert is_another(SHARE, Cell(1, 2, "text", "96 %"), kept)


def test_what_would_be_asked_about_is_no_answer():
    """Doubtful texts, blanks and formulas are no second answer."""
    assert not answers(SHARE, Cell(1, 1, "text", "khoảng 90"))
    assert not answers(SHARE, Cell(1, 1, "text", " "))
    assert not answers(SHARE, Cell(1, 1, "number", "95", is_formula=True))
    assert not answers(Question("loi", "Lời", "text"), Cell(1, 1, "text", "95"))
