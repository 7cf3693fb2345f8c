"""The ways in which a name that somebody typed may be read: without what does not belong to it, and as the keys were meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ictscore.spelling import bare, may_lack_marks, words_of
from ictscore.survey.matching.keys import as_telex, as_vni
from ictscore.survey.matching.shortened import PROVINCE, Words, readings_of

_BEFORE = tuple(
    words_of(each)
    for each in ("tên cơ quan đơn vị", "tên cơ quan", "tên đơn vị", "cơ quan đơn vị", "cơ quan", "đơn vị", "phiếu khảo sát", "phiếu", "của")
)
_JOINED_KINDS = {words_of("sở ban"): words_of("sở")}
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORTEST_ALONE = 3
_YEAR_WORD = words_of("năm")
_NUMBERED = re.compile(r"\s*(?:stt\s*)?\(?\d{1,3}\s*[.)/:–-]+\s*(?=[^\W\d])", re.IGNORECASE)
"""The number of a row before a name: digits, and a sign that parts them from it."""
_SENT = tuple(words_of(each) for each in ("gửi lại", "nộp lại", "gửi bổ sung", "nộp bổ sung", "đã sửa", "sửa lại", "bản sửa"))
"""What is said about the sending, and never about a unit."""
_TIME = words_of("lần")
_COUNT = re.compile(r"\d{1,2}")


def readings(text: str, province: Words) -> tuple[Words, ...]:
    """Return how a typed name may be read, the most literal first; ``province`` is the name of the list's own."""
    found: dict[Words, None] = {}
    for words in dict.fromkeys(each for written in _written(text) for each in readings_of(words_of(written))):
        for each in _trimmed(words, province):
            found.setdefault(each)
    return tuple(found)


def _written(text: str) -> Iterator[str]:
    """Yield a text, without the number of its row, and with what stands between dots as words of their own (S.Y tế)."""
    yield text
    name = _NUMBERED.sub("", text, count=1) if _NUMBERED.match(text) else text
    yield name
    yield name.replace(".", " ")


def meant_by_keys(text: str, province: Words) -> tuple[Words, ...]:
    """Return how a name reads whose Telex or VNI keys were never turned into letters: ``Sowr Nooji vuj``, ``So73 No65i vu5``."""
    meant = [decoded for decode in (as_telex, as_vni) if (decoded := decode(text)) != text]
    return tuple(dict.fromkeys(each for decoded in meant for each in readings(decoded, province)))


def _trimmed(words: Words, province: Words) -> Iterator[Words]:
    """Yield a reading, and what is left of it without what people write around a name."""
    yield words
    inner = _once(_without_start(words))
    if inner != words:
        yield inner
    for start in (inner,):
        rest = start
        while (shorter := _without_end(rest, province)) != rest:
            if len(rest) > len(shorter) + 1 and _same(rest[len(shorter) : len(shorter) + 1], PROVINCE):
                yield rest[: len(shorter) + 1]  # “tỉnh” may belong to the name: Văn phòng UBND tỉnh
            rest = shorter
            yield rest


def _without_start(words: Words) -> Words:
    for before in _BEFORE:
        if _same(words[: len(before)], before) and len(words) > len(before) + 1:
            return _without_start(words[len(before) :])
    for joined, kind in _JOINED_KINDS.items():
        if _same(words[: len(joined)], joined) and len(words) > len(joined) + 1:
            return (*kind, *words[len(joined) :])
    return words


def _once(words: Words) -> Words:
    """Return words without one that stands twice in a row at the beginning: “Sở Sở Nội vụ”."""
    return words[1:] if len(words) > 2 and words[0] == words[1] else words  # noqa: PLR2004 - something must be left


def _without_end(words: Words, province: Words) -> Words:
    if len(words) > 1 and _YEAR.fullmatch(words[-1]):
        words = words[:-1]
        return words[:-1] if _same(words[-1:], _YEAR_WORD) else words
    for said in _SENT:
        if len(words) > len(said) and all(map(may_lack_marks, words[-len(said) :], said)):
            return words[: -len(said)]
    if len(words) > len(_TIME) + 1 and words[-2:-1] == _TIME and _COUNT.fullmatch(words[-1]):
        return words[:-2]
    initials = ("".join(bare(each)[0] for each in province),) if province else ()
    for end in ((*PROVINCE, *province), (*PROVINCE, *initials), province, initials, PROVINCE):
        rest = words[: -len(end)]
        if end and _same(words[-len(end) :], end) and (len(rest) > 1 or (rest and len(rest[0]) >= _SHORTEST_ALONE)):
            return rest
    return words


def _same(typed: Words, meant: Words) -> bool:
    return tuple(map(bare, typed)) == tuple(map(bare, meant))
