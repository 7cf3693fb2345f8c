"""Whether a text is the whole name of a unit: told quickly, for most names of files and sheets are nobody's."""

from __future__ import annotations

from ictscore.rulebook.unit_list import UnitSpec
from ictscore.survey.matching.matcher import LONGEST, Matcher

_WAYS = 2
"""In how many ways a name may be written: with all its marks, or with some left out."""


class WholeNames:
    """Knows units by their whole names; what comes near to one, or begins it, is none."""

    def __init__(self, matcher: Matcher) -> None:
        """Begin with a list."""
        self._matcher = matcher
        self._remembered: dict[str, UnitSpec | None] = {}

    def unit(self, text: str) -> UnitSpec | None:
        """Return the unit whose name a text is, as the list has it or with its marks and kind written otherwise; else None."""
        if text not in self._remembered:
            self._remembered[text] = self._find(text) if len(text) <= LONGEST else None
        return self._remembered[text]

    def _find(self, text: str) -> UnitSpec | None:
        written = 0
        for step, candidates in self._matcher.steps(text):
            found = tuple(dict.fromkeys(candidates))
            if found:
                return found[0] if len(found) == 1 and step in ("exact", "kind") else None
            written += step in ("kind", "begun")
            if written == _WAYS:
                return None
        return None
