"""``ictscore test``: the worked cases beside a rulebook, scored and compared exactly."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from ictscore.cases import CaseResult, PreparedCase, prepare_cases, read_cases
from ictscore.commands.holding import held
from ictscore.commands.lint import rulebooks_under
from ictscore.commands.options import exit_code, held_option, lang_option
from ictscore.commands.outputs import report_format_option, tell
from ictscore.errors import RulebookRefused
from ictscore.findings import Finding, errors_among, finding
from ictscore.places import Place
from ictscore.reports.console import plain, results, talk
from ictscore.reports.findings import SCHEMA_VERSION, finding_record
from ictscore.reports.formats import Format
from ictscore.reports.plain_json import dumped
from ictscore.reports.reported import Reported
from ictscore.rulebook.load import LoadedRulebook, load_rulebook
from ictscore.words import tr


@dataclass(slots=True)
class _Tested:
    """One rulebook with its cases, what became of them, and what was measured besides."""

    loaded: LoadedRulebook
    cases: list[PreparedCase]
    results: list[CaseResult]
    findings: list[Finding] = field(default_factory=list)
    record: dict[str, Any] = field(default_factory=dict)


@click.command("test")
@click.argument("paths", nargs=-1, required=True, metavar="ID|PATH…")
@click.option("--coverage", is_flag=True, help="Say which branches of the rules no case reaches.")
@click.option("--mutate", "mutation", is_flag=True, help="Change numbers, bounds, caps and policies one by one; say what no case notices.")
@click.option(
    "--write-boundaries",
    "boundaries",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write cases at every bound, to be worked out.",
)
@click.option("--force", is_flag=True, help="Overwrite the file of --write-boundaries.")
@report_format_option
@held_option
@lang_option
def command(  # noqa: PLR0913, PLR0917 - a command has as many options as it has
    paths: tuple[str, ...],
    coverage: bool,  # noqa: FBT001 - click passes flags by name
    mutation: bool,  # noqa: FBT001
    boundaries: Path | None,
    force: bool,  # noqa: FBT001
    how: Format,
) -> int:
    """Run the worked cases (cases.yaml) of rulebooks and say which value of which case differs.

    Exits 1 when a case fails. A case marked confirmed: false is listed and never counts as passed.
    """
    files = [file for path in paths for file in rulebooks_under(path)]
    if boundaries is not None:
        return _write_boundaries(files, boundaries, force=force)
    tested: list[_Tested] = []
    findings: list[Finding] = []
    for file in files:
        found = _test(file)
        if found is None:
            findings.append(finding("CS106", Place(file.parent.as_posix()), rulebook=load_rulebook(str(file)).rulebook.id))
            continue
        tested.append(found)
        if coverage or mutation:
            from ictscore.commands.testing import measure  # noqa: PLC0415 - imported only where something is measured

            measured = measure(found.loaded, found.cases, found.results, how, coverage=coverage, mutation=mutation)
            found.findings, found.record = measured.findings, measured.record
    findings += [one for each in tested for result in each.results for one in result.findings]
    findings += [one for each in tested for one in each.findings]
    _tell(tested, findings, how)
    return exit_code(bool(errors_among(findings)))


def _write_boundaries(files: list[Path], target: Path, *, force: bool) -> int:
    from ictscore.commands.testing import write_boundaries  # noqa: PLC0415

    if len(files) != 1:
        raise click.UsageError(tr("--write-boundaries takes one rulebook at a time."))
    write_boundaries(held(load_rulebook(str(files[0]))), target, force=force)
    return exit_code(has_errors=False)


def _test(file: Path) -> _Tested | None:
    """Return the rulebook's cases and what became of them, or None where it has none."""
    loaded = held(load_rulebook(str(file)))
    cases = file.with_name("cases.yaml")
    if not cases.is_file():
        return None
    case_file, document, refused = read_cases(cases)
    if case_file is None or document is None:
        raise RulebookRefused(*refused)
    prepared = list(prepare_cases(loaded.rulebook, case_file, document))
    return _Tested(loaded, prepared, [each.result() for each in prepared])


def _tell(tested: list[_Tested], findings: list[Finding], how: Format) -> None:
    if how == "json":
        document = {"schema_version": SCHEMA_VERSION, "rulebooks": [_record(each) for each in tested]}
        results().print(dumped(document), soft_wrap=True)
    else:
        tell(Reported("test", tuple(findings)), how)
    for each in tested:
        confirmed = [case for case in each.results if case.confirmed]
        failed = sum(1 for case in confirmed if case.findings)
        values = {"id": each.loaded.rulebook.id, "passed": len(confirmed) - failed, "failed": failed}
        checked = sum(case.checked for case in confirmed)
        talk().print(plain(tr("{id}: {passed} cases passed, {failed} failed ({checked} values compared).", checked=checked, **values)))
        waiting = len(each.results) - len(confirmed)
        if waiting:
            text = tr("{id}: cases that wait for their author and were not run: {count}.", id=each.loaded.rulebook.id, count=waiting)
            talk().print(plain(text))


def _record(each: _Tested) -> dict[str, object]:
    records = [
        {
            "id": case.id,
            "name": case.name,
            "confirmed": case.confirmed,
            "checked": case.checked,
            "findings": [finding_record(found) for found in case.findings],
        }
        for case in each.results
    ]
    more = {"measured": [finding_record(found) for found in each.findings]} if each.record else {}
    return {"id": each.loaded.rulebook.id, "cases": records, **each.record, **more}
