"""The four steps from a typed name to a unit of the list: exact, by its kind, by first letters, and near with a clear lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ictscore.rulebook.units import UnitList, UnitSpec
from ictscore.spelling import bare, may_lack_marks, words_of
from ictscore.survey.matching.acronyms import is_too_short, stands_for
from ictscore.survey.matching.forms import forms_of
from ictscore.survey.matching.garbled import decoded, likely_meant
from ictscore.survey.matching.listed import (
    Listed,
    bare_words,
    by_words,
    has_words_of,
    may_begin,
    may_end,
    may_have_another_kind,
    stand_for,
    stand_surely_for,
)
from ictscore.survey.matching.near import (
    LEAST_LEAD,
    LEAST_RATIO,
    WORTH_ASKING,
    holds,
    in_another_order,
    is_begun,
    is_slip,
    nearness,
)
from ictscore.survey.matching.shortened import LEVELS, PROVINCE, Words
from ictscore.survey.matching.typed import meant_by_keys, readings
from ictscore.words import N_

Kind = Literal["exact", "understood", "asked", "unknown"]
Step = Literal["exact", "former", "kind", "begun", "keys", "letters", "near", "garbled"]

STEPS: dict[Step, str] = {
    "exact": N_("its name"),
    "former": N_("a former name"),
    "kind": N_("marks, its kind or what is around it written otherwise"),
    "begun": N_("a former name, or the beginning of its name"),
    "keys": N_("Telex or VNI keys that were not turned into letters"),
    "letters": N_("first letters"),
    "near": N_("a slip of the hand"),
    "garbled": N_("letters that were not decoded"),
}
"""How a name was recognised, in words."""
_WRITTEN: tuple[Step, ...] = ("exact", "former", "kind", "begun")
_MOST_ASKED = 5
LONGEST = 400
"""Longer texts are no names."""
_NO_FARTHER = 0.12
"""How much farther than the nearest unit others may be that are asked about."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a typed name is taken for: one unit (``exact`` or ``understood``), one of several (``asked``), or none (``unknown``)."""

    read: str
    kind: Kind
    step: Step | None = None
    candidates: tuple[UnitSpec, ...] = ()

    @property
    def unit(self) -> UnitSpec | None:
        """Return the one unit that is meant, or None."""
        return self.candidates[0] if self.kind in ("exact", "understood") else None


class Matcher:
    """Matches names against one list."""

    def __init__(self, units: UnitList, jurisdiction: str = "") -> None:
        """Know the units by all their forms; ``jurisdiction`` names the province, which people write behind a unit's name."""
        self.units = units
        forms = {each.id: forms_of(each) for each in units.units}
        self._listed = tuple(Listed.of(each, forms[each.id], forms.get(each.parent or "", ())) for each in units.units)
        self.province = _province_of(jurisdiction)
        self._known = frozenset(word for each in self._listed for form in each.forms for word in form.words)
        self._named = by_words((words_of(name), each) for each in units.units for name in (each.name, *each.short_names))
        self._former = by_words((words_of(name), each) for each in units.units for name in each.former_names)
        self._by_form = by_words((bare_words(form.words), each) for each in self._listed for form in each.forms)
        self._compact = by_words(((_compact(form.words),), each) for each in self._listed for form in each.forms)
        self._remembered: dict[str, Match] = {}

    def match(self, text: str, among: Callable[[UnitSpec], bool] = lambda _: True) -> Match:
        """Return what ``text`` is taken for; of several that fit, the only one ``among`` holds for (of the said group)."""
        if len(text) > LONGEST:
            return Match(text, "unknown")
        if text not in self._remembered:
            self._remembered[text] = self._match(text)
        found = self._remembered[text]
        preferred = tuple(each for each in found.candidates if among(each))
        if found.kind == "asked" and found.step not in (None, "garbled") and len(preferred) == 1:
            return Match(text, "exact" if found.step == "exact" else "understood", found.step, preferred)
        return found

    def _match(self, text: str) -> Match:
        garbled = self._garbled(text) if words_of(text) not in self._named else None
        return self._match_letters(text) if garbled is None else Match(text, "asked", "garbled", garbled)

    def _garbled(self, text: str) -> tuple[UnitSpec, ...] | None:
        """Return the units that a name may be whose letters were not decoded; None for any other name."""
        found = [self._match_letters(each) for each in decoded(text)]
        written = tuple(dict.fromkeys(unit for each in found if each.step in _WRITTEN for unit in each.candidates))
        likely = likely_meant(text)
        if not written and not likely:
            return None
        return written or tuple(dict.fromkeys(unit for each in likely for unit in self._match_letters(each).candidates))

    def _match_letters(self, text: str) -> Match:
        for step, candidates in self.steps(text):
            found = tuple(dict.fromkeys(candidates))
            if len(found) == 1:
                return Match(text, "exact" if step == "exact" else "understood", step, found)
            if found:
                return Match(text, "asked", step, found)
        near = self._worth_asking(text)
        return Match(text, "asked" if near else "unknown", None, near)

    def steps(self, text: str) -> Iterator[tuple[Step, Iterable[UnitSpec]]]:
        """Yield what each step finds, the surest step first."""
        words = words_of(text)
        yield "exact", self._named.get(words, ())
        typed = readings(text, self.province)
        former = self._former.get(words, ())
        if former:
            yield _or_begun("former", former, (*self._as_forms(typed, exactly=True), *self._begun((words,))))
        yield self._written("kind", typed, exactly=True)
        yield self._written("kind", typed, exactly=False)
        keyed = meant_by_keys(text, self.province)
        yield self._written("keys", keyed, exactly=True)
        yield self._written("keys", keyed, exactly=False)
        slipped = self._slipped(typed)
        letters = tuple(self._by_letters(typed))
        yield "letters", (*letters, *(each.unit for each in slipped)) if letters else ()
        yield "near", self._leading(typed, slipped)

    def _written(self, step: Step, typed: tuple[Words, ...], *, exactly: bool) -> tuple[Step, tuple[UnitSpec, ...]]:
        """Return the units that are written like that; where no name of theirs is whole, also those whose names only begin so."""
        found = tuple(self._as_forms(typed, exactly=exactly))
        if not found or any(self._as_forms(typed, exactly=exactly, loosely=False)):
            return step, found
        return _or_begun(step, found, self._begun(words for words in typed if any(self._as_forms((words,), exactly=exactly))))

    def _begun(self, typed: Iterable[Words]) -> Iterator[UnitSpec]:
        """Yield the units of whose present names a name is the beginning."""
        yield from (each.unit for words in typed for each in self._listed if any(is_begun(words, form) for form in each.present))

    def _as_forms(self, typed: Iterable[Words], *, exactly: bool, loosely: bool = True) -> Iterator[UnitSpec]:
        """Yield the units that are written like that, with all marks or with some left out."""
        for words in typed:
            for each in self._by_form.get(bare_words(words), ()):
                if any(_same(words, form.words, exactly=exactly) and (loosely or not form.is_loose) for form in each.forms):
                    yield each.unit
            for each in self._compact.get((_compact(words),), ()):
                fit = (form for form in each.forms if _compact(form.words) == _compact(words) and (loosely or not form.is_loose))
                glued = {_glued(form.words) for form in fit if not may_have_another_kind(words, form, each.forms)}
                if glued and _glued(words) in {_compact(words), *glued}:
                    yield each.unit
            yield from self._with_parent(words, exactly=exactly)

    def _with_parent(self, words: Words, *, exactly: bool) -> Iterator[UnitSpec]:
        """Yield units whose name stands before that of the unit they belong to, or before letters that stand for it."""
        for cut in range(2, len(words) - 1):
            for each in self._by_form.get(bare_words(words[:cut]), ()):
                if any(_same(words[:cut], form.words, exactly=exactly) for form in each.forms) and any(
                    _same(words[cut:], form.words, exactly=exactly) or stands_for(words[cut:], form.words) for form in each.above
                ):
                    yield each.unit

    def _by_letters(self, typed: Iterable[Words]) -> Iterator[UnitSpec]:
        """Yield the units whose present names the letters stand for; where none of these is whole, also those whose names begin so."""
        telling = tuple(words for words in typed if not is_too_short(words))
        found = {each.unit.id: each for words in telling for each in self._listed if stand_surely_for(words, each.present)}
        yield from (each.unit for each in found.values())
        if found and not any(stand_for(words, each.firm) for words in telling for each in found.values()):
            yield from (each.unit for words in telling for each in self._listed if may_begin(words, each.present))

    def _slipped(self, typed: tuple[Words, ...]) -> tuple[Listed, ...]:
        """Return the units that a name is a slip of, or has the words of in another order; former names and cut ones have no slips."""
        return tuple(
            each
            for each in self._listed
            if any(is_slip(words, form, self._known) or in_another_order(words, form) for words in typed for form in each.firm)
        )

    def _leading(self, typed: tuple[Words, ...], slipped: tuple[Listed, ...]) -> Iterator[UnitSpec]:
        """Yield the one unit a name is a slip of and that leads all others, or all that it is a slip of."""
        if len(slipped) == 1:
            best = max(nearness(words, form) for words in typed for form in slipped[0].firm)
            others = max((self._nearness(typed, each) for each in self._listed if each is not slipped[0]), default=0.0)
            reordered = any(in_another_order(words, form) for words in typed for form in slipped[0].firm)
            if not reordered and (best < LEAST_RATIO or best - others < LEAST_LEAD):
                return
        yield from (each.unit for each in slipped)

    def _worth_asking(self, text: str) -> tuple[UnitSpec, ...]:
        """Return the units to ask about, the likeliest first: those that come near, and those whose name is part of what was typed."""
        typed = (*readings(text, self.province), *meant_by_keys(text, self.province))
        scored = [(self._nearness(typed, each), each) for each in self._listed]
        begun = {each.unit.id for each in self._listed if any(is_begun(words, form) for words in typed for form in each.forms)}
        inside = {each.unit.id for each in self._listed if any(holds(words, form) for words in typed for form in each.forms)}
        likely = [(words, each) for words in typed for each in self._listed]
        short = {
            each.unit.id
            for words, each in likely
            if stand_for(words, each.forms) or has_words_of(words, each.forms) or may_end(words, each.firm)
        }
        least = max(WORTH_ASKING, max(score for score, _ in scored) - _NO_FARTHER)
        if inside:  # who is named in full is meant rather than whoever is merely called alike
            least = max(least, *(score for score, each in scored if each.unit.id in inside))
        chosen = [(score, each.unit) for score, each in scored if score >= least or each.unit.id in inside | short | begun]
        return tuple(unit for _, unit in sorted(chosen, key=lambda pair: -pair[0])[:_MOST_ASKED])

    def _nearness(self, typed: Iterable[Words], listed: Listed) -> float:
        return max(nearness(words, form) for words in typed for form in listed.forms)


def _province_of(jurisdiction: str) -> Words:
    """Return the proper name of a province: “Tỉnh Bình Thuận (khối Đảng)” is Bình Thuận."""
    words = words_of(jurisdiction.partition("(")[0])
    for kind in (PROVINCE, *LEVELS):
        if words[: len(kind)] == kind:
            return words[len(kind) :]
    return ()


def _or_begun(step: Step, found: tuple[UnitSpec, ...], others: Iterable[UnitSpec]) -> tuple[Step, tuple[UnitSpec, ...]]:
    """Return a step with what it found, and another step where others may be meant as well."""
    more = tuple(each for each in others if each not in found)
    return ("begun", (*found, *more)) if more else (step, found)


def _compact(words: Words) -> str:
    return "".join(map(bare, words))


def _glued(words: Words) -> str:
    return "".join(words_of("".join(words)))


def _same(typed: Words, meant: Words, *, exactly: bool) -> bool:
    return typed == meant if exactly else len(typed) == len(meant) and all(map(may_lack_marks, typed, meant))
