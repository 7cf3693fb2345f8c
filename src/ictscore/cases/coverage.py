"""Which branches of a rulebook its cases go through, and which no case reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ictscore.cases.run import PreparedCase
from ictscore.expr.branches import Branch, branches_of, branches_taken, expression_at
from ictscore.expr.evaluate import evaluate
from ictscore.expr.intervals.reach import Reach
from ictscore.expr.nodes import Expr, If
from ictscore.expr.text import expression_text
from ictscore.expr.values import Blank
from ictscore.findings import Finding
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.domains import in_formula, knowledge_of
from ictscore.rulebook.draft import Draft, Path
from ictscore.rulebook.model import Rulebook, applies
from ictscore.scoring.assess import assess
from ictscore.scoring.criteria import holding_policy
from ictscore.scoring.explain import Books, Explanation
from ictscore.scoring.records import UnitScore
from ictscore.scoring.unit import UnitScope
from ictscore.words import N_, Phrase, phrase

Way = tuple[str, ...] | Branch
"""A branch of a formula, or a way by name: a policy that held, an answer that was missing, a knockout, a grade."""


@dataclass(slots=True)
class Covered:
    """One part of the rulebook (a criterion, a knockout, a grade, an award): all ways through it, and those some case goes."""

    path: Path
    name: str
    expr: Expr | None
    ways: dict[Way, Phrase]
    reached: set[Way] = field(default_factory=set)

    def missed(self) -> list[Way]:
        """Return the ways no case goes, in order."""
        return [way for way in self.ways if way not in self.reached]


@dataclass(slots=True)
class Coverage:
    """The ways through a rulebook by the id of their part."""

    parts: dict[str, Covered]

    @property
    def total(self) -> int:
        """Return how many ways there are."""
        return sum(len(each.ways) for each in self.parts.values())

    @property
    def reached(self) -> int:
        """Return how many of them some case goes."""
        return sum(len(each.ways) - len(each.missed()) for each in self.parts.values())

    def mark(self, part: str, ways: Iterable[Way]) -> None:
        """Note that a case goes these ways."""
        covered = self.parts.get(part)
        if covered is not None:
            covered.reached |= {way for way in ways if way in covered.ways}

    def findings(self, draft: Draft) -> Iterator[Finding]:
        """Yield a finding for every way no case goes."""
        for part, covered in self.parts.items():
            name = part.partition(" ")[2] or part
            for way in covered.missed():
                yield draft.find("CS121", covered.path, what=name, branch=covered.ways[way])


def cover(draft: Draft, cases: Iterable[PreparedCase]) -> Coverage:
    """Return which ways through the rulebook the confirmed cases go."""
    found = Coverage(_parts(draft))
    for case in cases:
        if case.case.confirmed and not case.unreadable:
            _go_through(draft.rulebook, case, found)
    return found


def _parts(draft: Draft) -> dict[str, Covered]:
    rulebook = draft.rulebook
    parts: dict[str, Covered] = {}
    known = knowledge_of(rulebook)
    for path, part in draft.parts():
        if isinstance(part, Criterion) and part.formula is not None:
            expr = part.formula.to_expr(part.bounds)
            reach = Reach()
            possible = reach.value(expr, in_formula(rulebook, part, known))
            ways: dict[Way, Phrase] = {each: _said(expr, each) for each in branches_of(expr) if each in reach.taken}
            ways |= _policies(rulebook, part)
            if "missing" in possible.blanks:
                ways["missing",] = phrase(N_("an answer is missing"))
            parts[part.id] = Covered((*path, "formula"), part.name, expr, ways)
    for index, knockout in enumerate(rulebook.knockouts):
        ways = {("yes",): phrase(N_("it holds")), ("no",): phrase(N_("it does not hold"))}
        parts[f"knockout {knockout.id}"] = Covered(("knockouts", index), knockout.name, None, ways)
    for index, band in enumerate(rulebook.grades.bands if rulebook.grades else ()):
        ways = {("given",): phrase(N_("a unit gets it"))}
        if band.requires is not None:
            ways |= {("yes",): phrase(N_("its condition holds")), ("no",): phrase(N_("its condition does not hold"))}
        parts[f"grade {band.name}"] = Covered(("grades", "bands", index), band.name, band.requires, ways)
    for index, award in enumerate(rulebook.awards):
        ways = {("given",): phrase(N_("a unit gets it")), ("not",): phrase(N_("a unit of its groups does not get it"))}
        parts[f"award {award.id}"] = Covered(("awards", index), award.name, None, ways)
    return parts


def _policies(rulebook: Rulebook, criterion: Criterion) -> dict[Way, Phrase]:
    ways: dict[Way, Phrase] = {}
    assert criterion.formula is not None
    names = _answers_of(criterion)
    for index, policy in enumerate(criterion.not_applicable):
        if policy.declared and any(rulebook.answers[name].not_applicable for name in names if name in rulebook.answers):
            ways["declared", str(index)] = phrase(N_("an answer is declared not applicable: {then}"), then=policy.then)
        if policy.when is not None:
            condition = expression_text(policy.when)
            ways["when", str(index)] = phrase(N_("not applicable because {condition}: {then}"), condition=condition, then=policy.then)
    return ways


def _answers_of(criterion: Criterion) -> set[str]:
    assert criterion.formula is not None
    return {str(name) for node in criterion.formula.to_expr(criterion.bounds).walk() if (name := getattr(node, "id", None))}


def _said(expr: Expr, branch: Branch) -> Phrase:
    node = expression_at(expr, branch.path)
    text = expression_text(node.condition if isinstance(node, If) else node)
    if branch.way == "counts":
        return phrase(N_("{text} is what counts"), text=text)
    return phrase(N_("{text}: yes") if branch.way in {"then", "yes"} else N_("{text}: no"), text=text)


def _go_through(rulebook: Rulebook, case: PreparedCase, found: Coverage) -> None:
    survey = case.survey
    assessment = assess(rulebook, survey)
    books = Books(rulebook, survey, assessment)
    for unit in assessment.units():
        for each in books.explain(unit):
            if each.leaf is not None and each.raw is not None and each.raw.given_by is None:
                found.mark(each.score.criterion.id, _ways_of(each, books.scope(unit)))
        books.key(unit)
        _standing(rulebook, unit, books.scope(unit), found)


def _ways_of(each: Explanation, scope: UnitScope) -> list[Way]:
    assert each.leaf is not None
    assert each.raw is not None
    index, declared = holding_policy(each.leaf, scope)
    if index is not None:
        position = each.leaf.criterion.not_applicable.index(each.leaf.policies[index])
        return [("declared" if declared else "when", str(position))]
    assert each.derivation is not None
    value = each.derivation.value
    if isinstance(value, Blank) and value.kind == "missing":
        return [("missing",)]
    return list(branches_taken(each.derivation))


def _standing(rulebook: Rulebook, unit: UnitScore, scope: UnitScope, found: Coverage) -> None:
    for knockout in rulebook.knockouts:
        if applies(knockout.applies_to, unit.group):
            value = evaluate(knockout.when, scope).value
            if isinstance(value, bool):
                found.mark(f"knockout {knockout.id}", [("yes" if value else "no",)])
    for band in rulebook.grades.bands if rulebook.grades else ():
        if band.requires is not None and isinstance(value := evaluate(band.requires, scope).value, bool):
            found.mark(f"grade {band.name}", [("yes" if value else "no",)])
        if unit.grade == band.name:
            found.mark(f"grade {band.name}", [("given",)])
    won = {each.award.id for each in unit.awards}
    for award in rulebook.awards:
        if applies(award.groups, unit.group):
            found.mark(f"award {award.id}", [("given" if award.id in won else "not",)])
