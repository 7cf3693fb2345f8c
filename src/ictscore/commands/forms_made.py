"""Many forms in one folder: for every unit of a list, or from older forms; and what is told of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from ictscore.commands.progress import counting
from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.reports.console import plain, results, talk
from ictscore.reports.deadlines import deadline_text
from ictscore.reports.findings import print_findings
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.units import UNITS_FILE, UnitList, UnitSpec, load_units
from ictscore.safe_write import untouched, write_all_safely
from ictscore.survey.blank.file_names import Named, file_names
from ictscore.survey.blank.form import write_form
from ictscore.survey.blank.word.form import write_word_form
from ictscore.survey.carry_over import CarriedOver, carry_over
from ictscore.survey.form_identity import identity_of
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.sheets.inputs import find_inputs
from ictscore.survey.submission import Submission
from ictscore.words import tr

Progress = Callable[[int], None]


WORD_ENDING = ".docx"
_ENDINGS = {write_form: ".xlsx", write_word_form: WORD_ENDING}


class Maker(Protocol):
    """What makes the file of a form: a workbook or a Word document."""

    def __call__(self, loaded: LoadedRulebook, filled: Submission, *, period: str = "", unit_id: str = "", carried_from: str = "") -> bytes:
        """Return the file; its answers may be ``carried_from`` another round."""
        ...


class Forms(NamedTuple):
    """How forms are made: as what, for which period, and whether other files may be overwritten."""

    make: Maker
    period: str
    force: bool = False

    @property
    def ending(self) -> str:
        """Return how the names of their files end."""
        return _ENDINGS.get(self.make, ".xlsx")


class FormFor(NamedTuple):
    """A form to be made: for whom, with which answers, what its file is called after, and of which other round the answers are."""

    submission: Submission
    named: Named
    then: str = ""


def make_for_units(loaded: LoadedRulebook, group: str, units_file: Path | None, how: Forms, folder: Path) -> None:
    """Write a form for every unit of the list (of one group, where one is named) and tell how many."""
    units = load_units(loaded, units_file)
    if units is None:
        raise FileRefused(finding("IO411", Place(str(loaded.path)), read=loaded.rulebook.id, file=UNITS_FILE))
    wanted = [each for each in units.units if not group or each.group == group]
    if not wanted:
        raise FileRefused(finding("IO412", Place(units.name), read=group or loaded.rulebook.id))
    forms = [_blank(each, units) for each in wanted]
    inputs = [loaded.path, *([units_file] if units_file is not None else [])]
    _write_into(folder, loaded, forms, how, inputs=inputs)
    _tell(loaded, forms, folder, how.period)


def carried_over(loaded: LoadedRulebook, paths: Sequence[Path], group: str, period: str) -> list[CarriedOver]:
    """Return what every older form among the files and folders carries over, and print what it does not."""
    inputs = find_inputs(paths)
    carried = [carry_over(path, loaded.rulebook, group, period) for path in inputs.files]
    if not carried:
        raise FileRefused(*inputs.findings)
    told = [*inputs.findings, *(each for one in carried for each in one.findings), *_several(inputs.files, carried)]
    print_findings(talk(), told)
    return carried


def _several(paths: Sequence[Path], carried: Sequence[CarriedOver]) -> Iterator[Finding]:
    """Yield the units of which several older forms are carried over."""
    files: dict[tuple[str, str], list[str]] = {}
    for path, each in zip(paths, carried, strict=True):
        files.setdefault((fold_name(each.submission.unit), fold_name(each.submission.parent or "")), []).append(str(path))
    names = {(fold_name(each.submission.unit), fold_name(each.submission.parent or "")): each.submission.unit for each in carried}
    for key, paths_of_unit in files.items():
        if len(paths_of_unit) > 1:
            yield finding("SV519", Place(paths_of_unit[0]), unit=names[key], count=len(paths_of_unit), files=tuple(paths_of_unit))


def write_carried(loaded: LoadedRulebook, carried: Sequence[CarriedOver], how: Forms, folder: Path, *, inputs: Sequence[Path]) -> None:
    """Write the fresh forms of several older ones into a folder and tell how many."""
    forms = [
        FormFor(each.submission, Named(each.submission.unit, each.submission.parent or "", each.unit_id), each.then) for each in carried
    ]
    _write_into(folder, loaded, forms, how, inputs=[loaded.path, *inputs])
    _tell(loaded, forms, folder, how.period)


def _blank(unit: UnitSpec, units: UnitList) -> FormFor:
    parent = units.parent_name(unit)
    return FormFor(Submission(unit.name, unit.group, {}, parent=parent), Named(unit.name, parent or "", unit.id))


def _write_into(folder: Path, loaded: LoadedRulebook, forms: Sequence[FormFor], how: Forms, *, inputs: Sequence[Path]) -> None:
    if folder.suffix.lower() in (".xlsx", WORD_ENDING) or folder.is_file():
        raise FileRefused(finding("IO413", Place(str(folder))))
    ending = f"_{how.period}{how.ending}" if how.period.isdecimal() else how.ending
    names = file_names([each.named for each in forms], ending)
    with counting(tr("Making forms"), len(forms)) as progress:
        files = dict(zip((folder / name for name in names), _made(loaded, forms, how, progress), strict=True))
    write_all_safely(files, force=how.force, inputs=inputs, is_ours=untouched)


def _made(loaded: LoadedRulebook, forms: Sequence[FormFor], how: Forms, progress: Progress) -> Iterator[bytes]:
    for each in forms:
        yield how.make(loaded, each.submission, period=how.period, unit_id=each.named.id, carried_from=each.then)
        progress(1)


def _tell(loaded: LoadedRulebook, forms: Sequence[FormFor], folder: Path, period: str) -> None:
    """Print how many forms were made, by group and of which version, and the deadlines of the round."""
    out = results()
    out.print(plain(tr("Forms made in {folder}: {count}", folder=str(folder), count=len(forms))))
    for group in loaded.rulebook.groups:
        count = sum(each.submission.group == group.id for each in forms)
        if count:
            version = identity_of(loaded.rulebook, group.id).version
            out.print(
                plain(tr("  {group} “{name}”: {count}, form {version}", group=group.id, name=group.name, count=count, version=version))
            )
    for step in loaded.rulebook.procedure:
        if step.deadline is not None and (until := deadline_text(step.deadline, period)):
            out.print(plain(tr("  deadline {until}: {step}", until=until, step=step.step)))
