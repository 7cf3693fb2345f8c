"""``ictscore test``: the worked cases beside a rulebook, scored and compared exactly."""

from __future__ import annotations

import click

from ictscore.cases import CaseResult, read_cases, run_cases
from ictscore.commands.lint import rulebooks_under
from ictscore.commands.options import exit_code, lang_option
from ictscore.commands.outputs import report_format_option, tell
from ictscore.errors import RulebookRefused
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.reports.console import plain, results, talk
from ictscore.reports.findings import SCHEMA_VERSION, finding_record
from ictscore.reports.formats import Format
from ictscore.reports.plain_json import dumped
from ictscore.reports.reported import Reported
from ictscore.rulebook.load import load_rulebook
from ictscore.words import tr


@click.command("test")
@click.argument("paths", nargs=-1, required=True, metavar="ID|PATH…")
@report_format_option
@lang_option
def command(paths: tuple[str, ...], how: Format) -> int:
    """Run the worked cases (cases.yaml) of rulebooks and say which value of which case differs.

    Exits 1 when a case fails.
    """
    outcomes: list[tuple[str, list[CaseResult]]] = []
    findings: list[Finding] = []
    for path in paths:
        for file in rulebooks_under(path):
            loaded = load_rulebook(str(file))
            cases = file.with_name("cases.yaml")
            if not cases.is_file():
                findings.append(finding("CS106", Place(file.parent.as_posix()), rulebook=loaded.rulebook.id))
                continue
            case_file, document, refused = read_cases(cases)
            if case_file is None or document is None:
                raise RulebookRefused(*refused)
            outcomes.append((loaded.rulebook.id, list(run_cases(loaded.rulebook, case_file, document))))
    findings += [found for _, results_ in outcomes for result in results_ for found in result.findings]
    _tell(outcomes, findings, how)
    return exit_code(any(result.findings for _, results_ in outcomes for result in results_))


def _tell(outcomes: list[tuple[str, list[CaseResult]]], findings: list[Finding], how: Format) -> None:
    if how == "json":
        document = {"schema_version": SCHEMA_VERSION, "rulebooks": [_record(identifier, cases) for identifier, cases in outcomes]}
        results().print(dumped(document), soft_wrap=True)
    else:
        tell(Reported("test", tuple(findings)), how)
    for identifier, cases in outcomes:
        failed = sum(1 for case in cases if case.findings)
        values = {"id": identifier, "passed": len(cases) - failed, "failed": failed, "checked": sum(case.checked for case in cases)}
        talk().print(plain(tr("{id}: {passed} cases passed, {failed} failed ({checked} values compared).", **values)))


def _record(identifier: str, cases: list[CaseResult]) -> dict[str, object]:
    records = [
        {"id": case.id, "name": case.name, "checked": case.checked, "findings": [finding_record(each) for each in case.findings]}
        for case in cases
    ]
    return {"id": identifier, "cases": records}
