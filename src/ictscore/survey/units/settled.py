"""One entry whose unit and group are known: a form, or a row of a table."""

from __future__ import annotations

from typing import NamedTuple

from ictscore.places import Place
from ictscore.survey.drafts import Draft


class Settled(NamedTuple):
    """An entry whose unit and group are known."""

    draft: Draft
    unit: str
    group: str
    parent: str | None

    @property
    def is_doubtful(self) -> bool:
        """Return whether its form was made for another unit, and nobody has said whose figures it holds."""
        return self.draft.is_doubtful

    @property
    def place(self) -> Place:
        """Return where the unit's name stands."""
        return self.draft.unit.place
