"""What people write into a cell of evidence, taken apart: names of files, addresses, and descriptions in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from ictscore.spelling import bare, fold
from ictscore.survey.evidence.spelt import ENDINGS, ending_of

Fits = Callable[[str], bool]
"""Says whether some file has a name."""

_LINK = re.compile(r"(?:https?|ftps?)://\S+|\bwww\.\S+|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:vn|com|org|net)(?:/\S*)?(?![\w.])", re.IGNORECASE)
_LINES = re.compile(r"[;\r\n\t•●▪]+")
_NUMBER = r"\d+(?!\d|\.?\w)"
_PAGES = re.compile(
    rf"[\s,(\[–-]*(?<!\w)(?:(?:trang|tr|pages?)(?![^\W\d_])\.?|pp?\.)\s*(?:số\s*)?{_NUMBER}"
    rf"(?:\s*(?:[-–,&]|đến|và|to|and)\s*(?:(?:trang|tr)\.?\s*)?{_NUMBER})*[)\]]?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"\s*,\s*|\s+(?:và|and|&|\+)\s+|(?<=\.)(?P<ending>{'|'.join(sorted(ENDINGS, key=len, reverse=True))})(?=[\s(\[–-])", re.IGNORECASE
)
_BULLET = re.compile(r"^(?:[-–—+*]\s*|\d{1,2}[.)]\s+|[a-zđ][.)]\s+)", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:(?:xem|theo|kèm theo|đính kèm|gửi kèm|kèm|file|tệp tin|tệp|tập tin|thư mục|folder|minh chứng|tài liệu kiểm chứng|tài liệu)(?!\w)"
    r"\s*[:–-]?\s*)+",
    re.IGNORECASE,
)
_QUOTES = " \t\"'`“”‘’«»…"
_NOTHING = frozenset({"", "khong", "khong co", "ko", "ko co", "k", "k co", "chua", "chua co", "khong ap dung", "none", "no", "n a"})
_MOST_JOINED = 8
"""So many parts, divided by commas and the like, are tried as one name."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing a cell says: the name of a file (one that fits, or one that plainly should), an address, or words."""

    kind: Literal["name", "link", "words"]
    text: str


def said_in(text: str, fits: Fits) -> tuple[Said, ...]:
    """Return what a cell says, in its order; commas and “và” divide names only where they are not part of one.

    >>> [each.text for each in said_in("MC1.pdf (trang 3) và QĐ 12, 13.pdf; Kế hoạch 5/KH-UBND", "QĐ 12, 13.pdf".__eq__)]
    ['MC1.pdf', 'QĐ 12, 13.pdf', 'Kế hoạch 5/KH-UBND']
    """
    whole = unicodedata.normalize("NFC", text).strip()
    if bare(fold(whole)) in _NOTHING:
        return ()
    links = tuple(Said("link", found[0].rstrip(".,;)")) for found in _LINK.finditer(whole))
    if not links and fits(whole):
        return (Said("name", whole),)
    rest = _LINK.sub("\n", whole)
    return (*links, *(said for line in _LINES.split(rest) for said in _line(line, fits)))


def _line(line: str, fits: Fits) -> Iterator[Said]:
    meant = _meant(line, fits)
    if meant is not None:
        yield Said("name", meant)
        return
    text = _PAGES.sub(" ", line)
    parts = list(_parts(text))
    at = 0
    while at < len(parts):
        said, at = _next(text, parts, at, fits)
        yield from (each for each in said if bare(fold(each.text)))


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a line begin and end."""
    begin = 0
    for found in _BETWEEN.finditer(text):
        end = found.end() if found["ending"] else found.start()
        if text[begin:end].strip():
            yield begin, end
        begin = found.end()
    if text[begin:].strip():
        yield begin, len(text)


def _next(text: str, parts: list[tuple[int, int]], at: int, fits: Fits) -> tuple[tuple[Said, ...], int]:
    """Return what the parts from ``at`` on say, and where to go on: the longest name that fits, else the first that plainly is one."""
    ends = range(at + 1, min(len(parts), at + _MOST_JOINED) + 1)

    def joined(begin: int, end: int) -> str:
        return text[parts[begin][0] : parts[end - 1][1]]

    for end in reversed(ends):
        meant = _meant(joined(at, end), fits)
        if meant is not None:
            return (Said("name", meant),), end
    for end in ends:
        if not ending_of(bared(joined(end - 1, end))):
            continue
        for begin in range(at + 1, end):  # words before a name that fits are no part of it
            meant = _meant(joined(begin, end), fits)
            if meant is not None:
                return (*(Said("words", bared(joined(each, each + 1))) for each in range(at, begin)), Said("name", meant)), end
        return (Said("name", bared(joined(at, end))),), end
    return (Said("words", bared(joined(at, at + 1))),), at + 1


def _meant(text: str, fits: Fits) -> str | None:
    """Return a text as far as it is a name that fits: whole, else without marks of lists and quotation, else without words before it."""
    without_pages = bared(_PAGES.sub(" ", text))
    tried = (text.strip(), bared(text), _LABEL.sub("", bared(text)), without_pages, _LABEL.sub("", without_pages))
    return next((each for each in dict.fromkeys(each.strip(_QUOTES) for each in tried) if each and fits(each)), None)


def bared(text: str) -> str:
    """Return a text without bullets, quotation marks, a point at its end, and brackets around it."""
    bared = _BULLET.sub("", text.strip()).strip(_QUOTES).rstrip(".,:").strip(_QUOTES)
    return bared[1:-1].strip(_QUOTES) if bared.startswith("(") and bared.endswith(")") else bared
