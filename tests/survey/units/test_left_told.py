"""Promises about usual lines that speak of somebody else: another unit that signs, another group, another decision, another year."""

from __future__ import annotations

import pytest

from ictscore.rulebook.unit_list import UnitList, UnitSpec
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey

RULES = """
id: thu
jurisdiction: Tỉnh Bình Thuận
rounds: {years: [2020]}
decision: {number: 1944/QĐ-UBND, issuer: UBND tỉnh Bình Thuận, source: {ref: luat, basis: stated}}
answers:
  nguoi: {label: Tổng số cán bộ, type: count}
  may: {label: Số máy tính, type: count}
  mang: {label: Số mạng nội bộ, type: count}
groups:
  - {id: a, name: Nhóm áp dụng Phụ lục I, annex: I, max_points: 10}
  - {id: b, name: Nhóm áp dụng Phụ lục II, annex: II, max_points: 10}
criteria:
  - {id: k, max_points: 10, formula: {kind: formula, expr: nguoi + may + mang}}
"""
UNITS = UnitList(
    "units.yaml",
    "0",
    (
        UnitSpec(id="yt", name="Sở Y tế", group="a"),
        UnitSpec(id="nv", name="Sở Nội vụ", group="a"),
        UnitSpec(id="tp", name="UBND huyện Tuy Phong", group="b"),
    ),
)
TABLE = [["STT", "Nội dung", "Số liệu"], [1, "Tổng số cán bộ", 20], [2, "Số máy tính", 12], [3, "Số mạng nội bộ", 1]]


@pytest.fixture
def left(rules, write):
    """Return what is told of the form of Sở Nội vụ with lines above and below its questions."""
    loaded = rules(RULES)

    def make(above=(), below=()):
        path = write([["Đơn vị:", "Sở Nội vụ"], *([each] for each in above), *TABLE, [], *([each] for each in below)])
        survey = read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(units=UNITS))
        return [str(each) for found in survey.findings if found.code == "SV613" for each in found.values["read"]]

    return make


@pytest.mark.parametrize(
    "line", ["GIÁM ĐỐC SỞ Y TẾ", "TM. UBND HUYỆN TUY PHONG", "Chủ tịch UBND huyện Tuy Phong", "CHÁNH VĂN PHÒNG SỞ Y TẾ"]
)
def test_another_unit_that_signs_is_told(left, line):
    """Its director does not sign for Sở Nội vụ."""
    assert left(below=[line]) == [f"A7 “{line}”"]


@pytest.mark.parametrize(
    "line", ["GIÁM ĐỐC SỞ NỘI VỤ", "TM. UBND TỈNH", "KT. GIÁM ĐỐC", "Nguyễn Văn Nam", "Phan Thiết, ngày 05 tháng 10 năm 2020"]
)
def test_the_unit_itself_signs(left, line):
    """Its own name, the province, an office without a name."""
    assert left(below=[line]) == []


@pytest.mark.parametrize(
    ("line", "is_told"), [("Phụ lục II", True), ("(Nhóm áp dụng Phụ lục II)", True), ("PHỤ LỤC I", False), ("Phụ lục III", False)]
)
def test_the_name_of_another_group_is_told(left, line, is_told):
    """The unit is of the first; an annex of no group is a title."""
    assert left(above=[line]) == ([f"A2 “{line}”"] if is_told else [])


@pytest.mark.parametrize(
    "line",
    [
        "Theo Quyết định 1867/QĐ-UBND ngày 23/7/2020 của UBND tỉnh Bình Thuận",
        "(Ban hành kèm theo Quyết định số 3333/QĐ-UBND ngày 12/10/2018 của UBND tỉnh)",
        "Kèm theo Công văn số 12/SYT-VP ngày 12/10/2018",
        "Ngày lập: 12/10/2018",
        "Ngày gửi phiếu: 12/01/2019",
    ],
)
def test_another_decision_and_another_year_are_told(left, line):
    """Last year’s form typed again names its decision, and papers and days of then."""
    assert left(above=[line]) == [f"A2 “{line}”"]


@pytest.mark.parametrize(
    "line",
    [
        "Theo Quyết định 1944/QĐ-UBND ngày 13/8/2020 của UBND tỉnh Bình Thuận",
        "(Ban hành kèm theo Quyết định số        /QĐ-UBND ngày     /    /2020 của UBND tỉnh)",
        "Kèm theo Công văn số 12/STTTT-CNTT ngày 12/01/2021",
        "Ngày lập: 12/10/2020",
    ],
)
def test_the_decision_and_the_round_are_usual(left, line):
    """Its own decision, or one whose number is left open; days of the round or the year after."""
    assert left(above=[line]) == []
