"""Ids are unique."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ictscore.expr.parse import RESERVED
from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.rulebook.criteria import Criterion, Section
from ictscore.rulebook.draft import Draft
from ictscore.rulebook.groups import Group
from ictscore.rulebook.identity import Fact
from ictscore.rulebook.nodes import place_at
from ictscore.rulebook.results import Award, GradeBand, Knockout

_NAMED: tuple[tuple[type[Any], str], ...] = (
    (Group, "id"),
    (Section, "id"),
    (Criterion, "id"),
    (Award, "id"),
    (Knockout, "id"),
    (Fact, "id"),
    (GradeBand, "name"),
)


def check_ids(draft: Draft) -> Iterator[Finding]:
    """Yield answers that no expression could ask for, and every id that is used twice for the same sort of thing."""
    for name in draft.rulebook.answers:
        if name in RESERVED:
            yield draft.find("RB112", ("answers", name), read=name)
    seen: dict[tuple[type[Any], str], Place] = {}
    for path, part in draft.parts():
        for model, key in _NAMED:
            if type(part) is model:
                name = getattr(part, key)
                place = place_at(draft.document, (*path, key))
                if (model, name) in seen:
                    yield draft.find("RB203", (*path, key), related=(seen[model, name],), read=name)
                seen.setdefault((model, name), place)
