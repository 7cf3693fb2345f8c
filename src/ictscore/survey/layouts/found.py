"""A layout that was found: what the columns and rows of a form or a table hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ictscore.places import NOWHERE, Place
from ictscore.rulebook.procedure import StageId
from ictscore.survey.layouts.lines import Lines
from ictscore.survey.layouts.printed_forms import PrintedForm
from ictscore.survey.layouts.stacked import Doubt
from ictscore.survey.layouts.vocabulary import Meaning
from ictscore.survey.sheets.cells import Sheet
from ictscore.survey.sheets.limits import LAST_COLUMN, LAST_ROW
from ictscore.survey.stamp_read import Stamp


@dataclass(frozen=True, slots=True)
class FoundLayout:
    """What the columns of a sheet hold. ``row`` has the marks or headers; units stand between ``first`` and ``last``.

    ``header`` is the row of a marked table where its columns are named for people (0: none), ``unmarked`` are columns known only by it.

    ``columns`` are a table's; ``stages`` and ``ids`` are a form's columns of answers by stage, and that of the rows' ids (0: lost);
    ``others`` are its further columns by their marks; ``printed`` is the form where it has no marks at all.

    ``taken`` are headers not worded as the rulebook words them, ``doubtful`` those that may mean something else; ``repeated`` are rows
    that say the header again, ``side`` the columns between which the table stands, ``is_further`` tells a table below or beside another.

    ``mapped`` is where a mapping names the columns of an export, else nowhere; ``unmapped`` are titles it does not know, ``otherwise``
    columns of which the title names another measure.
    """

    kind: Literal["form", "table"]
    row: int
    first: int
    columns: dict[int, Meaning] = field(default_factory=dict)
    unknown: dict[int, str] = field(default_factory=dict)
    stages: dict[int, StageId] = field(default_factory=dict)
    ids: int = 0
    twice: tuple[tuple[int, int], ...] = ()
    header: int = 0
    unmarked: frozenset[int] = frozenset()
    others: dict[str, int] = field(default_factory=dict)
    printed: PrintedForm | None = None
    taken: dict[int, str] = field(default_factory=dict)
    doubtful: dict[int, Doubt] = field(default_factory=dict)
    repeated: frozenset[int] = frozenset()
    last: int = LAST_ROW
    side: tuple[int, int] = (1, LAST_COLUMN)
    is_further: bool = False
    mapped: Place = NOWHERE
    unmapped: tuple[str, ...] = ()
    otherwise: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class FoundSheet:
    """A sheet with its rows and its layout, ready to be read; ``from_csv`` says that its cells were never anything but texts."""

    sheet: Sheet
    lines: Lines
    layout: FoundLayout
    stamp: Stamp
    from_csv: bool
    skipped: Lines = field(default_factory=dict)
    """The hidden rows that were not to be read."""
