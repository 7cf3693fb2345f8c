"""A doubt about a rulebook: a finding, what it is about, and the answers that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ictscore.findings import Finding
from ictscore.proofs.trial import Example
from ictscore.rulebook.draft import Draft, Path
from ictscore.words import phrase


@dataclass(frozen=True, slots=True)
class Doubt:
    """``at`` is the id of the criterion, award, grade, knockout or answer concerned; an acceptance names it together with the code."""

    finding: Finding
    at: str
    examples: tuple[Example, ...] = ()


def doubt(draft: Draft, code: str, path: Path, at: str, *examples: Example, offset: int = 0, **values: Any) -> Doubt:
    """Return a doubt at ``path``; its examples are put into the message."""
    said = [each.said() for each in examples]
    shown: object = "" if not said else said[0] if len(said) == 1 else phrase("{first}; {second}", first=said[0], second=said[1])
    return Doubt(draft.find(code, path, offset=offset, at=at, example=shown, **values), at, examples)
