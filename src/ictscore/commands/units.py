"""``ictscore units``: the units of a rulebook listed, and names held against the list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ictscore.commands.asking import loses_nothing, questions_workbook
from ictscore.commands.holding import held
from ictscore.commands.loading import load_for, read_for
from ictscore.commands.options import exit_code, held_option, lang_option, reading_options, rulebook_option
from ictscore.commands.outputs import save
from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.nearest import did_you_mean
from ictscore.places import Place
from ictscore.reports.console import plain, results, talk, text_results
from ictscore.reports.findings import print_findings
from ictscore.reports.units_listed import matches_csv, matches_json, print_matches, print_units, units_csv, units_json
from ictscore.rulebook.load import LoadedRulebook, load_rulebook
from ictscore.rulebook.units import UnitList, load_units
from ictscore.survey.matching.given import with_names
from ictscore.survey.matching.matcher import Matcher
from ictscore.survey.matching.questions import NOT_CLEAR, asked_among
from ictscore.survey.options import ReadOptions
from ictscore.survey.sheets.inputs import find_inputs, read_input
from ictscore.words import tr

_units_option = click.option("--units", "units_from", type=click.Path(path_type=Path), metavar="FILE", help="The list of units to use.")
_format_option = click.option(
    "--format", "how", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True, help="What is printed."
)
_ABOUT_NAMES = "UN"


@click.group("units")
def command() -> None:
    """List the units of a rulebook; see what names are taken for."""


@command.command("list")
@click.argument("rulebook", metavar="ID|PATH")
@click.option("--group", "-g", metavar="ID", help="Only this group.")
@_units_option
@_format_option
@held_option
@lang_option
def list_command(rulebook: str, group: str | None, units_from: Path | None, how: str) -> int:
    """List the units that are to be assessed by a rulebook, with their other names, and how we know of them."""
    loaded = held(load_rulebook(rulebook))
    units = _list_of(loaded, units_from)
    groups = tuple(each.id for each in loaded.rulebook.groups)
    if group is not None and group not in groups:
        raise FileRefused(finding("UN105", read=group, nearest=did_you_mean(group, groups), known=groups))
    chosen = units.of(group) if group is not None else units.units
    if how == "json":
        click.echo(units_json(units, chosen))
    elif how == "csv":
        click.echo(units_csv(chosen), nl=False)
    else:
        print_units(text_results(), units, chosen)
        talk().print(plain(tr("Units: {count} (from {file}).", count=len(chosen), file=units.name)))
        if units.note:
            talk().print(plain(units.note))
    return 0


@command.command("match")
@click.argument("words", nargs=-1, required=True, metavar="ID|PATH NAME… | SURVEY…")
@click.option("--from", "source", type=click.Path(path_type=Path), metavar="FILE", help="Take the names from a text file, one a line.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Read surveys; write what is to be asked (.xlsx).")
@click.option("--force", is_flag=True, help="Overwrite a file that ictscore did not make, or that was changed since.")
@rulebook_option
@reading_options
@_format_option
@held_option
@lang_option
def match_command(  # noqa: PLR0913, PLR0917 - one argument for each option
    words: tuple[str, ...],
    source: Path | None,
    output: Path | None,
    force: bool,  # noqa: FBT001 - click passes flags by name
    rulebook: str | None,
    how: str,
    reading: ReadOptions,
) -> int:
    """Say what names are taken for: those given after a rulebook, or with -o those in survey files.

    Names: ictscore units match binhthuan-2020 "TP Phan Thiết" SNV. Surveys: ictscore units match nhan/ -o unit-matches.xlsx writes a
    workbook that asks about every name that is not clear; saved beside the survey's folder, its answers are remembered. Exits 1 when a
    name is not clear or not in the list.
    """
    if output is not None:
        return _ask(tuple(map(Path, words)), rulebook, reading, output, force=force)
    reference, *names = words if rulebook is None else (rulebook, *words)
    names += _lines(source) if source is not None else []
    if not names:
        raise click.UsageError(tr("Give names after the rulebook, a file of names with --from, or surveys with -o."))
    loaded = held(load_rulebook(reference), reading.units_from)
    units = _list_of(loaded, Path(reading.units_from) if reading.units_from is not None else None)
    matcher = Matcher(units, loaded.rulebook.jurisdiction or "")
    matches = [matcher.match(each) for each in names]
    if how == "json":
        click.echo(matches_json(units, matches))
    elif how == "csv":
        click.echo(matches_csv(units, matches), nl=False)
    else:
        print_matches(text_results(), units, matches)
    clear = sum(1 for each in matches if each.unit is not None)
    rest = len(matches) - clear
    text = tr("Names: {count}; understood: {clear}; not clear or not in the list: {rest}.", count=len(matches), clear=clear, rest=rest)
    talk().print(plain(text))
    return exit_code(rest > 0)


def _ask(paths: tuple[Path, ...], rulebook: str | None, reading: ReadOptions, output: Path, *, force: bool) -> int:
    """Write the workbook that asks about the names in surveys that are not clear."""
    if output.suffix.lower() != ".xlsx":
        raise click.UsageError(tr("The output {name} is no name of a workbook; it must end in .xlsx.", name=str(output)))
    loaded = load_for(rulebook, paths, reading)
    options = with_names(reading, loaded, paths)
    if options.units is None:
        raise _no_list(loaded)
    survey = read_for(loaded, paths, options)
    asked = asked_among(survey.findings)
    about_names = [each for each in survey.findings if each.code.startswith(_ABOUT_NAMES)]
    print_findings(talk(), [each for each in about_names if each.severity == "error" and each.code in NOT_CLEAR])
    understood = sum(1 for each in about_names if each.code in ("UN120", "UN126"))
    talk().print(plain(tr("Names noted as understood: {understood}; to be asked: {asked}.", understood=understood, asked=len(asked))))
    if not asked:
        talk().print(plain(tr("Nothing is to be asked; nothing was written.")))
        return 0
    inputs = [*find_inputs(paths).files, loaded.path]
    data = questions_workbook(survey, loaded, options)
    assert data is not None
    written = save(data, output, force=force, inputs=inputs, is_ours=loses_nothing(loaded, options))
    results().print(plain(str(written)))
    return exit_code(has_errors=True)


def _list_of(loaded: LoadedRulebook, path: Path | None) -> UnitList:
    """Return the list of units given, else the one beside the rulebook; FileRefused where there is none."""
    units = load_units(loaded, path)
    if units is None:
        raise _no_list(loaded)
    return units


def _no_list(loaded: LoadedRulebook) -> FileRefused:
    return FileRefused(finding("UN134", Place(loaded.files[0].name), rulebook=loaded.rulebook.id))


def _lines(path: Path) -> Sequence[str]:
    """Return the names in a text file, one a line."""
    try:
        text = read_input(path).data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileRefused(finding("RB002", Place(str(path)))) from None
    return [line.strip() for line in text.splitlines() if line.strip()]
