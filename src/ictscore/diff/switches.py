"""What can be switched from the older rule to the newer one by itself, and which switch a change belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ictscore.diff.change import Change, Subject
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.results import Extra

CRITERION_KEYS = ("max_points", "min_points", "formula", "not_applicable", "on_missing", "applies_to", "within")
"""The keys of a criterion that can change points; each can be switched alone."""

_OF_WHOLE_THINGS: dict[Subject, frozenset[str]] = {
    "section": frozenset({"applies_to"}),
    "bonus": frozenset({"max_points", "applies_to", "above_maximum"}),
    "deductions": frozenset({"max_points", "applies_to", "floor"}),
    "scale": frozenset({"result", "out_of"}),
    "rounding": frozenset({"total", "section", "criterion", "mode"}),
    "group": frozenset({"ranked", "unranked", "excluded", "ranked_within"}),
    "answer": frozenset({"type", "min", "max", "choices", "not_applicable", "measure"}),
    "grade": frozenset({"", "from", "above", "to", "requires", "quota"}),
    "grades": frozenset({"", "on", "between_bounds", "order"}),
    "knockout": frozenset({"", "when", "grade", "unranked", "applies_to"}),
    "ranking": frozenset({"on", "style", "tie_breaks", "unranked_units"}),
    "award": frozenset({"", "groups", "grade", "positions", "quota", "minimum", "requires", "ties", "passes_down"}),
}
"""The keys of other things that can change a result; they are switched together, thing by thing."""

Within = tuple[Literal["section", "bonus", "deductions", "criterion"], str]


@dataclass(frozen=True, slots=True, order=True)
class Switch:
    """One thing, or one key of a criterion, that is taken from the older or from the newer rulebook.

    An empty ``key`` of a criterion means that the criterion itself came or went.
    """

    subject: Subject
    id: str
    key: str = ""


def switch_of(change: Change) -> Switch | None:
    """Return the switch a change belongs to, or None where it can change no result by itself."""
    key, _, inner = change.attribute.partition("/")
    if change.subject == "criterion":
        return Switch("criterion", change.id, key) if key in CRITERION_KEYS or not key else None
    if key not in _OF_WHOLE_THINGS.get(change.subject, frozenset()) or (key == "choices" and inner):
        return None
    return Switch("grades", "") if change.subject == "grade" else Switch(change.subject, change.id)


@dataclass(frozen=True, slots=True)
class Placed:
    """A criterion and what it stands in."""

    criterion: Criterion
    within: Within


def placed_criteria(book: Rulebook) -> dict[str, Placed]:
    """Return every criterion of a rulebook by id, in order."""
    return {each.criterion.id: each for each in _placed(book)}


def _placed(book: Rulebook) -> Iterator[Placed]:
    for section in book.sections:
        yield from _below(section.criteria, ("section", section.id))
    for name, extra in (("bonus", book.bonus), ("deductions", book.deductions)):
        if isinstance(extra, Extra):
            yield from _below(extra.criteria, (name, ""))  # type: ignore[arg-type]


def _below(criteria: tuple[Criterion, ...], within: Within) -> Iterator[Placed]:
    for criterion in criteria:
        yield Placed(criterion, within)
        yield from _below(criterion.parts, ("criterion", criterion.id))
