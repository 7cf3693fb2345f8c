"""What a rulebook is held against: one matter, one file; all are run and all findings come back."""

from __future__ import annotations

from ictscore.findings import Finding
from ictscore.rulebook.checks.choices import check_choices
from ictscore.rulebook.checks.circles import check_circles
from ictscore.rulebook.checks.divisions import check_divisions
from ictscore.rulebook.checks.grades import check_grades
from ictscore.rulebook.checks.ids import check_ids
from ictscore.rulebook.checks.names import check_names
from ictscore.rulebook.checks.references import check_references
from ictscore.rulebook.checks.sources import check_sources
from ictscore.rulebook.checks.steps import check_steps
from ictscore.rulebook.checks.sums import check_sums
from ictscore.rulebook.draft import Draft

CHECKS = (
    check_ids,
    check_names,
    check_choices,
    check_references,
    check_circles,
    check_divisions,
    check_sums,
    check_steps,
    check_grades,
    check_sources,
)


def check_rulebook(draft: Draft) -> list[Finding]:
    """Return everything the checks find in a rulebook."""
    return [found for check in CHECKS for found in check(draft)]
