"""What a value may be: numbers of a range, yes or no, texts, or a reason for none."""

from __future__ import annotations

from dataclasses import dataclass

from ictscore.expr.intervals.ranges import Range
from ictscore.expr.values import BlankKind


@dataclass(frozen=True, slots=True)
class Possible:
    """All that a value may be; ``texts`` None with ``any_text`` means that it may be any text."""

    numbers: Range | None = None
    truths: frozenset[bool] = frozenset()
    texts: frozenset[str] = frozenset()
    any_text: bool = False
    blanks: frozenset[BlankKind] = frozenset()

    def join(self, other: Possible) -> Possible:
        """Return what may be one or the other."""
        numbers = self.numbers if other.numbers is None else other.numbers if self.numbers is None else self.numbers.join(other.numbers)
        return Possible(
            numbers,
            self.truths | other.truths,
            self.texts | other.texts,
            self.any_text or other.any_text,
            self.blanks | other.blanks,
        )

    def or_blank(self, blanks: frozenset[BlankKind]) -> Possible:
        """Return the same, or one of these reasons for no value."""
        return Possible(self.numbers, self.truths, self.texts, self.any_text, self.blanks | blanks)


IMPOSSIBLE = Possible()
EITHER = frozenset({True, False})
