"""Command lines as people type them: quoted for the shell of their system."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterable

_PLAIN = re.compile(r"[\w.:/\\+@,-]+")


def typed(words: Iterable[str], *, on_windows: bool = os.name == "nt") -> str:
    """Return the words as one line.

    Windows knows no single quotes: cmd.exe would hand them on as part of a name. Double quotes are understood by it and by PowerShell.

    >>> typed(["ictscore", "check", "Phiếu Sở.xlsx"], on_windows=True), typed(["ictscore", "check", "Phiếu Sở.xlsx"], on_windows=False)
    ('ictscore check "Phiếu Sở.xlsx"', "ictscore check 'Phiếu Sở.xlsx'")
    """
    if not on_windows:
        return shlex.join(words)
    return " ".join(word if _PLAIN.fullmatch(word) else f'"{word}"' for word in words)
