"""Promises about patterns of Vietnamese words."""

from __future__ import annotations

import pytest

from ictscore.survey.remarks.spoken import Spoken, words


@pytest.mark.parametrize(("text", "fits"), [("lấy số liệu", True), ("lay so lieu", True), ("lấy so lieu", False), ("sổ liệu", False)])
def test_words_fit_with_their_marks_or_without_any(text, fits):
    """A text typed without any marks is taken as it is meant; with marks, other marks are other words."""
    assert (Spoken(r"\bsố liệu\b").search(text) is not None) is fits


def test_a_pattern_can_be_replaced_and_found_again():
    """All places are found, and can be taken away."""
    pattern = Spoken("đúng")
    assert pattern.sub("", "dung, dung") == ", "
    assert len([*pattern.finditer("đúng, đúng")]) == 2
    assert pattern.fullmatch("dung") is not None


def test_words_are_known_with_and_without_marks():
    """Lists of words are written once."""
    assert words("đã là") == {"đã", "là", "da", "la"}
