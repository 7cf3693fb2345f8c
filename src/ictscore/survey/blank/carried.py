"""What a form says of answers carried over from another round: on its face, at each, and where the unit says that it looked."""

from __future__ import annotations

from ictscore.rulebook.load import LoadedRulebook
from ictscore.survey.blank.front import period_of
from ictscore.survey.blank.word.answers import text_of_answer
from ictscore.survey.layout import LOOKED, LOOKED_WORDS, NO_ROUND
from ictscore.survey.submission import Submission
from ictscore.words import N_, tr

FACE = N_(
    "The answers marked ▲ ({count}) are taken from the form of {then}. Please confirm each for {now} or write it anew, "
    "and then choose “{word}” where the form asks for that; until then the form is not in order."
)
"""The line that stands on every sheet of a form with answers carried over."""
_AT_EACH = N_("Taken from the form of {then}: {read}. If it holds for {now} too, leave it; else write the answer for {now}.")
_IN_THE_END = N_("Please choose “{word}” in this cell when each answer marked ▲ has been confirmed or written anew.")


def face_of_carried(loaded: LoadedRulebook, filled: Submission, then: str, period: str) -> str:
    """Return the line that stands on every sheet of the form."""
    return tr(FACE, count=len(filled.answers.get("self", {})), **_told(loaded, then, period))


def marks_of_carried(loaded: LoadedRulebook, filled: Submission, then: str, period: str) -> dict[str, tuple[str, ...]]:
    """Return what is said at each answer carried over, and at the cell where the unit says that it looked through."""
    rulebook, told = loaded.rulebook, _told(loaded, then, period)
    marks: dict[str, tuple[str, ...]] = {LOOKED: (tr(_IN_THE_END, **told),)}
    for name, answer in filled.answers.get("self", {}).items():
        read = text_of_answer(answer, rulebook.answers[name], rulebook.language)
        marks[name] = (tr(_AT_EACH, read=read, **told),)
    return marks


def _told(loaded: LoadedRulebook, then: str, period: str) -> dict[str, str]:
    now = period_of(loaded.rulebook, period) or tr("this round")
    then = then if then != NO_ROUND else tr("an unnamed round")
    return {"then": then, "now": now, "word": LOOKED_WORDS[loaded.rulebook.language]}
