"""A result made again from its inputs, and held against what was published, cell by cell."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ictscore import __version__
from ictscore.errors import FileRefused, RulebookRefused
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.reports.outcome import Outcome, score_survey
from ictscore.reports.recorded.manifest import STAGE_NAMED, Manifest, read_manifest
from ictscore.reports.recorded.moved import moved_rows
from ictscore.reports.recorded.read_workbook_results import RESULT_LIMITS, stamp_of
from ictscore.reports.recorded.seal import Cells
from ictscore.reports.recorded.stamp_keys import KIND, MANIFEST_KEY, SEEN_DIGEST
from ictscore.reports.recorded.verified import Sortable, added_sheets, cells_of, differences, of_what_is_seen, sortable_in
from ictscore.reports.workbook.build import results_workbook
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.procedure import STAGES, StageId
from ictscore.rulebook.units import UnitList
from ictscore.survey.matching.given import NONE, with_names
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey
from ictscore.survey.sheets.cells import Workbook
from ictscore.survey.sheets.inputs import InputFile, find_inputs, read_input
from ictscore.survey.sheets.workbook import read_workbook

_OF_ANOTHER_DAY = frozenset({"tIO110", "tIO111", "tIO116", "tIO136", "tIO171", "tversion", f"t{SEEN_DIGEST}"})
"""What stands in the rows about files left out or given twice, and about the program and how it makes cells look."""
_PROGRAM = re.compile(r"tictscore [0-9.]+")


@dataclass(frozen=True, slots=True)
class Reproduced:
    """What came of making a result again: how many published cells were held against it, and which are not the same."""

    cells: int
    findings: tuple[Finding, ...]


def manifest_of(book: Workbook) -> Manifest:
    """Return the manifest in a results workbook. Raises FileRefused for a workbook without one."""
    stamp = stamp_of(book)
    if stamp.get("kind") != KIND:
        raise FileRefused(finding("SC214", Place(book.file.name)))
    count = sum(1 for key in stamp if key.startswith(MANIFEST_KEY))
    return read_manifest("".join(stamp.get(f"{MANIFEST_KEY}{number}", "") for number in range(count)), book.file.name)


def hold_rulebook(manifest: Manifest, loaded: LoadedRulebook, file: str) -> None:
    """Raise RulebookRefused where a rulebook is not the one the result in ``file`` was made by."""
    if loaded.hash != manifest.hash:
        where, identifier = Place(loaded.files[0].name), loaded.rulebook.id
        raise RulebookRefused(finding("SC291", where, id=identifier, read=loaded.hash, file=file, expected=manifest.hash))


def reproduce(book: Workbook, manifest: Manifest, loaded: LoadedRulebook, inputs: Sequence[Path]) -> Reproduced:
    """Make a result again from the files in ``inputs`` and return where it differs from what stands in ``book``.

    Files are known by their hashes, whatever they are called now. Raises FileRefused, naming them, where some are not there.
    """
    outcome, _ = score_again(book.file.name, manifest, loaded, inputs)
    data = results_workbook(outcome.told, outcome.explainer)
    made = InputFile(Path(book.file.name), book.file.name, data, hashlib.sha256(data).hexdigest(), len(data))
    again = read_workbook(made, RESULT_LIMITS)
    derived, published = cells_of(again), cells_of(book)
    stamp = stamp_of(again)
    loose = {name for cells in (published, derived) for name, each in cells.items() if _rows_of_points(each) != each}
    sortable = {name: rows for name, rows in sortable_in(stamp).items() if name not in loose}
    seen = of_what_is_seen(book, derived, stamp, loose)
    findings = (*_compared(book.file.name, published, derived, sortable), *seen, *_about_program(manifest, book.file.name))
    return Reproduced(sum(len(cells) for cells in published.values()), findings)


def score_again(file: str, manifest: Manifest, loaded: LoadedRulebook, inputs: Sequence[Path]) -> tuple[Outcome, UnitList | None]:
    """Score what the result in ``file`` was made from, found among ``inputs`` by hash, as it was scored; with the list of units used.

    Raises FileRefused, naming them, where files are not there or were changed.
    """
    found = _by_hash(inputs)
    paths = _paths((*manifest.inputs, *manifest.refused), found, file)
    options = with_names(_options(manifest, loaded, found, file), loaded, paths)
    survey = read_survey(paths, loaded.rulebook, loaded.hash, options=options)
    outcome = score_survey(
        loaded,
        survey,
        command=manifest.command,
        stage=_stage(manifest),
        strict=manifest.options.get("strict", False),
        provisional=manifest.options.get("provisional", False),
        asked={name: value for name, value in manifest.options.items() if name not in {"strict", "provisional"}},
    )
    return outcome, options.units


def _by_hash(inputs: Sequence[Path]) -> dict[str, Path]:
    """Return the files there are by their hashes; lists and answers may lie among them."""
    found: dict[str, Path] = {}
    for path in (*find_inputs(inputs).files, *_lists_in(inputs)):
        try:
            found.setdefault(read_input(path).sha256, path)
        except FileRefused:
            continue
    return found


def _lists_in(inputs: Sequence[Path]) -> Iterator[Path]:
    for each in inputs:
        patterns = ("**/*.yaml", "**/*.yml", "**/unit-matches.xlsx", "**/unit-matches.*.xlsx")
        yield from sorted(path for pattern in patterns for path in each.glob(pattern)) if each.is_dir() else [each]


def _paths(wanted: Iterable[tuple[str, str]], found: Mapping[str, Path], file: str) -> tuple[Path, ...]:
    missing = [(name, digest) for name, digest in wanted if digest not in found]
    if missing:
        raise FileRefused(*(finding("SC292", Place(file), name=name, hash=digest) for name, digest in missing))
    return tuple(found[digest] for _, digest in wanted)


def _stage(manifest: Manifest) -> StageId:
    return next(each for each in STAGES if each == manifest.stage)


def _options(manifest: Manifest, loaded: LoadedRulebook, found: Mapping[str, Path], file: str) -> ReadOptions:
    """Return how the survey was read: by which lists, with which flags, its files called as they were called."""
    beside = loaded.path.parent / "units.yaml"
    known = dict(found)
    if beside.is_file():
        known.setdefault(hashlib.sha256(beside.read_bytes()).hexdigest(), beside)
    lists = _paths(manifest.lists, known, file)
    units = next((path for path in lists if path.suffix == ".yaml"), None)
    matches = next((path for path in lists if path.suffix != ".yaml"), None)
    mapped = _paths(_mapping(manifest), known, file)
    return ReadOptions(
        skip_hidden=manifest.options.get("skip_hidden", False),
        recalculate=manifest.options.get("recalculate", False),
        stage=_stage(manifest) if manifest.options.get(STAGE_NAMED, True) else None,
        units_from=str(units) if units is not None else NONE,
        matches_from=matches,
        mapping_from=next(iter(mapped), None),
        evidence=manifest.evidence,
        names={str(found[digest]): name for name, digest in (*manifest.inputs, *manifest.refused, *_mapping(manifest))},
    )


def _mapping(manifest: Manifest) -> tuple[tuple[str, str], ...]:
    return (manifest.mapping,) if manifest.mapping is not None else ()


def _compared(file: str, published: Mapping[str, Cells], derived: Mapping[str, Cells], sortable: Sortable) -> Iterator[Finding]:
    for name, cells in derived.items():
        if name in published:
            read, made = _rows_of_points(published[name]), _rows_of_points(cells)
            yield from differences(file, read, made, name, sortable.get(name))
            yield from moved_rows(file, name, made, read, sortable[name]) if name in sortable else ()
        else:
            yield finding("SC215", Place(file, sheet=name))
    yield from added_sheets(file, derived, published)


def _rows_of_points(cells: Cells) -> Cells:
    """Return cells without the rows that tell of the files around a survey and of the machine: those are another day’s."""
    passed_over = {row for (row, _), text in cells.items() if _is_of_another_day(text)}
    return {key: value for key, value in cells.items() if key[0] not in passed_over}


def _is_of_another_day(text: str) -> bool:
    return text in _OF_ANOTHER_DAY or text.startswith(f"t{MANIFEST_KEY}") or _PROGRAM.fullmatch(text) is not None


def _about_program(manifest: Manifest, file: str) -> Iterator[Finding]:
    if manifest.version != __version__:
        yield finding("SC293", Place(file), read=manifest.version, used=__version__)
