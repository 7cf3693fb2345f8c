"""Promises about files of which nothing could be read: the letter says why, in words for an office."""

from __future__ import annotations

import pytest

from ictscore.findings import finding
from ictscore.places import Place
from ictscore.reports.back.file_wordings import OF_FILES
from ictscore.reports.back.words_for_units import sentence
from ictscore.words import phrase

RULES = """
id: thu
answers: {x: {label: Số, type: count}}
criteria: [{id: c, max_points: 1, formula: {kind: count, of: x, each: 1}}]
"""


@pytest.mark.parametrize(
    ("code", "values", "words"),
    [
        ("IO106", {"what": phrase("a web page (HTML)")}, "no workbook: it is a web page (HTML)"),
        ("IO105", {}, "is empty"),
        ("IO108", {}, "locked with a password"),
        ("IO120", {"reason": "x"}, "cut off or damaged"),
        ("IO109", {"suffix": ".xlsx"}, "a workbook (.xlsx), but holds nothing but plain text"),
        ("IO239", {"count": 8, "read": "S? T? pháp"}, "letters were lost: question marks stand for them, as in “S? T? pháp”"),
        ("IO126", {"part": "x", "limit": 1}, "far larger than a form"),
        ("IO203", {"part": "x"}, "in a way that cannot be read"),
    ],
)
def test_the_reason_stands_in_the_letter(code, values, words, rules):
    """And how to send the answers again; nothing of parts, limits or encodings."""
    rulebook = rules(
        "id: thu\nanswers: {x: {label: Số, type: count}}\ncriteria: [{id: c, max_points: 1, formula: {kind: count, of: x, each: 1}}]"
    )
    said = sentence(rulebook.rulebook, finding(code, Place("a.xlsx"), **values))
    assert words in said
    assert "on this form" in said


def test_no_reason_is_only_that_a_file_did_not_open():
    """Each says what is the matter."""
    assert all("could not be opened." not in message for message, _ in OF_FILES.values())
