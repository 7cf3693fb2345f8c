"""The columns that survey tools add by themselves: who sent a row, when, and with what."""

from __future__ import annotations

from ictscore.survey.exports.mapping import title_key

_SUBMITTED = (
    "_submission_time", "timestamp", "dấu thời gian", "completion time", "thời gian hoàn thành", "thời gian gửi", "ngày gửi",
    "thời điểm gửi", "submitted at", "end",
)  # fmt: skip
"""When a row was submitted, the surest first."""
_OTHERS = (
    # KoboToolbox; everything that begins with a line below is its own too
    "start", "today", "deviceid", "username", "phonenumber", "simserial", "subscriberid", "devicephonenum", "audit", "formhub/uuid",
    "meta/instanceid", "meta/instancename", "meta/rootuuid", "meta/deprecatedid", "instanceid", "rootuuid", "__version__",
    # Google Forms
    "email address", "địa chỉ email", "username", "tên người dùng", "score", "điểm số",
    # Microsoft Forms
    "id", "start time", "thời gian bắt đầu", "last modified time", "thời gian sửa đổi lần cuối", "email", "name", "tên", "language",
    "ngôn ngữ", "total points", "tổng số điểm", "quiz feedback",
    # tables made at home
    "stt", "tt", "số thứ tự", "no", "no.", "#",
)  # fmt: skip
_TIMES = {title_key(each): place for place, each in enumerate(_SUBMITTED)}
_OWN = frozenset(map(title_key, (*_SUBMITTED, *_OTHERS)))


def is_of_the_tool(title: str) -> bool:
    """Return whether a survey tool wrote this column, and no person answered in it.

    >>> is_of_the_tool("_uuid"), is_of_the_tool("Dấu thời gian"), is_of_the_tool("Số máy tính")
    (True, True, False)
    """
    return title.strip().startswith("_") or title_key(title) in _OWN


def submitted_among(titles: list[str]) -> str | None:
    """Return the title of the column that says best when a row was submitted, or None.

    >>> submitted_among(["start", "end", "_submission_time"])
    '_submission_time'
    """
    known = [each for each in titles if title_key(each) in _TIMES]
    return min(known, key=lambda each: _TIMES[title_key(each)], default=None)
