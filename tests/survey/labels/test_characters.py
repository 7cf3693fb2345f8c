"""Promises about characters that do not show or look like others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.survey.labels.characters import as_seen, look_alikes, without_controls, without_unseen
from ictscore.survey.labels.folding import fold_answer


@given(st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ ÁĐ0123456789"))
def test_plain_vietnamese_is_left_alone(text):
    """Letters, tones and digits as they should be are not changed and not told."""
    assert (as_seen(text), without_unseen(text), without_controls(text), look_alikes(text)) == (text, text, text, ())


@given(st.text(max_size=20))
def test_what_is_printed_has_no_controls(text):
    """Nothing that moves a cursor or turns the direction reaches a screen."""
    assert not set(without_controls(text)) & set("\x1b\x07\r\n\u202e\u2066\u200f\u200b")


@pytest.mark.parametrize("text", ["hòa", "hoà", "HOÀ", "Hòa.", "hoa\u0300", "ho\u200bà", " hòa  "])
def test_answers_in_words_are_compared_as_seen(text):
    """Composition, tone placement, capitals, blanks, closing stops and what does not show make no difference."""
    assert fold_answer(text) == fold_answer("hòa")


@pytest.mark.parametrize("text", ["hoá", "họa", "hoa", "hỏa", "hò a"])
def test_other_words_stay_other_words(text):
    """A tone makes another word."""
    assert fold_answer(text) != fold_answer("hòa")
