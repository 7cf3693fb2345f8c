"""A page before it is drawn: headings, sentences, entries with their lines, and tables; formats only draw it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LineKind = Literal["value", "place", "note"]
Mark = Literal["+", "-", "~", ""]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the page's own."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that stands by itself; ``weighty`` ones must not be overlooked."""

    text: str
    weighty: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line below an entry."""

    text: str
    kind: LineKind = "value"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is said, with lines below it; ``mark`` tells what came, went or changed."""

    text: str
    lines: tuple[Line, ...] = ()
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the columns in ``numbers`` are aligned to the right."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()


Block = Heading | Sentence | Entry | Table
Page = tuple[Block, ...]
