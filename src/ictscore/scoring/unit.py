"""One unit as its expressions see it: answers at a stage, points so far, its group and its members."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.expr.evaluate import evaluate
from ictscore.expr.nodes import GroupExtreme, Measure, OfMembers
from ictscore.expr.text import extreme_key
from ictscore.expr.values import Blank, Value, fault, gravest, missing
from ictscore.rulebook.procedure import StageId
from ictscore.scoring.records import UnitScore
from ictscore.survey.submission import Submission


@dataclass(slots=True)
class UnitScope:
    """What is known of a unit while it is being scored; filled step by step."""

    submission: Submission
    values: dict[str, Value]
    extremes: Mapping[str, Value] = field(default_factory=dict)
    members: Mapping[str, Sequence[Member]] = field(default_factory=dict)
    criteria: dict[str, Value] = field(default_factory=dict)
    sections: dict[str, Value] = field(default_factory=dict)
    scored: UnitScore | None = None

    def answer(self, identifier: str) -> Value:
        """Return the unit's answer at the stage being scored."""
        return self.values[identifier] if identifier in self.values else missing(identifier)

    def points(self, criterion: str) -> Value:
        """Return the points of a criterion already scored."""
        return self.criteria.get(criterion, fault("{criterion} does not apply to the unit", criterion=criterion))

    def note_points(self, criterion: str, above: Sequence[str], points: Fraction) -> None:
        """Remember the points of a criterion just scored, and add them to those of the criteria it is a part of."""
        self.criteria[criterion] = points
        for each in above:
            before = self.criteria.get(each)
            self.criteria[each] = before + points if isinstance(before, Fraction) else points

    def section(self, section: str) -> Value:
        """Return the points of a section."""
        return self.sections.get(section, fault("{section} does not apply to the unit", section=section))

    def measure(self, node: Measure) -> Value:
        """Return the total, maximum, percentage or least share, once known."""
        unit = self.scored
        if unit is None:
            return fault("{name} is not known yet", name=node.name)
        known = {"total": unit.total, "max_points": unit.max_points, "percent": unit.percent}
        return known[node.name] if node.name in known else _least_share(unit)

    def extreme(self, node: GroupExtreme) -> Value:
        """Return the group's highest or lowest value."""
        found = self.extremes.get(extreme_key(node))
        if found is not None:
            return found
        own = evaluate(node.of, self).value
        return own if isinstance(own, Blank) else fault("nobody in the group has a value")

    def of_members(self, node: OfMembers) -> Value:
        """Return the aggregate over the unit's members in a group."""
        return aggregate(node, self.members.get(node.group, ()))


@dataclass(frozen=True, slots=True)
class Member:
    """A unit that belongs to another: its name, its answers and its published total."""

    unit: str
    values: Mapping[str, Value]
    total: Fraction


def _least_share(unit: UnitScore) -> Fraction:
    in_sections = {leaf.id for section in unit.sections for top in section.section.criteria for leaf in top.leaves()}
    asked = [each for each in unit.criteria if each.criterion.id in in_sections and each.max_points and each.status != "not_applicable"]
    return min((each.points / each.max_points for each in asked), default=ZERO)


def scope_of(submission: Submission, stage: StageId) -> UnitScope:
    """Return the scope of a submission at ``stage``: every answer recorded, as it stands then."""
    return UnitScope(submission, submission.values_at(stage))


def aggregate(node: OfMembers, members: Sequence[Member]) -> Value:
    """Return what ``node`` asks about these members; a blank among their values decides."""
    if node.how == "count":
        return Fraction(len(members))
    values = [member.total if node.of == "total" else member.values.get(node.of, missing(node.of)) for member in members]
    blank = gravest(values)
    if blank is not None:
        return blank
    numbers = [value for value in values if isinstance(value, Fraction) and not isinstance(value, Blank)]
    if not numbers:
        return fault("the unit has no members")
    if node.how in {"sum", "mean"}:
        total = sum(numbers, Fraction(0))
        return total / len(numbers) if node.how == "mean" else total
    return min(numbers) if node.how == "least" else max(numbers)
