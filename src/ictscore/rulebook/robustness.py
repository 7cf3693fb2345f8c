"""How the robustness of a ranking is tried out: declared, so that everybody gets the same answer."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from pydantic import Field

from ictscore.formulas.fields import Number, Part, Whole


class Robustness(Part):
    """How many draws of weights, by how much each weight goes up or down at most, and from which seed."""

    draws: Annotated[Whole, Field(ge=1, le=100_000)] = 1000
    spread: Annotated[Number, Field(gt=0, le=1)] = Fraction(1, 5)
    seed: Annotated[Whole, Field(ge=0)] = 1
