"""Digits set above or below the line: kept as the characters that look so, for 10³ is not 103."""

from __future__ import annotations

from typing import Literal

Level = Literal["", "above", "below"]

_PLAIN = "0123456789+-=()"
_ABOVE = str.maketrans(_PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
_BELOW = str.maketrans(_PLAIN, "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
UNICODE_FONT = "Unicode"
"""What stands for the font of a piece that was turned into such characters: no old one has them."""


def level_of(name: str) -> Level:
    """Return the level that a workbook calls so.

    >>> level_of("superscript"), level_of("subscript"), level_of("baseline")
    ('above', 'below', '')
    """
    return "above" if name == "superscript" else "below" if name == "subscript" else ""


def as_set(piece: str, level: Level, before: str) -> str:
    """Return a piece of text as it is set; behind a letter or a bracket (m2, Sở Y tế1) it can be no part of a number and stays.

    >>> as_set("3", "above", "10"), as_set("2", "below", "11"), as_set("2", "above", "12 m"), as_set("1", "above", "")
    ('³', '₂', '2', '¹')
    """
    last = before.rstrip()[-1:]
    if not level or (last and not (last.isdigit() or last in ".,%+-")):
        return piece
    return piece.translate(_ABOVE if level == "above" else _BELOW)
