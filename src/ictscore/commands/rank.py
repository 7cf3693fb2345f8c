"""``ictscore rank``: the rankings of results already made, or of a survey."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from ictscore.commands.loading import load_for, read_for
from ictscore.commands.options import exit_code, lang_option, rulebook_option
from ictscore.errors import FileRefused
from ictscore.findings import Finding, errors_among, finding
from ictscore.places import Place
from ictscore.reports.console import results, talk
from ictscore.reports.findings import print_findings
from ictscore.reports.json_results import results_record
from ictscore.reports.outcome import score_survey
from ictscore.reports.ranked import TOTAL, rank_again
from ictscore.reports.ranked_output import print_ranked, ranked_csv, ranked_record
from ictscore.reports.read_results import ReadResults, looks_like_json, no_results, read_json_results, results_from
from ictscore.reports.read_workbook_results import RESULT_LIMITS, is_results, read_results_workbook
from ictscore.survey.sheets.inputs import read_input
from ictscore.survey.sheets.limits import LIMITS
from ictscore.survey.sheets.workbook import read_workbook
from ictscore.words import phrase

RESULTS_SUFFIX = ".results.xlsx"


@click.command("rank")
@click.argument("paths", nargs=-1, required=True, metavar="RESULTS|SURVEY…", type=click.Path(path_type=Path))
@rulebook_option
@click.option("--group", "-g", metavar="ID", help="Only this group.")
@click.option("--by", default=TOTAL, show_default=True, metavar="total|SECTION|CRITERION", help="Rank by this; ids as in the rulebook.")
@click.option("--format", "how", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True, help="What is printed.")
@lang_option
def command(paths: tuple[Path, ...], rulebook: str | None, group: str | None, by: str, how: str) -> int:
    """Rank the units of each group from results (workbooks or JSON), or from a survey.

    Several results of the same rulebook are put together and ranked anew; results of different rulebooks are refused.
    """
    read, findings = _read(paths, rulebook)
    groups, more = rank_again(read, by, group)
    if how == "json":
        click.echo(json.dumps(ranked_record(read, groups, by), ensure_ascii=False, indent=2))
    elif how == "csv":
        click.echo(ranked_csv(groups, by), nl=False)
    else:
        print_ranked(results(), groups, by)
    found = [each for each in (*findings, *more) if each.severity != "note"]
    print_findings(talk(), found)
    return exit_code(bool(errors_among(found)))


def _read(paths: Sequence[Path], rulebook: str | None) -> tuple[list[ReadResults], Sequence[Finding]]:
    """Return the results in ``paths``, or the one result of the survey they are, with what was found in it."""
    files = [file for path in paths for file in results_in(path)]
    read = [(file, read_results(file)) for file in files]
    found = [each for _, each in read if each is not None]
    if not found:
        loaded = load_for(rulebook, paths)
        outcome = score_survey(loaded, read_for(loaded, paths), command="ictscore rank", provisional=True)
        return [results_from(str(paths[0]), results_record(outcome.told))], outcome.told.findings
    strangers = [file for file, each in read if each is None]
    if strangers:
        raise no_results(str(strangers[0]), phrase("it looks like a survey; rank surveys and results apart"))
    if rulebook is not None and (expected := load_for(rulebook, paths).rulebook.id) != found[0].rulebook:
        raise FileRefused(finding("SC202", Place(found[0].file), file=found[0].file, read=found[0].rulebook, expected=expected))
    return found, ()


def results_in(path: Path) -> list[Path]:
    """Return the results in a folder, or the path itself (a folder without results too: it may be a survey)."""
    if not path.is_dir():
        return [path]
    found = sorted(each for each in path.iterdir() if each.name.endswith((RESULTS_SUFFIX, ".json")))
    return found or [path]


def read_results(path: Path) -> ReadResults | None:
    """Return the result in a file, or None when it is something else."""
    if path.is_dir():
        return None
    is_named_so = path.name.endswith(RESULTS_SUFFIX)
    limits = RESULT_LIMITS if is_named_so else LIMITS
    file = read_input(path, limits.file_bytes)
    if looks_like_json(file):
        return read_json_results(file)
    if not file.data.startswith(b"PK"):
        return None
    book = read_workbook(file, limits)
    return read_results_workbook(book) if is_named_so or is_results(book) else None
