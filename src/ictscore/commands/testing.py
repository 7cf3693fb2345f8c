"""``ictscore test --coverage``, ``--mutate`` and ``--write-boundaries``: how much of a rulebook its cases prove."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ictscore.cases import CaseResult, PreparedCase
from ictscore.cases.boundaries import boundary_cases
from ictscore.cases.coverage import cover
from ictscore.cases.mutants import all_slips, mutate
from ictscore.commands.progress import counting
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.reports.console import plain, talk, text_results
from ictscore.reports.formats import Format
from ictscore.reports.proofs.coverage import coverage_record, mutation_record, print_coverage, print_mutation
from ictscore.rulebook.draft import Draft
from ictscore.rulebook.load import LoadedRulebook
from ictscore.safe_write import write_safely
from ictscore.survey.blank.front import in_language
from ictscore.words import tr


@dataclass(slots=True)
class Measured:
    """What was measured of one rulebook's cases: findings, and what JSON says of it."""

    findings: list[Finding] = field(default_factory=list)
    record: dict[str, Any] = field(default_factory=dict)


def measure(  # noqa: PLR0913 - what is measured, of what, and how it is told
    loaded: LoadedRulebook,
    cases: Sequence[PreparedCase],
    outcomes: Sequence[CaseResult],
    how: Format,
    *,
    coverage: bool,
    mutation: bool,
) -> Measured:
    """Measure the cases of a rulebook and print the tables, unless another format is asked for."""
    measured = Measured()
    draft = Draft(loaded.rulebook, loaded.document)
    if coverage:
        covered = cover(draft, cases)
        measured.findings += covered.findings(draft)
        measured.record["coverage"] = coverage_record(covered)
        if how == "text":
            print_coverage(text_results(), loaded.rulebook.id, covered)
    if mutation and any(each.findings for each in outcomes if each.confirmed):
        measured.findings.append(finding("CS123", Place(loaded.path.with_name("cases.yaml").as_posix())))
    elif mutation:
        slips = all_slips(loaded)
        with counting(tr("Trying slips"), len(slips)) as progress:
            mutated = mutate(loaded, cases, slips, progress)
        measured.findings += mutated.findings(draft)
        measured.record["mutation"] = mutation_record(mutated)
        if how == "text":
            print_mutation(text_results(), loaded.rulebook.id, mutated)
    return measured


def write_boundaries(loaded: LoadedRulebook, target: Path, *, force: bool) -> None:
    """Write cases at every bound of the rulebook for its author to work out."""
    with in_language(loaded.rulebook.language):
        data = "\n".join(boundary_cases(loaded.rulebook)) + "\n"
    inputs = [loaded.path, loaded.path.with_name("cases.yaml")]
    write_safely(data.encode(), target, force=force, inputs=inputs, is_ours=lambda _: False)
    talk().print(plain(tr("{path}: cases to be worked out; until confirmed: false is removed they are not run.", path=str(target))))
