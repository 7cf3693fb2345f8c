"""Promises about answers that stand one question lower than they belong."""

from __future__ import annotations

import pytest

MARKS = ["#id", "#number", "#label", "#measure", "#self", "#evidence", "#note"]
STAMP = {"kind": "form", "rulebook": "thu", "group": "a", "unit": "Sở Nội vụ"}
ASKED = [("can_bo", "Tổng số cán bộ"), ("may_tinh", "Số máy tính"), ("kinh_phi", "Kinh phí"), ("co_mang", "Có mạng"), ("ho_so", "Số hồ sơ")]


def form(*answers: object) -> list[list[object]]:
    """Return our form with these answers, with a heading among the questions."""
    asked = [[name, at, label, "", answer] for at, ((name, label), answer) in enumerate(zip(ASKED, answers, strict=True), 1)]
    return [MARKS, ["#unit", "Đơn vị", "", "", "Sở Nội vụ"], *asked[:2], ["", "II. Khác"], *asked[2:]]


@pytest.mark.parametrize(
    ("answers", "at"),
    [((20, 20, 10, 5, "Có"), "E4"), (("", 20, 10, 5, "Có"), "E4"), ((30, 20, 10, 5, "Có"), None), ((20, 10, 10, 5, "Có"), "E6")],
)
def test_two_kinds_that_fit_the_questions_above_moved_with_all_between(read, found, answers, at):
    """They moved from the first that stands there twice or has a blank above it, else from the first that does not fit."""
    survey = read(form(*answers), stamp=STAMP)
    assert [each.place.cell for each in survey.findings if each.code == "SV543"] == [at or "E7"]
    assert {"SV201"} <= {code for code, _ in found(survey)}


@pytest.mark.parametrize(
    "answers",
    [
        (20, 10, 5, 7, 9),
        (20, 10, 5, "Có", "Có"),
        (20, "Có", 5, 7, "Có"),
        (20, "Có", "Có", 7, "Có"),
        (20, 10, 5, "Có", 9),
        (20, "x", "y", 7, 8),
    ],
)
def test_other_mistakes_are_only_told_where_they_are(read, found, answers):
    """One answer of another kind is one mistake; and where one between them does not fit the question above, nothing moved."""
    assert "SV543" not in {code for code, _ in found(read(form(*answers), stamp=STAMP))}
