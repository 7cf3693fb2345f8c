"""Texts that Excel would cut or drop where a form shows them: found before the form is made, each at its place in the rulebook."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.nodes import place_at
from ictscore.survey.asked import asked_of
from ictscore.survey.blank.front import in_language
from ictscore.survey.blank.validations import help_text
from ictscore.survey.blank.written import options_of
from ictscore.words import N_, phrase

MESSAGE, OPTION = 255, 255


def refuse_long_texts(loaded: LoadedRulebook, *groups: str) -> None:
    """Raise FileRefused with every text of these groups' questions that is too long."""
    names = dict.fromkeys(name for group in groups for name in asked_of(loaded.rulebook, group))
    found = [each for name in names for each in _of(loaded, name)]
    if found:
        raise FileRefused(*found)


def utf16_length(text: str) -> int:
    """Return how long Excel takes a text to be: it counts a rare character twice.

    >>> utf16_length("Số"), utf16_length("𠀀")
    (2, 2)
    """
    return len(text.encode("utf-16-le")) // 2


def _of(loaded: LoadedRulebook, name: str) -> Iterator[Finding]:
    spec, language = loaded.rulebook.answers[name], loaded.rulebook.language
    with in_language(language):
        texts = tuple(_texts(spec, language))
    for key, what, text, limit in texts:
        if utf16_length(text) > limit:
            place = place_at(loaded.document, ("answers", name, *key))
            yield finding("IO410", place, what=phrase(what), answer=name, length=utf16_length(text), limit=limit)


def _texts(spec: AnswerSpec, language: str) -> Iterator[tuple[tuple[str, ...], str, str, int]]:
    yield ("help",) if spec.help else (), N_("help"), help_text(spec, language), MESSAGE
    yield ("evidence",) if spec.evidence else (), N_("evidence"), spec.evidence or "", MESSAGE
    for key, label in (spec.choices or {}).items():
        yield ("choices", key), N_("choice"), label, OPTION
    assert all(utf16_length(each) <= OPTION for each in options_of(spec, language)) or spec.choices
