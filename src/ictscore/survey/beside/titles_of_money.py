"""Titles that say of money what they would not say of counts: “Dự toán năm 2019” over what is budgeted, “Nguồn ngân sách năm 2018”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ictscore.survey.beside.aside import Read, spot_of
from ictscore.survey.beside.title_names import names_funds
from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layouts.lines import Lines
from ictscore.survey.questions import Question
from ictscore.survey.typed.scaled import scaled

_A_BUDGET = re.compile(
    r"(?:dự toán)(?: (?:ngân sách|thu|chi|kinh phí|được giao|giao|được duyệt|nhà nước|của đơn vị))*[\s,(]*(?:năm )(?:19|20)\d\d[\s).,;:*]*"
)
_BUDGETED = re.compile(r"\bdự toán\b|\bngân sách\b|\b(?:kinh phí|vốn)\b.*\b(?:giao|cấp|duyệt|phân bổ|bố trí)\b")
_SPENT = re.compile(r"\b(?:đã|thực chi|giải ngân|quyết toán|thực hiện|sử dụng)\b|^(?!.*\bdự toán\b).*\bchi\b")
_OF_MONEY = re.compile(r"\b(?:kinh phí|ngân sách|vốn|dự toán|chi phí|số tiền)\b")


def is_title_of_budget(text: str, below: Iterable[Question]) -> bool:
    """Return whether a title calls a budget by its name, and all numbers asked ``below`` it are what was budgeted, not what was spent.

    >>> asked = [Question("a", each, "number") for each in ("Dự toán chi cho CNTT", "Kinh phí được giao", "Kinh phí đã chi", "Số máy tính")]
    >>> [is_title_of_budget("Dự toán năm 2019", [each]) for each in asked], is_title_of_budget("Số liệu dự toán năm 2019", asked[:1])
    ([True, True, False, False], False)
    """
    if _A_BUDGET.fullmatch(fold_name(plain(text))) is None:
        return False
    numbers = [each.folded_label for each in below if each.is_number]
    return bool(numbers) and all(_BUDGETED.search(each) and not _SPENT.search(each) for each in numbers)


def is_title_of_funds(text: str, below: Iterable[Question]) -> bool:
    """Return whether a title only says from which budget something was paid, and no amount of money is asked ``below`` it.

    >>> asked = [Question("a", "Kinh phí", "number", measure="triệu đồng"), Question("b", "Số máy tính", "count")]
    >>> [is_title_of_funds("Nguồn ngân sách năm 2018", [each]) for each in asked]
    [False, True]
    """
    return names_funds(fold_name(plain(text))) and not any(_is_money(each) for each in below)


def asked_below(row: int, lines: Lines, reads: list[Read]) -> Iterator[Question]:
    """Yield what is asked below a title: in a form down to the next title in the same columns, if it stands among the questions."""
    for read in reads:
        if not read.by_row:
            yield from read.questions if any(each > row for each in read.rows) else ()
            continue
        printed = read.layout.printed
        is_among = row > (printed.head if printed is not None else read.layout.row)
        ends = _next_title(row, lines, reads, read) if is_among else None
        yield from (question for each, question in read.by_row.items() if each > row and (ends is None or each < ends))


def _next_title(row: int, lines: Lines, reads: list[Read], read: Read) -> int | None:
    """Return the row of the next title below the first question under a title, filled in the same columns."""
    first = next((each for each in sorted(read.by_row) if each > row), None)
    below = (each for each in sorted(lines) if first is not None and each > first)
    return next((each for each in below if lines[each].keys() == lines[row].keys() and spot_of(each, lines[each], reads) == "title"), None)


def _is_money(question: Question) -> bool:
    return question.is_number and (scaled(question.measure).is_money or _OF_MONEY.search(question.folded_label) is not None)
