"""Promises about remarks that say nothing against the answers: what offices normally write is passed over."""

from __future__ import annotations

import pytest
from usual_explained import EXPLAINED
from usual_nearly import CLOSINGS, NEARLY
from usual_remarks import AS_USUAL

MOST = max(map(len, AS_USUAL.values()))
MOST_EXPLAINED = max(map(len, EXPLAINED.values()))
MOST_NEAR = max(map(len, NEARLY.values()))


def test_the_remarks_are_many():
    """A rule for remarks is tried on far more of them than there are questions."""
    assert sum(map(len, AS_USUAL.values())) > 150


@pytest.mark.parametrize("column", ["note", "evidence"])
@pytest.mark.parametrize("at", range(MOST))
def test_what_offices_write_is_no_finding(remarked, column, at):
    """Documents, days, parts of the answer, comparisons and addresses are passed over, among the notes and among the evidence."""
    beside = {name: texts[at] for name, texts in AS_USUAL.items() if at < len(texts)}
    assert (beside, remarked(beside, column=column)) == (beside, [])


@pytest.mark.parametrize("column", ["note", "evidence"])
@pytest.mark.parametrize("at", range(MOST_EXPLAINED))
def test_figures_that_words_explain_are_no_finding(remarked, column, at):
    """What stands outside the answer, is left over, was done in time, is a version or said to be another thing is passed over."""
    beside = {name: texts[at] for name, texts in EXPLAINED.items() if at < len(texts)}
    assert (beside, remarked(beside, column=column)) == (beside, [])


@pytest.mark.parametrize("column", ["note", "evidence"])
@pytest.mark.parametrize("at", range(MOST_NEAR))
def test_what_sounds_like_a_contradiction_and_is_none_is_no_finding(remarked, column, at):
    """Other bodies’ meetings, what is not there besides, old things that ended and limits of something else are passed over."""
    beside = {name: texts[at] for name, texts in NEARLY.items() if at < len(texts)}
    assert (beside, remarked(beside, column=column)) == (beside, [])


@pytest.mark.parametrize("text", CLOSINGS)
def test_what_only_ends_a_form_is_no_finding(remarked, text):
    """Thanks, whom to ask, an address and a day say nothing of the answers."""
    assert remarked(below=[text]) == []


def test_what_is_written_below_is_noted_only(remarked):
    """Sentences below the form that are about other things are one note, as before."""
    below = ["Đơn vị cam kết số liệu trên là đúng.", "Câu 1 theo Quyết định 12/QĐ-UBND", "Câu 1 là 85", "1. Đã gửi kèm 2 phụ lục"]
    assert remarked(below=below) == [("note", "SV456", "C20")]
