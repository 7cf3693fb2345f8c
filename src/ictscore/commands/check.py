"""``ictscore check``: everything that can be found in survey files, without scoring them, and what goes back to the units."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ictscore.commands.asking import questions_workbook, still_blank
from ictscore.commands.by_itself import CHECK_WORKBOOK, QUESTIONS, RETURNED, asks_beside, unless_refused, writes_companions
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
from ictscore.commands.outputs import PairedCommand, output_options, outputs_of, save, write_outputs
from ictscore.commands.progress import counting
from ictscore.errors import FileRefused
from ictscore.findings import Finding, errors_among, finding
from ictscore.places import Place
from ictscore.reports.checked import Checked, checked, reported
from ictscore.reports.checked_text import print_checked
from ictscore.reports.console import one_line, plain, talk
from ictscore.reports.findings import print_findings, summary_line
from ictscore.reports.formats import Format
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.procedure import StageId
from ictscore.safe_write import untouched
from ictscore.survey.matching.given import with_names
from ictscore.survey.matching.questions import asked_among
from ictscore.survey.options import ReadOptions
from ictscore.survey.sheets.inputs import find_inputs
from ictscore.survey.submission import Survey
from ictscore.words import tr

if TYPE_CHECKING:
    from ictscore.reports.return_folder import ReturnPair


@click.command("check", cls=PairedCommand)
@click.argument("paths", nargs=-1, required=True, metavar="SURVEY…", type=click.Path(path_type=Path))
@rulebook_option
@click.option("--group", "-g", "groups", multiple=True, help="Expect this group, though none of its units came; several times if wanted.")
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
    by_itself = not (no_files or formats or files or back or workbook or ask) and writes_companions(paths)
    outputs = outputs_of(formats, files)
    _refuse_misplaced(paths, back, workbook, ask)
    loaded = load_for(rulebook, paths, reading)
    asked = known_groups(loaded.rulebook, groups)
    options = with_names(reading, loaded, paths)
    survey = read_for(loaded, paths, options)
    check = checked(loaded, survey, options.units, asked=asked, stage=stage, strict=strict)
    inputs = (*find_inputs(paths).files, loaded.path)
    written = write_outputs(outputs, reported(check), lambda console: print_checked(console, check), force=force, inputs=inputs)
    if workbook is not None:
        written.append(_write_workbook(check, workbook, _command(paths, check, reading, strict=strict), force=force, inputs=inputs))
    kept: Sequence[Finding] = ()
    if by_itself:
        written += _companions(check, survey, paths, reading, options, strict=strict)
    if back is not None:
        into_folder, kept = _write_back(check, back, force=force, inputs=inputs)
        written += into_folder
    if ask is None:
        if not (by_itself and asks_beside(paths)):
            _tell_asked(survey)
    elif (questions := _write_questions(survey, loaded, options, ask, force=force, inputs=inputs)) is not None:
        written.append(questions)
    _sum_up(check, written)
    return exit_code(not check.is_in_order or bool(errors_among(kept)))


def _companions(  # noqa: PLR0913 - what was checked, and how
    check: Checked, survey: Survey, paths: Sequence[Path], reading: ReadOptions, options: ReadOptions, *, strict: bool
) -> list[Path]:
    """Write what belongs to the check of a round and return the files; what cannot be written is told, and nothing else suffers."""
    inputs = (*find_inputs(paths).files, check.loaded.path)
    command = _command(paths, check, reading, strict=strict)
    written = [unless_refused(lambda: _write_workbook(check, CHECK_WORKBOOK, command, force=False, inputs=inputs))]
    if any(each.goes_back for each in check.standing.units) or RETURNED.is_dir():
        back = unless_refused(lambda: _write_back(check, RETURNED, force=False, inputs=inputs))
        written += back[0] if back is not None else []
    if asks_beside(paths) and asked_among(survey.findings):
        written.append(unless_refused(lambda: _write_questions(survey, check.loaded, options, QUESTIONS, force=False, inputs=inputs)))
    return [each for each in written if each is not None]


def _write_questions(  # noqa: PLR0913 - what is asked, and where it goes
    survey: Survey, loaded: LoadedRulebook, options: ReadOptions, path: Path, *, force: bool, inputs: Sequence[Path]
) -> Path | None:
    questions = questions_workbook(survey, loaded, options)
    return save(questions, path, force=force, inputs=inputs, is_ours=still_blank(loaded, options)) if questions is not None else None


def _refuse_misplaced(paths: Sequence[Path], back: Path | None, *workbooks: Path | None) -> None:
    """Raise FileRefused for outputs that could not be what they should be, before anything is read."""
    from ictscore.reports.return_folder import refuse_inside  # noqa: PLC0415 - only who writes needs what writes

    for each in (back, *workbooks):
        if each is not None:
            refuse_inside(each, paths)
    for workbook in workbooks:
        if workbook is not None and workbook.suffix.lower() != ".xlsx":
            raise FileRefused(finding("IO408", Place(str(workbook)), name=workbook.name))


def _tell_asked(survey: Survey) -> None:
    """Say how names that are not clear can be asked about, where there are some."""
    count = len(asked_among(survey.findings))
    if count:
        talk().print(plain(tr("Unit names to be asked about: {count}. --ask unit-matches.xlsx writes them into a workbook.", count=count)))


def _write_workbook(check: Checked, path: Path, words: str, *, force: bool, inputs: Sequence[Path]) -> Path:
    from ictscore.reports.checkbook.build import check_workbook  # noqa: PLC0415

    return save(check_workbook(check, words, path), path, force=force, inputs=inputs, is_ours=untouched)


def _write_back(check: Checked, folder: Path, *, force: bool, inputs: Sequence[Path]) -> tuple[list[Path], Sequence[Finding]]:
    """Write what goes back to the units; say what was kept as it is, and of which files none could be told. Return files and findings."""
    from ictscore.reports.return_folder import FolderWritten, all_returned, files_for, in_order, write_folder  # noqa: PLC0415

    returned, result = all_returned(check.loaded, check.standing), FolderWritten()
    if returned or folder.is_dir():
        with counting(tr("Making forms"), len(returned)) as progress:
            pairs = _counted(files_for(check.loaded, check.standing, returned, check.survey), progress)
            result = write_folder(folder, pairs, force=force, inputs=inputs, done=in_order(check.standing))
    lost = sorted({each.place.file for each in errors_among(check.standing.unclaimed) if each.place.file})
    console = talk()
    console.print(plain(tr("Units whose forms go back: {count}.", count=len(returned))))
    if lost:
        names = "; ".join(one_line(each) for each in lost)
        console.print(plain(tr("Nothing goes back for these files, because it is not clear whose they are: {files}", files=names)))
    if result.removed:
        names = "; ".join(one_line(each.name) for each in result.removed)
        console.print(plain(tr("Taken away, because these units are in order now: {files}", files=names)))
    if result.kept:
        print_findings(console, result.kept)
    return result.written, result.kept


def _counted(pairs: Iterable[ReturnPair], progress: Callable[[int], None]) -> Iterator[ReturnPair]:
    for each in pairs:
        yield each
        progress(1)


def _sum_up(check: Checked, written: Sequence[Path]) -> None:
    """Say what was written, and end with the counts."""
    console = talk()
    answers = tr("answers: {given} given, {missing} missing, {not_applicable} not applicable, {unreadable} unreadable", **check.answers)
    console.print(plain(answers))
    for path in _briefly(written):
        console.print(plain(tr("Written: {path}", path=path)))
    values = {"files": len(check.survey.files), "cells": check.cells, "summary": summary_line(check.findings)}
    console.print(plain(tr("Files checked: {files}; cells: {cells}; {summary}.", **values)))


def _briefly(written: Sequence[Path]) -> list[str]:
    """Return what was written: files by their names, a folder of many by its name and their number."""
    folders: dict[Path, list[Path]] = {}
    for each in written:
        folders.setdefault(each.parent, []).append(each)
    told = []
    for folder, paths in folders.items():
        many = len(paths) > 6  # noqa: PLR2004 - more are not read
        told += (
            [tr("{folder} ({count} files)", folder=one_line(str(folder)), count=len(paths))]
            if many
            else [one_line(str(each)) for each in paths]
        )
    return told


def _command(paths: Sequence[Path], check: Checked, reading: ReadOptions, *, strict: bool) -> str:
    """Return the command that checks the same again."""
    words = ["ictscore", "check", *(str(each) for each in paths), "--rulebook", check.loaded.reference, *reading.files_named]
    return shlex.join(words + ["--strict"] * strict)
