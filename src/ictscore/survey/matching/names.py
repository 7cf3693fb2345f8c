"""Who a row or form is by the list of units: understood with a note, asked about, or a stranger to the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ictscore.places import Place
from ictscore.rulebook.units import UnitList, UnitSpec
from ictscore.spelling import fold
from ictscore.survey.drafts import Draft
from ictscore.survey.matching.answers import Answers
from ictscore.survey.matching.garbled import letters_by_code, likely_meant
from ictscore.survey.matching.matcher import STEPS, Match, Matcher
from ictscore.survey.matching.questions import option_of
from ictscore.survey.matching.whole_names import WholeNames
from ictscore.survey.noting import Notes
from ictscore.words import phrase


@dataclass(frozen=True, slots=True)
class Hints:
    """What is said of a unit besides its name: its group, its parent, and for whom the form was made."""

    group: str = ""
    parent: str = ""
    stamped: str = ""


class Names:
    """The names of one round: the list of units, the answers people gave, and the day that decides who is of the round."""

    def __init__(self, units: UnitList, jurisdiction: str, answers: Answers | None = None, day: date | None = None) -> None:
        """Know the list and the answers."""
        self.units, self.answers, self.day = units, answers, day
        self.matcher = Matcher(units, jurisdiction)
        self.whole = WholeNames(self.matcher)
        self.in_doubt: dict[str, None] = {}
        """The ids of the units that a name not understood may mean."""

    def identify(self, name: str, draft: Draft, hints: Hints, notes: Notes) -> UnitSpec | Literal["asked", "stranger"]:
        """Return the unit that ``name`` means; what was assumed or must be asked is noted."""
        place = draft.unit.place
        answered = self.answers.about(name, place.file) if self.answers is not None else None
        found = self._match(name, hints)
        if answered is not None and found.kind != "exact":
            if answered.unit is None:
                return "stranger"
            notes.add("UN126", place, answered.place, read=name, unit=answered.unit.name, file=answered.place.file)
            return answered.unit
        if found.kind == "unknown":
            return "stranger"
        unit = found.unit
        if unit is None:
            self.in_doubt.update(dict.fromkeys(each.id for each in found.candidates))
            known = tuple(option_of(each, self.units) for each in found.candidates)
            if found.step == "garbled":
                notes.add("UN122", place, read=name, known=known or likely_meant(name), odd=letters_by_code(name))
            else:
                notes.add("UN121", place, read=name, known=known)
            return "asked"
        if found.kind == "understood" and found.step is not None:
            notes.add("UN120", place, read=name, unit=unit.name, how=phrase(STEPS[found.step]))
        return unit

    def is_same(self, stamped: str, name: str) -> bool:
        """Return whether the unit a form was made for and the name typed into it may be one: by the list, else by their spelling."""
        if fold(stamped) == fold(name):
            return True
        made_for = self.matcher.match(stamped).unit
        return made_for is not None and made_for in self.matcher.match(name).candidates

    def expected_in(self, group: str) -> tuple[UnitSpec, ...]:
        """Return the units of a group that are of the round."""
        return tuple(each for each in self.units.of(group) if self.is_of_the_round(each))

    def is_of_the_round(self, unit: UnitSpec) -> bool:
        """Return whether a unit exists on the deciding day, or whether no such day is known."""
        return self.day is None or unit.is_valid_on(self.day)

    def place_of(self, unit: UnitSpec) -> Place:
        """Return where the list names a unit."""
        return self.units.place(unit)

    def _match(self, name: str, hints: Hints) -> Match:
        parent = self.matcher.match(hints.parent).unit if hints.parent else None
        stamped = self.matcher.match(hints.stamped).unit if hints.stamped else None

        def fits(unit: UnitSpec) -> bool:
            if stamped is not None:
                return unit.id == stamped.id
            in_group = not hints.group or unit.group == hints.group
            return in_group and (not hints.parent or (parent is not None and unit.parent == parent.id))

        return self.matcher.match(name, fits)

    def is_parent(self, unit: UnitSpec, said: str) -> bool:
        """Return whether ``said`` may name the unit that ``unit`` belongs to by the list."""
        above = self.units.unit(unit.parent) if unit.parent is not None else None
        return above is None or fold(said) == fold(above.name) or above in self.matcher.match(said).candidates
