"""``ictscore batch``: many scoring jobs, one summary."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from ictscore.batch import JobReport, Result, read_jobs, run_jobs, worst
from ictscore.commands.options import lang_option
from ictscore.commands.progress import counting
from ictscore.reports.console import plain, table_box, talk, text_results
from ictscore.reports.findings import SCHEMA_VERSION, SKIPPED, finding_record, print_findings
from ictscore.survey.rulebook_named import ANOTHER_RULEBOOK
from ictscore.words import N_, tr

_NOTES_SHOWN = frozenset({ANOTHER_RULEBOOK, SKIPPED})
_CODES: dict[Result, int] = {"done": 0, "no": 1, "cannot": 2, "fault": 3}
_WORDS: dict[Result, str] = {
    "done": N_("done"),
    "no": N_("errors stand"),
    "cannot": N_("could not be done"),
    "fault": N_("our mistake"),
}
_STYLES: dict[Result, str] = {"done": "green", "no": "yellow", "cannot": "red", "fault": "bold red"}


@click.command("batch")
@click.argument("file", metavar="JOBS.yaml", type=click.Path(path_type=Path))
@click.option("--format", "how", type=click.Choice(["text", "json"]), default="text", show_default=True, help="What is printed.")
@lang_option
def command(file: Path, how: str) -> int:
    """Run the scoring jobs of a file, each by itself, and sum them up in one table.

    \b
    jobs:
      - {rulebook: binhthuan-2020, survey: phieu-2020, output: ket-qua-2020.xlsx}
      - {rulebook: quangbinh-2018, survey: [so.xlsx, huyen.csv], output: quangbinh.xlsx, stage: council, official: true}

    Paths are relative to the file. Further keys, each as the option of score: provisional, strict, force, locked, live, units,
    matches, mapping, evidence, skip_hidden, recalculate, password_from, workers; and name. The exit code is that of the worst job.
    """  # noqa: D301 - \b is click's sign for lines to be kept
    reports: list[JobReport] = []
    for report in run_jobs(read_jobs(file), counting):
        _tell(talk(), report)
        reports.append(report)
    if how == "json":
        click.echo(_document(reports))
    else:
        console = text_results()
        console.print(_table(console, reports))
    return _CODES[worst(reports)]


def _tell(console: Console, report: JobReport) -> None:
    console.print(plain(f"{report.name}: {tr(_WORDS[report.result])}", style=_STYLES[report.result]))
    print_findings(console, [each for each in report.findings if each.severity != "note" or each.code in _NOTES_SHOWN])


def _table(console: Console, reports: list[JobReport]) -> Table:
    table = Table(box=table_box(console), pad_edge=False, expand=False)
    for name in (tr("Job"), tr("Rulebook")):
        table.add_column(name, overflow="fold")
    for name in (tr("Units"), tr("Errors"), tr("Warnings")):
        table.add_column(name, justify="right")
    table.add_column(tr("Result"))
    table.add_column(tr("Workbook"), overflow="fold")
    for each in reports:
        counts = _counts(each)
        texts = (each.name, each.rulebook, str(each.units), str(counts["error"]), str(counts["warning"]), tr(_WORDS[each.result]))
        table.add_row(*map(plain, texts), plain("" if each.written is None else each.written.as_posix()))
    return table


def _counts(report: JobReport) -> Counter[str]:
    return Counter(each.severity for each in report.findings)


def _document(reports: list[JobReport]) -> str:
    document = {"schema_version": SCHEMA_VERSION, "exit_code": _CODES[worst(reports)], "jobs": [_record(each) for each in reports]}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _record(report: JobReport) -> dict[str, object]:
    counts = _counts(report)
    return {
        "name": report.name,
        "result": report.result,
        "exit_code": _CODES[report.result],
        "rulebook": report.rulebook,
        "units": report.units,
        "written": None if report.written is None else report.written.as_posix(),
        "summary": {severity: counts[severity] for severity in ("note", "warning", "error")},
        "findings": [finding_record(each) for each in report.findings],
    }
