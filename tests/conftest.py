"""Builders that several tests share: short rulebooks completed to whole ones, units from plain answers, findings of a text."""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from ictscore.documents import read_document
from ictscore.expr.values import Value, missing, not_applicable
from ictscore.findings import Finding
from ictscore.rulebook.load import LoadedRulebook, examine, load_rulebook
from ictscore.rulebook.nodes import as_plain
from ictscore.scoring.assess import assess
from ictscore.scoring.records import Assessment
from ictscore.survey.submission import Answer, Submission, Survey
from ictscore.words import speak

pytest_plugins = ["round"]

# A busy machine is no fault; and what CI says of a commit is the same each time, while runs by hand go on looking elsewhere.
settings.register_profile("unhurried", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("unhurried")

SOURCE = {"ref": "luat", "basis": "stated"}
LISTS = ("groups", "sections", "criteria", "parts", "knockouts", "bands", "awards", "stages", "dates", "facts")
SINGLE = ("decision", "bonus", "deductions", "scale", "rounding", "ranking", "rounds")

Rules = Callable[[str], LoadedRulebook]
Score = Callable[..., Assessment]
Lint = Callable[[str], tuple[Finding, ...]]
Office = Callable[[Sequence[Path], str], list[Path]]


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Every test begins and ends in English."""
    speak("en")
    yield
    speak("en")


@pytest.fixture(scope="session")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Rules:
    """Complete a short rulebook (head, group, section, names and sources may be left out), write it down and load it."""
    numbers = itertools.count()

    def make(text: str) -> LoadedRulebook:
        whole = completed(as_plain(read_document(text.encode(), "short")))
        path = tmp_path_factory.mktemp("rules") / f"r{next(numbers)}" / "rulebook.yaml"
        path.parent.mkdir()
        path.write_text(json.dumps(whole, ensure_ascii=False, indent=1), encoding="utf-8")
        return load_rulebook(str(path))

    return make


@pytest.fixture(scope="session")
def score(rules: Rules) -> Score:
    """Score units (name: answers; ``@group``, ``@parent``, ``@points`` and ``@appraised`` beside them) under a short rulebook."""

    def make(rulebook: str | LoadedRulebook, units: Mapping[str, Mapping[str, Any]], stage: Any = None) -> Assessment:
        loaded = rules(rulebook) if isinstance(rulebook, str) else rulebook
        return assess(loaded.rulebook, survey_of(units), stage)

    return make


@pytest.fixture(scope="session")
def complete() -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Complete a short rulebook (plain values) to a whole one, without writing it down."""
    return completed


@pytest.fixture(scope="session")
def make_survey() -> Callable[..., Survey]:
    """Return what makes a survey of units, as ``score`` takes them."""
    return survey_of


@pytest.fixture
def lint(tmp_path: Path) -> Lint:
    """Write a text down as it is and return what is found in it."""

    def make(text: str | bytes) -> tuple[Finding, ...]:
        path = tmp_path / "rulebook.yaml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return examine(path)[1]

    return make


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Save files again with LibreOffice, all in one go, as another kind; skip where it is missing, unless the tests must have it."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("ICTSCORE_NEEDS_LIBREOFFICE") == "1":
            pytest.fail("LibreOffice (soffice) is wanted by ICTSCORE_NEEDS_LIBREOFFICE and is not there")
        pytest.skip("LibreOffice (soffice) is not there; set ICTSCORE_NEEDS_LIBREOFFICE=1 to fail instead")
    profile = tmp_path_factory.mktemp("office")

    def save(paths: Sequence[Path], kind: str) -> list[Path]:
        folder = tmp_path_factory.mktemp("saved")
        given = [str(path) for path in paths]
        own = f"-env:UserInstallation={profile.as_uri()}"
        command = [program, own, "--headless", "--convert-to", kind, "--outdir", str(folder), *given]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return [folder / f"{path.stem}.{kind}" for path in paths]

    return save


def survey_of(units: Mapping[str, Mapping[str, Any]]) -> Survey:
    """Return the survey of these units, in this order."""
    return Survey(tuple(_submission(name, said) for name, said in units.items()))


def _submission(name: str, said: Mapping[str, Any]) -> Submission:
    own = {key: value for key, value in said.items() if not key.startswith("@")}
    answers: dict[Any, Any] = {"self": _answers(own)}
    for stage in ("appraised", "council"):
        if f"@{stage}" in said:
            answers[stage] = _answers(said[f"@{stage}"])
    points = {stage: {key: Answer(_value(key, value)) for key, value in given.items()} for stage, given in said.get("@points", {}).items()}
    return Submission(said.get("@unit", name), said.get("@group", "g"), answers, points, said.get("@parent"))


def _answers(said: Mapping[str, Any]) -> dict[str, Answer]:
    return {key: Answer(_value(key, value)) for key, value in said.items()}


def _value(name: str, value: Any) -> Value:
    if value is None:
        return missing(name)
    if value == "n/a":
        return not_applicable(name)
    return Fraction(value) if isinstance(value, int) and not isinstance(value, bool) else value


def completed(short: dict[str, Any]) -> dict[str, Any]:
    """Return a whole rulebook for a short one."""
    whole = {"id": "thu", "title": "Bộ tiêu chí thử", "decision": {"number": "1/QĐ"}, "sources": {"luat": {"title": "Quyết định"}}, **short}
    whole.setdefault("groups", [{"id": "g"}])
    if "criteria" in whole:
        whole["sections"] = [{"id": "s", "criteria": whole.pop("criteria")}]
    whole["answers"] = {
        name: {"label": name, "type": spec} if isinstance(spec, str) else {"label": name, **spec}
        for name, spec in whole.get("answers", {}).items()
    }
    if "max_points" not in whole.get("scale", {}) and not any("max_points" in group for group in whole["groups"]):
        tops = [each for section in whole["sections"] for each in section["criteria"]]
        whole["scale"] = {**whole.get("scale", {}), "max_points": str(sum(Fraction(each["max_points"]) for each in tops))}
    for key in LISTS + SINGLE:
        _fill(whole.get(key), key)
    _fill(whole.get("grades", {}).get("bands"), "bands")
    return whole


def _fill(node: Any, key: str) -> None:
    """Put in the names and sources that were left out; formulas are left alone."""
    for part in [node] if isinstance(node, dict) else node or []:
        part.setdefault("source", SOURCE)
        if key in LISTS and key not in {"dates", "facts"}:
            part.setdefault("name", part.get("id"))
        for below in ("criteria", "parts"):
            _fill(part.get(below), below)


@pytest.fixture(scope="session")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, Sequence[Path]], None]:
    """Let LibreOffice calculate every formula of workbooks anew, and save them into a folder.

    Without LibreOffice skip, or fail where it must be there.
    """
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("ICTSCORE_NEEDS_LIBREOFFICE") == "1":
            pytest.fail("soffice is missing, and ICTSCORE_NEEDS_LIBREOFFICE=1 asks for it")
        pytest.skip("LibreOffice (soffice) is not installed")
    profile = (tmp_path_factory.mktemp("libreoffice") / "profile").as_uri()

    def recalculate(folder: Path, files: Sequence[Path]) -> None:
        bare = folder / "bare"
        bare.mkdir(parents=True)
        for path in files:
            _without_stored_values(path, bare / path.name)
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
        subprocess.run([*command, "--outdir", str(folder), *(str(bare / path.name) for path in files)], check=True, capture_output=True)

    return recalculate


def _without_stored_values(path: Path, target: Path) -> None:
    """Write a workbook anew without what is stored beside its formulas, so that only a calculation can give it back."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data) if name.startswith("xl/worksheets/sheet") else data)
