"""What scoring would refuse in a survey: told by a check already, at the cells of the answers."""

from __future__ import annotations

from collections.abc import Sequence

from ictscore.findings import Finding, errors_among
from ictscore.scoring.records import Assessment

_UNANSWERED = frozenset({"SV101", "SV102"})


def doubts_in(assessment: Assessment, told: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the errors that scoring found, without those about cells that are ``told`` of already."""
    places = {place for each in told if each.code in _UNANSWERED or each.severity == "error" for place in (each.place, *each.related)}
    found = errors_among(assessment.findings)
    return tuple(each for each in found if not places & {each.place, *each.related})
