"""Which columns beside printed questions hold the answers together, and which say only one thing of all of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from ictscore.places import column_letters
from ictscore.survey.labels.unit_names import fold_label, fold_name
from ictscore.survey.layouts.periodicities import say_how_often
from ictscore.survey.layouts.printed_words import assesses, is_assessed
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.typed.second_answers import answers
from ictscore.survey.typed.text_numbers import read_number

_HEADS_YEARS = re.compile(r"(?:năm|kỳ|niên độ|thời gian|thời điểm)(?: báo cáo| số liệu| dữ liệu| đánh giá)?|year")
_HEADS_DAYS = re.compile(r"(?:năm|thời điểm)\b")
_A_YEAR = re.compile(r"(?:năm )?(?:19|20)\d\d")
_HEADS_PARTS = re.compile(r"(?P<quarter>qu[ýí]|quarter)|(?:tháng|month)(?: báo cáo| số liệu)?")
_A_QUARTER = re.compile(r"(?:qu[ýí] )?(?:0?[1-4]|i{1,3}|iv)")
_A_MONTH = re.compile(r"(?:tháng |t\.?)?(?:0?[1-9]|1[0-2])")


def lettered(columns: Iterable[int], texts: Mapping[int, str]) -> tuple[str, ...]:
    """Return columns as messages name them: by their letters, and their headings where they have one.

    >>> lettered((3, 4), {3: "Kết quả"})
    ('C “Kết quả”', 'D')
    """
    return tuple(f"{column_letters(each)} “{shown(texts[each])}”" if texts.get(each) else column_letters(each) for each in columns)


def says_of_answers(
    cells: Mapping[int, Cell], heading: str, asked: Mapping[int, Question], answered: Collection[int], *, of_a_year: bool
) -> bool:
    """Return whether a column beside the answers only says something of them: how they are judged, of which time they are, how often told.

    Where something stands in a row that no other column has ``answered`` it may be the answer, but for what says how often. Of a quarter or
    month only data that should be ``of_a_year`` are asked about later.
    """
    if say_how_often(heading, [cell.text for cell in cells.values()]):
        return True
    ways = (is_assessment, says_years, says_parts) if of_a_year else (is_assessment, says_years)
    return any(says(cells, heading, asked, answered) for says in (*ways, says_otherwise))


def is_assessment(cells: Mapping[int, Cell], heading: str, asked: Mapping[int, Question], answered: Collection[int]) -> bool:
    """Return whether words of assessment (“Đạt”) stand beside answers, those that are numbers too, and no answers.

    It is one and the same word, or several below a heading that says so. Where they stand in a row that no other column has ``answered``
    they may be the answer.
    """
    if not cells.keys() <= {*answered}:
        return False
    words = {fold_label(cell.text) for cell in cells.values()}
    are_words = all(cell.kind == "text" and read_number(cell.text) is None for cell in cells.values())
    says_so = len(words) == 1 or (assesses(heading) and all(is_assessed(cell.text) for cell in cells.values()))
    return are_words and says_so and any(asked[row].is_number for row in cells)


def says_otherwise(cells: Mapping[int, Cell], heading: str, asked: Mapping[int, Question], answered: Collection[int]) -> bool:
    """Return whether words that answer nothing stand beside answers (“Số văn bản” │ QĐ 12/QĐ-STC beside yes): they are told as remarks.

    Below a heading of times they may say of which time the answers are, which is asked about.
    """
    folded = fold_name(heading).strip(" .:*")
    if not folded or not cells.keys() <= {*answered} or _HEADS_YEARS.fullmatch(folded) or heads_parts(heading):
        return False
    return all(cell.kind == "text" and not cell.is_formula and not answers(asked[row], cell) for row, cell in cells.items())


def says_years(cells: Mapping[int, Cell], heading: str, asked: Mapping[int, Question], answered: Collection[int]) -> bool:
    """Return whether a column says of which year or day each answer is (“Năm” 2018), in rows that another column has ``answered``."""
    folded = fold_name(heading).strip(" .:*")
    if not cells.keys() <= {*answered} or not _HEADS_YEARS.fullmatch(folded):
        return False
    of_days = _HEADS_DAYS.match(folded) is not None
    are_times = all((of_days and cell.kind == "date") or _A_YEAR.fullmatch(fold_name(cell.text)) for cell in cells.values())
    return are_times and any(asked[row].is_number for row in cells)


def says_parts(cells: Mapping[int, Cell], heading: str, asked: Mapping[int, Question], answered: Collection[int]) -> bool:
    """Return whether a column says of which quarter or month each answer is (“Quý” 3), in rows that another column has ``answered``."""
    if not heads_parts(heading) or not cells.keys() <= {*answered}:
        return False
    return all(is_part_below(heading, cell.text) for cell in cells.values()) and any(asked[row].is_number for row in cells)


def heads_parts(heading: str) -> bool:
    """Return whether a heading says that quarters or months stand below it.

    >>> [heads_parts(each) for each in ("Quý", "Tháng báo cáo", "Số tháng", "Quỹ", "Năm")]
    [True, True, False, False, False]
    """
    return _HEADS_PARTS.fullmatch(fold_name(heading).strip(" .:*")) is not None


def is_part_below(heading: str, text: str) -> bool:
    """Return whether a text is a quarter below “Quý”, a month below “Tháng”.

    >>> [is_part_below("Quý", each) for each in ("3", "III", "Quý 3", "5")], [is_part_below("Tháng", each) for each in ("12", "T6", "13")]
    ([True, True, True, False], [True, True, False])
    """
    found = _HEADS_PARTS.fullmatch(fold_name(heading).strip(" .:*"))
    part = _A_QUARTER if found is not None and found["quarter"] else _A_MONTH
    return found is not None and part.fullmatch(fold_name(text)) is not None
