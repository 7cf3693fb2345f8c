"""Every value of an answer tried by scoring everybody again, where others move with the unit and no line tells what turns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from ictscore.expr.values import Blank, Value
from ictscore.whatif.attempts import Attempt
from ictscore.whatif.conditions import has_quota
from ictscore.whatif.domains import Domain
from ictscore.whatif.options import Count
from ictscore.whatif.problem import NO_LINE, Domains, Posed, problem_of
from ictscore.whatif.rescoring import Changes, Rescorer
from ictscore.whatif.targets import Target
from ictscore.whatif.wanted import Wanted

MOST_SWEPT = 400
"""So many values are tried for a unit and a line; the answers with the fewest values come first."""


def others_move(rescorer: Rescorer, target: Target, *, inside: bool) -> bool:
    """Return whether what others have can move with a unit's answers so that lines and conditions do not tell all that turns it.

    Where only so many may have a grade, how many depends on who else has one: a unit wins or loses it by conditions, knockouts and bands
    that are not its own line. And whoever is measured by a unit may come to meet what an award demands, which nobody did before. Unranked
    units that leave a hole leave it farther down where others are measured by the unit, or where it comes level with them and its name
    stands first.
    """
    places = target.kind in {"rank", "award"}
    holes = rescorer.rulebook.ranking.unranked_units == "leave_hole"
    return (places and (holes or (inside and bool(rescorer.plan.extremes)))) or has_quota(target, rescorer.rulebook)


class Sweep:
    """The answers swept, each with the nearest value that turns the line (``found``); ``is_whole`` where none was left out."""

    def __init__(self, rescorer: Rescorer, target: Target, domains: Domains, *, inside: bool) -> None:
        """Prepare; nothing is tried yet."""
        self._rescorer, self._domains = rescorer, domains
        unbound = replace(problem_of(rescorer, Posed(None), {}), goal=NO_LINE)  # no sum tells, so that nothing is made smaller by sums
        wanted = Wanted(target, unbound, loses=inside, is_single=False)
        self.attempt = Attempt(rescorer, wanted, domains, Count(frozenset()), 1)
        self.found: dict[str, Changes] = {}
        self.is_whole = True

    def over(self, names: set[str]) -> None:
        """Try all values of these answers, as long as they are not too many."""
        left = MOST_SWEPT
        for name in sorted(self._domains.keys() & names, key=lambda each: (self._domains[each].size, each)):
            left -= self._domains[name].size
            if left < 0:
                self.is_whole = False
                return
            tried = ({name: value} for value in self._nearest_first(name))
            turning = next((each for each in tried if self.attempt.holds(each)), None)
            if turning is not None:
                self.found[name] = turning

    def _nearest_first(self, name: str) -> Iterator[Value]:
        """Yield the other values of an answer, those nearest to what it is first."""
        domain, before = self._domains[name], self._rescorer.values.get(name)
        start = _start(domain, before)
        distances = {number: abs(number - start) for number in range(domain.size)}
        yield from (value for number in sorted(distances, key=lambda each: distances[each]) if (value := domain.at(number)) != before)


def _start(domain: Domain, before: Value | None) -> Fraction:
    """Return where a value stands among those of a domain; the first place, or nothing, where there is none."""
    if domain.words:
        return Fraction(domain.words.index(before)) if isinstance(before, (bool, str)) and before in domain.words else Fraction(0)
    number = before if isinstance(before, Fraction) and not isinstance(before, Blank) else Fraction(0)
    return (number - domain.low) / domain.step
