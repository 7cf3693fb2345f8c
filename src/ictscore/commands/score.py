"""``ictscore score``: a survey becomes points, ranks, grades and awards, and a results workbook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click
from rich.console import Console

from ictscore.commands.by_itself import beside_results, results_folder
from ictscore.commands.loading import tell_named
from ictscore.commands.options import (
    evidence_option,
    exit_code,
    lang_option,
    locked_option,
    reading_options,
    rulebook_option,
    stage_option,
    strict_option,
)
from ictscore.commands.progress import counting
from ictscore.commands.typed import typed
from ictscore.commands.who_is_missing import UNIT_MISSING, print_missing
from ictscore.findings import Finding, errors_among
from ictscore.jobs import Job, run_job
from ictscore.reports.console import plain, talk, text_results
from ictscore.reports.csv_results import results_csv
from ictscore.reports.findings import SKIPPED, findings_json, print_findings, summary_line
from ictscore.reports.json_results import results_json
from ictscore.reports.outcome import Outcome
from ictscore.reports.sentences import basis_sentence, provisional_warning, stage_sentence
from ictscore.reports.text_table import print_rankings
from ictscore.reports.told import Told
from ictscore.rulebook.procedure import StageId
from ictscore.survey.blank.front import in_language
from ictscore.survey.options import ReadOptions
from ictscore.words import tr

ABOUT_POINTS, ABOUT_BASIS = "SC", "RB605"


@click.command("score")
@click.argument("paths", nargs=-1, required=True, metavar="SURVEY…", type=click.Path(path_type=Path))
@rulebook_option
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="OUT.xlsx", help="The results workbook.")
@click.option(
    "--live",
    type=click.Path(path_type=Path),
    metavar="LIVE.xlsx",
    help="Write the result as formulas too: a workbook that follows when answers in it are changed.",
)
@stage_option
@click.option("--official", is_flag=True, help="Refuse a rulebook that is modelled in parts or incomplete.")
@click.option("--provisional", is_flag=True, help="Write results marked as provisional even where errors stand.")
@strict_option
@locked_option
@evidence_option
@reading_options
@click.option("--force", is_flag=True, help="Overwrite an output that ictscore did not make, or that was changed since.")
@click.option("--format", "how", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True, help="What is printed.")
@lang_option
def command(  # noqa: PLR0913, PLR0917 - a command has as many options as it has
    paths: tuple[Path, ...],
    rulebook: str | None,
    output: Path | None,
    live: Path | None,
    stage: StageId | None,
    official: bool,  # noqa: FBT001 - click passes flags by name
    provisional: bool,  # noqa: FBT001
    strict: bool,  # noqa: FBT001
    force: bool,  # noqa: FBT001
    how: str,
    reading: ReadOptions,
    locked: Path | None,
) -> int:
    """Score a survey, rank each group, and write the results workbook.

    SURVEY is a workbook, a CSV file, or a folder of them. While an error stands nothing is written, and the exit code is 1.
    Without -o the results of a folder go, with a page, JSON and a log, into results/ and a folder of the day; those of files into the
    current folder.
    """
    folder = results_folder(paths) if output is None else None
    done = run_job(Job(paths, rulebook, output, stage, official, provisional, strict, force, reading, locked, live, folder), counting)
    if done.named is not None:
        tell_named(done.named)
    if done.written is None:
        print_findings(talk(), done.notices)
        return _refuse(done.outcome, how, Again(paths, reading))
    written = [done.written, *(beside_results(done, paths, force=force) if folder is not None else ())]
    _tell(done.outcome, how, written, Again(paths, reading))
    print_findings(talk(), done.notices)
    if done.live is not None:
        print_findings(talk(), done.live_findings)
        talk().print(plain(tr("Live workbook: {path}", path=str(done.live))))
    return exit_code(not done.outcome.stands)


class Again(NamedTuple):
    """The survey and how it was read, for commands that look at the same again."""

    paths: tuple[Path, ...]
    reading: ReadOptions

    def words(self, command: str, rulebook: str, *more: str) -> str:
        """Return a command line."""
        return typed(["ictscore", command, *map(str, self.paths), "--rulebook", rulebook, *self.reading.files_named, *more])


def _refuse(outcome: Outcome, how: str, again: Again) -> int:
    console = talk()
    findings = outcome.told.findings
    if how == "json":
        click.echo(findings_json(findings, kind="findings"))
    _print_findings(console, findings)
    if _unshown(findings):
        words = again.words("check", outcome.told.loaded.reference)
        console.print(plain(tr("Notes not shown here: {count}. See them with {command}", count=_unshown(findings), command=words)))
    console.print(plain(tr("Not scored ({summary}). Nothing was written.", summary=summary_line(findings))))
    _say_who_is_missing(console, findings, again, outcome.told.loaded.reference)
    console.print(plain(tr("Correct the errors, or see where things stand with --provisional.")))
    return exit_code(bool(errors_among(findings)))


def _say_who_is_missing(console: Console, findings: Sequence[Finding], again: Again, rulebook: str) -> None:
    """Name the units that nothing came from, and the command that says where everybody stands."""
    if print_missing(console, findings):
        console.print(plain(tr("Where every unit stands: {command}", command=again.words("check", rulebook))))


def _tell(outcome: Outcome, how: str, written: Sequence[Path], again: Again) -> None:
    told = outcome.told
    if how == "json":
        click.echo(results_json(told))
    elif how == "csv":
        click.echo(results_csv(told), nl=False)
    else:
        print_rankings(text_results(), told)
    console = talk()
    _print_findings(console, told.findings)
    console.print(plain(summary_line(told.findings)))
    if _unshown(told.findings):
        with in_language(told.rulebook.language):
            sheet = tr("Findings")
        console.print(
            plain(tr("Notes not shown here: {count}. They stand on the sheet “{sheet}”.", count=_unshown(told.findings), sheet=sheet))
        )
    console.print(plain(stage_sentence(told)))
    console.print(plain(basis_sentence(told.basis)))
    _say_who_is_missing(console, told.findings, again, told.loaded.reference)
    if told.provisional:
        console.print(plain(provisional_warning(told), style="bold red"))
    for path in written:
        console.print(plain(tr("Results: {path}", path=str(path))))
    _suggest(told, again)


def _print_findings(console: Console, findings: Sequence[Finding]) -> None:
    """Print errors, warnings, and the notes about points and what was skipped; notes on how answers were read would drown them.

    Who is missing is named at the end, in one line for each group.
    """
    told = [each for each in findings if each.severity != "note" or _is_shown(each.code)]
    print_findings(console, [each for each in told if each.code != UNIT_MISSING])


def _is_shown(note: str) -> bool:
    """Return whether a note is printed: it says something of points, or that a part of the survey was left out."""
    return note.startswith(ABOUT_POINTS) or note == SKIPPED


def _unshown(findings: Sequence[Finding]) -> int:
    """Return how many notes are not printed; how much is modelled is said in a sentence of its own."""
    notes = [each.code for each in findings if each.severity == "note"]
    return sum(1 for each in notes if not _is_shown(each) and each != ABOUT_BASIS)


def _suggest(told: Told, again: Again) -> None:
    """Say what to try next: the explanation of the first unit."""
    unit = next((each.score.unit for group in told.groups for each in group.units), None)
    if unit is not None:
        words = again.words("explain", told.loaded.reference, unit)
        talk().print(plain(tr("How a number came about: {command}", command=words)))
