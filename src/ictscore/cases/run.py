"""Worked cases are scored, and every difference is a finding at its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ictscore.cases.model import Case, CaseFile, CaseUnit, Expectation, plain_value
from ictscore.documents import Node
from ictscore.exact import NotANumber, parse_number
from ictscore.findings import Finding, finding
from ictscore.nearest import did_you_mean
from ictscore.places import Place
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.nodes import place_at
from ictscore.rulebook.procedure import StageId
from ictscore.scoring.assess import assess
from ictscore.scoring.plan import GroupPlan
from ictscore.scoring.records import UnitScore
from ictscore.survey.labels.unit_names import Who
from ictscore.survey.questions import questions_of
from ictscore.survey.submission import Answer, Submission, Survey
from ictscore.words import N_, Phrase, phrase

Path_ = tuple[int | str, ...]
STATUSES = ("missing", "not_applicable", "error")


@dataclass(frozen=True, slots=True)
class CaseResult:
    """What became of one case: how many values were held against it, and those that differ."""

    id: str
    name: str
    checked: int
    findings: tuple[Finding, ...]
    confirmed: bool = True


def run_cases(rulebook: Rulebook, file: CaseFile, document: Node, under: Path_ = ("cases",)) -> Iterator[CaseResult]:
    """Yield the result of every case of ``file``; ``under`` is where the list of cases stands in the document."""
    return (each.result() for each in prepare_cases(rulebook, file, document, under))


def prepare_cases(rulebook: Rulebook, file: CaseFile, document: Node, under: Path_ = ("cases",)) -> Iterator[PreparedCase]:
    """Yield every case of ``file`` with its answers read, ready to be scored."""
    answers: dict[str, Mapping[str, str]] = {}
    for index, case in enumerate(file.cases):
        yield PreparedCase(rulebook, case, document, (*under, index), answers)
        answers[case.id] = {**answers.get(case.base or "", {}), **case.answers}


class PreparedCase:
    """One case: its answers read once; scored and compared as often as wanted, under its own rulebook or another."""

    def __init__(self, rulebook: Rulebook, case: Case, document: Node, path: Path_, earlier: Mapping[str, Mapping[str, str]]) -> None:
        """Read the case; ``earlier`` are the answers of the cases before it."""
        self.rulebook, self.case, self.document, self.path = rulebook, case, document, path
        self.findings: list[Finding] = []
        self.checked = 0
        if case.base is not None and case.base not in earlier:
            self._find("CS104", ("base",), read=case.base)
        base = earlier.get(case.base or "", {})
        self.units = list(enumerate(case.units)) if case.units else [(None, case)]
        self.submissions = [self._submission(unit, base, () if index is None else ("units", index)) for index, unit in self.units]
        self._refuse_twins(self.submissions)
        self.unreadable = tuple(self.findings)

    @property
    def survey(self) -> Survey:
        """Return the case's units as a survey."""
        return Survey(tuple(each for each in self.submissions if each is not None))

    def result(self) -> CaseResult:
        """Return what becomes of the case under its own rulebook."""
        case = self.case
        if not case.confirmed:
            self.findings = [*self.unreadable]
            self._find("CS120", ())
            return CaseResult(case.id, case.name or "", 0, tuple(self.findings), confirmed=False)
        findings = self.unreadable or self.differences(self.rulebook)
        return CaseResult(case.id, case.name or "", self.checked, tuple(findings))

    def differences(self, rulebook: Rulebook, plans: Mapping[str, GroupPlan] | None = None) -> tuple[Finding, ...]:
        """Return what differs from the case's expectations when its units are scored by ``rulebook``."""
        self.findings, self.checked = [], 0
        scores = {(each.group, each.who): each for each in assess(rulebook, self.survey, plans=plans).units()}
        for (index, unit), submission in zip(self.units, self.submissions, strict=True):
            if submission is not None and unit.expect is not None:
                where: Path_ = ("expect",) if index is None else ("units", index, "expect")
                self._compare(scores.get((submission.group, submission.who)), unit, unit.expect, where)
        if not self.checked and not self.findings:
            self._find("CS107", ())
        return tuple(self.findings)

    def _refuse_twins(self, submissions: Sequence[Submission | None]) -> None:
        """Note units of one group that have the same name: their results could not be told apart."""
        seen: dict[tuple[str, Who], Place] = {}
        for index, each in enumerate(submissions):
            if each is None:
                continue
            place = place_at(self.document, (*self.path, "units", index))
            first = seen.setdefault((each.group, each.who), place)
            if first is not place:
                twice = {"first": first.beside(place), "second": place.beside(first)}
                self._find("UN102", ("units", index), unit=each.unit, group=self.rulebook.group(each.group).said, **twice)

    def _find(self, code: str, path: Path_, **values: Any) -> None:
        self.findings.append(finding(code, place_at(self.document, (*self.path, *path)), case=self.case.id, **values))

    def _submission(self, unit: CaseUnit, base: Mapping[str, str], path: Path_) -> Submission | None:
        groups = tuple(group.id for group in self.rulebook.groups)
        group = unit.group or self.case.group or (groups[0] if len(groups) == 1 else None)
        if group is None:
            self._find("CS105", path, known=groups)
            return None
        if group not in groups:
            self._find("CS102", (*path, "group"), what=phrase(N_("group")), read=group, nearest=did_you_mean(group, groups))
            return None
        answers = self._answers({**base, **unit.answers}, (*path, "answers"))
        by_stage: dict[StageId, Mapping[str, Answer]] = {"self": answers}
        for stage, given in unit.stage_answers.items():
            by_stage[stage] = self._answers(given, (*path, "stage_answers", stage))
        points = {stage: self._points(given, (*path, "points", stage)) for stage, given in unit.points.items()}
        return Submission(unit.unit, group, by_stage, points, unit.parent)

    def _points(self, given: Mapping[str, Fraction], path: Path_) -> dict[str, Answer]:
        known = {each.id for each in self.rulebook.all_criteria()}
        for name in (each for each in given if each not in known):
            self._find("CS102", (*path, name), what=phrase(N_("criterion")), read=name, nearest=did_you_mean(name, known))
        return {name: Answer(value) for name, value in given.items() if name in known}

    def _answers(self, given: Mapping[str, str], path: Path_) -> dict[str, Answer]:
        result = {}
        for name, text in given.items():
            spec = self.rulebook.answers.get(name)
            if spec is None:
                near = did_you_mean(name, self.rulebook.answers)
                self._find("CS102", (*path, name), what=phrase(N_("answer")), read=name, nearest=near)
                continue
            value = plain_value(name, text.strip(), spec)
            if value is None:
                self._find("CS103", (*path, name), read=text, answer=name, expected=questions_of(self.rulebook)[name].expected)
            else:
                result[name] = Answer(value, raw=text)
        return result

    def _compare(self, score: UnitScore | None, unit: CaseUnit, expect: Expectation, path: Path_) -> None:
        name = f" ({unit.unit})" if unit.unit != "–" else ""
        if score is None:
            self._find("CS102", path, what=phrase(N_("unit in the results")), read=unit.unit, nearest="")
            return
        for criterion, expected in expect.points.items():
            self._compare_points(score, criterion, expected, (*path, "points", criterion), name)
        for section, points in expect.sections.items():
            found = score.section(section)
            if found is None:
                self._find("CS102", (*path, "sections", section), what=phrase(N_("section")), read=section, nearest="")
            else:
                self._same(phrase(N_("section {id}"), id=section), found.points, points, (*path, "sections", section), name)
        for what, value, wanted in self._simple(score, expect):
            if wanted is not None:
                self._same(phrase(what[0]), value, wanted, (*path, what[1]), name)

    def _simple(self, score: UnitScore, expect: Expectation) -> Iterator[tuple[tuple[str, str], object, object]]:
        yield (N_("the total"), "total"), score.total, expect.total
        yield (N_("the percentage"), "percent"), score.percent, expect.percent
        yield (N_("the maximum"), "max_points"), score.max_points, expect.max_points
        yield (N_("the grade"), "grade"), score.grade or "none", expect.grade
        yield (N_("the rank"), "rank"), str(score.rank) if score.rank is not None else "none", expect.rank
        awards = tuple(sorted(each.award.id for each in score.awards if not each.undecided))
        undecided = tuple(sorted(each.award.id for each in score.awards if each.undecided))
        yield (N_("the awards"), "awards"), awards, None if expect.awards is None else tuple(sorted(expect.awards))
        yield (N_("the open awards"), "undecided"), undecided, None if expect.undecided is None else tuple(sorted(expect.undecided))

    def _compare_points(self, score: UnitScore, criterion: str, expected: str, path: Path_, unit: str) -> None:
        found = score.criterion(criterion)
        if found is None:
            known = [each.criterion.id for each in score.criteria]
            self._find("CS102", path, what=phrase(N_("criterion")), read=criterion, nearest=did_you_mean(criterion, known))
            return
        what = phrase(N_("criterion {id}"), id=criterion)
        if expected in STATUSES:
            self._same(what, found.status, expected, path, unit)
            return
        try:
            wanted = parse_number(expected)
        except NotANumber:
            self._find("CS103", path, read=expected, answer=criterion, expected=phrase(N_("a number of points")))
            return
        shown: object = found.points if found.status != "error" else phrase(N_("an error: {reason}"), reason=found.reason or "")
        self._same(what, shown, wanted, path, unit)

    def _same(self, what: Phrase, found: object, expected: object, path: Path_, unit: str) -> None:
        self.checked += 1
        if found != expected:
            self._find("CS101", path, unit=unit, what=what, found=_said(found), expected=_said(expected))


def _said(value: object) -> object:
    return phrase(N_("none")) if value == () else value
