"""What earlier runs wrote into the folder that goes back: its rulebook, and hashes by which files that nobody edited are known."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

RECORD = "ictscore-return.json"
"""What the list is called in its folder."""


class Record(NamedTuple):
    """The rulebook under which a folder was filled, blank where nothing says so, and the hashes of its files by their names."""

    rulebook: str = ""
    files: Mapping[str, str] = {}

    def data(self) -> bytes:
        """Return the list as it is written."""
        record = {"kind": "return", "rulebook": self.rulebook, "files": dict(sorted(self.files.items()))}
        return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8")

    def is_as_written(self, path: Path) -> bool:
        """Return whether a file is there just as an earlier run wrote it."""
        try:
            return self.files.get(path.name) == hash_of(path.read_bytes())
        except OSError:
            return False


def record_in(folder: Path) -> Record:
    """Return the list in a folder; nothing where there is none, or as far as it is spoilt."""
    try:
        found = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Record()
    if not isinstance(found, dict):
        return Record()
    files = found.get("files")
    known = {str(name): str(digest) for name, digest in files.items() if Path(name).name == name} if isinstance(files, dict) else {}
    return Record(str(found.get("rulebook", "")), known)


def hash_of(data: bytes) -> str:
    """Return the hash by which a file is known."""
    return hashlib.sha256(data).hexdigest()
