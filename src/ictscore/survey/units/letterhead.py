"""Whose a form is that says so only in its letterhead: one unit of the list, named above the questions and nobody else beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ictscore.places import Place
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.unit_list import UnitSpec
from ictscore.spelling import fold
from ictscore.survey.drafts import Draft, Said
from ictscore.survey.labels.body_names import begins_like_a_body
from ictscore.survey.matching.matcher import Match, Matcher
from ictscore.survey.matching.names import Names
from ictscore.survey.matching.questions import option_of
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.addresses import parse_cell
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.units.letterhead_doubts import doubt_about, is_another
from ictscore.words import N_, Phrase, phrase

_MOST_LINES = 3
"""Over how many lines a name is broken at most."""


class Named(NamedTuple):
    """Units that a line, or some lines together, name; several where they have one name. ``below`` is the line that comes next."""

    units: tuple[UnitSpec, ...]
    read: str
    place: Place
    below: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the lines above a form say to the list of units; nothing but whole names counts, never what merely comes near to one."""

    lines: tuple[Said, ...]
    matcher: Matcher

    def named(self) -> tuple[Named, ...]:
        """Return who is named, from left to right and from top to bottom, without those to whom another one named here belongs."""
        found = [each for column in self._columns() for each in self._in_column(column)]
        above = {parent for each in found for unit in each.units for parent in self._parents(unit)}
        ids = {unit.id for each in found for unit in each.units}
        narrowed = [each._replace(units=self._within(each.units, ids)) for each in found]
        return tuple(each for each in narrowed if not all(unit.id in above for unit in each.units))

    def _within(self, units: tuple[UnitSpec, ...], ids: set[str]) -> tuple[UnitSpec, ...]:
        """Return of several units of one name those whose parent is named here too."""
        inside = tuple(each for each in units if each.parent in ids)
        return inside or units

    def _parents(self, unit: UnitSpec) -> Iterator[str]:
        while unit.parent is not None:
            yield unit.parent
            unit = self.matcher.units.unit(unit.parent)

    def _columns(self) -> list[list[Said]]:
        """Return the lines of each column, from left to right; those of another sheet of the form stand by themselves."""
        columns: dict[tuple[str, int], list[Said]] = {}
        for each in self.lines:
            at = parse_cell(each.place.cell)
            columns.setdefault((each.place.sheet, at[1] if at else 0), []).append(each)
        return [columns[each] for each in sorted(columns)]

    def _in_column(self, lines: Sequence[Said]) -> Iterator[Named]:
        index = 0
        while index < len(lines):
            size, found = self._at(lines, index)
            if found is not None:
                below = next(iter(lines[index + size :]), None)
                goes_on = below is not None and self._goes_on(found, lines[index + size - 1], below)
                yield found._replace(below=below.text if below is not None and goes_on else "")
            index += size

    def _at(self, lines: Sequence[Said], index: int) -> tuple[int, Named | None]:
        """Return how many lines name somebody together, and whom; also where what it belongs to stands first (“Tỉnh ủy”, “Văn phòng”)."""
        size, units = self._downwards(lines, index)
        if not units and index + 1 < len(lines) and not self._downwards(lines, index + 1)[1]:
            upwards, _ = self._whole_name(f"{lines[index + 1].text} {lines[index].text}")
            size, units = (2, upwards) if upwards else (size, units)
        read = shown(" / ".join(each.text for each in lines[index : index + size]))
        return size, Named(units, read, lines[index].place) if units else None

    def _downwards(self, lines: Sequence[Said], index: int) -> tuple[int, tuple[UnitSpec, ...]]:
        """Return over how many lines a name goes, and whose it is: more lines where they name somebody else, or the whole of the name."""
        best: tuple[int, tuple[UnitSpec, ...]] = (1, ())
        for size in range(1, min(_MOST_LINES, len(lines) - index) + 1):
            units, is_exact = self._whole_name(" ".join(each.text for each in lines[index : index + size]))
            if units and (is_exact or units != best[1]):
                best = size, units
        return best

    def _whole_name(self, text: str) -> tuple[tuple[UnitSpec, ...], bool]:
        """Return the units whose name a text is, and whether it is as the list has it, or has its kind written otherwise."""
        found: Match = self.matcher.match(text)
        is_whole = found.step == "exact" or (found.step == "kind" and begins_like_a_body(text))
        return (found.candidates if is_whole else ()), found.step == "exact"

    def _goes_on(self, found: Named, line: Said, below: Said) -> bool:
        """Return whether the next line may be a part of the name, or of whom it names: so “Phòng …” below “UBND huyện …”."""
        if any(map(str.isdigit, below.text)):
            return False
        return below.place == line.place or begins_like_a_body(below.text) or self._begins_others(found.units)

    def _begins_others(self, units: Sequence[UnitSpec]) -> bool:
        """Return whether names of other units begin as one of these: so “Trường Cao đẳng Y tế” as “Trường Cao đẳng”."""
        starts = tuple(f"{fold(each.name)} " for each in units)
        return any(fold(each.name).startswith(starts) for each in self.matcher.units.units)


def hosts_of(rulebook: Rulebook, matcher: Matcher) -> frozenset[str]:
    """Return the ids of the units that run the round by its procedure: their letterhead may stand on the forms of others."""
    roles = [(each.role or "").partition(",")[0] for each in rulebook.procedure]
    found = [matcher.match(each) for each in roles if each]
    return frozenset(each.unit.id for each in found if each.unit is not None and each.step in ("exact", "kind"))


def named_above(unit: UnitSpec, draft: Draft, names: Names, hosts: frozenset[str]) -> Phrase | None:
    """Return which other unit stands in the letterhead of a unit’s form; those above it, and whoever runs the round, stand on many."""
    texts = [each.text for each in draft.above]
    for text in (*texts, *(f"{above} {below}" for above, below in pairwise(texts))):
        found = names.whole.unit(text) if begins_like_a_body(text) else None
        if found is not None and is_another(found, unit, names, hosts):
            return phrase(N_("above the questions it also says “{line}”"), line=shown(text))
    return None


def sender_above(draft: Draft, names: Names, hosts: frozenset[str], notes: Notes) -> Said | None:
    """Return who sent a form by what stands above its questions, noted at the cell; None where nobody, or not one alone, is named.

    Asks where several are named, or where the one named may not be the sender.
    """
    named = Letterhead(draft.above, names.matcher).named()
    units = {unit.id: unit for each in named for unit in each.units}
    if not units:
        return None
    first, places = named[0], [each.place for each in named]
    if len(units) > 1:
        names.in_doubt.update(dict.fromkeys(units))
        notes.add("UN153", *dict.fromkeys(places), known=tuple(option_of(each, names.units) for each in units.values()))
        return Said(kind="unreadable")
    unit = first.units[0]
    if (reason := _reason_to_ask(named, unit, hosts) or doubt_about(unit, first.place, draft, names, hosts)) is not None:
        names.in_doubt[unit.id] = None
        notes.add("UN154", first.place, read=first.read, unit=unit.name, reason=reason)
        return Said(kind="unreadable")
    notes.add("UN152", first.place, read=first.read, unit=unit.name)
    if unit.parent is not None and not draft.parent.text:
        draft.parent = Said(names.units.parent_name(unit) or "", first.place)
    return Said(unit.name, first.place)


def _reason_to_ask(named: Sequence[Named], unit: UnitSpec, hosts: frozenset[str]) -> Phrase | None:
    if below := next((each.below for each in named if each.below), ""):
        return phrase(N_("below it stands “{below}”"), below=shown(below))
    return phrase(N_("it runs this round, and its letterhead stands on the forms of others too")) if unit.id in hosts else None
