"""Units of a table in hidden rows that were skipped: they get no result from it, which nobody should find out by chance."""

from __future__ import annotations

from dataclasses import replace

from ictscore.places import Place
from ictscore.survey.drafts import Draft
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layouts.found import FoundSheet
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.tables_read import TableReader
from ictscore.words import N_, phrase

_MOST_NAMED = 12


def tell_skipped_units(found: FoundSheet, drafts: list[Draft], vocabulary: Vocabulary, notes: Notes, listed: frozenset[str]) -> None:
    """Warn of the units that stand only in the hidden rows of a table; ``drafts`` are those in the rows that were read."""
    if not found.skipped:
        return
    lines = dict(sorted((found.lines | found.skipped).items()))
    rows = TableReader(replace(found, lines=lines, skipped={}), vocabulary, Notes(), listed).read()
    read = {fold_name(each.unit.text) for each in drafts}
    hidden = [each for each in rows if each.row in found.skipped and each.unit.text and fold_name(each.unit.text) not in read]
    if hidden:
        sheet, numbers = found.sheet, sorted(each.row for each in hidden)
        names = [*dict.fromkeys(shown(each.unit.text) for each in hidden)]
        more = phrase(N_(" and {count} more"), count=len(names) - _MOST_NAMED) if len(names) > _MOST_NAMED else ""
        what = phrase(
            N_("Units stand in hidden rows only: {units}{more}"), units=tuple(f"“{each}”" for each in names[:_MOST_NAMED]), more=more
        )
        place = Place(sheet.file, sheet=sheet.name, cell=f"{numbers[0]}:{numbers[-1]}")
        notes.add("SV618", place, what=what)
