"""The smallest set of answer changes that reaches a target, and whether it is proved that no smaller one does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from ictscore.errors import SelfCheckFailed
from ictscore.exact import ZERO
from ictscore.expr.nodes import AnswerTo, Measure, PointsOf, SectionPoints
from ictscore.expr.values import Value
from ictscore.findings import finding
from ictscore.scoring.explain import Books
from ictscore.scoring.records import UnitScore
from ictscore.whatif.combine import Combination, combinations, fronts_of, most_within
from ictscore.whatif.domains import Domain
from ictscore.whatif.options import TRIFLE, AnyOption, Count, Price, offers_of
from ictscore.whatif.problem import Problem, problem_of
from ictscore.whatif.rescoring import Changes, Rescorer
from ictscore.whatif.rivals import rivals_of
from ictscore.whatif.targets import HUNDRED, Line, Target, award_of, bands_from, lines, needs, reached, value_of
from ictscore.whatif.tighten import Tightener, wholes_of

MOST_TRIED = 2000
"""How many combinations are scored before the search says that it cannot tell."""
MOST_EQUAL = 40
"""Of how many equally small sets the one with the least change is taken."""


Domains = Mapping[str, Domain]


@dataclass(frozen=True, slots=True)
class Smallest:
    """What was found. ``is_proved``: no smaller set reaches the target, or, without ``reached``, none (of ``at_most``) does.

    Without ``reached``, ``changes`` are those that come nearest. ``equal`` is how many equally small sets were weighed against each
    other, ``is_all_equal`` whether these were all. ``tried`` counts the combinations that were scored.
    """

    reached: bool
    changes: Changes
    weight: Fraction
    is_proved: bool
    equal: int = 0
    is_all_equal: bool = True
    tried: int = 0


def smallest(
    rescorer: Rescorer, target: Target, domains: Domains, price: Price | None = None, at_most: int | None = None
) -> Smallest:
    """Return the changes that reach ``target`` and cost least (without a ``price``: the fewest), with at most ``at_most`` of them."""
    problem = _problem(rescorer, target, domains)
    return _Search(rescorer, _Wanted(target, problem), domains, price or Count(wholes_of(rescorer)), at_most).run()


def smallest_loss(rescorer: Rescorer, target: Target, domains: Domains, at_most: int) -> Smallest:
    """Return the fewest changes with which a unit that has ``target`` loses it, because it has fewer points."""
    others = others_of(rescorer.books, rescorer.unit)
    found = [problem_of(rescorer, each, (), domains, way=-1) for each in lines(target, rescorer.rulebook, others)]
    if not found:
        return Smallest(reached=False, changes={}, weight=ZERO, is_proved=False)
    problem = min(found, key=lambda each: each.lacking)
    if target.kind != "grade" and rescorer.plan.extremes:  # what others would win is not in these sums
        problem = replace(problem, sums_hold=False)
    return _Search(rescorer, _Wanted(target, problem, loses=True), domains, Count(wholes_of(rescorer)), at_most).run()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A target and the problem it poses; ``loses`` where it is to be lost."""

    target: Target
    problem: Problem
    loses: bool = False

    def holds(self, rescorer: Rescorer, changes: Changes) -> bool:
        """Return whether changes really do it."""
        return reached(self.target, rescorer.rulebook, rescorer.standing(changes)) != self.loses


class _Search:
    def __init__(
        self, rescorer: Rescorer, wanted: _Wanted, domains: Domains, price: Price, at_most: int | None
    ) -> None:
        self._rescorer, self._wanted, self._price, self._at_most = rescorer, wanted, price, at_most
        self._problem = wanted.problem
        offers = [offers_of(each, self._price, at_most) for each in self._problem.clusters]
        self._is_whole = wanted.problem.is_bounded and all(each.is_whole for each in offers)
        self._options: list[Sequence[AnyOption]] = [each.options for each in offers]
        self._tightener = Tightener(rescorer, self._problem, domains, self._holds)
        self._tried = 0
        self._doubts: list[Fraction] = []

    def run(self) -> Smallest:
        if self._holds({}):
            return Smallest(reached=True, changes={}, weight=ZERO, is_proved=True)
        weight = next((each for each, _ in self._reaching()), None)
        if weight is None:
            is_sure = self._is_whole and not self._doubts and (self._problem.sums_hold or not self._wanted.loses)
            return self._nearest(is_sure=is_sure) if self._at_most != 1 else Smallest(False, {}, ZERO, is_sure)  # noqa: FBT003
        return self._chosen(self._equal(weight), weight)

    def _equal(self, weight: Fraction) -> list[Changes]:
        """Return changes of the least cost, made no larger than they must be."""
        found: list[Changes] = []
        for each, changes in self._reaching():
            if each > weight or len(found) >= MOST_EQUAL:
                break
            found.append(changes)
        return found

    def _checked(self, changes: Changes) -> Changes:
        """Return the chosen changes made smaller; where sums do not tell, by scoring everybody anew at every step."""
        smaller = self._tightener.tightened(changes)
        if self._problem.sums_hold and not self._rescorer.measures_others(changes) and self._holds(smaller):
            return smaller
        return self._tightener.surely(smaller if self._holds(smaller) else changes)

    def _reaching(self) -> Iterator[tuple[Fraction, Changes]]:
        """Yield changes that reach the target with their cost, the cheapest first."""
        for weight, combination in self._cheapest():
            if self._tried >= MOST_TRIED:
                self._doubts.append(weight)
                return
            changes = self._settle(weight, combination)
            if changes is not None:
                yield weight, changes

    def _chosen(self, found: list[Changes], weight: Fraction) -> Smallest:
        chosen = self._checked(min(found, key=lambda each: self._tightener.preference(self._tightener.tightened(each))))
        unit = self._rescorer.unit_in(self._rescorer.assess(chosen))
        if reached(self._wanted.target, self._rescorer.rulebook, unit) == self._wanted.loses:
            raise SelfCheckFailed(finding("SC204", reason=", ".join(chosen)))
        is_least = isinstance(self._price, Count) and len(chosen) == 1  # without any change it was tried
        is_sure = is_least or (self._is_whole and all(self._rounded(each) >= self._rounded(weight) for each in self._doubts))
        cost = self._price.of_changes(self._rescorer.values, chosen)
        is_all = len(found) < MOST_EQUAL and self._tried < MOST_TRIED
        return Smallest(True, chosen, cost, is_sure, len(found), is_all, self._tried)  # noqa: FBT003 - reached

    def _rounded(self, weight: Fraction) -> Fraction:
        """Return a cost without the trifles."""
        return Fraction(int(weight)) if isinstance(self._price, Count) else weight

    def _cheapest(self) -> Iterator[tuple[Fraction, Combination]]:
        """Yield combinations, the cheapest first; begin anew when several turned out to bring less than they seemed to."""
        done: set[tuple[int, ...]] = set()
        begun = True
        while begun:
            begun = False
            for weight, combination in combinations(self._options, self._problem.lacking):
                is_too_much = self._at_most is not None and sum(len(each.answers) for each in combination) > self._at_most
                if is_too_much and isinstance(self._price, Count):
                    return
                key = tuple(id(each) for each in combination)
                if key in done or is_too_much:
                    continue
                done.add(key)
                before = [each.most for each in combination]
                if self._close_enough(weight, combination):
                    yield weight, combination
                elif before != [each.most for each in combination]:
                    begun = self._at_most != 1  # of single answers there are few: simply try the next
                    if begun:
                        break

    def _close_enough(self, weight: Fraction, combination: Combination) -> bool:
        """Look closer at a combination until it is known to bring enough, or not to."""
        lacking = self._problem.lacking
        while True:
            mosts = [each.most for each in combination]
            total = _sum(mosts)
            if total is None or total < lacking:
                return False
            best = _sum([each.best for each in combination])
            if best is not None and best >= lacking:
                return True
            open_ = [each for each in combination if not each.is_exact]
            widest = max(open_, key=_gap)
            before = (widest.most, widest.best)
            widest.seek(lacking - (total - (widest.most or ZERO)))
            if (widest.most, widest.best) == before:
                self._doubts.append(weight)
                return False

    def _settle(self, weight: Fraction, combination: Combination) -> Changes | None:
        """Return changes that really reach the target, or None."""
        self._tried += 1
        changes = _merged(combination, self._rescorer.values)
        if self._holds(changes):
            return changes
        for each in combination:
            each.seek(None)
        changes = _merged(combination, self._rescorer.values)
        if self._holds(changes):
            return changes
        if changes and not (self._is_plain(changes) and all(each.is_exact for each in combination)):
            self._doubts.append(weight)
        return None

    def _holds(self, changes: Changes) -> bool:
        return self._wanted.holds(self._rescorer, changes)

    def _is_plain(self, changes: Changes) -> bool:
        """Return whether more points are all that could have helped, so that a best that fails is a proof."""
        rescorer, rulebook = self._rescorer, self._rescorer.rulebook
        if not self._problem.sums_hold:
            return False
        if self._wanted.target.kind == "points":
            return True
        target = self._wanted.target
        award = award_of(rulebook, str(target.value)) if target.kind == "award" else None
        grade = str(target.value) if target.kind == "grade" else award.grade if award is not None else None
        bands = bands_from(rulebook, grade) if grade is not None and rulebook.grades is not None else ()
        places = target.kind != "grade"
        knockouts = [each.when for each in rulebook.knockouts if (places and each.unranked) or (grade is not None and each.grade)]
        conditions = [*knockouts, *(each.requires for each in bands if each.requires is not None)]
        conditions += [award.requires] if award is not None and award.requires is not None else []
        conditions += rulebook.ranking.tie_breaks if places else ()
        nodes = [node for each in conditions for node in each.walk()]
        looked_at = {node.id for node in nodes if isinstance(node, AnswerTo)}
        hidden = any(isinstance(node, (PointsOf, SectionPoints, Measure)) for node in nodes)
        quotas = any(each.quota is not None for each in bands)
        return not (hidden or quotas or looked_at & changes.keys() or rescorer.measures_others(changes))

    def _nearest(self, *, is_sure: bool) -> Smallest:
        """Return the changes that bring the most, where nothing reaches the target."""
        limit = self._at_most + 1 - Fraction(1, TRIFLE) if self._at_most is not None and isinstance(self._price, Count) else None
        for _ in range(MOST_TRIED):
            wanted = most_within(fronts_of(self._options)[0], limit)
            _, combination = next(combinations(self._options, ZERO if wanted is None else wanted), (ZERO, ()))
            if wanted is None or not combination:
                break
            open_ = [each for each in combination if not each.is_exact]
            before = [each.most for each in open_]
            for each in open_:
                each.seek(None)
            if before == [each.most for each in open_]:
                changes = _merged(combination, self._rescorer.values)
                weight = self._price.of_changes(self._rescorer.values, changes)
                return Smallest(False, changes, weight, is_sure, tried=self._tried)  # noqa: FBT003 - not reached
        return Smallest(reached=False, changes={}, weight=ZERO, is_proved=is_sure, tried=self._tried)


def _problem(rescorer: Rescorer, target: Target, domains: Mapping[str, Domain]) -> Problem:
    """Return the problem of the line that is farthest away; where that is a rank, others may fall too."""
    rulebook, unit = rescorer.rulebook, rescorer.unit
    others, wanted = others_of(rescorer.books, rescorer.unit), needs(target, rulebook, unit.group)
    found = [(each, problem_of(rescorer, each, wanted, domains)) for each in lines(target, rulebook, others)]
    if not found:
        return problem_of(rescorer, Line(), wanted, domains)
    line, problem = max(found, key=lambda each: each[1].lacking)
    if line.rank is None:
        return problem
    above = sorted((each for each in others if each.rank is not None), key=lambda each: -value_of(rulebook.ranking.on, each))
    pieces = tuple(rivals_of(rescorer, above[: line.rank], in_points=not line.share))
    if not any(each.rivals for each in pieces):
        return problem
    problem = problem_of(rescorer, line, wanted, domains, more=pieces)
    places = rulebook.rounding.total
    grain = Fraction(0) if places is None else Fraction(1, 10**places)
    worth = rescorer.plan.max_points / HUNDRED if line.share else Fraction(1)
    return replace(problem, slack=problem.slack + grain * worth)


def others_of(books: Books, unit: UnitScore) -> list[UnitScore]:
    """Return the units that are ranked together with a unit."""
    group = next(each for each in books.assessment.groups if each.group.id == unit.group)
    others = [each for each in group.units if each.who != unit.who and each.ranked]
    return [each for each in others if not group.group.ranked_within or each.parent == unit.parent]


def _sum(values: Sequence[Fraction | None]) -> Fraction | None:
    found = [each for each in values if each is not None]
    return sum(found, ZERO) if len(found) == len(values) else None


def _gap(option: AnyOption) -> Fraction:
    if option.best is None or option.most is None:
        return Fraction(10**12)
    return option.most - option.best


def _merged(combination: Combination, before: Changes) -> dict[str, Value]:
    changes = {name: value for each in combination for name, value in each.changes.items()}
    return {name: value for name, value in changes.items() if before.get(name) != value}
