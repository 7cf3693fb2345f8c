"""Promises about evidence that is wanted: one note for a unit that earns points and names none."""

from __future__ import annotations

import pytest
from round import Round, put_files, write_evidence

from ictscore.reports.checked.evidence_told import evidence_counts
from ictscore.reports.checked.told import checked, reported
from ictscore.survey.evidence.walking import list_evidence
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey

RULES = """
groups: [{id: so, name: Các sở}]
answers:
  nguoi: {label: Tổng số người, type: count, evidence: Danh sách}
  may: {label: Số máy, type: count}
  mang: {label: Đã nối mạng, type: yes_no}
  tre: {label: Báo cáo trễ, type: count, evidence: Công văn}
criteria:
  - {id: a, max_points: 10, formula: {kind: ratio, of: may, over: nguoi, when_denominator_zero: zero}}
  - {id: b, max_points: 5, evidence: Ảnh chụp, formula: {kind: yes_no, of: mang}}
deductions:
  criteria: [{id: d, max_points: 5, formula: {kind: count, of: tre, each: 1}}]
"""
GIVEN = {"nguoi": 40, "may": 20, "mang": True, "tre": 2}


@pytest.fixture
def check(rules, tmp_path):
    """Return what checks one form with these answers and this evidence against a folder of one file."""

    def make(given=GIVEN, **named):
        made = Round(rules(RULES), tmp_path / "nhan")
        write_evidence(made.fill("a", "Sở A", **given), **named)
        options = ReadOptions(evidence=list_evidence(put_files(tmp_path / "mc", "x.pdf")))
        survey = read_survey([made.folder], made.loaded.rulebook, made.loaded.hash, options=options)
        return checked(made.loaded, survey, None)

    return make


def wanted(check):
    """Return the questions told of, for each unit."""
    return [each.questions for each in check.unshown]


def test_one_note_lists_the_questions_of_a_unit(check):
    """What a question or its criterion wants and nothing names is one note, counted first, with the places of all."""
    done = check()
    told = [each for each in done.findings if each.code == "SV464"]
    assert [(each.severity, each.place.cell, [place.cell for place in each.related]) for each in told] == [("note", "F14", ["F16"])]
    assert told[0].message == (
        "“Sở A” earns points and names no evidence where the rulebook wants some. Questions: 2 (Tổng số người; Đã nối mạng)."
    )


def test_whatever_is_named_is_something(check):
    """A file, words or an address show something; whether a file is there is another question."""
    assert wanted(check(nguoi="Danh sách 2019", mang="https://so-a.vn/anh")) == []


def test_what_earns_nothing_needs_nothing(check):
    """“No” and 0 need no evidence, and neither do deductions."""
    assert wanted(check(GIVEN | {"mang": False, "may": 0})) == []


def test_cells_are_counted_by_what_they_come_to(check):
    """Every cell of evidence is counted once, in the record for machines too."""
    done = check(nguoi="x.pdf", may="y.pdf", mang="Ảnh chụp trụ sở")
    counts = {"not_found": 1, "empty": 0, "asked": 0, "found": 1, "link": 0, "in_words": 1, "none": 1}
    assert evidence_counts(done.survey) == counts
    record = reported(done).record["evidence"]
    assert (record["files"], record["cells"], record["unnamed"]) == (1, counts, [])
