"""Whether somebody says on a form sent back for what concerns it as a whole that it was looked through."""

from __future__ import annotations

from ictscore.survey.drafts import Said
from ictscore.survey.layout import LOOKED_WORDS
from ictscore.survey.noting import Notes
from ictscore.survey.unit_names import fold_name

_SAYS_SO = frozenset(map(fold_name, LOOKED_WORDS.values()))


def hold_looked(said: Said, language: str, notes: Notes) -> None:
    """Report a form on which this was asked and is not said: the errors it was sent back for would be forgotten."""
    if fold_name(said.text) not in _SAYS_SO:
        notes.add("SV603", said.place, word=LOOKED_WORDS[language])
