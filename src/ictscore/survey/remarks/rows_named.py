"""Texts that name questions by their numbers and say something of each: “Câu 16 là 88; câu 17: 40”."""

from __future__ import annotations

import re
from typing import NamedTuple

from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.remarks.remark import read_remark

_NAMED = re.compile(
    r"(?<!\w)(?:câu hỏi|câu|mục|tiêu chí|chỉ tiêu|stt|số thứ tự|tt|cau|muc|chi tieu|tieu chi)\s*(?:số|so)?\s*[.:]?\s*"
    r"(\d+(?:\.\d+)*[a-zđ]?|[IVX]+(?:\.\d+)*)(?!\w)"
    r"|(?<!\w)(?:tại |ở )?ô\s+[A-Z]{1,2}(\d+)(?!\w)",
    re.IGNORECASE,
)
_TO_THE_NAME = re.compile(r"(?:\b(?:ở|tại|của|trong|cho|số liệu)\s*|\()+$", re.IGNORECASE)
_LEAD = re.compile(r"^[\s.:)\-–=→]*(?:(?:là|la|có|co|thì)\s+)?")


class NamedRow(NamedTuple):
    """The number of a question, or a row of the sheet, and what is said of it."""

    number: str
    row: int
    said: str

    @property
    def value(self) -> str:
        """Return what is said of it, without the words and signs that only lead to it."""
        return _LEAD.sub("", self.said)


def rows_named(text: str) -> tuple[NamedRow, ...]:
    """Return the questions that a text names, each with what it says up to the next.

    >>> [(each.number, each.value) for each in rows_named("Câu 16 là 88; câu 17: 40 người")]
    [('16', '88'), ('17', '40 người')]
    >>> rows_named("ô E31 là 88")[0].row
    31
    """
    line = plain(text)
    found = [*_NAMED.finditer(line)]
    if len(found) == 1 and (before := _said_before(line, found[0])):
        return (NamedRow((found[0][1] or "").rstrip("."), int(found[0][2] or 0), before),)
    ends = [*(each.start() for each in found[1:]), *([len(line)] if found else ())]
    return tuple(
        NamedRow((each[1] or "").rstrip("."), int(each[2] or 0), line[each.end() : end].strip(" ;,"))
        for each, end in zip(found, ends, strict=True)
    )


def before_rows(text: str) -> str:
    """Return what a text says before it names the first question; nothing where it names none.

    >>> before_rows("Số đúng là 66. Đã xem lại câu 1"), before_rows("Câu 1 là 66")
    ('Số đúng là 66. Đã xem lại', '')
    """
    line = plain(text)
    found = _NAMED.search(line)
    return "" if found is None else line[: found.start()].strip(" ;,(")


def _said_before(line: str, named: re.Match[str]) -> str:
    """Return what stands before a question that is named last: “sửa 75 thành 66 ở câu 20”; nothing where it is no correction."""
    before = _TO_THE_NAME.sub("", line[: named.start()]).strip(" ;,")
    return before if not line[named.end() :].strip(" .;,)") and read_remark(before).corrects else ""
