"""Tables as people make them: headers, rows and columns in any order, and everything beside the answers."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

HEAD = ["unit", "group", "can_bo", "may_tinh"]
ROW = ["Sở Nội vụ", "a", 20, 10]
OTHER = ["Sở Y tế", "a", 30, 10]
QUIET = ("SV401", "SV402")


def values(survey, unit=0):
    """Return the numbers a unit gave."""
    own = survey.submissions[unit].answers["self"]
    return {name: answer.value for name, answer in own.items() if isinstance(answer.value, (Fraction, str))}


def filled(rows):
    """Return rows with a text in a last column, so that no column is missing."""
    return [[*rows[0], "loi_ghi"], *([*row, "đủ"] for row in rows[1:])]


def test_a_plain_table_is_read(read, found):
    """A header of ids and a row give a submission, its answers at their cells."""
    survey = read(filled([HEAD, ROW]))
    assert [(each.unit, each.group) for each in survey.submissions] == [("Sở Nội vụ", "a")]
    assert values(survey) == {"can_bo": 20, "may_tinh": 10, "loi_ghi": "đủ"}
    assert survey.submissions[0].answers["self"]["can_bo"].place.cell == "C2"
    assert found(survey) == []


def test_labels_with_measures_stars_and_capitals_are_headers(read, found):
    """Headers are recognised by labels, folded, with their measure and the star of required answers."""
    rows = [["TÊN ĐƠN VỊ", "Nhóm", "tổng số  cán bộ (người)*", "Số máy ti\u0301nh:"], ROW]
    survey = read(rows)
    assert values(survey) == {"can_bo": 20, "may_tinh": 10}
    assert found(survey) == []


def test_the_header_may_stand_below_titles(read, found):
    """Title rows above the header are not read."""
    survey = read([["KHẢO SÁT NĂM 2020"], ["Tỉnh Bình Thuận"], [], HEAD, ROW])
    assert values(survey) == {"can_bo": 20, "may_tinh": 10}
    assert found(survey) == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(columns=st.permutations(range(4)), order=st.permutations(range(3)))
def test_order_of_rows_and_columns_does_not_matter(read, columns, order):
    """However rows and columns are permuted, every unit keeps its answers."""
    units = [ROW, OTHER, ["UBND huyện A", "b", 40, 40]]
    rows = [[row[column] for column in columns] for row in (HEAD, *(units[index] for index in order))]
    for name in ("bang.xlsx", "bang.csv"):
        survey = read(rows, name=name)
        read_back = {each.unit: (each.group, values(survey, index)) for index, each in enumerate(survey.submissions)}
        assert read_back == {name: (group, {"can_bo": a, "may_tinh": b}) for name, group, a, b in units}


def test_running_numbers_and_remarks_are_no_answers(read, found):
    """Columns such as STT are passed over in silence, and so is an empty one for notes; that notes were not read is said."""
    assert found(read([["STT", *HEAD, "Ghi chú"], [1, *ROW]])) == []
    assert found(read([["STT", *HEAD, "Ghi chú"], [1, *ROW, "đã gửi"]])) == [("SV429", "F2")]


def test_a_table_without_names_of_units_is_an_error(read, found):
    """Without a column of units nothing can be read."""
    assert found(read([["tên", "can_bo", "may_tinh"], ROW[1:]])) == [("SV410", "1:1"), ("SV413", "")]


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (["Tổng cộng", "", 50, 20], "4:4"),
        (["TỔNG SỐ:", None, 50, 20], "4:4"),
        (["Ghi chú: số liệu đến 30/11"], "4:4"),
        (["* chưa đủ"], "4:4"),
        (HEAD, "4:4"),
        (["# kiểm tra", "a", 5, 5], "4:4"),
    ],
)
def test_rows_that_are_no_units_are_left_out_with_a_note(read, found, row, cell):
    """Totals, footnotes, repeated headers and comments are left out, and said to be."""
    survey = read([HEAD, ROW, OTHER, row])
    assert len(survey.submissions) == 2
    assert found(survey) == [("SV407", cell)]


def test_a_total_beside_the_names_is_left_out(read, found):
    """“Tổng” in the column of running numbers marks a total too."""
    survey = read([["STT", *HEAD], [1, *ROW], ["Tổng", None, None, 20, 10]])
    assert found(survey) == [("SV407", "3:3")]


def test_rows_of_running_numbers_only_are_blank(read, found):
    """A row prepared for a unit that never came is blank."""
    assert found(read([["STT", *HEAD], [1, *ROW], [2], [3]])) == []


def test_a_row_without_a_name_is_an_error(read, found):
    """Numbers without a unit's name belong to nobody."""
    survey = read([HEAD, ROW, [None, "a", 5, 5]])
    assert found(survey) == [("UN101", "A3")]


def test_a_name_without_answers_is_asked_about(read, found):
    """A row that only names something is either a unit that forgot to answer or no unit at all."""
    assert found(read([HEAD, ROW, ["I. Các sở", "a"]])) == [("SV103", "A3")]


def test_blank_answers_are_missing_at_their_cells(read, found):
    """A blank required answer is a warning at its cell."""
    assert found(read([HEAD, ["Sở Nội vụ", "a", 20]])) == [("SV101", "D2")]


def test_later_stages_and_points_have_their_columns(read, found, staged):
    """``answer@stage`` and ``points:criterion@stage`` are read into their stages."""
    head = [*HEAD, "can_bo@appraised", "points:may@council"]
    survey = read([head, [*ROW, 25, 9.5], [*OTHER, None, None]], staged)
    first, second = survey.submissions
    assert first.answer("can_bo", "council").value == 25
    assert first.points["council"]["may"].value == Fraction("9.5")
    assert second.answer("can_bo", "council").value == 30
    assert second.points == {}
    assert found(survey) == []


def test_a_stage_the_rulebook_does_not_have_gives_nothing(read, found):
    """Under a rulebook without a council nobody gives points as one: the column is refused by name, and nothing of it counts."""
    survey = read([[*HEAD, "can_bo@appraised", "points:may@council"], [*ROW, 25, 9.5]])
    assert found(survey) == [("SV471", "E1"), ("SV471", "F1")]
    assert "“points:may@council” names the stage “council”, which the rulebook does not have" in survey.findings[1].message
    assert survey.submissions[0].answer("can_bo", "council").value == 20
    assert survey.submissions[0].points == {}
    assert survey.latest_stage() == "self"


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("points:may@Council", "points:may@council"), ("points:may @ council", "points:may@council"),
        ("points:mai@council", "points:may@council"), ("can_bo@apraised", "can_bo@appraised"), ("points:may@hoi_dong", None),
    ],
)  # fmt: skip
def test_a_slip_in_a_mark_is_an_error(read, found, staged, heading, meant):
    """Points of the council are not dropped with a warning because their column is spelt otherwise."""
    survey = read([[*HEAD, heading], [*ROW, 9]], staged)
    assert found(survey) == [("SV472", "E1")]
    message = next(each.message for each in survey.findings if each.code == "SV472")
    assert meant is None or f"did you mean “{meant}”?" in message


def test_points_beyond_the_maximum_are_an_error(read, found, staged):
    """Points a stage gives lie within the criterion's bounds."""
    assert found(read([[*HEAD, "points:may@council"], [*ROW, 11]], staged)) == [("SV208", "E2")]


def test_marked_tables_are_read_by_their_marks(read, found):
    """The hidden row of marks says what the columns hold; the visible header, and columns without a mark, are not answers."""
    rows = [
        ["", "#unit", "#group", "can_bo", "may_tinh"],
        ["", "BẢNG KHẢO SÁT"],
        ["TT", "Đơn vị", "Nhóm", "Cán bộ", "Máy", "Thêm"],
        [1, "Sở Nội vụ", "a", 20, 10, 99],
        [2],
    ]
    survey = read(rows)
    assert values(survey) == {"can_bo": 20, "may_tinh": 10}
    assert found(survey) == [("SV415", "D3"), ("SV415", "E3"), ("SV403", "F3")]


def test_a_sheet_per_group_needs_no_column(read, found):
    """A sheet named like a group, its name or its annex says the group of its units."""
    rows = [["unit", "can_bo", "may_tinh"]]
    sheets = {"Phụ lục I": [*rows, ["Sở A", 4, 2]], "nhóm HAI": [*rows, ["Sở B", 4, 2]], "Ghi chép": [["Xin chào"]]}
    survey = read(sheets)
    assert [(each.unit, each.group) for each in survey.submissions] == [("Sở A", "a"), ("Sở B", "b")]
    assert found(survey) == [("SV402", "")]


def test_nothing_recognisable_is_an_error(read, found):
    """A workbook with neither marks nor headers is refused by name."""
    assert found(read([["Xin chào"], ["1", "2"]])) == [("SV401", ""), ("SV413", "")]


def test_a_header_without_units_is_warned_of(read, found):
    """A blank table is no survey."""
    assert found(read([HEAD])) == [("SV412", "1:1"), ("SV413", "")]
