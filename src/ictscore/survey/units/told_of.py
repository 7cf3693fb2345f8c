"""What findings speak of on each sheet: cells, rows, columns, everything below a row, words; what is told once is not told again."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.survey.noting import LeftCell, LeftOver, Notes
from ictscore.survey.sheets.addresses import Range, parse_column, parse_range, parse_row
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.limits import LAST_COLUMN, LAST_ROW

_OF_COLUMNS = frozenset(
    ("SV403", "SV406", "SV421", "SV429", "SV430", "SV432", "SV437", "SV440", "SV471", "SV472", "SV481", "SV482", "SV508", "SV548")
)
"""What is said once of a column that was not read, at its heading or its first cell."""
_OF_ROWS = frozenset(("SV404", "SV407", "SV444", "SV446", "SV447", "SV508", "UN115"))
"""What is said of a row that holds no answers."""
_OF_WORDS = frozenset(("SV453", "SV454", "SV455"))
"""What is said of words, which may stand in several cells of a row."""
_OF_ANSWERS = ("SV1", "SV2", "SV3")
"""What is said of an answer as it was read: the same word elsewhere may mean something else."""
_SAY_NOTHING_OF = frozenset({"SV420"})
"""What is said at a cell and not of it: which column was read as the answers."""
_BELOW_ALL = frozenset({"SV456"})
"""What is said once of all texts below a form."""
_FROM_HERE_ON = frozenset({"SV424", "SV434"})
"""What is said of a row and all below it."""
_HIGH = 50
"""From how many rows on an area is kept as a whole."""


@dataclass(slots=True)
class Told:
    """What findings on one sheet speak of: cells and rows, whole columns with their headings, all from a row on.

    ``texts`` are the words that were told of: what says the same once more is told with them, and what is a part of its row's ``words``.
    """

    spans: dict[int, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    areas: list[Range] = field(default_factory=list)
    columns: set[int] = field(default_factory=set)
    rows: set[int] = field(default_factory=set)
    below: bool = False
    on_from: int = 0
    words: dict[int, str] = field(default_factory=dict)
    texts: set[str] = field(default_factory=set)

    def holds(self, cell: LeftCell, left: LeftOver) -> bool:
        """Return whether a cell that is ``left`` over was told of."""
        if (not cell.row or any(map(str.isalpha, cell.text))) and shown(cell.text) in self.texts:
            return True
        if cell.is_comment:
            return False
        if any(left <= cell.column <= right for left, right in self.spans.get(cell.row, ())):
            return True
        if any(each.holds(cell.row, cell.column) for each in self.areas):
            return True
        if cell.is_beside or cell.row < left.first:
            return cell.column in self.columns and (cell.is_beside or cell.row in left.heads)
        is_told = cell.row in self.rows or (cell.text in self.words.get(cell.row, "")) or 0 < self.on_from <= cell.row
        return is_told or (self.below and cell.is_below and not cell.is_figure)

    def take(self, finding: Finding, place: Place, first: int) -> None:
        """Take what a finding speaks of at one of its places."""
        first_row, last_row = finding.values.get("first"), finding.values.get("last")
        if isinstance(first_row, int) and isinstance(last_row, int):
            self._add(Range(first_row, 1, last_row, LAST_COLUMN))
        read = str(finding.values.get("read", ""))
        self.texts |= {read} if not finding.code.startswith(_OF_ANSWERS) else set()
        columns = finding.values.get("columns", ())
        self.columns |= {parse_column(str(each).split()[0]) for each in columns} if isinstance(columns, tuple) else set()
        area = _area(place.cell) if place.cell else None
        if area is None:
            return
        if finding.code not in _SAY_NOTHING_OF:
            self._add(area)
        if finding.code in _OF_WORDS:
            self.words[area.top] = f"{self.words.get(area.top, '')} {read}"
        if area.top >= first and finding.code in _OF_ROWS:
            self.rows.add(area.top)
        self.below |= finding.code in _BELOW_ALL
        self.on_from = min(self.on_from or area.top, area.top) if finding.code in _FROM_HERE_ON else self.on_from
        if area.left == area.right and finding.code in _OF_COLUMNS and (area.top < first or "column" in finding.values):
            self.columns.add(area.left)

    def _add(self, area: Range) -> None:
        """Take cells that a finding speaks of; low areas are kept row by row, for there may be thousands of them."""
        if area.bottom - area.top >= _HIGH:
            self.areas.append(area)
            return
        for row in range(area.top, area.bottom + 1):
            self.spans[row].append((area.left, area.right))


def told_by_sheet(notes: Notes) -> dict[tuple[str, str], Told]:
    """Return what was told on each sheet on which something was left over."""
    found: dict[tuple[str, str], Told] = defaultdict(Told)
    wanted = {(each.place.file, each.place.sheet): each for each in notes.left}
    for each in notes.findings() if wanted else ():
        for place in (each.place, *each.related):
            if (left := wanted.get((place.file, place.sheet))) is not None:
                found[place.file, place.sheet].take(each, place, left.first)
    return found


def _area(cell: str) -> Range | None:
    """Return the cells of an address, which may be that of whole rows or columns."""
    first, _, last = cell.partition(":")
    top, bottom = parse_row(first), parse_row(last)
    if top is not None and bottom is not None:
        return Range(top, 1, bottom, LAST_COLUMN)
    if first.isalpha() and last.isalpha():
        return Range(1, parse_column(first), LAST_ROW, parse_column(last))
    return parse_range(cell)
