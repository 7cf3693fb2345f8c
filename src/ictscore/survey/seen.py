"""Who came already: each unit once in its group, and all the files that one unit sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ictscore.survey.matching.questions import kept_name
from ictscore.survey.noting import Notes
from ictscore.survey.unit_names import fold_name
from ictscore.words import N_, Phrase, phrase

if TYPE_CHECKING:
    from ictscore.survey.who import Settled

_NO_TIME = ("", "1980-01-01")
"""No time of its own, or that of a form nobody has saved since it was made."""


class Seen:
    """Remembers the entries of every unit."""

    def __init__(self, notes: Notes) -> None:
        """Begin with nobody."""
        self._notes = notes
        self._entries: dict[str, dict[tuple[str, str], list[Settled]]] = {}
        self._counted: dict[int, Settled] = {}
        self.list_ids: set[str] = set()
        """The ids of the list's units that came, whatever became of their entries."""

    def has(self, group: str, name: str | None = None) -> bool:
        """Return whether anybody, or a unit of this name, is in a group."""
        named = self._entries.values() if name is None else (self._entries.get(fold_name(name), {}),)
        return any(slot[0] == group for slots in named for slot in slots)

    def came_before(self, entry: Settled) -> bool:
        """Return whether the unit has an entry already in its group, under the same parent; one in another group is only reported."""
        slots = self._entries.setdefault(fold_name(entry.unit), {})
        slot = (entry.group, fold_name(entry.parent or ""))
        if slot in slots:
            first = slots[slot][0]
            if _is_file(entry) and _is_file(first) and entry.place.file != first.place.file:
                slots[slot].append(entry)
            else:
                self._notes.add_twice("UN102", entry.place, first.place, unit=entry.unit, group=entry.group)
            return True
        for (other, _), entries in slots.items():
            if other != entry.group:
                self._notes.add("UN113", entry.place, entries[0].place, unit=entry.unit, group=entry.group, other=other)
        slots[slot] = [entry]
        return False

    def report_files(self) -> None:
        """Report the units that sent several files, all of them with their times; until somebody decides the newest is read."""
        for entries in (each for slots in self._entries.values() for each in slots.values() if len(each) > 1):
            first, *others = entries
            own = [each for each in entries if not each.is_doubtful] or entries
            dated = sorted((each for each in own if _time(each)), key=_time)
            is_clear = bool(dated) and len({_time(each) for each in dated[-2:]}) == len(dated[-2:])
            newest = kept_name(dated[-1].place.file) if is_clear else ""
            counted = dated[-1] if is_clear else own[0]
            self._counted[id(first.draft)] = counted
            self._notes.add(
                "UN125",
                others[-1].place,
                *(each.place for each in entries[:-1]),
                unit=first.unit,
                count=len(entries),
                files=tuple(map(_shown, entries)),
                newest=newest or phrase(N_("not known")),
                counted=kept_name(counted.place.file),
            )

    def counted(self, entry: Settled) -> Settled:
        """Return the entry that is read for a unit: its own, or of several files the newest."""
        return self._counted.get(id(entry.draft), entry)


def _is_file(entry: Settled) -> bool:
    return entry.draft.origin.kind == "form"


def _time(entry: Settled) -> str:
    """Return when a file says it was saved, in a form that sorts; nothing where it does not say."""
    said = entry.draft.origin.stamp.modified
    return "" if said[:10] in _NO_TIME else said


def _shown(entry: Settled) -> Phrase:
    """Return the name of a file with its time."""
    return phrase(N_("{file} (saved {time})"), file=kept_name(entry.place.file), time=_shown_time(entry))


def _shown_time(entry: Settled) -> object:
    time = _time(entry)
    return f"{time[8:10]}/{time[5:7]}/{time[:4]} {time[11:16]}".strip() if time else phrase(N_("no time of its own"))
