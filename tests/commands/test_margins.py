"""``ictscore margins``: lines of a group with the units near them, as text and JSON."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest

from ictscore.cli import run

SURVEY = str(Path(__file__).parents[2] / "samples" / "binhthuan-2020" / "survey.xlsx")
WORDS = ["margins", SURVEY, "--rulebook", "binhthuan-2020"]


def test_text_says_by_how_much_and_by_what(capsys):
    """81.39 is 1.39 above Tốt and 12.52 short of the first; one answer turns the grade around, none the award."""
    assert run([*WORDS, "--group", "pl_ii", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "grade Tốt or better: 2 inside, 0 outside" in said
    assert "1.39 inside" in said
    assert re.search(r"12\.52 short +no single answer", said)


def test_json_is_exact(capsys):
    """Margins are exact, sorted by closeness, and each flip is one answer."""
    assert run([*WORDS, "--group", "pl_ii", "--format", "json"]) == 0
    (group,) = json.loads(capsys.readouterr().out)["groups"]
    line = next(each for each in group["lines"] if each["name"] == "Tốt")
    margins = [Fraction(each["margin"]) for each in line["near"]]
    assert margins == sorted(margins) == [Fraction(139, 100), Fraction(1391, 100)]
    assert all(set(each["flip"]) == {"answer", "from", "to"} for each in line["near"])


def test_only_units_within_so_many_points(capsys):
    """Within 1 point nobody of the group is near any line."""
    assert run([*WORDS, "--group", "pl_ii", "--within", "1", "--lang", "en"]) == 0
    assert capsys.readouterr().out.count("Nobody is near.") == 4


@pytest.mark.parametrize("wrong", [["--group", "pl_v"], ["--within", "-1"], ["--within", "gần"], ["--nearest", "0"]])
def test_what_cannot_be_asked_is_refused(capsys, wrong):
    """A group that is not there, points below 0, no units: told in a sentence."""
    assert run([*WORDS, *wrong]) == 2
    assert "Traceback" not in capsys.readouterr().err
