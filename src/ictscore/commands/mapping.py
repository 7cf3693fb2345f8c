"""``ictscore mapping``: a draft that says which column of an export holds which question."""

from __future__ import annotations

from pathlib import Path

import click

from ictscore.commands.holding import held
from ictscore.commands.options import exit_code, held_option, lang_option
from ictscore.commands.typed import typed
from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.places import Place
from ictscore.reports.console import plain, talk
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.units import load_units
from ictscore.safe_write import write_safely
from ictscore.survey.exports.draft import MappingDraft, draft_mapping
from ictscore.survey.exports.draft_text import draft_text
from ictscore.survey.layouts.left_out import listed_names
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.sheets.inputs import read_input
from ictscore.survey.sheets.opening import open_survey_file
from ictscore.survey.stamp_read import read_stamp
from ictscore.words import N_, tr


@click.command("mapping")
@click.argument("path", metavar="EXPORT", type=click.Path(path_type=Path))
@click.option("--rulebook", "-r", required=True, metavar="ID|PATH", help="The rulebook whose questions were asked.")
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="MAP.yaml", help="The file to write (default: print it).")
@click.option("--units", "units_from", type=click.Path(path_type=Path), metavar="FILE", help="The list of units to look for.")
@click.option("--password-from", metavar="ENV", help="The environment variable with the password of locked workbooks.")
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
@held_option
@lang_option
def command(  # noqa: PLR0913, PLR0917 - a command has as many options as it has
    path: Path,
    rulebook: str,
    output: Path | None,
    units_from: Path | None,
    password_from: str | None,
    force: bool,  # noqa: FBT001 - click passes flags by name
) -> int:
    """Write a draft that says which column of an export holds which question, for --mapping.

    EXPORT is a workbook or CSV file as KoboToolbox, Google Forms, Microsoft Forms or people make it: one row a submission. Columns are
    known by the labels and ids of the questions; what is doubtful stands as a comment with what it may be, and nothing is chosen silently.
    Exits 1 when something is left to decide.
    """
    loaded = held(load_rulebook(rulebook), str(units_from) if units_from is not None else None)
    vocabulary = Vocabulary(loaded.rulebook)
    book = open_survey_file(read_input(path), password_from=password_from)
    if read_stamp(book).rulebook:
        raise FileRefused(finding("SV719", Place(book.file.name)))
    draft = draft_mapping(book, vocabulary, listed_names(load_units(loaded, units_from)))
    text = draft_text(draft, vocabulary, path.name)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_safely(text.encode(), output, force=force, inputs=(path, loaded.path), is_ours=lambda _: False)
    _tell(draft, output)
    if output is not None:
        words = ["ictscore", "check", str(path), "--rulebook", rulebook, "--mapping", str(output)]
        talk().print(plain(tr("Next: {command}", command=typed(words))))
    return exit_code(not draft.is_complete)


def _tell(draft: MappingDraft, output: Path | None) -> None:
    """Say how much was recognised, and what is left to decide."""
    console = talk()
    if output is not None:
        console.print(plain(tr("Written: {path}", path=str(output))))
    counts = {"found": len(draft.columns), "lacking": len(draft.lacking), "doubtful": len(draft.doubtful), "ignored": len(draft.ignored)}
    text = N_("Questions with a column: {found}; without: {lacking}. Columns to decide about: {doubtful}; of the tool, ignored: {ignored}.")
    console.print(plain(tr(text, **counts)))
    if "unit" not in draft.who:
        console.print(plain(tr("Which column holds the units’ names is not certain; the draft cannot be used until it says so.")))
    if draft.words:
        text = tr("Questions with words that are not understood: {count}; say in the draft what they mean.", count=len(draft.words))
        console.print(plain(text))
    if draft.is_complete:
        console.print(plain(tr("Nothing is left to decide.")))
