"""Names as people typed them: as they are shown, or why a text is none."""

from __future__ import annotations

import unicodedata

from ictscore.survey.drafts import Said
from ictscore.words import N_, Phrase, phrase

_LONGEST_NAME = 255


def clean_name(text: str) -> str:
    """Return a name as it is shown: composed letters, single blanks.

    >>> clean_name(" Sở   Nội vụ ")
    'Sở Nội vụ'
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


def no_name(said: Said, name: str) -> Phrase | None:
    """Return why a text is no unit's name."""
    if said.kind in ("error", "formula_without_value"):
        return phrase(N_("it is an error or a formula without a value"))
    if said.kind != "text":
        return phrase(N_("it is a number"))
    if not any(character.isalpha() for character in name):
        return phrase(N_("it has no letter"))
    return phrase(N_("it is longer than {limit} characters"), limit=_LONGEST_NAME) if len(name) > _LONGEST_NAME else None
