"""What reading and scoring would find in changed answers: the errors for which they would be refused, and what is only warned of."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from ictscore.findings import Finding, errors_among
from ictscore.survey.consistency import check_consistency
from ictscore.survey.noting import Notes
from ictscore.whatif.rescoring import Changes, Rescorer


def found_with(rescorer: Rescorer, changes: Changes) -> tuple[Finding, ...]:
    """Return what is found with the changes and was not without them: answers that contradict each other, and errors of the result."""
    before = {_key(each) for each in _findings(rescorer, {})}
    return tuple(each for each in _findings(rescorer, changes) if _key(each) not in before)


def _findings(rescorer: Rescorer, changes: Changes) -> Iterator[Finding]:
    survey, notes = rescorer.survey(changes), Notes()
    mine = (rescorer.unit.group, rescorer.unit.who)
    check_consistency(rescorer.rulebook, [each for each in survey.submissions if (each.group, each.who) == mine], notes)
    yield from notes.findings()
    yield from errors_among(rescorer.assess(changes, everybody=True).findings)


def _key(found: Finding) -> Hashable:
    """Return what makes two findings the same, whatever the numbers in them."""
    return (found.code, *(str(found.values.get(name)) for name in ("unit", "criterion", "of", "over")))
