"""Promises about files of which nothing could be read: they are a unit's only by a name that is that unit's alone."""

from __future__ import annotations

import pytest

from ictscore.rulebook.unit_list import UnitList, UnitSpec
from ictscore.survey.matching.names import Names
from ictscore.survey.noting import Notes
from ictscore.survey.submission import InputRecord
from ictscore.survey.units.by_file_name import owners_by_name

UNITS = UnitList(
    "units.yaml",
    "0",
    (
        UnitSpec(id="nv", name="Sở Nội vụ", group="a"),
        UnitSpec(id="tt", name="Sở Thông tin và Truyền thông", group="a", short_names=("Sở TT&TT",)),
        UnitSpec(id="hb", name="UBND huyện Hàm Thuận Bắc", group="b"),
        UnitSpec(id="hn", name="UBND huyện Hàm Thuận Nam", group="b"),
        UnitSpec(id="x1", name="Xã Tân Hà", group="c", parent="hb"),
        UnitSpec(id="x2", name="Xã Tân Hà", group="c", parent="hn"),
    ),
)


def owners(file, units=UNITS):
    """Return whose a file is, and what is said of it."""
    notes = Notes()
    names = Names(units, "Tỉnh Bình Thuận") if units is not None else None
    return [each.unit for each in owners_by_name([InputRecord(file, "0" * 64, 9)], names, notes)], [each.code for each in notes.findings()]


@pytest.mark.parametrize(
    ("file", "unit"),
    [
        ("So-Noi-vu.xlsx", "Sở Nội vụ"),
        ("nhan/Sở Nội vụ.xlsx", "Sở Nội vụ"),
        ("nhan\\SO_NOI_VU.XLSX", "Sở Nội vụ"),
        ("Phiếu Sở Nội vụ (1).xlsx", "Sở Nội vụ"),
        ("so noi vu gui lai.xlsx", "Sở Nội vụ"),
        ("Sở Nội vụ - Copy.xlsx", "Sở Nội vụ"),
        ("So-Noi-vu", "Sở Nội vụ"),
        ("nhan/So-Noi-vu.xlsx.tmp", "Sở Nội vụ"),
        ("So-Noi-vu (1).xls.bak", "Sở Nội vụ"),
        ("Sở TT&TT.xlsx", "Sở Thông tin và Truyền thông"),
        ("UBND-huyen-Ham-Thuan-Nam.xlsx", "UBND huyện Hàm Thuận Nam"),
    ],
)
def test_a_file_that_bears_a_units_name_is_the_units(file, unit):
    """With and without marks, and with what copying, downloading and sending again adds to a name."""
    assert owners(file) == ([unit], ["UN155"])


@pytest.mark.parametrize("file", ["phieu.xlsx", "SNV.xlsx", "Ham-Thuan.xlsx", "Xa-Tan-Ha.xlsx", "Sở Nội vụ và Sở TT&TT.xlsx", "1.xlsx"])
def test_any_other_name_leaves_a_file_nobodys(file):
    """What is short, names two units or none, or is only near to a name, is no ground to ask a unit."""
    assert owners(file) == ([], [])


def test_without_a_list_a_name_says_nothing():
    """There is nobody it could be held against."""
    assert owners("So-Noi-vu.xlsx", None) == ([], [])
