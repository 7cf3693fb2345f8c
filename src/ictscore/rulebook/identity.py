"""Which regulation this is: decision, dates, lineage, and the facts known about it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ictscore.formulas.fields import Date, RulebookId, Truth, Whole, Words
from ictscore.rulebook.sources import Sourced

Relation = Literal["amends", "amended_by", "replaces", "replaced_by", "cites", "cited_by"]


class Decision(Sourced):
    """The decision that lays the rules down."""

    number: Words | None = None
    issuer: Words | None = None
    subject: Words | None = None
    signer: Words | None = None


class ClaimedDate(Sourced):
    """A date as a source gives it; two sources may contradict each other."""

    event: Literal["issued", "effective", "expires", "published"]
    date: Date
    standing: Literal["preferred", "disputed"] = "preferred"
    decision: Words | None = None
    note: Words | None = None


class Rounds(Sourced):
    """The assessment years the rulebook governs."""

    years: tuple[Whole, ...]


class DataWindow(Sourced):
    """From which day to which day the data are counted; it may cross a year."""

    from_: Date = Field(alias="from")
    to: Date
    note: Words | None = None


class Lineage(Sourced):
    """How the decision stands to another one."""

    relation: Relation
    decision: Words
    date: Date | None = None
    note: Words | None = None


class Link(Sourced):
    """Something the result feeds."""

    to: Words
    text: Words | None = None


class Fact(Sourced):
    """Anything else that is known."""

    id: Words
    text: Words


class Identity(Sourced):
    """The parts of a rulebook that say which regulation it is."""

    id: RulebookId
    title: Words
    language: Literal["vi", "en"] = "vi"
    jurisdiction: Words | None = None
    complete: Truth = True
    decision: Decision
    dates: tuple[ClaimedDate, ...] = ()
    rounds: Rounds | None = None
    data_window: DataWindow | None = None
    lineage: tuple[Lineage, ...] = ()
    links: tuple[Link, ...] = ()
    facts: tuple[Fact, ...] = ()
    unknowns: tuple[Words, ...] = ()


IDENTITY_KEYS = tuple(name for name in Identity.model_fields if name != "source")
