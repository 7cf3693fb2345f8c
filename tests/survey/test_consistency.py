"""Parts held against their wholes."""

from __future__ import annotations

import pytest

CAPPED = """
id: thu
answers: {x: {label: Phần, type: count}, y: {label: Thêm, type: count}, z: {label: Tổng, type: count}}
criteria:
  - {id: c, number: "1", max_points: 10, formula: {kind: ratio, of: x + y, over: z, when_denominator_zero: zero, above_one: ABOVE}}
"""


@pytest.mark.parametrize(("above", "code"), [("error", "SV301"), ("cap", "SV302")])
def test_a_part_is_never_more_than_its_whole(read, rules, found, above, code):
    """More than the whole is an error at the part's first cell, a warning where points are capped; the whole is named beside."""
    survey = read([["unit", "x", "y", "z"], ["Sở A", 5, 6, 10], ["Sở B", 5, 5, 10]], rules(CAPPED.replace("ABOVE", above)))
    assert found(survey) == [(code, "B2")]
    assert [place.cell for place in survey.findings[0].related] == ["D2"]
    assert "“Phần + Thêm” (x + y) is 11, more than “Tổng” (z), which is 10" in survey.findings[0].message


def test_what_is_missing_or_unreadable_is_not_compared(read, rules, found):
    """A pair without both values is nobody's contradiction."""
    survey = read([["unit", "x", "y", "z"], ["Sở A", 5, None, 1], ["Sở B", "năm", 5, 1]], rules(CAPPED.replace("ABOVE", "error")))
    assert found(survey) == [("SV201", "B3"), ("SV101", "C2")]


STAGED = (
    CAPPED.replace("ABOVE", "error")
    + """
stages:
  - {id: self, name: Tự chấm}
  - {id: appraised, name: Thẩm định}
"""
)


def test_appraised_answers_settle_it(read, rules, found):
    """What reviewers have corrected is only warned of, with the stage at which it does not hold."""
    survey = read([["unit", "x", "y", "z", "z@appraised"], ["Sở A", 5, 6, 10, 11]], rules(STAGED))
    assert found(survey) == [("SV303", "B2")]
    assert [survey.findings[0].severity, "at stage “Tự chấm”" in survey.findings[0].message] == ["warning", True]


def test_every_stage_is_held_against_itself(read, rules, found):
    """Answers that fit until a reviewer changes one are an error at the stage that changed them; the same numbers are told once."""
    broken = read([["unit", "x", "y", "z", "z@appraised"], ["Sở A", 5, 6, 11, 10]], rules(STAGED))
    assert found(broken) == [("SV301", "B2")]
    assert [place.cell for place in broken.findings[0].related] == ["E2"]
    assert "at stage “Thẩm định”" in broken.findings[0].message
    unchanged = read([["unit", "x", "y", "z", "x@appraised"], ["Sở A", 5, 6, 10, 5]], rules(STAGED))
    assert found(unchanged) == [("SV301", "E2")]
