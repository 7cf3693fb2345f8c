"""Promises about a lonely figure in the notes: which may be a second answer, and which is hardly one."""

from __future__ import annotations

import pytest

from ictscore.survey.beside.stray_figures import is_stray


@pytest.mark.parametrize(("text", "answer"), [("3", "20"), ("2020", "20"), ("41", "20"), ("9", "20")])
def test_a_figure_far_from_the_answer_is_hardly_a_second_one(text, answer):
    """Less than half, more than twice as much, or the year of the round."""
    assert is_stray(text, answer, {2020})


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("21", "20"),
        ("+3", "20"),
        ("-3", "20"),
        ("10", "20"),
        ("40", "20"),
        ("3", "0"),
        ("2019", "20"),
        ("1.234", "20"),
        ("20", "1.234"),
        ("3", ""),
        ("3", "có"),
        ("(3)", "20"),
    ],
)
def test_what_may_be_the_answer_is_none(text, answer):
    """Near it, beside none counted, another year, what may be read two ways, and what stands beside no number."""
    assert not is_stray(text, answer, {2020})
