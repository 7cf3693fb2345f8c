"""Figures beside the answers of a form of ours: another year's, or corrected ones, that nobody would read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from ictscore.places import column_letters
from ictscore.survey.found_layout import FoundSheet
from ictscore.survey.layout import EVIDENCE, LABEL, NOTE
from ictscore.survey.lines import text_of
from ictscore.survey.loose_labels import plain, toneless
from ictscore.survey.noting import Notes
from ictscore.survey.printed_words import part_of
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.text_numbers import read_number
from ictscore.survey.unit_names import fold_name
from ictscore.words import N_, phrase

_YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_SAYS = re.compile(
    rf"{_YEAR}|\b(?:đúng|sửa|chính xác|chính thức|điều chỉnh|đính chính|cập nhật|bổ sung|thay thế|thực tế|mới"
    r"|năm (?:nay|trước|ngoái)|[kq](?:ỳ|uý|úy) (?:này|trước)|corrected|correct|revised|updated|actual|new)\b"
)
_SAYS_TONELESS = re.compile(
    r"\b(?:(?:so|so lieu|gia tri) (?:dung|moi|sua)|sua|chinh xac|chinh thuc|dieu chinh|dinh chinh|cap nhat|bo sung"
    r"|nam (?:nay|truoc|ngoai))\b"
)


def names_other_figures(heading: str) -> bool:
    """Return whether a heading says that figures are of a year, or right where others are not.

    >>> names_other_figures("Năm 2019"), names_other_figures("SỐ LIỆU ĐÚNG"), names_other_figures("So lieu sua")
    (True, True, True)
    >>> names_other_figures("Ghi chú của phòng"), names_other_figures("Số máy đang sử dụng")
    (False, False)
    """
    folded = fold_name(plain(heading))
    return _SAYS.search(folded) is not None or (folded.isascii() and _SAYS_TONELESS.search(toneless(folded)) is not None)


def tell_figures(found: FoundSheet, rows: Mapping[int, Question | None], questions: Collection[Question], notes: Notes) -> None:
    """Report columns with figures beside the answers to ``questions``; where the heading says that they may be right, it is asked."""
    layout = found.layout
    asked = [row for row, question in rows.items() if question in questions]
    if layout.printed is not None or not asked:
        return
    for column in sorted(_others(found, asked)):
        heading = _heading(found, column, min(asked))
        cells = [cell for row in asked if (cell := found.lines[row].get(column)) is not None and cell.text.strip()]
        figures = [cell for cell in cells if _is_figure(cell)]
        is_known = column in (layout.others.get(NOTE, 0), layout.others.get(EVIDENCE, 0)) and not _is_renamed(found, column, min(asked))
        if is_known and column == layout.others.get(NOTE, 0) and not heading:
            figures = [cell for cell in figures if _is_other_than_answer(found, cell, rows[cell.row])]
            is_known = False
        if heading and figures:
            _add(notes, "SV482", found, cells, heading=shown(heading))
        elif figures and not is_known:
            _add(notes, "SV481", found, figures)


def _add(notes: Notes, code: str, found: FoundSheet, cells: list[Cell], **values: object) -> None:
    more = phrase(N_(" and {count} more"), count=len(cells) - 1) if len(cells) > 1 else ""
    place, column = found.sheet.place(cells[0]), column_letters(cells[0].column)
    notes.add(code, place, column=column, read=shown(cells[0].text.strip()), more=more, **values)


def _others(found: FoundSheet, rows: Collection[int]) -> set[int]:
    """Return the columns beside the answers that are none of ours, with those for notes and evidence."""
    layout = found.layout
    marks = {column for column, cell in found.lines.get(layout.row, {}).items() if cell.text.startswith("#")}
    ours = {layout.ids, *layout.stages, *layout.others.values(), *marks}
    remarks = {layout.others.get(mark, 0) for mark in (NOTE, EVIDENCE)} - {0}
    return {column for row in rows for column in found.lines[row] if column not in ours} | remarks


def _heading(found: FoundSheet, column: int, first: int) -> str:
    """Return the text above the first question that says of a column that its figures are of a year, or the right ones; or nothing."""
    texts = (" ".join(text.split()) for text in _above(found, column, first))
    return next((text for text in texts if names_other_figures(text)), "")


def _is_renamed(found: FoundSheet, column: int, first: int) -> bool:
    """Return whether the column of notes or evidence of a form of ours has another heading now."""
    label, ids, lines = found.layout.others.get(LABEL, 0), found.layout.ids, found.lines
    heads = [row for row in lines if found.layout.row < row < first and text_of(lines[row].get(label)) and not text_of(lines[row].get(ids))]
    heading = text_of(lines[max(heads)].get(column)) if heads else ""
    return bool(heading) and part_of(heading) not in ("evidence", "note")


def _is_other_than_answer(found: FoundSheet, cell: Cell, question: Question | None) -> bool:
    """Return whether a figure in the notes is another number than the answer it stands beside."""
    answer = found.lines[cell.row].get(min(found.layout.stages))
    if question is None or not question.is_number or answer is None:
        return False
    given, figure = read_number(answer.text), read_number(cell.text)
    return given is not None and figure is not None and figure.value not in (given.value, given.other)


def _above(found: FoundSheet, column: int, first: int) -> Iterator[str]:
    """Yield what stands in a column above the first question, lowest first, but for rows with an id."""
    layout = found.layout
    for row in sorted((row for row in found.lines if row < first), reverse=True):
        if not text_of(found.lines[row].get(layout.ids)) and (text := text_of(found.lines[row].get(column))):
            yield text


def _is_figure(cell: Cell) -> bool:
    return cell.kind in ("number", "date", "formula_without_value") or (cell.kind == "text" and read_number(cell.text) is not None)
