"""``ictscore whatif``: what a change of a unit's answers would do, or the smallest change that reaches a target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from ictscore.commands.loading import load_for, read_for
from ictscore.commands.options import exit_code, held_option, lang_option, reading_options, rulebook_option, stage_option
from ictscore.commands.unit_meant import units_meant
from ictscore.errors import FileRefused
from ictscore.findings import Finding, errors_among, finding
from ictscore.nearest import did_you_mean
from ictscore.places import Place
from ictscore.reports.console import plain, results, talk
from ictscore.reports.findings import print_findings
from ictscore.reports.listed import listed
from ictscore.reports.outcome import Outcome, score_survey
from ictscore.reports.whatif.json import whatif_json
from ictscore.reports.whatif.text import print_whatif
from ictscore.reports.whatif.told import Sought, WhatIf
from ictscore.rulebook.procedure import StageId
from ictscore.rulebook.units import UnitList
from ictscore.scoring.doubts import STAGE_NAMES
from ictscore.scoring.records import UnitScore
from ictscore.survey.matching.given import with_names
from ictscore.survey.options import ReadOptions
from ictscore.whatif.asking import given_criteria, known_answer, left_alone, read_changes, read_target
from ictscore.whatif.conditions import has_quota
from ictscore.whatif.costs import Costs, read_costs
from ictscore.whatif.domains import domains_of
from ictscore.whatif.effect import each_left_out, effect_of
from ictscore.whatif.effort import Effort
from ictscore.whatif.refusals import found_with
from ictscore.whatif.rescoring import Rescorer
from ictscore.whatif.smallest import smallest
from ictscore.words import phrase, tr


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks: changes to be made, or a target with what may not change, what that costs and how many may."""

    changes: tuple[str, ...]
    target: str | None
    kept: tuple[str, ...]
    cost: Path | None
    at_most: int | None
    effort: int = 1


@click.command("whatif")
@click.argument("paths", nargs=-1, required=True, metavar="SURVEY…", type=click.Path(path_type=Path))
@click.option("--unit", "-u", required=True, metavar="UNIT", help="The unit whose answers change.")
@click.option("--group", "-g", metavar="ID", help="Its group, where units of several groups have this name.")
@click.option("--set", "changes", multiple=True, metavar="ANSWER=VALUE", help="Change this answer, as it would be typed; repeatable.")
@click.option("--target", metavar="TARGET", help="Find the smallest change for grade:NAME, rank:N, points:N or award:ID.")
@click.option("--not", "kept", multiple=True, metavar="ANSWER", help="Do not touch this answer; repeatable.")
@click.option("--cost", type=click.Path(path_type=Path), metavar="FILE.yaml", help="What changes cost: the cheapest are sought.")
@click.option("--max-changes", "at_most", type=click.IntRange(1), metavar="N", help="Change at most so many answers.")
@click.option("--effort", type=click.IntRange(1, 1000), default=1, metavar="N", help="Search up to N times the usual limits.")
@rulebook_option
@stage_option
@click.option("--format", "how", type=click.Choice(["text", "json"]), default="text", show_default=True, help="What is printed.")
@reading_options
@held_option
@lang_option
def command(  # noqa: PLR0913, PLR0917 - one argument for each option
    paths: tuple[Path, ...],
    unit: str,
    group: str | None,
    changes: tuple[str, ...],
    target: str | None,
    kept: tuple[str, ...],
    cost: Path | None,
    at_most: int | None,
    effort: int,
    rulebook: str | None,
    stage: StageId | None,
    how: str,
    reading: ReadOptions,
) -> int:
    """Show what a change of a unit's answers does to everybody, or find the smallest change that reaches a target.

    With --set the change is made at once; nothing is written into the survey. With --target the fewest answers are sought (or with --cost
    the cheapest changes), by an exact search, with the proof that none can be dropped. Exit 1 means that the target is out of reach.
    """
    asked = Asked(changes, target, kept, cost, at_most, effort)
    if bool(changes) == bool(target):
        raise click.UsageError(tr("Give either --set or --target."))
    if changes and (kept or cost or at_most or effort > 1):
        raise click.UsageError(tr("--not, --cost, --max-changes and --effort belong to --target."))
    loaded = load_for(rulebook, paths, reading)
    options = with_names(reading, loaded, paths)
    outcome = score_survey(loaded, read_for(loaded, paths, options), command="ictscore whatif", stage=stage, provisional=True)
    meant, understood = _unit(outcome, unit, group, options.units)
    rescorer = Rescorer(outcome.books, meant)
    told, notes = _sought(rescorer, asked) if target is not None else _changed(rescorer, asked)
    if how == "json":
        click.echo(whatif_json(outcome.told, told))
    else:
        print_whatif(results(), told)
    errors = errors_among(outcome.told.findings)
    print_findings(talk(), (*understood, *notes, *errors))
    if errors:
        talk().print(plain(tr("Errors stand in the survey: what is shown is provisional.")))
    return exit_code(bool(errors or told.refused) or (told.sought is not None and not told.sought.found.reached))


def _unit(outcome: Outcome, name: str, group: str | None, listed_units: UnitList | None) -> tuple[UnitScore, tuple[Finding, ...]]:
    """Return the unit that is meant, and the note on how its name was understood where it is spelt otherwise."""
    units = outcome.books.assessment.units()
    if not units:
        raise FileRefused(*errors_among(outcome.told.findings))
    groups = tuple(dict.fromkeys(each.group for each in units))
    if group is not None and group not in groups:
        raise FileRefused(finding("UN105", read=group, nearest=did_you_mean(group, groups), known=groups))
    meant = units_meant(outcome, name, listed_units)
    found = [each.score for each in meant.units if group in {None, each.score.group}]
    if not found:
        known = [each.unit for each in units if each.group == group]
        raise FileRefused(finding("UN109", read=name, nearest=did_you_mean(name, known), known=listed(known)))
    if len(found) > 1:
        raise FileRefused(finding("SC237", unit=found[0].unit, groups=tuple(each.group for each in found)))
    return found[0], meant.notes


def _changed(rescorer: Rescorer, asked: Asked) -> tuple[WhatIf, list[Finding]]:
    changes, notes = read_changes(rescorer.rulebook, rescorer.unit.group, asked.changes)
    found = found_with(rescorer, changes)
    told = WhatIf(rescorer.rulebook, dict(rescorer.values), effect_of(rescorer, changes), refused=errors_among(found))
    return told, [*notes, *found, *_about_given(rescorer, changes)]


def _about_given(rescorer: Rescorer, changes: Iterable[str]) -> Iterator[Finding]:
    for each in given_criteria(rescorer, changes):
        score = rescorer.unit.criterion(each)
        if score is not None and score.given_by is not None:
            stage = phrase(STAGE_NAMES[score.given_by])
            yield finding("SC241", unit=rescorer.unit.unit, criterion=each, name=score.criterion.name, stage=stage)


def _sought(rescorer: Rescorer, asked: Asked) -> tuple[WhatIf, list[Finding]]:
    rulebook, group = rescorer.rulebook, rescorer.unit.group
    target = read_target(rescorer, asked.target or "")
    kept = [known_answer(rulebook, group, each) for each in asked.kept]
    costs = _costs(rescorer, asked.cost) if asked.cost is not None else None
    domains = domains_of(rescorer, [*kept, *(costs.fixed if costs is not None else ())])
    effort = Effort(asked.effort)
    found = smallest(rescorer, target, domains, costs, asked.at_most, effort)
    without = each_left_out(rescorer, target, found.changes) if found.reached else ()
    among = target.kind in {"rank", "award"} or has_quota(target, rulebook)
    measured = tuple(name for name in domains if among and rescorer.measures_others([name]))
    sought = Sought(target, found, without, costs is not None, left_alone(rescorer), asked.at_most, effort, measured)
    told = WhatIf(rulebook, dict(rescorer.values), effect_of(rescorer, found.changes), sought)
    return told, [*found_with(rescorer, found.changes)]


def _costs(rescorer: Rescorer, path: Path) -> Costs:
    try:
        data = path.read_bytes()
    except OSError:
        raise FileRefused(finding("IO101", Place(str(path)))) from None
    return read_costs(data, path.name, rescorer.rulebook, rescorer.unit.group)
