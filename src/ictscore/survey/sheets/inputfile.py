"""A file as it was when it was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file as it was when it was read; ``name`` is the path as people gave it.

    A file in an archive has the archive's time; its path goes on behind the archive's, and its name says both.
    """

    path: Path
    name: str
    data: bytes = field(repr=False)
    sha256: str
    size: int
    modified_ns: int = 0
    archive: Path | None = None
