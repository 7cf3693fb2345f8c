"""A file as it was when it was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath


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

    @property
    def stem(self) -> str:
        """Return its name without folders and ending, as it was called when it was given: whatever it is called now, on whatever system."""
        return PureWindowsPath(self.name.rpartition(" › ")[2]).stem
