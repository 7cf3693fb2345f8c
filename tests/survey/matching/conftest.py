"""The lists of units that names are held against, and who matches against them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from ictscore.documents import read_document
from ictscore.rulebook.typed import read_model
from ictscore.rulebook.unit_list import UnitFile, UnitList
from ictscore.survey.matching.matcher import Matcher

HERE = Path(__file__).parent
RULEBOOKS = HERE.parents[2] / "rulebooks"


def list_of(text: str) -> UnitList:
    """Return the list that a text is."""
    file, misfits = read_model(UnitFile, read_document(text.encode(), "units.yaml"))
    assert file is not None, misfits
    return UnitList("units.yaml", "0" * 64, file.units)


@pytest.fixture(scope="session")
def listed() -> Any:
    """Return what makes a list of units of a text."""
    return list_of


@pytest.fixture(scope="session")
def units() -> UnitList:
    """Return the units of ``units.yaml``."""
    return list_of((HERE / "units.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def matcher(units) -> Matcher:
    """Return who matches names against them."""
    return Matcher(units, "Tỉnh Bình Thuận")


@pytest.fixture(scope="session")
def spellings() -> Any:
    """Return what reads a list of spellings with what each means."""
    return lambda name: yaml.load((HERE / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


class Held(NamedTuple):
    """Spellings held against one list of units, with the name of its province."""

    name: str
    units: UnitList
    province: str
    means: dict[str, list[str]]
    ambiguous: list[str]
    strangers: list[str]

    @property
    def matcher(self) -> Matcher:
        """Return who matches against the list."""
        return Matcher(self.units, self.province)


@pytest.fixture(scope="session")
def held() -> dict[str, tuple[Held, ...]]:
    """Return every list of spellings; the later ones are held against shipped lists of units, the first two against ``units.yaml``."""
    own = (HERE / "units.yaml").read_text(encoding="utf-8")
    found = {name: (_held(name, own, "Tỉnh Bình Thuận", _read(name)),) for name in ("spellings", "held_out")}
    return {**found, **{name: tuple(_of_rulebook(*each) for each in _read(name).items()) for name in ("third", "fourth")}}


def _read(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.load((HERE / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    return read


def _of_rulebook(rulebook: str, listed: dict[str, Any]) -> Held:
    beside = RULEBOOKS / rulebook
    province = yaml.safe_load((beside / "rulebook.yaml").read_text(encoding="utf-8"))["jurisdiction"]
    return _held(rulebook, (beside / "units.yaml").read_text(encoding="utf-8"), province, listed)


def _held(name: str, units: str, province: str, listed: dict[str, Any]) -> Held:
    return Held(name, list_of(units), province, listed["means"], listed["ambiguous"], listed["strangers"])
