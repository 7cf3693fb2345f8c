"""What is to be reached: points, a grade, a rank or an award; and whether a unit has it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.results import Award, GradeBand
from ictscore.scoring.records import UnitScore

HUNDRED = Fraction(100)
Measured = Literal["total", "exact", "percent"]


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of target and what was asked for: points as a number, a rank, the name of a grade, the id of an award."""

    kind: Literal["points", "grade", "rank", "award"]
    value: Fraction | int | str


def reached(target: Target, rulebook: Rulebook, unit: UnitScore) -> bool:
    """Return whether a unit has what is to be reached; an award left open by a tie is not had."""
    match target.kind:
        case "points":
            return unit.total >= Fraction(target.value)
        case "rank":
            return unit.rank is not None and unit.rank <= int(target.value)
        case "award":
            return any(each.award.id == target.value and not each.undecided for each in unit.awards)
    grades = rulebook.grades
    return grades is not None and unit.grade is not None and grades.position(unit.grade) <= grades.position(str(target.value))


def award_of(rulebook: Rulebook, identifier: str) -> Award:
    """Return the award with this id."""
    return next(each for each in rulebook.awards if each.id == identifier)


def bands_from(rulebook: Rulebook, grade: str) -> tuple[GradeBand, ...]:
    """Return the bands of a grade and of all better ones, best first."""
    assert rulebook.grades is not None
    return rulebook.grades.bands[: rulebook.grades.position(grade) + 1]


def value_of(measured: Measured, unit: UnitScore) -> Fraction:
    """Return the value of a unit that ranks or grades are made by."""
    return {"total": unit.total, "exact": unit.exact_total, "percent": unit.percent}[measured]
