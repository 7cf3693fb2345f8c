"""Promises about what a doubt says was read: the answers as people know them from the form."""

from __future__ import annotations

import pytest

from ictscore.words import speak

RULES = """
answers:
  a: {type: count, label: Số máy}
  k: {type: yes_no, label: Có mạng}
  l: {type: yes_no, label: Có quy chế}
  c: {type: choice, label: Kế hoạch, choices: {tre: Ban hành trễ hạn, khong: Không ban hành}}
criteria:
  - id: x
    max_points: 5
    formula: {kind: formula, expr: if k and not l and c = "tre" then 1 / a else 0, when_denominator_zero: error}
"""


@pytest.mark.parametrize(("language", "yes", "no"), [("en", "yes", "no"), ("vi", "có", "không")])
def test_answers_are_told_in_words(score, language, yes, no):
    """Yes, no and choices are told as they stand on the form, in the language spoken, never as a program writes them."""
    speak(language)
    (found,) = score(RULES, {"A": {"a": 0, "k": True, "l": False, "c": "tre"}}).findings
    assert found.code == "SC101"
    for told in (f"“Có mạng” = {yes}", f"“Có quy chế” = {no}", "“Kế hoạch” = Ban hành trễ hạn"):
        assert told in found.message
