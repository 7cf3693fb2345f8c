"""A group as it stands: who is ranked before whom, and who could have an award; asked once, used for every unit and line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import groupby

from ictscore.rulebook.results import Award
from ictscore.scoring.assess import Round, open_scopes, score_unit
from ictscore.scoring.awarding import is_eligible
from ictscore.scoring.explain import Books
from ictscore.scoring.ranking import Key
from ictscore.scoring.records import GroupScore, UnitScore
from ictscore.survey.labels.unit_names import Who, fold_name
from ictscore.whatif.regroup import Regrouping


class Field:
    """The units of one group with what they are ranked by."""

    def __init__(self, books: Books, group: GroupScore) -> None:
        """Take the units as they were scored."""
        self.books, self.group, self.rulebook = books, group, books.rulebook
        self.keys: dict[Who, Key] = {each.who: books.key(each) for each in group.units}
        self._eligible: dict[str, frozenset[Who]] = {}

    @cached_property
    def order(self) -> tuple[UnitScore, ...]:
        """Return the units that take a place, best first; unranked ones only where they leave a hole."""
        counted = [each for each in self.group.units if each.ranked or self.rulebook.ranking.unranked_units == "leave_hole"]
        return tuple(sorted(counted, key=lambda each: self.keys[each.who], reverse=True))

    @cached_property
    def scored(self) -> tuple[Round, dict[Who, UnitScore]]:
        """Return the round and the units, scored but not ranked, for many a ranking with one of them changed."""
        books, plan = self.books, self.books.plans[self.group.group.id]
        this = Round(self.rulebook, books.survey, books.assessment.stage, members=books.round.members, plans=books.plans)
        scopes = open_scopes(this, plan)
        return this, {each.submission.who: score_unit(this, plan, each) for each in scopes}

    @cached_property
    def regrouping(self) -> Regrouping:
        """Return the units as they stand when a value they are measured by has moved."""
        this, units = self.scored
        return Regrouping(this, self.books.plans[self.group.group.id], units)

    def others(self, unit: UnitScore) -> list[UnitScore]:
        """Return the other units that take a place in the unit's circle, best first."""
        inside = self.group.group.ranked_within
        return [each for each in self.order if each.who != unit.who and not (inside and each.parent != unit.parent)]

    def has_holes(self, unit: UnitScore) -> bool:
        """Return whether others that are not ranked take places all the same in the unit's circle."""
        return any(each.rank is None for each in self.others(unit))

    def is_rankable(self, unit: UnitScore) -> bool:
        """Return whether a unit is ranked unless a knockout prevents it."""
        group = self.group.group
        return group.ranked and fold_name(unit.unit) not in {fold_name(each) for each in group.unranked}

    def eligible(self, award: Award) -> frozenset[Who]:
        """Return the ranked units that meet what an award demands besides a place."""
        if award.id not in self._eligible:
            ranked = [each for each in self.group.units if each.rank is not None]
            held = [each for each in ranked if is_eligible(award, self.rulebook.grades, each, self.books.scope(each))]
            self._eligible[award.id] = frozenset(each.who for each in held)
        return self._eligible[award.id]

    def holder(self, place: int, units: Sequence[UnitScore], style: str | None = None) -> UnitScore | None:
        """Return who of ``units`` (best first) holds a place, or None where so many there are not; dense places are shared by equals.

        Without a ``style`` places count as the rulebook says.
        """
        if (style or self.rulebook.ranking.style) == "dense":
            firsts = [next(same) for _, same in groupby(units, key=lambda each: self.keys[each.who])]
            return firsts[place - 1] if len(firsts) >= place else None
        return units[place - 1] if 0 < place <= len(units) else None
