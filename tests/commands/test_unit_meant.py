"""Promises about the unit a command line names: understood as names in surveys are, never guessed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ictscore.cli import run

SAMPLE = Path(__file__).parents[2] / "samples" / "binhthuan-2020" / "survey.xlsx"


@pytest.fixture
def explain(capsys):
    """Return what explains a unit of the sample and gives exit code, JSON document and messages."""

    def make(*words, survey=(SAMPLE,)):
        code = run(["explain", *map(str, survey), *words, "--rulebook", "binhthuan-2020", "--format", "json", "--lang", "en"])
        told = capsys.readouterr()
        return code, json.loads(told.out) if told.out else None, told.err

    return make


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("so noi vu", "Sở Nội vụ"),
        ("Sở TTTT", "Sở Thông tin và Truyền thông"),
        ("h. Bắc Bình", "UBND huyện Bắc Bình"),
        ("Sowr Nooij vuj", "Sở Nội vụ"),
    ],
)
def test_a_name_is_understood_as_in_surveys(explain, typed, meant):
    """Without marks, shortened or with raw Telex keys, a name that can mean one unit is taken for it, and that is noted."""
    code, document, err = explain(typed)
    assert code == 0
    assert [each["unit"] for each in document["units"]] == [meant]
    assert "note UN120" in err
    assert f"“{typed}” was taken for “{meant}”" in err
    assert [each["code"] for each in document["findings"]] == ["UN120"]


def test_the_name_as_it_is_spelt_needs_no_note(explain):
    """Capitals and blanks do not count, and nothing is said of them."""
    code, document, err = explain("sở  NỘI vụ")
    assert (code, document["findings"], "UN120" in err) == (0, [], False)


def test_a_name_of_two_units_is_asked(explain):
    """“SNV” is Sở Nội vụ or Sở Ngoại vụ: neither is explained, and both are named."""
    code, document, err = explain("SNV")
    assert (code, document) == (2, None)
    assert "UN109" in err
    assert "Write one of: Sở Nội vụ, Sở Ngoại vụ." in err


def test_a_unit_that_sent_nothing_is_not_replaced_by_another(explain):
    """A unit of the list that is not in this survey is refused, however its name is spelt."""
    form = SAMPLE.parent / "forms" / "so-noi-vu.xlsx"
    code, document, err = explain("so tai chinh", survey=(form,))
    assert (code, document) == (2, None)
    assert "UN109" in err
    assert "Write one of: Sở Nội vụ." in err


def test_a_file_is_no_unit_because_its_name_is_like_one(explain):
    """Of two files and a unit the second file is read, though its name could be understood as a unit's."""
    forms = SAMPLE.parent / "forms"
    code, document, _ = explain("so noi vu", survey=(forms / "so-ngoai-vu.xlsx", forms / "so-noi-vu.xlsx"))
    assert code == 1  # the units of closed groups are missing
    assert [each["unit"] for each in document["units"]] == ["Sở Nội vụ"]
