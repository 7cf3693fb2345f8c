"""The marks and the stamp that let our workbooks be read back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ictscore import __version__
from ictscore.rulebook.load import LoadedRulebook
from ictscore.survey.blank.writing import Book, Sheet, put
from ictscore.survey.form_identity import FormIdentity, marks_text
from ictscore.survey.layout import QUESTIONS_KEY, STAMP_KEYS, STAMP_SHEET

MARK_ROW = 0


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a workbook of ours says about itself."""

    kind: Literal["form", "table", "live"]
    loaded: LoadedRulebook
    group: str = ""
    unit: str = ""
    period: str = ""
    unit_id: str = ""
    form: FormIdentity | None = None
    further: Mapping[str, str] = field(default_factory=dict)
    """What only the makers of such a workbook read again."""

    def values(self) -> dict[str, str]:
        """Return the stamp's keys and values, in their order."""
        known = {"kind": self.kind, "rulebook": self.loaded.rulebook.id, "hash": self.loaded.hash, "version": __version__}
        known |= {"group": self.group, "unit": self.unit, "period": self.period, "unit_id": self.unit_id}
        if self.form is not None:
            known |= {"form": self.form.version, QUESTIONS_KEY: marks_text(self.form.questions)}
        return {**dict.fromkeys(STAMP_KEYS, ""), **known, **self.further}


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the table of one group stands, for formulas: its sheet, its first row (from 1), and the letters of each mark's column."""

    sheet: str
    first: int
    letters: Mapping[str, str]


def write_marks(sheet: Sheet, marks: Sequence[str]) -> None:
    """Write what each column holds into the first row and hide it."""
    for column, mark in enumerate(marks):
        put(sheet, MARK_ROW, column, mark)
    sheet.set_row(MARK_ROW, None, None, {"hidden": True})


def write_stamp(book: Book, stamp: Stamp) -> None:
    """Add the very hidden sheet, and the same to the document's properties."""
    sheet = book.add_worksheet(STAMP_SHEET)
    for row, (key, value) in enumerate(stamp.values().items()):
        put(sheet, row, 0, key)
        put(sheet, row, 1, value)
        if value and key != QUESTIONS_KEY and key not in stamp.further:
            book.set_custom_property(f"ictscore {key}", value, "text")
    sheet.very_hidden()
