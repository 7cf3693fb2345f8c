"""The form a unit fills in: its sheets in their order, and the stamp by which it is read back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ictscore.rulebook.load import LoadedRulebook
from ictscore.survey.blank.carried import face_of_carried, marks_of_carried
from ictscore.survey.blank.front import in_language, period_of
from ictscore.survey.blank.guide import write_guide
from ictscore.survey.blank.looks import Styles
from ictscore.survey.blank.marks import Stamp, write_stamp
from ictscore.survey.blank.points import write_points
from ictscore.survey.blank.prepared import Prepared, prepare
from ictscore.survey.blank.question_sheet import QuestionSheet
from ictscore.survey.blank.still_missing import write_missing
from ictscore.survey.blank.validations import Lists
from ictscore.survey.blank.writing import Book, workbook_bytes
from ictscore.survey.layout import ASTRAY_KEY, CARRIED_KEY
from ictscore.survey.submission import Submission
from ictscore.words import tr

Marks = Mapping[str, Sequence[str]]
NO_MARKS: Marks = {}


def write_form(  # noqa: PLR0913 - what may stand on a form
    loaded: LoadedRulebook,
    filled: Submission,
    *,
    period: str = "",
    remark: str = "",
    marks: Marks = NO_MARKS,
    warned: Collection[str] = (),
    unit_id: str = "",
    returned_from: str = "",
    made_for: str = "",
    astray: str = "",
    carried_from: str = "",
) -> bytes:
    """Return the form of a unit's group: blank where ``filled`` has no answers.

    ``remark`` is printed on the face of every sheet (that the figures are a sample, say). ``marks`` are cells to be mended: an answer's id,
    ``evidence:<answer>``, ``points:<criterion>``, ``#unit``, ``#group`` or ``#parent``, each with sentences that say what to do; those
    ``warned`` of are only to be looked at.
    ``returned_from`` is the hash of the file that a form sent back was made from. ``made_for`` is another unit for which that file was
    made: the form keeps its stamp and asks whose answers they are. ``astray`` is the unit for which another form was made that names this
    unit: the form asks whose answers that one holds. ``carried_from`` is the round of the answers where that is another one: each is
    marked, and the form asks whether it was looked through.
    """
    rulebook, prepared = loaded.rulebook, prepare(loaded, filled.group)
    with in_language(rulebook.language):
        stamped = made_for or filled.unit
        further = {CARRIED_KEY: carried_from} if carried_from else {}
        stamp = Stamp(
            "form", loaded, filled.group, stamped, period_of(rulebook, period), unit_id, prepared.identity, returned_from, further
        )
        further |= {ASTRAY_KEY: astray} if astray else {}
        if carried_from:
            remark = face_of_carried(loaded, filled, carried_from, period)
            marks, warned = marks_of_carried(loaded, filled, carried_from, period), filled.answers.get("self", {})
        return workbook_bytes(tr("Survey form"), rulebook.title, lambda book: _build(book, stamp, prepared, filled, remark, marks, warned))


def _build(  # noqa: PLR0913, PLR0917 - as above
    book: Book, stamp: Stamp, prepared: Prepared, filled: Submission, remark: str, marks: Marks, warned: Collection[str]
) -> None:
    styles, lists = Styles(book), Lists()
    questions = QuestionSheet(book.add_worksheet(tr("Form")), styles, lists, prepared, filled, marks, warned=warned)
    questions.write(stamp, remark)
    write_missing(book, questions, remark)
    write_points(book, questions, remark)
    write_guide(book, prepared.loaded.rulebook, filled.group, prepared.guide, styles, remark=remark)
    lists.write(book)
    write_stamp(book, stamp)
