"""``ictscore diff-rulebooks``: what differs between two rulebooks, how severely, and what that does to the units of a survey."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ictscore.commands.git_diff import GIT_WORDS, git_sides, is_git_call, plain_lines, renamed
from ictscore.commands.holding import held
from ictscore.commands.options import exit_code, held_option, lang_option, reading_options, stage_option
from ictscore.commands.reading_both import read_both
from ictscore.diff.approvals import NONE, Approved, read_approvals
from ictscore.diff.change import Comparison
from ictscore.diff.compare import compare
from ictscore.diff.effects import impact_of, impact_of_two
from ictscore.diff.failing import ABOUT_UNITS, FAIL_ON, Failing, FailOn, failing
from ictscore.diff.impact import Impact
from ictscore.errors import FileRefused
from ictscore.findings import Finding, errors_among, finding
from ictscore.places import Place
from ictscore.reports.compared.drawn import FORMATS, Format, draw_diff
from ictscore.reports.compared.told import tell_diff
from ictscore.reports.console import plain, results, talk, text_results
from ictscore.reports.findings import SKIPPED, print_findings
from ictscore.reports.listed import listed
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.procedure import StageId
from ictscore.survey.options import ReadOptions
from ictscore.system_reasons import system_reason
from ictscore.words import tr

Surveys = tuple[tuple[Path, ...], tuple[Path, ...]]


@click.command("diff-rulebooks")
@click.argument("words", nargs=-1, required=True, metavar="OLD NEW")
@click.option(
    "--survey", multiple=True, type=click.Path(path_type=Path), metavar="SURVEY", help="Show what the changes do to its units; repeatable."
)
@click.option("--survey-old", multiple=True, type=click.Path(path_type=Path), metavar="SURVEY", help="The survey of the older round.")
@click.option("--survey-new", multiple=True, type=click.Path(path_type=Path), metavar="SURVEY", help="The survey of the newer round.")
@stage_option
@click.option("--all-units", is_flag=True, help="Explain every unit, not only those with another rank, grade or award.")
@click.option("--approvals", type=click.Path(path_type=Path), metavar="FILE.yaml", help="Changes that somebody stands for, by their ids.")
@click.option("--fail-on", multiple=True, type=click.Choice(FAIL_ON), help="Exit 1 for this, unless it is approved; repeatable.")
@click.option("--format", "how", type=click.Choice(FORMATS), default="text", show_default=True, help="How it is shown.")
@click.option("--exit-code", "tell_by_code", is_flag=True, help="Exit 1 when there is a difference.")
@click.option("--git", "by_git", is_flag=True, help="Take the seven arguments that git gives to a diff driver.")
@click.option("--textconv", is_flag=True, help="Print one rulebook, one fact a line, for git to compare.")
@reading_options
@held_option
@lang_option
def command(  # noqa: PLR0913, PLR0917 - a command has as many options as it has
    words: tuple[str, ...],
    survey: tuple[Path, ...],
    survey_old: tuple[Path, ...],
    survey_new: tuple[Path, ...],
    stage: StageId | None,
    all_units: bool,  # noqa: FBT001 - click passes flags by name
    approvals: Path | None,
    fail_on: tuple[FailOn, ...],
    how: Format,
    tell_by_code: bool,  # noqa: FBT001
    by_git: bool,  # noqa: FBT001
    textconv: bool,  # noqa: FBT001
    reading: ReadOptions,
) -> int:
    """Say what differs between the rulebooks OLD and NEW (ids or paths) by meaning, how severely, and what it does to people.

    Order, comments, quoting and the spelling of numbers (1.0 and 1, 80% and 4/5) are no differences. Every change has a severity
    (wording only, more generous, stricter, mixed, may reorder, may go either way), its clause, its place in both files and an id that
    stays. With a survey, every unit is shown before and after, and its movement is shared out exactly among the changes.
    """
    if textconv:
        return plain_lines(words)
    surveys = _surveys(survey, survey_old, survey_new)
    if not surveys[0] and ABOUT_UNITS & set(fail_on):
        raise click.UsageError(tr("--fail-on {what} needs a survey.", what=", ".join(sorted(ABOUT_UNITS & set(fail_on)))))
    comparison = _compared(words, by_git=by_git)
    if comparison is None:
        return 0
    impact, findings = _impact(comparison, surveys, stage, reading) if surveys[0] else (None, ())
    approved = _approved(approvals, comparison)
    told = tell_diff(comparison, impact, approved, findings)
    fails = failing([each.judged for each in told.changes], impact, fail_on, approved)
    draw_diff(text_results() if how == "text" else results(), told, fails, how, all_units=all_units)
    print_findings(talk(), [each for each in told.findings if each.severity != "note" or each.code == SKIPPED])
    _say_why(fails)
    return exit_code(bool(fails) or bool(errors_among(told.findings)) or (tell_by_code and bool(comparison.changes)))


def _compared(words: Sequence[str], *, by_git: bool) -> Comparison | None:
    """Return the comparison asked for; None where git shows a file that came or went."""
    if by_git or is_git_call(words):
        with git_sides(words) as sides:
            return None if sides is None else renamed(compare(*sides), words[0])
    if len(words) != 2:  # noqa: PLR2004 - two rulebooks
        raise click.UsageError(tr("Two rulebooks are compared: OLD NEW (or {count} arguments from git).", count=GIT_WORDS))
    return compare(held(load_rulebook(words[0])), held(load_rulebook(words[1])))


def _surveys(survey: tuple[Path, ...], old: tuple[Path, ...], new: tuple[Path, ...]) -> Surveys:
    if survey and (old or new):
        raise click.UsageError(tr("Give either --survey, or --survey-old and --survey-new."))
    if bool(old) != bool(new):
        raise click.UsageError(tr("--survey-old and --survey-new belong together."))
    return (survey, ()) if survey else (old, new)


def _impact(comparison: Comparison, surveys: Surveys, stage: StageId | None, reading: ReadOptions) -> tuple[Impact, tuple[Finding, ...]]:
    older, findings = read_both(comparison.old, comparison.new, surveys[0], stage, reading)
    if not surveys[1]:
        impact = impact_of(comparison, older)
    else:
        newer, more = read_both(comparison.old, comparison.new, surveys[1], stage or older.stage, reading)
        impact, findings = impact_of_two(comparison, older, newer), (*findings, *more)
    return impact, (*findings, finding("DF110")) if errors_among(findings) else findings


def _approved(path: Path | None, comparison: Comparison) -> Approved:
    if path is None:
        return NONE
    if not path.is_file():
        raise FileRefused(finding("IO101", Place(str(path))))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileRefused(finding("IO103", Place(str(path)), reason=system_reason(error))) from None
    return read_approvals(data, str(path), comparison.changes)


def _say_why(fails: Failing) -> None:
    console = talk()
    if fails.changes:
        ids = listed(each.change.stable_id for each in fails.changes)
        console.print(plain(tr("Changes not approved: {count} ({ids}).", count=len(fails.changes), ids=ids), style="bold red"))
    if fails.units:
        units = listed(each.unit for each in fails.units)
        console.print(
            plain(tr("Units whose outcome nobody approved: {count} ({units}).", count=len(fails.units), units=units), style="bold red")
        )
