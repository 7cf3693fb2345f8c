"""``ictscore form``: the blank form of a group, or the table of all groups."""

from __future__ import annotations

from pathlib import Path

import click

from ictscore.commands.options import lang_option
from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.nearest import did_you_mean
from ictscore.reports.console import plain, results, talk
from ictscore.reports.findings import print_findings
from ictscore.rulebook.load import LoadedRulebook, load_rulebook
from ictscore.rulebook.model import Rulebook
from ictscore.safe_write import untouched, write_safely
from ictscore.survey.blank.form import write_form
from ictscore.survey.blank.table import write_table
from ictscore.survey.submission import Submission
from ictscore.survey.unit_names import fold_name
from ictscore.words import tr


@click.command("form")
@click.argument("rulebook", metavar="ID|PATH")
@click.option("--group", "-g", help="The group; needed for a form when the rulebook has several.")
@click.option("--unit", "-u", default="", help="The unit whose name is filled in.")
@click.option("--table", is_flag=True, help="Write a table (a row for each unit) instead of a form.")
@click.option("--period", default="", metavar="YEAR", help="The period assessed.")
@click.option("--force", is_flag=True, help="Overwrite a file that ictscore did not make.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The workbook to write (.xlsx).")
@lang_option
def command(  # noqa: PLR0913, PLR0917 - one argument for each option
    rulebook: str,
    group: str | None,
    unit: str,
    table: bool,  # noqa: FBT001 - click passes flags by name
    period: str,
    force: bool,  # noqa: FBT001
    output: Path,
) -> int:
    """Write the form that a unit fills in, or with --table the table of all groups.

    The workbook is in the rulebook's language and reads back whatever was moved in it. A form somebody has filled in is never overwritten
    without --force.
    """
    if output.suffix.lower() != ".xlsx":
        raise click.UsageError(tr("The output {name} is no name of a workbook; it must end in .xlsx.", name=str(output)))
    loaded = load_rulebook(rulebook)
    if table and unit:
        raise click.UsageError(tr("--unit belongs to a form; a table has a row for each unit."))
    known = _known_group(loaded.rulebook, group)
    _warn_of_stranger(loaded.rulebook, known, unit)
    data = write_table(loaded, groups=(known,) if known else (), period=period) if table else _form(loaded, known, unit, period)
    written = write_safely(data, output, force=force, inputs=[loaded.path], is_ours=untouched)
    results().print(plain(str(written)))
    return 0


def _form(loaded: LoadedRulebook, group: str, unit: str, period: str) -> bytes:
    groups = loaded.rulebook.groups
    if not group and len(groups) > 1:
        known = "\n".join(f"  {each.id}  {each.name}" for each in groups)
        raise click.UsageError(tr("The rulebook has several groups; choose one with --group:\n{known}", known=known))
    return write_form(loaded, Submission(unit, group or groups[0].id, {}), period=period)


def _known_group(rulebook: Rulebook, group: str | None) -> str:
    """Return the id of the group asked for (by id, name or annex), or nothing where none was."""
    if group is None:
        return ""
    wanted = fold_name(group)
    for each in rulebook.groups:
        if wanted in {fold_name(each.id), fold_name(each.name), fold_name(f"Phụ lục {each.annex}")}:
            return each.id
    ids = tuple(each.id for each in rulebook.groups)
    raise FileRefused(finding("UN105", read=group, nearest=did_you_mean(group, ids), known=ids))


def _warn_of_stranger(rulebook: Rulebook, group: str, unit: str) -> None:
    """Say it when a form is made for a unit that its group's closed list does not name."""
    names = rulebook.group(group).members if group else ()
    if unit and names and fold_name(unit) not in {fold_name(each) for each in names}:
        near = did_you_mean(unit, names)
        print_findings(talk(), [finding("UN103", unit=unit, group=group, nearest=near, known=names)])
