"""Between which bounds a unit's points, sections and total lie once some of its answers are known: criterion by criterion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ictscore.exact import ZERO, round_fraction
from ictscore.expr.intervals import ranges as of
from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.ranges import Range, exactly
from ictscore.expr.intervals.reach import Reach
from ictscore.expr.nodes import Expr, Measure, PointsOf, SectionPoints
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.study import Study
from ictscore.rulebook.candidates import answers_in
from ictscore.rulebook.criteria import NotApplicable
from ictscore.rulebook.domains import knowledge_of
from ictscore.rulebook.groups import Group

MOST_ANSWERS = 12


@dataclass(slots=True)
class UnitRanges:
    """A unit of a group as some conditions look at it; ``exprs`` are these and the formulas whose answers are worth cutting."""

    this: Study
    group: Group
    total: Range
    percent: Range
    conditions: tuple[Expr, ...]
    known: Knowledge = field(init=False)
    exprs: tuple[Expr, ...] = field(init=False)
    _leaves: dict[str, ProvedLeaf] = field(init=False)
    _asked: dict[Expr, tuple[ProvedLeaf, ...]] = field(init=False)
    _settled: dict[str, Range] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Find out which criteria the conditions look at, and which answers these look at."""
        self.known = self._known()
        self._leaves = {each.criterion.id: each for each in self.this.of_group(self.group)}
        nodes = (node for each in self.conditions for node in each.walk() if self._looks_at_points(node))
        self._asked = {node: tuple(self._behind(node)) for node in nodes}
        exprs = list(self.conditions)
        for leaves in sorted(self._asked.values(), key=len):
            more = [*exprs, *(each.leaf.expr for each in leaves)]
            if len(answers_in(*more)) <= MOST_ANSWERS:
                exprs = more
        self.exprs = tuple(exprs)

    def filled(self, box: Knowledge) -> Knowledge | None:
        """Return a box with the points its answers lead to; None where a total or some points cannot be."""
        points, sections, measures = dict(box.points), dict(box.sections), dict(box.measures)
        for node, leaves in self._asked.items():
            found = self._added(leaves, box)
            if isinstance(node, PointsOf):
                points[node.id] = found.meet(points[node.id])
            elif isinstance(node, SectionPoints):
                sections[node.id] = found.meet(sections[node.id])
            else:
                measures["total"] = self._rounded(found).meet(measures["total"])
        if any(each.is_empty for each in (*points.values(), *sections.values(), *measures.values())):
            return None
        return replace(box, points=points, sections=sections, measures=measures)

    def _known(self) -> Knowledge:
        """Return what is known of every unit of the group once all its criteria are scored."""
        rulebook, standing = self.this.draft.rulebook, self.this.standings[self.group.id]
        measures = dict(standing.measures())
        measures["total"] = measures["total"].meet(self.total)
        measures["percent"] = measures["percent"].meet(self.percent)
        known = knowledge_of(rulebook)
        order = self.this.laboratory.plans[self.group.id].order
        points = {each.id: known.points[each.id] if self._is_plain() else Range() for each in order}
        return replace(known, points=points, sections=standing.sections, measures=measures, scored=True)

    def _looks_at_points(self, node: Expr) -> bool:
        """Return whether ``node`` is points that a unit of the group has, or its total."""
        if isinstance(node, PointsOf):
            return node.id in self.known.points
        return node.id in self.known.sections if isinstance(node, SectionPoints) else node == Measure("total")

    def _is_plain(self) -> bool:
        """Return whether what formulas give enters the sums as it is: redistribution and rounding can lift it."""
        return not self.this.standings[self.group.id].rounded and not any(each.redistributes for each in self.this.leaves)

    def _behind(self, node: Expr) -> Iterator[ProvedLeaf]:
        """Yield the criteria whose points make up what ``node`` looks at; none where their sum is not simply that."""
        plan = self.this.laboratory.plans[self.group.id]
        inside = {leaf.id: section.id for section, tops in plan.sections for top in tops for leaf in top.leaves()}
        for name, each in self._leaves.items() if self._is_plain() else ():
            if isinstance(node, PointsOf):
                if node.id == name or node.id in each.leaf.above:
                    yield each
            elif isinstance(node, SectionPoints):
                if inside.get(name) == node.id:
                    yield each
            elif self._total_is_a_sum():
                yield each

    def _total_is_a_sum(self) -> bool:
        scale, plan = self.this.draft.rulebook.scale, self.this.laboratory.plans[self.group.id]
        return scale.result == "points" and scale.out_of is None and plan.bonus is None and plan.deductions is None

    def _rounded(self, one: Range) -> Range:
        """Return what rounding the total makes of a range; it never turns an order round."""
        rounding = self.this.draft.rulebook.rounding
        if rounding.total is None:
            return one
        low, high = (None if end is None else round_fraction(end, rounding.total, rounding.mode) for end in (one.low, one.high))
        return Range(low, high)

    def _added(self, leaves: Iterable[ProvedLeaf], box: Knowledge) -> Range:
        found, names = Range(), set(answers_in(*self.exprs))
        for index, each in enumerate(leaves):
            own = each.criterion.id
            if names.isdisjoint(_answers_of(each)):
                points = self._settled[own] = self._settled.get(own) or points_in(each, box)
            else:
                points = points_in(each, box)
            found = of.add(found, points) if index else points
        return found


def _answers_of(each: ProvedLeaf) -> tuple[str, ...]:
    return answers_in(each.leaf.expr, *(policy.when for policy in each.leaf.policies if policy.when is not None))


def points_in(each: ProvedLeaf, box: Knowledge) -> Range:
    """Return the points a criterion can come to for the answers of a box, before anything is redistributed or rounded.

    What has no value, and what would leave its bounds, is 0 or the least above it; a policy that may hold gives 0 or everything.
    """
    low, high = each.criterion.min_points, each.criterion.max_points
    box = replace(box, scored=False)
    possible = Reach().value(each.leaf.expr, box)
    found = Range(ZERO, ZERO, low_open=True, high_open=True)
    if possible.numbers is not None:
        found = possible.numbers.meet(Range(low, high))
    may_hold = [policy.then for policy in each.leaf.policies if _may_hold(each, policy, box)]
    if possible.blanks or possible.numbers is None or not possible.numbers.within(low, high) or any(then != "full" for then in may_hold):
        found = found.join(exactly(ZERO)).join(exactly(max(ZERO, low)))
    if "full" in may_hold or ("not_applicable" in possible.blanks and each.can_be_full):
        found = found.join(exactly(high))
    return found


def _may_hold(each: ProvedLeaf, policy: NotApplicable, box: Knowledge) -> bool:
    declared = policy.declared and any("not_applicable" in box.answers[name].blanks for name in each.leaf.answers if name in box.answers)
    return declared or (policy.when is not None and True in Reach().value(policy.when, box).truths)
