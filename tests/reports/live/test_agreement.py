"""Every formula of a live workbook, calculated by LibreOffice from nothing, comes to what the engine computes exactly."""

from __future__ import annotations

import json
import os
import unicodedata
from dataclasses import replace
from fractions import Fraction
from itertools import product
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from oracle_strategies import rulebooks
from oracle_surveys import surveys
from test_archetypes import IDS, read_archetype, write_cases, write_rulebook

from ictscore.cases.model import read_cases
from ictscore.cases.run import prepare_cases
from ictscore.documents import read_document
from ictscore.expr.values import missing, not_applicable
from ictscore.reports.outcome import score_survey
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.shipped import shipped_ids
from ictscore.rulebook.typed import read_model
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Answer, Submission, Survey

SAMPLES = Path(__file__).parents[3] / "samples"
RANDOM = int(os.environ.get("ICTSCORE_RANDOM_SURVEYS", "48"))
"""How many random surveys: `make live` asks for 1,000."""


def outcome_of(loaded, survey):
    """Return the outcome of a survey, whatever is wrong with it."""
    return score_survey(loaded, survey, command="ictscore score", provisional=True)


def surveys_of_cases(loaded, cases, path):
    """Return the surveys of worked cases: the cases of one unit together, each unit named by its case, the others each by itself."""
    file, document, _ = read_cases(write_cases(cases, path))
    alone = []
    for case in prepare_cases(loaded.rulebook, file, document):
        submissions = case.survey.submissions
        if len(submissions) == 1 and submissions[0].parent is None and not any(each.members for each in loaded.rulebook.groups):
            alone.append(replace(submissions[0], unit=f"{case.case.id} {submissions[0].unit}"))
        else:
            yield Survey(submissions)
    if alone:
        yield Survey(tuple(alone))


def test_archetypes(agreement, tmp_path):
    """All worked cases of all archetypes, in every edition: points, totals, ranks, grades and awards, to the last step."""
    outcomes = []
    for archetype in IDS:
        file = read_archetype(archetype)
        editions = [(file.rulebook, file.cases)] + ([(file.amendment, file.amended_cases)] if file.amendment else [])
        for rulebook, cases in editions:
            path = write_rulebook(rulebook, tmp_path)
            loaded = load_rulebook(str(path))
            outcomes += [outcome_of(loaded, survey) for survey in surveys_of_cases(loaded, cases, path)]
    found = agreement(outcomes)
    assert found.differing == []
    assert found.named == []
    assert found.cells > 8000
    assert found.codes["SC262"] == 0  # every archetype can be said as formulas


def test_shipped_rulebooks(agreement):
    """All shipped rulebooks with their samples; no criterion of theirs needs a constant."""
    outcomes = []
    for identifier in shipped_ids():
        loaded = load_rulebook(identifier)
        path = min((SAMPLES / identifier).glob("survey.*"))
        outcomes.append(outcome_of(loaded, read_survey([path], loaded.rulebook, loaded.hash)))
    found = agreement(outcomes)
    assert found.differing == []
    assert found.cells > 50_000
    assert found.codes["SC262"] == found.codes["SC261"] == 0


def drawn(count):
    """Return random rulebooks with random surveys, the same each time."""
    found = []

    @seed(20260101)
    @settings(max_examples=count, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.data())
    def collect(data):
        plain = data.draw(rulebooks())
        found.append((plain, data.draw(surveys(plain))))

    collect()
    return found[:count]


def loaded_of(plain):
    """Return a random rulebook as if it had been loaded."""
    rulebook, findings = read_model(Rulebook, read_document(json.dumps(plain).encode(), "random.yaml"))
    assert rulebook is not None, findings
    return replace(load_rulebook("vn-ict-2017"), rulebook=rulebook)


def submission_of(plain, unit):
    """Return a random unit as a submission."""
    answers = {name: Answer(value_of(plain, name, text)) for name, text in unit.answers.items()}
    given_points = {name: Answer(Fraction(text)) for name, text in unit.given.items()}
    return Submission(unit.unit, unit.group, {"self": answers}, {"council": given_points} if given_points else {}, unit.parent or None)


def value_of(plain, name, text):
    """Return a random answer as a value."""
    if text == "n/a":
        return not_applicable(name)
    kind = plain["answers"][name]["type"]
    return text == "yes" if kind == "yes_no" else text if kind == "choice" else Fraction(text) if text else missing(name)


def test_random_surveys(agreement):
    """Random rulebooks of all kinds with random surveys: blanks, contradictions, redistribution, roundings, points given, members."""
    outcomes = [outcome_of(loaded_of(plain), Survey(tuple(submission_of(plain, each) for each in units))) for plain, units in drawn(RANDOM)]
    found = agreement(outcomes)
    assert found.differing == []
    assert found.cells > 50 * RANDOM


STANDING = """
groups: [{{id: g{within}}}]
answers: {{diem: points, phu: count, loai: yes_no, xau: yes_no}}
ranking: {{style: {style}, unranked_units: {holes}, tie_breaks: [phu]}}
rounding: {{total: 0}}
criteria: [{{id: a, max_points: 10, formula: {{kind: graded, of: diem}}}}]
knockouts: [{{id: loai, when: loai, unranked: true}}, {{id: xau, when: xau, grade: Yếu}}]
grades:
  bands:
    - {{name: Tốt, from: 8, quota: {{share: 1/4, of: Khá, ties: {stay}}}}}
    - {{name: Khá, above: 5, requires: "phu > 0"}}
    - {{name: Yếu}}
awards:
  - {{id: bang, name: Bằng, positions: 3, ties: {ties}, passes_down: {passes}}}
  - {{id: co, name: Cờ, quota: 2, ties: {ties}, grade: Khá, minimum: 6}}
  - {{id: giay, name: Giấy, requires: "phu > 1", groups: [g]}}
"""
UNITS = [(9, 1), (9, 1), (9, 2), (8, 2), (8, 2), (8, 0), (7, 1), (7, 1), (7, None), (6, 3), (3, 1), (10, 2)]


def test_ranks_grades_and_awards(agreement, rules, make_survey):
    """Every style, every rule for ties, quotas that let ties in or out, places that pass down, units that are not ranked, circles."""
    outcomes = []
    ways = product(("competition", "dense", "ordinal"), ("ask", "all", "none"), ("true", "false"))
    for number, (style, ties, passes) in enumerate(ways):
        holes, stay = ("skip", "leave_hole")[number % 2], ("in", "out")[number // 2 % 2]
        within = ", ranked_within: parent" if number % 3 == 0 else ""
        loaded = rules(STANDING.format(style=style, ties=ties, passes=passes, holes=holes, stay=stay, within=within))
        units = {}
        for index, (points, second) in enumerate(UNITS):
            said = {"diem": points, "phu": second, "loai": index in {1, 6}, "xau": index == 3, "@parent": f"Huyện {index % 2}"}
            units[f"Xã {index:02}"] = said
        outcomes.append(outcome_of(loaded, make_survey(units)))
    found = agreement(outcomes)
    assert found.differing == []
    assert found.named == []


ROUNDED = """
rounding: {{total: 1, section: 2, criterion: 2, mode: {mode}}}
answers: {{tu: number, mau: number}}
criteria:
  - {{id: a, max_points: 10, min_points: -10, formula: {{kind: formula, expr: tu / mau, when_denominator_zero: zero}}}}
  - {{id: b, max_points: 10, min_points: -10, formula: {{kind: formula, expr: 0 - tu / mau / 2, when_denominator_zero: zero}}}}
"""


def test_rounding_modes(agreement, rules, make_survey):
    """Halves, thirds and negative numbers are rounded as the rulebook says, at criteria, sections and totals."""
    units = {f"U{tu}-{mau}": {"tu": tu, "mau": mau} for tu in (1, 5, 25, 35, -1, -25, 0) for mau in (3, 8, 40, 200, 1000)}
    modes = ("half_up", "half_even", "down", "up")
    found = agreement([outcome_of(rules(ROUNDED.format(mode=mode)), make_survey(units)) for mode in modes])
    assert found.differing == []
    assert found.named == []


MEMBERS = """
groups: [{id: huyen, max_points: 200}, {id: xa, max_points: 50}]
answers: {may: count}
criteria:
  - {id: tong, max_points: 100, applies_to: [huyen], formula: {kind: of_members, of: may, group: xa, how: sum, when_no_members: zero}}
  - {id: it, max_points: 100, applies_to: [huyen], formula: {kind: of_members, of: total, group: xa, how: least, when_no_members: full}}
  - {id: may, max_points: 50, applies_to: [xa], formula: {kind: graded, of: may}}
"""


def test_members_are_found_however_their_unit_is_spelt(agreement, rules, make_survey):
    """Communes name their district in other capitals, with other blanks or in decomposed letters: its sums are the same by formula."""
    spellings = ["Huyện Hàm Tân", "HUYỆN HÀM TÂN", "Huyện  Hàm Tân ", unicodedata.normalize("NFD", "Huyện Hàm Tân"), "Huyện khác"]
    communes = {f"Xã {number}": {"@group": "xa", "@parent": name, "may": number + 3} for number, name in enumerate(spellings)}
    survey = make_survey({"Huyện Hàm Tân": {"@group": "huyen"}, "Huyện Bắc": {"@group": "huyen"}, **communes})
    outcome = outcome_of(rules(MEMBERS), survey)
    assert outcome.books.assessment.groups[0].units[0].criterion("tong").points == 0  # the northern district has no communes, and the most
    assert outcome.books.assessment.groups[0].units[1].criterion("tong").points == 3 + 4 + 5 + 6
    assert agreement([outcome]).differing == []
