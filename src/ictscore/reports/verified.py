"""A results workbook held against its own seal: which cells are not as they were written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.places import Place, cell_name
from ictscore.reports.read_workbook_results import stamp_of
from ictscore.reports.seal import Cells, Edit, edits, sealed_cell, shown, unpack
from ictscore.reports.stamp_keys import HIDDEN_KEY, KIND, SEAL_DIGEST, SEAL_KEY
from ictscore.reports.still_seen import Hidden, hidden_in, imitates, unlike_written
from ictscore.survey.layout import STAMP_SHEET
from ictscore.survey.sheets.cells import Workbook
from ictscore.survey.sheets.collecting import shown as cut


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of holding a workbook against its seal: how many cells were written, and what is not as it was."""

    cells: int
    findings: tuple[Finding, ...]


def verify_workbook(book: Workbook) -> Verified:
    """Return how a results workbook stands to its seal. Raises FileRefused for a workbook that holds no results."""
    stamp = stamp_of(book)
    place = Place(book.file.name)
    if stamp.get("kind") != KIND:
        raise FileRefused(finding("SC214", place))
    chunks = [stamp.get(f"{SEAL_KEY}{number}", "") for number in range(sum(1 for key in stamp if key.startswith(SEAL_KEY)))]
    if SEAL_DIGEST not in stamp or not chunks:
        return Verified(0, (finding("SC212", place),))
    written = unpack(stamp[SEAL_DIGEST], chunks)
    if written is None:
        return Verified(0, (finding("SC213", place),))
    hidden = hidden_in(stamp.get(HIDDEN_KEY, ""))
    seen = of_what_is_seen(book, written, hidden)
    return Verified(sum(len(cells) for cells in written.values()), (*_findings(book, written), *seen))


def of_what_is_seen(book: Workbook, written: Mapping[str, Cells], hidden: Hidden | None) -> tuple[Finding, ...]:
    """Return what in a results workbook shows something else than was written, or is hidden now."""
    sheets = [each for each in book.sheets if each.name != STAMP_SHEET]
    return tuple(each for sheet in sheets for each in unlike_written(sheet, written.get(sheet.name, {}), hidden))


def cells_of(book: Workbook) -> dict[str, dict[tuple[int, int], str]]:
    """Return what stands in a workbook, as it would be sealed: without the seal itself, and without blank texts."""
    found: dict[str, dict[tuple[int, int], str]] = {}
    for sheet in book.sheets:
        cells = {key: sealed_cell(cell) for key, cell in sheet.cells.items() if cell.text or cell.kind != "text"}
        if sheet.name == STAMP_SHEET:
            sealing = {row for (row, column), text in cells.items() if column == 1 and shown(text).split(":")[0] == SEAL_DIGEST}
            cells = {key: value for key, value in cells.items() if key[0] not in sealing}
        found[sheet.name] = cells
    return found


def _findings(book: Workbook, written: dict[str, dict[tuple[int, int], str]]) -> Iterator[Finding]:
    read = cells_of(book)
    for name, cells in written.items():
        if name not in read:
            yield finding("SC215", Place(book.file.name, sheet=name))
            continue
        yield from (edit_finding(book.file.name, each) for each in edits(name, cells, read[name]))
    yield from added_sheets(book.file.name, written, read)


def added_sheets(file: str, written: Mapping[str, Cells], read: Mapping[str, Cells]) -> Iterator[Finding]:
    """Yield the sheets that were added: an error for one that could be taken for ours, a warning for a remark."""
    for name, cells in read.items():
        if name not in written and cells:
            yield finding("SC224" if imitates(cells, written) else "SC216", Place(file, sheet=name))


def edit_finding(file: str, edit: Edit) -> Finding:
    """Return the finding about an edited cell: an error where something was written, a warning for a remark beside it."""
    place = Place(file, sheet=edit.sheet, cell=cell_name(edit.row, edit.column))
    if not edit.was and not edit.is_inside:
        return finding("SC211", place, read=cut(shown(edit.reads)))
    return finding("SC210", place, was=cut(shown(edit.was)) or "–", read=cut(shown(edit.reads)) or "–")


def differences(file: str, published: Cells, derived: Cells, sheet: str) -> Iterator[Finding]:
    """Yield the cells of a published sheet that another making of the same result gives otherwise."""
    for each in edits(sheet, derived, published):
        place = Place(file, sheet=sheet, cell=cell_name(each.row, each.column))
        yield finding("SC217", place, read=cut(shown(each.reads)) or "–", made=cut(shown(each.was)) or "–")
