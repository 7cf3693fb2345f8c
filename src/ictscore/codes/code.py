"""What a code says: how much it matters, what is the matter, what to do.

The texts given to ``error``, ``warning`` and ``note`` are keys of the gettext catalogues.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Code:
    """The wording of one kind of finding; ``{names}`` in the texts are values of the finding."""

    severity: Literal["note", "warning", "error"]
    message: str
    advice: str


def error(message: str, advice: str) -> Code:
    """Return a code that stops an official result."""
    return Code("error", message, advice)


def warning(message: str, advice: str) -> Code:
    """Return a code that people should look at."""
    return Code("warning", message, advice)


def note(message: str, advice: str) -> Code:
    """Return a code that records how something was understood."""
    return Code("note", message, advice)
