"""``ictscore margins``: how closely grades and awards are won and lost, and which single answers decide."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import click

from ictscore.commands.loading import load_for, read_for
from ictscore.commands.options import exit_code, held_option, lang_option, reading_options, rulebook_option, stage_option
from ictscore.commands.progress import counting
from ictscore.commands.scored_groups import scored_groups
from ictscore.findings import errors_among
from ictscore.reports.console import plain, results, talk
from ictscore.reports.findings import print_findings
from ictscore.reports.margins.json import margins_json
from ictscore.reports.margins.text import print_margins
from ictscore.reports.margins.told import GroupMargins
from ictscore.reports.outcome import Outcome, score_survey
from ictscore.rulebook.procedure import StageId
from ictscore.survey.options import ReadOptions
from ictscore.whatif.asking import typed_number
from ictscore.whatif.margins import Closeness, margins_of
from ictscore.words import tr


def _points(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Fraction | None:
    if value is None:
        return None
    number = typed_number(value, "--within")
    if number is None or number < 0:
        raise click.BadParameter(tr("“{value}” is no number of points.", value=value))
    return number


@click.command("margins")
@click.argument("paths", nargs=-1, required=True, metavar="SURVEY…", type=click.Path(path_type=Path))
@rulebook_option
@click.option("--group", "-g", metavar="ID", help="Only this group.")
@click.option("--nearest", type=click.IntRange(1), default=3, show_default=True, metavar="N", help="So many units on either side.")
@click.option("--within", callback=_points, metavar="POINTS", help="All units so near to a line, instead of --nearest.")
@stage_option
@click.option("--format", "how", type=click.Choice(["text", "json"]), default="text", show_default=True, help="What is printed.")
@reading_options
@held_option
@lang_option
def command(  # noqa: PLR0913, PLR0917 - one argument for each option
    paths: tuple[Path, ...],
    rulebook: str | None,
    group: str | None,
    nearest: int,
    within: Fraction | None,
    stage: StageId | None,
    how: str,
    reading: ReadOptions,
) -> int:
    """Say by how much each grade and each award is won or lost, the closest first, and which single answer would turn it around.

    These are the units and the answers that the council should look at twice. Nothing of this changes a result.
    """
    loaded = load_for(rulebook, paths, reading)
    outcome = score_survey(loaded, read_for(loaded, paths, reading), command="ictscore margins", stage=stage, provisional=True)
    told = _told(outcome, group, Closeness(nearest, within))
    if how == "json":
        click.echo(margins_json(outcome.told, told))
    else:
        for each in told:
            print_margins(results(), each)
    errors = errors_among(outcome.told.findings)
    if errors:
        print_findings(talk(), errors)
        talk().print(plain(tr("Errors stand in the survey: what is shown is provisional.")))
    return exit_code(bool(errors))


def _told(outcome: Outcome, group: str | None, closeness: Closeness) -> list[GroupMargins]:
    wanted = scored_groups(outcome, group)
    found = []
    with counting(tr("Trying out"), len(wanted)) as progress:
        for each in wanted:
            found.append(GroupMargins(outcome.told.rulebook, each, tuple(margins_of(outcome.books, each, closeness))))
            progress(1)
    return found
