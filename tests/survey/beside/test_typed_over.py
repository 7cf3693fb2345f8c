"""Promises about numbers typed over what a form prints of a question."""

from __future__ import annotations

import pytest

MARKS = ["#id", "#number", "#label", "#measure", "#self", "#evidence", "#note"]
STAMP = {"kind": "form", "rulebook": "thu", "group": "a", "unit": "Sở Nội vụ"}
ROWS = [
    MARKS,
    ["#unit", "Đơn vị", "", "", "Sở Nội vụ"],
    ["can_bo", 1, "Tổng số cán bộ", "người", 20],
    ["may_tinh", 2, "Số máy tính", "máy", 10],
    ["kinh_phi", 3, "Kinh phí", "", ""],
    ["co_mang", 4, "Có mạng", "", ""],
]


def changed(row: int, column: int, value: object) -> list[list[object]]:
    """Return our form with one cell typed over, both counted from 1."""
    return [[value if (at, number) == (row, column) else each for number, each in enumerate(line, 1)] for at, line in enumerate(ROWS, 1)]


@pytest.mark.parametrize(
    ("row", "column", "value", "codes"),
    [
        (5, 3, 7, ["SV415", "SV454"]),
        (5, 4, 7, ["SV416", "SV454"]),
        (5, 2, 7, ["SV454"]),
        (4, 2, 12, ["SV453"]),
        (4, 2, 10, []),
        (4, 3, "12", ["SV415", "SV453"]),
        (5, 2, "II", []),
        (5, 2, "²", ["SV613"]),
        (3, 2, 7, []),
        (6, 3, 1, ["SV415"]),
    ],
)
def test_a_number_that_nobody_printed_is_held_against_the_answer(read, found, row, column, value, codes):
    """Over the text, the number or the measure of a question for a number; the same number, and what is no number, says nothing."""
    survey = read(changed(row, column, value), stamp=STAMP)
    assert sorted(code for code, _ in found(survey)) == codes


def test_numbers_as_they_are_printed_say_nothing(read, found):
    """Nor do those of a form that numbers its questions in parts, or not at all."""
    assert found(read(ROWS, stamp=STAMP)) == []
    for numbers in (("1.1", "1.2", "2.1", "2.2"), ("", "", "", ""), (1, 2, 1, 2), (3, 4, 1, 2)):
        rows = [*ROWS[:2], *([line[0], number, *line[2:]] for line, number in zip(ROWS[2:], numbers, strict=True))]
        assert found(read(rows, stamp=STAMP)) == []
