"""The severities there are, and what follows for limits, conditions and scopes that change."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, get_args

from ictscore.diff.change import Change
from ictscore.rulebook.results import Award
from ictscore.words import N_

Severity = Literal["wording", "none", "generous", "stricter", "mixed", "reorder", "open"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
NAMES: dict[Severity, str] = {
    "wording": N_("wording only"),
    "none": N_("no effect by itself"),
    "generous": N_("more generous"),
    "stricter": N_("stricter"),
    "mixed": N_("mixed"),
    "reorder": N_("may reorder"),
    "open": N_("may go either way"),
}

TURNED: dict[Severity, Severity] = {"generous": "stricter", "stricter": "generous"}
"""The opposite, for what is taken off instead of given."""


def of_ranking(change: Change, key: str, awards: Iterable[Award]) -> Severity:
    """Return what another way of ranking is.

    Where ranks come to be counted past those who share one, or past the unranked, every rank is the same or a later one in an order that
    stays: an award for so many places can only be lost by it.
    """
    counts = {"style": change.new.shown != "dense", "unranked_units": change.new.shown == "leave_hole"}
    if key not in counts or (key == "style" and "dense" not in {change.old.shown, change.new.shown}):
        return "reorder"
    places = any(each.positions is not None and not (each.passes_down and (key != "style" or each.quota is not None)) for each in awards)
    return "reorder" if not places else "stricter" if counts[key] else "generous"


def of_group(change: Change, key: str) -> Severity:
    """Return what is said otherwise of who a group is, and who of it is ranked.

    A group that is not ranked any more has no ranks, and no awards, which go by ranks; a unit that is not leaves its place to others.
    """
    if key == "ranked":
        return "generous" if change.new.shown is True else "stricter"
    return "mixed" if key == "unranked" else "reorder"


def of_question(change: Change, key: str) -> Severity:
    """Return what a changed question is; its words and hints change no points, its bounds decide which answers are taken at all."""
    if not key or key in {"ask", "evidence", "help", "label"}:
        return "none"
    if key in {"min", "max"}:
        return "open"
    if key == "required":
        return "stricter" if change.new.shown is True else "generous"
    return "open"


def condition(change: Change) -> Severity:
    """Return what a condition is that came, went or changed: one more to meet is stricter."""
    if change.old.shown is None:
        return "stricter"
    return "generous" if change.new.shown is None else "open"


def limit(change: Change, more: Severity, without: Severity) -> Severity:
    """Return what a changed limit is, where ``more`` is what a higher one is and ``without`` what having none is."""
    old, new = change.old.shown, change.new.shown
    if new is None:
        return without
    if old is None:
        return TURNED[without]
    if not isinstance(old, (Fraction, int)) or not isinstance(new, (Fraction, int)):
        return "open"
    return more if new > old else TURNED[more]


def as_set(shown: object) -> frozenset[str]:
    """Return the names in a list that is shown, or none."""
    return frozenset(shown) if isinstance(shown, tuple) else frozenset()


def more_is(old: frozenset[str], new: frozenset[str], *, empty_is_all: bool) -> Severity:
    """Return what it is that something applies to other groups than before."""
    if empty_is_all and (not old or not new):
        return "generous" if not new else "stricter"
    if old < new:
        return "generous"
    return "stricter" if new < old else "mixed"
