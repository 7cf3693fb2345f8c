"""The live workbook put together: a guide, and for each group its ranking, points, answers and steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ictscore.findings import Finding, finding
from ictscore.reports.live.cells import MemberCells
from ictscore.reports.live.doubts import Doubt
from ictscore.reports.live.drawn import FIRST_ROW, Cells
from ictscore.reports.live.group import LiveGroup, make_group
from ictscore.reports.live.guide import write_guide
from ictscore.reports.live.shown import draw_points, draw_ranking, draw_steps
from ictscore.reports.live.steps import Steps
from ictscore.reports.outcome import Outcome
from ictscore.reports.workbook.looks import Looks
from ictscore.reports.workbook.names import unique_names
from ictscore.reports.workbook.origin import write_origin
from ictscore.reports.workbook.page import Draft
from ictscore.rulebook.groups import Group
from ictscore.scoring.assess import members_first
from ictscore.scoring.records import GroupScore, UnitScore
from ictscore.survey.blank.front import in_language
from ictscore.survey.blank.looks import Styles
from ictscore.survey.blank.marks import Stamp, write_stamp
from ictscore.survey.blank.table import place_table
from ictscore.survey.blank.validations import Lists
from ictscore.survey.blank.writing import Book, workbook_bytes
from ictscore.survey.layout import LIVE_KIND
from ictscore.survey.submission import Submission
from ictscore.survey.unit_names import Who, fold_name
from ictscore.words import N_, tr

KINDS = (N_("Ranking"), N_("Points"), N_("Answers"), N_("Steps"))
STAGE_KEY, SHEET_KEY = "stage", "answers:"

Order = Mapping[tuple[str, Who], int]
Marks = Mapping[str, Sequence[str]]


@dataclass(slots=True)
class LiveWorkbook:
    """A live workbook: its bytes, what should stand in every computed cell, and what can only be said about it."""

    data: bytes = b""
    cells: dict[str, Cells] = field(default_factory=dict)
    groups: list[LiveGroup] = field(default_factory=list)

    @property
    def count(self) -> int:
        """Return how many cells are computed."""
        return sum(len(each) for each in self.cells.values())

    def near(self) -> frozenset[tuple[str, int]]:
        """Return the groups and rows of units that a workbook may get otherwise than exact arithmetic."""
        return frozenset((made.making.plan.group.id, unit) for made in self.groups for unit in made.making.doubts.near)

    def findings(self) -> Iterator[Finding]:
        """Yield what binary formulas cannot promise, and what is no formula."""
        for made in self.groups:
            group, units = made.making.plan.group.name, made.making.units
            for doubt in unlike(made.making.doubts.of_kind("near")):
                values = {"value": doubt.value, "bound": doubt.bound}
                yield finding("SC261", units[doubt.unit].place, unit=units[doubt.unit].unit, what=doubt.what, **values)
            on = list(unlike(made.making.doubts.of_kind("on")))
            if on:
                yield finding("SC260", group=group, count=len(on), units=tuple(dict.fromkeys(units[each.unit].unit for each in on)))
            for name in made.making.fixed:
                yield finding("SC262", group=group, what=name)


def unlike(doubts: Iterator[Doubt]) -> Iterator[Doubt]:
    """Yield doubts once each."""
    yield from dict.fromkeys(doubts)


def live_workbook(outcome: Outcome, order: Order | None = None, marks: Marks | None = None) -> LiveWorkbook:
    """Return the live workbook of an outcome, in the rulebook's language; rows stand as ranked, or in a given ``order``."""
    told, made = outcome.told, LiveWorkbook()
    with in_language(told.rulebook.language):
        made.data = workbook_bytes(told.rulebook.title, tr("Live results"), lambda book: _Build(outcome, book, made, order, marks or {}).fill())
    return made


@dataclass(slots=True)
class _Build:
    outcome: Outcome
    book: Book
    made: LiveWorkbook
    order: Order | None
    marks: Marks

    def fill(self) -> None:
        told, books = self.outcome.told, self.outcome.books
        draft = Draft(self.book, told, Looks(self.book))
        groups = [each for each in books.assessment.groups if each.units]
        guide, *names, origin = self._names(groups)
        sheets = {group.group.id: tuple(names[4 * index : 4 * index + 4]) for index, group in enumerate(groups)}
        styles, lists = Styles(self.book), Lists()
        members: dict[str, MemberCells] = {}
        found: dict[str, LiveGroup] = {}
        scored = {group.group.id: group for group in groups}
        for plan in members_first(books.plans):
            if plan.group.id in scored:
                group = self._group(scored[plan.group.id], sheets[plan.group.id], (styles, lists), members)
                found[plan.group.id], members[plan.group.id] = group, group.members()
        self.made.groups = [found[each.group.id] for each in groups]
        for each in self.made.groups:
            ranking, points, _, steps = sheets[each.making.plan.group.id]
            self.made.cells |= {ranking: draw_ranking(draft, ranking, each), points: draw_points(draft, points, each)}
            self.made.cells[steps] = draw_steps(draft, steps, each)
        write_guide(draft, guide, self.made.groups, sheets)
        write_origin(draft, origin)
        lists.write(self.book)
        further = {STAGE_KEY: told.origin.stage, **{f"{SHEET_KEY}{group}": each[2] for group, each in sheets.items()}}
        write_stamp(self.book, Stamp(LIVE_KIND, told.loaded, period=told.origin.period, further=further))

    def _names(self, groups: Sequence[GroupScore]) -> tuple[str, ...]:
        """Return the names of all sheets, made in the order in which they stand."""
        labels = ["" if len(groups) == 1 else f" {each.group.annex or each.group.id}" for each in groups]
        wanted = [f"{tr(kind)}{label}" for label in labels for kind in KINDS]
        names = unique_names([tr("How to read this"), *wanted, tr("Origin")])
        for name in names:
            self.book.add_worksheet(name)
        return names

    def _group(self, group: GroupScore, names: Sequence[str], tools: tuple[Styles, Lists], members: Mapping[str, MemberCells]) -> LiveGroup:
        books = self.outcome.books
        units = self._ordered(group)
        rows = [books.scope(each).submission for each in units]
        rows += self._excluded(group.group)
        sheet = self.book.get_worksheet_by_name(names[2])
        placed = place_table(
            sheet, tools, books.rulebook, rows, group=group.group, period=self.outcome.told.origin.period, marks=self.marks.get(group.group.id)
        )
        steps = Steps(names[3], FIRST_ROW + 1, len(units))
        return make_group(books, units, placed=placed, steps=steps, lists=tools[1], members=members)

    def _ordered(self, group: GroupScore) -> list[UnitScore]:
        if self.order is None:
            return list(group.units)
        order = self.order
        return sorted(group.units, key=lambda each: order[each.group, each.who])

    def _excluded(self, group: Group) -> list[Submission]:
        left_out = {fold_name(name) for name in group.excluded}
        return [each for each in self.outcome.survey.submissions if each.group == group.id and fold_name(each.unit) in left_out]
