"""Answers tried out: a made-up unit, scored by the same engine that scores surveys; nothing is shown that it did not confirm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ictscore.expr.text import value_text
from ictscore.expr.values import Blank, Value, missing, not_applicable
from ictscore.rulebook.model import Rulebook
from ictscore.scoring.assess import assess
from ictscore.scoring.plan import GroupPlan, plan_group
from ictscore.scoring.records import UnitScore
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.submission import Answer, Submission, Survey
from ictscore.words import N_, Phrase, phrase, word

Answers = Mapping[str, Value]

OTHER_UNIT = "Đơn vị {number}"


@dataclass(frozen=True, slots=True)
class Example:
    """Answers and what scoring makes of them.

    ``shows`` says which result is meant (``points`` of the criterion ``of``, ``total``, ``exact`` for the total before rounding,
    ``percent``, ``max_points`` or ``grade``) and ``result`` what it came to. ``others`` are the answers of further units of the group,
    where a criterion looks at them; ``told`` names the answers worth saying (default: all).
    """

    group: str
    unit: str
    answers: Answers
    shows: str
    of: str
    status: str
    result: Fraction | str | None
    reason: Phrase | None = None
    others: tuple[Answers, ...] = ()
    told: tuple[str, ...] | None = None

    def said(self) -> Phrase:
        """Return the example in words: the answers that matter, and what they come to."""
        told = self.answers if self.told is None else {name: value for name, value in self.answers.items() if name in self.told}
        shown = "; ".join(answers_text(each) for each in (told, *self.others))
        return phrase("{answers} → {result}", answers=shown or phrase(N_("no answer")), result=self.outcome())

    def outcome(self) -> object:
        """Return what the answers come to, in words."""
        if self.status == "error":
            return phrase(N_("an error: {reason}"), reason=self.reason or "")
        if self.shows == "points":
            if self.status == "scored":
                return phrase(N_("{points} points"), points=self.result)
            kind = {"missing": N_("{points} points, as missing"), "not_applicable": N_("{points} points, as not applicable")}
            return phrase(kind[self.status], points=self.result)
        named = {
            "total": N_("a total of {value}"),
            "exact": N_("a total of {value} before rounding"),
            "percent": N_("{value} % of the maximum that applies"),
            "max_points": N_("a maximum of {value}"),
            "grade": N_("grade {value}"),
        }
        return phrase(named[self.shows], value=self.result if self.result is not None else phrase(N_("none")))


def answers_text(answers: Answers) -> str:
    """Return answers as people write them in cases: ``can_bo = 40, mang = yes, ho_so = n/a``."""
    return ", ".join(f"{name} = {answer_text(value)}" for name, value in answers.items())


def answer_text(value: Value) -> str:
    """Return one answer as cases write it."""
    if isinstance(value, Blank):
        return "n/a" if value.kind == "not_applicable" else "–"
    return word(value) if isinstance(value, Fraction) else value_text(value).strip('"')


class Laboratory:
    """Scores made-up units under one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Plan every group once."""
        self.rulebook = rulebook
        self.plans: dict[str, GroupPlan] = {group.id: plan_group(rulebook, group) for group in rulebook.groups}

    def unit_name(self, group: str) -> str:
        """Return the name of a unit that is ranked in the group: a member where the list of members is closed."""
        found = self.rulebook.group(group)
        barred = {fold_name(each) for each in (*found.unranked, *found.excluded)}
        return next((each for each in found.members if fold_name(each) not in barred), OTHER_UNIT.format(number=1))

    def score(self, group: str, answers: Answers, others: Sequence[Answers] = ()) -> UnitScore:
        """Return the score of a unit with these answers, beside ``others`` of its group."""
        unit = self.unit_name(group)
        submissions = [_submission(unit, group, answers)]
        submissions += [_submission(OTHER_UNIT.format(number=number), group, each) for number, each in enumerate(others, 2)]
        scored = assess(self.rulebook, Survey(tuple(submissions)), "self", plans=self.plans)
        return next(each for each in scored.units() if each.group == group and each.unit == unit)

    def points(self, group: str, criterion: str, answers: Answers, others: Sequence[Answers] = ()) -> Example:
        """Return what a criterion gives for these answers."""
        score = self.score(group, answers, others).criterion(criterion)
        assert score is not None
        unit = self.unit_name(group)
        return Example(group, unit, dict(answers), "points", criterion, score.status, score.points, score.reason, tuple(others))

    def standing(self, group: str, shows: str, answers: Answers, told: Iterable[str] | None = None) -> Example:
        """Return what a whole unit comes to: its total, percentage, maximum or grade."""
        unit = self.score(group, answers)
        value = {
            "total": unit.total,
            "exact": unit.exact_total,
            "percent": unit.percent,
            "max_points": unit.max_points,
            "grade": unit.grade,
        }[shows]
        names = tuple(told) if told is not None else None
        return Example(group, self.unit_name(group), dict(answers), shows, "", "scored", value, told=names)


def _submission(unit: str, group: str, answers: Answers) -> Submission:
    return Submission(unit, group, {"self": {name: Answer(value) for name, value in answers.items()}})


def left_blank(name: str) -> Value:
    """Return the answer of somebody who leaves the question blank."""
    return missing(name)


def declared(name: str) -> Value:
    """Return the answer of somebody who declares that the question does not apply."""
    return not_applicable(name)
