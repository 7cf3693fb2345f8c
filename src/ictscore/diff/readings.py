"""One survey read under two rulebooks: whom both know, and the answers that hold between the two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from ictscore.diff.between import Switches
from ictscore.rulebook.procedure import StageId
from ictscore.survey.labels.unit_names import Who
from ictscore.survey.submission import Answer, Submission, Survey

Key = tuple[str, Who]
"""A group and a unit in it."""


@dataclass(frozen=True)
class Readings:
    """The same answers as the older and as the newer rulebook reads them, at one stage."""

    old: Survey
    new: Survey
    stage: StageId
    _made: dict[tuple[frozenset[str], frozenset[str]], Survey] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _by_key(self) -> tuple[dict[Key, Submission], dict[Key, Submission]]:
        sides = ({(each.group, each.who): each for each in survey.submissions} for survey in (self.old, self.new))
        first, second = sides
        return first, second

    @cached_property
    def common(self) -> frozenset[Key]:
        """Return the units that both readings have, in the same group."""
        first, second = self._by_key
        return frozenset(first.keys() & second.keys())

    @cached_property
    def read_otherwise(self) -> frozenset[str]:
        """Return the ids of answers to which some unit's answer is read in two ways."""
        return self._otherwise("answers")

    @cached_property
    def given_otherwise(self) -> frozenset[str]:
        """Return the ids of criteria for which points of reviewers are read in two ways."""
        return self._otherwise("points")

    def _otherwise(self, what: str) -> frozenset[str]:
        found: set[str] = set()
        first, second = self._by_key
        for key in self.common:
            old, new = getattr(first[key], what), getattr(second[key], what)
            for stage in old.keys() & new.keys():
                both = old[stage].keys() & new[stage].keys()
                found |= {name for name in both if old[stage][name].value != new[stage][name].value}
        return frozenset(found)

    def between(self, applied: Switches) -> Survey:
        """Return the survey as it is read with some of the changes made.

        An answer that only one side asks for is there all the same: no rule of the other side looks at it.
        """
        answers = self.read_otherwise & {each.id for each in applied if each.subject == "answer"}
        points = self.given_otherwise & {each.id for each in applied if each.subject == "criterion"}
        if (answers, points) not in self._made:
            self._made[answers, points] = self._merged(answers, points)
        return self._made[answers, points]

    def _merged(self, answers: frozenset[str], points: frozenset[str]) -> Survey:
        first, second = self._by_key
        merged = []
        for key, old in first.items():
            new = second.get(key)
            if new is None:
                merged.append(old)
                continue
            merged.append(replace(old, answers=_mixed(old.answers, new.answers, answers), points=_mixed(old.points, new.points, points)))
        return replace(self.old, submissions=tuple(merged), findings=())


def _mixed(
    old: Mapping[StageId, Mapping[str, Answer]], new: Mapping[StageId, Mapping[str, Answer]], taken: frozenset[str]
) -> dict[StageId, dict[str, Answer]]:
    mixed: dict[StageId, dict[str, Answer]] = {}
    for stage in dict.fromkeys([*old, *new]):
        first, second = old.get(stage, {}), new.get(stage, {})
        mixed[stage] = {**second, **{name: each for name, each in first.items() if name not in taken or name not in second}}
    return mixed
