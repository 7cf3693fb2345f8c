"""All steps of one group in their order, and the self-check that they come to what the engine computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ictscore.errors import SelfCheckFailed
from ictscore.expr.excel_parts import excel_text
from ictscore.findings import finding
from ictscore.reports.live.answers import AnswerColumns, AnswerSteps
from ictscore.reports.live.cells import LiveCells, MemberCells
from ictscore.reports.live.judging import add_grades, add_knockouts, add_quotas, add_ranked, open_results
from ictscore.reports.live.leaves import LeafSteps, add_extremes, add_leaves
from ictscore.reports.live.making import Making
from ictscore.reports.live.ranking import Ranks, add_awards, add_order, add_ranks
from ictscore.reports.live.settling import Settling, Standing
from ictscore.reports.live.steps import DATA_ROW, Ref, Steps, quoted
from ictscore.reports.live.totalling import Totalling, Totals
from ictscore.rulebook.groups import Group
from ictscore.scoring.explain import Books
from ictscore.scoring.records import UnitScore
from ictscore.survey.blank.marks import Placed
from ictscore.survey.blank.validations import Lists
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import PARENT, UNIT
from ictscore.survey.submission import Submission
from ictscore.words import tr


@dataclass(frozen=True, slots=True)
class LiveGroup:
    """One group with all its steps: what its sheets show and where the formulas of other groups look."""

    making: Making
    placed: Placed
    answers: Mapping[str, AnswerColumns]
    leaves: Mapping[str, LeafSteps]
    known: Mapping[str, Standing]
    totals: Totals
    knockouts: Mapping[str, Ref]
    ranked: Ref
    grade: Ref | None
    ranks: Ranks
    awards: Mapping[str, Ref]
    parents: Sequence[str]
    """Where each unit belongs, as it is written in the table."""

    @property
    def steps(self) -> Steps:
        """Return the steps."""
        return self.making.steps

    def members(self) -> MemberCells:
        """Return the group as those see it to whom its units belong."""
        parents = _all(self.placed, PARENT, self.steps.count) if PARENT in self.placed.letters else '""'
        return MemberCells(parents, self.steps, self.answers, self.totals.total)


def own_cell(placed: Placed, mark: str) -> str:
    """Return the unit's own cell in the table of answers, as other sheets write it."""
    return f"{quoted(placed.sheet)}!${placed.letters[mark]}{DATA_ROW}"


def _all(placed: Placed, mark: str, count: int) -> str:
    letters = placed.letters[mark]
    return f"{quoted(placed.sheet)}!${letters}${placed.first}:${letters}${placed.first + max(count, 1) - 1}"


def make_group(  # noqa: PLR0913 - what a group is made of
    books: Books,
    units: Sequence[UnitScore],
    rows: Sequence[Submission],
    *,
    placed: Placed,
    steps: Steps,
    lists: Lists,
    members: Mapping[str, MemberCells],
) -> LiveGroup:
    """Return the group of ``units``, written as ``rows`` in their order. Raises SelfCheckFailed where its steps come to something else."""
    plan = books.plans[units[0].group]
    scopes = [books.scope(each) for each in units]
    source = AnswerSteps(books.rulebook, steps, placed, lists, [each.submission for each in scopes], books.round.stage)
    answers = source.answers()
    cells = LiveCells(books.rulebook, own_cell(placed, UNIT), answers, members)
    making = Making(books.rulebook, plan, books.round.stage, units, scopes, steps, cells)
    circle = _circle(making, plan.group, cells.unit)
    add_extremes(making, circle)
    leaves = add_leaves(making, source.points)
    settling = Settling(making, leaves)
    settling.settle()
    totals = Totalling(making, settling.known).total()
    open_results(making, settling.known, totals)
    knockouts = add_knockouts(making)
    ranked = add_ranked(making, circle, knockouts)
    grade = add_grades(making, totals, knockouts)
    steps.shared_from = len(steps.columns)
    better = add_order(making, totals)
    if grade is not None:
        grade = add_quotas(making, grade, better)
    parents = (_all(placed, PARENT, steps.count), own_cell(placed, PARENT)) if plan.group.ranked_within else None
    ranks = add_ranks(making, better, ranked, parents)
    awards = add_awards(making, totals, grade, ranks, parents)
    written = [each.parent or "" for each in rows]
    made = LiveGroup(making, placed, answers, leaves, settling.known, totals, knockouts, ranked, grade, ranks, awards, written)
    _check(made)
    return made


def _circle(making: Making, group: Group, unit: str) -> Ref | None:
    """Add whether the rules of the group rank the unit at all; None where they rank everybody."""
    outside = {fold_name(name) for name in group.unranked}
    if group.ranked and not outside:
        return None
    spelt = dict.fromkeys([*group.unranked, *(each.unit for each in making.units if fold_name(each.unit) in outside)])
    named = f"IF(OR({','.join(f'TRIM({unit})={excel_text(name)}' for name in spelt)}),0,1)" if group.ranked else "0"

    def is_ranked(index: int) -> bool:
        return group.ranked and fold_name(making.units[index].unit) not in outside

    return making.steps.add(tr("ranked by the rules"), named, is_ranked)


def _check(made: LiveGroup) -> None:
    """Raise SelfCheckFailed where some step comes to something else than the engine."""
    grades = made.making.rulebook.grades
    for index, unit in enumerate(made.making.units):
        facts: list[tuple[object, object]] = [
            (made.totals.total.number(index), unit.total),
            (made.totals.exact.number(index), unit.exact_total),
            (made.totals.maximum.number(index), unit.max_points),
            (made.totals.percent.number(index), unit.percent),
            (made.totals.bonus.number(index), unit.bonus),
            (made.totals.deducted.number(index), unit.deducted),
            (made.ranked.number(index), unit.ranked),
            *((made.known[each.criterion.id].points.number(index), each.points) for each in unit.criteria),
            *((made.known[each.criterion.id].maximum.number(index), each.max_points) for each in unit.criteria),
            *((made.totals.sections[each.section.id].number(index), each.points) for each in unit.sections),
        ]
        if grades is not None and made.grade is not None:
            place = 0 if unit.grade is None else grades.position(unit.grade) + 1
            facts.append((made.grade.number(index), place))
        for found, wanted in facts:
            if found != wanted:
                raise SelfCheckFailed(finding("SC204", unit.place, reason=f"{unit.unit}: {found} ≠ {wanted}"))
