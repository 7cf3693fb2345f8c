"""The seal of a results workbook: every cell as it was written, packed into the workbook itself, so that each later edit can be named."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import NotANumber, fraction_text, from_stored
from ictscore.survey.sheets.cells import Cell
from ictscore.words import N_, Phrase, phrase, say_number

Position = tuple[int, int]
Cells = Mapping[Position, str]
Row = tuple[tuple[int, str], ...]

CHUNK = 30_000
_MOST_UNPACKED = 200_000_000


@dataclass(frozen=True, slots=True)
class Edit:
    """A cell that is not as it was written; ``was`` is blank for one that was added, ``reads`` for one that was emptied.

    ``is_inside`` tells whether it stands among what was written, or beside it.
    """

    sheet: str
    row: int
    column: int
    was: str
    reads: str
    is_inside: bool = True


def sealed_text(text: str) -> str:
    """Return how a text is sealed."""
    return f"t{text}"


def sealed_number(value: Fraction | float) -> str:
    """Return how a number is sealed: as a spreadsheet keeps it, at 15 digits.

    >>> sealed_number(Fraction(171, 20)), sealed_number(Fraction(2, 3))
    ('n171/20', 'n666666666666667/1000000000000000')
    """
    return f"n{fraction_text(from_stored(repr(float(value))))}"


def sealed_cell(cell: Cell) -> str:
    """Return how a cell that was read would be sealed; a formula, whatever it shows, is none of what was written."""
    if cell.is_formula:
        return f"f{cell.text}"
    if cell.kind == "number":
        try:
            return f"n{fraction_text(from_stored(cell.text))}"
        except NotANumber:
            return f"x{cell.text}"
    return f"t{cell.text}" if cell.kind == "text" else f"x{cell.text}"


def shown(sealed: str) -> str:
    """Return a sealed value for reading: numbers with their decimals, as the cell has them.

    >>> shown("n4651/50"), shown("tSở Tài chính"), shown("")
    ('93.02', 'Sở Tài chính', '')
    """
    return say_number(Fraction(sealed[1:])) if sealed.startswith("n") else sealed[1:]


_KINDS = {"n": N_("a number"), "t": N_("a text"), "f": N_("the result of a formula"), "x": N_("another kind of value"), "": N_("nothing")}


def kind_of(sealed: str) -> Phrase:
    """Return of which kind a sealed value is."""
    return phrase(_KINDS[sealed[:1]])


def pack(sheets: Mapping[str, Cells]) -> tuple[str, tuple[str, ...]]:
    """Return the digest of what was written and the texts it is packed into, each short enough for a cell."""
    rows = {name: [[row, column, value] for (row, column), value in sorted(cells.items())] for name, cells in sheets.items()}
    return pack_data(json.dumps(rows, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode())


def pack_data(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the digest of ``data`` and the texts it is packed into."""
    text = base64.b64encode(zlib.compress(data, 9)).decode("ascii")
    chunks = tuple(text[start : start + CHUNK] for start in range(0, len(text), CHUNK))
    return hashlib.sha256(data).hexdigest(), chunks


def unpack(digest: str, chunks: Sequence[str]) -> dict[str, dict[Position, str]] | None:
    """Return what was written, by sheet and position, or None where the seal is not the one that was made."""
    data = unpack_data(digest, chunks)
    try:
        return None if data is None else {name: _unpacked(cells) for name, cells in json.loads(data).items()}
    except (ValueError, TypeError, AttributeError):
        return None


def _unpacked(cells: list[tuple[int, int, str]]) -> dict[Position, str]:
    return {(row, column): value for row, column, value in cells}


def unpack_data(digest: str, chunks: Sequence[str]) -> bytes | None:
    """Return what was packed, or None where the texts are not those that were made."""
    try:
        text, unpacker = "".join(chunks), zlib.decompressobj()
        packed = base64.b64decode(text, validate=True)
        if base64.b64encode(packed).decode("ascii") != text:  # bits that stand for nothing were changed
            return None
        data = unpacker.decompress(packed, _MOST_UNPACKED)
    except (ValueError, zlib.error):
        return None
    return data if unpacker.eof and not unpacker.unused_data and hashlib.sha256(data).hexdigest() == digest else None


def same_rows(written: Cells, read: Cells, sortable: Position | None = None) -> dict[int, int]:
    """Return which row of those that were written each row is now, as far as its cells are the same.

    Rows may stand in another order: all of them, or where ``sortable`` is given only those from its first to its last row.
    """
    was, now = _rows(written), _rows(read)
    unmoved = {number for number, row in was.items() if now.get(number) == row}
    same = {number: number for number in unmoved}
    first, last = sortable or (1, max((*was, *now), default=1))
    free: dict[Row, list[int]] = defaultdict(list)
    for number, row in now.items():
        if number not in unmoved and first <= number <= last:
            free[row].append(number)
    for number, row in was.items():
        if number not in unmoved and first <= number <= last and free[row]:
            same[free[row].pop(0)] = number
    return same


def edits(sheet: str, written: Cells, read: Cells, sortable: Position | None = None) -> Iterator[Edit]:
    """Yield the cells of a sheet that are not as they were written; rows that were only sorted are no edits."""
    was, now = _rows(written), _rows(read)
    bottom, right = max(row for row, _ in written), max(column for _, column in written)
    same = same_rows(written, read, sortable)
    kept = set(same.values())
    left = [number for number in was if number not in kept]
    over = sorted(number for number in now if number not in same)
    for first, second in _paired(left, over, was, now):
        old, new, at = dict(was.get(first, ())), dict(now.get(second, ())), second or first
        for column in sorted({*old, *new}):
            if old.get(column, "") != new.get(column, ""):
                inside = at <= bottom and column <= right
                yield Edit(sheet, at, column, old.get(column, ""), new.get(column, ""), inside)


def _paired(left: list[int], over: list[int], was: Mapping[int, Row], now: Mapping[int, Row]) -> Iterator[Position]:
    """Yield rows that were written with the rows that are left of them now: in their place, else the ones most alike; 0 for none.

    One that stands whole where it may not stand is told twice: as missing here, and as added there.
    """
    remaining = list(over)
    unmatched = []
    for number in left:
        if number in remaining:
            remaining.remove(number)
            yield number, number
        else:
            unmatched.append(number)
    for number in unmatched:
        likeness = [(len({*was[number]} & {*now[each]}), -each) for each in remaining if now[each] != was[number]]
        if likeness and max(likeness)[0]:
            found = -max(likeness)[1]
            remaining.remove(found)
            yield number, found
        else:
            yield number, 0
    yield from ((0, each) for each in remaining)


def _rows(cells: Cells) -> dict[int, Row]:
    rows: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for (row, column), value in sorted(cells.items()):
        rows[row].append((column, value))
    return {number: tuple(row) for number, row in rows.items()}
