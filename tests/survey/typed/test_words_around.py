"""Promises about words around a number: what says the same again goes, everything else stays for whoever judges it."""

from __future__ import annotations

import pytest

from ictscore.survey.typed.words_around import without_words_around


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("12 máy ạ", "12 máy"),
        ("12 chẵn.", "12"),
        ("có 12", "12"),
        ("sl: 12", "12"),
        ("số máy tính: 12 máy", "12 máy"),
        ("máy: 12 máy", "12 máy"),
        ("12 [máy]", "12 máy"),
        ("12 (người)", "12 người"),
        ("12 (mười hai) máy", "12 máy"),
        ("12 máy (mười hai máy)", "12 máy"),
        ("5 (năm) máy", "5 máy"),
        ("1.005 (một nghìn không trăm linh năm)", "1005"),
        ("0 (không)", "0"),
    ],
)
def test_what_says_the_same_again_goes(text, left):
    """Politeness, the label, brackets around the measure and the number in words leave the number with its measure."""
    assert without_words_around(text, "máy".__eq__, "số máy tính") == left


@pytest.mark.parametrize(
    "text",
    [
        "12 máy",
        "có máy",
        "tổng: 12",
        "người: 12",
        "12 (mười ba)",
        "5 (năm)",
        "12 (mười hai) máy (tốt)",
        "12 máy (mười hai) cũ",
        "12,5 (mười hai)",
        "1.005 (một)",
        "12 (3 hỏng)",
        "12 ạ 3",
        "a: b: 12",
        "1.2.3 (một)",
    ],
)
def test_everything_else_stays(text):
    """Another number, another thing, or a part in brackets may change what was counted."""
    assert without_words_around(text, "máy".__eq__, "số máy tính") == text
