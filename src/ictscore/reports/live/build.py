"""The live workbook put together: a guide, and for each group its ranking, points, answers and steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

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
from ictscore.survey.blank.writing import Book, Sheet, workbook_bytes
from ictscore.survey.labels.unit_names import Who, fold_name
from ictscore.survey.submission import Submission
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
                unit = units[doubt.unit]
                yield finding("SC261", unit.place, unit=unit.unit, what=doubt.what, value=doubt.value, bound=doubt.bound)
            on = list(unlike(made.making.doubts.of_kind("on")))
            if on:
                yield finding("SC260", group=group, count=len(on), units=tuple(dict.fromkeys(units[each.unit].unit for each in on)))
            for name in made.steps.fixed:
                yield finding("SC262", group=group, what=name)


def unlike(doubts: Iterator[Doubt]) -> Iterator[Doubt]:
    """Yield doubts once each."""
    yield from dict.fromkeys(doubts)


def live_workbook(outcome: Outcome, order: Order | None = None, marks: Marks | None = None) -> LiveWorkbook:
    """Return the live workbook of an outcome, in the rulebook's language; rows stand as ranked, or in a given ``order``."""
    made = LiveWorkbook()
    with in_language(outcome.told.rulebook.language):
        title = outcome.told.rulebook.title
        made.data = workbook_bytes(title, tr("Live results"), lambda book: _fill(book, made, outcome, order, marks or {}))
    return made


def _fill(book: Book, made: LiveWorkbook, outcome: Outcome, order: Order | None, marks: Marks) -> None:
    told, lists = outcome.told, Lists()
    guide, origin = tr("How to read this"), tr("Origin")
    book.add_worksheet(guide)
    sheets = draw_result(book, lists, made, outcome, order, marks, taken=(guide, origin))
    draft = Draft(book, told, Looks(book))
    write_guide(draft, guide, made.groups, sheets)
    write_origin(draft, origin)
    lists.write(book)
    further = {STAGE_KEY: told.origin.stage, **{f"{SHEET_KEY}{group}": each[2] for group, each in sheets.items()}}
    write_stamp(book, Stamp("live", told.loaded, period=told.origin.period, further=further))


def draw_result(  # noqa: PLR0913, PLR0917 - what a result is drawn from
    book: Book,
    lists: Lists,
    made: LiveWorkbook,
    outcome: Outcome,
    order: Order | None = None,
    marks: Marks | None = None,
    *,
    taken: Sequence[str] = (),
) -> dict[str, tuple[str, ...]]:
    """Draw all groups of an outcome into a workbook, note in ``made`` what should stand there, and return the names of their sheets.

    ``taken`` are names that other sheets have. Several results may stand in one workbook if they share ``lists``.
    """
    books = outcome.books
    drawing = _Drawing(outcome, lists, Styles(book), order, marks or {}, spelt_units(books.assessment.units()))
    scored = {group.group.id: group for group in books.assessment.groups if group.units}
    sheets = _sheets(book, [each.group for each in scored.values()], taken)
    found: dict[str, LiveGroup] = {}
    for plan in members_first(books.plans):
        if plan.group.id in scored:
            table = book.get_worksheet_by_name(sheets[plan.group.id][2])
            found[plan.group.id] = drawing.group(scored[plan.group.id], table, sheets[plan.group.id][3])
    draft = Draft(book, outcome.told, Looks(book))
    for group in scored:
        ranking, points, _, steps = sheets[group]
        made.groups.append(found[group])
        made.cells |= {ranking: draw_ranking(draft, ranking, found[group]), points: draw_points(draft, points, found[group])}
        made.cells[steps] = draw_steps(draft, steps, found[group])
    return sheets


def spelt_units(units: Sequence[UnitScore]) -> dict[str, str]:
    """Return how units to which others may belong are spelt, by their folded names; those spelt in two ways are left out."""
    found: dict[str, set[str]] = {}
    for unit in units:
        for name in filter(None, (unit.unit, unit.parent if unit.parent is not None else "")):
            found.setdefault(fold_name(name), set()).add(name)
    own = {fold_name(each.unit): each.unit for each in units}
    return {name: own[name] for name, spellings in found.items() if name in own and len(spellings) > 1}


def _sheets(book: Book, groups: Sequence[Group], taken: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Add the sheets of all groups, empty, in the order in which they stand, and return their names."""
    labels = ["" if len(groups) == 1 else f" {each.annex or each.id}" for each in groups]
    names = unique_names([*taken, *(f"{tr(kind)}{label}" for label in labels for kind in KINDS)])[len(taken) :]
    for name in names:
        book.add_worksheet(name)
    return {group.id: names[len(KINDS) * index : len(KINDS) * (index + 1)] for index, group in enumerate(groups)}


@dataclass(slots=True)
class _Drawing:
    """Makes the groups of one outcome, those first to whose units others look."""

    outcome: Outcome
    lists: Lists
    styles: Styles
    order: Order | None
    marks: Marks
    spelt: dict[str, str]
    members: dict[str, MemberCells] = field(default_factory=dict)

    def group(self, group: GroupScore, table: Sheet, steps: str) -> LiveGroup:
        books, period = self.outcome.books, self.outcome.told.origin.period
        units = self._ordered(group)
        mine = [self._row(books.scope(each).submission) for each in units]
        rows = [*mine, *self._excluded(group.group)]
        tools = self.styles, self.lists
        placed = place_table(table, tools, books.rulebook, rows, group=group.group, period=period, marks=self.marks.get(group.group.id))
        columns = Steps(steps, FIRST_ROW + 1, len(units))
        made = make_group(books, units, mine, placed=placed, steps=columns, lists=self.lists, members=self.members)
        self.members[group.group.id] = made.members()
        return made

    def _row(self, submission: Submission) -> Submission:
        """Return what is written of a unit; where it belongs is spelt as the unit it belongs to, because formulas compare to the letter."""
        parent = self.spelt.get(fold_name(submission.parent or ""))
        return submission if parent is None else replace(submission, parent=parent)

    def _ordered(self, group: GroupScore) -> list[UnitScore]:
        if self.order is None:
            return list(group.units)
        order = self.order
        return sorted(group.units, key=lambda each: order[each.group, each.who])

    def _excluded(self, group: Group) -> list[Submission]:
        left_out = {fold_name(name) for name in group.excluded}
        return [each for each in self.outcome.survey.submissions if each.group == group.id and fold_name(each.unit) in left_out]
