"""Every slip tried on a rulebook, and the case that notices it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from pydantic import ValidationError

from ictscore.cases.run import PreparedCase
from ictscore.cases.same import same_criterion, same_rulebook
from ictscore.cases.slips import Path, Slip, slips_in
from ictscore.expr.nodes import GroupExtreme, OfMembers
from ictscore.expr.text import extreme_key
from ictscore.findings import Finding, errors_among
from ictscore.garbage import collector_resting
from ictscore.rulebook.checks import check_rulebook
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.draft import Draft
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.nodes import as_plain
from ictscore.scoring.assess import Round, open_scopes
from ictscore.scoring.criteria import score_leaf
from ictscore.scoring.plan import GroupPlan, Leaf, plan_group, plan_leaf
from ictscore.scoring.unit import UnitScope
from ictscore.survey.submission import Submission

Fate = Literal["caught", "survived", "equivalent", "refused"]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A slip and what became of it; ``by`` is the case that noticed it.

    ``equivalent`` is only what is proved to give everybody the same; ``refused`` is what the checks of the rulebook do not let pass.
    """

    slip: Slip
    fate: Fate
    by: str = ""


@dataclass(frozen=True, slots=True)
class Mutation:
    """What became of all slips."""

    mutants: tuple[Mutant, ...]

    def count(self, fate: Fate) -> int:
        """Return how many met this fate."""
        return sum(1 for each in self.mutants if each.fate == fate)

    @property
    def survivors(self) -> tuple[Mutant, ...]:
        """Return the slips no case notices."""
        return tuple(each for each in self.mutants if each.fate == "survived")

    @property
    def share(self) -> tuple[int, int]:
        """Return how many slips that matter are caught, and of how many."""
        caught = self.count("caught")
        return caught, caught + self.count("survived")

    def findings(self, draft: Draft) -> Iterator[Finding]:
        """Yield a finding for every slip no case notices."""
        for each in self.survivors:
            was, now = each.slip.said
            yield draft.find("CS122", each.slip.path, was=was, now=now)


def all_slips(loaded: LoadedRulebook) -> tuple[Slip, ...]:
    """Return every slip for a rulebook, in order."""
    return tuple(slips_in(as_plain(loaded.document)))


def mutate(
    loaded: LoadedRulebook, cases: Sequence[PreparedCase], slips: Sequence[Slip], progress: Callable[[int], None] = lambda _: None
) -> Mutation:
    """Return what becomes of ``slips`` under cases that all pass. The same for the same input."""
    bench = _Bench(loaded, tuple(each for each in cases if each.case.confirmed and not each.unreadable))
    found = []
    with collector_resting():
        for slip in slips:
            found.append(bench.try_slip(slip))
            progress(1)
    return Mutation(tuple(found))


class _Bench:
    """A rulebook with its cases, on which slips are tried."""

    def __init__(self, loaded: LoadedRulebook, cases: tuple[PreparedCase, ...]) -> None:
        self.loaded, self.rulebook, self.cases = loaded, loaded.rulebook, cases
        self.plain = as_plain(loaded.document)
        self.plans: dict[str, GroupPlan] = {group.id: plan_group(self.rulebook, group) for group in self.rulebook.groups}
        self.groups = [_groups_of(case, self.plans) for case in cases]

    @cached_property
    def scopes(self) -> list[list[UnitScope]]:
        """Return the units of every case as expressions see them, before any criterion is scored."""
        found = []
        for case, groups in zip(self.cases, self.groups, strict=True):
            this = Round(self.rulebook, case.survey, case.survey.latest_stage())
            found.append([scope for group in groups for scope in open_scopes(this, self.plans[group])])
        return found

    def try_slip(self, slip: Slip) -> Mutant:
        leaf_path = _leaf_of(self.rulebook, slip.path)
        if leaf_path is not None:
            return self._try_leaf(slip, leaf_path)
        return self._try_whole(slip)

    def _try_whole(self, slip: Slip) -> Mutant:
        rulebook = _read(Rulebook, slip.applied(self.plain))
        if rulebook is None or self._is_refused(rulebook):
            return Mutant(slip, "refused")
        plans: dict[str, GroupPlan] = {}
        for case, groups in zip(self.cases, self.groups, strict=True):
            for group in groups:
                if group not in plans:
                    plans[group] = plan_group(rulebook, rulebook.group(group))
            own = {group: plans[group] for group in groups}
            if _notices(case, rulebook, own):
                return Mutant(slip, "caught", case.case.id)
        if same_rulebook(self.rulebook, rulebook):
            return Mutant(slip, "equivalent")
        return Mutant(slip, "survived")

    def _is_refused(self, rulebook: Rulebook) -> bool:
        return bool(errors_among(check_rulebook(Draft(rulebook, self.loaded.document))))

    def _try_leaf(self, slip: Slip, path: Path) -> Mutant:
        """Try a slip inside one criterion: only that is read anew, and only cases where its points differ are scored again."""
        node: Any = self.plain
        for step in path:
            node = node[step]
        inner = replace(slip, path=slip.path[len(path) :])
        mutated = _read(Criterion, inner.applied(node))
        if mutated is None or mutated.formula is None:
            return Mutant(slip, "refused")
        original = _at(self.rulebook, path)
        leaves = {group: _leaf_in(plan, original.id, mutated) for group, plan in self.plans.items()}
        for index, (case, groups) in enumerate(zip(self.cases, self.groups, strict=True)):
            touched = [group for group in groups if leaves[group] is not None]
            if not touched or not self._differs(index, original, leaves):
                continue
            plans = {group: _with_leaf(self.plans[group], leaves[group]) for group in groups}
            if _notices(case, self.rulebook, plans):
                return Mutant(slip, "caught", case.case.id)
        if same_criterion(self.rulebook, original, mutated):
            return Mutant(slip, "equivalent")
        whole = _read(Rulebook, slip.applied(self.plain))
        return Mutant(slip, "refused" if whole is None or self._is_refused(whole) else "survived")

    def _differs(self, index: int, original: Criterion, leaves: dict[str, Leaf | None]) -> bool:
        """Return whether any unit of a case gets another score for the criterion by itself; where a group decides, the case is scored."""
        for scope in self.scopes[index]:
            group = scope.submission.group
            mutated = leaves.get(group)
            if mutated is None:
                continue
            if any(isinstance(node, (GroupExtreme, OfMembers)) for node in mutated.expr.walk()):
                return True
            before = next(each for each in self.plans[group].leaves if each.criterion.id == original.id)
            one, other = (score_leaf(each, scope, self.cases[index].survey.latest_stage()) for each in (before, mutated))
            if one[1:5] != other[1:5] or one.consequence != other.consequence:
                return True
        return False


def _groups_of(case: PreparedCase, plans: dict[str, GroupPlan]) -> list[str]:
    """Return the groups a case has units of, members first, with those its groups look at."""
    wanted = {each.group for each in case.submissions if isinstance(each, Submission)}
    for group in list(wanted):
        wanted |= plans[group].member_groups
    return [group for group in plans if group in wanted]


def _read(model: Any, plain: Any) -> Any:
    try:
        return model.model_validate(plain)
    except ValidationError:
        return None


def _notices(case: PreparedCase, rulebook: Rulebook, plans: dict[str, GroupPlan]) -> bool:
    return bool(case.differences(rulebook, plans))


def _leaf_of(rulebook: Rulebook, path: Path) -> Path | None:
    """Return the path of the criterion with a formula that the path leads into, where only what it gives by itself is changed."""
    for length in range(len(path) - 1, 1, -1):
        above = path[:length]
        if isinstance(above[-1], int) and above[-2] in {"criteria", "parts"} and "formula" not in above:
            touches_leaf = path[length] in {"formula", "not_applicable", "on_missing"}
            return above if touches_leaf and _at(rulebook, above).formula is not None else None
    return None


def _at(rulebook: Rulebook, path: Path) -> Criterion:
    found: Any = rulebook
    for step in path:
        found = found[step] if isinstance(step, int) else getattr(found, step)
    assert isinstance(found, Criterion)
    return found


def _leaf_in(plan: GroupPlan, identifier: str, mutated: Criterion) -> Leaf | None:
    if any(each.criterion.id == identifier for each in plan.leaves):
        return plan_leaf(mutated, plan.group.id, plan.order)
    return None


def _with_leaf(plan: GroupPlan, leaf: Leaf | None) -> GroupPlan:
    if leaf is None:
        return plan
    leaves = tuple(leaf if each.criterion.id == leaf.criterion.id else each for each in plan.leaves)
    if not any(isinstance(node, (GroupExtreme, OfMembers)) for node in leaf.expr.walk()):
        return replace(plan, leaves=leaves)
    return _extremes_renewed(plan, leaves)


def _extremes_renewed(plan: GroupPlan, leaves: tuple[Leaf, ...]) -> GroupPlan:
    nodes = [node for leaf in leaves for node in leaf.expr.walk()]
    extremes = {extreme_key(node): node for node in nodes if isinstance(node, GroupExtreme)}
    members = frozenset(node.group for node in nodes if isinstance(node, OfMembers))
    return replace(plan, leaves=leaves, extremes=extremes, member_groups=members)
