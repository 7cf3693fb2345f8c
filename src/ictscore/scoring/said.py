"""What a unit said that a criterion was scored by: so that a doubt about its points names the cells to look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from ictscore.expr.values import Blank, Value
from ictscore.places import Place
from ictscore.rulebook.answers import AnswerSpec
from ictscore.scoring.records import CriterionScore, UnitScore
from ictscore.survey.submission import Answer
from ictscore.words import N_, Phrase, phrase

_NAMED = 4
"""So many answers are named in a sentence at most."""
_YES_OR_NO = {True: phrase(N_("yes")), False: phrase(N_("no"))}

Said = Callable[[UnitScore, CriterionScore], Sequence[tuple[str, Answer]]]
"""Gives the answers of a unit that a criterion hangs on, by id, or the points that were given for it."""


class Seen(NamedTuple):
    """Where the answers stand, the first of them first, and what was read there, in words."""

    places: tuple[Place, ...]
    read: Phrase | str


def seen_in(said: Sequence[tuple[str, Answer]], specs: Mapping[str, AnswerSpec]) -> Seen:
    """Return where a unit's answers stand and what was read there; cells that cannot be read go first."""
    given = [each for each in said if not isinstance(each[1].value, Blank)]
    doubtful = [each for each in said if isinstance(each[1].value, Blank) and each[1].value.kind not in {"missing", "not_applicable"}]
    places = dict.fromkeys(answer.place for _, answer in doubtful or given or said if answer.place.cell)
    words = [_told(answer.value, specs.get(name)) for name, answer in given[:_NAMED]]
    return Seen(tuple(places), phrase(N_("; read: {answers}"), answers=tuple(words)) if words else "")


def _told(value: Value, spec: AnswerSpec | None) -> object:
    """Return an answer under its label, as people know it from the form: yes or no, and the label of a choice."""
    if spec is None:
        return value
    words: object = _YES_OR_NO[value] if isinstance(value, bool) else (spec.choices or {}).get(str(value), value)
    return phrase(N_("“{label}” = {value}"), label=spec.label, value=words)
