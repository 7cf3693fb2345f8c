"""What an expression can come to: a number, a yes or no, a text, or a reason why there is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ictscore.words import Phrase, phrase

BlankKind = Literal["not_applicable", "missing", "unreadable", "fault"]

_GRAVITY: dict[BlankKind, int] = {"not_applicable": 0, "missing": 1, "unreadable": 2, "fault": 3}


@dataclass(frozen=True, slots=True)
class Blank:
    """No value, and why: ``about`` names the answers concerned, ``reason`` says it in words."""

    kind: BlankKind
    about: tuple[str, ...] = ()
    reason: Phrase = Phrase("")


Value = Fraction | bool | str | Blank


def missing(answer: str) -> Blank:
    """Return the blank of an answer that was not given."""
    return Blank("missing", (answer,), phrase("no answer to {answer}", answer=answer))


def not_applicable(answer: str) -> Blank:
    """Return the blank of an answer declared not applicable."""
    return Blank("not_applicable", (answer,), phrase("{answer} was declared not applicable", answer=answer))


def unreadable(answer: str) -> Blank:
    """Return the blank of an answer that stands there but cannot be understood."""
    return Blank("unreadable", (answer,), phrase("the answer to {answer} cannot be read", answer=answer))


def fault(text: str, **values: object) -> Blank:
    """Return the blank of a rule that gives no value: ``text`` says why."""
    return Blank("fault", (), phrase(text, **values))


def gravest(values: Iterable[Value]) -> Blank | None:
    """Return the blank that decides among ``values``, or None when all are given.

    A fault outweighs an unreadable answer, that a missing one, that one which does not apply; equals name all their answers.
    """
    blanks = [value for value in values if isinstance(value, Blank)]
    if not blanks:
        return None
    worst = max(blanks, key=lambda blank: _GRAVITY[blank.kind])
    about = dict.fromkeys(name for blank in blanks if blank.kind == worst.kind for name in blank.about)
    return Blank(worst.kind, tuple(about), worst.reason)
