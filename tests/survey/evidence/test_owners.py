"""Promises about whose a folder is: a unit's by any of its names, and nobody's by a topic."""

from __future__ import annotations

import unicodedata

import pytest

from ictscore.places import Place
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.units import load_units
from ictscore.survey.evidence.owners import Owners
from ictscore.survey.matching.matcher import Matcher
from ictscore.survey.submission import Submission

SENT = (
    Submission("Sở Nội vụ", "so", {}, place=Place("nhan/phieu_SNV.xlsx")),
    Submission("Sở Ngoại vụ", "so", {}, place=Place("nhan/b.xlsx")),
    Submission("Xã Tân Thành", "xa", {}, parent="Huyện Hàm Thuận Nam", place=Place("nhan/c.xlsx")),
    Submission("Xã Tân Thành", "xa", {}, parent="Huyện Hàm Tân", place=Place("nhan/d.xlsx")),
)


@pytest.fixture(scope="module")
def listed():
    """Return the owners by a shipped list of units, nothing having come."""
    loaded = load_rulebook("binhthuan-2019")
    return Owners((), Matcher(load_units(loaded), loaded.rulebook.jurisdiction))


@pytest.mark.parametrize(
    "folder",
    [
        "Sở Nội vụ",
        "SỞ NỘI VỤ",
        unicodedata.normalize("NFD", "Sở Nội vụ"),
        "So Noi vu",
        "so_noi_vu",
        "01. Sở Nội vụ",
        "3_Minh chứng của Sở Nội vụ (bổ sung lần 2)",
        "phieu_SNV",
        "Sở Nội vụ/2019/Họp",
        "Khối sở/Sở Nội vụ",
    ],
)
def test_a_folder_is_the_units_whose_name_it_bears(folder):
    """However the name is written, and whatever stands before or behind it; the name of its form's file will do too."""
    owner = Owners(SENT).of(folder)
    assert owner is not None
    assert owner.unit == ("sở nội vụ", "")
    assert owner.is_sure


@pytest.mark.parametrize("folder", ["", "Quyết định", "2019", "Sở", "Sở Tài chính", "Xã Tân Thành"])
def test_a_folder_may_be_nobodys(folder):
    """A topic, a year, a unit that did not come, and a name that two units bear say nothing."""
    assert Owners(SENT).of(folder) is None


def test_a_parents_folder_tells_units_of_one_name_apart():
    """Of two communes of one name the one is meant in whose district's folder it lies."""
    sent = (*SENT, Submission("Huyện Hàm Tân", "huyen", {}, place=Place("nhan/e.xlsx")))
    assert Owners(sent).of("Huyện Hàm Tân/Xã Tân Thành").unit == ("xã tân thành", "huyện hàm tân")


def test_the_list_knows_more_names(listed):
    """A unit's id, short name and former name are its folder's as well."""
    assert listed.of("so-noi-vu").unit[0] == "sở nội vụ"
    assert listed.of("TX La Gi").unit[0] == "ubnd thị xã la gi"


def test_a_part_of_a_name_is_not_sure(listed):
    """“Kế hoạch” may be the department of planning's, or hold plans: its files are not kept from others."""
    assert listed.of("Kế hoạch").is_sure is False
    assert listed.of("Sở Kế hoạch và Đầu tư").is_sure is True


def test_inside_a_units_folder_a_topic_is_a_topic(listed):
    """In the folder of one unit, “Kế hoạch” or “Y tế” is its own."""
    assert {listed.of(f"Sở Nội vụ/{each}").unit[0] for each in ("Kế hoạch", "Y tế", "Sở Tài chính")} == {"sở nội vụ"}
