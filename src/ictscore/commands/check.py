"""``ictscore check``: everything that can be found in survey files, without scoring them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import click

from ictscore.commands.loading import load_for, read_for
from ictscore.commands.options import exit_code, lang_option, reading_options, report_format_option, rulebook_option, strict_option
from ictscore.expr.values import Blank
from ictscore.findings import Finding, errors_among
from ictscore.reports.console import plain, results, talk
from ictscore.reports.findings import Format, summary_line, tell_findings
from ictscore.rulebook.model import Rulebook
from ictscore.survey.options import ReadOptions
from ictscore.survey.submission import Survey
from ictscore.words import tr


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="SURVEY…", type=click.Path(path_type=Path))
@rulebook_option
@report_format_option
@strict_option
@reading_options
@lang_option
def command(paths: tuple[Path, ...], rulebook: str | None, how: Format, strict: bool, reading: ReadOptions) -> int:  # noqa: FBT001 - click passes flags by name
    """Check survey files: workbooks, CSV files or folders of them.

    Every finding names its file, sheet and cell, what was read, what was expected and what to do. Exits 1 when there is an error.
    """
    loaded = load_for(rulebook, paths)
    survey = read_for(loaded, paths, reading)
    findings = [replace(each, raised=True) if strict else each for each in in_order(survey.findings)]
    counts = Counts(survey, loaded.rulebook)
    tell_findings(results(), findings, how, rulebook=loaded.rulebook.id, period=survey.period, **counts.record())
    for line in counts.lines():
        talk().print(plain(line))
    talk().print(plain(tr("Files checked: {count}; {summary}.", count=len(survey.files), summary=summary_line(findings))))
    return exit_code(bool(errors_among(findings)))


def in_order(findings: tuple[Finding, ...]) -> list[Finding]:
    """Return findings by place: files and sheets by name, cells from top to bottom."""
    return sorted(findings, key=lambda each: (each.place.file, each.place.sheet, *_row_and_column(each.place.cell), each.code))


def _row_and_column(cell: str) -> tuple[int, int, str]:
    first = cell.partition(":")[0]
    letters = first.rstrip("0123456789")
    digits = first[len(letters) :]
    return int(digits) if digits else 0, len(letters), letters


class Counts:
    """How much a survey holds."""

    def __init__(self, survey: Survey, rulebook: Rulebook) -> None:
        """Count the files, the units of each group, and the answers given, missing, not applicable and unreadable."""
        self.files = [{"name": each.name, "sha256": each.sha256, "size": each.size} for each in survey.files]
        in_groups = Counter(each.group for each in survey.submissions)
        self.units = {group.id: in_groups[group.id] for group in rulebook.groups}
        values = (answer.value for each in survey.submissions for by_id in each.answers.values() for answer in by_id.values())
        kinds = Counter(value.kind if isinstance(value, Blank) else "given" for value in values)
        self.answers = {kind: kinds[kind] for kind in ("given", "missing", "not_applicable", "unreadable")}

    def record(self) -> dict[str, object]:
        """Return the counts for JSON."""
        return {"files": self.files, "units": self.units, "answers": self.answers}

    def lines(self) -> list[str]:
        """Return the counts in words."""
        groups = [tr("units of {group}: {count}", group=group, count=count) for group, count in self.units.items() if count]
        answers = tr("answers: {given} given, {missing} missing, {not_applicable} not applicable, {unreadable} unreadable", **self.answers)
        return [*groups, answers]
