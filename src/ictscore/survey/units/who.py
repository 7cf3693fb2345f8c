"""Who was assessed: every row or form gets its unit and group, each unit once, held against the groups' lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from ictscore.nearest import did_you_mean
from ictscore.places import Place
from ictscore.rulebook.groups import Group
from ictscore.rulebook.unit_list import UnitSpec
from ictscore.survey.drafts import Draft, Said
from ictscore.survey.labels.body_names import begins_like_a_body, names_bodies
from ictscore.survey.labels.characters import code_points
from ictscore.survey.labels.totals import reads_like_a_total, reads_like_no_unit
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import GROUP, PLAIN_NAMES
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.matching.names import Hints, Names
from ictscore.survey.matching.questions import kept_name, option_of
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.units.letterhead import hosts_of, named_above, sender_above
from ictscore.survey.units.letterhead_doubts import named_otherwise
from ictscore.survey.units.nameless import tell_nameless
from ictscore.survey.units.names_typed import clean_name, no_name
from ictscore.survey.units.parents import check_parents
from ictscore.survey.units.seen import Seen
from ictscore.survey.units.settled import Settled
from ictscore.survey.units.whose_figures import whose_figures


def settle(drafts: Iterable[Draft], vocabulary: Vocabulary, notes: Notes, names: Names | None = None) -> list[Settled]:
    """Return the entries of the units to be assessed, in the order read; everything doubtful is reported.

    ``names`` is what the list of units says; without one every name stands for itself.
    """
    settler = _Settler(vocabulary, notes, names)
    settled = [found for draft in drafts if (found := settler.settle(draft)) is not None]
    settler.check_lists(settled)
    settled = [settler.counted(each) for each in settled]
    check_parents(settled, vocabulary, notes, names)
    return settled


class _Settler:
    """Settles one entry after the other and remembers who was there."""

    def __init__(self, vocabulary: Vocabulary, notes: Notes, names: Names | None) -> None:
        self._vocabulary, self._notes, self._names = vocabulary, notes, names
        self._groups = {group.id: group for group in vocabulary.rulebook.groups}
        self._members = {group.id: {fold_name(name) for name in all_names(group)} for group in self._groups.values()}
        self._excluded = {group.id: {fold_name(name) for name in group.excluded} for group in self._groups.values()}
        self._hosts = hosts_of(vocabulary.rulebook, names.matcher) if names is not None else frozenset()
        self._seen = Seen(notes, self._groups.values())

    def settle(self, draft: Draft) -> Settled | None:
        name = self._name(draft)
        if name is None:
            return None
        unit = self._listed(draft, name)
        if unit == "asked":
            return None
        found = self._as_said(draft, name, unit) if isinstance(unit, str) else self._as_listed(draft, unit)
        if found is None or self._seen.came_before(found):
            return None
        if fold_name(found.unit) in self._excluded[found.group]:
            self._notes.add("UN108", found.place, unit=found.unit, group=self._groups[found.group].said)
            return None
        return found

    def counted(self, entry: Settled) -> Settled:
        """Return the entry that is read for a unit that sent several files."""
        return self._seen.counted(entry)

    def _listed(self, draft: Draft, name: str) -> UnitSpec | Literal["asked", "stranger", "no list"]:
        """Return the unit of the list that a name means."""
        if self._names is None:
            return "no list"
        stamp = draft.origin.stamp
        group = self._said_group(draft) or ""
        hints = Hints(group, draft.parent.text, clean_name(stamp.unit) if draft.origin.kind == "form" else "")
        return self._names.identify(name, draft, hints, self._notes)

    def _as_listed(self, draft: Draft, unit: UnitSpec) -> Settled | None:
        """Return an entry as the list has its unit; what is said of its group or parent must agree."""
        assert self._names is not None
        said, parent = self._said_group(draft), clean_name(draft.parent.text)
        place = draft.unit.place
        self._seen.list_ids.add(unit.id)
        if draft.group.text and said is None:
            self._report_unknown_group(draft)
            return None
        if said is not None and said != unit.group:
            at = draft.group.place if draft.group.text else place
            self._notes.add(
                "UN124",
                at,
                self._names.place_of(unit),
                unit=unit.name,
                read=self._groups[said].said,
                expected=self._groups[unit.group].said,
            )
            return None
        if parent and not self._names.is_parent(unit, parent):
            above = self._names.units.parent_name(unit)
            self._notes.add("UN129", draft.parent.place, self._names.place_of(unit), unit=unit.name, read=parent, expected=above)
            return None
        if not self._names.is_of_the_round(unit):
            ends = {"start": str(unit.valid_from or "…"), "end": str(unit.valid_to or "…")}
            self._notes.add("UN130", place, self._names.place_of(unit), unit=unit.name, **ends)
        self._hold_names(draft, unit)
        return Settled(draft, unit.name, unit.group, self._names.units.parent_name(unit) or parent or None)

    def _hold_names(self, draft: Draft, unit: UnitSpec) -> None:
        """Warn of a form whose file, sheet or letterhead names another unit, where it is not asked about, or answered, whose it is."""
        assert self._names is not None
        if draft.origin.kind == "form" and not draft.is_doubtful and not draft.confirmed.text and not draft.is_refused:
            place = draft.unit.place if draft.unit.place.file else draft.origin.place
            reason = named_otherwise(unit, place, self._names, self._hosts) or named_above(unit, draft, self._names, self._hosts)
            if reason is not None:
                self._notes.add("UN158", place, unit=unit.name, reason=reason)

    def _as_said(self, draft: Draft, name: str, how: str) -> Settled | None:
        """Return an entry whose name stands for itself: there is no list, or it does not have the name."""
        group = self._group(draft, name)
        if group is None:
            return None
        if fold_name(name) not in self._members[group] and reads_like_a_total(name) and not draft.is_blank():
            self._notes.add("UN115", draft.unit.place, unit=name)
        elif fold_name(name) not in self._members[group] and reads_like_no_unit(name):
            self._notes.add("SV447", draft.unit.place, unit=name)
        elif how == "stranger" and not self._groups[group].members and fold_name(name) not in self._members[group]:
            self._report_stranger(draft.unit.place, name, group)
        return Settled(draft, name, group, clean_name(draft.parent.text) or None)

    def _report_stranger(self, place: Place, name: str, group: str) -> None:
        assert self._names is not None
        units, said = self._names.units, self._groups[group].said
        known = tuple(each.name for each in units.of(group))
        if units.is_closed(group):
            self._notes.add("UN103", place, unit=name, group=said, nearest=did_you_mean(name, known), known=known)
        elif names_bodies(known) and not begins_like_a_body(name, (each.name for each in units.units)):
            self._notes.add("SV484", place, unit=name, group=said, list=kept_name(units.name))
        else:
            self._notes.add("UN123", place, unit=name, group=said, list=kept_name(units.name))

    def check_lists(self, settled: Sequence[Settled]) -> None:
        """Hold the units of each group against its list, or their number against the stated one; a group nobody is in was not asked for."""
        self._seen.report_files()
        for each in settled:
            group = self._groups[each.group]
            if group.members and fold_name(each.unit) not in self._members[group.id]:
                near = did_you_mean(each.unit, all_names(group))
                self._notes.add("UN103", each.place, unit=each.unit, group=group.said, nearest=near, known=group.members)
        asked_for = {group.id: self._seen.has(group.id) for group in self._groups.values()}
        for group in self._groups.values():
            if not asked_for[group.id]:
                continue
            for name, where in self._missing(group):
                self._notes.add("UN104", Place(), *where, unit=name, group=group.said)
            found = sum(1 for each in settled if each.group == group.id)
            if group.unit_count is not None and not group.members and found != group.unit_count:
                self._notes.add("UN110", Place(), group=group.said, found=found, expected=group.unit_count)

    def _missing(self, group: Group) -> Iterator[tuple[str, tuple[Place, ...]]]:
        """Yield the units of a group that were to be there and are not, each with where the list names it."""
        listed = self._names.expected_in(group.id) if self._names is not None else ()
        doubted = {fold_name(each.name) for each in listed if self._names is not None and each.id in self._names.in_doubt}
        told = doubted | self._excluded[group.id]
        for name in group.members:
            if not self._seen.has(group.id, name) and fold_name(name) not in told:
                told.add(fold_name(name))
                yield name, ()
        for unit in listed:
            assert self._names is not None
            if unit.id not in self._seen.list_ids and fold_name(unit.name) not in told:
                yield option_of(unit, self._names.units), (self._names.place_of(unit),)

    def _name(self, draft: Draft) -> str | None:
        """Return the unit's name, that of the stamp where the form leaves it out, or None with the reason reported."""
        said, stamp = draft.unit, draft.origin.stamp
        name = clean_name(said.text)
        stamped = clean_name(stamp.unit) if draft.origin.kind == "form" else ""
        if said.kind == "unreadable":
            return None
        if not name:
            if not stamped:
                return self._named_above(draft)
            draft.unit = Said(stamped, said.place if said.place.file else draft.origin.place)
            self._notes.add("SV526", draft.unit.place, unit=stamped)
            return stamped
        reason = no_name(said, name)
        if reason is not None:
            self._notes.add("UN112", said.place, read=shown(name), reason=reason)
            return None
        if odd := code_points(name):
            self._notes.add("UN111", said.place, unit=name, odd=odd)
        return whose_figures(draft, stamped, name, self._is_same, self._notes)

    def _named_above(self, draft: Draft) -> str | None:
        """Return the unit that the letterhead of a form names; None, with the reason reported, where it names none or more than one."""
        if self._names is not None and draft.above:
            above = sender_above(draft, self._names, self._hosts, self._notes)
            if above is not None:
                draft.unit = above
                return above.text or None
        tell_nameless(draft, self._notes, with_list=self._names is not None)
        return None

    def _is_same(self, stamped: str, name: str) -> bool:
        return self._names.is_same(stamped, name) if self._names is not None else fold_name(stamped) == fold_name(name)

    def _said_group(self, draft: Draft) -> str | None:
        """Return the group that is said in a column or on the form, else by the sheet’s name or the stamp."""
        groups = self._vocabulary.groups
        if draft.group.text:
            return groups.get(fold_name(draft.group.text))
        return groups.get(fold_name(draft.origin.place.sheet)) or groups.get(fold_name(draft.origin.stamp.group)) or None

    def _group(self, draft: Draft, name: str) -> str | None:
        """Return the group: as said, by the sheet’s name, by the stamp, the only one there is, or the only one that lists the unit."""
        said = self._said_group(draft)
        if draft.group.text:
            stamped = self._vocabulary.groups.get(fold_name(draft.origin.stamp.group))
            if said is None:
                self._report_unknown_group(draft)
                return None
            if draft.origin.kind == "form" and stamped is not None and stamped != said:
                self._notes.add("SV506", draft.group.place, stamped=self._groups[stamped].said, read=self._groups[said].said)
            return said
        lists = [group for group, names in self._members.items() if fold_name(name) in names]
        only = next(iter(self._groups)) if len(self._groups) == 1 else None
        found = said or only or (lists[0] if len(lists) == 1 else None)
        if found is None:
            self._notes.add("UN106", draft.unit.place, unit=name, column=PLAIN_NAMES[GROUP][1], known=self._group_names())
        return found

    def _report_unknown_group(self, draft: Draft) -> None:
        near = did_you_mean(draft.group.text, [name for group in self._groups.values() for name in (group.id, group.name)])
        self._notes.add("UN105", draft.group.place, read=shown(draft.group.text), nearest=near, known=self._group_names())

    def _group_names(self) -> tuple[str, ...]:
        return tuple(each.name for each in self._groups.values())


def all_names(group: Group) -> tuple[str, ...]:
    """Return all names that a group of the rulebook knows: its closed list, who is not ranked, who is not assessed."""
    return (*group.members, *group.unranked, *group.excluded)
