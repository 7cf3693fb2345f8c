"""Promises about messy surveys: each file reads as written down beside it, and every message says so word for word in both languages.

``expected/<file>.yaml`` holds why the file is there, the answers it must give, and every finding with its places (``also`` those it
leads to besides) and wording. They are written by hand from what the file is meant to show; nothing here writes them. Most tables here
have columns for two or three questions; the note about optional questions without one is looked for only where an expectation names it.
"""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from make import FILES, HERE, all_files

from ictscore.errors import FileRefused
from ictscore.expr.values import Blank
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.units import UnitList, UnitSpec
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Survey
from ictscore.words import speak

MADE = all_files()
EXPECTED = sorted(path.stem for path in (HERE / "expected").glob("*.yaml"))


@pytest.fixture(scope="module")
def loaded(rules):
    """Return the rulebook under which the messy surveys are read."""
    return rules((HERE / "rules.yaml").read_text(encoding="utf-8"))


def expected_of(name: str) -> dict[str, Any]:
    """Return what must be read from a file."""
    return yaml.load((HERE / "expected" / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def read(name: str, loaded: LoadedRulebook) -> Survey:
    """Read a file, together with those its expectation names ``with`` it, and with the list of the ``units`` it names."""
    expected = expected_of(name)
    listed = tuple(UnitSpec(id=f"u{index}", name=each, group="a") for index, each in enumerate(expected.get("units", ())))
    options = ReadOptions(units=UnitList("units.yaml", "", listed) if listed else None)
    return read_survey([FILES / each for each in (name, *expected.get("with", ()))], loaded.rulebook, loaded.hash, options=options)


def told(value: Any) -> str:
    """Return a value as the expectations spell it: numbers as fractions, yes and no, the kind of a blank."""
    if isinstance(value, Blank):
        return f"<{value.kind}>"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def test_every_file_has_its_expectation():
    """No messy file goes unread, and no expectation is without its file."""
    assert sorted(MADE) == EXPECTED == sorted(path.name for path in FILES.iterdir())


@pytest.mark.parametrize("name", EXPECTED)
def test_the_file_is_what_the_script_makes(name):
    """The committed file is the one its script writes; where a file could only be made by another program, the script says how."""
    assert (FILES / name).read_bytes() == MADE[name]()


@pytest.mark.parametrize("name", EXPECTED)
def test_the_answers_are_those_meant(name, loaded):
    """Every answer the file gives is understood as meant, or left blank in the way meant."""
    wanted = expected_of(name).get("answers", {})
    try:
        survey = read(name, loaded)
    except FileRefused:
        assert wanted == {}
        return
    found = {
        each.unit: {key: told(answer.value) for key, answer in each.answers["self"].items() if told(answer.value) != "<missing>"}
        for each in survey.submissions
    }
    assert found == wanted


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("name", EXPECTED)
def test_the_findings_are_those_meant(name, language, loaded):
    """Every finding has its code, its places and its very words, and there is no other."""
    try:
        findings = read(name, loaded).findings
    except FileRefused as refusal:
        findings = refusal.findings
    speak(language)
    expected = expected_of(name).get("findings", [])
    is_named = any(each["code"] == "note SV448" for each in expected)
    found = [
        {
            "code": f"{each.severity} {each.code}",
            "at": at(each.place),
            "also": [at(other) for other in each.related],
            "says": each.message,
            "do": each.advice,
        }
        for each in findings
        if is_named or each.code != "SV448"
    ]
    wanted = [
        {"code": each["code"], "at": each["at"], "also": each.get("also", []), "says": each[language], "do": each[f"{language}_do"]}
        for each in expected
    ]
    assert found == wanted


def at(place: Any) -> str:
    """Return where a finding stands, without the folder."""
    return str(place).replace(f"{FILES.as_posix()}/", "")


@pytest.mark.parametrize("ending", ["xlsx", "ods", "fods", "xls"])
def test_what_has_no_size_is_skipped_alike_in_every_format(ending, loaded):
    """--skip-hidden leaves out a row and a column nobody can see; a text in the colour of its cell is an answer and is read."""
    survey = read_survey([FILES / f"nobody-sees.{ending}"], loaded.rulebook, loaded.hash, options=ReadOptions(skip_hidden=True))
    found = {each.unit: {key: told(answer.value) for key, answer in each.answers["self"].items()} for each in survey.submissions}
    assert [*found] == ["Sở A", "Sở B", "Sở C", "Sở E"]
    assert [found[f"Sở {each}"]["may_tinh"] for each in "ABC"] == ["10", "10", "10"]
    assert not any("kinh_phi" in each for each in found.values())
    skipped = [str(each.place).rpartition("!")[2] for each in survey.findings if each.code == "SV425"]
    assert skipped == ["5:5", "D:D"]
