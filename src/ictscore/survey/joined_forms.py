"""The sheets of one workbook that belong to one form, put together; nothing is given to a unit that may be another's."""

from __future__ import annotations

from collections.abc import Sequence

from ictscore.survey.beside.answered_twice import Twice, tell_twice
from ictscore.survey.drafts import Draft
from ictscore.survey.forms_read import SheetRead
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.collecting import shown


def join_forms(sheets: Sequence[SheetRead], notes: Notes) -> list[Draft]:
    """Return one entry for each unit: sheets without a name go to the only one that has a name, else to each other."""
    named = _of_one_name([each.draft for each in sheets if each.is_named], notes)
    unnamed = [each.draft for each in sheets if not each.is_named]
    if len(named) > 1:
        for each in unnamed:
            if each.homes:
                notes.add("SV431", each.origin.place)
        return named
    drafts = [*named, *unnamed]
    for each in drafts[1:]:
        _join(drafts[0], each, notes)
    return drafts[:1]


def _of_one_name(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Return the entries with a name, those of one name joined where no question stands in both."""
    found: list[Draft] = []
    for draft in drafts:
        name = fold_name(draft.unit.text)
        other = next((each for each in found if name and fold_name(each.unit.text) == name), None)
        if other is None or other.homes.keys() & draft.homes.keys():
            found.append(draft)
            continue
        notes.add("SV435", draft.unit.place, other.unit.place, unit=shown(draft.unit.text))
        _join(other, draft, notes)
    return found


def _join(draft: Draft, other: Draft, notes: Notes) -> None:
    """Put what another sheet says into an entry; a question that stands in both is reported, and the first answer kept."""
    twice = draft.homes.keys() & other.homes.keys()
    tell_twice([Twice(key, home, draft.homes[key]) for key, home in other.homes.items() if key in twice], notes)
    for key in other.homes:
        if key not in twice:
            draft.homes[key] = other.homes[key]
    for mine, theirs, prefix in ((draft.answers, other.answers, ""), (draft.points, other.points, "points:")):
        for stage, by_id in theirs.items():
            mine.setdefault(stage, {}).update({name: each for name, each in by_id.items() if f"{prefix}{name}" not in twice})
    draft.hidden = other.hidden | draft.hidden
    draft.above += other.above
    draft.remarks = other.remarks | draft.remarks
    draft.evidence = other.evidence | draft.evidence
    draft.unread += other.unread
    draft.uses_formulas |= other.uses_formulas
