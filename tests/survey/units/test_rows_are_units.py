"""Every unit of every list, however it is written, is a row that counts: none is taken for a heading, a total, a note or nobody."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path

import pytest
import yaml

from ictscore.documents import read_document
from ictscore.rulebook.typed import read_model
from ictscore.rulebook.unit_list import UnitFile, UnitList
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey

HERE = Path(__file__).parents[1] / "matching"
RULEBOOKS = Path(__file__).parents[3] / "rulebooks"
LISTS = sorted(each.parent.name for each in RULEBOOKS.glob("*/units.yaml"))
NO_UNIT = ("SV447", "SV484", "UN115")
"""What is said of a row that is no unit."""
RULES = """
id: thu
jurisdiction: {province}
rounds: {{years: [2020]}}
answers: {{x: {{label: Số, type: count}}}}
groups: [{{id: a, name: Đơn vị, max_points: 10}}]
criteria: [{{id: k, max_points: 10, formula: {{kind: count, of: x, each: 1}}}}]
"""


def _listed(path: Path) -> UnitList:
    file, misfits = read_model(UnitFile, read_document(path.read_bytes(), path.name))
    assert file is not None, misfits
    return UnitList("units.yaml", "", tuple(each.model_copy(update={"group": "a"}) for each in file.units))


def _tables(listed: UnitList, means: dict[str, list[str]]) -> list[list[str]]:
    """Return tables of names: in each at most one spelling of every unit."""
    only = {each.name for each in listed.units if sum(each.name == other.name for other in listed.units) == 1}
    spelt = [[*each.names, *means.get(each.name, ())] for each in listed.units if each.name in only]
    return [[each for each in table if each] for table in zip_longest(*spelt, fillvalue="")]


def _lost(write, ruled, table: list[str], listed: UnitList | None) -> list[str]:
    """Return the names of a table that are called no unit, or are neither read nor asked about."""
    path = write([["Tên đơn vị", "x"], *([name, 1] for name in table)])
    survey = read_survey([path], ruled.rulebook, ruled.hash, options=ReadOptions(units=listed))
    no_unit = {each.place.cell for each in survey.findings if each.code in NO_UNIT}
    told = {each.place.cell for each in survey.findings if each.severity == "error"} | {each.place.cell for each in survey.submissions}
    return [name for row, name in enumerate(table, 2) if f"A{row}" in no_unit or f"A{row}" not in told]


def _spellings(name: str) -> dict[str, dict[str, list[str]]]:
    return yaml.load((HERE / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("name", LISTS)
def test_no_name_of_a_shipped_list_is_called_no_unit(rules, write, name):
    """Names, short names, former names and all spellings of the third list are read as units or asked about which."""
    listed, province = _listed(RULEBOOKS / name / "units.yaml"), _province(name)
    ruled = rules(RULES.format(province=province))
    for table in _tables(listed, _spellings("third")[name]["means"]):
        assert _lost(write, ruled, table, listed) == []


def test_no_spelling_of_the_first_lists_is_called_no_unit(rules, write):
    """All spellings of the first two lists are read as units, or asked about which."""
    listed = _listed(HERE / "units.yaml")
    ruled = rules(RULES.format(province="Tỉnh Bình Thuận"))
    for spellings in ("spellings", "held_out"):
        for table in _tables(listed, _spellings(spellings)["means"]):
            assert _lost(write, ruled, table, listed) == []


@pytest.mark.parametrize("name", LISTS)
def test_no_name_is_called_no_unit_without_a_list(rules, write, name):
    """Where no list is used, every name of every unit still stands for itself."""
    ruled = rules(RULES.format(province=_province(name)))
    for table in _tables(_listed(RULEBOOKS / name / "units.yaml"), {}):
        assert _lost(write, ruled, table, None) == []


def _province(name: str) -> str:
    return yaml.safe_load((RULEBOOKS / name / "rulebook.yaml").read_text(encoding="utf-8"))["jurisdiction"]
