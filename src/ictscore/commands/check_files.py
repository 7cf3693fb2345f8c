"""What a check writes beside its report: the workbook, the forms that go back, and the names to be asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ictscore.commands.asking import loses_nothing, questions_workbook
from ictscore.commands.by_itself import asks_beside, unless_refused, where_to_check, where_to_return
from ictscore.commands.outputs import save
from ictscore.commands.progress import counting
from ictscore.commands.typed import typed
from ictscore.errors import FileRefused
from ictscore.findings import Finding, errors_among, finding
from ictscore.places import Place
from ictscore.reports.checked.standing import SEVERAL_FILES
from ictscore.reports.checked.told import Checked
from ictscore.reports.console import one_line, plain, talk
from ictscore.reports.findings import print_findings
from ictscore.safe_write import untouched
from ictscore.survey.matching.answers import where_to_ask
from ictscore.survey.matching.questions import asked_among
from ictscore.survey.options import ReadOptions
from ictscore.words import N_, tr

if TYPE_CHECKING:
    from rich.console import Console

    from ictscore.reports.back.folder import ReturnPair


class FilesWanted(NamedTuple):
    """Where the forms that go back, the workbook and the questions about names go, where somebody named that; or all by themselves."""

    back: Path | None
    workbook: Path | None
    ask: Path | None
    force: bool
    by_itself: bool


@dataclass(frozen=True, slots=True)
class CheckedFiles:
    """A check, how it was read (as asked for, and with the lists of names), and the files that must not be overwritten."""

    check: Checked
    paths: Sequence[Path]
    reading: ReadOptions
    options: ReadOptions
    inputs: tuple[Path, ...]
    strict: bool

    @property
    def command(self) -> str:
        """Return the command that checks the same again."""
        named = (*(str(each) for each in self.paths), "--rulebook", self.check.loaded.reference, *self.reading.files_named)
        return typed(["ictscore", "check", *named] + ["--strict"] * self.strict)


def write_files(read: CheckedFiles, wanted: FilesWanted) -> tuple[list[Path], Sequence[Finding]]:
    """Write what is wanted; return the files, and what was found about files of an earlier check that were kept."""
    written: list[Path] = []
    kept: Sequence[Finding] = ()
    if wanted.workbook is not None:
        written.append(_write_workbook(read, wanted.workbook, force=wanted.force))
    if wanted.by_itself:
        written += _companions(read, force=wanted.force)
    if wanted.back is not None:
        into_folder, kept = _write_back(read, wanted.back, force=wanted.force)
        written += into_folder
    if wanted.ask is not None:
        written += _write_questions(read, wanted.ask, force=wanted.force)
    elif not (wanted.by_itself and asks_beside(read.paths)):
        _tell_asked(read)
    return written, kept


def _companions(read: CheckedFiles, *, force: bool) -> list[Path]:
    """Write what belongs to the check of a round and return the files; what cannot be written is told, and nothing else suffers."""
    rulebook = read.check.loaded.rulebook.id
    written = [unless_refused(lambda: _write_workbook(read, where_to_check(rulebook), force=force))]
    returned = where_to_return(rulebook)
    if any(each.goes_back for each in read.check.standing.units) or returned.is_dir():
        back = unless_refused(lambda: _write_back(read, returned, force=force))
        written += back[0] if back is not None else []
    if asks_beside(read.paths) and asked_among(read.check.survey.findings):
        written += unless_refused(lambda: _write_questions(read, where_to_ask(Path(), rulebook), force=False)) or []
    return [each for each in written if each is not None]


def _write_questions(read: CheckedFiles, path: Path, *, force: bool) -> list[Path]:
    questions = questions_workbook(read.check.survey, read.check.loaded, read.options)
    if questions is None:
        return []
    return [save(questions, path, force=force, inputs=read.inputs, is_ours=loses_nothing(read.check.loaded, read.options))]


def refuse_misplaced(paths: Sequence[Path], back: Path | None, *workbooks: Path | None) -> None:
    """Raise FileRefused for outputs that could not be what they should be, before anything is read."""
    from ictscore.reports.back.folder import refuse_inside  # noqa: PLC0415 - only who writes needs what writes

    for each in (back, *workbooks):
        if each is not None:
            refuse_inside(each, paths)
    for workbook in workbooks:
        if workbook is not None and workbook.suffix.lower() != ".xlsx":
            raise FileRefused(finding("IO408", Place(str(workbook)), name=workbook.name))


def _tell_asked(read: CheckedFiles) -> None:
    """Say how names that are not clear can be asked about, where there are some."""
    count = len(asked_among(read.check.survey.findings))
    if count:
        talk().print(plain(tr("Unit names to be asked about: {count}. --ask unit-matches.xlsx writes them into a workbook.", count=count)))


def _write_workbook(read: CheckedFiles, path: Path, *, force: bool) -> Path:
    from ictscore.reports.checkbook.build import check_workbook  # noqa: PLC0415

    return save(check_workbook(read.check, read.command, path), path, force=force, inputs=read.inputs, is_ours=untouched)


def _write_back(read: CheckedFiles, folder: Path, *, force: bool) -> tuple[list[Path], Sequence[Finding]]:
    """Write what goes back to the units; say what was kept as it is, and of which files none could be told. Return files and findings."""
    from ictscore.reports.back.folder import FolderWritten, all_returned, files_for, in_order, write_folder  # noqa: PLC0415

    check = read.check
    returned, result = all_returned(check.loaded, check.standing), FolderWritten()
    if returned or folder.is_dir():
        with counting(tr("Making forms"), len(returned)) as progress:
            pairs = _counted(files_for(check.loaded, check.standing, returned, check.survey), progress)
            done, rulebook = in_order(check.standing), check.loaded.rulebook.id
            result = write_folder(folder, pairs, force=force, inputs=read.inputs, done=done, rulebook=rulebook)
    console = talk()
    console.print(plain(tr("Units whose forms go back: {count}.", count=len(returned))))
    _tell_not_returned(console, check)
    if result.removed:
        names = "; ".join(one_line(each.name) for each in result.removed)
        console.print(plain(tr("Taken away, because these units are in order now: {files}", files=names)))
    if result.kept:
        print_findings(console, result.kept)
    return result.written, result.kept


def _tell_not_returned(console: Console, check: Checked) -> None:
    """Name the files with errors for which nothing goes back: nobody knows whose they are, or another file of the unit is read."""
    lost = sorted({each.place.file for each in errors_among(check.standing.unclaimed) if each.place.file})
    aside = {place.file for each in check.survey.findings if each.code == SEVERAL_FILES for place in (each.place, *each.related)}
    for is_aside, told in (
        (False, N_("Nothing goes back for these files, because it is not clear whose they are: {files}")),
        (True, N_("Nothing goes back for these files, because another file of the same unit is read: {files}")),
    ):
        files = [one_line(each) for each in lost if (each in aside) == is_aside]
        if files:
            console.print(plain(tr(told, files="; ".join(files))))


def _counted(pairs: Iterable[ReturnPair], progress: Callable[[int], None]) -> Iterator[ReturnPair]:
    for each in pairs:
        yield each
        progress(1)


def briefly(written: Sequence[Path]) -> list[str]:
    """Return what was written: files by their names, a folder of many by its name and their number."""
    folders: dict[Path, list[Path]] = {}
    for each in written:
        folders.setdefault(each.parent, []).append(each)
    told = []
    for folder, paths in folders.items():
        many = len(paths) > 6  # noqa: PLR2004 - more are not read
        told += (
            [tr("{folder} (files: {count})", folder=one_line(str(folder)), count=len(paths))]
            if many
            else [one_line(str(each)) for each in paths]
        )
    return told
