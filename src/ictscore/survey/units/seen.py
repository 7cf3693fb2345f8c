"""Who came already: each unit once in its group, and all the files and submissions that one unit sent."""

from __future__ import annotations

from collections.abc import Iterable

from ictscore.places import Place
from ictscore.rulebook.groups import Group
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.matching.questions import kept_name
from ictscore.survey.noting import Notes
from ictscore.survey.units.settled import Settled
from ictscore.words import N_, Phrase, phrase

_NO_TIME = ("", "1980-01-01")
"""No time of its own, or that of a form nobody has saved since it was made."""
_MINUTE, _SECOND = 16, 19
"""Where the minutes and the seconds of a time end: 2020-09-30T08:15:00."""


class Seen:
    """Remembers the entries of every unit."""

    def __init__(self, notes: Notes, groups: Iterable[Group]) -> None:
        """Begin with nobody."""
        self._notes = notes
        self._said = {each.id: each.said for each in groups}
        self._entries: dict[str, dict[tuple[str, str], list[Settled]]] = {}
        self._counted: dict[int, Settled] = {}
        self._copies: set[tuple[str, str]] = set()
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
            if (same := next((each for each in slots[slot] if _is_copy(entry, each)), None)) is not None:
                if (copy := (entry.place.file, same.place.file)) not in self._copies:
                    self._copies.add(copy)
                    self._notes.add("IO136", Place(entry.place.file), other=same.place.file)
                return True
            if _is_whole(entry) and _is_whole(first) and (entry.place.file != first.place.file or _is_export(entry)):
                slots[slot].append(entry)
            else:
                self._notes.add_twice("UN102", entry.place, first.place, unit=entry.unit, group=self._said[entry.group])
            return True
        for (other, _), entries in slots.items():
            if other != entry.group:
                self._notes.add(
                    "UN113", entry.place, entries[0].place, unit=entry.unit, group=self._said[entry.group], other=self._said[other]
                )
        slots[slot] = [entry]
        return False

    def report_files(self) -> None:
        """Report the units that sent several files or submissions, all with their times; until somebody decides the newest is read."""
        for entries in (each for slots in self._entries.values() for each in slots.values() if len(each) > 1):
            if any(map(_is_export, entries)):
                self._report_submissions(entries)
            else:
                self._report_files(entries)

    def _report_submissions(self, entries: list[Settled]) -> None:
        """Report the rows of exports, and forms beside them, that one unit sent; their clocks are not those of files."""
        last = entries[-1].place
        own = _without_doubtful(entries)
        dated = sorted(own, key=lambda each: each.draft.submitted.order)
        times = [each.draft.submitted.order for each in dated]
        is_clear = all(times) and times[-1:] != times[-2:-1]
        counted = dated[-1] if is_clear else own[0]
        self._counted[id(entries[0].draft)] = counted
        newest = _beside(counted, last)
        self._notes.add(
            "UN151",
            last,
            *(each.place for each in entries[:-1]),
            unit=entries[0].unit,
            count=len(entries),
            entries=tuple(_submitted(each, last) for each in entries),
            newest=newest if is_clear else phrase(N_("not known")),
            counted=newest,
        )

    def _report_files(self, entries: list[Settled]) -> None:
        first, *others = entries
        own = _without_doubtful(entries)
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
            files=tuple(_shown(each, seconds=len({_time(one)[:_MINUTE] for one in dated}) < len(dated)) for each in entries),
            newest=newest or phrase(N_("not known")),
            counted=kept_name(counted.place.file),
        )

    def counted(self, entry: Settled) -> Settled:
        """Return the entry that is read for a unit: its own, or of several files the newest."""
        return self._counted.get(id(entry.draft), entry)


def _is_copy(entry: Settled, other: Settled) -> bool:
    """Return whether an entry stands in another file that has the very bytes of the one that came."""
    mine, theirs = entry.draft.origin, other.draft.origin
    return mine.stamp.file_hash != "" and mine.stamp.file_hash == theirs.stamp.file_hash and mine.place.file != theirs.place.file


def _without_doubtful(entries: list[Settled]) -> list[Settled]:
    """Return the entries without forms that were made for another unit, unless there are no others."""
    return [each for each in entries if not each.is_doubtful] or entries


def _is_whole(entry: Settled) -> bool:
    """Return whether an entry is a submission of its own: a form, or a row of an export."""
    return entry.draft.origin.kind == "form" or _is_export(entry)


def _is_export(entry: Settled) -> bool:
    return entry.draft.origin.is_export


def _beside(entry: Settled, last: Place) -> str:
    return entry.place.beside(last)


def _submitted(entry: Settled, last: Place) -> Phrase:
    """Return where a submission stands, with its time."""
    time = entry.draft.submitted.shown or phrase(N_("at a time not known"))
    return phrase(N_("{place} (submitted {time})"), place=_beside(entry, last), time=time)


def _time(entry: Settled) -> str:
    """Return when a file says it was saved, in a form that sorts; nothing where it does not say."""
    said = entry.draft.origin.stamp.modified
    return "" if said[:10] in _NO_TIME else said


def _shown(entry: Settled, *, seconds: bool) -> Phrase:
    """Return the name of a file with its time, with its ``seconds`` where minutes do not tell files apart."""
    file = kept_name(entry.place.file)
    if not _time(entry):
        return phrase(N_("{file} (it does not say when it was saved)"), file=file)
    return phrase(N_("{file} (saved {time})"), file=file, time=_shown_time(entry, seconds=seconds))


def _shown_time(entry: Settled, *, seconds: bool) -> str:
    time = _time(entry)
    clock = time[11 : _SECOND if seconds else _MINUTE]
    return f"{time[8:10]}/{time[5:7]}/{time[:4]} {clock}".strip()
