"""The rulebooks between two: the older one with some of the changes made, each again a whole rulebook."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from ictscore.diff.switches import CRITERION_KEYS, Placed, Switch, Within, placed_criteria
from ictscore.rulebook.criteria import Criterion, Section
from ictscore.rulebook.groups import Group
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.results import Bonus, Deductions

Switches = frozenset[Switch]


class Between:
    """Makes the rulebooks between an older and a newer one."""

    def __init__(self, old: Rulebook, new: Rulebook) -> None:
        """Look both over once."""
        self.old, self.new = old, new
        self.placed = placed_criteria(old), placed_criteria(new)
        self._mixed: dict[tuple[str, Switches], Criterion] = {}
        self.order = list(dict.fromkeys([*self.placed[0], *self.placed[1]]))

    def rulebook(self, applied: Switches) -> Rulebook:
        """Return the older rulebook with these changes made; a group that only one of the two has is kept.

        Maxima that are declared above criteria (of a section, of the scale) may then be other than their sum: a point moved from one
        criterion to another is two changes. No result is reckoned from what is declared there.
        """
        standing = _Tree(self, applied)
        return self.old.model_copy(
            update={
                "answers": {**self.old.answers, **self.new.answers},
                "groups": tuple(self._groups(applied)),
                "sections": tuple(standing.sections()),
                "bonus": standing.extra_part("bonus"),
                "deductions": standing.extra_part("deductions"),
                "scale": self._either("scale", applied),
                "rounding": self._either("rounding", applied),
                "ranking": self._either("ranking", applied),
                "grades": self._either("grades", applied),
                "knockouts": _listed("knockout", self.old.knockouts, self.new.knockouts, applied),
                "awards": _listed("award", self.old.awards, self.new.awards, applied),
            }
        )

    def criterion(self, identifier: str, applied: Switches) -> Criterion:
        """Return a criterion with these changes made, its parts aside; the same object for the same choice."""
        old, new = (side.get(identifier) for side in self.placed)
        if old is None or new is None:
            only = old or new
            assert only is not None
            return only.criterion
        key = identifier, frozenset(each for each in applied if each.subject == "criterion" and each.id == identifier)
        if key not in self._mixed:
            self._mixed[key] = mixed_criterion(old, new, applied)
        return self._mixed[key]

    def extra_rule(self, name: Literal["bonus", "deductions"], applied: Switches) -> Bonus | Deductions | None:
        """Return what is said of the bonus or of the deductions with these changes made, whatever criteria are in it."""
        old, new = getattr(self.old, name), getattr(self.new, name)
        chosen: Bonus | Deductions | None = (new or old) if Switch(name, "") in applied else (old or new)
        return chosen

    def _either(self, name: Any, applied: Switches) -> Any:
        return getattr(self.new if Switch(name, "") in applied else self.old, name)

    def _groups(self, applied: Switches) -> Iterable[Group]:
        new = {each.id: each for each in self.new.groups}
        for group in self.old.groups:
            yield new.pop(group.id, group) if Switch("group", group.id) in applied else group
            new.pop(group.id, None)
        yield from new.values()


def _listed(subject: Any, old: Iterable[Any], new: Iterable[Any], applied: Switches) -> tuple[Any, ...]:
    """Return the items of a list: those switched as the newer rulebook has them, the others as the older one has them, in its order."""
    sides = {each.id: each for each in old}, {each.id: each for each in new}
    order = dict.fromkeys([*sides[0], *sides[1]])
    chosen = (sides[Switch(subject, identifier) in applied].get(identifier) for identifier in order)
    return tuple(each for each in chosen if each is not None)


class _Tree:
    """The sections and criteria of one rulebook between two."""

    def __init__(self, between: Between, applied: Switches) -> None:
        self.between, self.applied = between, applied
        self.children: dict[Within, list[Criterion]] = {}
        self._inside: dict[Within, list[str]] = {}
        for identifier in between.order:
            if (within := self._within(identifier)) is not None:
                self._inside.setdefault(within, []).append(identifier)

    def _within(self, identifier: str) -> Within | None:
        """Return what a criterion stands in here, or None where it is not here."""
        old, new = (side.get(identifier) for side in self.between.placed)
        if old is None or new is None:
            is_new = old is None
            only = new if is_new else old
            assert only is not None
            return only.within if (Switch("criterion", identifier) in self.applied) == is_new else None
        return (new if Switch("criterion", identifier, "within") in self.applied else old).within

    def sections(self) -> Iterable[Section]:
        """Yield the sections that have criteria here."""
        old = {each.id: each for each in self.between.old.sections}
        new = {each.id: each for each in self.between.new.sections}
        for identifier in dict.fromkeys([*old, *new]):
            criteria = tuple(self._criteria(("section", identifier)))
            switched = Switch("section", identifier) in self.applied
            section = (new if switched else old).get(identifier) or (old if switched else new)[identifier]
            if criteria:
                yield section.model_copy(update={"criteria": criteria})

    def extra_part(self, name: Any) -> Any:
        """Return the bonus or the deductions as they are here, or None without criteria."""
        criteria = tuple(self._criteria((name, "")))
        chosen = self.between.extra_rule(name, self.applied)
        return chosen.model_copy(update={"criteria": criteria}) if chosen is not None and criteria else None

    def _criteria(self, within: Within) -> Iterable[Criterion]:
        for identifier in self._inside.get(within, ()):
            parts = tuple(self._criteria(("criterion", identifier)))
            mixed = self.between.criterion(identifier, self.applied)
            yield mixed if not parts and not mixed.parts else mixed.model_copy(update={"parts": parts})


def mixed_criterion(old: Placed, new: Placed, applied: Switches) -> Criterion:
    """Return a criterion that both rulebooks have, with the keys that are switched taken from the newer one."""
    identifier = old.criterion.id
    taken = [key for key in CRITERION_KEYS[:-1] if Switch("criterion", identifier, key) in applied]
    return old.criterion.model_copy(update={key: getattr(new.criterion, key) for key in taken})
