"""The lock: which text of each rulebook a round is scored by, so that nobody scores by another one unawares."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from ictscore.documents import read_document
from ictscore.errors import FileRefused, RulebookRefused
from ictscore.findings import finding
from ictscore.formulas.fields import Part, RulebookId, Words, refuse
from ictscore.places import Place
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.nodes import place_at
from ictscore.rulebook.resolve import short_name
from ictscore.rulebook.typed import read_model
from ictscore.words import N_, phrase

_HASH = re.compile(r"[0-9a-f]{64}")


def _hash(value: object) -> str:
    if not isinstance(value, str) or not _HASH.fullmatch(value):
        raise refuse("RB103", read=str(value), expected=phrase(N_("a SHA-256 hash")))
    return value


Hash = Annotated[str, BeforeValidator(_hash)]


class _Pin(Part):
    """One rulebook with the hash of its consolidated text; its files are there for people to read."""

    id: RulebookId
    hash: Hash
    files: tuple[Words, ...] = ()


class _LockFile(Part):
    """A lock as it is written."""

    rulebooks: Annotated[tuple[_Pin, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock that was read: the hash of each rulebook it names, and where that stands."""

    name: str
    hashes: dict[str, tuple[str, Place]]

    def hold(self, loaded: LoadedRulebook) -> None:
        """Raise RulebookRefused where a rulebook is not in the lock, or its text is another one."""
        pinned = self.hashes.get(loaded.rulebook.id)
        if pinned is None:
            raise RulebookRefused(finding("RB611", Place(self.name), read=loaded.rulebook.id, known=tuple(self.hashes)))
        wanted, place = pinned
        if wanted != loaded.hash:
            where = Place(loaded.files[0].name)
            raise RulebookRefused(finding("RB610", where, related=(place,), id=loaded.rulebook.id, read=loaded.hash, expected=wanted))


def lock_text(rulebooks: Iterable[LoadedRulebook]) -> str:
    """Return the lock of these rulebooks."""
    lines = ["# ictscore lock", "rulebooks:"]
    for each in sorted(rulebooks, key=lambda each: each.rulebook.id):
        lines += [f"  - id: {each.rulebook.id}", f"    hash: {each.hash}", "    files:"]
        lines += [f'      - "{short_name(file.name)} {file.sha256}"' for file in each.files]
    return "\n".join(lines) + "\n"


def read_lock(path: Path) -> Lock:
    """Return the lock in a file. Raises Stop where there is none, or it cannot be understood."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise FileRefused(finding("RB612", Place(str(path)))) from None
    except OSError as error:
        raise FileRefused(finding("IO103", Place(str(path)), reason=error.strerror or str(error))) from None
    document = read_document(data, path.as_posix())
    file, misfits = read_model(_LockFile, document)
    if file is None:
        raise RulebookRefused(*misfits)
    places = [place_at(document, ("rulebooks", index, "hash")) for index in range(len(file.rulebooks))]
    return Lock(path.as_posix(), {pin.id: (pin.hash, place) for pin, place in zip(file.rulebooks, places, strict=True)})
