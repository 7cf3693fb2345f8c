"""Changes and targets as people type them: answers as in a survey's cell, everything else refused by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from ictscore.errors import FileRefused
from ictscore.exact import NotANumber, parse_number
from ictscore.expr.values import Blank, Value
from ictscore.findings import Finding, errors_among, finding
from ictscore.nearest import did_you_mean
from ictscore.places import Place
from ictscore.rulebook.model import Rulebook, applies
from ictscore.survey.asked import asked_of
from ictscore.survey.noting import Notes
from ictscore.survey.questions import questions_of
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.typed.answers import Typist
from ictscore.survey.typed.text_numbers import read_number
from ictscore.whatif.rescoring import Rescorer
from ictscore.whatif.targets import Target


def read_changes(rulebook: Rulebook, group: str, said: Iterable[str]) -> tuple[dict[str, Value], tuple[Finding, ...]]:
    """Return the values that were typed, and notes on how they were understood. Raises FileRefused for what is no answer."""
    questions, notes = questions_of(rulebook), Notes()
    changes: dict[str, Value] = {}
    for text in said:
        name, sign, value = text.partition("=")
        place = Place(f"--set {name.strip()}")
        if not sign or not name.strip():
            raise FileRefused(finding("SC230", read=text))
        answer = known_answer(rulebook, group, name.strip())
        if answer in changes:
            raise FileRefused(finding("SC236", answer=answer))
        changes[answer] = Typist(notes, from_csv=True).type(questions[answer], Cell(1, 1, "text", value), place)
    wrong = errors_among(notes.findings())
    if wrong:
        raise FileRefused(*wrong)
    return changes, notes.findings()


def known_answer(rulebook: Rulebook, group: str, name: str) -> str:
    """Return the id of an answer the group is asked. Raises FileRefused, naming the nearest, when there is none."""
    known = asked_of(rulebook, group)
    if name not in known:
        raise FileRefused(finding("SC231", read=name, group=rulebook.group(group).name, nearest=did_you_mean(name, known)))
    return name


def read_target(rescorer: Rescorer, text: str) -> Target:
    """Return the target that was typed. Raises FileRefused for one that the rulebook does not know, or the unit cannot have."""
    kind, _, value = text.partition(":")
    value = value.strip()
    match kind.strip():
        case "points" if (number := typed_number(value, "--target")) is not None:
            return Target("points", number)
        case "rank" if value.isdecimal() and int(value) > 0:
            return _of_ranked(rescorer, Target("rank", int(value)))
        case "grade":
            bands = rescorer.rulebook.grades.bands if rescorer.rulebook.grades is not None else ()
            return Target("grade", _one_of("SC233", value, [each.name for each in bands], ""))
        case "award":
            group = rescorer.unit.group
            awards = [each.id for each in rescorer.rulebook.awards if applies(each.groups, group)]
            return _of_ranked(rescorer, Target("award", _one_of("SC234", value, awards, rescorer.rulebook.group(group).name)))
    raise FileRefused(finding("SC232", read=text))


def _of_ranked(rescorer: Rescorer, target: Target) -> Target:
    if not rescorer.is_counted:
        raise FileRefused(finding("SC235", unit=rescorer.unit.unit))
    return target


def _one_of(code: str, read: str, known: Sequence[str], group: str) -> str:
    found = [each for each in known if each.casefold() == read.casefold()]
    if not found:
        raise FileRefused(finding(code, read=read, group=group, nearest=did_you_mean(read, known), known=tuple(known) or "–"))
    return found[0]


def typed_number(text: str, where: str) -> Fraction | None:
    """Return a number as people type it, or None where it is none. Raises FileRefused where it can be read in two ways."""
    found = read_number(text)
    if found is not None and found.other is not None:
        raise FileRefused(finding("SC243", Place(where), read=text.strip(), first=found.value, second=found.other))
    if found is not None:
        return found.value
    try:
        return parse_number(text.strip())
    except NotANumber:
        return None


def given_criteria(rescorer: Rescorer, answers: Iterable[str]) -> tuple[str, ...]:
    """Return the criteria whose points somebody gave although they look at one of these answers."""
    wanted = set(answers)
    leaves = [each for each in rescorer.plan.leaves if wanted & set(each.answers)]
    found = [rescorer.unit.criterion(each.criterion.id) for each in leaves]
    return tuple(each.criterion.id for each in found if each is not None and each.given_by is not None)


def left_alone(rescorer: Rescorer) -> tuple[str, ...]:
    """Return the answers declared not applicable, which no search for a smallest change touches."""
    return tuple(name for name, each in rescorer.values.items() if isinstance(each, Blank) and each.kind == "not_applicable")
