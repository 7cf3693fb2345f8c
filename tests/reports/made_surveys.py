"""Surveys and results for the tests, made from the worked cases of the shipped rulebooks."""

from __future__ import annotations

from collections.abc import Mapping

from ictscore.cases import CaseUnit, plain_value, read_cases
from ictscore.places import Place
from ictscore.reports.outcome import Outcome, score_survey
from ictscore.rulebook.load import LoadedRulebook, load_rulebook
from ictscore.rulebook.model import Rulebook
from ictscore.survey.submission import Answer, InputRecord, Submission, Survey

COMMAND = "ictscore score khao-sat.xlsx --rulebook x"


def outcome_of(rulebook: str, *, provisional: bool = True, **more) -> Outcome:
    """Return the outcome of all cases of a shipped rulebook, scored together."""
    loaded = load_rulebook(rulebook)
    return score_survey(loaded, survey_of_cases(loaded), command=COMMAND, provisional=provisional, **more)


def survey_of_cases(loaded: LoadedRulebook) -> Survey:
    """Return every unit of every case as one survey; each answer says in which cell it would stand."""
    file, _, findings = read_cases(loaded.path.with_name("cases.yaml"))
    assert file is not None, findings
    known: dict[str, Mapping[str, str]] = {}
    submissions: list[Submission] = []
    for case in file.cases:
        base = known.get(case.base or "", {})
        known[case.id] = {**base, **case.answers}
        for index, unit in enumerate(case.units or (case,)):
            name = f"{case.id} {unit.unit if unit.unit != '–' else ''}".strip()
            group = unit.group or case.group or loaded.rulebook.groups[0].id
            parent = f"{case.id} {unit.parent}" if unit.parent else None
            submissions.append(_submission(loaded.rulebook, unit, {**base, **unit.answers}, name, group, parent, len(submissions) + index))
    return Survey(tuple(submissions), (InputRecord("khao-sat.xlsx", "0" * 64, 1234),), (), "2020")


def _submission(rulebook: Rulebook, unit: CaseUnit, given: dict[str, str], name: str, group: str, parent: str | None, row: int) -> Submission:
    stages = {"self": given, **unit.stage_answers}
    answers = {stage: _answers(rulebook, texts, row) for stage, texts in stages.items()}
    points = {stage: {key: Answer(value, Place("khao-sat.xlsx", sheet="Điểm", cell=f"C{row}")) for key, value in given_points.items()}
              for stage, given_points in unit.points.items()}  # fmt: skip
    return Submission(name, group, answers, points, parent, Place("khao-sat.xlsx", sheet="Phiếu", cell=f"A{row}"))


def _answers(rulebook: Rulebook, texts: Mapping[str, str], row: int) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    for column, (name, text) in enumerate(texts.items()):
        value = plain_value(name, text.strip(), rulebook.answers[name])
        assert value is not None, (name, text)
        found[name] = Answer(value, Place("khao-sat.xlsx", sheet="Phiếu", cell=f"{chr(66 + column % 20)}{row}"), text)
    return found
