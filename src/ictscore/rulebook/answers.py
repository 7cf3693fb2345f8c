"""What the survey asks: one answer, its type and its bounds."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from ictscore.expr.types import ValueType
from ictscore.formulas.fields import DottedId, Number, Part, Truth, Words, refuse
from ictscore.words import N_, phrase

AnswerType = Literal["count", "number", "percent", "yes_no", "choice", "points", "date", "text"]

VALUE_TYPES: dict[AnswerType, ValueType] = {
    "count": "number",
    "number": "number",
    "percent": "number",
    "points": "number",
    "yes_no": "condition",
    "choice": "text",
    "text": "text",
    "date": "text",
}


class AnswerSpec(Part):
    """One question: ``percent`` runs from 0 to 100, ``count`` is whole and not negative, ``choice`` is one of its keys."""

    label: Words
    type: AnswerType
    measure: Words | None = None
    min: Number | None = None
    max: Number | None = None
    choices: dict[str, Words] | None = None
    required: Truth = True
    not_applicable: Truth = False
    ask: tuple[DottedId, ...] = ()
    evidence: Words | None = None
    help: Words | None = None

    @model_validator(mode="after")
    def _choices_where_they_belong(self) -> Self:
        if (self.type == "choice") != bool(self.choices):
            raise refuse("RB107", problem=phrase(N_("An answer of type choice, and no other, has choices.")))
        if self.min is not None and self.max is not None and self.min > self.max:
            raise refuse("RB107", problem=phrase(N_("The least value is above the greatest.")))
        return self

    @property
    def value_type(self) -> ValueType:
        """Return what the answer is in an expression."""
        return VALUE_TYPES[self.type]
