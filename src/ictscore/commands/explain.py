"""``ictscore explain``: how a unit's points came about, number by number."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from ictscore.commands.latest import has_latest, scored_as_latest
from ictscore.commands.loading import load_for, read_for
from ictscore.commands.options import evidence_option, exit_code, held_option, lang_option, reading_options, rulebook_option, stage_option
from ictscore.commands.outputs import save
from ictscore.commands.unit_meant import Meant, units_meant, units_spelt
from ictscore.commands.who_is_missing import UNIT_MISSING, print_missing
from ictscore.errors import FileRefused, RulebookRefused
from ictscore.findings import errors_among, finding
from ictscore.nearest import did_you_mean
from ictscore.places import Place
from ictscore.reports.console import plain, results, talk, text_results
from ictscore.reports.explained.html import html
from ictscore.reports.explained.json import explained_record
from ictscore.reports.explained.markdown import markdown
from ictscore.reports.explained.page import unit_page
from ictscore.reports.explained.text import print_explained
from ictscore.reports.explained.told import ToldCriterion
from ictscore.reports.findings import finding_record, print_findings
from ictscore.reports.listed import listed
from ictscore.reports.outcome import Outcome, score_survey
from ictscore.reports.told import ToldUnit
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.procedure import StageId
from ictscore.rulebook.units import UnitList
from ictscore.survey.blank.front import in_language
from ictscore.survey.matching.given import with_names
from ictscore.survey.options import USUAL, ReadOptions
from ictscore.words import N_, phrase, tr

PAGES = {"markdown": markdown, "html": html}
ENDINGS = {"markdown": ".md", "html": ".html"}
FORMATS = ["text", *PAGES, "json"]


@dataclass(frozen=True, slots=True)
class Split:
    """One way to take the words of the command line."""

    paths: tuple[Path, ...]
    unit: str
    criterion: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """By what a survey is to be scored before it is explained."""

    rulebook: str | None
    stage: StageId | None
    reading: ReadOptions = USUAL


@click.command("explain")
@click.argument("words", nargs=-1, required=True, metavar="[SURVEY…] [UNIT [CRITERION]]")
@click.option("--all", "everybody", is_flag=True, help="Write a page for every unit into the folder of -o.")
@rulebook_option
@stage_option
@click.option("--format", "how", type=click.Choice(FORMATS), default="text", show_default=True, help="What is printed.")
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE|FOLDER", help="Where to write pages.")
@click.option("--force", is_flag=True, help="Overwrite a file that exists.")
@evidence_option
@reading_options
@held_option
@lang_option
def command(  # noqa: PLR0913, PLR0917 - one argument for each option
    words: tuple[str, ...],
    everybody: bool,  # noqa: FBT001 - click passes flags by name
    rulebook: str | None,
    stage: StageId | None,
    how: str,
    output: Path | None,
    force: bool,  # noqa: FBT001 - click passes flags by name
    reading: ReadOptions,
) -> int:
    """Explain how the points of a unit came about: rule, formula, numbers, cells, branches, clause, and where points were lost.

    CRITERION is a criterion's id or number, or a section's id; without it all criteria are explained. Pages in Markdown and HTML, which
    are handed on, are in the rulebook's language. With --all only SURVEY is given: every unit gets its page (HTML unless Markdown is asked
    for) in the folder of -o. Without SURVEY the latest results that scoring a folder left in the current folder are explained, from the
    very files they were made from.
    """
    if everybody:
        return _everybody(words, output, how if how in PAGES else "html", Asked(rulebook, stage, reading), force=force)
    if output is not None and how not in PAGES:
        raise click.UsageError(tr("-o belongs to a page: --format markdown or html."))
    splits = possible_splits(words)
    outcome, meant, wanted = asked(splits, Asked(rulebook, stage, reading)) if splits else asked_of_latest(words, rulebook, stage)
    units, told = meant.units, (*meant.notes, *errors_among(outcome.told.findings))
    print_findings(talk(), meant.notes)
    if how in PAGES:
        inputs = [path for each in splits for path in each.paths]
        _tell_page(pages(outcome, units, wanted, how), output, inputs, force=force)
    elif how == "json":
        explained = [(unit, chosen(outcome, unit, wanted)) for unit in units]
        record = explained_record(outcome.told, explained) | {"findings": [finding_record(each) for each in told]}
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
    else:
        for unit in units:
            print_explained(text_results(), outcome.told, unit, chosen(outcome, unit, wanted))
    return _tell_doubts(outcome)


def _everybody(words: tuple[str, ...], folder: Path | None, how: str, asked_for: Asked, *, force: bool) -> int:
    """Write the pages of all units and say how many."""
    from ictscore.commands.letters import write_letters  # noqa: PLC0415 - most explanations are of one unit

    if folder is None:
        raise click.UsageError(tr("--all wants a folder: -o FOLDER."))
    paths = tuple(map(Path, words))
    outcome, _ = _scored_with_list(paths, asked_for)
    count = write_letters(outcome, (ENDINGS[how], PAGES[how]), folder, force=force, inputs=paths)
    results().print(plain(tr("Letters written into {folder}: {count}.", folder=str(folder), count=count)))
    return _tell_doubts(outcome)


def _tell_doubts(outcome: Outcome) -> int:
    """Print the errors that stand, with what they mean for an explanation, and return the exit code."""
    doubts = errors_among(outcome.told.findings)
    if doubts:
        print_findings(talk(), [each for each in doubts if each.code != UNIT_MISSING])
        print_missing(talk(), doubts)
        talk().print(plain(tr("Errors stand in the survey: what is explained above is provisional and may not be published.")))
    return exit_code(bool(doubts))


def _scored_with_list(paths: tuple[Path, ...], asked_for: Asked) -> tuple[Outcome, UnitList | None]:
    """Return the outcome of a survey and the list of units its names were held against."""
    loaded = load_for(asked_for.rulebook, paths, asked_for.reading)
    reading = with_names(asked_for.reading, loaded, paths)
    survey = read_for(loaded, paths, reading)
    return score_survey(loaded, survey, command="ictscore explain", stage=asked_for.stage, provisional=True), reading.units


def pages(outcome: Outcome, units: Iterable[ToldUnit], wanted: str | None, how: str) -> str:
    """Return the pages about units, one below the other, in the rulebook's language."""
    with in_language(outcome.told.rulebook.language):
        return "\n".join(PAGES[how](unit_page(outcome.told, unit, chosen(outcome, unit, wanted))) for unit in units)


def _tell_page(text: str, output: Path | None, inputs: list[Path], *, force: bool) -> None:
    if output is None:
        click.echo(text, nl=False)
        return
    results().print(plain(str(save(text.encode(), output, force=force, inputs=inputs, is_ours=lambda _: False))))


def possible_splits(words: tuple[str, ...]) -> list[Split]:
    """Return the ways to take the words: paths, then a unit and perhaps a criterion.

    A unit and a criterion come before a unit alone, because a folder may have the name of a unit. There is no way where one or two words
    name nothing that exists and a round left results here: then they are a unit and a criterion of these.
    """
    found = []
    for count in (len(words) - 2, len(words) - 1):
        if count >= 1 and all(os.path.exists(word) for word in words[:count]):  # noqa: PTH110 - says no where Path.exists fails
            paths, rest = words[:count], words[count:]
            found.append(Split(tuple(Path(each) for each in paths), rest[0], rest[1] if len(rest) > 1 else None))
    if not found and len(words) <= len(("unit", "criterion")) and not os.path.exists(words[0]) and has_latest():  # noqa: PTH110
        return []
    if not found:
        if len(words) > 1 and not os.path.exists(words[0]):  # noqa: PTH110
            raise FileRefused(finding("IO101", Place(words[0])))
        raise click.UsageError(
            tr("Name a unit behind the survey (SURVEY… UNIT [CRITERION]), or have a page written for each: --all -o FOLDER.")
        )
    return found


def asked(splits: list[Split], asked_for: Asked) -> tuple[Outcome, Meant, str | None]:
    """Return the outcome, the units and the criterion of the first way that names a unit of the survey; the last way must.

    In all ways but the last the unit's name is also that of a file: it has to be spelt as in the survey, or it is the file.
    """
    *others, last = splits
    for each in others:
        try:
            outcome, _ = _scored_with_list(each.paths, asked_for)
            return outcome, units_spelt(outcome, each.unit), each.criterion
        except (FileRefused, RulebookRefused):
            continue
    outcome, units = _scored_with_list(last.paths, asked_for)
    return outcome, units_meant(outcome, last.unit, units), last.criterion


def asked_of_latest(words: tuple[str, ...], rulebook: str | None, stage: StageId | None) -> tuple[Outcome, Meant, str | None]:
    """Return the outcome that the latest results tell, and the units and the criterion that the words mean in it."""
    if stage is not None:
        raise click.UsageError(tr("--stage belongs to a survey: the latest results have the stage they were scored at."))
    outcome, units = scored_as_latest(rulebook)
    return outcome, units_meant(outcome, words[0], units), words[1] if len(words) > 1 else None


def chosen(outcome: Outcome, unit: ToldUnit, wanted: str | None) -> list[ToldCriterion]:
    """Return what is told of the criteria asked for: all, one by id or number with its parts, or those of a section."""
    told = list(outcome.explainer.unit(unit.score))
    if wanted is None:
        return told
    ids = {each.id for top in _tops(outcome, unit, wanted) for each in top.all()}
    found = [each for each in told if each.score.criterion.id in ids]
    if not found:
        sections = [section.id for section, _ in outcome.told.rulebook.sections_of(unit.score.group)]
        criteria = [each.score.criterion for each in told]
        known = [*sections, *(each.number for each in criteria if each.number), *(each.id for each in criteria)]
        what = phrase(N_("section or criterion"))
        raise FileRefused(finding("SC203", what=what, read=wanted, nearest=did_you_mean(wanted, known), known=listed(known)))
    return found


def _tops(outcome: Outcome, unit: ToldUnit, wanted: str) -> list[Criterion]:
    rulebook = outcome.told.rulebook
    of_section = [each for section, own in rulebook.sections_of(unit.score.group) if section.id == wanted for each in own]
    return of_section or [each for each in rulebook.criteria_of(unit.score.group) if wanted in {each.id, each.number}]
