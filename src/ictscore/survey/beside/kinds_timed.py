"""The kind of data beside a time in one short line: “Số liệu ước thực hiện đến 30/9/2019”, “9 tháng năm 2019 (số sơ bộ)”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ictscore.survey.beside.header_kinds import DONE, KINDS, OPENED, is_of_data_itself, open_for, planned_for, says_kind
from ictscore.survey.remarks.spoken import Spoken

_APART = r"[\s,.:()\[\]–-]+"
_FIRST = Spoken(rf"(?:({KINDS})|({OPENED}))(?!\w){_APART}(\S.*)")
_LAST = Spoken(rf"{_APART}(?:(?:là|và|còn|số|của|dạng|bản|số liệu|dữ liệu|sl)\s+)*(?=(?:{KINDS}|{OPENED})(?!\w))")
_GUESSED = Spoken(r"^(?:ước|tạm tính|estimated?)(?!\w)|^(?:ước|ưth(?<!uth))(?!\w)")
_PRELIMINARY = Spoken(r"^(?:(?:số liệu|dữ liệu|còn|là)\s+)*(?:sơ bộ|chưa|không phải|preliminary|provisional)(?!\w)")
"""What is said of data only, never of a paper: “sơ bộ”, “chưa chốt”, and not “dự thảo”."""
_SHORT = Spoken(r"^(?:kh|ưth|uth)(?!\w)")
_A_PLAN = Spoken(r"^(?:kế hoạch|mục tiêu|dự toán|kh)(?!\w)")
_REACHED = Spoken(r"(?<!thời gian )(?:kết quả(?: thực hiện)?|thực hiện|đánh giá)[\s:(–-]*$")
_A_PAPER = Spoken(r"(?<!\w)(?:phiếu|bảng|biểu|khảo sát|xếp hạng|chấm điểm)(?!\w)")
_A_DRAFT = Spoken(r"^(?:(?:bản|bảng|phiếu|báo cáo)\s+|(?:nháp|dự thảo|draft)(?!\w))")


class Timed(NamedTuple):
    """A kind of data in one line with a ``time``: planned, open, or ``is_done`` where it is said that a plan was carried out.

    ``is_sure`` is said of data, whatever time is beside it; else it may name a paper: “Kế hoạch đến 31/12/2019”.
    """

    time: str
    is_planned: bool = False
    is_open: bool = False
    is_done: bool = False
    is_sure: bool = True


def kind_before(lead: str, rest: str) -> Timed | None:
    """Return the kind of data with which a text begins, where something follows it that is to be a time.

    >>> kind_before("số liệu ", "ước thực hiện đến 30/9/2019").time, kind_before("", "kế hoạch đến 31/12/2019").is_sure
    ('đến 30/9/2019', False)
    >>> kind_before("kết quả thực hiện ", "kế hoạch đến 30/9/2019").is_planned, kind_before("", "dự thảo đến 30/9/2019")
    (False, None)
    """
    found = _FIRST.fullmatch(rest)
    if found is None:
        return None
    is_data, is_guess = says_kind(lead), _GUESSED.search(rest) is not None
    if found[2] is not None:
        return Timed(found[3], is_open=True) if is_data or _PRELIMINARY.search(rest) else None
    if DONE.search(lead) and not is_guess and not is_of_data_itself(lead):
        return Timed(found[3], is_done=True) if _A_PLAN.search(rest) and _REACHED.search(lead) else None
    if _SHORT.search(rest) and not (is_data or is_guess):
        return None
    return Timed(found[3], is_planned=True, is_sure=is_data or is_guess)


def kinds_behind(lead: str, rest: str) -> Iterator[tuple[Timed, str]]:
    """Yield the kinds that may end a text, each with the time before it, and with all that is said there, which may be a time too.

    >>> [(kind.time, kind.is_planned, said) for kind, said in kinds_behind("số liệu đến ", "30/9/2019 (ước thực hiện")]
    [('30/9/2019', True, 'ước thực hiện')]
    >>> [*kinds_behind("phiếu khảo sát năm ", "2019 (dự kiến")]
    []
    """
    for found in _LAST.finditer(rest):
        said = rest[found.end() :]
        is_guess = _GUESSED.search(said) is not None or _PRELIMINARY.search(said) is not None
        if not (is_guess or says_kind(lead)) and (_A_PAPER.search(lead) or _A_DRAFT.search(said) or _SHORT.search(said)):
            continue
        is_done = not is_guess and DONE.search(lead) is not None and _A_PLAN.search(said) is not None
        is_planned, is_open = (each("số liệu ", said) is not None for each in (planned_for, open_for))
        yield Timed(rest[: found.start()], is_planned and not is_done, is_open, is_planned and is_done), said
