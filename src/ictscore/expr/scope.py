"""What an expression may ask about the unit it is evaluated for."""

from __future__ import annotations

from typing import Protocol

from ictscore.expr.nodes import GroupExtreme, Measure, OfMembers
from ictscore.expr.values import Value


class Scope(Protocol):
    """One unit, seen by an expression."""

    def answer(self, identifier: str) -> Value:
        """Return the unit's answer, or the blank that says why there is none."""
        ...

    def points(self, criterion: str) -> Value:
        """Return the unit's points for a criterion."""
        ...

    def section(self, section: str) -> Value:
        """Return the unit's points for a section."""
        ...

    def measure(self, node: Measure) -> Value:
        """Return the unit's total, maximum, percentage or least share."""
        ...

    def extreme(self, node: GroupExtreme) -> Value:
        """Return the highest or lowest value in the unit's group."""
        ...

    def of_members(self, node: OfMembers) -> Value:
        """Return the aggregate over the unit's members."""
        ...
