"""Texts that name another time or kind than a label does: “… trong quý” is not “… trong kỳ” misspelt."""

from __future__ import annotations

from functools import lru_cache

from ictscore.spelling import bare, fold, words_of

_TIMES = frozenset(
    word
    for each in (
        "kỳ",
        "quý",
        "năm",
        "tháng",
        "tuần",
        "ngày",
        "trước",
        "sau",
        "ngoái",
        "year",
        "quarter",
        "month",
        "week",
        "day",
        "previous",
    )
    for word in words_of(each)
)
_KINDS = tuple(
    fold(each) for each in ("kế hoạch", "dự kiến", "dự toán", "ước", "thực hiện", "mục tiêu", "lũy kế", "cùng kỳ", "planned", "estimated")
)
_BARE_TIMES = frozenset(map(bare, _TIMES))
_MAN = "nam"
"""“năm” without its mark, in a text that has marks elsewhere, is the word for men."""


def names_another_time(text: str, label: str) -> bool:
    """Return whether a text names a time, or a kind of data, that a label does not name.

    >>> [names_another_time(each, "Số hồ sơ trong kỳ") for each in ("Số hồ sơ trong quý", "So ho so trong quy", "Số hồ sơ kế hoạch")]
    [True, True, True]
    >>> [names_another_time(each, "Số hồ sơ trong kỳ") for each in ("Số hồ sợ trong kì", "So ho so trong ky", "Số hồ sơ", "Số hồ sơ nam")]
    [False, False, False, False]
    """
    words, known = words_of(text), words_of(label)
    without = frozenset(map(bare, known))
    for each in words:
        if each in known or (each.isascii() and each in without):
            continue
        if each in _TIMES or (each in _BARE_TIMES and (text.isascii() or each != _MAN)):
            return True
    return any(_says(text, each) and not _says(label, each) for each in _KINDS)


@lru_cache(maxsize=4096)
def _says(text: str, kind: str) -> bool:
    """Return whether a text has the words of a kind of data; they may lack their marks where all words do."""
    folded = f" {fold(text)} "
    return f" {kind} " in folded or (text.isascii() and f" {bare(kind)} " in folded)
