"""The folder that goes back to the units: for each its form with the doubtful cells marked, and a note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.reports.letter import letter_bytes
from ictscore.reports.returned import Returned, returned_of
from ictscore.reports.standing import Standing
from ictscore.rulebook.load import LoadedRulebook
from ictscore.safe_write import write_all_safely
from ictscore.survey.blank.file_names import Named, file_names
from ictscore.survey.blank.form import write_form
from ictscore.survey.blank.front import in_language


def all_returned(loaded: LoadedRulebook, standing: Standing) -> tuple[Returned, ...]:
    """Return what goes back to each unit whose entry needs mending, in the rulebook's language."""
    with in_language(loaded.rulebook.language):
        found = (returned_of(loaded.rulebook, each) for each in standing.units)
        return tuple(each for each in found if each is not None)


def files_for(loaded: LoadedRulebook, returned: Sequence[Returned], period: str) -> Iterator[tuple[str, bytes]]:
    """Yield the names and bytes of the files that go back, a form and a note for each unit."""
    stems = file_names([Named(each.submission.unit, each.submission.parent or "") for each in returned], "")
    for each, stem in zip(returned, stems, strict=True):
        form = f"{stem}.xlsx"
        yield form, write_form(loaded, each.submission, period=period, marks=each.marks)
        yield f"{stem}.txt", letter_bytes(loaded.rulebook, each, period, form)


def write_folder(folder: Path, files: Iterable[tuple[str, bytes]], *, force: bool, inputs: Sequence[Path]) -> list[Path]:
    """Write files into a folder, made where it is not there, and return them.

    Raises FileRefused before anything is written when one of them would replace a file that holds something else, unless ``force``.
    """
    wanted = {folder / name: data for name, data in files}
    taken = [path for path, data in wanted.items() if not force and _holds_other(path, data)]
    if taken:
        raise FileRefused(*(finding("SV601", Place(str(path))) for path in taken))
    write_all_safely(wanted, force=True, inputs=inputs, is_ours=lambda _: True)
    return list(wanted)


def _holds_other(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() != data
    except FileNotFoundError:
        return False
    except OSError:
        return True


def refuse_inside(path: Path, surveys: Iterable[Path]) -> None:
    """Raise FileRefused for an output that would lie inside a folder of the survey, where the next check would read it."""
    target = path.resolve()
    for each in surveys:
        if each.is_dir() and target.is_relative_to(each.resolve()):
            raise FileRefused(_inside(path))


def _inside(path: Path) -> Finding:
    return finding("SV600", Place(str(path)), name=path.name or str(path))
