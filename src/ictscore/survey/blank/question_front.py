"""What stands above the questions of a form: titles, instructions, and who the unit is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ictscore.survey.blank.flags import note_at
from ictscore.survey.blank.front import decision_line
from ictscore.survey.blank.instructions import instructions
from ictscore.survey.blank.looks import Styles, height_for
from ictscore.survey.blank.marks import Stamp
from ictscore.survey.blank.prepared import Prepared
from ictscore.survey.blank.validations import Lists
from ictscore.survey.blank.writing import Sheet, put, span
from ictscore.survey.layout import ASTRAY_KEY, CARRIED_KEY, CONFIRM, GROUP, LOOKED, LOOKED_WORDS, PARENT, UNIT
from ictscore.survey.submission import Submission
from ictscore.words import N_, tr

ANSWER, NOTE_COLUMN = 4, 6
"""The column of the unit's own answers, and the last of those that every form has."""

SENT_BACK = N_("Sent back. Cells to be mended: {mend}; to be looked at: {look}. All are red and marked ▲; the next sheet lists them.")

OF_THE_OTHER = N_("The form made for “{unit}” holds the figures of")


@dataclass(slots=True)
class Front:
    """The lines above the questions while they are written; ``row`` is the next free row, ``rows`` where each field stands."""

    sheet: Sheet
    styles: Styles
    lists: Lists
    widths: Sequence[float]
    marks: Mapping[str, Sequence[str]]
    row: int
    rows: dict[str, int]
    warned: Collection[str] = ()
    confirm_label: str = ""
    """What is asked where the form asks whose figures it holds, or another."""

    @property
    def _last(self) -> int:
        return len(self.widths) - 1

    def write(self, prepared: Prepared, filled: Submission, stamp: Stamp, remark: str) -> None:
        """Write the lines and fields for what one unit is asked."""
        rulebook = prepared.loaded.rulebook
        period = stamp.period
        title = tr("SURVEY FORM, PERIOD {period}", period=period) if period else tr("SURVEY FORM")
        subtitle = " – ".join(filter(None, (rulebook.title, decision_line(rulebook))))
        returned = self._returned() if CARRIED_KEY not in stamp.further else ""
        lines = [("warning", remark), ("warning", returned), ("title", title), ("subtitle", subtitle)]
        lines += [("remark", prepared.basis)]
        lines += [("guide", text) for text in instructions(rulebook)]
        for style, text in lines:
            if text:
                self._across(text, style)
        group = rulebook.group(filled.group)
        self._field(UNIT, tr("Unit"), filled.unit, "name")
        if stamp.unit and stamp.unit != filled.unit:
            self.confirm_label = tr("These are the figures of")
            self._chosen(CONFIRM, self.confirm_label, (stamp.unit, filled.unit))
        elif other := stamp.further.get(ASTRAY_KEY):
            self.confirm_label = tr(OF_THE_OTHER, unit=other)
            self._chosen(CONFIRM, self.confirm_label, (other, filled.unit))
        if LOOKED in self.marks:
            self._chosen(LOOKED, tr("Has the whole form been looked through?"), (LOOKED_WORDS[rulebook.language],))
        self._field(GROUP, tr("Group"), group.name, "given")
        if prepared.has_parents or filled.parent:
            self._field(PARENT, tr("Belongs to"), filled.parent or "", "name")

    def _returned(self) -> str:
        """Return the line that says what to do with a form sent back."""
        look = len(self.warned)
        return tr(SENT_BACK, mend=len(self.marks) - look, look=look) if self.marks else ""

    def _across(self, text: str, style: str) -> None:
        span(self.sheet, self.row, (1, self._last), text, self.styles.get(style))
        line = 21.0 if style == "title" else 16.5
        self.sheet.set_row(self.row, height_for([(text, sum(self.widths[1:]))], line))
        self.row += 1

    def _field(self, mark: str, label: str, value: str, style: str) -> None:
        flagged = mark in self.marks
        put(self.sheet, self.row, 0, mark)
        self.rows[mark] = self.row
        span(self.sheet, self.row, (1, 3), label, self.styles.get("field"))
        span(self.sheet, self.row, (ANSWER, NOTE_COLUMN), value, self.styles.get(style, flagged=flagged))
        note_at(self.sheet, self.row, ANSWER, self.marks.get(mark, ()))
        self.sheet.set_row(self.row, height_for([(value, sum(self.widths[ANSWER : NOTE_COLUMN + 1]))]) + 4)
        self.row += 1

    def _chosen(self, mark: str, label: str, options: tuple[str, ...]) -> None:
        """Ask what only the unit can say: whose answers the form holds, whether it was looked through."""
        row = self.row
        self._field(mark, label, "", "name")
        rule = {"validate": "list", "source": self.lists.range_of(options), "input_title": tr("How to answer")}
        self.sheet.data_validation(row, ANSWER, row, NOTE_COLUMN, rule | {"input_message": tr("Choose from the list.")})
