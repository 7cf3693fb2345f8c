"""``ictscore compare``: two years' results, and how much of each movement the rules and how much the answers made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from ictscore.commands.holding import held
from ictscore.commands.options import exit_code, held_option, lang_option, reading_options
from ictscore.commands.reading_both import read_both
from ictscore.diff.change import Comparison
from ictscore.diff.compare import compare
from ictscore.diff.effects import impact_of_two
from ictscore.diff.impact import Impact
from ictscore.errors import FileRefused
from ictscore.findings import Finding, errors_among, finding
from ictscore.places import Place
from ictscore.reports.compared.drawn import FORMATS, Format
from ictscore.reports.compared.told import tell_diff
from ictscore.reports.console import results, talk, text_results
from ictscore.reports.findings import SKIPPED, print_findings
from ictscore.reports.recorded.find_results import read_results
from ictscore.reports.recorded.read_results import NOT_OURS, ReadResults, no_results
from ictscore.reports.years.drawn import draw_years
from ictscore.reports.years.told import tell_years
from ictscore.rulebook.load import LoadedRulebook, load_recorded, load_rulebook
from ictscore.rulebook.procedure import STAGES
from ictscore.survey.options import ReadOptions
from ictscore.words import phrase, tr

Paths = tuple[Path, ...]


@click.command("compare")
@click.argument("old", metavar="RESULTS_OLD", type=click.Path(path_type=Path))
@click.argument("new", metavar="RESULTS_NEW", type=click.Path(path_type=Path))
@click.option(
    "--inputs-old", multiple=True, type=click.Path(path_type=Path), metavar="SURVEY", help="The survey RESULTS_OLD was made from."
)
@click.option(
    "--inputs-new", multiple=True, type=click.Path(path_type=Path), metavar="SURVEY", help="The survey RESULTS_NEW was made from."
)
@click.option("--rulebook-old", metavar="ID|PATH", help="The rulebook of RESULTS_OLD (default: the one it names).")
@click.option("--rulebook-new", metavar="ID|PATH", help="The rulebook of RESULTS_NEW (default: the one it names).")
@click.option("--all-units", is_flag=True, help="Share every unit’s movement out among the changes.")
@click.option("--format", "how", type=click.Choice(FORMATS), default="text", show_default=True, help="How it is shown.")
@reading_options
@held_option
@lang_option
def command(  # noqa: PLR0913, PLR0917 - a command has as many options as it has
    old: Path,
    new: Path,
    inputs_old: Paths,
    inputs_new: Paths,
    rulebook_old: str | None,
    rulebook_new: str | None,
    all_units: bool,  # noqa: FBT001 - click passes flags by name
    how: Format,
    reading: ReadOptions,
) -> int:
    """Compare two years’ results (workbooks or JSON): what the change of rules did, and what the answers did.

    With the inputs of both years every movement is split exactly: each year's answers are scored by both rulebooks. Without them only
    criteria that count alike in both years are compared, and the rest is said to be open. Units are matched by name within their group.
    """
    if bool(inputs_old) != bool(inputs_new):
        raise click.UsageError(tr("--inputs-old and --inputs-new belong together."))
    first, second = _results(old), _results(new)
    if first.stage != second.stage:
        raise FileRefused(finding("DF111", Place(second.file), file=second.file, read=second.stage, expected=first.stage))
    sides = _rulebook(first, rulebook_old, "--rulebook-old"), _rulebook(second, rulebook_new, "--rulebook-new")
    comparison = compare(sides[0][0], sides[1][0])
    findings: tuple[Finding, ...] = (*sides[0][1], *sides[1][1])
    impact = None
    if inputs_old:
        impact, more = _impact(comparison, (inputs_old, inputs_new), first, reading)
        findings += more
    changes = tell_diff(comparison, impact)
    told = tell_years(first, second, changes, findings)
    draw_years(text_results() if how == "text" else results(), told, changes, how, all_units=all_units)
    print_findings(talk(), [each for each in told.findings if each.severity != "note" or each.code == SKIPPED])
    return exit_code(bool(errors_among(told.findings)))


def _results(path: Path) -> ReadResults:
    found = read_results(path)
    if found is None:
        raise no_results(str(path), phrase(NOT_OURS))
    return found


def _rulebook(result: ReadResults, named: str | None, option: str) -> tuple[LoadedRulebook, tuple[Finding, ...]]:
    """Return the rulebook of a result, with a warning where its text is another by now."""
    loaded = load_rulebook(named) if named is not None else load_recorded(result.rulebook, result.file, option, result.hash)
    held(loaded)
    if loaded.hash == result.hash:
        return loaded, ()
    place, path = Place(result.file), loaded.files[0].name
    hashes = finding("DF107", place, file=result.file, rulebook=result.rulebook, expected=result.hash, path=path, read=loaded.hash)
    return loaded, (hashes,)


def _impact(
    comparison: Comparison, inputs: tuple[Paths, Paths], result: ReadResults, reading: ReadOptions
) -> tuple[Impact, tuple[Finding, ...]]:
    stage = next(each for each in STAGES if each == result.stage)
    reading = replace(reading, stage=stage)
    older, findings = read_both(comparison.old, comparison.new, inputs[0], stage, reading)
    newer, more = read_both(comparison.old, comparison.new, inputs[1], stage, reading)
    return impact_of_two(comparison, older, newer), (*findings, *more)
