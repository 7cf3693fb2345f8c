"""The points of one group with some of the changes made: block by block, each reckoned once for every choice of changes it depends on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ictscore.diff.between import Between, Switches
from ictscore.diff.blocks import Block, Blocks, blocks_of
from ictscore.diff.bundles import Bundle
from ictscore.diff.readings import Readings
from ictscore.exact import ZERO
from ictscore.rulebook.model import Rulebook
from ictscore.scoring.assess import Round, open_scopes
from ictscore.scoring.criteria import score_leaf
from ictscore.scoring.plan import GroupPlan, Prepared, plan_group
from ictscore.scoring.totals import Scores, Sums, settle_criteria, total_up
from ictscore.scoring.unit import Member, UnitScope, scope_of
from ictscore.survey.labels.unit_names import Who, fold_name

NOTHING = Sums(ZERO, ZERO, ZERO, ZERO)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a block comes to for one unit, and the criteria in it whose rule gives it no points."""

    sums: Sums
    faults: frozenset[str]


Column = Mapping[Who, Reckoned]


@dataclass
class Tally:
    """The blocks of one group of units between two rulebooks, reckoned as they are asked for."""

    between: Between
    bundles: Sequence[Bundle]
    readings: Readings
    group: str
    _known: dict[tuple[Block, frozenset[int]], Column] = field(default_factory=dict)
    _prepared: Prepared = field(default_factory=dict)
    _books: dict[frozenset[int], Rulebook] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the blocks."""
        self.plan: Blocks = blocks_of(self.between, self.bundles, self.group)

    def applied(self, chosen: frozenset[int]) -> Switches:
        """Return the switches of the bundles at these positions."""
        return frozenset(switch for position in chosen for switch in self.bundles[position].switches)

    def book(self, chosen: frozenset[int]) -> Rulebook:
        """Return the rulebook with these bundles of changes made."""
        if chosen not in self._books:
            self._books[chosen] = self.between.rulebook(self.applied(chosen))
        return self._books[chosen]

    def column(self, block: Block, chosen: frozenset[int]) -> Column:
        """Return what a block comes to for every unit with these bundles made; others than its own change nothing."""
        own = chosen & frozenset(block.bundles)
        if (block, own) not in self._known:
            self._known[block, own] = self._reckon(block, own)
        return self._known[block, own]

    def _reckon(self, block: Block, chosen: frozenset[int]) -> Column:
        whole = self.book(chosen)
        part = _part_of(whole, block)
        survey = self.readings.between(self.applied(chosen))
        this = Round(part, survey, self.readings.stage)
        plan = plan_group(part, part.group(self.group), self._prepared)
        this.members = {group: _members(this, group) for group in plan.member_groups}
        return {scope.submission.who: _reckoned(this, plan, scope) for scope in open_scopes(this, plan)}


def _part_of(book: Rulebook, block: Block) -> Rulebook:
    """Return a rulebook with only the criteria of a block."""
    sections = []
    for section in book.sections:
        is_in = ("section", section.id) in block.tops
        criteria = tuple(each for each in section.criteria if is_in or ("criterion", each.id) in block.tops)
        if criteria:
            sections.append(section.model_copy(update={"criteria": criteria}))
    extras = {name: getattr(book, name) if (name, "") in block.tops else None for name in ("bonus", "deductions")}
    return book.model_copy(update={"sections": tuple(sections), **extras})


def _members(this: Round, group: str) -> dict[str, list[Member]]:
    """Return the members of every unit in a group by what they answered; their totals are not known here and nobody may ask for them."""
    found: dict[str, list[Member]] = {}
    left_out = {fold_name(name) for name in this.rulebook.group(group).excluded}
    for each in this.survey.submissions:
        if each.group == group and each.parent is not None and fold_name(each.unit) not in left_out:
            found.setdefault(fold_name(each.parent), []).append(Member(each.unit, scope_of(each, this.stage).values, ZERO))
    return found


def _reckoned(this: Round, plan: GroupPlan, scope: UnitScope) -> Reckoned:
    scores: Scores = {}
    for leaf in plan.leaves:
        score = score_leaf(leaf, scope, this.stage)
        scores[leaf.criterion.id] = score
        scope.note_points(leaf.criterion.id, leaf.above, score.points)
    faults = frozenset(name for name, score in scores.items() if score.status == "error")
    settle_criteria(plan, this.rulebook, scores)
    total = total_up(plan, this.rulebook, scores)
    base = sum((each.points for each in total.sections), ZERO)
    return Reckoned(Sums(base, total.max_points, total.bonus, total.deducted), faults)
