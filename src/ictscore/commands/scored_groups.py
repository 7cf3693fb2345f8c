"""The groups of a scored survey that a command is asked about: all with units, or the one that was named."""

from __future__ import annotations

from ictscore.errors import FileRefused
from ictscore.findings import errors_among, finding
from ictscore.nearest import did_you_mean
from ictscore.reports.outcome import Outcome
from ictscore.scoring.records import GroupScore


def scored_groups(outcome: Outcome, named: str | None) -> list[GroupScore]:
    """Return the groups with units, or the one of them that was named. Raises FileRefused where there is none.

    Without any, that is because of the errors in the survey; else the nearest name is given.
    """
    known = [each for each in outcome.books.assessment.groups if each.units]
    if not known:
        raise FileRefused(*errors_among(outcome.told.findings))
    wanted = [each for each in known if named in {None, each.group.id}]
    if not wanted:
        ids = tuple(each.group.id for each in known)
        raise FileRefused(finding("UN105", read=named, nearest=did_you_mean(named or "", ids), known=ids))
    return wanted
