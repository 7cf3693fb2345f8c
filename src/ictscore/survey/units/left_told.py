"""Tells of what was left over on the sheets that were read: when it is known whose they are, and what else was told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.rulebook.model import Rulebook
from ictscore.spelling import fold
from ictscore.survey.drafts import Draft
from ictscore.survey.matching.names import Names
from ictscore.survey.noting import LeftCell, Notes
from ictscore.survey.sheets.addresses import Range, parse_column, parse_range, parse_row
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.limits import LAST_COLUMN, LAST_ROW
from ictscore.survey.units.settled import Settled
from ictscore.words import N_, Phrase, phrase

_MOST_NAMED = 8
"""How many cells one message names."""
_HIGH = 50
"""From how many rows on an area is kept as a whole."""
_BELOW_ALL = frozenset({"SV456"})
"""What is said once of all texts below a form."""
_FROM_HERE_ON = frozenset({"SV424", "SV434"})
"""What is said of a row and all below it."""


def tell_left(notes: Notes, drafts: Sequence[Draft], settled: Sequence[Settled], names: Names | None, rulebook: Rulebook) -> None:
    """Report, once for each sheet, the cells that nothing has understood, told of or explained by whose form it is.

    Nothing is said of files that were left aside: none of the ``drafts`` comes from them.
    """
    told = _told_by_sheet(notes)
    owners: dict[tuple[str, str], _Owners] = defaultdict(_Owners)
    for draft in drafts:
        owners[draft.origin.place.file, ""].drafts.append(draft)
        owners[draft.origin.place.file, draft.origin.place.sheet].drafts.append(draft)
    for each in settled:
        owners[each.draft.origin.place.file, ""].settled.append(each)
        owners[each.draft.origin.place.file, each.draft.origin.place.sheet].settled.append(each)
    for left in notes.left:
        key, whole = (left.place.file, left.place.sheet), (left.place.file, "")
        if whole not in owners:
            continue
        who = _Who(owners[key if key in owners else whole], names, rulebook)
        cells = [each for each in left.cells if not told[key].holds(each, left.first) and not who.is_named(each)]
        if cells:
            _tell(cells, notes, is_cut=left.is_cut)


def _tell(cells: Sequence[LeftCell], notes: Notes, *, is_cut: bool) -> None:
    kinds: dict[object, list[LeftCell]] = {}
    for each in cells:
        kinds.setdefault(each.column if each.is_beside else (each.place, each.text), []).append(each)
    named = [*kinds.values()][:_MOST_NAMED]
    further = len(kinds) - len(named)
    more = phrase(N_(" and {count} more"), count=further) if further else ""
    if is_cut:
        more = phrase(N_(" and at least {count} more"), count=further + 1)
    first, *others = dict.fromkeys(each[0].place for each in named)
    notes.add("SV613", first, *others, read=tuple(_named(each, is_cut=is_cut) for each in named), more=more)


def _named(cells: Sequence[LeftCell], *, is_cut: bool) -> Phrase:
    first = cells[0]
    if not first.row:
        return phrase(N_("header or footer “{read}”"), read=shown(first.text))
    values = {"cell": first.place.cell or first.place.sheet, "read": shown(first.text)}
    if len(cells) == 1:
        return phrase(N_("{cell} “{read}”"), **values)
    told = N_("{cell} “{read}” and at least {count} more below it") if is_cut else N_("{cell} “{read}” and {count} more below it")
    return phrase(told, count=len(cells) - 1, **values)


@dataclass(slots=True)
class _Told:
    """What findings on one sheet speak of: cells and rows, whole columns (``headed``: with their headings), all from a row on.

    ``texts`` are the words that were told of: what says the same once more is told with them.
    """

    spans: dict[int, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    areas: list[Range] = field(default_factory=list)
    columns: set[int] = field(default_factory=set)
    headed: set[int] = field(default_factory=set)
    rows: set[int] = field(default_factory=set)
    below: bool = False
    on_from: int = 0
    texts: set[str] = field(default_factory=set)

    def add(self, area: Range) -> None:
        """Take cells that a finding speaks of; low ones are kept row by row, for there may be thousands of them."""
        if area.bottom - area.top >= _HIGH:
            self.areas.append(area)
            return
        for row in range(area.top, area.bottom + 1):
            self.spans[row].append((area.left, area.right))

    def holds(self, cell: LeftCell, first: int) -> bool:
        """Return whether a cell was told of; ``first`` is the first row of answers."""
        if (not cell.row or any(map(str.isalpha, cell.text))) and shown(cell.text) in self.texts:
            return True
        if any(left <= cell.column <= right for left, right in self.spans.get(cell.row, ())):
            return True
        if any(each.holds(cell.row, cell.column) for each in self.areas):
            return True
        if cell.is_beside or (cell.row < first and cell.column in self.headed):
            return cell.column in self.columns
        is_among = cell.row > first
        return is_among and (cell.row in self.rows or (self.below and cell.is_below) or 0 < self.on_from <= cell.row)


def _told_by_sheet(notes: Notes) -> dict[tuple[str, str], _Told]:
    found: dict[tuple[str, str], _Told] = defaultdict(_Told)
    wanted = {(each.place.file, each.place.sheet): each for each in notes.left}
    for each in notes.findings() if wanted else ():
        for place in (each.place, *each.related):
            if (left := wanted.get((place.file, place.sheet))) is not None:
                _take(found[place.file, place.sheet], each, place, left.first)
    return found


def _take(told: _Told, finding: Finding, place: Place, first: int) -> None:
    area = _area(place.cell) if place.cell else None
    first_row, last_row = finding.values.get("first"), finding.values.get("last")
    if isinstance(first_row, int) and isinstance(last_row, int):
        told.add(Range(first_row, 1, last_row, LAST_COLUMN))
    told.texts.add(str(finding.values.get("read", "")))
    if area is None:
        return
    told.add(area)
    if area.top >= first:
        told.rows.add(area.top)
    told.below |= finding.code in _BELOW_ALL
    told.on_from = min(told.on_from or area.top, area.top) if finding.code in _FROM_HERE_ON else told.on_from
    named = finding.values.get("columns", ())
    told.columns |= {parse_column(str(each).split()[0]) for each in named} if isinstance(named, tuple) else set()
    is_of_column = "column" in finding.values or area.bottom == LAST_ROW
    told.headed |= {area.left} if is_of_column else set()
    told.columns |= {area.left} if area.left == area.right and (area.top < first or is_of_column) else set()


def _area(cell: str) -> Range | None:
    """Return the cells of an address, which may be that of whole rows or columns."""
    first, _, last = cell.partition(":")
    top, bottom = parse_row(first), parse_row(last)
    if top is not None and bottom is not None:
        return Range(top, 1, bottom, LAST_COLUMN)
    if first.isalpha() and last.isalpha():
        return Range(1, parse_column(first), LAST_ROW, parse_column(last))
    return parse_range(cell)


@dataclass(slots=True)
class _Owners:
    """What is known of whose a sheet is: what it says itself and what its stamp says, and which units that was settled to be."""

    drafts: list[Draft] = field(default_factory=list)
    settled: list[Settled] = field(default_factory=list)

    def names(self) -> Iterator[str]:
        """Yield the names."""
        for each in self.settled:
            yield from (each.unit, each.parent or "")
        for draft in self.drafts:
            yield from (draft.unit.text, draft.parent.text, draft.origin.stamp.unit)


class _Who:
    """The names by which whose sheet it is may be said on it: its units, those they belong to, and whoever runs the round."""

    def __init__(self, owners: _Owners, names: Names | None, rulebook: Rulebook) -> None:
        self._names = names
        self._units = frozenset(each.unit for each in owners.settled)
        self._is_table = any(each.origin.kind == "table" for each in owners.drafts)
        roles = ((each.role or "").partition(",")[0] for each in rulebook.procedure)
        issuer = rulebook.decision.issuer or ""
        told = (*owners.names(), *self._above(), *roles, issuer, rulebook.jurisdiction or "")
        self._known = frozenset(fold(each) for each in told)
        whole = () if self._is_table else self._known
        self._whole = tuple(f" {each} " for each in whole)

    def is_named(self, cell: LeftCell) -> bool:
        """Return whether a text is such a name, or a part of one that was broken over lines."""
        if cell.is_beside:
            return False
        folded = fold(cell.text)
        if folded in self._known or (" " in folded and any(f" {folded} " in each for each in self._whole)):
            return True
        found = self._names.matcher.match(cell.text) if self._names is not None else None
        if found is None or found.unit is None or found.step not in ("exact", "kind"):
            return False
        return self._is_table or found.unit.name in self._units or fold(found.unit.name) in self._known

    def _above(self) -> Iterator[str]:
        """Yield the names of all units to which those of the sheet belong."""
        if self._names is None:
            return
        for unit in self._names.units.units:
            if unit.name in self._units:
                each = unit
                while each.parent is not None:
                    each = self._names.units.unit(each.parent)
                    yield each.name
