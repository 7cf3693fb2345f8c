"""``ictscore rank``: the rankings of results already made, or of a survey."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from ictscore.commands.latest import follow_latest
from ictscore.commands.loading import load_for, read_for
from ictscore.commands.options import exit_code, held_option, lang_option, reading_options, rulebook_option, stage_option
from ictscore.errors import FileRefused
from ictscore.findings import Finding, errors_among, finding
from ictscore.places import Place
from ictscore.reports.console import talk, text_results
from ictscore.reports.findings import SKIPPED, print_findings
from ictscore.reports.json_results import results_record
from ictscore.reports.outcome import score_survey
from ictscore.reports.recorded.find_results import find_results
from ictscore.reports.recorded.ranked import TOTAL, about_groups, rank_again
from ictscore.reports.recorded.ranked_output import print_ranked, ranked_csv, ranked_record
from ictscore.reports.recorded.read_json_results import results_from
from ictscore.reports.recorded.read_results import ReadResults, no_results
from ictscore.rulebook.procedure import StageId
from ictscore.survey.options import ReadOptions
from ictscore.words import phrase

LEFT_OUT = frozenset({"IO111", "IO171", SKIPPED})


@click.command("rank")
@click.argument("paths", nargs=-1, metavar="[RESULTS|SURVEY…]", type=click.Path(path_type=Path))
@rulebook_option
@click.option("--group", "-g", metavar="ID", help="Only this group.")
@click.option("--by", default=TOTAL, show_default=True, metavar="total|SECTION|CRITERION", help="Rank by this; ids as in the rulebook.")
@click.option("--format", "how", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True, help="What is printed.")
@stage_option
@reading_options
@held_option
@lang_option
def command(  # noqa: PLR0913, PLR0917 - one argument for each option
    paths: tuple[Path, ...], rulebook: str | None, group: str | None, by: str, how: str, stage: StageId | None, reading: ReadOptions
) -> int:
    """Rank the units of each group from results (workbooks or JSON), or from a survey.

    Without RESULTS or SURVEY it takes the latest results that scoring a folder left in the current folder.
    Several results of the same rulebook are put together and ranked anew; results of different rulebooks are refused.
    """
    read, findings = _read(paths or (follow_latest(),), rulebook, stage, reading)
    groups, more = rank_again(read, by, group)
    found = [*about_groups(findings, read, {each.group.id for each in groups}), *more]
    if how == "json":
        click.echo(json.dumps(ranked_record(read, groups, by), ensure_ascii=False, indent=2))
    elif how == "csv":
        click.echo(ranked_csv(groups, by, provisional=any(each.provisional for each in read)), nl=False)
    else:
        print_ranked(text_results(), groups, by, provisional=any(each.provisional for each in read))
    print_findings(talk(), [each for each in found if each.severity != "note" or each.code in LEFT_OUT])
    return exit_code(bool(errors_among(found)))


def _read(
    paths: Sequence[Path], rulebook: str | None, stage: StageId | None, reading: ReadOptions
) -> tuple[list[ReadResults], Sequence[Finding]]:
    """Return the results in ``paths`` with what was left out, or the one result of the survey they are, with what was found in it."""
    found = find_results(paths)
    if not found.results:
        loaded = load_for(rulebook, paths, reading)
        outcome = score_survey(loaded, read_for(loaded, paths, reading), command="ictscore rank", stage=stage, provisional=True)
        return [results_from(str(paths[0]), results_record(outcome.told))], outcome.told.findings
    if found.strangers:
        raise no_results(str(found.strangers[0]), phrase("it looks like a survey; rank surveys and results apart"))
    first = found.results[0]
    if rulebook is not None and (expected := load_for(rulebook, paths).rulebook.id) != first.rulebook:
        raise FileRefused(finding("SC202", Place(first.file), file=first.file, read=first.rulebook, expected=expected))
    return found.results, found.left_out
