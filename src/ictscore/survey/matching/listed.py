"""The units of a list as names are held against them: their forms, and what finds a unit by its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self, TypeVar

from ictscore.rulebook.units import UnitSpec
from ictscore.spelling import bare
from ictscore.survey.matching.acronyms import stands_for
from ictscore.survey.matching.forms import Form
from ictscore.survey.matching.shortened import Words, begins_like_a_kind

Thing = TypeVar("Thing")
_FEWEST_LAST = 3


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


def stand_surely_for(words: Words, forms: tuple[Form, ...]) -> bool:
    """Return whether letters stand for a form, and do not begin as a kind that it was cut of: TTTT may be a centre (trung tâm)."""
    return stand_for(words, (form for form in forms if not may_have_another_kind(words, form, forms)))


def may_have_another_kind(words: Words, form: Form, forms: tuple[Form, ...]) -> bool:
    """Return whether letters begin with those of a kind while the form is a name without its kind."""
    size = len(form.words)
    return begins_like_a_kind(words) and any(len(each.words) > size and each.words[-size:] == form.words for each in forms)


def may_begin(words: Words, forms: Iterable[Form]) -> bool:
    """Return whether letters stand for the first words of a form."""
    return any(stands_for(words, form.words[:size]) for form in forms for size in range(len(words) + 1, len(form.words)))


def may_end(words: Words, forms: Iterable[Form]) -> bool:
    """Return whether a name, or letters, are the last words of a form: “KKT Vân Phong” of “Ban Quản lý Khu kinh tế Vân Phong”."""
    ends = (form.words[start:] for form in forms for start in range(1, len(form.words) - _FEWEST_LAST + 1))
    return any(words == end or stands_for(words, end) for end in ends)


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
