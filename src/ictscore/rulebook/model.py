"""The rulebook: a regulation as data, and the questions the rest of the program asks of it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from pydantic import Field

from ictscore.formulas.fields import AnswerId
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.criteria import Criterion, Section
from ictscore.rulebook.groups import Group
from ictscore.rulebook.identity import Identity
from ictscore.rulebook.procedure import STAGES, ProcedureStep, Stage, StageId
from ictscore.rulebook.results import Award, Bonus, Deductions, Extra, Grades, Knockout, Ranking, Rounding, Scale
from ictscore.rulebook.robustness import Robustness
from ictscore.rulebook.sources import SourceText


class Rulebook(Identity):
    """A regulation: who is assessed by what, and how points become results."""

    sources: dict[str, SourceText] = {}
    answers: dict[AnswerId, AnswerSpec] = {}
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    scale: Scale = Scale()
    rounding: Rounding = Rounding()
    bonus: Bonus | None = None
    deductions: Deductions | None = None
    knockouts: tuple[Knockout, ...] = ()
    grades: Grades | None = None
    ranking: Ranking = Ranking()
    awards: tuple[Award, ...] = ()
    procedure: tuple[ProcedureStep, ...] = ()
    stages: tuple[Stage, ...] = ()
    robustness: Robustness | None = None

    @property
    def known_stages(self) -> tuple[StageId, ...]:
        """Return the stages a round has: what units say themselves is always there, others where the rulebook declares them."""
        declared = {"self", *(each.id for each in self.stages)}
        return tuple(each for each in STAGES if each in declared)

    @property
    def points_may_be_given(self) -> bool:
        """Return whether a stage after the units' own may give a criterion points, any within its bounds, whatever its formula gives."""
        return any(each.id != "self" for each in self.stages)

    def group(self, identifier: str) -> Group:
        """Return the group with this id."""
        return next(group for group in self.groups if group.id == identifier)

    def sections_of(self, group: str) -> tuple[tuple[Section, tuple[Criterion, ...]], ...]:
        """Return each section of a group with the criteria that apply to the group, in order."""
        found = []
        for section in self.sections:
            criteria = tuple(each for each in section.criteria if applies(each.applies_to, group))
            if applies(section.applies_to, group) and criteria:
                found.append((section, criteria))
        return tuple(found)

    def extras_of(self, group: str) -> tuple[Extra, ...]:
        """Return the bonus and the deductions that apply to a group."""
        return tuple(extra for extra in (self.bonus, self.deductions) if extra and applies(extra.applies_to, group))

    def criteria_of(self, group: str) -> Iterator[Criterion]:
        """Yield every criterion that applies to a group, parents before their parts, extras last."""
        tops = [each for _, criteria in self.sections_of(group) for each in criteria]
        tops += [each for extra in self.extras_of(group) for each in extra.criteria if applies(each.applies_to, group)]
        for top in tops:
            yield from (each for each in top.all() if applies(each.applies_to, group))

    def all_criteria(self) -> Iterator[Criterion]:
        """Yield every criterion of the file."""
        tops: list[Criterion] = [each for section in self.sections for each in section.criteria]
        for extra in (self.bonus, self.deductions):
            tops += extra.criteria if extra else ()
        for top in tops:
            yield from top.all()

    def max_points_of(self, group: str) -> Fraction:
        """Return the maximum of a group: its own, the scale's, or the sum of its sections."""
        own = self.group(group).max_points or self.scale.max_points
        return own if own is not None else sum((each.max_points for _, tops in self.sections_of(group) for each in tops), Fraction(0))


def applies(applies_to: tuple[str, ...], group: str) -> bool:
    """Return whether something limited to these groups (none: all) applies to ``group``."""
    return not applies_to or group in applies_to
