"""The list of sixty-six units that names are held against, and who matches against it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from ictscore.documents import read_document
from ictscore.rulebook.typed import read_model
from ictscore.rulebook.unit_list import UnitFile, UnitList
from ictscore.survey.matching.matcher import Matcher

HERE = Path(__file__).parent


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
