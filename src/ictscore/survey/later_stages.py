"""What stands in a form for stages after the unit's own: taken only where somebody names the stage, for a unit cannot appraise itself."""

from __future__ import annotations

from ictscore.expr.values import Blank
from ictscore.places import Place
from ictscore.rulebook.procedure import STAGES, StageId
from ictscore.survey.layouts.vocabulary import Meaning, Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.typed.answers import Typist


class LaterStages:
    """Decides which cells of a form count at the stage that was named, and says of the others that they do not."""

    def __init__(self, vocabulary: Vocabulary, notes: Notes, named: StageId | None) -> None:
        """Judge by the stage that was ``named``, or by none."""
        self._vocabulary, self._notes, self._named = vocabulary, notes, named
        self._names = {each.id: each.name for each in vocabulary.rulebook.stages}

    def passes_over(self, meaning: Meaning, stage: StageId, cell: Cell, place: Place) -> bool:
        """Return whether a cell does not count: an error where no stage was named, a note where an earlier one was."""
        if stage == "self" or (self._named is not None and STAGES.index(stage) <= STAGES.index(self._named)):
            return False
        question = self._vocabulary.question(meaning)
        value = Typist(Notes()).type(question, cell, place)
        if not (isinstance(value, Blank) and value.kind == "missing"):
            told = {"label": question.label, "answer": meaning.id, "read": shown(cell.text), "stage": self._names.get(stage, stage)}
            if self._named is None:
                self._notes.add("SV450", place, option=stage, key=question.id, **told)
            else:
                self._notes.add("SV451", place, named=self._names.get(self._named, self._named), **told)
        return True
