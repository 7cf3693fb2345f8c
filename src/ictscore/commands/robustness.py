"""``ictscore robustness``: how firmly the rankings of a survey stand."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import click

from ictscore.commands.loading import load_for, read_for
from ictscore.commands.options import exit_code, held_option, lang_option, reading_options, rulebook_option, stage_option
from ictscore.commands.progress import counting
from ictscore.commands.scored_groups import scored_groups
from ictscore.exact import NotANumber, parse_number
from ictscore.findings import errors_among
from ictscore.reports.console import plain, talk, text_results
from ictscore.reports.findings import print_findings
from ictscore.reports.outcome import Outcome, score_survey
from ictscore.reports.robust.html import robust_html
from ictscore.reports.robust.json import robust_json
from ictscore.reports.robust.text import print_robust
from ictscore.reports.robust.told import RobustGroup, try_out
from ictscore.robustness.columns import circles_of
from ictscore.rulebook.procedure import StageId
from ictscore.rulebook.robustness import Robustness
from ictscore.survey.blank.front import in_language
from ictscore.survey.options import ReadOptions
from ictscore.words import tr

_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says of the draws; None leaves it to the rulebook."""

    draws: int | None
    spread: Fraction | None
    seed: int | None


def _spread(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Fraction | None:
    if value is None:
        return None
    try:
        number = parse_number(value)
    except NotANumber:
        number = Fraction(0)
    if not 0 < number <= 1:
        raise click.BadParameter(tr("“{value}” is no share such as 20% or 0.2.", value=value))
    return number


@click.command("robustness")
@click.argument("paths", nargs=-1, required=True, metavar="SURVEY…", type=click.Path(path_type=Path))
@rulebook_option
@click.option("--group", "-g", metavar="ID", help="Only this group.")
@stage_option
@click.option("--draws", type=click.IntRange(1, _MOST), metavar="N", help="Draws of weights (default: the rulebook’s, else 1000).")
@click.option("--spread", callback=_spread, metavar="SHARE", help="By how much weights differ (default: the rulebook’s, else 20%).")
@click.option("--seed", type=click.IntRange(0), metavar="N", help="Where the draws begin (default: the rulebook’s, else 1).")
@click.option("--format", "how", type=click.Choice(["text", "json", "html"]), default="text", show_default=True, help="What is printed.")
@reading_options
@held_option
@lang_option
def command(  # noqa: PLR0913, PLR0917 - one argument for each option
    paths: tuple[Path, ...],
    rulebook: str | None,
    group: str | None,
    stage: StageId | None,
    draws: int | None,
    spread: Fraction | None,
    seed: int | None,
    how: str,
    reading: ReadOptions,
) -> int:
    """Say how firmly the rankings of a survey stand: under other weights, without single criteria, without single units.

    The weights of the criteria are drawn many times, each up to a share more or less; every unit’s best, worst and usual rank is told. The
    same seed gives the same draws everywhere, and no rank hangs on a rounded number. Nothing of this changes a result.
    """
    loaded = load_for(rulebook, paths, reading)
    outcome = score_survey(loaded, read_for(loaded, paths, reading), command="ictscore robustness", stage=stage, provisional=True)
    tried = _tried(outcome, group, Asked(draws, spread, seed))
    if how == "json":
        click.echo(robust_json(outcome.told, tried))
    elif how == "html":
        with in_language(loaded.rulebook.language):
            click.echo(robust_html(tr("HOW FIRMLY THE RANKINGS STAND"), tried), nl=False)
    else:
        for each in tried:
            print_robust(text_results(), each)
    if not tried:
        talk().print(plain(tr("Fewer than two units are ranked, so there is no order that could change.")))
    errors = errors_among(outcome.told.findings)
    if errors:
        print_findings(talk(), errors)
        talk().print(plain(tr("Errors stand in the survey: the ranking that was tried out is provisional.")))
    return exit_code(bool(errors))


def _tried(outcome: Outcome, group: str | None, asked: Asked) -> list[RobustGroup]:
    declared = outcome.told.rulebook.robustness
    given = {name: value for name, value in (("draws", asked.draws), ("spread", asked.spread), ("seed", asked.seed)) if value is not None}
    settings = (declared or Robustness()).model_copy(update=given)
    wanted = scored_groups(outcome, group)
    found = []
    with counting(tr("Trying out"), len(wanted)) as progress:
        for each in wanted:
            for circle in circles_of(each):
                tried = try_out(outcome, circle, settings, is_declared=declared is not None and not given)
                found += [tried] if tried is not None else []
            progress(1)
    return found
