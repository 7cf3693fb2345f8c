"""What units belong to: parents that nobody is, and units that want one."""

from __future__ import annotations

from collections.abc import Sequence

from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import PARENT, PLAIN_NAMES
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.matching.names import Names
from ictscore.survey.noting import Notes
from ictscore.survey.units.settled import Settled


def check_parents(settled: Sequence[Settled], vocabulary: Vocabulary, notes: Notes, names: Names | None) -> None:
    """Report parents that nobody is, and units that want one; what the list says of parents needs nobody in the survey."""
    known = {fold_name(each.unit) for each in settled}
    known |= {fold_name(each.name) for each in names.units.units} if names is not None else set()
    within = {group.id for group in vocabulary.rulebook.groups if group.ranked_within == "parent"}
    for each in settled:
        if each.parent is not None and fold_name(each.parent) not in known:
            notes.add("UN107", each.draft.parent.place, parent=each.parent, unit=each.unit)
        elif each.parent is None and each.group in within:
            notes.add("UN114", each.place, unit=each.unit, group=vocabulary.rulebook.group(each.group).said, column=PLAIN_NAMES[PARENT][1])
