"""Promises about fonts that show other signs for letters and digits."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.signfonts import is_of_signs, signs_of


@pytest.mark.parametrize("font", ["Wingdings", " WINGDINGS 2", "Webdings", "Symbol", "Marlett", "wingdings 3"])
def test_fonts_of_signs_are_known_by_name(font):
    """However the name is written."""
    assert is_of_signs(font)


@pytest.mark.parametrize("font", ["", "Arial", "Segoe UI Symbol", "Times New Roman", ".VnTime"])
def test_other_fonts_show_letters(font):
    """Those that have signs besides show letters as letters."""
    assert not is_of_signs(font)


@pytest.mark.parametrize(
    ("text", "font", "seen"),
    [
        ("ü", "Wingdings", "✓"), (" \uf0fb ", "wingdings", "✗"), ("o", "Wingdings", "☐"), ("R", "Wingdings 2", "☑"),
        ("a", "Webdings", "✓"), ("1.250", "Symbol", "1.250"),
    ],
)  # fmt: skip
def test_ticks_crosses_and_boxes_are_what_they_show(text, font, seen):
    """By the letter, or by the place programs keep the sign in."""
    assert signs_of(text, font) == seen


@pytest.mark.parametrize(
    ("text", "font"),
    [("v", "Wingdings"), ("85", "Wingdings"), ("Có", "Wingdings 2"), ("x", "Symbol"), ("üü", "Wingdings"), ("a", "Wingdings 3")],
)
def test_other_signs_are_no_answer(text, font):
    """Nobody can say what is meant."""
    assert signs_of(text, font) is None
