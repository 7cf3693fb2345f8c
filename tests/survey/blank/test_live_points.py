"""Provisional points on the form: a formula in LibreOffice, what we store beside it, and the engine come to the same."""

from __future__ import annotations

import random
from datetime import date, timedelta
from fractions import Fraction

import pytest
from openpyxl import load_workbook

from ictscore.expr.values import not_applicable
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.shipped import shipped_ids
from ictscore.scoring.criteria import score_leaf
from ictscore.scoring.plan import plan_group
from ictscore.scoring.unit import scope_of
from ictscore.survey.asked import asked_of
from ictscore.survey.blank.form import write_form
from ictscore.survey.questions import questions_of
from ictscore.survey.submission import Answer, Submission

ROUNDS = 3
"""How many fillings each group gets, beside the blank one."""
CLOSE = 1e-9
"""What binary numbers may differ by from the exact points; nothing else may."""
NOT_LIVE = {"chấm theo cả nhóm", "tính khi chấm", "scored within the group", "scored later"}
WORDS = {
    "vi": {"not_applicable": "không áp dụng", "missing": "thiếu số liệu", "fault": "số liệu mâu thuẫn"},
    "en": {"not_applicable": "does not apply", "missing": "answers missing", "fault": "figures contradict"},
}


def random_value(spec, question, chance):  # noqa: PLR0911 - one return for each type
    """Return an answer as a careless officer might give it: often round, at the bounds, seldom something that does not fit the others."""
    if question.may_not_apply and chance.random() < 0.1:
        return "n/a"
    low, high = float(question.low or 0), float(question.high if question.high is not None else chance.choice([1, 10, 300]))
    match spec.type:
        case "yes_no":
            return chance.random() < 0.5
        case "choice":
            return chance.choice(list(spec.choices))
        case "date":
            return (date(2020, 1, 1) + timedelta(chance.randrange(400))).isoformat()
        case "text":
            return chance.choice(["a", "Có ý kiến", "x1"])
        case "count":
            return Fraction(chance.randint(int(low), int(max(high, low))))
        case "percent":
            return Fraction(chance.choice([0, 50, 80, 100, *[chance.randint(101, 10000) / 100]])).limit_denominator(100)
    return Fraction(chance.randint(int(low * 100), int(high * 100)), 100)


def filling(rulebook, group, seed):
    """Return a submission of random answers, some of them left out; seed 0 is the blank form."""
    chance, questions = random.Random(f"{rulebook.id}{group}{seed}"), questions_of(rulebook)
    answers = {}
    for name in asked_of(rulebook, group) if seed else ():
        if chance.random() < 0.93:
            value = random_value(rulebook.answers[name], questions[name], chance)
            answers[name] = Answer(not_applicable(name) if value == "n/a" else value)
    return Submission("Sở Thử", group, {"self": answers})


def shown_points(path):
    """Return what the points sheet of a form shows for each criterion by its number and name, in order."""
    sheet = load_workbook(path, data_only=True).worksheets[2]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_col=2, max_col=5)]
    head = next(index for index, row in enumerate(rows) if row[0] in {"STT", "No."})
    return [row[3] for row in rows[head + 1 :] if row[3] is not None]


def expected_points(loaded, submission):
    """Return what the engine gives each criterion with a formula: points, or its status."""
    plan = plan_group(loaded.rulebook, loaded.rulebook.group(submission.group))
    scope = scope_of(submission, "self")
    by_id = {leaf.criterion.id: score_leaf(leaf, scope, "self") for leaf in plan.leaves}
    return [by_id[each.id] for each in plan.order if each.formula is not None]


def agrees(shown, score, words):
    """Return whether what a cell shows is what the engine says of the criterion."""
    if shown in NOT_LIVE:
        return True
    if isinstance(shown, (int, float)):
        counts = score.status == "scored" or (score.status == "not_applicable" and score.consequence == "full")
        return counts and abs(shown - float(score.points)) <= CLOSE
    if score.status == "missing":
        return shown == words["missing"]
    if score.status == "not_applicable":
        return shown == words["not_applicable"]
    return score.status == "error" and shown in {words["fault"], words["missing"]}


@pytest.fixture(scope="module")
def forms(tmp_path_factory):
    """Return the forms of all groups of all shipped rulebooks, blank and with random answers."""
    folder, made = tmp_path_factory.mktemp("forms"), []
    for identifier in shipped_ids():
        loaded = load_rulebook(identifier)
        for group in loaded.rulebook.groups:
            for seed in range(ROUNDS + 1):
                submission = filling(loaded.rulebook, group.id, seed)
                path = folder / f"{identifier}.{group.id}.{seed}.xlsx"
                path.write_bytes(write_form(loaded, submission))
                made.append((loaded, submission, path))
    return made


def differences(forms, read):
    """Return every criterion where a form and the engine do not agree, and how many were compared as numbers."""
    wrong, numbers = [], 0
    for loaded, submission, path in forms:
        words = WORDS[loaded.rulebook.language]
        scores, shown = expected_points(loaded, submission), read(path)
        assert len(scores) == len(shown)
        for score, cell in zip(scores, shown, strict=True):
            numbers += isinstance(cell, (int, float))
            if not agrees(cell, score, words):
                wrong.append((path.name, score.criterion.id, cell, score.status, str(score.points)))
    return wrong, numbers


def test_stored_values_are_the_engine_s(forms):
    """What is stored beside every formula is what the engine computes, for every criterion of every shipped rulebook."""
    wrong, numbers = differences(forms, shown_points)
    assert wrong == []
    assert numbers > 500


def test_recalculated_values_are_the_engine_s(forms, tmp_path, recalculated):
    """LibreOffice, calculating every formula anew, shows what the engine computes; a blank form shows that answers are missing, never 0."""
    recalculated(tmp_path, sorted(path for _, _, path in forms))
    wrong, numbers = differences(forms, lambda path: shown_points(tmp_path / path.name))
    assert wrong == []
    assert numbers > 500
