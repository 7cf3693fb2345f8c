"""The calendar and the layers of a round: steps, roles, deadlines, stages."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ictscore.formulas.fields import Date, Part, Whole, Words
from ictscore.rulebook.sources import Sourced

StageId = Literal["self", "appraised", "council"]
STAGES: tuple[StageId, ...] = ("self", "appraised", "council")


class Deadline(Part):
    """A day of every year, or one date."""

    day: Annotated[Whole, Field(ge=1, le=31)] | None = None
    month: Annotated[Whole, Field(ge=1, le=12)] | None = None
    date: Date | None = None
    rule: Literal["before", "on", "after"] = "before"
    text: Words | None = None


class ProcedureStep(Sourced):
    """One step: what, by whom, until when."""

    number: Words | None = None
    step: Words
    role: Words | None = None
    deadline: Deadline | None = None


class Stage(Sourced):
    """A layer of scores: what the unit claims, what reviewers accept, what the council decides."""

    id: StageId
    name: Words
