"""Outcomes to report on: the worked cases of the shipped rulebooks scored together, and short rulebooks with plain answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from ictscore.cases.model import CaseUnit, plain_value, read_cases
from ictscore.places import Place
from ictscore.reports.outcome import Outcome, score_survey
from ictscore.rulebook.load import LoadedRulebook, load_rulebook
from ictscore.rulebook.model import Rulebook
from ictscore.survey.submission import Answer, InputRecord, Submission, Survey

FILE = "khao-sat.xlsx"
COMMAND = f"ictscore score {FILE}"

OutcomeOf = Callable[..., Outcome]


@pytest.fixture(scope="session")
def outcome_of() -> OutcomeOf:
    """Return the outcome of all cases of a shipped rulebook, scored together."""

    @cache
    def make(rulebook: str) -> Outcome:
        loaded = load_rulebook(rulebook)
        return score_survey(loaded, survey_of_cases(loaded), command=COMMAND, provisional=True)

    return make


@pytest.fixture(scope="session")
def outcome(rules) -> OutcomeOf:
    """Return the outcome of units (name: answers) under a short rulebook; keywords go to the scoring."""

    def make(text: str | LoadedRulebook, units: Mapping[str, Mapping[str, Any]], **more: Any) -> Outcome:
        loaded = rules(text) if isinstance(text, str) else text
        submissions = tuple(_plain(name, dict(said), row) for row, (name, said) in enumerate(units.items(), start=2))
        survey = Survey(submissions, (InputRecord(FILE, "0" * 64, 1234),), (), "2020")
        return score_survey(loaded, survey, command=COMMAND, **{"provisional": True, **more})

    return make


def _plain(name: str, said: dict[str, Any], row: int) -> Submission:
    group, parent, points = said.pop("@group", "g"), said.pop("@parent", None), said.pop("@points", {})
    answers = {key: _answer(value, f"{chr(66 + column)}{row}") for column, (key, value) in enumerate(said.items())}
    given = {stage: {key: _answer(value, f"Z{row}") for key, value in own.items()} for stage, own in points.items()}
    return Submission(name, group, {"self": answers}, given, parent, Place(FILE, sheet="Bảng", cell=f"A{row}"))


def _answer(value: Any, cell: str) -> Answer:
    exact = value if isinstance(value, bool) or not isinstance(value, (int, str)) else _number_or_text(value)
    return Answer(exact, Place(FILE, sheet="Bảng", cell=cell), str(value))


def _number_or_text(value: int | str) -> Any:
    try:
        return Fraction(value)
    except ValueError:
        return value


def survey_of_cases(loaded: LoadedRulebook) -> Survey:
    """Return every unit of every case as one survey; each answer says in which cell it would stand."""
    file, _, findings = read_cases(loaded.path.with_name("cases.yaml"))
    assert file is not None, findings
    known: dict[str, Mapping[str, str]] = {}
    submissions: list[Submission] = []
    for case in file.cases:
        base = known.get(case.base or "", {})
        known[case.id] = {**base, **case.answers}
        for unit in case.units or (case,):
            name = f"{case.id} {unit.unit if unit.unit != '–' else ''}".strip()
            group = unit.group or case.group or loaded.rulebook.groups[0].id
            parent = f"{case.id} {unit.parent}" if unit.parent else None
            given = {**base, **unit.answers}
            submissions.append(_submission(loaded.rulebook, unit, given, Submission(name, group, {}, {}, parent), len(submissions) + 2))
    return Survey(tuple(submissions), (InputRecord(FILE, "0" * 64, 1234),), (), "2020")


def _submission(rulebook: Rulebook, unit: CaseUnit, given: Mapping[str, str], who: Submission, row: int) -> Submission:
    stages = {"self": given, **unit.stage_answers}
    answers = {stage: _answers(rulebook, texts, row) for stage, texts in stages.items()}
    where = Place(FILE, sheet="Điểm", cell=f"C{row}")
    points = {stage: {key: Answer(value, where) for key, value in own.items()} for stage, own in unit.points.items()}
    return Submission(who.unit, who.group, answers, points, who.parent, Place(FILE, sheet="Phiếu", cell=f"A{row}"))


def _answers(rulebook: Rulebook, texts: Mapping[str, str], row: int) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    for column, (name, text) in enumerate(texts.items()):
        value = plain_value(name, text.strip(), rulebook.answers[name])
        assert value is not None, (name, text)
        found[name] = Answer(value, Place(FILE, sheet="Phiếu", cell=f"{chr(66 + column % 24)}{row}"), text)
    return found
