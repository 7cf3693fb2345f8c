"""The folder that goes back to the units: for each its form with the doubtful cells marked, and a note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.reports.back.letter import letter_bytes
from ictscore.reports.back.record import RECORD, Record, hash_of, record_in
from ictscore.reports.back.returned import Returned, returned_of
from ictscore.reports.checked.standing import Standing, UnitStanding
from ictscore.rulebook.load import LoadedRulebook
from ictscore.safe_write import write_all_safely
from ictscore.survey.blank.file_names import Named, file_names
from ictscore.survey.blank.form import write_form
from ictscore.survey.blank.front import in_language
from ictscore.survey.layout import SHORT_HASH
from ictscore.survey.submission import Survey
from ictscore.system_reasons import system_reason

_MOST_FILES = 10
"""For how many further files of a unit its form goes back; with more the stamp would be too long for a property of the document."""


@dataclass(frozen=True, slots=True)
class ReturnPair:
    """The form and the note of one unit: their names and bytes."""

    form: tuple[str, bytes]
    letter: tuple[str, bytes]

    @property
    def files(self) -> dict[str, bytes]:
        """Return the two files."""
        return dict((self.form, self.letter))


@dataclass(slots=True)
class FolderWritten:
    """What became of a folder: files written, files of earlier runs taken away, and files kept because somebody edited them."""

    written: list[Path] = field(default_factory=list)
    removed: list[Path] = field(default_factory=list)
    kept: list[Finding] = field(default_factory=list)


def all_returned(loaded: LoadedRulebook, standing: Standing) -> tuple[Returned, ...]:
    """Return what goes back to each unit whose entry needs mending, in the rulebook's language."""
    with in_language(loaded.rulebook.language):
        found = (returned_of(loaded.rulebook, each) for each in standing.units)
        return tuple(each for each in found if each is not None)


def in_order(standing: Standing) -> frozenset[str]:
    """Return what the files of units now in order were called, if anything was to go back to them."""
    return frozenset(stem for each, stem in _stems(standing) if each.status == "received" and not each.goes_back)


def _stems(standing: Standing) -> list[tuple[UnitStanding, str]]:
    """Return what the files of each unit are called: the same from run to run, whoever has something to mend."""
    units = list(standing.units)
    return list(zip(units, file_names([Named(each.unit, each.parent or "") for each in units], ""), strict=True))


def files_for(loaded: LoadedRulebook, standing: Standing, returned: Sequence[Returned], survey: Survey) -> Iterator[ReturnPair]:
    """Yield what goes back, a form and a note for each unit; the form remembers from which file it was made."""
    hashes = {each.name: each.sha256 for each in (*survey.files, *survey.refused)}
    stems = {id(each): stem for each, stem in _stems(standing)}
    for each in returned:
        stem = stems[id(each.standing)]
        name, filled = f"{stem}.xlsx", each.submission
        origin = _answered(each.standing, hashes)
        form = write_form(
            loaded,
            filled,
            period=survey.period,
            marks=each.marks,
            warned=each.warned,
            returned_from=origin,
            made_for=each.made_for,
            astray=each.astray,
        )
        yield ReturnPair((name, form), (f"{stem}.txt", letter_bytes(loaded.rulebook, each, survey.period, name)))


def _answered(standing: UnitStanding, hashes: Mapping[str, str]) -> str:
    """Return for which files a form goes back, as its stamp keeps them: the one it was made from, then the others of the unit."""
    origin = next((file for file in standing.files if file in hashes), "")
    others = [hashes[file][:SHORT_HASH] for file in standing.beside if file in hashes]
    return " ".join([hashes[origin], *others[:_MOST_FILES]]) if origin else ""


def write_folder(  # noqa: PLR0913 - what goes where, over what, and for whom
    folder: Path,
    pairs: Iterable[ReturnPair],
    *,
    force: bool,
    inputs: Sequence[Path],
    done: frozenset[str] = frozenset(),
    rulebook: str = "",
) -> FolderWritten:
    """Write what goes back into a folder, made where it is not there, and take away what units in order (``done``) do not need any more.

    What an earlier run wrote and nobody edited is replaced or taken away. A unit one of whose files was edited, or is somebody else's,
    keeps both as they are, with a finding for each, unless ``force``. A folder of another rulebook is refused: units would get its forms.
    """
    known = record_in(folder)
    if not force and known.rulebook not in ("", rulebook):
        raise FileRefused(finding("SV570", Place(str(folder)), read=known.rulebook, expected=rulebook))
    wanted, kept = _wanted(folder, pairs, known, force=force)
    past = [folder / name for name in known.files if Path(name).stem in done and folder / name not in wanted]
    past = [path for path in past if known.is_as_written(path)]
    names = {name: digest for name, digest in known.files.items() if folder / name not in past}
    names |= {path.name: hash_of(data) for path, data in wanted.items()}
    record = {folder / RECORD: Record(rulebook, names).data()} if names or known.files else {}
    write_all_safely(wanted | record, force=True, inputs=inputs, is_ours=lambda _: True)
    for path in past:
        _remove(path)
    return FolderWritten(list(wanted), past, kept)


def _wanted(folder: Path, pairs: Iterable[ReturnPair], known: Record, *, force: bool) -> tuple[dict[Path, bytes], list[Finding]]:
    """Return what is to be written, and a finding for each file that stays as it is, with the other of its unit."""
    wanted: dict[Path, bytes] = {}
    kept: list[Finding] = []
    for pair in pairs:
        files = {folder / name: data for name, data in pair.files.items()}
        taken = [path for path, data in files.items() if not force and not _may_replace(path, data, known)]
        kept += [finding("SV601", Place(str(path))) for path in taken]
        wanted |= {} if taken else files
    return wanted, kept


def _may_replace(path: Path, data: bytes, known: Record) -> bool:
    """Return whether a file may be written: it is not there, holds the same, or is ours as we wrote it."""
    try:
        return path.read_bytes() == data or known.is_as_written(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError as problem:
        raise FileRefused(finding("IO403", Place(str(path)), reason=system_reason(problem))) from None


def refuse_inside(path: Path, surveys: Iterable[Path]) -> None:
    """Raise FileRefused for an output that would lie inside a folder of the survey, where the next check would read it."""
    target = path.resolve()
    for each in surveys:
        if each.is_dir() and target.is_relative_to(each.resolve()):
            raise FileRefused(_inside(path))


def _inside(path: Path) -> Finding:
    return finding("SV600", Place(str(path)), name=path.name or str(path))
