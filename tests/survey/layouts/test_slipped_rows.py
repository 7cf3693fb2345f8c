"""Promises about rows of our form that slipped away from their hidden ids."""

from __future__ import annotations

import pytest

from ictscore.expr.values import Blank

MARKS = ["#id", "#number", "#label", "#measure", "#self", "#evidence", "#note"]
STAMP = {"kind": "form", "rulebook": "thu", "group": "a", "unit": "Sở Nội vụ"}
ABOVE = [MARKS, ["#unit", "Đơn vị", "", "", "Sở Nội vụ"], ["", "STT", "Câu hỏi", "Đơn vị tính", "Trả lời"]]
ASKED = [
    ("can_bo", [1, "Tổng số cán bộ *", "người", 20]),
    ("may_tinh", [2, "Số máy tính *", "máy", 10]),
    ("kinh_phi", [3, "Kinh phí", "", 7]),
    ("co_mang", [4, "Có mạng", "", "Có"]),
    ("ho_so", [5, "Số hồ sơ", "", 9]),
]
IDS, SEEN = [each for each, _ in ASKED], [each for _, each in ASKED]


def form(ids: list[str], seen: list[list[object]]) -> list[list[object]]:
    """Return our form with these ids, and beside them what is seen."""
    long = max(len(ids), len(seen))
    return [*ABOVE, *([each, *shown] for each, shown in zip([*ids, *[""] * long], [*seen, *[[]] * long], strict=False) if each or shown)]


def given(survey) -> dict[str, object]:
    """Return the answers that were read."""
    return {name: each.value for name, each in survey.submissions[0].answers["self"].items() if not isinstance(each.value, Blank)}


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_rows_put_in_without_ids_are_told_once(read, found, rows):
    """What stands above them is read; of the questions below, nothing is, and nothing else is said of them."""
    survey = read(form(IDS, [SEEN[0], *[["", "(bổ sung)", "", 5]] * rows, *SEEN[1:]]), stamp=STAMP)
    (told,) = [each for each in survey.findings if each.code == "SV542"]
    assert (told.place.cell, told.values["by"], told.values["first"], told.values["last"]) == ("C5", rows, 5, 8 + rows)
    assert found(survey, "SV542") == []
    assert given(survey) == {"can_bo": 20}


def test_a_row_taken_out_without_its_id_is_told_once(read, found):
    """The question that was taken out has no certain answer either: what stands beside its id is another one’s."""
    survey = read(form(IDS, [SEEN[0], *SEEN[2:]]), stamp=STAMP)
    assert found(survey) == [("SV542", "C6")]
    assert given(survey) == {"can_bo": 20}


def test_whole_rows_may_be_put_in_and_moved(read, found):
    """A row without an id among the others, and rows that moved with their ids, are read as ever."""
    assert found(read(form(["can_bo", "", *IDS[1:]], [SEEN[0], ["", "2.", "Nhóm một"], *SEEN[1:]]), stamp=STAMP)) == []
    assert found(read(form(IDS[::-1], SEEN[::-1]), stamp=STAMP)) == []


def test_two_questions_changed_over_did_not_slip(read, found):
    """Where fewer than three stand away from their ids, each is told by itself as before."""
    seen = [SEEN[1], SEEN[0], *SEEN[2:]]
    assert {code for code, _ in found(read(form(IDS, seen), stamp=STAMP))} == {"SV414", "SV452"}
