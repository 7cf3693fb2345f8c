"""What a column’s title means: a question by its id or label, whatever a survey tool puts around it; or what comes near."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ictscore.spelling import fold, words_of
from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.layouts.qualifying import is_plain, section_names
from ictscore.survey.layouts.vocabulary import Heading, Meaning, Vocabulary
from ictscore.survey.matching.near import WORTH_ASKING, ratio
from ictscore.survey.matching.syllables import may_be_a_word

_NUMBERED = re.compile(r"(?:(?:câu(?: hỏi)?|question)\s*\d{1,3}(?:[.,]\d{1,2})*[a-zđ]?\s*[.:)/–-]*\s+|q\d{1,3}\s*[.:)]\s*)", re.IGNORECASE)
"""The number of a question; “Q3” without a sign behind it may be a quarter of the year."""
_GRID = re.compile(r"(?P<before>.*\S)\s*\[(?P<row>[^\[\]]+)\]", re.DOTALL)
_PATH = re.compile(r"(?P<before>.*\S)/(?P<row>\S(?:.*\S)?)", re.DOTALL)
_VARIABLE = re.compile(r"[\w.-]+(?:/[\w.-]+)*")
_ENDING = " ?.:*"
_MOST_CANDIDATES = 3


class Recognised(NamedTuple):
    """What a title means; ``slip`` is the label that it is a slip of the hand away from."""

    heading: Heading
    slip: str = ""


class Recogniser:
    """Recognises titles by the names of one rulebook."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Collect the words of all labels: a word that one of them has is no slip."""
        self._vocabulary = vocabulary
        self._labels = {name: words_of(plain(each.label)) for name, each in vocabulary.questions.items()}
        self._sections = section_names(vocabulary.rulebook)
        self._known = frozenset(word for words in self._labels.values() for word in words)

    def recognise(self, title: str) -> Recognised | None:
        """Return what a title means beyond doubt: by its wording, else by the only label that is one slip away; or None."""
        for text in self._forms(title):
            found = self._vocabulary.heading(text)
            if found is not None:
                return Recognised(found)
        slips = [name for name, words in self._labels.items() if any(self._is_slip(words_of(text), words) for text in self._forms(title))]
        if len(slips) != 1:
            return None
        label = self._vocabulary.questions[slips[0]].label
        return Recognised(Heading(Meaning("answer", slips[0]), loose=True), label)

    def candidates(self, title: str) -> list[str]:
        """Return the ids of the questions whose labels come near a title, the nearest first."""
        labels = {name: fold(each.label) for name, each in self._vocabulary.questions.items()}
        forms = [fold(text) for text in _all_forms(title)]
        near = {name: max(ratio(text, label) for text in forms) for name, label in labels.items()}
        best = sorted((name for name in near if near[name] >= WORTH_ASKING), key=lambda name: -near[name])
        return best[:_MOST_CANDIDATES]

    def _forms(self, title: str) -> Iterator[str]:
        """Yield what a title may be worded as; what stands before a row or behind a path must only say in which part of the form it is."""
        for text, before in _parted(title):
            if not before or _VARIABLE.fullmatch(before) or is_plain(before, self._sections):
                yield from _closed(text)

    def _is_slip(self, typed: tuple[str, ...], label: tuple[str, ...]) -> bool:
        """Return whether one word differs by one letter, and what stands there is no word: a word may be meant."""
        if len(typed) != len(label) or len(label) < 3:  # noqa: PLR2004 - of two words, one is too little to know them by
            return False
        other = [(one, two) for one, two in zip(typed, label, strict=True) if one != two]
        if len(other) != 1:
            return False
        one, two = other[0]
        is_word = one in self._known or may_be_a_word(one) or any(each.isdigit() for each in one + two)
        return not is_word and _one_letter_apart(one, two)


def _all_forms(title: str) -> Iterator[str]:
    return (form for text, _ in _parted(title) for form in _closed(text))


def _parted(title: str) -> Iterator[tuple[str, str]]:
    """Yield a title, without the number of the question, and what a survey tool names in a grid or behind a group, with that before it."""
    text = plain(title)
    yield text, ""
    unnumbered = _NUMBERED.sub("", text, count=1) if _NUMBERED.match(text) else text
    if unnumbered != text:
        yield unnumbered, ""
    for pattern in (_GRID, _PATH):
        found = pattern.fullmatch(unnumbered)
        if found is not None:
            yield found["row"], found["before"]


def _closed(text: str) -> Iterator[str]:
    """Yield a text, and without the sign at its end that makes a sentence of it."""
    yield text
    if (bare := text.rstrip(_ENDING)) not in ("", text):
        yield bare


def _one_letter_apart(one: str, two: str) -> bool:
    """Return whether one letter too many, too few or another makes one word of the other."""
    if abs(len(one) - len(two)) > 1:
        return False
    start = next((at for at, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]), min(len(one), len(two)))
    return one[start + 1 :] == two[start + 1 :] or one[start + 1 :] == two[start:] or one[start:] == two[start + 1 :]
