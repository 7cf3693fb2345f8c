"""Where a rule comes from, and how we know."""

from __future__ import annotations

import re
from typing import Literal, Self

from pydantic import model_validator

from ictscore.formulas.fields import Part, Words, refuse

Basis = Literal["stated", "inferred", "modelled"]
BASES: tuple[Basis, ...] = ("stated", "inferred", "modelled")

_ARCHETYPE = re.compile(r"C(0[1-9]|1[0-9]|2[0-2])|N[1-7]|A(0[1-9]|1[01])|K[1-9]|K10|R[1-9]|R1[0-2]|W[1-4]|G([1-9]|1[0-3])")


class Source(Part):
    """The source of one fact or rule: which, where in it, and whether it says so, implies it, or we modelled it."""

    ref: Words
    where: Words | None = None
    basis: Basis
    reason: Words | None = None
    archetype: Words | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.basis == "modelled" and self.archetype is None:
            raise refuse("RB403")
        if self.basis == "inferred" and self.reason is None:
            raise refuse("RB404")
        if self.archetype is not None and not all(_ARCHETYPE.fullmatch(each.strip()) for each in self.archetype.split(",")):
            raise refuse("RB405", read=self.archetype)
        return self


class SourceText(Part):
    """A text that is cited: its title, and where it can be read."""

    title: Words
    address: Words | None = None
    published: Words | None = None
    note: Words | None = None


class Sourced(Part):
    """Anything that says where it comes from; what may not go without is checked when the rulebook is."""

    source: Source | None = None
