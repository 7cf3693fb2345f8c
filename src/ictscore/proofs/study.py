"""The rulebook being proved: its criteria read as intervals and tried out, each once, for all checks to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.reach import Reach
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.search import Tried, search_leaf
from ictscore.proofs.standing import Standing, standing_of
from ictscore.proofs.trial import Answers, Example, Laboratory
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.domains import knowledge_of, parts_of_wholes, with_parts
from ictscore.rulebook.draft import Draft, Path
from ictscore.rulebook.groups import Group
from ictscore.scoring.plan import Leaf


@dataclass(slots=True)
class Study:
    """A rulebook with everything found out about it so far."""

    draft: Draft
    laboratory: Laboratory
    leaves: tuple[ProvedLeaf, ...] = ()
    standings: dict[str, Standing] = field(default_factory=dict)
    best: dict[tuple[str, bool], Answers] = field(default_factory=dict)

    def of_group(self, group: Group) -> Iterator[ProvedLeaf]:
        """Yield the criteria a group is judged by, bonus and deductions included."""
        return (each for each in self.leaves if group.id in each.groups)

    def example(self, proved: ProvedLeaf, tried: Tried) -> Example:
        """Return what scoring makes of answers that were tried: before redistribution, for proofs are about formulas."""
        shown = self.laboratory.points(proved.group, proved.criterion.id, tried.answers, tried.others)
        moved = shown.status == tried.status == "scored" and any(each.redistributes for each in self.leaves)
        return replace(shown, result=tried.points) if moved else shown


def study(draft: Draft) -> Study:
    """Return a rulebook studied: groups whose units are members of others come first, for their totals are looked at."""
    rulebook = draft.rulebook
    found = Study(draft, Laboratory(rulebook))
    paths = {id(part): path for path, part in draft.parts() if isinstance(part, Criterion)}
    done: dict[_Key, ProvedLeaf] = {}
    for group in _members_first(found):
        known = knowledge_of(rulebook, {each: standing.total for each, standing in found.standings.items()})
        plan = found.laboratory.plans[group]
        for leaf in plan.leaves:
            before = done.get(key := _key(leaf))
            path = paths[id(leaf.criterion)]
            done[key] = _prove(leaf, path, group, known, found) if before is None else replace(before, groups=(*before.groups, group))
        found.standings[group] = standing_of(rulebook, plan, {leaf.criterion.id: done[_key(leaf)] for leaf in plan.leaves})
    order = {each.id: index for index, each in enumerate(rulebook.all_criteria())}
    found.leaves = tuple(sorted(done.values(), key=lambda each: order[each.criterion.id]))
    return found


_Key = tuple[str, tuple[int, ...]]


def _key(leaf: Leaf) -> _Key:
    """Return what tells a criterion as one group is judged by it from the same as another is: the policies that speak of the group."""
    return leaf.criterion.id, tuple(id(policy) for policy in leaf.policies)


def _members_first(this: Study) -> list[str]:
    plans = this.laboratory.plans
    order: list[str] = []

    def visit(group: str) -> None:
        if group not in order:
            for each in sorted(plans[group].member_groups):
                visit(each)
            order.append(group)

    for group in plans:
        visit(group)
    return order


def _prove(leaf: Leaf, path: Path, group: str, known: Knowledge, this: Study) -> ProvedLeaf:
    """Read the formula as it stands; only where that leaves the bounds, under the relations that contradictory data break."""
    reach = Reach()
    possible = reach.value(leaf.expr, known)
    criterion = leaf.criterion
    numbers = possible.numbers
    assumes = False
    if numbers is not None and not numbers.within(criterion.min_points, criterion.max_points) and parts_of_wholes(criterion):
        assumes, reach = True, Reach()
        possible = reach.value(leaf.expr, with_parts(known, criterion))
    search = search_leaf(leaf, this.draft.rulebook.answers)
    return ProvedLeaf(criterion, path, (group,), leaf, possible, frozenset(reach.taken), search, assumes)
