"""What is wanted of a unit's answers, as a problem to be searched: a target to be reached, or one to be lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from ictscore.expr.nodes import AnswerTo, Expr, Measure, PointsOf, SectionPoints
from ictscore.rulebook.results import GradeBand
from ictscore.scoring.explain import Books
from ictscore.scoring.records import UnitScore
from ictscore.whatif.domains import Domain
from ictscore.whatif.problem import Problem, problem_of
from ictscore.whatif.rescoring import Changes, Rescorer
from ictscore.whatif.rivals import rivals_of
from ictscore.whatif.targets import HUNDRED, Line, Target, award_of, bands_from, lines, needs, reached, value_of

Domains = Mapping[str, Domain]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A target and the problem it poses; ``loses`` where it is to be lost."""

    target: Target
    problem: Problem
    loses: bool = False

    def holds(self, rescorer: Rescorer, changes: Changes) -> bool:
        """Return whether changes really do it."""
        return reached(self.target, rescorer.rulebook, rescorer.standing(changes)) != self.loses

    def is_plain(self, rescorer: Rescorer, changes: Changes) -> bool:
        """Return whether more points are all that could have helped, so that a best that fails is a proof."""
        if not self.problem.sums_hold:
            return False
        if self.target.kind == "points":
            return True
        bands = self._bands(rescorer)
        nodes = [node for each in self._conditions(rescorer, bands) for node in each.walk()]
        looked_at = {node.id for node in nodes if isinstance(node, AnswerTo)}
        hidden = any(isinstance(node, (PointsOf, SectionPoints, Measure)) for node in nodes)
        quotas = any(each.quota is not None for each in bands)
        return not (hidden or quotas or looked_at & changes.keys() or rescorer.measures_others(changes))

    def _grade(self, rescorer: Rescorer) -> str | None:
        if self.target.kind == "award":
            return award_of(rescorer.rulebook, str(self.target.value)).grade
        return str(self.target.value) if self.target.kind == "grade" else None

    def _bands(self, rescorer: Rescorer) -> tuple[GradeBand, ...]:
        grade = self._grade(rescorer)
        return bands_from(rescorer.rulebook, grade) if grade is not None and rescorer.rulebook.grades is not None else ()

    def _conditions(self, rescorer: Rescorer, bands: tuple[GradeBand, ...]) -> Iterator[Expr]:
        """Yield the conditions, besides points, that the target hangs on."""
        rulebook, places, grade = rescorer.rulebook, self.target.kind != "grade", self._grade(rescorer)
        award = award_of(rulebook, str(self.target.value)) if self.target.kind == "award" else None
        yield from (each.when for each in rulebook.knockouts if (places and each.unranked) or (grade is not None and each.grade))
        yield from (each.requires for each in bands if each.requires is not None)
        if award is not None and award.requires is not None:
            yield award.requires
        if places:
            yield from rulebook.ranking.tie_breaks


def to_reach(rescorer: Rescorer, target: Target, domains: Domains) -> Wanted:
    """Return a target as what is wanted."""
    return Wanted(target, _problem(rescorer, target, domains))


def to_lose(rescorer: Rescorer, target: Target, domains: Domains) -> Wanted | None:
    """Return the loss of a target, because of fewer points, as what is wanted; None where no points tell."""
    others = others_of(rescorer.books, rescorer.unit)
    found = [problem_of(rescorer, each, (), domains, way=-1) for each in lines(target, rescorer.rulebook, others)]
    if not found:
        return None
    problem = min(found, key=lambda each: each.lacking)
    if target.kind != "grade" and rescorer.plan.extremes:  # what others would win is not in these sums
        problem = replace(problem, sums_hold=False)
    return Wanted(target, problem, loses=True)


def _problem(rescorer: Rescorer, target: Target, domains: Domains) -> Problem:
    """Return the problem of the line that is farthest away; where that is a rank, others may fall too."""
    rulebook, unit = rescorer.rulebook, rescorer.unit
    others, wanted = others_of(rescorer.books, rescorer.unit), needs(target, rulebook, unit.group)
    found = [(each, problem_of(rescorer, each, wanted, domains)) for each in lines(target, rulebook, others)]
    if not found:
        return problem_of(rescorer, Line(), wanted, domains)
    line, problem = max(found, key=lambda each: each[1].lacking)
    if line.rank is None:
        return problem
    above = sorted((each for each in others if each.rank is not None), key=lambda each: -value_of(rulebook.ranking.on, each))
    pieces = tuple(rivals_of(rescorer, above[: line.rank], in_points=not line.share))
    if not any(each.rivals for each in pieces):
        return problem
    problem = problem_of(rescorer, line, wanted, domains, more=pieces)
    places = rulebook.rounding.total
    grain = Fraction(0) if places is None else Fraction(1, 10**places)
    worth = rescorer.plan.max_points / HUNDRED if line.share else Fraction(1)
    return replace(problem, slack=problem.slack + grain * worth)


def others_of(books: Books, unit: UnitScore) -> list[UnitScore]:
    """Return the units that are ranked together with a unit."""
    group = next(each for each in books.assessment.groups if each.group.id == unit.group)
    others = [each for each in group.units if each.who != unit.who and each.ranked]
    return [each for each in others if not group.group.ranked_within or each.parent == unit.parent]
