"""What goes back to a unit: which cells of a fresh form are doubtful, and what to do in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from ictscore.expr.values import Blank
from ictscore.findings import Finding, errors_among
from ictscore.reports.back.homes import LATER, Homes
from ictscore.reports.back.kept_back import Spot, is_found_again, keep_back, later_text
from ictscore.reports.back.unit_wordings import FRESH_START, LEFT_OUT, NOT_FOR_UNITS
from ictscore.reports.back.words_for_units import sentence
from ictscore.reports.checked.standing import ABOUT_EVIDENCE, UnitStanding
from ictscore.rulebook.model import Rulebook
from ictscore.survey.layout import CONFIRM, LOOKED, LOOKED_WORDS, UNIT
from ictscore.survey.submission import Submission
from ictscore.words import N_, tr

_OF_NAMES = frozenset({"SV102", "SV505", "UN103", "UN107", "UN114"})
"""Errors of a unit that its name on the fresh form, or a blank form, gives again."""
_ANOTHER_FILE = N_(
    "Another form came that was made for “{stamped}” and names “{unit}”; its figures are not on this form. Please say whose they are."
)
_ANOTHER_FILE_HERE = N_(
    "Another form came ({file}) that was made for “{stamped}” and names “{unit}”; its figures are not on this form. "
    "Please choose in this cell whose they are; until then it is asked about again."
)
_LOOK_THROUGH = N_("Please choose “{word}” in this cell when all that is said of the form as a whole has been mended.")


@dataclass(frozen=True, slots=True)
class Returned:
    """One unit's way back: ``marks`` lead from the id of an answer to what is to be said at its cell.

    Points go by ``points:`` and the criterion's id; what has no cell stands under ``#unit`` and is said at the top of the form.
    ``is_blank`` says that no answer was taken over; ``made_for`` is another unit, for which the form sent in was made.
    """

    standing: UnitStanding
    submission: Submission
    marks: Mapping[str, tuple[str, ...]]
    is_blank: bool = False
    is_unread: bool = False
    """Whether that is because nothing of the file sent in could be read."""
    made_for: str = ""
    astray: str = ""
    """The unit for which another form was made that names this unit, where the form asks whose figures that one holds."""
    warned: frozenset[str] = frozenset()
    """The marks at which nothing but warnings is said: to be looked at, and perhaps right as they are."""
    is_whole: bool = True
    """Whether all answers that came stand on the form: nothing that was sent in was left unread."""
    shared: frozenset[str] = frozenset()
    """The sentences that are said at several cells because they are about all of them."""


def returned_of(rulebook: Rulebook, standing: UnitStanding) -> Returned | None:
    """Return what goes back to a unit, worded in the spoken language; None where nothing needs mending, or nothing that it could mend.

    Errors and warnings are told; notes say how something was understood, and are not.
    """
    submission = standing.submission
    if submission is None or not standing.goes_back:
        return None
    told = [each for each in standing.findings if each.severity != "note" and each.code not in NOT_FOR_UNITS]
    told = [each for each in told if not _only_follows(each, submission)]
    if not told:
        return None
    if fresh := [each for each in told if each.code in FRESH_START]:
        return _anew(rulebook, standing, submission, fresh)
    if not submission.place.cell and not any((*submission.answers.values(), *submission.points.values())):
        marks = {UNIT: tuple(dict.fromkeys(sentence(rulebook, each, is_all=True) for each in told))}
        return Returned(standing, submission, marks, is_blank=True, is_unread=True)
    return _to_mend(rulebook, standing, submission, told)


def _anew(rulebook: Rulebook, standing: UnitStanding, submission: Submission, fresh: Sequence[Finding]) -> Returned:
    """Return a blank form for one that was made for something else."""
    blank = replace(submission, answers={}, points={}, remarks={})
    return Returned(standing, blank, {UNIT: tuple(dict.fromkeys(sentence(rulebook, each) for each in fresh))}, is_blank=True)


def _to_mend(rulebook: Rulebook, standing: UnitStanding, submission: Submission, told: list[Finding]) -> Returned:
    """Return the form with what came, its doubtful cells marked."""
    homes = Homes(rulebook, submission)
    errors = errors_among(standing.findings)
    told.sort(key=lambda each: each.severity != "error" and UNIT in homes.of(each))
    made_for = next((str(each.values["stamped"]) for each in told if each.code == "SV505" and homes.is_own(each)), "")
    astray = "" if made_for else _astray(homes, told)
    marks, shared = _marks(rulebook, homes, told, standing.unread, astray)
    if _concern_the_whole(homes, errors):
        marks[LOOKED] = (tr(_LOOK_THROUGH, word=LOOKED_WORDS[rulebook.language]),)
    wrong = {name for each in told if each.severity == "error" or each.code in ABOUT_EVIDENCE for name in homes.of(each)}
    return Returned(
        standing,
        _held_back(rulebook, submission, homes, errors),
        marks,
        made_for=made_for,
        astray=astray,
        warned=frozenset(marks) - wrong - {LOOKED, CONFIRM},
        is_whole=not any(each.code in LEFT_OUT for each in told),
        shared=shared,
    )


def _astray(homes: Homes, told: Sequence[Finding]) -> str:
    """Return for whom the other forms were made that name this unit; nothing where for several: one cell cannot ask of them all."""
    others = {str(each.values["stamped"]) for each in told if each.code == "SV505" and not homes.is_own(each)}
    others |= {str(each.values["asked_of"]) for each in told if each.code == "SV528"} - {""}
    return others.pop() if len(others) == 1 else ""


def _held_back(rulebook: Rulebook, submission: Submission, homes: Homes, errors: Sequence[Finding]) -> Submission:
    """Return the answers as the fresh form holds them: where an error stands that they would not give again, no plain one."""
    errors = [each for each in errors if not is_found_again(each.code)]
    kept = keep_back(rulebook, submission, (*homes.unreadable(), *(spot for each in errors for spot in homes.spots(each))))
    for each in (each for each in errors if each.code in LATER):
        spot = Spot(each.values["option"], str(each.values["key"]))  # type: ignore[arg-type]  # the stage it was read at
        kept = later_text(kept, spot, str(each.values["read"]), each.place)
    return kept


def _concern_the_whole(homes: Homes, errors: Sequence[Finding]) -> bool:
    """Return whether an error concerns the form as a whole and is not found again by the unit's name on it."""
    whole = (each for each in errors if not is_found_again(each.code) and UNIT in homes.of(each) and each.code not in NOT_FOR_UNITS)
    return any(each.code not in _OF_NAMES or not homes.is_own(each) for each in whole)


def _only_follows(found: Finding, submission: Submission) -> bool:
    """Return whether scoring only says again that an answer could not be read."""
    if not found.code.startswith("SC"):
        return False
    places = {found.place, *found.related}
    values = (answer.value for by_id in submission.answers.values() for answer in by_id.values() if answer.place in places)
    return any(isinstance(each, Blank) and each.kind == "unreadable" for each in values)


def _marks(
    rulebook: Rulebook, homes: Homes, findings: Sequence[Finding], unread: Sequence[str], asks_of: str
) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    marks: dict[str, list[str]] = {}
    shared: set[str] = set()
    for found in findings:
        is_astray = found.code == "SV505" and not homes.is_own(found)
        if is_astray:
            said = tr(_ANOTHER_FILE_HERE if asks_of else _ANOTHER_FILE, file=PurePath(found.place.file).name, **found.values)
        else:
            said = sentence(rulebook, found)
        if found.place.file in unread:
            said = tr("{file}: {said}", file=PurePath(found.place.file).name, said=said)
        shared |= {said} if len(homes.of(found)) > 1 else set()
        for identifier in (CONFIRM,) if is_astray and asks_of else homes.of(found):
            if said not in marks.setdefault(identifier, []):
                marks[identifier].append(said)
    return {name: tuple(said) for name, said in marks.items()}, frozenset(shared)
