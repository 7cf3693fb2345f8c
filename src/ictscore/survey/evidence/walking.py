"""The files of an evidence folder listed: so many at most, so deep at most, and never out of the folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.places import Place
from ictscore.survey.evidence.records import EvidenceFile, Listing
from ictscore.survey.sheets.left_out import why_left_out
from ictscore.system_reasons import system_reason

MOST_FILES = 200_000
DEEPEST = 16


def list_evidence(folder: Path, inputs: Iterable[Path] = ()) -> Listing:
    """Return the files of a folder, without looking into any of them.

    Files that the system keeps are left out, and so are ``inputs``, the forms themselves. Links are not followed; they, folders that lie
    too deep, and those that may not be opened are named as not looked into. Raises FileRefused for what is no folder, and for a folder of
    so many files that it can hardly be meant.
    """
    if not folder.is_dir():
        raise FileRefused(finding("SV468", Place(str(folder))))
    walk = _Walk(folder, frozenset(os.path.realpath(each) for each in inputs))
    files = sorted(walk.files("", 0), key=lambda each: each.name)
    return Listing(str(folder), tuple(files), tuple(sorted(walk.unseen)))


class _Walk:
    """A walk through one folder."""

    def __init__(self, folder: Path, inputs: frozenset[str]) -> None:
        self._folder, self._inputs = folder, inputs
        self._entries = 0
        self.unseen: list[str] = []

    def files(self, below: str, depth: int) -> Iterator[EvidenceFile]:
        """Yield the files of a folder that lies ``below`` the first one."""
        try:
            with os.scandir(self._folder / below) as found:
                entries = list(found)
        except OSError as problem:
            if not below:
                raise FileRefused(finding("IO103", Place(str(self._folder)), reason=system_reason(problem))) from None
            self.unseen.append(_readable(below))
            return
        self._count(len(entries))
        for entry in entries:
            name = f"{below}/{entry.name}" if below else entry.name
            if entry.is_symlink() or _is_junction(entry):
                self.unseen.append(_readable(name))
            elif entry.is_dir():
                yield from self._folder_in(name, entry.name, depth + 1)
            elif entry.is_file() and self._is_evidence(entry):
                yield EvidenceFile(_readable(name), entry.stat().st_size)

    def _folder_in(self, name: str, own: str, depth: int) -> Iterator[EvidenceFile]:
        if own.startswith(".") or own == "__MACOSX":
            return
        if depth > DEEPEST:
            self.unseen.append(_readable(name))
            return
        yield from self.files(name, depth)

    def _is_evidence(self, entry: os.DirEntry[str]) -> bool:
        return why_left_out(PurePath(entry.name), in_folder=False) is None and os.path.realpath(entry.path) not in self._inputs

    def _count(self, more: int) -> None:
        self._entries += more
        if self._entries > MOST_FILES:
            raise FileRefused(finding("SV469", Place(str(self._folder)), limit=MOST_FILES))


def _readable(name: str) -> str:
    """Return a name that can be written down: bytes that are no UTF-8, as old archives unpack them, become signs that say so."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """Return whether Windows leads elsewhere from here; Python can tell from 3.12 on."""
    check = getattr(entry, "is_junction", None)
    return bool(check()) if check is not None else False
