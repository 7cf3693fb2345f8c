"""What is told of a comparison of two rulebooks, decided once: changes with severity, clause and approval, and the impact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ictscore.diff.approvals import NONE, Approval, Approved
from ictscore.diff.change import Comparison
from ictscore.diff.clauses import Clauses
from ictscore.diff.impact import Impact
from ictscore.diff.severity import Judged, judge
from ictscore.diff.shapley import MOST_EXACT
from ictscore.findings import Finding, finding
from ictscore.reports.listed import listed
from ictscore.survey.labels.unit_names import fold_label
from ictscore.words import N_, phrase

SIDES = {"old": N_("the older rulebook"), "new": N_("the newer rulebook")}


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A change with its severity, the clause it comes from, and who approved it."""

    judged: Judged
    clause: str = ""
    approval: Approval | None = None


@dataclass(frozen=True, slots=True)
class ToldDiff:
    """A comparison ready to be drawn."""

    comparison: Comparison
    changes: tuple[ToldChange, ...]
    impact: Impact | None = None
    findings: tuple[Finding, ...] = ()


def tell_diff(
    comparison: Comparison, impact: Impact | None = None, approved: Approved = NONE, findings: tuple[Finding, ...] = ()
) -> ToldDiff:
    """Return what is told of a comparison; ``findings`` are those of reading."""
    clauses = Clauses(comparison)
    changes = tuple(ToldChange(each, clauses.of(each.change), approved.of(each.change)) for each in judge(comparison))
    found = (*findings, *approved.findings, *_reworded(comparison), *(_about(impact) if impact is not None else ()))
    return ToldDiff(comparison, changes, impact, found)


def _reworded(comparison: Comparison) -> Iterator[Finding]:
    """Yield the questions that kept their id and got other words."""
    for change in comparison.changes:
        if change.subject == "answer" and change.attribute == "label":
            old, new = str(change.old.shown), str(change.new.shown)
            if fold_label(old) != fold_label(new):
                yield finding("DF104", change.new.place, related=(change.old.place,), answer=change.id, old=old, new=new)


def _about(impact: Impact) -> Iterator[Finding]:
    for side, name in SIDES.items():
        found = [each for each in impact.unscored if each.side == side]
        if found:
            yield finding("DF105", side=phrase(name), count=len(found), answers=listed(name for each in found for name in each.answers))
    for group in impact.groups:
        if any(each.sampled for each in group.units):
            yield finding("DF109", group=group.name, orders=str(impact.drawn), limit=str(MOST_EXACT))
