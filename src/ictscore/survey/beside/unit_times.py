"""What a column says of the time and kind of one unit's data, under its heading: “Năm” 2018, “Tháng” 6, “Trạng thái” Bản nháp."""

from __future__ import annotations

from ictscore.survey.beside.header_leads import is_label
from ictscore.survey.beside.header_times import Times, times_said
from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.remarks.spoken import Spoken
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.typed.stands_there import as_seen_in

_COLUMN = Spoken(r"nguồn|tình trạng|(?:tháng|month)(?: báo cáo| số liệu)?")
"""Headings of columns that say it too; above a form they head other things: “Tháng 9” is the day of a letter."""
_MONTHS = Spoken(r"(?:tháng|month)(?: báo cáo| số liệu)?: (.+)")
_MONTH = Spoken(r"(?:(?:tháng|t\.?)\s*)?(?:\d{1,2}/(?=\d{1,2}/))?(0?[1-9]|1[0-2])(?:\s*[/.\-]\s*((?:19|20)\d\d))?")
_OF_FIGURES = Spoken(r"(?<!\w)(?:kết quả|trong|cùng|lũy kế|luỹ kế)(?!\w)")
"""“Kết quả trong năm” and “Số liệu cùng kỳ” head figures, not years."""
_DECEMBER = 12


def heads_times(heading: str) -> bool:
    """Return whether a column says the time or kind of each unit's data.

    >>> [heads_times(each) for each in ("Năm/kỳ", "Year", "Tháng", "Trạng thái", "Nguồn", "Năm thành lập", "Ghi chú", "Nguồn vốn")]
    [True, True, True, True, True, False, False, False]
    """
    folded = fold_name(plain(heading)).rstrip(" :.*")
    return _OF_FIGURES.search(folded) is None and (is_label(heading) or _COLUMN.fullmatch(folded) is not None)


def times_of_unit(text: str) -> Times | None:
    """Return what a heading and the value below it say, joined by a colon.

    >>> [times_of_unit(each).is_part for each in ("Tháng: 6", "Tháng: 01/06/2019", "Tháng: T6", "Quý: 3", "Năm: 2018")]
    [True, True, True, True, False]
    """
    below = _MONTHS.fullmatch(fold_name(plain(text)))
    found = _MONTH.fullmatch(below[1]) if below is not None else None
    if found is None:
        return times_said(text if below is None else below[1])
    years = frozenset((int(found[2]),) if found[2] else ())
    return Times(years, is_part=True, is_last=int(found[1]) == _DECEMBER)


def joined(label: str, cell: Cell) -> str:
    """Return a label and the value that stands beside or below it as one line.

    >>> joined("Năm báo cáo :", Cell(1, 2, "number", "2018"))
    'Năm báo cáo: 2018'
    """
    return f"{label.strip().rstrip(':').rstrip()}: {as_seen_in(cell).strip()}"
