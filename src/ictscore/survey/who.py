"""Who was assessed: every row or form gets its unit and group, each unit once, held against the groups' lists."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ictscore.nearest import did_you_mean
from ictscore.places import Place
from ictscore.rulebook.groups import Group
from ictscore.survey.characters import code_points
from ictscore.survey.drafts import Draft, Said
from ictscore.survey.layout import GROUP, PARENT, PLAIN_NAMES
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.totals import reads_like_a_total
from ictscore.survey.unit_names import fold_name
from ictscore.survey.vocabulary import Vocabulary
from ictscore.words import N_, Phrase, phrase

_LONGEST_NAME = 255


class Settled(NamedTuple):
    """An entry whose unit and group are known."""

    draft: Draft
    unit: str
    group: str
    parent: str | None

    @property
    def place(self) -> Place:
        """Return where the unit's name stands."""
        return self.draft.unit.place


def settle(drafts: Iterable[Draft], vocabulary: Vocabulary, notes: Notes) -> list[Settled]:
    """Return the entries of the units to be assessed, in the order read; everything doubtful is reported."""
    settler = _Settler(vocabulary, notes)
    settled = [found for draft in drafts if (found := settler.settle(draft)) is not None]
    settler.check_lists(settled)
    _check_parents(settled, vocabulary, notes)
    return settled


class _Settler:
    """Settles one entry after the other and remembers who was there."""

    def __init__(self, vocabulary: Vocabulary, notes: Notes) -> None:
        self._vocabulary, self._notes = vocabulary, notes
        self._groups = {group.id: group for group in vocabulary.rulebook.groups}
        self._listed = {group.id: {fold_name(name) for name in _all_names(group)} for group in self._groups.values()}
        self._excluded = {group.id: {fold_name(name) for name in group.excluded} for group in self._groups.values()}
        self._places: dict[str, dict[tuple[str, str], Place]] = {}

    def settle(self, draft: Draft) -> Settled | None:
        name = self._name(draft)
        if name is None:
            return None
        group = self._group(draft, name)
        if group is None or self._came_before(name, (group, fold_name(draft.parent.text)), draft.unit.place):
            return None
        if fold_name(name) in self._excluded[group]:
            self._notes.add("UN108", draft.unit.place, unit=name, group=group)
            return None
        if fold_name(name) not in self._listed[group] and reads_like_a_total(name) and not draft.is_blank():
            self._notes.add("UN115", draft.unit.place, unit=name)
        return Settled(draft, name, group, clean_name(draft.parent.text) or None)

    def check_lists(self, settled: Sequence[Settled]) -> None:
        """Hold the units of each group against its list, or their number against the stated one; a group nobody is in was not asked for."""
        for each in settled:
            group = self._groups[each.group]
            if group.members and fold_name(each.unit) not in self._listed[group.id]:
                near = did_you_mean(each.unit, _all_names(group))
                self._notes.add("UN103", each.place, unit=each.unit, group=group.id, nearest=near, known=group.members)
        for group in self._groups.values():
            present = {name for name, places in self._places.items() if any(slot[0] == group.id for slot in places)}
            if not present:
                continue
            for name in group.members:
                if fold_name(name) not in present:
                    self._notes.add("UN104", Place(), unit=name, group=group.id)
            found = sum(1 for each in settled if each.group == group.id)
            if group.unit_count is not None and not group.members and found != group.unit_count:
                self._notes.add("UN110", Place(), group=group.id, found=found, expected=group.unit_count)

    def _name(self, draft: Draft) -> str | None:
        """Return the unit's name, that of the stamp where the form leaves it out, or None with the reason reported."""
        said, stamp = draft.unit, draft.origin.stamp
        name = clean_name(said.text)
        stamped = clean_name(stamp.unit) if draft.origin.kind == "form" else ""
        if said.kind == "unreadable":
            return None
        if not name:
            if not stamped:
                self._notes.add("UN101", said.place if said.place.file else draft.origin.place)
                return None
            draft.unit = Said(stamped, said.place if said.place.file else draft.origin.place)
            return stamped
        reason = _no_name(said, name)
        if reason is not None:
            self._notes.add("UN112", said.place, read=shown(name), reason=reason)
            return None
        if odd := code_points(name):
            self._notes.add("UN111", said.place, unit=name, odd=odd)
        if stamped and fold_name(stamped) != fold_name(name):
            self._notes.add("SV505", said.place, stamped=stamped, unit=name)
        return name

    def _group(self, draft: Draft, name: str) -> str | None:
        """Return the group: as said, by the sheet’s name, by the stamp, the only one there is, or the only one that lists the unit."""
        groups, said = self._vocabulary.groups, draft.group
        stamped = groups.get(fold_name(draft.origin.stamp.group)) or None
        if said.text:
            found = groups.get(fold_name(said.text))
            if found is None:
                near = did_you_mean(said.text, self._names())
                self._notes.add("UN105", said.place, read=shown(said.text), nearest=near, known=tuple(self._groups))
            elif draft.origin.kind == "form" and stamped is not None and stamped != found:
                self._notes.add("SV506", said.place, stamped=stamped, read=found)
            return found
        lists = [group for group, names in self._listed.items() if fold_name(name) in names]
        by_sheet = groups.get(fold_name(draft.origin.place.sheet))
        only = next(iter(self._groups)) if len(self._groups) == 1 else None
        found = by_sheet or stamped or only or (lists[0] if len(lists) == 1 else None)
        if found is None:
            self._notes.add("UN106", draft.unit.place, unit=name, column=PLAIN_NAMES[GROUP][1], known=tuple(self._groups))
        return found

    def _names(self) -> list[str]:
        return [name for group in self._groups.values() for name in (group.id, group.name)]

    def _came_before(self, name: str, slot: tuple[str, str], place: Place) -> bool:
        """Return whether the unit has an entry already in its group, under the same parent; one in another group is only reported."""
        before, group = self._places.setdefault(fold_name(name), {}), slot[0]
        if slot in before:
            self._notes.add("UN102", place, before[slot], unit=name, group=group)
            return True
        for (other, _), elsewhere in before.items():
            if other != group:
                self._notes.add("UN113", place, elsewhere, unit=name, group=group, other=other)
        before[slot] = place
        return False


def clean_name(text: str) -> str:
    """Return a name as it is shown: composed letters, single blanks.

    >>> clean_name(" Sở   Nội vụ ")
    'Sở Nội vụ'
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


def _no_name(said: Said, name: str) -> Phrase | None:
    """Return why a text is no unit's name."""
    if said.kind in ("error", "formula_without_value"):
        return phrase(N_("it is an error or a formula without a value"))
    if said.kind != "text":
        return phrase(N_("it is a number"))
    if not any(character.isalpha() for character in name):
        return phrase(N_("it has no letter"))
    return phrase(N_("it is longer than {limit} characters"), limit=_LONGEST_NAME) if len(name) > _LONGEST_NAME else None


def _all_names(group: Group) -> tuple[str, ...]:
    return (*group.members, *group.unranked, *group.excluded)


def _check_parents(settled: Sequence[Settled], vocabulary: Vocabulary, notes: Notes) -> None:
    """Report parents that nobody is, and units that want one."""
    known = {fold_name(each.unit) for each in settled}
    within = {group.id for group in vocabulary.rulebook.groups if group.ranked_within == "parent"}
    for each in settled:
        if each.parent is not None and fold_name(each.parent) not in known:
            notes.add("UN107", each.draft.parent.place, parent=each.parent, unit=each.unit)
        elif each.parent is None and each.group in within:
            notes.add("UN114", each.place, unit=each.unit, group=each.group, column=PLAIN_NAMES[PARENT][1])
