"""The questions of a group as a form numbers them, under the headings of the sections that use them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from ictscore.expr.nodes import AnswerTo, Given, OfMembers
from ictscore.formulas.graded import Graded
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import Rulebook, applies
from ictscore.rulebook.results import Bonus
from ictscore.survey.asked import asked_of
from ictscore.words import tr

REQUIRED_SIGN = "\N{NO-BREAK SPACE}*"


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """One answer that a group is asked for; ``number`` counts from 1 through the whole form, ``every`` is the step points are given in."""

    number: int
    id: str
    spec: AnswerSpec
    heading: str
    every: Fraction | None = None

    @property
    def label(self) -> str:
        """Return the question as it is printed, with the sign of required ones."""
        return self.spec.label + (REQUIRED_SIGN if self.spec.required else "")

    @property
    def measure(self) -> str:
        """Return in what the answer is measured."""
        return self.spec.measure or ("%" if self.spec.type == "percent" else "")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and the criteria under it; ``number`` is empty for what stands outside the sections."""

    number: str
    name: str
    criteria: tuple[Criterion, ...]

    @property
    def heading(self) -> str:
        """Return the heading as it is printed."""
        return f"{self.number}. {self.name}" if self.number else self.name


def parts_of(rulebook: Rulebook, group: str) -> tuple[Part, ...]:
    """Return the sections of a group, then its bonus and deductions, with the criteria that apply to the group."""
    parts = [Part(section.number or "", section.name, criteria) for section, criteria in rulebook.sections_of(group)]
    for extra in rulebook.extras_of(group):
        criteria = tuple(each for each in extra.criteria if applies(each.applies_to, group))
        parts.append(Part("", tr("Bonus points") if isinstance(extra, Bonus) else tr("Deductions"), criteria))
    return tuple(parts)


def form_questions(rulebook: Rulebook, group: str) -> tuple[FormQuestion, ...]:
    """Return what a group is asked, in the order of its criteria."""
    headings: dict[str, str] = {}
    for part in parts_of(rulebook, group):
        for name in answers_of(part.criteria):
            headings.setdefault(name, part.heading)
    last = tr("Further questions")
    order = list(dict.fromkeys([*headings.values(), last]))
    ordered = sorted(asked_of(rulebook, group), key=lambda name: order.index(headings.get(name, last)))
    steps = steps_of(rulebook, group)
    return tuple(
        FormQuestion(number, name, rulebook.answers[name], headings.get(name, last), steps.get(name))
        for number, name in enumerate(ordered, 1)
    )


def steps_of(rulebook: Rulebook, group: str) -> dict[str, Fraction]:
    """Return the step in which a person gives points, by the answer that holds them."""
    graded = [each.formula for each in rulebook.criteria_of(group) if isinstance(each.formula, Graded)]
    return {each.of.id: each.every for each in graded if each.every is not None and isinstance(each.of, AnswerTo)}


def has_parents(rulebook: Rulebook, group: str) -> bool:
    """Return whether it matters to which unit the units of a group belong."""
    formulas = (each.formula.to_expr(each.bounds) for each in rulebook.all_criteria() if each.formula is not None)
    drawn_on = any(isinstance(node, OfMembers) and node.group == group for expr in formulas for node in expr.walk())
    return drawn_on or rulebook.group(group).ranked_within == "parent"


def answers_of(criteria: Iterable[Criterion]) -> Iterator[str]:
    """Yield the ids of the answers that criteria and their parts use, in order."""
    for criterion in criteria:
        for leaf in criterion.leaves():
            formula = [leaf.formula.to_expr(leaf.bounds)] if leaf.formula is not None else []
            for expr in [*formula, *(each.when for each in leaf.not_applicable if each.when is not None)]:
                yield from (node.id for node in expr.walk() if isinstance(node, (AnswerTo, Given)))
