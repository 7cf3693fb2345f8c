"""Promises about answers that say something does not apply."""

from __future__ import annotations

import pytest

MARKS = ["#id", "#number", "#label", "#measure", "#self", "#evidence", "#note"]
FRONT = [MARKS, ["#unit", "Đơn vị", "", "", "Sở Nội vụ"], ["#group", "Nhóm", "", "", "Nhóm một"]]
ASKED = [["can_bo", 1, "Tổng số cán bộ", "người", 20], ["may_tinh", 2, "Số máy tính", "máy", 10]]


@pytest.mark.parametrize(
    ("evidence", "note", "codes"), [("", "", [("SV616", "E6")]), ("", "ngoài chức năng", []), ("QĐ 12/QĐ-UBND", "", [])]
)
def test_what_does_not_apply_needs_a_reason(read, found, evidence, note, codes):
    """In the note or by the evidence beside it; the warning stands at the answer, which holds all the same."""
    survey = read([*FRONT, *ASKED, ["ho_so", 3, "Số hồ sơ", "", "Không áp dụng", evidence, note]])
    assert found(survey) == codes
    assert survey.submissions[0].answers["self"]["ho_so"].value.kind == "not_applicable"


def test_a_table_has_no_place_for_reasons(read, found):
    """So none is asked for."""
    survey = read([["Đơn vị", "Tổng số cán bộ", "Số máy tính", "Số hồ sơ", "Nhóm"], ["Sở Nội vụ", 20, 10, "Không áp dụng", "a"]])
    assert found(survey) == []
