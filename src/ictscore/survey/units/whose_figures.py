"""Whose figures a form holds that was made for one unit and names another: as the form sent back asked, and was answered."""

from __future__ import annotations

from collections.abc import Callable

from ictscore.survey.drafts import Draft, Said
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.units.names_typed import clean_name

Same = Callable[[str, str], bool]


def whose_figures(draft: Draft, stamped: str, name: str, same: Same, notes: Notes) -> str:
    """Return the unit of a form that was made for ``stamped`` (or nobody) and bears ``name``; what cannot be settled is reported."""
    said, asked_of = draft.confirmed, draft.origin.stamp.asked_of
    answered, options = clean_name(said.text), tuple(dict.fromkeys(filter(None, (asked_of, stamped, name))))
    if answered and not any(same(each, answered) for each in options):
        notes.add("SV528", said.place, read=shown(answered), expected=options, asked_of=asked_of)
    if not stamped or same(stamped, name):
        return name
    unit = draft.unit
    told = next((each for each in (name, stamped) if answered and same(each, answered)), None)
    if told is None:
        notes.add("SV505", unit.place, stamped=stamped, unit=name)
        draft.is_doubtful = True
        return name
    notes.add("SV525", said.place, stamped=stamped, written=name, unit=told)
    draft.unit = Said(told, unit.place)
    return told
