"""Everything that can change a result says where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from ictscore.findings import Finding
from ictscore.nearest import did_you_mean
from ictscore.rulebook.draft import Draft
from ictscore.rulebook.identity import Identity
from ictscore.rulebook.sources import Source, Sourced


def check_sources(draft: Draft) -> Iterator[Finding]:
    """Yield parts without a source, and sources that are not declared."""
    known = tuple(draft.rulebook.sources)
    for path, part in draft.parts():
        if isinstance(part, Source) and part.ref not in known:
            yield draft.find("RB402", (*path, "ref"), read=part.ref, nearest=did_you_mean(part.ref, known))
        if isinstance(part, Sourced) and not isinstance(part, Identity) and part.source is None and _is_written(part):
            yield draft.find("RB401", path, what=_called(part))


def _is_written(part: BaseModel) -> bool:
    """Return whether the part stands in the file at all; defaults that nobody wrote are the program's own."""
    return bool(part.model_fields_set)


def _called(part: BaseModel) -> str:
    for name in ("id", "name", "number", "event", "decision", "to", "step"):
        value = getattr(part, name, None)
        if value:
            return str(value)
    return type(part).__name__
