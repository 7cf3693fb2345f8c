"""Which letters make a Vietnamese syllable, or may be a word of another language of the country: such a word is no slip of the hand."""

from __future__ import annotations

import re
import unicodedata

from ictscore.spelling import TONES, bare

_ONSET = r"(?:b|ch|c|d|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?"
_VOWELS = (
    r"(?:uye|uya|uyu|uay|uoi|uou|uao|ueu|oai|oay|oao|oeo|ieu|yeu"
    r"|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|a|e|i|o|u|y)"
)
_SYLLABLE = re.compile(rf"{_ONSET}{_VOWELS}(?:ch|c|m|nh|ng|n|p|t)?")
_ANY_WORD = re.compile(rf"(?:[bcdghkps]r|[bcghkmps]l|[fjwz]|{_ONSET})(?:ea|oi?e|{_VOWELS})(?:ch|c|h|k|l|m|nh|ng|n|p|r|s|t|w)?")
"""Also names such as Krông, Đrây, Mol, Păh, Plei, Ea."""


def is_syllable(word: str) -> bool:
    """Return whether a word without marks may be a Vietnamese one.

    >>> [is_syllable(each) for each in ("loi", "nghieng", "phogn", "ptnt", "krong")]
    [True, True, False, False, False]
    """
    return _SYLLABLE.fullmatch(word) is not None


def may_be_a_word(word: str) -> bool:
    """Return whether a word may be one that somebody meant; none has two tones.

    >>> [may_be_a_word(each) for each in ("lợi", "krông", "mol", "phogn", "tni", "linhh", "vụụ")]
    [True, True, True, False, False, False, False]
    """
    return sum(each in TONES for each in unicodedata.normalize("NFD", word)) < 2 and _ANY_WORD.fullmatch(bare(word)) is not None  # noqa: PLR2004 - two are too many
