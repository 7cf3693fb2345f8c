"""What people see, held against the hidden ids beside it."""

from __future__ import annotations

import openpyxl
import pytest

from ictscore.expr.values import unreadable
from ictscore.survey.blank.form import write_form
from ictscore.survey.blank.table import write_table
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Submission

STAGES = """
id: thu
answers:
  can_bo: {label: Tổng số cán bộ, type: count, measure: người}
  ma_hoa: {label: Máy có mã hóa, type: count, measure: máy, required: false}
  may_tinh: {label: Số máy tính, type: count, measure: máy}
stages:
  - {id: self, name: Tự chấm}
  - {id: appraised, name: Thẩm định}
  - {id: council, name: Hội đồng}
criteria:
  - {id: mot, number: "1", name: Máy tính, max_points: 5, formula: {kind: ratio, of: may_tinh, over: can_bo, when_denominator_zero: zero}}
  - {id: hai, number: "2", name: Mã hóa, max_points: 5, formula: {kind: ratio, of: ma_hoa, over: can_bo, when_denominator_zero: zero}}
"""

ROWS = [
    ["", "#unit", "can_bo", "may_tinh", "can_bo@appraised"],
    ["", "BẢNG KHẢO SÁT"],
    ["TT", "Đơn vị", "Tổng số cán bộ (người) *", "Số máy tính (máy) *", "Tổng số cán bộ (người) * – Thẩm định"],
    [1, "Sở A", 20, 10, 20],
]
MARKS = ["#id", "#number", "#label", "#measure", "#self", "#appraised"]
FORM = [
    MARKS,
    ["#unit", "Đơn vị", "", "", "Sở A"],
    ["", "TT", "Câu hỏi", "Đơn vị tính", "Tự chấm", "Thẩm định"],
    ["can_bo", 1, "Tổng số cán bộ *", "người", 20],
    ["may_tinh", 2, "Số máy tính *", "máy", 10],
]


@pytest.fixture(scope="module")
def staged(rules):
    """Return a rulebook with three stages."""
    return rules(STAGES)


def with_cells(rows, cells):
    """Return rows with other values in some cells, by row and column from 1."""
    return [[cells.get((r, c), value) for c, value in enumerate(row, 1)] for r, row in enumerate(rows, 1)]


def seen(survey):
    """Return the findings that matter here, those of blank answers and of questions without a column left out."""
    return [(each.code, each.place.cell) for each in survey.findings if each.code not in ("SV101", "SV448")]


def test_what_is_printed_as_we_print_it_passes(read, staged):
    """Labels with measures, stars and stages agree with the ids beside them."""
    assert (seen(read(ROWS, staged)), seen(read(FORM, staged))) == ([], [])


def test_columns_moved_without_their_ids_are_an_error(read, staged):
    """Two visible columns swapped under their hidden ids would swap their answers: an error at both headers, with both readings."""
    swapped = [ROWS[0], *([row[i] for i in (0, 1, 3, 2, 4)] if len(row) > 4 else row for row in ROWS[1:])]
    survey = read(swapped, staged)
    assert seen(survey)[:2] == [("SV414", "C3"), ("SV414", "D3")]
    assert survey.findings[0].severity == "error"
    assert "can_bo “Tổng số cán bộ”" in survey.findings[0].message
    assert "may_tinh “Số máy tính”" in survey.findings[0].message


def test_stages_moved_without_their_ids_are_an_error(read, staged):
    """The stage a header names must be that of its id."""
    swapped = [ROWS[0], *([row[i] for i in (0, 1, 4, 3, 2)] if len(row) > 4 else row for row in ROWS[1:])]
    assert seen(read(swapped, staged)) == [("SV414", "C3"), ("SV414", "E3")]
    assert seen(read(with_cells(FORM, {(3, 5): "Thẩm định", (3, 6): "Tự chấm"}), staged)) == [("SV414", "E3"), ("SV414", "F3")]


def test_rows_moved_without_their_ids_are_an_error(read, staged):
    """The visible rows of a form swapped beside their hidden ids are an error at both labels."""
    swapped = [*FORM[:3], ["can_bo", *FORM[4][1:]], ["may_tinh", *FORM[3][1:]]]
    assert [each for each in seen(read(swapped, staged)) if each[0] == "SV414"] == [("SV414", "C4"), ("SV414", "C5")]


def test_points_moved_without_their_ids_are_an_error(read, staged):
    """On the sheet of points too, by the criterion's number and name."""
    points = [["#id", "#number", "#label", "#council"], ["points:mot", "2", "Mã hóa", 4], ["points:hai", "1", "Máy tính"]]
    survey = read({"Phiếu": FORM, "Điểm": points}, staged)
    assert [(each.code, each.place.sheet, each.place.cell) for each in survey.findings] == [
        ("SV414", "Điểm", "C2"),
        ("SV414", "Điểm", "C3"),
        ("SV450", "Điểm", "D2"),
    ]


@pytest.mark.parametrize(
    ("rows", "cell", "text", "expected"),
    [
        (ROWS, (3, 4), "Số máy tính (chiếc) *", [("SV415", "D3")]),
        (ROWS, (3, 4), "Số máy tính bảng", [("SV415", "D3")]),
        (FORM, (5, 4), "chiếc", [("SV416", "D5")]),
        (ROWS, (3, 4), "SỐ  MÁY\nTÍNH", []),
        (FORM, (5, 3), "số máy tính", []),
        (FORM, (5, 4), "Máy", []),
    ],
)
def test_other_wording_is_warned_of(read, staged, rows, cell, text, expected):
    """A question or measure that was reworded is a warning at its cell; capitals and blanks are no other wording."""
    survey = read(with_cells(rows, {cell: text}), staged)
    assert seen(survey) == expected
    assert {each.severity for each in survey.findings if each.code != "SV448"} <= {"warning"}


@pytest.mark.parametrize(
    ("rows", "cell", "text", "where"),
    [
        (FORM, (5, 3), "Số máy tính (nghìn máy) *", "C5"),
        (FORM, (5, 4), "nghìn máy", "D5"),
        (FORM, (5, 4), "người", "D5"),
        (ROWS, (3, 4), "Số máy tính (nghìn máy) *", "D3"),
    ],
)
def test_answers_in_another_measure_are_not_read(read, staged, rows, cell, text, where):
    """Where another measure is printed, nobody knows what the number counts: an error, and the answer is unreadable."""
    survey = read(with_cells(rows, {cell: text}), staged)
    assert ("SV452", where) in seen(survey)
    assert survey.submissions[0].answers["self"]["may_tinh"].value == unreadable("may_tinh")
    assert survey.submissions[0].answers["self"]["can_bo"].value == 20


def test_the_place_of_a_tone_is_no_other_wording(read, staged):
    """“Mã hoá” and “mã hóa” are one word."""
    rows = [
        ["", "#unit", "can_bo", "may_tinh", "ma_hoa"],
        ["TT", "Đơn vị", "Tổng số cán bộ", "Số máy tính", "Máy có mã hoá"],
        [1, "Sở A", 2, 1, 1],
    ]
    assert seen(read(rows, staged)) == []


def test_a_column_that_lost_its_id_is_read_by_its_header(read, staged):
    """A header that is known says what its column holds where the id is gone, and this is noted at the header."""
    survey = read(with_cells(ROWS, {(1, 4): None}), staged)
    assert seen(survey) == [("SV417", "D3")]
    assert survey.submissions[0].answers["self"]["may_tinh"].value == 10


def test_a_row_that_lost_its_id_is_read_by_its_label(read, staged):
    """So is a row of a form, and the row of the unit's name."""
    survey = read(with_cells(FORM, {(5, 1): None, (2, 1): None}), staged)
    assert seen(survey) == [("SV417", "B2"), ("SV417", "C5")]
    assert (survey.submissions[0].unit, survey.submissions[0].answers["self"]["may_tinh"].value) == ("Sở A", 10)


def test_a_second_column_of_a_question_is_an_error(read, staged):
    """A column without an id that repeats another's question leaves open which holds."""
    survey = read([[*ROWS[0], ""], ROWS[1], [*ROWS[2], "Số máy tính"], [*ROWS[3], 99]], staged)
    assert seen(survey) == [("SV406", "F3")]
    assert [each.cell for each in survey.findings[0].related] == ["D1"]


def test_our_own_workbooks_agree_with_themselves(tmp_path, staged):
    """What this program writes is never in doubt, before and after rows swap with their ids; without them it is an error."""
    for name, data in (("b", write_table(staged, [Submission("Sở A", "g", {})])), ("p", write_form(staged, Submission("Sở A", "g", {})))):
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(data)
        survey = read_survey([path], staged.rulebook, staged.hash)
        assert [each.code for each in survey.findings if each.code not in {"SV101", "SV102", "SV103", "SV448"}] == []
    book = openpyxl.load_workbook(path)
    sheet = next(each for each in book if any(str(cell.value).startswith("points:") for cell in each["A"]))
    rows = [cell.row for cell in sheet["A"] if str(cell.value).startswith("points:")]
    sheet.cell(rows[0], 1).value, sheet.cell(rows[1], 1).value = sheet.cell(rows[1], 1).value, sheet.cell(rows[0], 1).value
    book.save(path)
    found = [(each.code, each.place.cell) for each in read_survey([path], staged.rulebook, staged.hash).findings]
    assert [each for each in found if each[0] == "SV414"] == [("SV414", f"C{row}") for row in rows]


def test_a_reworded_measure_does_not_hide_what_is_wrong_with_the_answer(read, staged):
    """The measure beside a question and its answer are each told; so is a header with another measure over such an answer."""
    form = with_cells(FORM, {(5, 4): "chiếc", (5, 5): "17l"})
    assert seen(read(form, staged)) == [("SV416", "D5"), ("SV236", "E5")]
    both = with_cells(ROWS, {(3, 4): "Số máy tính (chiếc) *", (4, 4): "17l"})
    assert seen(read(both, staged)) == [("SV415", "D3"), ("SV236", "D4")]
