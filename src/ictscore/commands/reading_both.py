"""One survey read under two rulebooks: what only the other one asks for is no fault of the survey."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ictscore.commands.loading import read_for
from ictscore.diff.readings import Readings
from ictscore.findings import Finding
from ictscore.reports.doubtful_forms import without_doubtful
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.procedure import StageId
from ictscore.survey.labels.unit_names import fold_label
from ictscore.survey.options import USUAL, ReadOptions
from ictscore.survey.submission import Survey

_STAMPED_FOR_ANOTHER = frozenset({"SV501", "SV502"})
_NOT_ASKED_HERE = frozenset({"SV403", "SV404", "SV508"})
_EMPTY = frozenset({"SV102", "SV103"})
"""A unit without any answer: a fault only where it has none under either rulebook."""
_NOT_IN_THE_SURVEY = frozenset({"SV101", "SV405", "SV411", "SV617"})


def read_both(
    old: LoadedRulebook, new: LoadedRulebook, paths: Sequence[Path], stage: StageId | None = None, options: ReadOptions = USUAL
) -> tuple[Readings, tuple[Finding, ...]]:
    """Return a survey as two rulebooks read it, and what was found in it, each thing once."""
    first, second = (without_doubtful(each.rulebook, read_for(each, paths, options)) for each in (old, new))
    found = [*_own(first, old, new)], [*_own(second, new, old)]
    empty = [{str(each.place) for each in side if each.code in _EMPTY} for side in found]
    seen: dict[tuple[str, str, str], Finding] = {}
    for each in (*found[0], *found[1]):
        if each.code not in _EMPTY or str(each.place) in empty[0] & empty[1]:
            seen.setdefault((each.code, str(each.place), each.message), each)
    chosen = stage or first.latest_stage()
    return Readings(first, second, chosen), tuple(seen.values())


def _own(survey: Survey, mine: LoadedRulebook, other: LoadedRulebook) -> Iterator[Finding]:
    """Yield what was found, without what comes only of reading by a rulebook the survey was not made for."""
    asked_there = [each for each in other.rulebook.answers if each not in mine.rulebook.answers]
    words = {fold_label(text) for each in asked_there for text in (each, other.rulebook.answers[each].label)}
    criteria = {each.id for each in mine.rulebook.all_criteria()}
    words |= {fold_label(f"points:{each.id}") for each in other.rulebook.all_criteria() if each.id not in criteria}
    only_mine = {each for each in mine.rulebook.answers if each not in other.rulebook.answers}
    for found in survey.findings:
        stamped = found.code in _STAMPED_FOR_ANOTHER and found.values.get("read") == other.rulebook.id
        asked = found.code in _NOT_ASKED_HERE and fold_label(str(found.values.get("read"))) in words
        absent = found.code in _NOT_IN_THE_SURVEY and found.values.get("answer") in only_mine
        if not (stamped or asked or absent):
            yield found
