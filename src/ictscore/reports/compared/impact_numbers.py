"""Numbers and outcomes of an impact as people read them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ictscore.diff.bundles import Bundle
from ictscore.diff.change import Change, Comparison
from ictscore.diff.impact import Standing, Unscored
from ictscore.diff.wording import SUBJECTS, attribute_name, items_moved, say, signed
from ictscore.exact import round_fraction
from ictscore.reports.told import NO_RANK, rank_text
from ictscore.words import N_, say_number, tr

PLACES = 4
_LONGEST_FRACTION = 12
_LONGEST_VALUE = 24
_VERBS = {"added": N_("added"), "removed": N_("removed")}


def moved(value: Fraction) -> str:
    """Return by how much something moves: ``+1.5``, ``−0.9286 (−13/14)``, ``≈ +0.0043`` where the fraction is long.

    >>> moved(Fraction(3, 2)), moved(Fraction(-13, 14)), moved(Fraction(0)), moved(Fraction(1, 100_000))
    ('+1.5', '−0.9286 (−13/14)', '0', '≈ 0 (1/100000)')
    """
    rounded = round_fraction(value, PLACES)
    if rounded == value:
        return signed(value) if value else "0"
    exact = str(value).replace("-", "−")
    if not rounded:
        return f"≈ 0 ({exact})" if len(exact) <= _LONGEST_FRACTION else "≈ 0"
    return f"{signed(rounded)} ({exact})" if len(exact) <= _LONGEST_FRACTION else f"≈ {signed(rounded)}"


def roughly(value: Fraction) -> str:
    """Return by how much something moves, to four decimals, for sums over many units.

    >>> roughly(Fraction(-1, 3)), roughly(Fraction(1, 2))
    ('≈ −0.3333', '+0.5')
    """
    rounded = round_fraction(value, PLACES)
    return moved(value) if rounded == value else f"≈ {signed(rounded)}"


def total_text(value: Fraction) -> str:
    """Return a total: its decimals if they end, else four of them."""
    return say_number(value if round_fraction(value, PLACES) == value else round_fraction(value, PLACES))


def rank_of(standing: Standing | None) -> str:
    """Return a rank for reading."""
    return NO_RANK if standing is None else rank_text(standing.rank, tied=standing.tied)


def before_after(old: str, new: str) -> str:
    """Return two values as one where they are the same, else with an arrow.

    >>> before_after("Tốt", "Khá"), before_after("2", "2")
    ('Tốt → Khá', '2')
    """
    return old if old == new else f"{old or NO_RANK} → {new or NO_RANK}"


class Names:
    """The names of awards in two rulebooks."""

    def __init__(self, comparison: Comparison) -> None:
        """Take both rulebooks; the newer one's names count."""
        books = (comparison.old.rulebook, comparison.new.rulebook)
        self._awards = {each.id: each.name for book in books for each in book.awards}

    def awards(self, standing: Standing | None) -> str:
        """Return the awards of a unit."""
        return "; ".join(self._award(each) for each in standing.awards) if standing is not None else ""

    def _award(self, identifier: str) -> str:
        own = identifier.removesuffix("?")
        return f"{self._awards.get(own, own)}{' ?' if identifier.endswith('?') else ''}"


def bundle_title(bundle: Bundle) -> str:
    """Return what a bundle of changes is called: its things, each with what changes of it."""
    parts: dict[str, list[str]] = {}
    for change in bundle.changes:
        parts.setdefault(_thing(change), []).append(_what(change))
    return "; ".join(f"{thing} ({', '.join(what)})" for thing, what in parts.items())


def _thing(change: Change) -> str:
    return change.id if change.subject == "criterion" else f"{tr(SUBJECTS[change.subject])} {change.id}".rstrip()


def _what(change: Change) -> str:
    if change.verb in _VERBS:
        return tr(_VERBS[change.verb])
    old, new = say(change.old.shown), say(change.new.shown)
    values = f" {old} → {new}" if len(old) <= _LONGEST_VALUE and len(new) <= _LONGEST_VALUE and not any(items_moved(change)) else ""
    return f"{attribute_name(change)}{values}"


def bundle_ids(bundle: Bundle) -> str:
    """Return the stable ids of a bundle's changes."""
    return ", ".join(each.stable_id for each in bundle.changes)


def total_of(standing: Standing | None) -> str:
    """Return the total of a standing, or nothing where there is none."""
    return "" if standing is None else total_text(standing.total)


def grade_of(standing: Standing | None) -> str:
    """Return the grade of a standing, or nothing where there is none."""
    return "" if standing is None else standing.grade or ""


def by_side(unscored: Sequence[Unscored]) -> dict[tuple[str, str], list[Unscored]]:
    """Return what cannot be scored, by the side and the survey it is about."""
    found: dict[tuple[str, str], list[Unscored]] = {}
    for each in unscored:
        found.setdefault((each.side, each.survey), []).append(each)
    return found
