"""Builders that several tests share: short rulebooks completed to whole ones, units from plain answers, findings of a text."""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Callable, Iterator, Mapping
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

# A busy machine is no fault; and what CI says of a commit is the same each time, while runs by hand go on looking elsewhere.
settings.register_profile("unhurried", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("unhurried")

SOURCE = {"ref": "luat", "basis": "stated"}
LISTS = ("groups", "sections", "criteria", "parts", "knockouts", "bands", "awards", "stages", "dates", "facts")
SINGLE = ("decision", "bonus", "deductions", "scale", "rounding", "ranking", "rounds")

Rules = Callable[[str], LoadedRulebook]
Score = Callable[..., Assessment]
Lint = Callable[[str], tuple[Finding, ...]]


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
def survey() -> Callable[[Mapping[str, Mapping[str, Any]]], Survey]:
    """Make the survey of units, said as for ``score``."""
    return survey_of


@pytest.fixture
def lint(tmp_path: Path) -> Lint:
    """Write a text down as it is and return what is found in it."""

    def make(text: str | bytes) -> tuple[Finding, ...]:
        path = tmp_path / "rulebook.yaml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return examine(path)[1]

    return make


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
