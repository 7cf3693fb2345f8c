"""Texts on the sheet of points that may speak of answers: a reason, or what stands around the points and names a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import NOTE
from ictscore.survey.layouts.found import FoundSheet
from ictscore.survey.layouts.vocabulary import Meaning
from ictscore.survey.remarks.spoken import Spoken
from ictscore.survey.sheets.cells import Cell, Sheet

_NAMES_QUESTION = Spoken(r"(?<!\w)(?:câu|question)(?: hỏi)?(?: số)?\s*:?\s*\d")
_OF_POINTS = Spoken(r"(?<!\w)(?:điểm|points?)(?!\w)")
_OF_FIGURES = Spoken(r"(?<!\w)(?:số|số liệu|câu trả lời|phiếu)(?!\w)|:")


def names_question(text: str) -> bool:
    """Return whether a text names a question by its number.

    >>> names_question("Câu 16: số đúng là 88"), names_question("cau hoi so 3 = 5"), names_question("3 nếu [1] = “Có”")
    (True, True, False)
    """
    return _NAMES_QUESTION.search(fold_name(plain(text))) is not None


def is_of_answers(reason: str) -> bool:
    """Return whether the reason for points may speak of answers, and not of the points themselves.

    >>> [is_of_answers(each) for each in ("Câu 16 đúng là 88, cộng 1 điểm", "Số máy đúng là 88", "Số điểm đúng là 2", "Đúng ra là 2")]
    [True, True, False, False]
    """
    folded = fold_name(plain(reason))
    return names_question(reason) or (_OF_POINTS.search(folded) is None and _OF_FIGURES.search(folded) is not None)


def remarks_on_points(found: FoundSheet, rows: Mapping[int, Meaning]) -> tuple[tuple[Sheet, Cell], ...]:
    """Return such texts of a sheet whose ``rows`` take points and no answers; what is said of the points themselves is no matter."""
    kinds = {each.kind for each in rows.values()}
    if "points" not in kinds or "answer" in kinds:
        return ()
    return tuple((found.sheet, cell) for cell in _texts(found, rows))


def _texts(found: FoundSheet, rows: Mapping[int, Meaning]) -> Iterator[Cell]:
    note, layout = found.layout.others.get(NOTE, 0), found.layout
    read = {layout.ids, *layout.others.values(), *layout.stages}
    for row, line in found.lines.items():
        for column, cell in line.items():
            is_reason = column == note and row in rows
            if cell.kind != "text" or cell.is_formula or (row in rows and column in read and not is_reason):
                continue
            if names_question(cell.text) or (is_reason and is_of_answers(cell.text)):
                yield cell
