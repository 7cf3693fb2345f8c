"""``ictscore check``: everything that can be found in survey files, without scoring them, and what goes back to the units."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ictscore.commands.by_itself import writes_companions
from ictscore.commands.check_files import CheckedFiles, FilesWanted, briefly, refuse_misplaced, write_files
from ictscore.commands.groups import known_groups
from ictscore.commands.loading import load_for, read_for
from ictscore.commands.options import (
    evidence_option,
    exit_code,
    held_option,
    lang_option,
    reading_options,
    rulebook_option,
    stage_option,
    strict_option,
)
from ictscore.commands.outputs import PairedCommand, output_options, outputs_of, write_outputs
from ictscore.findings import errors_among
from ictscore.reports.checked.text import print_checked
from ictscore.reports.checked.told import Checked, checked, reported
from ictscore.reports.console import plain, talk
from ictscore.reports.findings import summary_line
from ictscore.reports.formats import Format
from ictscore.rulebook.procedure import StageId
from ictscore.survey.matching.given import with_names
from ictscore.survey.options import ReadOptions
from ictscore.survey.sheets.inputs import find_inputs
from ictscore.words import tr


@click.command("check", cls=PairedCommand)
@click.argument("paths", nargs=-1, required=True, metavar="SURVEY…", type=click.Path(path_type=Path))
@rulebook_option
@click.option(
    "--group", "-g", "groups", multiple=True, help="Expect this group, and no other of which no unit came; several times if wanted."
)
@output_options
@click.option(
    "--return", "back", type=click.Path(path_type=Path), metavar="FOLDER", help="Write for each unit its form to be mended, and a note."
)
@click.option("--workbook", type=click.Path(path_type=Path), metavar="FILE", help="Write everything into a workbook (.xlsx).")
@click.option("--ask", type=click.Path(path_type=Path), metavar="FILE", help="Write a workbook that asks about unclear unit names.")
@click.option("--no-files", is_flag=True, help="Write nothing by itself when a folder is checked.")
@click.option("--force", is_flag=True, help="Overwrite files that hold something else.")
@strict_option
@stage_option
@evidence_option
@reading_options
@held_option
@lang_option
def command(  # noqa: PLR0913, PLR0917 - a command has as many options as it has
    paths: tuple[Path, ...],
    rulebook: str | None,
    groups: tuple[str, ...],
    formats: tuple[Format, ...],
    files: tuple[Path, ...],
    back: Path | None,
    workbook: Path | None,
    ask: Path | None,
    no_files: bool,  # noqa: FBT001 - click passes flags by name
    force: bool,  # noqa: FBT001
    strict: bool,  # noqa: FBT001
    stage: StageId | None,
    reading: ReadOptions,
) -> int:
    """Check survey files: workbooks, CSV files or folders of them.

    Says which units are in order, which have to mend something and which are missing. Every finding names its file, sheet and cell, what
    was read, what was expected and what to do. Exits 1 when a unit has to mend something or is missing, or an error stands, whatever the
    format.

    When a folder is checked and no file is named, what belongs to it is written into the current folder: check.xlsx, the forms that go
    back (returned), and the names to be asked about (unit-matches.xlsx).
    """
    wanted = FilesWanted(
        back, workbook, ask, force=force, by_itself=_by_itself(paths, (formats, files, back, workbook, ask), no_files=no_files)
    )
    outputs = outputs_of(formats, files)
    refuse_misplaced(paths, back, workbook, ask)
    loaded = load_for(rulebook, paths, reading)
    asked = known_groups(loaded.rulebook, groups)
    options = with_names(reading, loaded, paths)
    survey = read_for(loaded, paths, options)
    check = checked(loaded, survey, options.units, asked=asked, stage=stage, strict=strict)
    read = CheckedFiles(check, paths, reading, options, (*find_inputs(paths).files, loaded.path), strict=strict)
    written = write_outputs(outputs, reported(check), lambda console: print_checked(console, check), force=force, inputs=read.inputs)
    files_written, kept = write_files(read, wanted)
    _sum_up(check, [*written, *files_written])
    return exit_code(not check.is_in_order or bool(errors_among(kept)))


def _by_itself(paths: Sequence[Path], named: Sequence[object], *, no_files: bool) -> bool:
    """Return whether the companions of a check are written by themselves: a folder was named, and nothing that is to be written."""
    return not no_files and not any(named) and writes_companions(paths)


def _sum_up(check: Checked, written: Sequence[Path]) -> None:
    """Say what was written, and end with the counts."""
    console = talk()
    answers = tr("answers: {given} given, {missing} missing, {not_applicable} not applicable, {unreadable} unreadable", **check.answers)
    console.print(plain(answers))
    for path in briefly(written):
        console.print(plain(tr("Written: {path}", path=path)))
    values = {"files": len(check.survey.files), "cells": check.cells, "summary": summary_line(check.findings)}
    console.print(plain(tr("Files checked: {files}; cells: {cells}; {summary}.", **values)))
