"""A checked survey on the terminal: counts first, then who is missing and whose entries need mending, then findings by file."""

from __future__ import annotations

from rich.console import Console

from ictscore.findings import Finding
from ictscore.reports.checked.evidence_told import evidence_counts
from ictscore.reports.checked.missing_units import named_missing, names_of
from ictscore.reports.checked.standing import GroupStanding, Standing
from ictscore.reports.checked.told import Checked
from ictscore.reports.console import one_line, plain
from ictscore.reports.findings import SEVERITY_WORDS
from ictscore.reports.findings_by_file import print_by_file
from ictscore.survey.evidence.records import EvidenceRead
from ictscore.survey.submission import Survey
from ictscore.words import N_, tr


def print_checked(console: Console, check: Checked) -> None:
    """Print a check."""
    standing = check.standing
    console.print(plain(standing_line(standing), style="bold"))
    for group in standing.groups:
        _print_group(console, group, alone=len(standing.groups) == 1)
    if check.survey.evidence is not None:
        console.print(plain(evidence_line(check.survey, check.survey.evidence)))
    rest, missing = _without_missing(check)
    if rest or missing:
        console.print()
    print_by_file(console, rest)
    if missing:
        _print_missing(console, missing[0], standing, len(missing))


def _without_missing(check: Checked) -> tuple[list[Finding], list[Finding]]:
    """Return the findings to be printed one by one, and those that only say again which units were not received."""
    named = {name for each in check.standing.units if each.status == "missing" for name in names_of(each)}
    missing = [each for each in check.findings if named_missing(each) in named]
    said = {id(each) for each in missing}
    return [each for each in check.findings if id(each) not in said], missing


def _print_missing(console: Console, first: Finding, standing: Standing, errors: int) -> None:
    """Print once what is to be done about all units that were not received, and which of them are no errors."""
    count = standing.count("missing")
    console.print(plain(f"{tr(SEVERITY_WORDS[first.severity])} {first.code}", style="bold"))
    console.print(plain("  " + tr("Units not received, named above: {count}.", count=count)))
    empty = sum(len(each.units) for each in standing.groups if each.count("missing") == len(each.units))
    if empty and empty + errors == count:
        console.print(plain("  " + tr("Of these, {count} are in groups from which nothing came at all: they are no errors.", count=empty)))
    console.print(plain(f"  → {first.advice}"))


def standing_line(standing: Standing) -> str:
    """Return how many units there are and how they stand."""
    counts = {"received": standing.count("received"), "mending": standing.count("needs_mending"), "missing": standing.count("missing")}
    return tr("{total} units: {received} in order · {mending} to be mended · {missing} not received", total=sum(counts.values()), **counts)


def evidence_line(survey: Survey, evidence: EvidenceRead) -> str:
    """Return what became of the evidence, in one line."""
    counts = evidence_counts(survey)
    told = tr(
        "evidence: {found} found · {not_found} not found · {empty} empty · {asked} to be asked · {in_words} in words · {link} links"
        " · {none} cells blank",
        **counts,
    )
    files = tr("files: {count}, named by no form: {unnamed}", count=len(evidence.listing.files), unnamed=len(evidence.unnamed))
    return f"{told} ({files})"


def _print_group(console: Console, group: GroupStanding, *, alone: bool) -> None:
    counts = {"received": group.count("received"), "mending": group.count("needs_mending"), "missing": group.count("missing")}
    if not alone:
        text = tr("{group}: {received} in order · {mending} to be mended · {missing} not received", group=group.group.name, **counts)
        console.print(plain(f"  {text}"))
    indent = "  " if alone else "    "
    for status, text in (("needs_mending", N_("To be mended: {units}")), ("missing", N_("Not received: {units}"))):
        names = "; ".join(one_line(each.unit) for each in group.units if each.status == status)
        if names:
            console.print(plain(f"{indent}{tr(text, units=names)}"))
    for unit in group.with_status("missing"):
        for file, other in unit.came_as:
            told = {"unit": one_line(unit.unit), "file": one_line(file), "other": one_line(other)}
            console.print(plain(indent + tr("A form made for “{unit}” came, but names “{other}”: {file}", **told)))
