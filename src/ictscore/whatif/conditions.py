"""Conditions on answers that a target hangs on, whatever the points: knockouts, and what grades and awards demand besides."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ictscore.expr.nodes import Compare, Const, Expr, Measure, OfMembers, PointsOf, SectionPoints
from ictscore.rulebook.model import Rulebook, applies
from ictscore.rulebook.results import Award, Knockout
from ictscore.whatif.targets import Target, award_of, bands_from


@dataclass(frozen=True, slots=True)
class Need:
    """A condition on answers: one of ``any_of`` holds, or (``forbidden``) none does."""

    any_of: tuple[Expr, ...]
    forbidden: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition by name: a knockout that must not hold, or what the award or a grade demands, which must."""

    kind: Literal["knockout", "award", "grade"]
    name: str
    expr: Expr

    @property
    def undoing(self) -> Need:
        """Return what must be so for the target to be lost by it."""
        return Need((self.expr,), forbidden=self.kind != "knockout")


def is_hidden(expr: Expr) -> bool:
    """Return whether an expression looks at points, totals or members, so that its answers cannot be told by themselves."""
    return any(isinstance(node, (Measure, SectionPoints, PointsOf, OfMembers)) for node in expr.walk())


@dataclass(frozen=True, slots=True)
class Floor:
    """The share of its maximum that every criterion of a section has to have where it applies; ``strict``: to be above."""

    share: Fraction
    strict: bool

    def holds(self, points: Fraction, maximum: Fraction) -> bool:
        """Return whether points are enough of a maximum; of none everything is."""
        return not maximum or (points > self.share * maximum if self.strict else points >= self.share * maximum)


def floor_of(need: Need) -> Floor | None:
    """Return what a need demands of every criterion by itself, where it is a bound on the least share and nothing else."""
    expr = need.any_of[0] if len(need.any_of) == 1 else None
    if not isinstance(expr, Compare) or not isinstance(expr.right, Const) or not isinstance(expr.right.value, Fraction):
        return None
    if not isinstance(expr.left, Measure) or expr.left.name != "least_share":
        return None
    strict = {"<": False, "≤": True} if need.forbidden else {"≥": False, ">": True}
    return Floor(expr.right.value, strict[expr.op]) if expr.op in strict else None


def grade_wanted(target: Target, rulebook: Rulebook) -> str | None:
    """Return the grade that a target takes, if it takes one."""
    if rulebook.grades is None:
        return None
    if target.kind == "award":
        return award_of(rulebook, str(target.value)).grade
    return str(target.value) if target.kind == "grade" else None


def has_quota(target: Target, rulebook: Rulebook) -> bool:
    """Return whether only so many units may have a grade that would do."""
    grade = grade_wanted(target, rulebook)
    return grade is not None and any(each.quota is not None for each in bands_from(rulebook, grade))


def beside_points(target: Target, rulebook: Rulebook, group: str) -> tuple[Expr, ...]:
    """Return what decides beside points who keeps a grade that only so many may have: no line, and no demand on the unit, says so.

    A tie-break keeps it; what a better grade demands, or what forces one, leads to places of its own.
    """
    grade = grade_wanted(target, rulebook)
    if grade is None or not has_quota(target, rulebook):
        return ()
    demanded = tuple(each.requires for each in bands_from(rulebook, grade) if each.requires is not None)
    return (*rulebook.ranking.tie_breaks, *demanded, *(each.when for each in knockouts_for(target, rulebook, group)))


def knockouts_against(target: Target, rulebook: Rulebook, group: str) -> tuple[Knockout, ...]:
    """Return the knockouts of a group that undo a target: those that force too low a grade, or take the unit out of the ranking."""
    grade, grades = grade_wanted(target, rulebook), rulebook.grades
    ranked = target.kind in {"rank", "award"}
    found = []
    for knockout in rulebook.knockouts:
        forced = grade is not None and grades is not None and knockout.grade is not None
        too_low = forced and grades is not None and grades.position(str(knockout.grade)) > grades.position(str(grade))
        if applies(knockout.applies_to, group) and (too_low or (ranked and knockout.unranked)):
            found.append(knockout)
    return tuple(found)


def award_wanted(target: Target, rulebook: Rulebook) -> Award | None:
    """Return the award that a target is, if it is one."""
    return award_of(rulebook, str(target.value)) if target.kind == "award" else None


def needs(target: Target, rulebook: Rulebook, group: str) -> tuple[Need, ...]:
    """Return the conditions that must hold, or must not, whatever the points; what a grade demands is a matter of its band."""
    award = award_wanted(target, rulebook)
    demanded = [Need((award.requires,))] if award is not None and award.requires is not None else []
    return (*demanded, *(Need((each.when,), forbidden=True) for each in knockouts_against(target, rulebook, group)))


def knockouts_for(target: Target, rulebook: Rulebook, group: str) -> tuple[Knockout, ...]:
    """Return the knockouts that force a grade which is good enough: with one of them points do not matter."""
    grade, grades = grade_wanted(target, rulebook), rulebook.grades
    if grade is None or grades is None:
        return ()
    forced = [(each, each.grade) for each in rulebook.knockouts if applies(each.applies_to, group)]
    return tuple(each for each, given in forced if given is not None and grades.position(given) <= grades.position(grade))


def conditions_of(target: Target, rulebook: Rulebook, group: str) -> tuple[Condition, ...]:
    """Return by name the conditions that a target hangs on in a group: what it demands, then the knockouts that undo it."""
    award, grade = award_wanted(target, rulebook), grade_wanted(target, rulebook)
    found = [Condition("award", award.name, award.requires)] if award is not None and award.requires is not None else []
    bands = bands_from(rulebook, grade) if grade is not None else ()
    found += [Condition("grade", each.name, each.requires) for each in bands if each.requires is not None]
    return (*found, *(Condition("knockout", each.name, each.when) for each in knockouts_against(target, rulebook, group)))
