"""Columns that hold the same answer in every row: whichever of them is meant, the answers are the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ictscore.survey.labels.body_names import begins_like_a_body
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layouts.lines import Line, text_of
from ictscore.survey.layouts.odd_headings import is_not_of_what_was_done
from ictscore.survey.layouts.printed_words import are_periods_or_parts, is_one_answer, is_yes_or_no, names_stage, part_of
from ictscore.survey.layouts.qualifying import qualifies
from ictscore.survey.layouts.together import Texts, Together
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell

_MEASURE = re.compile(r"\b(?:nghìn|ngàn|vạn|triệu|tr|tỷ|tỉ|đồng|vnđ|tỷ lệ|phần trăm)\b")
_FEWEST = 2
"""In how many rows columns have to agree: in one alone they may do so by chance."""


def said_alike(columns: Sequence[int], texts: Texts, lines: Mapping[int, Line], asked: Mapping[int, Question]) -> Together | None:
    """Return columns as one that hold the same in every row, the first that is headed as answers before the others; else None.

    Headings that name a time, a plan, a part, a stage, a body or a measure, or are themselves an answer, say that the columns mean other
    things, though their figures be the same; so it is asked which holds.
    """
    kept = next((each for each in columns if part_of(texts.get(each, "")) == "answer"), 0)
    others = [each for each in columns if each != kept]
    if not kept or not others or not all(_says_nothing_else(texts.get(each, "")) for each in columns):
        return None
    rows = [row for row in asked if any(text_of(lines[row].get(each)) for each in columns)]
    alike = all(_answer(lines[row].get(each)) == _answer(lines[row].get(kept)) for row in rows for each in others)
    if not alike or len(rows) < _FEWEST:
        return None
    return Together((kept, *others), {row: lines[row][kept] for row in rows}, dict.fromkeys(rows, frozenset(columns)), code="SV614")


def _answer(cell: Cell | None) -> Cell | None:
    """Return all by which a cell is read as an answer, wherever it stands and however it came about."""
    return cell._replace(row=0, column=0, is_formula=False, ground="") if cell is not None and text_of(cell) else None


def _says_nothing_else(heading: str) -> bool:
    """Return whether a heading says nothing by which what is below it could be other answers.

    >>> [_says_nothing_else(each) for each in ("Kết quả", "Giá trị", "", "Ý kiến khác")]
    [True, True, True, True]
    >>> [_says_nothing_else(each) for each in ("Năm 2019", "Kế hoạch", "Giá trị triệu đồng", "Thẩm định", "Có", "Lũy kế", "Sở Y tế")]
    [False, False, False, False, False, False, False]
    >>> _says_nothing_else("Nam truoc")  # what is typed without marks is not understood
    False
    """
    is_bare = not any(each.isdigit() or each in "([%" for each in heading) and not _MEASURE.search(fold_name(heading))
    is_marked = not heading.isascii() or part_of(heading) == "answer" or not heading
    is_other = is_not_of_what_was_done(heading) or qualifies(heading) or are_periods_or_parts((heading, ""))
    is_of_others = names_stage(heading) or is_one_answer(heading) or is_yes_or_no(heading) or begins_like_a_body(heading)
    return is_bare and is_marked and not is_other and not is_of_others
