"""The groups of a scored survey that a command is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from ictscore.cli import run

SURVEY = str(Path(__file__).parents[2] / "samples" / "binhthuan-2020" / "survey.xlsx")


@pytest.mark.parametrize("command", ["margins", "robustness"])
def test_a_group_that_is_not_there_is_refused_with_the_nearest(capsys, command):
    """pl_iv is no group of the survey; pl_ii is the nearest, and all that there are stand there."""
    assert run([command, SURVEY, "--rulebook", "binhthuan-2020", "--group", "pl_iiii", "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert "pl_iiii" in said
    assert "pl_ii" in said.replace("pl_iiii", "")


@pytest.mark.parametrize("command", ["margins", "robustness"])
def test_a_survey_without_any_unit_says_why(capsys, tmp_path, command):
    """The table has no column of names: that is what is told, not that a group is missing."""
    (tmp_path / "survey.csv").write_text("tên lạ,hs\nSở A,3\n", encoding="utf-8")
    assert run([command, str(tmp_path / "survey.csv"), "--rulebook", "binhthuan-2020", "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert "SV413" in said
    assert "UN105" not in said
