"""What a change touches: which of a regulation's matters, and whether results can come out differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal, get_args

from ictscore.diff.change import Change, Subject

Matter = Literal[
    "points", "formula", "structure", "scope", "grade", "ranking", "award", "question", "calendar", "source", "wording", "identity"
]
MATTERS: tuple[Matter, ...] = get_args(Matter)
CHANGES_RESULTS: frozenset[Matter] = frozenset({"points", "formula", "structure", "scope", "grade", "ranking", "award", "question"})

_BY_SUBJECT: dict[Subject, Matter] = {
    "rulebook": "identity",
    "date": "calendar",
    "lineage": "identity",
    "link": "identity",
    "fact": "identity",
    "source": "source",
    "answer": "question",
    "group": "scope",
    "section": "structure",
    "criterion": "structure",
    "bonus": "points",
    "deductions": "points",
    "scale": "points",
    "rounding": "points",
    "grades": "grade",
    "grade": "grade",
    "knockout": "grade",
    "ranking": "ranking",
    "award": "award",
    "step": "calendar",
    "stage": "calendar",
    "robustness": "identity",
}
_BY_ATTRIBUTE: dict[str, Matter] = {
    "source": "source",
    "name": "wording",
    "label": "wording",
    "title": "wording",
    "number": "wording",
    "note": "wording",
    "evidence": "wording",
    "help": "wording",
    "annex": "wording",
    "formula_words": "wording",
    "max_points": "points",
    "min_points": "points",
    "formula": "formula",
    "not_applicable": "formula",
    "on_missing": "formula",
    "applies_to": "scope",
    "ranked": "ranking",
    "unranked": "ranking",
    "ranked_within": "ranking",
    "rounds": "calendar",
    "data_window": "calendar",
}
_EXCEPTIONS: dict[tuple[Subject, str], Matter] = {
    ("answer", "not_applicable"): "question",
    ("rulebook", "title"): "identity",
    ("step", "number"): "calendar",
    ("knockout", "applies_to"): "grade",
    ("lineage", "note"): "identity",
}


def matter_of(change: Change) -> Matter:
    """Return what a change is about."""
    first, _, inner = change.attribute.partition("/")
    if not first:
        return _BY_SUBJECT[change.subject]
    if first == "choices" and inner:
        return "wording"
    if (change.subject, first) in _EXCEPTIONS:
        return _EXCEPTIONS[change.subject, first]
    if inner == "source":
        return "source"
    return _BY_ATTRIBUTE.get(first, _BY_SUBJECT[change.subject])


def can_change_results(change: Change) -> bool:
    """Return whether points, grades, ranks or awards can come out differently because of a change."""
    return matter_of(change) in CHANGES_RESULTS


def counts(changes: Iterable[Change]) -> dict[Matter, int]:
    """Return how many changes there are of each matter, the weightiest first; matters without any are left out."""
    found = Counter(matter_of(change) for change in changes)
    return {matter: found[matter] for matter in MATTERS if found[matter]}
