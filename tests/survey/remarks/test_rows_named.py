"""Promises about texts that name questions by their numbers."""

from __future__ import annotations

import pytest

from ictscore.survey.remarks.rows_named import before_rows, rows_named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Câu 16 là 88", [("16", 0, "88")]),
        ("câu số 16: 88 người", [("16", 0, "88 người")]),
        ("Mục 2.1 → 88", [("2.1", 0, "88")]),
        ("Câu 1: 5; câu 2: 7", [("1", 0, "5"), ("2", 0, "7")]),
        ("ô E31 là 88", [("", 31, "88")]),
        ("Cau 3 co 8", [("3", 0, "8")]),
        ("Sửa 75 thành 66 ở câu 20.", [("20", 0, "Sửa 75 thành 66")]),
        ("Đính chính 12 cuộc (câu 33)", [("33", 0, "Đính chính 12 cuộc")]),
        ("Danh sách 20 người, câu 16", [("16", 0, "")]),
        ("Câu hỏi này", []),
        ("Mục tiêu 2020", []),
        ("", []),
    ],
)
def test_questions_are_named_by_number_or_cell(text, named):
    """Each with what is said of it, up to the next."""
    assert [(each.number, each.row, each.value) for each in rows_named(text)] == named


@pytest.mark.parametrize(
    ("text", "before"),
    [("Số đúng là 66. Đã xem lại câu 1", "Số đúng là 66. Đã xem lại"), ("Câu 1 là 66", ""), ("Số đúng là 66", ""), ("(câu 1) 66", "")],
)
def test_what_is_said_before_is_kept(text, before):
    """What stands before the first question that is named may speak of another; where none is named there is no before."""
    assert before_rows(text) == before
