"""A name looked up among the files of a folder: in the unit's own folders, then in the folder itself, then anywhere below."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ictscore.spelling import fold
from ictscore.survey.evidence.cell_words import bared
from ictscore.survey.evidence.owners import Owner, is_of
from ictscore.survey.evidence.records import Listing
from ictscore.survey.evidence.spelt import SAME, ending_of, key_of, likeness
from ictscore.survey.labels.unit_names import Who

_MOST_COMPARED = 500
_NEAREST = 3
_SLASH = re.compile(r"[\\/]+")
OWN, TOP, BELOW, OTHERS = range(4)
"""Where a file lies as seen from a unit: in its own folder, at the top, in a folder that is not surely another unit's, in one that is."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A file, or a folder with the files in it, by which a name can be meant."""

    path: str
    files: tuple[str, ...]
    owner: Owner | None

    @property
    def name(self) -> str:
        """Return its own name."""
        return self.path.rpartition("/")[2]

    def seen_by(self, unit: Who) -> int:
        """Return where it lies as seen from a unit."""
        if self.owner is None:
            return BELOW if "/" in self.path else TOP
        if is_of(self.owner.unit, unit):
            return OWN
        return OTHERS if self.owner.is_sure else BELOW


@dataclass(frozen=True, slots=True)
class Fit:
    """What a name is taken for: one thing, or several to be asked about; ``as_typed`` where it stands there just so."""

    things: tuple[Thing, ...]
    as_typed: bool


class Lookup:
    """The files of one listing, found by their names."""

    def __init__(self, listing: Listing, owner_of: Callable[[str], Owner | None]) -> None:
        """Know the files, and whose folders they lie in."""
        self._files: dict[tuple[str, str], list[Thing]] = {}
        self._folders: dict[tuple[str, str], list[Thing]] = {}
        self._everywhere: dict[str, list[str]] = {}
        self._names: dict[str, dict[str, str]] = {}
        inside: dict[str, list[str]] = {}
        for each in listing.files:
            above = each.name.rpartition("/")[0]
            thing = Thing(each.name, (each.name,), owner_of(above))
            key = key_of(thing.name)
            self._everywhere.setdefault(key, []).append(each.name)
            for shelf in _shelves(thing):
                self._files.setdefault((shelf, key), []).append(thing)
            if thing.owner is not None or not above:
                self._names.setdefault(_own_shelf(thing), {})[key] = thing.name
            while above:
                inside.setdefault(above, []).append(each.name)
                above = above.rpartition("/")[0]
        for folder, files in inside.items():
            thing = Thing(folder, tuple(files), owner_of(folder))
            for shelf in _shelves(thing):
                self._folders.setdefault((shelf, fold(thing.name)), []).append(thing)

    def look(self, typed: str, unit: Who) -> Fit | None:
        """Return what a unit means by a name; None where nothing has it, or only another unit's folder."""
        above, _ = _parted(typed)
        for things in (self._named(typed, unit), self._folders_named(typed, unit)):
            for tier in (OWN, TOP, BELOW):
                here = [(alike, thing) for alike, thing in things if thing.seen_by(unit) == tier]
                if here:
                    best = min(alike for alike, _ in here)
                    found = _narrowed(typed, [thing for alike, thing in here if alike == best])
                    is_there = not above or all(_lies_in(each, above) for each in found)
                    return Fit(tuple(found), best == SAME and tier != BELOW and is_there)
        return None

    def elsewhere(self, typed: str) -> tuple[str, ...]:
        """Return the files that have a name, wherever they lie."""
        spellings = dict.fromkeys((typed, _parted(typed)[1]))
        found = (path for each in spellings for path in self._everywhere.get(key_of(each), ()) if fold(each))
        return tuple(path for path in found if any(likeness(each, path.rpartition("/")[2]) is not None for each in spellings))

    def nearest(self, typed: str, unit: Who) -> tuple[str, ...]:
        """Return the names of files, of those the unit may mean, that look most like a name."""
        names = self._names.get("", {}) | self._names.get(unit[0], {})
        if len(names) > _MOST_COMPARED:
            return ()
        found = difflib.get_close_matches(key_of(_parted(typed)[1]), names, _NEAREST)
        return tuple(names[each] for each in found)

    def _named(self, typed: str, unit: Who) -> list[tuple[int, Thing]]:
        """Return the files that have a name, each with how alike the two are; a path may be written before it.

        “12/KH-UBND” is no path and names no file “KH-UBND.pdf”: it would need an ending, or the name of the folder before it.
        """
        above, own = _parted(typed)
        is_path = bool(ending_of(typed)) or "\\" in typed
        found: dict[str, tuple[int, Thing]] = {}
        for spelling in dict.fromkeys((typed, bared(typed), own, bared(own))):
            for thing in _on_shelves(self._files, unit, key_of(spelling)) if fold(spelling) else ():
                alike = likeness(spelling, thing.name)
                is_meant = not above or is_path or spelling not in {own, bared(own)} or _lies_in(thing, above)
                if alike is not None and is_meant and (thing.path not in found or alike < found[thing.path][0]):
                    found[thing.path] = alike, thing
        return list(found.values())

    def _folders_named(self, typed: str, unit: Who) -> list[tuple[int, Thing]]:
        return [(SAME + 1, thing) for thing in _on_shelves(self._folders, unit, fold(typed))]


def _own_shelf(thing: Thing) -> str:
    """Return the name of the unit whose folder a thing lies in, or nothing."""
    return thing.owner.unit[0] if thing.owner is not None else ""


def _shelves(thing: Thing) -> tuple[str, ...]:
    """Return where a thing is looked for: at its unit’s, and at nobody’s where that is not sure."""
    own = _own_shelf(thing)
    return (own, "") if own and thing.owner is not None and not thing.owner.is_sure else (own,)


def _on_shelves(things: Mapping[tuple[str, str], list[Thing]], unit: Who, key: str) -> list[Thing]:
    """Return the things of a key that a unit may mean, each once."""
    found = (*things.get((unit[0], key), ()), *things.get(("", key), ()))
    return list({each.path: each for each in found}.values())


def _parted(typed: str) -> tuple[str, str]:
    """Return the folder written before a name, or nothing, and the name."""
    *above, own = _SLASH.split(typed.strip().rstrip("\\/"))
    return next((fold(each) for each in reversed(above) if fold(each)), ""), own


def _lies_in(thing: Thing, folder: str) -> bool:
    return fold(thing.path.rpartition("/")[0].rpartition("/")[2]) == folder


def _narrowed(typed: str, things: list[Thing]) -> list[Thing]:
    """Return of several things those that lie where the typed path says, if any does."""
    above, _ = _parted(typed)
    fitting = [each for each in things if above and _lies_in(each, above)]
    return fitting or things
