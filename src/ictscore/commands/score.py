"""``ictscore score``: a survey becomes points, ranks, grades and awards, and a results workbook."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from ictscore.commands.loading import load_for, read_for
from ictscore.commands.options import exit_code, lang_option, rulebook_option, strict_option
from ictscore.commands.progress import counting
from ictscore.findings import errors_among
from ictscore.reports.console import plain, results, talk
from ictscore.reports.csv_results import results_csv
from ictscore.reports.findings import print_findings, summary_line
from ictscore.reports.json_results import results_json
from ictscore.reports.outcome import Outcome, refuse_unofficial, score_survey
from ictscore.reports.read_back import check_written
from ictscore.reports.sentences import basis_sentence, provisional_sentence
from ictscore.reports.text_table import print_rankings
from ictscore.reports.told import Told
from ictscore.reports.workbook.build import results_workbook
from ictscore.rulebook.procedure import STAGES, StageId
from ictscore.safe_write import untouched, write_safely
from ictscore.survey.inputs import find_inputs
from ictscore.words import tr


@click.command("score")
@click.argument("paths", nargs=-1, required=True, metavar="SURVEY…", type=click.Path(path_type=Path))
@rulebook_option
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="OUT.xlsx", help="The results workbook.")
@click.option("--stage", type=click.Choice(STAGES), help="Score as of this stage (default: the latest one recorded).")
@click.option("--official", is_flag=True, help="Refuse a rulebook that is modelled in parts or incomplete.")
@click.option("--provisional", is_flag=True, help="Write results marked as provisional even where errors stand.")
@strict_option
@click.option("--force", is_flag=True, help="Overwrite an output that ictscore did not make.")
@click.option("--format", "how", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True, help="What is printed.")
@lang_option
def command(  # noqa: PLR0913, PLR0917 - a command has as many options as it has
    paths: tuple[Path, ...],
    rulebook: str | None,
    output: Path | None,
    stage: StageId | None,
    official: bool,  # noqa: FBT001 - click passes flags by name
    provisional: bool,  # noqa: FBT001
    strict: bool,  # noqa: FBT001
    force: bool,  # noqa: FBT001
    how: str,
) -> int:
    """Score a survey, rank each group, and write the results workbook.

    SURVEY is a workbook, a CSV file, or a folder of them. While an error stands nothing is written, and the exit code is 1.
    """
    loaded = load_for(rulebook, paths)
    if official:
        refuse_unofficial(loaded)
    survey = read_for(loaded, paths)
    words = _command_line(paths, rulebook, stage=stage, official=official, provisional=provisional, strict=strict)
    with counting(tr("Scoring"), len(survey.submissions)) as progress:
        outcome = score_survey(loaded, survey, command=words, stage=stage, strict=strict, provisional=provisional, progress=progress)
    if not outcome.stands and not provisional:
        return _refuse(outcome)
    target = output if output is not None else default_output(paths, loaded.rulebook.id)
    data = results_workbook(outcome.told, outcome.explainer)
    check_written(data, outcome.told, str(target))
    inputs = (*find_inputs(paths).files, loaded.path)
    written = write_safely(data, target, force=force, inputs=inputs, is_ours=untouched)
    _tell(outcome, how, written, paths)
    return exit_code(not outcome.stands)


def default_output(paths: tuple[Path, ...], rulebook: str) -> Path:
    """Return where results go when nobody says: into the current folder, named after the first survey and the rulebook."""
    first = paths[0]
    stem = first.resolve().name if first.is_dir() else first.stem
    return Path(f"{stem}.{rulebook}.results.xlsx")


def _command_line(paths: tuple[Path, ...], rulebook: str | None, *, stage: StageId | None, **flags: bool) -> str:
    """Return the command that makes the same result again: what only says where or how it is shown is left out."""
    parts = ["ictscore", "score", *(str(path) for path in paths)]
    parts += ["--rulebook", rulebook] if rulebook is not None else []
    parts += ["--stage", stage] if stage is not None else []
    return shlex.join(parts + [f"--{name}" for name, given in flags.items() if given])


def _refuse(outcome: Outcome) -> int:
    console = talk()
    findings = outcome.told.findings
    print_findings(console, [each for each in findings if each.severity != "note"])
    console.print(plain(tr("Not scored: {summary}. Nothing was written.", summary=summary_line(findings))))
    console.print(plain(tr("Correct the errors, or see where things stand with --provisional.")))
    return exit_code(bool(errors_among(findings)))


def _tell(outcome: Outcome, how: str, written: Path, paths: tuple[Path, ...]) -> None:
    told = outcome.told
    if how == "json":
        click.echo(results_json(told))
    elif how == "csv":
        click.echo(results_csv(told), nl=False)
    else:
        print_rankings(results(), told)
    console = talk()
    print_findings(console, [each for each in told.findings if each.severity != "note"])
    console.print(plain(summary_line(told.findings)))
    console.print(plain(basis_sentence(told.basis)))
    if told.provisional:
        console.print(plain(provisional_sentence(told), style="bold red"))
    console.print(plain(tr("Results: {path}", path=str(written))))
    _suggest(told, paths)


def _suggest(told: Told, paths: tuple[Path, ...]) -> None:
    """Say what to try next: the explanation of the first unit."""
    unit = next((each.score.unit for group in told.groups for each in group.units), None)
    if unit is not None:
        words = shlex.join(["ictscore", "explain", *(str(each) for each in paths), "--rulebook", told.rulebook.id, unit])
        talk().print(plain(tr("How a number came about: {command}", command=words)))
