"""How far a search goes before it says that it cannot tell, and what it left open."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

MOST_BOXES = 4000
MOST_TRIED = 2000
MOST_TOGETHER = 6
SMALL = 10
"""Of so many answers that hang together every set is looked at, which are hardly more than those of up to six; of more only these."""
MOST_PRICED = 20_000
MOST_CASES = 16

Why = Literal["boxes", "tried", "sets", "values", "cases", "scoring", "others"]
"""What was left open: the first five at a limit, ``scoring`` where no sum tells what it gives, ``others`` where these may come to move."""
BY_EFFORT: frozenset[Why] = frozenset({"boxes", "tried", "sets", "values", "cases"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """What costs at least so much, and was not decided."""

    cost: Fraction
    why: Why


@dataclass(frozen=True, slots=True)
class Effort:
    """The limits of a search, so many times the usual ones."""

    times: int = 1

    @property
    def boxes(self) -> int:
        """Return at how many boxes of values one set of answers is looked at."""
        return MOST_BOXES * self.times

    @property
    def tried(self) -> int:
        """Return how many combinations are scored."""
        return MOST_TRIED * self.times

    @property
    def together(self) -> int:
        """Return of how many answers sets are looked at where many hang together: one more each time there are twice as many."""
        return MOST_TOGETHER + self.times.bit_length() - 1

    @property
    def priced(self) -> int:
        """Return how many values are priced, where costs hang on them."""
        return MOST_PRICED * self.times

    @property
    def cases(self) -> int:
        """Return in how many ways criteria may turn out whose points others get."""
        return MOST_CASES * self.times


USUAL = Effort()
