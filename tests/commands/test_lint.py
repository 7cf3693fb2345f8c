"""``ictscore lint`` in the formats for machines: the same findings, with lines, and one exit code."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest

from ictscore.cli import run

BROKEN = "id: thu\nid: thu\n"


@pytest.fixture
def broken(tmp_path):
    """Return a rulebook that does not hold."""
    path = tmp_path / "rulebook.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    return path


def test_lines_reach_every_format(broken, capsys):
    """A finding stands at its line in SARIF, GitLab and JUnit."""
    assert run(["lint", str(broken), "--format", "sarif"]) == 1
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert 2 in [each["locations"][0]["physicalLocation"]["region"]["startLine"] for each in results]
    assert run(["lint", str(broken), "--format", "gitlab"]) == 1
    assert 2 in [each["location"]["lines"]["begin"] for each in json.loads(capsys.readouterr().out)]
    assert run(["lint", str(broken), "--format", "junit"]) == 1
    root = ET.fromstring(capsys.readouterr().out)
    assert (root.get("tests"), root.get("failures")) == ("1", "1")


def test_sound_rulebooks_are_cases_that_pass(capsys):
    """A rulebook without errors is a case without failure, named as on every machine."""
    assert run(["lint", "khanhhoa-2018", "quangbinh-2018", "--format", "junit"]) == 0
    root = ET.fromstring(capsys.readouterr().out)
    assert [each.get("name") for each in root.iter("testcase")] == [
        "rulebooks/khanhhoa-2018/rulebook.yaml",
        "rulebooks/quangbinh-2018/rulebook.yaml",
    ]
    assert root.get("failures") == "0"


def test_reports_are_written_and_named(broken, tmp_path, capsys):
    """With a file for the report the text goes to the screen, and the file is named."""
    path = tmp_path / "lint.json"
    assert run(["lint", str(broken), "--format", "json", "-o", str(path), "--lang", "en"]) == 1
    told = capsys.readouterr()
    assert json.loads(path.read_text(encoding="utf-8"))["kind"] == "lint"
    assert f"Written: {path}" in told.err
    assert "error RB" in told.out


def test_a_rulebook_is_never_overwritten(broken):
    """A report into the rulebook itself is refused, with --force too."""
    assert run(["lint", str(broken), "--format", "json", "-o", str(broken), "--force"]) == 2
    assert broken.read_text(encoding="utf-8") == BROKEN
