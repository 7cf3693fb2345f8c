"""A results workbook held against its own seal: which cells are not as they were written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.places import Place, cell_name
from ictscore.reports.recorded.differing import characters_at, look_alike, parted, windows
from ictscore.reports.recorded.marked_rows import marked_rows
from ictscore.reports.recorded.moved import moved_rows
from ictscore.reports.recorded.read_workbook_results import RESULT_LIMITS, stamp_of
from ictscore.reports.recorded.seal import Cells, Edit, Position, edits, kind_of, sealed_cell, shown, unpack, unpack_data
from ictscore.reports.recorded.stamp_keys import HIDDEN_KEY, KIND, SEAL_DIGEST, SEAL_KEY, SEEN_DIGEST, SEEN_KEY
from ictscore.reports.recorded.still_seen import hidden_in, imitates, unlike_written
from ictscore.reports.seen.book import read_seen
from ictscore.reports.seen.changed import seen_otherwise
from ictscore.reports.seen.record import BookRecord, read_record
from ictscore.survey.layout import STAMP_SHEET
from ictscore.survey.sheets.cells import Workbook
from ictscore.survey.sheets.collecting import shown as cut
from ictscore.words import Phrase, phrase

Sortable = Mapping[str, Position]


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of holding a workbook against its seal: how many cells were written, and what is not as it was."""

    cells: int
    findings: tuple[Finding, ...]


def verify_workbook(book: Workbook, *, with_looks: bool = True) -> Verified:
    """Return how a results workbook stands to its seal, ``with_looks`` also how it is shown and printed.

    Raises FileRefused for a workbook that holds no results.
    """
    stamp = stamp_of(book)
    place = Place(book.file.name)
    if stamp.get("kind") != KIND and _has_a_ranking(book):
        return Verified(0, (finding("SC283", place, sheet=STAMP_SHEET),))
    if stamp.get("kind") != KIND:
        raise FileRefused(finding("SC214", place))
    chunks = [stamp.get(f"{SEAL_KEY}{number}", "") for number in range(sum(1 for key in stamp if key.startswith(SEAL_KEY)))]
    if SEAL_DIGEST not in stamp or not chunks:
        return Verified(0, (finding("SC212", place),))
    written = unpack(stamp[SEAL_DIGEST], chunks)
    if written is None:
        return Verified(0, (finding("SC213", place),))
    seen = of_what_is_seen(book, written, stamp) if with_looks else _unseen(book, written, stamp, formats=True)
    return Verified(sum(len(cells) for cells in written.values()), (*_findings(book, written, sortable_in(stamp)), *seen))


def _has_a_ranking(book: Workbook) -> bool:
    """Return whether a workbook has rows under the hidden marks of a ranking."""
    return any({"#rank", "#exact", "#key"} <= row.columns.keys() for sheet in book.sheets for row in marked_rows(sheet))


def of_what_is_seen(
    book: Workbook, written: Mapping[str, Cells], stamp: Mapping[str, str], loose: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Return what in a results workbook shows something else than was written, or is hidden now.

    ``stamp`` is that of the workbook as it was written: it knows what was hidden, and how everything looked. On ``loose`` sheets
    rows may stand anywhere.
    """
    record = record_in(stamp)
    if record is None and SEEN_DIGEST in stamp:
        return (finding("SC213", Place(book.file.name)),)
    unseen = _unseen(book, written, stamp, formats=record is None)
    return (*unseen, *seen_otherwise(book, read_seen(book.file, RESULT_LIMITS), record, (written, cells_of(book)), loose))


def _unseen(book: Workbook, written: Mapping[str, Cells], stamp: Mapping[str, str], *, formats: bool) -> tuple[Finding, ...]:
    """Return what the cells as they were read tell of it: what is hidden, and with ``formats`` what shows something else than it holds."""
    hidden = hidden_in(stamp.get(HIDDEN_KEY, ""))
    sheets = [each for each in book.sheets if each.name != STAMP_SHEET]
    return tuple(each for sheet in sheets for each in unlike_written(sheet, written.get(sheet.name, {}), hidden, formats=formats))


def record_in(stamp: Mapping[str, str]) -> BookRecord | None:
    """Return how a workbook looked when it was written, or None where its stamp says nothing of it: older ones do not."""
    chunks = [stamp.get(f"{SEEN_KEY}{number}", "") for number in range(sum(1 for key in stamp if key.startswith(SEEN_KEY)))]
    data = unpack_data(stamp.get(SEEN_DIGEST, ""), chunks)
    try:
        return read_record(data) if data is not None else None
    except (ValueError, KeyError, TypeError):
        return None


def sortable_in(stamp: Mapping[str, str]) -> Sortable:
    """Return which rows of each sheet people may sort; older workbooks say nothing of it, and let all of them be sorted."""
    record = record_in(stamp)
    return {name: each.sortable for name, each in record.sheets.items()} if record is not None else {}


def cells_of(book: Workbook) -> dict[str, dict[tuple[int, int], str]]:
    """Return what stands in a workbook, as it would be sealed: without the seal itself, and without blank texts."""
    found: dict[str, dict[tuple[int, int], str]] = {}
    for sheet in book.sheets:
        cells = {key: sealed_cell(cell) for key, cell in sheet.cells.items() if cell.text or cell.kind != "text"}
        if sheet.name == STAMP_SHEET:
            sealing = {row for (row, column), text in cells.items() if column == 1 and _is_sealing(shown(text))}
            cells = {key: value for key, value in cells.items() if key[0] not in sealing}
        found[sheet.name] = cells
    return found


def _is_sealing(key: str) -> bool:
    return key == SEAL_DIGEST or key.startswith((SEAL_KEY, SEEN_KEY))


def _findings(book: Workbook, written: dict[str, dict[tuple[int, int], str]], sortable: Sortable) -> Iterator[Finding]:
    read = cells_of(book)
    for name, cells in written.items():
        if name not in read:
            yield finding("SC215", Place(book.file.name, sheet=name))
            continue
        yield from (edit_finding(book.file.name, each) for each in edits(name, cells, read[name], sortable.get(name)))
        yield from moved_rows(book.file.name, name, cells, read[name], sortable.get(name))
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
    was, read = cut(shown(edit.was)) or "–", cut(shown(edit.reads)) or "–"
    if was == read and (kinds := _kinds(edit)) is not None:
        return finding("SC226", place, value=was, was=kinds[0], read=kinds[1])
    return _of_texts("SC210", "SC281", place, edit) or finding("SC210", place, was=was, read=read)


def _of_texts(plain: str, alike: str, place: Place, edit: Edit) -> Finding | None:
    """Return the finding about two texts, shown where they differ; by its characters where nobody sees it. None for anything else."""
    was, read = shown(edit.was), shown(edit.reads)
    if not (was and read and edit.was[0] == edit.reads[0] == "t"):
        return None
    first, second = windows(was, read)
    if not look_alike(was, read):
        return finding(plain, place, was=first, made=first, read=second)
    at = parted(was, read)
    old, new = (characters_at(each, at) or phrase("nothing") for each in (was, read))
    return finding(alike, place, was=first, read=second, at=at + 1, old=old, new=new)


def differences(file: str, published: Cells, derived: Cells, sheet: str, sortable: Position | None = None) -> Iterator[Finding]:
    """Yield the cells of a published sheet that another making of the same result gives otherwise."""
    for each in edits(sheet, derived, published, sortable):
        place = Place(file, sheet=sheet, cell=cell_name(each.row, each.column))
        read, made = cut(shown(each.reads)) or "–", cut(shown(each.was)) or "–"
        if read == made and (kinds := _kinds(each)) is not None:
            yield finding("SC227", place, value=read, read=kinds[1], made=kinds[0])
        else:
            yield _of_texts("SC217", "SC282", place, each) or finding("SC217", place, read=read, made=made)


def _kinds(edit: Edit) -> tuple[Phrase, Phrase] | None:
    """Return what a cell was and what it is now, where that is of two kinds: a number that became a text, or a formula."""
    return None if edit.was[:1] == edit.reads[:1] else (kind_of(edit.was), kind_of(edit.reads))
