"""Every division says what happens where its denominator is 0."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.findings import Finding
from ictscore.formulas.formula import Formula
from ictscore.rulebook.draft import Draft


def check_divisions(draft: Draft) -> Iterator[Finding]:
    """Yield formulas that divide by something that can be 0 without a policy."""
    for path, part in draft.parts():
        if isinstance(part, Formula) and part.has_undecided_division():
            yield draft.find("RB306", path)
