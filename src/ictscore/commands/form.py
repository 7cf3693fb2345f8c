"""``ictscore form``: the blank form of a group, or the table of all groups."""

from __future__ import annotations

from pathlib import Path

import click

from ictscore.commands.form_for import MadeFor, refuse_period, unit_for
from ictscore.commands.forms_made import WORD_ENDING, Forms, carried_over, make_for_units, write_carried
from ictscore.commands.holding import held
from ictscore.commands.options import held_option, lang_option
from ictscore.commands.outputs import save
from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.nearest import did_you_mean
from ictscore.reports.console import plain, results
from ictscore.rulebook.load import LoadedRulebook, load_rulebook
from ictscore.rulebook.model import Rulebook
from ictscore.safe_write import untouched
from ictscore.survey.blank.form import write_form
from ictscore.survey.blank.table import write_table
from ictscore.survey.blank.word.form import write_word_form
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.sheets.inputs import find_inputs
from ictscore.survey.submission import Submission
from ictscore.words import tr


@click.command("form")
@click.argument("named", required=False, metavar="ID|PATH")
@click.option("--rulebook", "-r", metavar="ID|PATH", help="The rulebook, instead of the argument.")
@click.option("--group", "-g", help="The group; needed for a form when the rulebook has several.")
@click.option("--unit", "-u", "named_units", multiple=True, metavar="TEXT", help="The unit whose name is filled in.")
@click.option("--all-units", is_flag=True, help="Write a form for every unit of the rulebook’s list into the folder of -o.")
@click.option("--units", type=click.Path(path_type=Path), metavar="FILE", help="Another list of units than the one beside the rulebook.")
@click.option(
    "--carry-over",
    "older",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE|FOLDER",
    help="An older form: its answers that still mean the same are filled in. May be given several times.",
)
@click.option("--word", is_flag=True, help="Into a folder: forms as Word documents. One form is one where its name ends in .docx.")
@click.option("--table", is_flag=True, help="Write a table (a row for each unit) instead of a form.")
@click.option("--period", default="", metavar="YEAR", help="The period assessed.")
@click.option("--force", is_flag=True, help="Overwrite a file that ictscore did not make, or that was changed since.")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE|FOLDER",
    help="The workbook (.xlsx), the Word document (.docx; forms only) or the folder to write.",
)
@held_option
@lang_option
def command(  # noqa: PLR0913, PLR0917 - one argument for each option
    named: str | None,
    rulebook: str | None,
    group: str | None,
    named_units: tuple[str, ...],
    all_units: bool,  # noqa: FBT001 - click passes flags by name
    units: Path | None,
    older: tuple[Path, ...],
    word: bool,  # noqa: FBT001
    table: bool,  # noqa: FBT001
    period: str,
    force: bool,  # noqa: FBT001
    output: Path,
) -> int:
    """Write the form that a unit fills in, or those of all units, or with --table the table of all groups.

    The form is in the rulebook's language and reads back whatever was moved in it. One somebody has filled in is never overwritten
    without --force. A Word document asks the same questions, without provisional points and without the columns of later stages.
    """
    unit = _only_unit(named_units)
    _refuse_mixtures(unit, all_units=all_units or units is not None, older=older, table=table)
    many = all_units or units is not None or len(older) > 1 or any(each.is_dir() for each in older)
    _refuse_ending(output, many=many, word=word, table=table)
    make = write_word_form if word or output.suffix.lower() == WORD_ENDING else write_form
    loaded = held(load_rulebook(_only(named, rulebook)), str(units) if units is not None else None)
    known = _known_group(loaded.rulebook, group)
    refuse_period(loaded.rulebook, period)
    if all_units or units is not None:
        make_for_units(loaded, known, units, Forms(make, period, force=force), output)
        return 0
    if older:
        return _carry(loaded, older, known, Forms(make, period, force=force), output, many=many)
    table_of = (known,) if known else ()
    data = write_table(loaded, groups=table_of, period=period) if table else _form(loaded, known, unit, Forms(make, period))
    written = save(data, output, force=force, inputs=[loaded.path], is_ours=untouched)
    results().print(plain(str(written)))
    return 0


def _only(named: str | None, rulebook: str | None) -> str:
    """Return the rulebook, named in one of two ways."""
    if (named is None) == (rulebook is None):
        raise click.UsageError(tr("Name the rulebook once: ictscore form ID, or --rulebook ID."))
    return named if named is not None else rulebook or ""


def _only_unit(named: tuple[str, ...]) -> str:
    """Return the one unit that was named, or nothing; refuse several, and a name of blanks."""
    if len(named) > 1:
        raise click.UsageError(tr("--unit names one unit; --all-units makes the forms of all, --units FILE those of another list."))
    if named and not named[0].strip():
        raise click.UsageError(tr("--unit names nobody; leave it out for a form without a name."))
    return named[0] if named else ""


def _refuse_mixtures(unit: str, *, all_units: bool, older: tuple[Path, ...], table: bool) -> None:
    """Refuse what does not go together."""
    if table and unit:
        raise click.UsageError(tr("--unit belongs to a form; a table has a row for each unit."))
    if sum((bool(unit), all_units, bool(older), table)) > 1:
        raise click.UsageError(tr("Choose one of --unit, --all-units (or --units), --carry-over and --table."))


def _refuse_ending(output: Path, *, many: bool, word: bool, table: bool) -> None:
    """Refuse the name of an output that is not of what is to be written."""
    ending = output.suffix.lower()
    if table and (word or ending == WORD_ENDING):
        raise click.UsageError(tr("A table is a workbook; only forms are written as Word documents."))
    if word and not many and ending != WORD_ENDING:
        raise click.UsageError(tr("The output {name} is no name of a Word document; it must end in .docx.", name=str(output)))
    if not many and ending not in (".xlsx", WORD_ENDING):
        raise click.UsageError(tr("The output {name} is no name of a form; it must end in .xlsx or .docx.", name=str(output)))


def _carry(loaded: LoadedRulebook, older: tuple[Path, ...], group: str, forms: Forms, output: Path, *, many: bool) -> int:  # noqa: PLR0913
    """Write fresh forms with the answers of older ones that still mean the same."""
    carried = carried_over(loaded, older, group, forms.period)
    if many:
        write_carried(loaded, carried, forms, output, inputs=find_inputs(older).files)
        return 0
    only = carried[0]
    data = forms.make(loaded, only.submission, period=forms.period, unit_id=only.unit_id, carried_from=only.then)
    written = save(data, output, force=forms.force, inputs=[loaded.path, *older], is_ours=untouched)
    results().print(plain(str(written)))
    return 0


def _form(loaded: LoadedRulebook, group: str, unit: str, forms: Forms) -> bytes:
    """Return the form of the unit named, or of nobody yet; its group is that of the unit by the list, where none was asked for."""
    groups = loaded.rulebook.groups
    only = group or (groups[0].id if len(groups) == 1 else "")
    meant = unit_for(loaded, only, unit) if unit else MadeFor("", only)
    if not meant.group:
        known = "\n".join(f"  {each.id}  {each.name}" for each in groups)
        raise click.UsageError(tr("The rulebook has several groups; choose one with --group:\n{known}", known=known))
    submission = Submission(meant.unit, meant.group, {}, parent=meant.parent)
    return forms.make(loaded, submission, period=forms.period, unit_id=meant.unit_id)


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
