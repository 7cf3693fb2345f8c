"""Promises about matching: each step says how it knew, neighbours are told apart, and what may be somebody else is asked."""

from __future__ import annotations

import unicodedata

import pytest

from ictscore.spelling import bare
from ictscore.survey.matching.matcher import Matcher


@pytest.mark.parametrize(
    ("name", "kind", "step", "unit"),
    [
        ("Sở Nội vụ", "exact", "exact", "Sở Nội vụ"),
        ("Sở TT&TT", "exact", "exact", "Sở Thông tin và Truyền thông"),
        ("Sở Bưu chính - Viễn thông", "understood", "former", "Sở Thông tin và Truyền thông"),
        ("P. Phú Thủy", "understood", "kind", "Phường Phú Thủy"),
        ("TP Phan Thiết", "understood", "kind", "UBND thành phố Phan Thiết"),
        ("so noi vu", "understood", "kind", "Sở Nội vụ"),
        ("Sở NN&PTNT", "understood", "letters", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Sowr Nooji vuj", "understood", "keys", "Sở Nội vụ"),
        ("Sở Thông tni và Truyền thông", "understood", "near", "Sở Thông tin và Truyền thông"),
    ],
)
def test_each_step_says_how_it_knew(matcher, name, kind, step, unit):
    """A match says by which step it came about; only a name as the list has it passes silently."""
    found = matcher.match(name)
    assert (found.kind, found.step, found.unit.name) == (kind, step, unit)


@pytest.mark.parametrize("name", ["Sở Nội vụ", "Sở Ngoại vụ", "UBND huyện Hàm Thuận Bắc", "UBND huyện Hàm Thuận Nam", "UBND thị xã La Gi"])
def test_neighbours_are_told_apart(matcher, name):
    """Units whose names differ in one telling word are each themselves."""
    assert matcher.match(name).unit.name == name
    assert matcher.match(bare(name)).unit.name == name


def test_letters_that_fit_two_are_asked(matcher):
    """SNV is Nội vụ as much as Ngoại vụ: both are offered."""
    found = matcher.match("SNV")
    assert found.kind == "asked"
    assert {each.name for each in found.candidates} == {"Sở Nội vụ", "Sở Ngoại vụ"}


def test_two_units_of_one_name_are_told_apart_by_what_is_said(matcher):
    """Where the name fits two, the parent said beside it decides; without it both are offered."""
    assert matcher.match("Xã Tân Hà").kind == "asked"
    found = matcher.match("Xã Tân Hà", lambda unit: unit.parent == "ubnd-huyen-duc-linh")
    assert (found.kind, found.unit.id) == ("exact", "xa-tan-ha-dl")


def test_the_parent_in_the_name_decides(matcher):
    """“Xã Tân Hà, huyện Đức Linh” names one of the two."""
    assert matcher.match("Xã Tân Hà, huyện Đức Linh").unit.id == "xa-tan-ha-dl"
    assert matcher.match("Xã Tân Hà - Hàm Tân").unit.id == "xa-tan-ha-ht"


def test_another_kind_is_another_unit(matcher):
    """A town is not the city of its name; the unit of that name is offered."""
    found = matcher.match("TP La Gi")
    assert (found.kind, [each.name for each in found.candidates]) == ("asked", ["UBND thị xã La Gi"])


def test_whoever_is_named_in_full_is_offered_before_those_called_alike(matcher):
    """A name that holds a unit's whole name is not that of another district; that one is not offered."""
    found = matcher.match("VP UBND huyện Bắc Bình")
    assert (found.kind, found.candidates[0].name) == ("asked", "UBND huyện Bắc Bình")
    assert "UBND huyện Đức Linh" not in [each.name for each in found.candidates]


def test_a_shared_short_name_is_asked(listed):
    """A short name that two units have is asked although it stands in the list."""
    both = ("{id: a, name: Trường Một, group: g, short_names: [Trường]}", "{id: b, name: Trường Hai, group: g, short_names: [Trường]}")
    units = listed(f"units: [{', '.join(both)}]")
    assert Matcher(units).match("Trường").kind == "asked"


@pytest.mark.parametrize(
    ("known", "typed"),
    [
        ("Trung tâm Khuyến công", "Trung tâm Khuyến nông"),
        ("Trung tâm Khuyến nông", "Trung tâm Khuyến công"),
        ("Trường THPT Lê Lợi", "Trường THPT Lê Lai"),
        ("Trường THPT Trần Phú", "Trường THPT Trần Phúc"),
        ("Trường THPT Nguyễn Trãi", "Trường THPT Nguyễn Trị"),
        ("Trường Tiểu học Hòa Bình", "Trường Tiểu học Hòa Minh"),
        ("Trường Tiểu học Tân Phú", "Trường Tiểu học Phú Tân"),
        ("Bệnh viện Đa khoa Bắc Bình", "Bệnh viện Đa khoa Bắc Ninh"),
        ("Trường Mầm non Hoa Mai", "Trường Mầm non Hoa Mây"),
        ("Trường Mầm non Hoa Mai I", "Trường Mầm non Hoa Mai II"),
        ("UBND huyện Đắk Mil", "UBND huyện Đắk Mol"),
    ],
)
def test_another_word_is_asked_although_only_one_unit_is_like_it(listed, known, typed):
    """A name in which one word may be another word is somebody else's as likely as not: the unit like it is offered, not taken."""
    found = Matcher(listed(f"units: [{{id: a, name: {known}, group: g}}, {{id: b, name: Sở Tư pháp, group: g}}]")).match(typed)
    assert (found.kind, [each.name for each in found.candidates]) == ("asked", [known])


FORMER = """units:
  - {id: ct, name: Sở Công Thương, group: g, former_names: [Sở Công nghiệp]}
  - {id: xd, name: Sở Xây dựng, group: g, former_names: [Sở Giao thông]}
  - {id: gt, name: Sở Giao thông vận tải, group: g}
  - {id: tc, name: Ban Tổ chức Tỉnh ủy, group: g}
  - {id: th, name: Ban Tổ chức Huyện ủy, group: h}
"""


@pytest.mark.parametrize("typed", ["Sở Nông nghiệp", "Sở Công nghiệpp", "SCN"])
def test_a_former_name_is_never_guessed(listed, typed):
    """A former name is understood as it was written, but no letters and no slips make one."""
    matcher = Matcher(listed(FORMER))
    assert matcher.match("Sở Công nghiệp").unit.id == "ct"
    assert matcher.match(typed).kind == "asked"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("Sở Giao thông", ["xd", "gt"]), ("so giao thong", ["xd", "gt"]), ("Ban Tổ chức", ["tc", "th"]), ("BTC", ["tc", "th"])],
)
def test_a_name_with_which_others_begin_is_asked(listed, typed, offered):
    """A former name, or one without its end, that is the beginning of another unit's name may mean that one."""
    matcher = Matcher(listed(FORMER))
    found = matcher.match(typed)
    assert (found.kind, [each.id for each in found.candidates]) == ("asked", offered)
    assert matcher.match("Ban Tổ chức Tỉnh ủy").unit.id == "tc"


def test_every_name_of_every_list_is_its_own(matcher, units):
    """Each unit is known by each of its own names, however it is capitalised and composed."""
    for unit in units.units:
        for name in (unit.name, *unit.short_names):
            for spelt in (name, name.upper(), unicodedata.normalize("NFD", name)):
                found = matcher.match(spelt)
                assert found.kind == "exact" or unit.name == "Xã Tân Hà"
                assert unit in found.candidates
