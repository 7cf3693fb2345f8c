"""Rows and forms that name no unit: what is said of them, and where a name was looked for."""

from __future__ import annotations

from ictscore.survey.drafts import Draft
from ictscore.survey.noting import Notes
from ictscore.words import N_, Phrase, phrase

_LOOKED_FOR = N_("; it was looked for beside or behind “Đơn vị”, above the questions")
_NONE_OF = N_("; and none of the lines above the questions ({cells}) is the name of a unit of the list")
_SO_THAT = N_(" there, as in “Đơn vị: Sở …”")
_MOST_CELLS = 6


def tell_nameless(draft: Draft, notes: Notes, *, with_list: bool) -> None:
    """Say that a row or form has no unit's name; of a form without a field for it also where one was looked for."""
    is_without = draft.origin.kind == "form" and not draft.unit.place.file
    looked: Phrase | str = phrase(_LOOKED_FOR) if is_without else ""
    if with_list and draft.above:
        cells = tuple(dict.fromkeys(each.place.cell for each in draft.above))
        looked = phrase(_NONE_OF, cells=(*cells[:_MOST_CELLS], "…") if len(cells) > _MOST_CELLS else cells)
    how: Phrase | str = phrase(_SO_THAT) if is_without else ""
    notes.add("UN101", draft.unit.place if draft.unit.place.file else draft.origin.place, looked=looked, how=how)
