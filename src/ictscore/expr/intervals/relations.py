"""Relations between ranges: whether they can hold, and what they leave of a range."""

from __future__ import annotations

from ictscore.expr.intervals.ranges import Range

OPPOSITE = {"=": "≠", "≠": "=", "<": "≥", "≥": "<", ">": "≤", "≤": ">"}
"""What holds where a relation does not."""


def can_be_at_most(one: Range, other: Range) -> bool:
    """Return whether some number of ``one`` is not above some number of ``other``."""
    return is_possible("≤", one, other)


def is_possible(op: str, one: Range, other: Range) -> bool:
    """Return whether some number of ``one`` can stand in the relation to some number of ``other``."""
    match op:
        case "<":
            return one.low is None or other.high is None or one.low < other.high
        case ">":
            return is_possible("<", other, one)
        case "≤":
            touch = one.low is not None and one.low == other.high and not one.low_open and not other.high_open
            return touch or is_possible("<", one, other)
        case "≥":
            return is_possible("≤", other, one)
        case "=":
            return not one.meet(other).is_empty
        case _:
            return one.point is None or one.point != other.point


def bounded(op: str, one: Range, other: Range) -> Range:
    """Return the numbers of ``one`` that stand in the relation to some number of ``other``."""
    match op:
        case "<" | "≤":
            return one.meet(Range(high=other.high, high_open=other.high is not None and (op == "<" or other.high_open)))
        case ">" | "≥":
            return one.meet(Range(low=other.low, low_open=other.low is not None and (op == ">" or other.low_open)))
        case "=":
            return one.meet(other)
    point = other.point
    if point is None:
        return one
    if one.low == point and not one.low_open:
        return one.meet(Range(low=point, low_open=True))
    return one.meet(Range(high=point, high_open=True)) if one.high == point and not one.high_open else one


def turned(op: str) -> str:
    """Return the relation read from right to left."""
    return {"<": ">", ">": "<", "≤": "≥", "≥": "≤"}.get(op, op)


def same_text(op: str, left: frozenset[str], right: frozenset[str]) -> set[bool]:
    """Return whether texts of two sets can be equal (or, for ≠, differ)."""
    same = bool(left & right)
    differ = len(left | right) > 1
    found = ({True} if same else set()) | ({False} if differ else set())
    return found if op == "=" else {not each for each in found}
