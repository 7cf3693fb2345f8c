"""A cell with the question it answers: where what is found in it is said."""

from __future__ import annotations

from typing import NamedTuple

from ictscore.expr.values import Value, unreadable
from ictscore.places import Place
from ictscore.survey.labels.characters import odd_characters, without_controls
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import shown


class Asked(NamedTuple):
    """A cell with the question it answers, and where to report.

    ``shows_counts`` says that a program wrote the text from a number in the format of our own form, which shows counts in thousands.
    """

    question: Question
    cell: Cell
    place: Place
    notes: Notes
    from_csv: bool
    shows_counts: bool = False

    @property
    def read(self) -> str:
        """Return the text of the cell for a message: in one line, and without marks that would turn or hide what is printed."""
        return shown(without_controls(" / ".join(self.cell.text.strip().splitlines())))

    def say(self, code: str, **values: object) -> None:
        """Report a finding at the cell, under the question’s label and id."""
        self.notes.add(code, self.place, answer=self.question.id, label=self.question.label, **values)

    def refuse(self, code: str, **values: object) -> Value:
        """Report an error at the cell and return what an unreadable answer counts as."""
        self.say(code, **values)
        return unreadable(self.question.id)

    def misfit(self) -> Value:
        """Report that the cell is not what the question asks for."""
        return self.refuse("SV201", read=self.read, expected=self.question.expected, odd=odd_characters(self.cell.text))
