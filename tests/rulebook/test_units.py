"""Promises about lists of units: what they may say, where each slip stands, and that the shipped ones are sound."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ictscore.errors import FileRefused, RulebookRefused
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.shipped import shipped_ids
from ictscore.rulebook.unit_list import UnitFile, UnitSpec
from ictscore.rulebook.units import UNITS_FILE, examine_units, load_units

RULES = """
id: thu
answers: {x: {label: Số, type: count}}
groups:
  - {id: a, max_points: 10, members: [Sở Nội vụ, Sở Y tế], excluded: [Công an tỉnh]}
  - {id: b, max_points: 10, unit_count: 3}
criteria:
  - {id: c, max_points: 10, formula: {kind: count, of: x, each: 1}}
"""
THIRD = "- {id: z, name: Ba, group: b}\n"
PROVINCES = ("binhthuan-2019", "binhthuan-2020", "binhthuan-dang-2019", "khanhhoa-2018", "quangbinh-2018", "tuyenquang-2019")


@pytest.fixture(scope="module")
def loaded(rules):
    """Return a rulebook with a closed group and a counted one."""
    return rules(RULES)


@pytest.fixture
def found(loaded, tmp_path):
    """Return what writes a list down and gives the codes of its findings with their lines and columns."""

    def make(text):
        path = tmp_path / UNITS_FILE
        path.write_text(text, encoding="utf-8")
        return [(each.code, each.place.line, each.place.column) for each in examine_units(loaded, path)[1]]

    return make


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        (["RB203"], "- {id: x, name: Một, group: b}\n- {id: »x, name: Hai, group: b}\n- {id: z, name: Ba, group: b}\n"),
        (["RB202"], "- {id: x, name: Một, group: »c}\n"),
        (["UN147", "RB202"], "»- {id: x, name: Một, group: b, parent: »y}\n"),
        (["UN145"], "»- {id: x, name: Sở Nội vụ, group: a}\n"),
        (["UN146"], "- {id: x, name: Sở Nội vụ, group: a}\n- {id: y, name: Sở Y tế, group: a}\n- {id: z, name: »Sở Y tê, group: a}\n"),
        (["UN140"], "- {id: x, name: Phú Thủy, group: b}\n- {id: y, name: »PHÚ THUỶ, group: b}\n- {id: z, name: Ba, group: b}\n"),
        (
            ["UN141"],
            "- {id: x, name: Một, group: b, short_names: [»Trường]}\n- {id: y, name: Trường, group: b}\n- {id: z, name: Ba, group: b}\n",
        ),
        (["UN142"], "- {id: x, name: X, group: b, valid_from: 2020-01-01, valid_to: »1/1/2019}\n- {id: y, name: Y, group: b}\n" + THIRD),
        (
            ["UN144", "UN144"],
            "- {id: x, name: Một, group: b, parent: »y}\n- {id: y, name: Hai, group: b, parent: »x}\n- {id: z, name: Ba, group: b}\n",
        ),
        (["RB101"], "- {id: x, name: Một, group: b, »nhom: 1}\n"),
    ],
)
def test_every_slip_stands_at_its_place(found, codes, text):
    """Ids used twice, ways that lead nowhere, names alike or shared, days exchanged, circles, and what differs from the rulebook (at »)."""
    whole = f"units:\n{text}"
    places = []
    for before in whole.split("»")[:-1]:
        places.append((places[-1] if places else "") + before)
    wanted = [(code, each.count("\n") + 1, len(each.rpartition("\n")[2]) + 1) for code, each in zip(codes, places, strict=True)]
    assert found(whole.replace("»", "")) == wanted


def test_a_list_of_another_rulebook_or_none_at_all(found):
    """A list says for which rulebook it is, and has a unit at least."""
    units = "units:\n- {id: x, name: Sở Nội vụ, group: a}\n- {id: y, name: Sở Y tế, group: a}\n"
    assert found(f"rulebook: thu\n{units}") == []
    assert found(f"rulebook: khac\n{units}") == [("UN143", 1, 11)]
    assert [code for code, _, _ in found("units: []\n")] == ["RB104"]
    assert [code for code, _, _ in found("units:\n- {id: x\n")] == ["RB003"]


def test_namesakes_under_different_parents_are_two(found):
    """Two communes of one name in two districts are two units."""
    text = "units:\n- {id: h, name: Huyện H, group: b}\n- {id: x, name: Xã A, group: b, parent: h}\n- {id: y, name: Xã A, group: b}\n"
    assert found(text) == []


def test_a_list_with_an_error_is_refused_and_a_warning_is_not(loaded, tmp_path):
    """Whoever uses a list gets a sound one, or everything that is wrong with it."""
    path = tmp_path / UNITS_FILE
    path.write_text("units:\n- {id: x, name: Một, group: b}\n", encoding="utf-8")
    units = load_units(loaded, path)
    assert units is not None
    assert units.place(units.unit("x")).line == 2
    path.write_text("units:\n- {id: x, name: Một, group: z}\n", encoding="utf-8")
    with pytest.raises(RulebookRefused):
        load_units(loaded, path)


def test_a_list_that_is_not_there(loaded, tmp_path):
    """A list asked for must be there; beside a rulebook there need be none."""
    assert load_units(loaded) is None
    with pytest.raises(FileRefused) as refused:
        load_units(loaded, tmp_path / "khong-co.yaml")
    assert refused.value.findings[0].code == "IO101"


def test_a_unit_counts_from_day_to_day():
    """The first and the last day belong to a unit's time; without them it has always been there."""
    unit = UnitSpec(id="x", name="Một", group="b", valid_from=date(2019, 1, 1), valid_to=date(2020, 12, 31))
    days = [date(2018, 12, 31), date(2019, 1, 1), date(2020, 12, 31), date(2021, 1, 1)]
    assert [unit.is_valid_on(each) for each in days] == [False, True, True, False]
    assert UnitSpec(id="x", name="Một", group="b").is_valid_on(date(1900, 1, 1))


@pytest.mark.parametrize("identifier", PROVINCES)
def test_the_shipped_lists_are_sound(identifier):
    """Each provincial rulebook has a list without a finding; whatever a source states or implies names its source in the rulebook."""
    loaded = load_rulebook(identifier)
    units, findings = examine_units(loaded)
    assert findings == ()
    assert units is not None
    for each in units.units:
        assert (each.source is None) == (each.basis == "sample")
        assert each.source is None or each.source in loaded.rulebook.sources


def test_the_other_shipped_rulebooks_have_none():
    """Rulebooks of ministries and provinces of the whole country come without a list."""
    assert [each for each in shipped_ids() if load_units(load_rulebook(each)) is not None] == list(PROVINCES)


@pytest.mark.parametrize(
    ("identifier", "stated"),
    [
        ("binhthuan-2019", []),
        ("binhthuan-2020", ["Văn phòng UBND tỉnh", "Thanh tra tỉnh"]),
        (
            "binhthuan-dang-2019",
            ["Huyện ủy Tuy Phong", "Huyện ủy Bắc Bình", "Ủy ban MTTQ Việt Nam tỉnh", "Báo Bình Thuận", "Trường Chính trị tỉnh"],
        ),
        ("khanhhoa-2018", ["Văn phòng Đoàn ĐBQH", "Văn phòng HĐND tỉnh", "Ban Quản lý Khu kinh tế Vân Phong"]),
        ("quangbinh-2018", ["Ban Quản lý Khu kinh tế"]),
        ("tuyenquang-2019", []),
    ],
)
def test_only_what_sources_name_is_stated(identifier, stated):
    """Units that a source names for the regulation are the stated ones; all others are inferred, or made up for the samples."""
    units = load_units(load_rulebook(identifier))
    assert units is not None
    assert [each.name for each in units.units if each.basis == "stated"] == stated


def test_every_key_is_documented():
    """The page about lists of units explains each of its keys."""
    page = (Path(__file__).resolve().parents[2] / "docs" / "units.md").read_text(encoding="utf-8")
    assert [key for model in (UnitFile, UnitSpec) for key in model.model_fields if f"`{key}`" not in page] == []
