"""A label as people retype it: numbering, stars, look-alike letters and characters that do not show taken away, step by step."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_LOOK_ALIKES = str.maketrans(
    {
        **dict(zip("АВЕКМНОРСТУХЅІЈ", "ABEKMHOPCTYXSIJ", strict=True)),
        **dict(zip("аеорсухѕіј", "aeopcyxsij", strict=True)),
        **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
        **dict.fromkeys("ÐƉ", "Đ"),
        **dict.fromkeys("ðɖ", "đ"),
        "ο": "o",
    }
)  # fmt: skip
_NUMBERING = re.compile(r"(?:\(?\d{1,2}(?:[.,]\d{1,2}){0,3}[.)]?|[IVXivx]{1,5}[.)]|[a-hđ][.)])\s*[-–:]?\s+(?=\D)")
_BULLET = re.compile(r"(?:trong đó\s*:\s*)?(?:[-–—−+•·●○▪■►➢✓]\s*)*(?=[^\W\d_])", re.IGNORECASE)
"""What stands before one of several rows that are listed: a dash, a plus, a dot."""
_BEHIND = re.compile(r"\s*(?:\(\*+\)|\[\*+\]|\*+|\(\d{1,2}\)|\[\d{1,2}\]|[:.;])\s*$")
_MEASURE = re.compile(r"\s*[(\[]\s*(?:đvt|đơn vị tính|đơn vị)\s*:?\s*([^()\[\]]+?)\s*[)\]]\s*$", re.IGNORECASE)
_SQUARE = re.compile(r"\s*\[\s*([^()\[\]]+?)\s*\]\s*$")


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """Return a text in everyday letters: full-width and look-alike letters replaced, what does not show taken away.

    >>> plain("Ｓố\u200b máy tính"), plain("ТỔNG số")
    ('Số máy tính', 'TỔNG số')
    """
    wide = unicodedata.normalize("NFKC", text).translate(_LOOK_ALIKES)
    kept = (each if each.isprintable() else " " if each.isspace() else "" for each in wide if unicodedata.category(each) != "Cf")
    return " ".join("".join(kept).split())


def loosened(text: str) -> Iterator[str]:
    """Yield what a text may be a retyped form of, the closest first.

    >>> list(loosened("1.1. Số máy tính (*)"))
    ['1.1. Số máy tính (*)', '1.1. Số máy tính', 'Số máy tính']
    >>> list(loosened("Trong đó: - Số máy hỏng"))
    ['Trong đó: - Số máy hỏng', 'Số máy hỏng']
    """
    bare = plain(text)
    yield bare
    shorter = _without_stars(bare)
    if shorter != bare:
        yield shorter
    listed = _BULLET.match(shorter)
    if listed is not None and listed.end():
        shorter = shorter[listed.end() :]
        yield shorter
    unnumbered = _NUMBERING.sub("", shorter, count=1) if _NUMBERING.match(shorter) else shorter
    if unnumbered != shorter:
        yield unnumbered
    measured = _SQUARE.sub(r" (\1)", _MEASURE.sub(r" (\1)", unnumbered))
    if measured != unnumbered:
        yield measured


def _without_stars(text: str) -> str:
    while (shorter := _BEHIND.sub("", text)) != text:
        text = shorter
    return text


@lru_cache(maxsize=65536)
def toneless(text: str) -> str:
    """Return a text without the marks of Vietnamese, in lower case and single blanks.

    >>> toneless("TỔNG  số Đơn vị")
    'tong so don vi'
    """
    bare = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return " ".join("".join(each for each in bare if not unicodedata.combining(each)).split()).casefold()
