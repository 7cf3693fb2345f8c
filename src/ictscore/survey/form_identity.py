"""What a form asks, as digests: its version, and by which questions an older form differs from today's."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.model import Rulebook
from ictscore.survey.asked import asked_of
from ictscore.survey.labels.unit_names import fold_label

_VERSION, _PART = 8, 6


class QuestionMark(NamedTuple):
    """What gives an answer its meaning: its type, and digests of its measure, its choices and its wording (folded)."""

    type: str
    measure: str
    choices: str
    label: str

    def differs_in(self, other: QuestionMark) -> tuple[str, ...]:
        """Return the names of what is not the same."""
        return tuple(name for name, mine, theirs in zip(self._fields, self, other, strict=True) if mine != theirs)


@dataclass(frozen=True, slots=True)
class FormIdentity:
    """The version of a group's form and the marks of its questions, in the order of the form."""

    version: str
    questions: Mapping[str, QuestionMark]


class FormDifference(NamedTuple):
    """How two forms differ, by the ids of their questions; ``changed`` says in what."""

    same: tuple[str, ...]
    changed: Mapping[str, tuple[str, ...]]
    gone: tuple[str, ...]
    new: tuple[str, ...]


def identity_of(rulebook: Rulebook, group: str) -> FormIdentity:
    """Return the identity of a group's form. What the rulebook says elsewhere (points, sources, notes) does not change it."""
    specs = {name: rulebook.answers[name] for name in asked_of(rulebook, group)}
    asked = [[name, *mark_of(spec), *_limits(spec)] for name, spec in specs.items()]
    return FormIdentity(_digest([group, asked], _VERSION), {name: mark_of(spec) for name, spec in specs.items()})


def mark_of(spec: AnswerSpec) -> QuestionMark:
    """Return the mark of a question."""
    measure = spec.measure or ("%" if spec.type == "percent" else "")
    choices = {key: fold_label(label) for key, label in (spec.choices or {}).items()}
    return QuestionMark(spec.type, label_digest(measure), _digest(choices, _PART), label_digest(spec.label))


def label_digest(text: str) -> str:
    """Return the digest of a printed text, however it is spelt."""
    return _digest(fold_label(text), _PART)


def difference(old: Mapping[str, QuestionMark], new: Mapping[str, QuestionMark]) -> FormDifference:
    """Return how a form of the questions ``new`` differs from one of ``old``."""
    changed = {name: fields for name, mark in new.items() if name in old and (fields := old[name].differs_in(mark))}
    same = tuple(name for name in new if name in old and name not in changed)
    return FormDifference(same, changed, tuple(name for name in old if name not in new), tuple(name for name in new if name not in old))


def marks_text(questions: Mapping[str, QuestionMark]) -> str:
    """Return marks as the stamp keeps them: ``so=count:…:…:…;ty_le=…``."""
    return ";".join(f"{name}={':'.join(mark)}" for name, mark in questions.items())


def marks_in(text: str) -> dict[str, QuestionMark]:
    """Return the marks that a stamp keeps; what is no mark is left out."""
    found = {}
    for each in text.split(";"):
        name, sign, parts = each.partition("=")
        fields = parts.split(":")
        if sign and len(fields) == len(QuestionMark._fields):
            found[name] = QuestionMark(*fields)
    return found


def _limits(spec: AnswerSpec) -> list[str]:
    return [str(spec.min), str(spec.max), str(spec.required), str(spec.not_applicable)]


def _digest(value: object, length: int) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:length]
