"""What one row or form says, before it is settled which group the unit belongs to and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from ictscore.places import NOWHERE, Place, cell_name
from ictscore.rulebook.procedure import StageId
from ictscore.survey.evidence.records import EvidenceCell
from ictscore.survey.sheets.cells import CellKind
from ictscore.survey.stamp_read import Stamp
from ictscore.survey.submission import Answer

ByStage = dict[StageId, dict[str, Answer]]


@dataclass(frozen=True, slots=True)
class Said:
    """A text that says who a unit is, and where it stands."""

    text: str = ""
    place: Place = NOWHERE
    kind: CellKind = "text"


class Submitted(NamedTuple):
    """When an entry says it was submitted: in a form that sorts, and as it is shown."""

    order: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Origin:
    """The form or table that entries come from; ``columns`` are a table's columns of answers, ``place`` is that of its header.

    ``mapped`` is where the mapping names the columns by which an export was read, or nowhere.

    It names its file and sheet and does not hold them: entries travel between processes, cells need not.
    """

    kind: Literal["form", "table"]
    place: Place
    stamp: Stamp
    columns: dict[str, int] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    mapped: Place = NOWHERE

    @property
    def is_export(self) -> bool:
        """Return whether entries were read by a mapping: each row is a submission of its own."""
        return bool(self.mapped.file)


@dataclass(slots=True, eq=False)
class Draft:
    """One unit's row or form.

    ``row`` is that of a table; ``homes`` are the places a form has for its answers, which may be formulas of the unit.
    ``confirmed`` says whose answers a form sent back holds, where that was asked on it.
    """

    origin: Origin
    unit: Said = Said()
    group: Said = Said()
    parent: Said = Said()
    row: int = 0
    homes: dict[str, Place] = field(default_factory=dict)
    answers: ByStage = field(default_factory=dict)
    points: ByStage = field(default_factory=dict)
    hidden: dict[str, Place] = field(default_factory=dict)
    """Where questions stand in hidden rows that were not to be read."""
    remarks: dict[str, tuple[str, str]] = field(default_factory=dict)
    evidence: dict[str, EvidenceCell] = field(default_factory=dict)
    uses_formulas: bool = False
    confirmed: Said = Said()
    above: tuple[Said, ...] = ()
    """The lines above the questions of a form, which may say whose it is where it has no place for that."""
    submitted: Submitted = Submitted()
    unread: tuple[Said, ...] = ()
    """The rows of a form that hold what reads like an answer and are no question, with their texts."""
    has_unread: bool = False
    """Whether a table's row has values in columns that may hold answers and were not read."""
    is_refused: bool = False
    """Whether nothing could be read of a file that says whose it is: it gives no answers, but its unit sent something."""
    is_doubtful: bool = False
    """Whether a form was made for another unit than it names, and nobody has said on it whose figures these are."""

    def home(self, answer: str) -> Place | None:
        """Return where ``answer`` belongs in this entry, or None when there is no place for it."""
        column = self.origin.columns.get(answer)
        return self.homes.get(answer) if column is None else replace(self.origin.place, cell=cell_name(self.row, column))

    def is_blank(self) -> bool:
        """Return whether the entry says nothing beyond who the unit is."""
        return not any(by_id for stages in (self.answers, self.points) for by_id in stages.values())
