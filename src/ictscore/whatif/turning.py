"""A place, posed anew for each way in which criteria can turn out: then the maximum is known, and so is what a place is worth that falls.

Where criteria may drop out, sums allow for what it is worth if all apply that can. A set of answers that could do it by those sums, and
does not when it is scored, is looked at again here, case by case.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ictscore.exact import ZERO
from ictscore.scoring.totals import Scores, settle_criteria, total_up
from ictscore.whatif.combine import brings, merged
from ictscore.whatif.effort import USUAL, Effort
from ictscore.whatif.lines import line_of
from ictscore.whatif.options import Option
from ictscore.whatif.outcomes import Outcome, assumed
from ictscore.whatif.places import PlacePiece, with_maximum
from ictscore.whatif.problem import Domains, Posed, Problem, in_sections, problem_of
from ictscore.whatif.rescoring import Changes, Rescorer

Case = tuple[tuple[str, Outcome], ...]
"""How the criteria of the sections turn out."""
Set = tuple[str, ...]


@dataclass(frozen=True)
class Turning:
    """What is ``posed`` of a unit, but for the place it has to take, and that place."""

    rescorer: Rescorer
    posed: Posed
    domains: Domains
    place: PlacePiece
    effort: Effort = USUAL
    _problems: dict[Case, Problem | None] = field(default_factory=dict, compare=False)
    _options: dict[tuple[Case, Set], Option] = field(default_factory=dict, compare=False)

    def decided(self, sets: Sequence[Set], holds: Callable[[Changes], bool]) -> Changes | None:
        """Return changes of these answers, so many of each cluster, that do it; nothing where none do, None where that stays open."""
        cases = self._cases(frozenset(itertools.chain(*sets)))
        for case in cases:
            found = self._in_case(case, sets, holds)
            if found != {}:
                return found
        return {} if cases else None

    def _cases(self, answers: frozenset[str]) -> Sequence[Case]:
        """Return how criteria can turn out while these answers are free; none where there are too many ways."""
        free = {name: each for name, each in self.domains.items() if name in answers}
        found = [(leaf.criterion.id, outcomes) for leaf, outcomes in in_sections(self.rescorer, free)]
        if math.prod(len(outcomes) for _, outcomes in found) > self.effort.cases:
            return ()
        ways = itertools.product(*(outcomes for _, outcomes in found))
        return [tuple((name, outcome) for (name, _), outcome in zip(found, way, strict=True)) for way in ways]

    def _in_case(self, case: Case, sets: Sequence[Set], holds: Callable[[Changes], bool]) -> Changes | None:
        """Return the same of one case."""
        problem = self._problem(case)
        if problem is None:
            return None
        chosen = []
        for cluster in problem.clusters:
            own = next((each for each in sets if not set(each).isdisjoint(cluster.answers)), ())
            if own:
                chosen.append(self._option(case, problem, own))
            elif cluster.gain({}) is None:
                return {}  # it does not turn out so while these answers stay
        found = brings(chosen, problem.lacking)
        return self._tried(chosen, holds) if found else {} if found is False else None

    def _tried(self, chosen: Sequence[Option], holds: Callable[[Changes], bool]) -> Changes | None:
        """Return what brings enough, or the most there is, where it really does it."""
        changes = merged(chosen, self.rescorer.values)
        if holds(changes):
            return changes
        for each in chosen:
            each.seek(None)
        changes = merged(chosen, self.rescorer.values)
        return changes if holds(changes) else None

    def _option(self, case: Case, problem: Problem, answers: Set) -> Option:
        if (case, answers) not in self._options:
            cluster = next(each for each in problem.clusters if not set(answers).isdisjoint(each.answers))
            self._options[case, answers] = Option(cluster, answers, ZERO, self.effort)
        return self._options[case, answers]

    def _problem(self, case: Case) -> Problem | None:
        """Return what is posed with the maximum of a case; None where nothing applies, so that points are no share of anything."""
        if case not in self._problems:
            self._problems[case] = self._posed(case)
        return self._problems[case]

    def _posed(self, case: Case) -> Problem | None:
        outcomes = {**(self.posed.outcomes or {}), **dict(case)}
        rescorer = self.rescorer
        scores: Scores = {name: assumed(score, outcomes.get(name)) for name, score in rescorer.now.items()}
        settle_criteria(rescorer.plan, rescorer.rulebook, scores)
        maximum = total_up(rescorer.plan, rescorer.rulebook, scores).max_points
        place = with_maximum(self.place, maximum)
        return problem_of(rescorer, replace(placed(self.posed, place), outcomes=outcomes), self.domains) if maximum else None


def placed(posed: Posed, place: PlacePiece) -> Posed:
    """Return what is posed with a place that moves."""
    lowest = line_of(place.rescorer.rulebook, replace(place.mark, value=place.lowest))
    return replace(posed, more=(*posed.more, place), lowest=lowest)
