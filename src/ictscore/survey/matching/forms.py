"""The forms in which a listed unit may be written: its names, with and without the words of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ictscore.rulebook.units import UnitSpec
from ictscore.spelling import words_of
from ictscore.survey.matching.shortened import LEVELS, ORGAN, PARTY, PROVINCE, Words, spelt_out

_OFFICE = words_of("sở")
_BOARD = words_of("ban")
_SCHOOL = words_of("trường")
_HIGH = (words_of("cao đẳng"), words_of("đại học"))
_COMMITTEE = words_of("ủy ban")
_NATION = words_of("việt nam")
_PARTY_OF_PROVINCE = words_of("tỉnh ủy")


class Form(NamedTuple):
    """One way to write a unit; ``core`` is how many words at its end are its proper name, 0 where it is called by what it does.

    A ``former`` name is no longer its own, and a ``cut`` one lacks its end: another unit may begin with the same words.
    """

    words: Words
    core: int = 0
    former: bool = False
    cut: bool = False

    @property
    def is_loose(self) -> bool:
        """Return whether the form tells less than the unit's own name."""
        return self.former or self.cut


def forms_of(unit: UnitSpec) -> tuple[Form, ...]:
    """Return all forms of a unit, its own name first."""
    own = [form for name in (unit.name, *unit.short_names) for form in _forms(spelt_out(words_of(name)))]
    former = [form._replace(former=True) for name in unit.former_names for form in _forms(spelt_out(words_of(name)))]
    return tuple(dict.fromkeys((*own, *former)))


def _forms(words: Words) -> Iterator[Form]:
    organ = ORGAN if words[: len(ORGAN)] == ORGAN else ()
    rest = words[len(organ) :]
    level = next((each for each in LEVELS if rest[: len(each)] == each and len(rest) > len(each)), ())
    if level and not _party(rest):
        core = rest[len(level) :]
        yield Form(words, len(core))
        yield from (Form((*ORGAN, *level, *core), len(core)), Form((*level, *core), len(core)), Form((*ORGAN, *core), len(core)))
        yield from _if_telling(core, len(core))
        return
    party = _party(words)
    if party:
        core = words[len(party) :]
        yield Form(words, len(core))
        yield from _if_telling(core, len(core))
        return
    yield Form(words)
    for each in _without_kind(words):
        cut = each[-1:] != words[-1:]
        yield from (form._replace(cut=cut) for form in _if_telling(each, 0))


def _party(words: Words) -> Words:
    return next((each for each in PARTY if words[: len(each)] == each and len(words) > len(each)), ())


def _without_kind(words: Words) -> Iterator[Words]:
    """Yield a name without the words that only say what kind of unit it is, or of which province."""
    shorter = [words]
    if words[-1:] == PROVINCE:
        shorter.append(words[:-1])
    if words[-2:] == _PARTY_OF_PROVINCE:
        shorter.append(words[:-2])
    shorter += [tuple(_dropped(each, _NATION)) for each in tuple(shorter) if _NATION[0] in each]
    for each in shorter:
        yield each
        for kind in (_OFFICE, _BOARD, *((_COMMITTEE,) if each[: len(ORGAN)] != ORGAN else ())):
            if each[: len(kind)] == kind:
                yield each[len(kind) :]
        if each[:1] == _SCHOOL and each[1:3] in _HIGH:
            yield each[1:]


def _dropped(words: Words, part: Words) -> Iterator[str]:
    skip = next((index for index in range(len(words)) if words[index : index + len(part)] == part), len(words))
    yield from (word for index, word in enumerate(words) if not skip <= index < skip + len(part))


def _if_telling(words: Words, core: int) -> Iterator[Form]:
    """Yield a form of at least two words; one word alone tells too little."""
    if len(words) > 1:
        yield Form(words, core)
