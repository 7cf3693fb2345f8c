"""What our workbooks say about themselves on their face: the regulation, its basis, and in which language all this is said."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ictscore.rulebook.basis import basis_of_group
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.procedure import Stage, StageId
from ictscore.words import say_number, speak, spoken, tr

SAMPLE_REMARKS = {"vi": "SỐ LIỆU MẪU, KHÔNG CÓ THẬT", "en": "SAMPLE DATA, NOT REAL"}


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """Say everything inside in ``language``."""
    before = spoken()
    speak(language)
    try:
        yield
    finally:
        speak(before)


def decision_line(rulebook: Rulebook) -> str:
    """Return the decision's number and issuer."""
    decision = rulebook.decision
    if not decision.number:
        return decision.issuer or rulebook.jurisdiction or ""
    return tr("Under decision {number} of {issuer}", number=decision.number, issuer=decision.issuer or rulebook.jurisdiction or "–")


def basis_line(rulebook: Rulebook, group: str) -> str:
    """Return how many of a group's points are modelled, or nothing where none is."""
    points = basis_of_group(rulebook, group).points
    if not points.modelled:
        return ""
    values = {"modelled": say_number(points.modelled), "total": say_number(points.total)}
    return tr("{modelled}/{total} points follow model rules, not those of the decision", **values)


def period_of(rulebook: Rulebook, period: str) -> str:
    """Return the period asked for, or the only one the rulebook governs."""
    years = rulebook.rounds.years if rulebook.rounds is not None else ()
    return period or (str(years[0]) if len(years) == 1 else "")


def later_stages(rulebook: Rulebook) -> tuple[Stage, ...]:
    """Return the stages after the unit's own answers."""
    return tuple(each for each in rulebook.stages if each.id != "self")


def stage_names(rulebook: Rulebook) -> dict[StageId, str]:
    """Return what the stages are called: as the rulebook says, else plainly."""
    plain: dict[StageId, str] = {"self": tr("Answer of the unit"), "appraised": tr("Appraised"), "council": tr("Council")}
    return plain | {each.id: each.name for each in later_stages(rulebook)}
