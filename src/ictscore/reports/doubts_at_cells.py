"""What scoring would refuse in a survey: told by a check already, at the cells of the answers."""

from __future__ import annotations

from collections.abc import Sequence

from ictscore.findings import Finding, errors_among
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.procedure import StageId
from ictscore.scoring.assess import assess
from ictscore.survey.submission import Survey

_UNANSWERED = frozenset({"SV101", "SV102"})


def doubts_in(rulebook: Rulebook, survey: Survey, stage: StageId | None, told: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the errors that scoring finds, without those about cells that are ``told`` of already."""
    places = {place for each in told if each.code in _UNANSWERED or each.severity == "error" for place in (each.place, *each.related)}
    found = errors_among(assess(rulebook, survey, stage).findings)
    return tuple(each for each in found if not places & {each.place, *each.related})
