"""What one row or form says, before it is settled which group the unit belongs to and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ictscore.places import Place
from ictscore.rulebook.procedure import StageId
from ictscore.survey.cells import Sheet
from ictscore.survey.stamp_read import Stamp
from ictscore.survey.submission import Answer

ByStage = dict[StageId, dict[str, Answer]]


@dataclass(frozen=True, slots=True)
class Said:
    """A text that says who a unit is, and where it stands."""

    text: str = ""
    place: Place = field(default_factory=Place)


@dataclass(slots=True, eq=False)
class Origin:
    """The form or table an entry comes from.

    ``homes`` says where each answer stands: its column in a table, its row in a form (``line`` is then the column of the unit's own answers).
    """

    kind: Literal["form", "table"]
    sheet: Sheet
    place: Place
    stamp: Stamp
    homes: dict[str, int]
    unknown: tuple[str, ...] = ()

    def home(self, answer: str, line: int) -> Place:
        """Return where the answer of the entry in ``line`` belongs."""
        other = self.homes[answer]
        return self.sheet.place_at(line, other) if self.kind == "table" else self.sheet.place_at(other, line)


@dataclass(slots=True, eq=False)
class Draft:
    """One unit's row or form. ``line`` is the row of a table, or the column of the unit's own answers in a form."""

    origin: Origin
    line: int
    unit: Said
    group: Said = field(default_factory=Said)
    parent: Said = field(default_factory=Said)
    answers: ByStage = field(default_factory=dict)
    points: ByStage = field(default_factory=dict)
    more_origins: dict[str, Place] = field(default_factory=dict)

    def home(self, answer: str) -> Place | None:
        """Return where ``answer`` belongs in this entry, or None when there is no place for it."""
        if answer in self.origin.homes:
            return self.origin.home(answer, self.line)
        return self.more_origins.get(answer)

    def is_blank(self) -> bool:
        """Return whether the entry says nothing beyond who the unit is."""
        return not any(by_id for stages in (self.answers, self.points) for by_id in stages.values())


