"""Movements shared out where units are measured by the totals of others: every choice of changes is scored as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ictscore.diff.attribution import Chosen, Shares
from ictscore.diff.shapley import MOST_EXACT, exact_shares, sampled_shares
from ictscore.diff.tally import Tally
from ictscore.expr.nodes import OfMembers
from ictscore.rulebook.model import Rulebook
from ictscore.scoring.assess import assess
from ictscore.survey.labels.unit_names import Who

ORDERS_OF_THE_WHOLE = 16
"""How many orders are drawn past the exact limit; each step of an order is a whole scoring."""


def asks_for_totals(book: Rulebook) -> bool:
    """Return whether some criterion is measured by the totals of subordinate units."""
    return any(node.of == "total" for node in _of_members(book))


def has_members(book: Rulebook) -> bool:
    """Return whether some criterion is measured by subordinate units."""
    return any(True for _ in _of_members(book))


def _of_members(book: Rulebook) -> Iterator[OfMembers]:
    for criterion in book.all_criteria():
        if criterion.formula is not None:
            nodes = criterion.formula.to_expr(criterion.bounds).walk()
            yield from (node for node in nodes if isinstance(node, OfMembers))


class WholeAttributor:
    """Shares out the movement of the units of one group by whole scorings."""

    def __init__(self, tally: Tally) -> None:
        """Take a group."""
        self.tally = tally
        self.all: Chosen = frozenset(range(len(tally.bundles)))
        self._totals: dict[Chosen, dict[Who, Fraction]] = {}

    def exact_total(self, unit: Who, chosen: Chosen) -> Fraction:
        """Return a unit's exact total with these bundles of changes made."""
        if chosen not in self._totals:
            tally = self.tally
            survey = tally.readings.between(tally.applied(chosen))
            assessment = assess(tally.book(chosen), survey, tally.readings.stage)
            self._totals[chosen] = {each.who: each.exact_total for each in assessment.units() if each.group == tally.group}
        return self._totals[chosen][unit]

    def shares(self, unit: Who) -> Shares:
        """Return the shares of all bundles in a unit's movement."""
        count = len(self.all)

        def value(mask: int) -> Fraction:
            return self.exact_total(unit, frozenset(position for position in range(count) if mask >> position & 1))

        sampled = count > MOST_EXACT
        parts = sampled_shares(count, value, ORDERS_OF_THE_WHOLE) if sampled else exact_shares(count, value)
        return Shares({position: part for position, part in enumerate(parts) if part}, sampled=sampled)
