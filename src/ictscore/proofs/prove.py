"""A rulebook proved: all checks run over one study of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ictscore.findings import Finding, errors_among, finding
from ictscore.places import Place
from ictscore.proofs.checks.applicability import check_applicability
from ictscore.proofs.checks.awards import check_awards, check_knockouts
from ictscore.proofs.checks.grades import check_grades
from ictscore.proofs.checks.incentives import check_incentives
from ictscore.proofs.checks.maxima import check_maxima
from ictscore.proofs.checks.points import check_points
from ictscore.proofs.checks.steps import check_steps
from ictscore.proofs.checks.unreachable import check_unreachable
from ictscore.proofs.doubt import Doubt
from ictscore.proofs.study import Study, study
from ictscore.rulebook.draft import Draft
from ictscore.rulebook.load import LoadedRulebook

CHECKS = (
    check_points,
    check_unreachable,
    check_steps,
    check_maxima,
    check_applicability,
    check_grades,
    check_awards,
    check_knockouts,
)

ARITHMETIC = frozenset({"RB210", "RB301", "RB302", "RB303", "RB304", "RB305", "RB307", "RB308", "RB309", "RB311", "RB312", "RB313"})
"""Errors beside which a rulebook can still be scored, so that answers can show what else is wrong with it."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proved of a rulebook: the study (None where errors forbid one), and every doubt in the order of the file."""

    rulebook: str
    study: Study | None
    doubts: tuple[Doubt, ...]


def prove(loaded: LoadedRulebook, findings: Sequence[Finding] = (), *, proofs: bool = True, incentives: bool = False) -> Proof:
    """Return the proof of a rulebook. ``findings`` are those of its checks; with errors of shape or names nothing can be proved."""
    if any(each.code not in ARITHMETIC for each in errors_among(findings)):
        place = Place(loaded.document.place.file)
        return Proof(loaded.rulebook.id, None, (Doubt(finding("RB799", place), loaded.rulebook.id),))
    this = study(Draft(loaded.rulebook, loaded.document))
    checks = (CHECKS if proofs else ()) + ((check_incentives,) if incentives else ())
    # A criterion that stands in several groups with different policies is looked at for each; what is the same is told once.
    told: dict[tuple[object, ...], Doubt] = {}
    for found in (each for check in checks for each in check(this)):
        told.setdefault(_said(found), found)
    doubts = list(told.values())
    doubts.sort(key=lambda each: (each.finding.place, each.finding.code, each.at))
    return Proof(loaded.rulebook.id, this, tuple(doubts))


def _said(each: Doubt) -> tuple[object, ...]:
    """Return all that a doubt says but for its example."""
    values = sorted((name, str(value)) for name, value in each.finding.values.items() if name != "example")
    return each.finding.code, each.finding.place, each.at, tuple(values)
