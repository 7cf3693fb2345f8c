"""The lock: which text of each rulebook a round is scored by, so that nobody scores by another one unawares."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from ictscore.documents import read_document
from ictscore.errors import FileRefused, RulebookRefused
from ictscore.findings import Finding, finding
from ictscore.formulas.fields import Part, RulebookId, Words, refuse
from ictscore.places import Place
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.nodes import place_at
from ictscore.rulebook.resolve import short_name
from ictscore.rulebook.typed import read_model
from ictscore.system_reasons import system_reason
from ictscore.words import N_, phrase

NO_LIST = "none"
UNITS_FILE = "units.yaml"
_HASH = re.compile(r"[0-9a-f]{64}")


def _hash(value: object) -> str:
    if not isinstance(value, str) or not _HASH.fullmatch(value):
        raise refuse("RB103", read=str(value), expected=phrase(N_("a SHA-256 hash")))
    return value


Hash = Annotated[str, BeforeValidator(_hash)]


def _hash_or_none(value: object) -> str:
    return NO_LIST if value == NO_LIST else _hash(value)


class _Pin(Part):
    """One rulebook with the hash of its consolidated text, and that of the list of units beside it; its files are for people to read."""

    id: RulebookId
    hash: Hash
    units: Annotated[str, BeforeValidator(_hash_or_none)] | None = None
    files: tuple[Words, ...] = ()


class _LockFile(Part):
    """A lock as it is written."""

    rulebooks: Annotated[tuple[_Pin, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Pinned:
    """What a lock says of one rulebook, and where: its hash, and that of its list of units (blank in locks that say nothing of it)."""

    hash: str
    place: Place
    units: str = ""


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock that was read: what it says of each rulebook it names."""

    name: str
    pins: dict[str, Pinned]

    def hold(self, loaded: LoadedRulebook, units_from: str | None = None) -> None:
        """Raise RulebookRefused where a rulebook is not in the lock, or its text, or the list of units used with it, is another one.

        ``units_from`` is a list given in the place of the one beside the rulebook.
        """
        pinned = self.pins.get(loaded.rulebook.id)
        if pinned is None:
            raise RulebookRefused(finding("RB611", Place(self.name), read=loaded.rulebook.id, known=tuple(self.pins)))
        if pinned.hash != loaded.hash:
            where = Place(loaded.files[0].name)
            hashes = {"read": loaded.hash, "expected": pinned.hash}
            raise RulebookRefused(Finding("RB610", where, {"id": loaded.rulebook.id, **hashes}, related=(pinned.place,)))
        path = Path(units_from) if units_from not in {None, NO_LIST} else loaded.path.with_name(UNITS_FILE)
        read = NO_LIST if units_from == NO_LIST else _hash_of(path)
        if pinned.units not in {"", read}:
            hashes = {"read": read, "expected": pinned.units}
            raise RulebookRefused(Finding("RB613", Place(str(path)), {"id": loaded.rulebook.id, **hashes}, related=(pinned.place,)))


def _hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else NO_LIST


def lock_text(rulebooks: Iterable[LoadedRulebook]) -> str:
    """Return the lock of these rulebooks."""
    lines = ["# ictscore lock", "rulebooks:"]
    for each in sorted(rulebooks, key=lambda each: each.rulebook.id):
        lines += [
            f"  - id: {each.rulebook.id}",
            f"    hash: {each.hash}",
            f"    units: {_hash_of(each.path.with_name(UNITS_FILE))}",
            "    files:",
        ]
        lines += [f'      - "{short_name(file.name)} {file.sha256}"' for file in each.files]
    return "\n".join(lines) + "\n"


def read_lock(path: Path) -> Lock:
    """Return the lock in a file. Raises Stop where there is none, or it cannot be understood."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise FileRefused(finding("RB612", Place(str(path)))) from None
    except OSError as error:
        raise FileRefused(finding("IO103", Place(str(path)), reason=system_reason(error))) from None
    document = read_document(data, path.as_posix())
    file, misfits = read_model(_LockFile, document)
    if file is None:
        raise RulebookRefused(*misfits)
    pins: dict[str, Pinned] = {}
    for index, pin in enumerate(file.rulebooks):
        place = place_at(document, ("rulebooks", index, "hash"))
        if pin.id in pins:
            raise RulebookRefused(finding("RB614", place, related=(pins[pin.id].place,), id=pin.id))
        pins[pin.id] = Pinned(pin.hash, place, pin.units or "")
    return Lock(path.as_posix(), pins)
