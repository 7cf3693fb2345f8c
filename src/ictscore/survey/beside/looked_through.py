"""Whether somebody says that a form was looked through: one sent back for what concerns it as a whole, or with carried answers."""

from __future__ import annotations

from ictscore.places import Place
from ictscore.survey.drafts import Said
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import LOOKED, LOOKED_WORDS, NO_ROUND
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.cells import Workbook
from ictscore.survey.stamp_read import Stamp
from ictscore.words import N_, Phrase, phrase

_SAYS_SO = frozenset(map(fold_name, LOOKED_WORDS.values()))


def says_looked(text: str) -> bool:
    """Return whether a text says that the form was looked through.

    >>> says_looked("đã xem lại"), says_looked(""), says_looked("chưa")
    (True, False, False)
    """
    return fold_name(text) in _SAYS_SO


def round_told(name: str) -> str | Phrase:
    """Return how a round is called, also one that a form does not name."""
    return phrase(N_("an unnamed round")) if name == NO_ROUND else name


def hold_unasked(book: Workbook, stamp: Stamp, language: str, notes: Notes) -> None:
    """Report a form with answers of another round from which the question whether it was looked through was taken away."""
    if stamp.carried_from and not any(cell.text.strip() == LOOKED for sheet in book.sheets for cell in sheet.cells.values()):
        hold_looked(Said(place=Place(book.file.name)), stamp, language, notes)


def hold_looked(said: Said, stamp: Stamp, language: str, notes: Notes) -> None:
    """Report a form on which this was asked and is not said: what it was sent back for, or whose round it is, would be forgotten."""
    if says_looked(said.text):
        return
    if stamp.carried_from:
        notes.add("SV591", said.place, read=round_told(stamp.carried_from), word=LOOKED_WORDS[language])
    else:
        notes.add("SV603", said.place, word=LOOKED_WORDS[language])
