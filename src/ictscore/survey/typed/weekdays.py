"""The day of the week that people write beside a date: it says nothing new, unless it is another one."""

from __future__ import annotations

import re

_NAMES = (
    ("thứ hai", "thứ 2", "t2", "mon", "monday"), ("thứ ba", "thứ 3", "t3", "tue", "tuesday"), ("thứ tư", "thứ 4", "t4", "wed", "wednesday"),
    ("thứ năm", "thứ 5", "t5", "thu", "thursday"), ("thứ sáu", "thứ 6", "t6", "fri", "friday"),
    ("thứ bảy", "thứ bẩy", "thứ 7", "t7", "sat", "saturday"), ("chủ nhật", "chúa nhật", "cn", "sun", "sunday"),
)  # fmt: skip
_DAYS = {name: day for day, names in enumerate(_NAMES) for name in names}
_NAME = "|".join(sorted(_DAYS, key=len, reverse=True))
_BEFORE = re.compile(rf"({_NAME})\s*(?:[,.;:–-]\s*|\s)(?:ngày\s*:?\s*)?(?=\d)(.+)")
_BEHIND = re.compile(rf"(.*\d)\s*(?:,\s*|\s|\s*\()({_NAME})\)?")


def without_weekday(folded: str) -> tuple[str, int | None]:
    """Return a folded text without the day of the week before or behind its date, and which it is (0: Monday); None where it names none.

    >>> without_weekday("thứ tư, ngày 30/9/2020"), without_weekday("30/9/2020 (thứ 4)"), without_weekday("thứ tư")
    (('30/9/2020', 2), ('30/9/2020', 2), ('thứ tư', None))
    """
    if found := _BEFORE.fullmatch(folded):
        return found[2], _DAYS[found[1]]
    if found := _BEHIND.fullmatch(folded):
        return found[1], _DAYS[found[2]]
    return folded, None
