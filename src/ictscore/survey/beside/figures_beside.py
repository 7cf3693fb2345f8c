"""Figures beside the answers of a form: another year's, or corrected ones, that nobody would read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from ictscore.expr.values import Value
from ictscore.places import column_letters
from ictscore.survey.beside.aside_names import years_signed
from ictscore.survey.beside.header_lines import columns_held
from ictscore.survey.beside.stray_figures import is_stray
from ictscore.survey.labels.loose_labels import plain, toneless
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import EVIDENCE, LABEL, NOTE
from ictscore.survey.layouts.found import FoundSheet
from ictscore.survey.layouts.lines import text_of
from ictscore.survey.layouts.printed_words import part_of
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.typed.second_answers import is_another, value_of
from ictscore.survey.typed.text_numbers import read_number
from ictscore.words import N_, phrase

_YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_SAYS = re.compile(
    rf"{_YEAR}|\b(?:đúng|sửa|chính xác|chính thức|điều chỉnh|đính chính|cập nhật|bổ sung|thay thế|thực tế|mới"
    r"|năm (?:nay|trước|ngoái)|[kq](?:ỳ|uý|úy) (?:này|trước)|corrected|correct|revised|updated|actual|new)\b"
)
_BEFORE = re.compile(r"\b(?:năm|kỳ) (?:trước|ngoái)\b|\bcùng kỳ\b")
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


class Known(NamedTuple):
    """What headings beside the answers are held against: names of units (folded), the round’s years, whether its data are of a year."""

    names: Collection[str] = ()
    years: Collection[int] = ()
    of_a_year: bool = True


def tell_figures(
    found: FoundSheet,
    rows: Mapping[int, Question | None],
    questions: Collection[Question],
    notes: Notes,
    known: Known,
) -> None:
    """Report columns with figures beside the answers to ``questions``; where the heading says that they may be right, it is asked.

    So it is where the heading is one of the ``known`` names of units: two units may have answered in one form.
    A column of its own beside a form of ours that is headed with another year than the ``known`` ones of the round is a comparison.
    """
    asked = {row: question for row, question in rows.items() if question in questions}
    held = columns_held(found.lines, found.layout, asked, of_a_year=known.of_a_year)
    for column in sorted(_others(found, asked) - held) if asked else ():
        _tell_column(found, column, asked, notes, known)


def _tell_column(found: FoundSheet, column: int, asked: Mapping[int, Question | None], notes: Notes, known: Known) -> None:
    """Report the figures in one column; ``asked`` are the rows of the questions."""
    is_of_remarks, head = _is_of_remarks(found, column), min(asked)
    heading = _heading(found, column, head, known.names)
    cells = [cell for row in asked if (cell := found.lines[row].get(column)) is not None and cell.text.strip()]
    is_known = is_of_remarks and not _is_renamed(found, column, head)
    figures = [cell for cell in cells if _is_figure(cell) or (not is_known and _has_only_digits(cell))]
    is_ours = bool(figures and known.years) and found.layout.printed is None and not is_of_remarks
    if is_ours and is_of_another_time(heading, known.years):
        _add(notes, "SV548", found, cells, heading=shown(heading))
    elif heading and figures and not _numbers_rows(found, column, figures):
        _add(notes, "SV482", found, figures if is_known else cells, heading=shown(heading))
    else:
        others = [cell for cell in figures if not (is_known and _is_remark(found, cell, asked[cell.row]))]
        if others and not _counts_rows(others):
            _tell_unheaded(found, others, asked, notes, known)


def _numbers_rows(found: FoundSheet, column: int, figures: list[Cell]) -> bool:
    """Return whether figures before the questions of a form typed again only count its rows, whatever stands above them."""
    return found.layout.printed is not None and column < found.layout.printed.label and _counts_rows(figures)


def _tell_unheaded(found: FoundSheet, figures: list[Cell], asked: Mapping[int, Question | None], notes: Notes, known: Known) -> None:
    """Report figures of which no heading says what they are: asked about where notes have another answer."""
    column = figures[0].column
    is_note = column == found.layout.others.get(NOTE, 0)
    if is_note and any(_is_second(found, cell, asked[cell.row]) for cell in figures) and not _is_stray(found, figures, asked, known.years):
        heading = next((" ".join(text.split()) for _, text in _rows_above(found, column, min(asked))), "–")
        _add(notes, "SV482", found, figures, heading=shown(heading))
    else:
        _add(notes, "SV481", found, figures)


def is_of_another_time(heading: str, known: Collection[int]) -> bool:
    """Return whether a heading says nothing of the figures below but that they are of another year than the ``known`` ones.

    >>> [is_of_another_time(each, {2020}) for each in ("Năm 2019", "Số liệu năm trước", "Năm 2019 (đã sửa)", "Năm 2020", "2019–2020")]
    [True, True, False, False, False]
    """
    folded = fold_name(plain(heading))
    years = {int(each) for each in re.findall(_YEAR, folded)}
    rest = _BEFORE.sub(" ", re.sub(_YEAR, " ", folded))
    is_before = _BEFORE.search(folded) is not None
    return (bool(years) or is_before) and not years & {*known} and not names_other_figures(rest)


def _is_of_remarks(found: FoundSheet, column: int) -> bool:
    """Return whether a column is the one for notes or evidence."""
    return column in (found.layout.others.get(NOTE, 0), found.layout.others.get(EVIDENCE, 0))


def _add(notes: Notes, code: str, found: FoundSheet, cells: list[Cell], **values: object) -> None:
    more = phrase(N_(" and {count} more"), count=len(cells) - 1) if len(cells) > 1 else ""
    place, column = found.sheet.place(cells[0]), column_letters(cells[0].column)
    notes.add(code, place, column=column, read=shown(cells[0].text.strip()), more=more, **values)


def _others(found: FoundSheet, rows: Collection[int]) -> set[int]:
    """Return the columns beside the answers that are none of ours, with those for notes and evidence."""
    layout = found.layout
    if layout.printed is not None:
        known = {layout.ids, *layout.stages, layout.printed.label, *layout.others.values(), *_told_by_heading(found, layout.printed.head)}
    else:
        known = _known_by_marks(found)
    remarks = {layout.others.get(mark, 0) for mark in (NOTE, EVIDENCE)} - {0}
    return {column for row in rows for column in found.lines[row] if column not in known} | remarks


def _known_by_marks(found: FoundSheet) -> set[int]:
    layout = found.layout
    marks = {column for column, cell in found.lines.get(layout.row, {}).items() if cell.text.startswith("#")}
    return {layout.ids, *layout.stages, *layout.others.values(), *marks}


def _told_by_heading(found: FoundSheet, head: int) -> set[int]:
    """Return the columns whose heading says what they hold, but for points that the unit gave itself and other answers."""
    parts = {column: part_of(cell.text) for column, cell in found.lines.get(head, {}).items()}
    own = {column for column, part in parts.items() if part == "points" and "tự" in fold_name(found.lines[head][column].text)}
    return {column for column, part in parts.items() if part not in (None, "answer")} - own


def _heading(found: FoundSheet, column: int, first: int, listed: Collection[str]) -> str:
    """Return the text above the first question that says of a column whose its figures are, of which year, or that they are right."""
    texts = (" ".join(text.split()) for text in _head_of(found, column, first))
    return next((text for text in texts if names_other_figures(text) or (fold_name(text) in listed and _is_over(found, column, first))), "")


def _is_over(found: FoundSheet, column: int, first: int) -> bool:
    """Return whether no blank row parts the lowest text above a column from the questions; a name on top of the sheet is no heading."""
    row = next((row for row, _ in _rows_above(found, column, first)), 0)
    return all(any(text_of(cell) for cell in found.lines.get(between, {}).values()) for between in range(row + 1, first))


def _head_of(found: FoundSheet, column: int, first: int) -> list[str]:
    """Return the heading of a column, lowest line first: the words nearest above the first question and what stands right on top of them.

    What is further above, with a gap between, belongs to the head of the letter, as does its date (“Bình Thuận, ngày 15 tháng 9 năm 2020”).
    """
    texts, lowest = list[str](), 0
    for row, text in _rows_above(found, column, first):
        if years_signed(text) or (texts and lowest - row > 1):
            break
        lowest = row
        if any(map(str.isalpha, text)) or re.search(_YEAR, text):
            texts.append(text)
    return texts


def _is_renamed(found: FoundSheet, column: int, first: int) -> bool:
    """Return whether the column of notes or evidence of a form of ours has another heading now."""
    label, ids, lines = found.layout.others.get(LABEL, 0), found.layout.ids, found.lines
    if found.layout.printed is not None:
        return False
    heads = [row for row in lines if found.layout.row < row < first and text_of(lines[row].get(label)) and not text_of(lines[row].get(ids))]
    heading = text_of(lines[max(heads)].get(column)) if heads else ""
    return bool(heading) and part_of(heading) not in ("evidence", "note")


def _is_second(found: FoundSheet, cell: Cell, question: Question | None) -> bool:
    """Return whether a figure in the notes is another number than the answer it stands beside."""
    answer = found.lines[cell.row].get(min(found.layout.stages))
    if question is None or not question.is_number or answer is None:
        return False
    return is_another(question, cell, answer) or _is_none_of(cell, value_of(question, answer))


def _is_stray(found: FoundSheet, others: list[Cell], asked: Collection[int], years: Collection[int]) -> bool:
    """Return whether the only figure in the notes is no second answer to its question, and every question is answered."""
    answer = min(found.layout.stages)
    is_answered = all(text_of(found.lines[row].get(answer)) for row in asked)
    return is_answered and len(others) == 1 and is_stray(others[0].text, text_of(found.lines[others[0].row].get(answer)), years)


def _is_none_of(cell: Cell, given: Value) -> bool:
    """Return whether a number that may be read two ways (“3.254”) is another one than was given, however it is read."""
    reading = read_number(cell.text) if cell.kind == "text" else None
    if reading is None or reading.other is None or not isinstance(given, Fraction):
        return False
    return given not in (reading.value, reading.other)


def _rows_above(found: FoundSheet, column: int, first: int) -> Iterator[tuple[int, str]]:
    """Yield what stands in a column above the first question with its row, lowest first, but for rows with an id."""
    layout = found.layout
    for row in sorted((row for row in found.lines if row < first), reverse=True):
        if not text_of(found.lines[row].get(layout.ids)) and (text := text_of(found.lines[row].get(column))):
            yield row, text


def _is_figure(cell: Cell) -> bool:
    return cell.kind in ("number", "date", "formula_without_value") or (cell.kind == "text" and read_number(cell.text) is not None)


def _has_only_digits(cell: Cell) -> bool:
    """Return whether a text has digits and no letters: a number with brackets or a sign that nobody can be sure of."""
    return cell.kind == "text" and any(map(str.isdigit, cell.text)) and not any(map(str.isalpha, cell.text))


def _is_remark(found: FoundSheet, cell: Cell, question: Question | None) -> bool:
    """Return whether a figure in a column for notes or evidence is no second answer.

    What says again what the answer says is none; what stands beside a blank answer is asked about by itself.
    """
    given = [text for column in found.layout.stages if (text := text_of(found.lines[cell.row].get(column)))]
    if found.layout.printed is None:
        return not _is_second(found, cell, question)
    return not given or cell.text.strip() in given


def _counts_rows(figures: list[Cell]) -> bool:
    """Return whether figures number the rows: from 1 on, each a little more than the one above, rows that were not read counted."""
    numbers = [reading.value for each in figures if (reading := read_number(each.text)) is not None]
    is_whole = len(numbers) == len(figures) and all(each.denominator == 1 for each in numbers)
    below = zip(figures[1:], figures, numbers[1:], numbers, strict=False)
    return is_whole and numbers[0] == 1 and all(1 <= this - last <= cell.row - above.row for cell, above, this, last in below)
