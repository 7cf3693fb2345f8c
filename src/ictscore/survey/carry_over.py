"""The answers of an older form that still mean the same today, taken over; everything else listed with what it said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ictscore.codes import CODES
from ictscore.errors import FileRefused
from ictscore.expr.values import Blank
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.rulebook.model import Rulebook
from ictscore.survey.beside.looked_through import round_told, says_looked
from ictscore.survey.blank.front import period_of
from ictscore.survey.form_identity import QuestionMark, identity_of, label_digest, marks_in
from ictscore.survey.layout import EVIDENCE, EXAMPLE, GROUP, LABEL, LOOKED, MEASURE, NO_ROUND, NOTE, PARENT, POINTS_PREFIX, UNIT
from ictscore.survey.layouts.finding import find_layouts
from ictscore.survey.layouts.found import FoundLayout
from ictscore.survey.layouts.lines import Line, lines_of, text_of
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.old_form_errors import Row, contradicting, errors_by_row, row_of
from ictscore.survey.sheets.cells import Cell, Sheet, Workbook
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.inputs import read_input
from ictscore.survey.sheets.opening import open_survey_file
from ictscore.survey.stamp_read import Stamp, read_stamp, told_fields
from ictscore.survey.submission import Answer, Submission
from ictscore.survey.typed.answers import Typist
from ictscore.survey.typed.stands_there import as_seen_in
from ictscore.survey.units.names_typed import clean_name
from ictscore.words import Phrase, phrase


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """What is taken over to a fresh form, and everything said about the rest."""

    submission: Submission
    findings: tuple[Finding, ...]
    unit_id: str = ""
    then: str = ""
    """The round of the answers, where it is another than that of the fresh form."""


@dataclass(frozen=True, slots=True)
class _OldRow:
    """One row of the old form: what is printed, what was answered, and what was written beside it."""

    id: str
    label: str
    measure: str
    cell: Cell | None
    place: Place
    remarks: tuple[str, str]


def carry_over(path: Path, rulebook: Rulebook, group: str = "", period: str = "") -> CarriedOver:
    """Return what the form at ``path`` says that still means the same for ``rulebook``; ``group`` where the form's is not known there.

    Where the fresh form is for another ``period``, the answers are another round's, which is told; so they are where neither form names
    one and the older is of another rulebook.

    The form is read as a check reads it: an answer with an error stays behind, and the error is told.
    Only the unit's own answers are taken, and what it wrote beside them; points belong to the old round. Raises FileRefused for a file that
    cannot be read or is no form.
    """
    book = open_survey_file(read_input(path))
    stamp, vocabulary = read_stamp(book), Vocabulary(rulebook)
    rows: dict[str, _OldRow] = {}
    for row in _rows(book, vocabulary):
        rows.setdefault(row.id, row)
    if not rows:
        raise FileRefused(finding("SV515", Place(book.file.name)))
    where = _group(stamp, rows, vocabulary, group, Place(book.file.name))
    said = {mark: clean_name(text_of(rows[mark].cell)) for mark in (UNIT, PARENT) if mark in rows}
    errors = errors_by_row(book, stamp, vocabulary)
    carried = _Carrier(vocabulary, where, stamp, rows, errors).carried(said.get(UNIT) or clean_name(stamp.unit), said.get(PARENT) or None)
    now, then = period_of(rulebook, period), _round_of(stamp, rows)
    count = len(carried.submission.answers["self"])
    is_of_another = then != now or (not now and stamp.rulebook not in {"", rulebook.id})
    if not (is_of_another and count):
        return carried
    then = then or NO_ROUND
    told = finding("SV590", Place(stamp.place.file), carried=count, then=round_told(then), now=round_told(now or NO_ROUND))
    return replace(carried, findings=(*carried.findings, told), then=then)


def _round_of(stamp: Stamp, rows: Mapping[str, _OldRow]) -> str:
    """Return the round of a form's answers: what it was made for, unless they are of a former one and nobody has looked them through."""
    looked = LOOKED in rows and says_looked(text_of(rows[LOOKED].cell))
    return stamp.carried_from if stamp.carried_from and not looked else stamp.period


def _group(stamp: Stamp, rows: Mapping[str, _OldRow], vocabulary: Vocabulary, wanted: str, place: Place) -> str:
    groups = tuple(each.id for each in vocabulary.rulebook.groups)
    said = text_of(rows[GROUP].cell) if GROUP in rows else ""
    by_name = vocabulary.groups.get(clean_name(said).casefold(), "")
    found = wanted or (stamp.group if stamp.group in groups else by_name) or (groups[0] if len(groups) == 1 else "")
    if not found:
        raise FileRefused(finding("SV516", place, read=stamp.group or said or "–", known=groups))
    return found


def _rows(book: Workbook, vocabulary: Vocabulary) -> Iterator[_OldRow]:
    """Yield the rows with an id of every sheet that is a form."""
    for sheet in book.sheets:
        lines = lines_of(sheet)
        layout = next((each for each in find_layouts(sheet, lines, vocabulary) if each.kind == "form"), None)
        if layout is None:
            continue
        column = next((column for column, stage in layout.stages.items() if stage == "self"), 0)
        for row, line in lines.items():
            name = text_of(line.get(layout.ids))
            if column and row > layout.row and name and name != EXAMPLE and not name.startswith(POINTS_PREFIX):
                yield _old_row(sheet, layout, (row, column), line)


def _old_row(sheet: Sheet, layout: FoundLayout, at: tuple[int, int], line: Line) -> _OldRow:
    printed = {mark: text_of(line.get(layout.others.get(mark, 0))) for mark in (LABEL, MEASURE, EVIDENCE, NOTE)}
    remarks = printed[EVIDENCE], printed[NOTE]
    return _OldRow(text_of(line.get(layout.ids)), printed[LABEL], printed[MEASURE], line.get(at[1]), sheet.place_at(*at), remarks)


class _Carrier:
    """Takes the rows of one old form over, one after the other; ``errors`` are those a check finds in its rows."""

    def __init__(
        self, vocabulary: Vocabulary, group: str, stamp: Stamp, rows: Mapping[str, _OldRow], errors: Mapping[Row, Finding]
    ) -> None:
        rulebook = vocabulary.rulebook
        self._rulebook, self._group, self._rows, self._stamp = rulebook, group, rows, stamp
        self._vocabulary, self._errors = vocabulary, errors
        self._now = identity_of(rulebook, group).questions
        self._then = marks_in(stamp.questions)
        self._questions, self._findings = vocabulary.questions, list[Finding]()
        self._answers: dict[str, Answer] = {}

    def carried(self, unit: str, parent: str | None) -> CarriedOver:
        for name, row in self._rows.items():
            if not name.startswith("#") and row.cell is not None and text_of(row.cell):
                self._take(name, row, row.cell)
        self._leave_contradicting(Submission(unit, self._group, {"self": self._answers}))
        new = sum(name not in self._rows for name in self._now)
        summary = finding("SV517", Place(self._stamp.place.file), carried=len(self._answers), left=len(self._findings), new=new)
        remarks = {name: self._rows[name].remarks for name in self._answers if any(self._rows[name].remarks)}
        submission = Submission(unit, self._group, {"self": self._answers}, parent=parent, remarks=remarks)
        return CarriedOver(submission, (*self._findings, summary), self._stamp.unit_id)

    def _take(self, name: str, row: _OldRow, cell: Cell) -> None:
        if name not in self._now:
            self._leave("SV513", row, cell, row.label.rstrip(" \N{NO-BREAK SPACE}*"))
            return
        label = self._rulebook.answers[name].label
        fields = self._mark(name, row).differs_in(self._now[name])
        if fields:
            self._leave("SV512", row, cell, label, what=told_fields(fields))
            return
        notes = Notes()
        value = Typist(notes).type(self._questions[name], cell, row.place)
        if isinstance(value, Blank) and value.kind != "not_applicable":
            self._leave("SV514", row, cell, label)
            return
        error = self._errors.get(row_of(row.place))
        if error is not None:
            self._leave("SV518", row, cell, label, why=_why(error))
            return
        self._answers[name] = Answer(value, row.place, as_seen_in(cell))

    def _leave_contradicting(self, submission: Submission) -> None:
        """Leave answers behind that do not fit each other."""
        found = contradicting(submission, self._vocabulary)
        for name, answer in [*self._answers.items()]:
            cell, error = self._rows[name].cell, found.get(answer.place)
            if cell is not None and error is not None:
                del self._answers[name]
                self._leave("SV518", self._rows[name], cell, self._rulebook.answers[name].label, why=_why(error))

    def _leave(self, code: str, row: _OldRow, cell: Cell, label: str, **why: object) -> None:
        """Say that an old answer is not taken over, and why."""
        told = {"label": label, "read": shown(as_seen_in(cell).strip()), "answer": row.id}
        self._findings.append(Finding(code, row.place, told | why))

    def _mark(self, name: str, row: _OldRow) -> QuestionMark:
        """Return what the question was: as the stamp says, else as it is printed; what is not printed counts as the same."""
        now = self._now[name]
        then = self._then.get(name) or now._replace(measure=label_digest(row.measure), label=label_digest(row.label))
        return then._replace(label=label_digest(row.label)) if row.label else then


def _why(error: Finding) -> Phrase:
    """Return what a check says of an answer."""
    return phrase(CODES[error.code].message, **error.values)
