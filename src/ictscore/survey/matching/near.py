"""How near a typed name comes to a listed one: slips of the hand, told from words that tell two units apart."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

from ictscore.spelling import bare, may_lack_marks, words_of
from ictscore.survey.matching.forms import Form
from ictscore.survey.matching.shortened import Words
from ictscore.survey.matching.syllables import is_syllable, may_be_a_word

LEAST_RATIO = 0.84
LEAST_LEAD = 0.05
WORTH_ASKING = 0.72
_TELLING = frozenset(
    bare(each) for each in words_of("bắc nam đông tây nội ngoại thượng hạ trung trong ngoài trên dưới cũ mới một hai ba bốn nhất nhì")
)
"""Words that tell a unit from its neighbour; one instead of another, or too many of them, is never a slip."""
_REPEATED = re.compile(r"(.)\1+")
_SHORTEST_SLIP = 3
_SHORTEST_DOUBLED = 2
_NUMERAL = re.compile(r"[ivxl]+")
_OFFICE = words_of("sở")


def nearness(typed: Words, form: Form) -> float:
    """Return how near a typed name comes to a form, from 0 to 1; the words of the kind that both begin with do not count."""
    most = min(len(form.words) - form.core if form.core else int(form.words[:1] == _OFFICE), len(typed) - 1)
    same = next((at for at in range(most) if not may_lack_marks(typed[at], form.words[at])), max(most, 0))
    return ratio(" ".join(typed[same:]), " ".join(form.words[same:]))


@lru_cache(maxsize=65536)
def ratio(typed: str, meant: str) -> float:
    """Return how alike two folded texts are, from 0 to 1; marks count for half. For texts far apart it is only a number above that."""
    most = _most_alike(bare(typed), bare(meant))
    return most if most < WORTH_ASKING else (_alike(typed, meant) + _alike(bare(typed), bare(meant))) / 2


def _most_alike(one: str, other: str) -> float:
    """Return a bound that no likeness passes: by the letters alone, wherever they stand."""
    return 2 * (_letters(one) & _letters(other)).total() / ((len(one) + len(other)) or 1)


@lru_cache(maxsize=65536)
def _letters(text: str) -> Counter[str]:
    return Counter(text)


def _alike(one: str, other: str) -> float:
    first, second = sorted((one, other))  # the measure itself hangs on the order
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def is_slip(typed: Words, form: Form, known: frozenset[str]) -> bool:
    """Return whether a typed name is a form with a slip or two of the hand; ``known`` are the words of the whole list.

    A word that the list knows, that tells neighbours apart, or that may itself be a word (another syllable) is no slip. In the name of a
    “sở”, other marks on the same letters are one: a decree says which there are, and no two of them have the same letters.
    """
    if len(typed) != len(form.words):
        return False
    wrong = [index for index, (one, other) in enumerate(zip(typed, form.words, strict=True)) if not may_lack_marks(one, other)]
    most = max(1, len(typed) // 3)
    by_decree = form.words[:1] == _OFFICE == typed[:1]
    return len(wrong) <= most and all(
        _slipped(typed[at], form.words[at], known) or (by_decree and bare(typed[at]) == bare(form.words[at])) for at in wrong
    )


def _slipped(typed: str, meant: str, known: frozenset[str]) -> bool:
    one, other = bare(typed), bare(meant)
    if typed in known or not (one.isalpha() and other.isalpha()):
        return False
    if may_be_a_word(typed) or not is_syllable(other) or _NUMERAL.fullmatch(one):
        return False
    if _REPEATED.sub(r"\1", one) == other:  # a key that stayed down makes no other word, unless a mark speaks against it
        return len(other) >= _SHORTEST_DOUBLED and (other not in _TELLING or _marks(typed) <= _marks(meant))
    return not {one, other} & _TELLING and len(other) >= _SHORTEST_SLIP and is_one_slip(one, other)


def _marks(word: str) -> frozenset[str]:
    return frozenset(each for each in unicodedata.normalize("NFD", word) if unicodedata.combining(each))


def is_one_slip(one: str, other: str) -> bool:
    """Return whether one letter too many, too few, another, or two exchanged makes one word of the other.

    >>> is_one_slip("thogn", "thong"), is_one_slip("thon", "thong"), is_one_slip("noi", "ngoai")
    (True, True, False)
    """
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    left, right = one[start:], other[start:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])


def in_another_order(typed: Words, form: Form) -> bool:
    """Return whether a name has the same words in another order; those of a proper name must keep theirs.

    Of what is neither a place nor an office nobody knows which words are its proper name: Trường Phú Tân is not Trường Tân Phú.
    """
    if not form.core and form.words[:1] != _OFFICE:
        return False
    if len(typed) != len(form.words) or sorted(map(bare, typed)) != sorted(map(bare, form.words)):
        return False
    if not form.core:
        left = list(form.words)
        return all(_taken(word, left) for word in typed)
    core = form.words[-form.core :]
    starts = [at for at in range(len(typed) - form.core + 1) if all(map(may_lack_marks, typed[at : at + form.core], core))]
    return len(starts) == 1 and Form(typed).words != form.words


def _taken(word: str, left: list[str]) -> bool:
    found = next((each for each in left if may_lack_marks(word, each)), None)
    if found is not None:
        left.remove(found)
    return found is not None


def holds(typed: Words, form: Form) -> bool:
    """Return whether a longer name has all words of a form in a row."""
    size = len(form.words)
    return size > 1 and any(all(map(may_lack_marks, typed[at : at + size], form.words)) for at in range(len(typed) - size + 1))


def is_begun(typed: Words, form: Form) -> bool:
    """Return whether a name is the beginning of a form and ends before it does: “UBND huyện Hàm Thuận”."""
    return 1 < len(typed) < len(form.words) and all(map(may_lack_marks, typed, form.words))
