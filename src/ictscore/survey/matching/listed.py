"""The units of a list as names are held against them: their forms, and what finds a unit by its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self, TypeVar

from ictscore.rulebook.units import UnitSpec
from ictscore.spelling import bare
from ictscore.survey.matching.acronyms import stands_for
from ictscore.survey.matching.forms import Form
from ictscore.survey.matching.shortened import Words

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Listed:
    """A unit with its forms, and the forms of the unit it belongs to."""

    unit: UnitSpec
    forms: tuple[Form, ...]
    above: tuple[Form, ...]
    present: tuple[Form, ...]
    """The forms of the names it has now."""
    firm: tuple[Form, ...]
    """Those that tell as much as its own name."""

    @classmethod
    def of(cls, unit: UnitSpec, forms: tuple[Form, ...], above: tuple[Form, ...]) -> Self:
        """Return a unit with its forms, told apart."""
        present = tuple(form for form in forms if not form.former)
        return cls(unit, forms, above, present, tuple(form for form in present if not form.cut))


def stand_for(words: Words, forms: Iterable[Form]) -> bool:
    """Return whether letters stand for a form."""
    return any(stands_for(words, form.words) for form in forms)


def may_begin(words: Words, forms: Iterable[Form]) -> bool:
    """Return whether letters stand for the first words of a form."""
    return any(stands_for(words, form.words[:size]) for form in forms for size in range(len(words) + 1, len(form.words)))


def has_words_of(words: Words, forms: Iterable[Form]) -> bool:
    """Return whether a name has the words of a form, in whatever order."""
    return any(sorted(bare_words(words)) == sorted(bare_words(form.words)) for form in forms)


def by_words(pairs: Iterable[tuple[Words, Thing]]) -> dict[Words, tuple[Thing, ...]]:
    """Return things by the words they go by, each once."""
    found: dict[Words, dict[int, Thing]] = {}
    for words, thing in pairs:
        found.setdefault(words, {})[id(thing)] = thing
    return {words: tuple(things.values()) for words, things in found.items()}


def bare_words(words: Words) -> Words:
    """Return words without marks."""
    return tuple(map(bare, words))
