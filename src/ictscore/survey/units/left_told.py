"""Tells of what was left over on the sheets that were read: when it is known whose they are, and what else was told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ictscore.rulebook.model import Rulebook
from ictscore.spelling import fold
from ictscore.survey.drafts import Draft
from ictscore.survey.labels.body_names import begins_like_a_body
from ictscore.survey.matching.names import Names
from ictscore.survey.noting import LeftCell, Notes
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.units.settled import Settled
from ictscore.survey.units.told_of import told_by_sheet
from ictscore.words import N_, Phrase, phrase

_MOST_NAMED = 12
"""How many cells one message names."""


def tell_left(notes: Notes, drafts: Sequence[Draft], settled: Sequence[Settled], names: Names | None, rulebook: Rulebook) -> None:
    """Report, once for each sheet, the cells that nothing has understood, told of or explained by whose form it is.

    Nothing is said of files that were left aside: none of the ``drafts`` comes from them.
    """
    told = told_by_sheet(notes)
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
        cells = [each for each in left.cells if who.tells(each) and not told[key].holds(each, left) and not who.is_named(each)]
        for cell in (each for each in cells if each.code):
            notes.add(cell.code, cell.place, **cell.values)
        rest = [each for each in cells if not each.code]
        if rest:
            _tell(rest, notes, is_cut=left.is_cut)


def _tell(cells: Sequence[LeftCell], notes: Notes, *, is_cut: bool) -> None:
    kinds: dict[object, list[LeftCell]] = {}
    for each in cells:
        kinds.setdefault(each.column if each.is_beside else (each.place, each.text, each.is_comment), []).append(each)
    named = [*kinds.values()][:_MOST_NAMED]
    further = len(kinds) - len(named)
    more = phrase(N_(" and {count} more"), count=further) if further else ""
    if is_cut:
        more = phrase(N_(" and at least {count} more"), count=further + 1)
    first, *others = dict.fromkeys(each[0].place for each in named)
    notes.add("SV613", first, *others, read=tuple(_named(each, is_cut=is_cut) for each in named), more=more)


def _named(cells: Sequence[LeftCell], *, is_cut: bool) -> Phrase:
    first = cells[0]
    if first.is_comment:
        return phrase(N_("{cell}, comment “{read}”"), cell=first.place.cell or first.place.sheet, read=shown(first.text))
    if not first.column:
        return phrase(N_("header or footer “{read}”"), read=shown(first.text))
    values = {"cell": first.place.cell or first.place.sheet, "read": _shown(first)}
    if len(cells) == 1:
        return phrase(N_("{cell} “{read}”"), **values)
    told = N_("{cell} “{read}” and at least {count} more below it") if is_cut else N_("{cell} “{read}” and {count} more below it")
    return phrase(told, count=len(cells) - 1, **values)


def _shown(cell: LeftCell) -> str:
    """Return what a message shows of a cell: of a long text the lines that are not usual."""
    whole = shown(cell.text)
    return whole if whole == cell.text else shown(cell.unusual)


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
        self._names_of = names
        self._units = frozenset(each.unit for each in owners.settled)
        roles = ((each.role or "").partition(",")[0] for each in rulebook.procedure)
        issuer = rulebook.decision.issuer or ""
        province = rulebook.jurisdiction or ""
        bodies = (f"{each} {province}" for each in ("ủy ban nhân dân", "UBND", "hội đồng nhân dân") if province)
        told = (*bodies, *owners.names(), *self._above(), *roles, issuer, province)
        self._known = frozenset(fold(each) for each in told) - {""}
        self._groups = frozenset(each.group for each in owners.settled)
        self._others: tuple[str, ...] | None = None

    def tells(self, cell: LeftCell) -> bool:
        """Return whether a cell is one to be told: a usual one only where it names another group, or another unit signs."""
        if not cell.is_usual:
            return True
        if cell.group:
            return bool(self._groups) and cell.group not in self._groups
        return any(each in f" {fold(cell.text)} " for each in self._other_units())

    def _other_units(self) -> tuple[str, ...]:
        """Return the names of all units but those of the sheet, those above them, whoever runs the round, and parts of such names."""
        if self._others is None:
            known = [f" {each} " for each in self._known]
            names = [fold(each.name) for each in self._names_of.units.units] if self._names_of is not None and self._units else []
            self._others = tuple(f" {each} " for each in names if not any(f" {each} " in own for own in known))
        return self._others

    def is_named(self, cell: LeftCell) -> bool:
        """Return whether all that is not usual in a cell are such names, also where one is broken over the cells above and below."""
        if cell.is_beside or cell.is_comment:
            return False
        if all(map(self._names, cell.lines or (cell.text,))):
            return True
        above, below = cell.around
        wholes = (f"{above} {cell.text}", f"{cell.text} {below}", f"{above} {cell.text} {below}")
        return any(self._names(each) for each in wholes)

    def _names(self, text: str) -> bool:
        folded = fold(text)
        if folded in self._known:
            return True
        found = self._names_of.matcher.match(text) if self._names_of is not None else None
        is_whole = found is not None and (found.step == "exact" or (found.step == "kind" and begins_like_a_body(text)))
        if found is None or found.unit is None or not is_whole:
            return False
        return found.unit.name in self._units or fold(found.unit.name) in self._known

    def _above(self) -> Iterator[str]:
        """Yield the names of all units to which those of the sheet belong."""
        if self._names_of is None:
            return
        for unit in self._names_of.units.units:
            if unit.name in self._units:
                each = unit
                while each.parent is not None:
                    each = self._names_of.units.unit(each.parent)
                    yield each.name
