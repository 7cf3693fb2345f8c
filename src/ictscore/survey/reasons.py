"""Answers that say something does not apply, and give no reason: nobody can tell them from a question that was passed over."""

from __future__ import annotations

from collections.abc import Iterable

from ictscore.expr.values import Blank
from ictscore.rulebook.model import Rulebook
from ictscore.survey.noting import Notes
from ictscore.survey.submission import Submission


def ask_for_reasons(rulebook: Rulebook, submissions: Iterable[Submission], notes: Notes) -> None:
    """Warn of each answer of a form that does not apply where neither note nor evidence beside it says why."""
    for each in submissions:
        for name, answer in each.answers.get("self", {}).items():
            does_not_apply = isinstance(answer.value, Blank) and answer.value.kind == "not_applicable"
            if does_not_apply and name in each.evidence and not any(each.remarks.get(name, ())):
                notes.add("SV616", answer.place, answer=name, label=rulebook.answers[name].label, read=answer.raw)
