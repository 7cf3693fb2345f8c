"""What people see beside hidden ids, held against them: columns and rows that moved without their ids, and questions that were reworded."""

from __future__ import annotations

import re

from ictscore.places import Place
from ictscore.rulebook.procedure import StageId
from ictscore.survey.labels.unit_names import fold_label
from ictscore.survey.layout import POINTS_PREFIX, STAGE_SIGN
from ictscore.survey.layouts.qualifying import turns_round
from ictscore.survey.layouts.vocabulary import Meaning, Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.typed.measures import is_other_measure, says_how_many
from ictscore.words import N_, Phrase, phrase

_IN_BRACKETS = re.compile(r"(.*\S)\s*\(([^()]+)\)[\s*:]*", re.DOTALL)


class Visible:
    """Compares what is printed with what the hidden ids say; a blank says nothing."""

    def __init__(self, vocabulary: Vocabulary, notes: Notes) -> None:
        """Compare by the names of one rulebook and report to ``notes``."""
        self._vocabulary, self._notes = vocabulary, notes
        self._stages: dict[str, set[StageId]] = {}
        for stage in vocabulary.rulebook.stages:
            self._stages.setdefault(fold_label(stage.name), set()).add(stage.id)

    def hold(self, meaning: Meaning, text: str, place: Place, *answers: Place, number: str = "") -> bool:
        """Hold the text that names a question, and the number of a criterion beside it, against what the id means.

        Return whether it names another measure: then nobody knows what the ``answers`` count.
        """
        if not text.strip():
            return False
        numbered = self._vocabulary.printed(f"{number} {text}") if number and meaning.kind == "points" else frozenset()
        found = numbered or self._vocabulary.printed(text)
        if any(_is_same(each, meaning) for each in found):
            return False
        others = sorted(self.told(each) for each in found if not (meaning.kind == "answer" and each.kind == "points"))
        in_label = _IN_BRACKETS.fullmatch(text.strip())
        if others:
            self._notes.add("SV414", place, marked=self.told(meaning), read=shown(text.strip()), visible=tuple(others))
        elif in_label is not None and self._is_other_in_label(meaning, in_label[1], in_label[2]):
            self._tell_other(meaning, in_label[2], place, *answers)
            return True
        elif meaning.kind in ("answer", "points"):
            label = self._vocabulary.question(meaning).label
            self._notes.add(
                "SV459" if turns_round(text, label) else "SV415", place, read=shown(text.strip()), label=label, answer=meaning.id
            )
        return False

    def hold_measure(self, meaning: Meaning, text: str, place: Place, *answers: Place) -> bool:
        """Hold the measure beside a question against the rulebook’s; return whether it is another: its ``answers`` are in doubt."""
        spec = self._vocabulary.rulebook.answers.get(meaning.id) if meaning.kind == "answer" else None
        if spec is None or not text.strip():
            return False
        expected = spec.measure or ("%" if spec.type == "percent" else "")
        if fold_label(text) == fold_label(expected):
            return False
        if is_other_measure(self._vocabulary.question(meaning), text):
            self._tell_other(meaning, text, place, *answers)
            return True
        label = self._vocabulary.question(meaning).label
        self._notes.add("SV416", place, read=shown(text.strip()), expected=expected or "–", label=label, answer=meaning.id)
        return False

    def _is_other_in_label(self, meaning: Meaning, label: str, measure: str) -> bool:
        """Return whether a label is worded as the rulebook’s, with a measure in brackets that is another one."""
        if meaning.kind != "answer" or not any(_is_same(each, meaning) for each in self._vocabulary.printed(label)):
            return False
        known = {fold_label(each.measure) for each in self._vocabulary.rulebook.answers.values() if each.measure}
        question = self._vocabulary.question(meaning)
        is_measure = fold_label(measure) in known or says_how_many(measure)
        return is_measure and is_other_measure(question, measure)

    def _tell_other(self, meaning: Meaning, text: str, place: Place, *answers: Place) -> None:
        question = self._vocabulary.question(meaning)
        expected = question.printed_measure or ("%" if question.type == "percent" else "–")
        self._notes.add("SV452", place, *answers, read=shown(text.strip()), expected=expected, label=question.label, answer=question.id)

    def hold_stage(self, stage: StageId, text: str, place: Place) -> None:
        """Hold the heading of a form’s column against the stage it is marked as."""
        found = self._stages.get(fold_label(text), set())
        if found and stage not in found:
            others = tuple(sorted(f"#{each}" for each in found))
            self._notes.add("SV414", place, marked=f"#{stage}", read=shown(text.strip()), visible=others)

    def adopted(self, meaning: Meaning, text: str, place: Place) -> None:
        """Say that a column or row without an id was read by what is printed."""
        self._notes.add("SV417", place, read=shown(text.strip()), visible=self.told(meaning))

    def named(self, meaning: Meaning) -> Phrase | str:
        """Return what a column holds, in words."""
        return _NAMES.get(meaning.kind) or self.told(meaning)

    def told(self, meaning: Meaning) -> str:
        """Return what an id means, with the id."""
        if meaning.kind not in ("answer", "points"):
            return f"#{meaning.kind}"
        prefix = POINTS_PREFIX if meaning.kind == "points" else ""
        stage = f"{STAGE_SIGN}{meaning.stage}" if meaning.stage != "self" else ""
        return f"{prefix}{meaning.id}{stage} “{self._vocabulary.question(meaning).label}”"


_NAMES = {"unit": phrase(N_("the names of the units")), "group": phrase(N_("the groups")), "parent": phrase(N_("what the units belong to"))}


def _is_same(printed: Meaning, marked: Meaning) -> bool:
    """Return whether what is printed is what the id means; what is printed of points does not say at which stage."""
    return printed[:2] == marked[:2] if marked.kind == "points" else printed == marked
