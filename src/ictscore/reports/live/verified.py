"""A live workbook held against the engine: its own answers are scored again, and every computed cell is compared."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from ictscore.errors import FileRefused, SelfCheckFailed
from ictscore.exact import NotANumber, from_stored
from ictscore.findings import Finding, finding
from ictscore.places import Place, cell_name
from ictscore.reports.live.build import SHEET_KEY, STAGE_KEY, LiveWorkbook, live_workbook
from ictscore.reports.live.drawn import Expected, stored
from ictscore.reports.outcome import score_survey
from ictscore.reports.recorded.read_workbook_results import RESULT_LIMITS, stamp_of
from ictscore.reports.recorded.verified import Verified
from ictscore.rulebook.load import LoadedRulebook, load_recorded, load_rulebook
from ictscore.rulebook.procedure import STAGES, StageId
from ictscore.survey.labels.unit_names import Who, fold_name
from ictscore.survey.layout import LIVE_KIND
from ictscore.survey.reading import read_survey
from ictscore.survey.sheets.addresses import parse_range
from ictscore.survey.sheets.cells import Cell, Workbook
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.inputs import InputFile, read_input
from ictscore.survey.sheets.office import OfficeFailed, find_office, recalculate
from ictscore.survey.sheets.workbook import read_workbook
from ictscore.survey.submission import Survey
from ictscore.words import N_, phrase

CLOSE = Fraction(1, 10**9)
"""What a number of a workbook may differ by from the exact one; the rulebook's own rounding is coarser."""


def is_live(book: Workbook) -> bool:
    """Return whether a workbook says that its results are formulas."""
    return stamp_of(book).get("kind") == LIVE_KIND


def verify_live(
    book: Workbook, rulebook: str | None = None, *, again: bool = False, hold: Callable[[LoadedRulebook], object] | None = None
) -> Verified:
    """Return how the computed cells of a live workbook stand to what the engine makes of its answers.

    ``again`` has LibreOffice calculate every formula first; otherwise what is stored is compared. ``hold`` may refuse the rulebook.
    Raises Stop where it cannot be done.
    """
    stamp = stamp_of(book)
    loaded = (
        load_rulebook(rulebook)
        if rulebook is not None
        else load_recorded(stamp.get("rulebook", ""), book.file.name, digest=stamp.get("hash", ""))
    )
    if hold is not None:
        hold(loaded)
    fresh = _recalculated(book.file) if again else book
    survey = read_survey([book.file.path], loaded.rulebook, loaded.hash)
    made = remade(book, loaded, survey)
    found = [*_about_rulebook(book, stamp, loaded), *compare(fresh, made, book.file.name)]
    if any(each.code == "SC263" for each in found):
        found += [each for each in survey.findings if each.severity != "note"]
    return Verified(made.count, tuple(found))


def _recorded(stamp: Mapping[str, str], file: str) -> LoadedRulebook:
    return load_recorded(stamp.get("rulebook", ""), file, digest=stamp.get("hash", ""))


def remade(book: Workbook, loaded: LoadedRulebook, survey: Survey) -> LiveWorkbook:
    """Return the live workbook as it would be made of the answers that stand in it, row by row."""
    stamp = stamp_of(book)
    stage: StageId | None = next((each for each in STAGES if each == stamp.get(STAGE_KEY)), None)
    outcome = score_survey(loaded, survey, command="ictscore verify", stage=stage, provisional=True)
    return live_workbook(outcome, _order(survey), _marks(book, stamp))


def compare(book: Workbook, made: LiveWorkbook, file: str) -> Iterator[Finding]:
    """Yield every computed cell of ``book`` that is not what was made."""
    sheets = {each.name: each.cells for each in book.sheets}
    near, groups = made.near(), {group for group, _ in made.near()}
    for name, cells in made.cells.items():
        if name not in sheets:
            yield finding("SC215", Place(file, sheet=name))
            continue
        for (row, column), expected in cells.items():
            found = sheets[name].get((row, column))
            place = Place(file, sheet=name, cell=cell_name(row, column))
            if found is not None and not found.is_formula and not expected.is_fixed:
                yield finding("SC265", place, read=shown(found.text))
            elif not agrees(found, expected):
                is_named = (expected.group, expected.unit) in near or (expected.is_shared and expected.group in groups)
                code = "SC264" if is_named else "SC263"
                yield finding(code, place, what=expected.heading, read=_told(found), made=_made(expected))


def agrees(found: Cell | None, expected: Expected) -> bool:
    """Return whether a cell holds what is expected: texts to the letter, numbers but for the last binary places.

    What repeats an answer may spell it as it was typed, which formulas take for the same: “không” for “Không”.
    """
    if isinstance(expected.value, str):
        text = found.text if found is not None and found.kind in {"text", "number"} else ""
        return text == expected.value or (expected.is_said and fold_name(text) == fold_name(expected.value))
    number = _number(found)
    return number is not None and abs(number - expected.value) <= max(CLOSE, CLOSE * abs(expected.value) / 10**6)


def _number(found: Cell | None) -> Fraction | None:
    if found is None or found.kind != "number":
        return None
    try:
        return from_stored(found.text)
    except NotANumber:
        return None


def _told(found: Cell | None) -> object:
    return phrase(N_("nothing")) if found is None or not found.text else shown(found.text)


def _made(expected: Expected) -> object:
    value = stored(expected.value)
    return (value or phrase(N_("nothing"))) if isinstance(value, str) else f"{value:.15g}"


def _recalculated(file: InputFile) -> Workbook:
    office = find_office()
    if office is None:
        raise FileRefused(finding("SC266", Place(file.name)))
    try:
        data = recalculate(office, file.data, ".xlsx")
    except OfficeFailed as problem:
        raise FileRefused(finding("SC267", Place(file.name), reason=problem.reason)) from None
    made = InputFile(Path(file.path), file.name, data, hashlib.sha256(data).hexdigest(), len(data))
    return read_workbook(made, RESULT_LIMITS)


def _about_rulebook(book: Workbook, stamp: Mapping[str, str], loaded: LoadedRulebook) -> Iterator[Finding]:
    if stamp.get("hash") != loaded.hash:
        read = f"{stamp.get('rulebook')} {stamp.get('hash', '')[:12]}"
        where = (Place(loaded.files[0].name),)
        yield finding("SC268", Place(book.file.name), related=where, read=read, expected=loaded.hash[:12])


def _order(survey: Survey) -> dict[tuple[str, Who], int]:
    """Return in which row each unit stands."""
    return {(each.group, each.who): row_of(each.place) for each in survey.submissions}


def row_of(place: Place) -> int:
    """Return the row of a place in a sheet."""
    area = parse_range(place.cell)
    return area.top if area is not None else 0


def _marks(book: Workbook, stamp: Mapping[str, str]) -> dict[str, Sequence[str]]:
    """Return the marks of the columns of answers, by group."""
    sheets = {each.name: each for each in book.sheets}
    named = {key.removeprefix(SHEET_KEY): sheets[value] for key, value in stamp.items() if key.startswith(SHEET_KEY) and value in sheets}
    return {group: [cell.text for (row, _), cell in sheet.cells.items() if row == 1] for group, sheet in named.items()}


def check_live(made: LiveWorkbook, name: str) -> None:
    """Raise SelfCheckFailed where what is stored in a live workbook is not what was computed."""
    file = InputFile(Path(name), name, made.data, hashlib.sha256(made.data).hexdigest(), len(made.data))
    found = list(compare(read_workbook(file, RESULT_LIMITS), made, name))
    if found:
        raise SelfCheckFailed(*found[:10])


def read_live(path: Path) -> Workbook:
    """Return a live workbook as it stands."""
    return read_workbook(read_input(path, RESULT_LIMITS.file_bytes), RESULT_LIMITS)
