"""The words by which kinds of units are called, and how people shorten them."""

from __future__ import annotations

from itertools import product

from ictscore.spelling import bare, words_of

Words = tuple[str, ...]

ORGAN = words_of("ủy ban nhân dân")
LEVELS: tuple[Words, ...] = tuple(words_of(each) for each in ("thành phố", "thị xã", "thị trấn", "huyện", "quận", "phường", "xã"))
PARTY: tuple[Words, ...] = tuple(words_of(each) for each in ("huyện ủy", "thành ủy", "thị ủy", "quận ủy", "đảng ủy"))
PROVINCE = words_of("tỉnh")

_ALWAYS = {
    "ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "mttq": "mặt trận tổ quốc", "mttqvn": "mặt trận tổ quốc việt nam",
    "đbqh": "đại biểu quốc hội", "hdnd": "hội đồng nhân dân", "dbqh": "đại biểu quốc hội",
}  # fmt: skip
"""What is written short in official names too."""
_PERHAPS = {
    "ub": ("ủy ban nhân dân",), "h": ("huyện",), "tp": ("thành phố",), "tx": ("thị xã",), "tt": ("thị trấn", "trung tâm"),
    "p": ("phường",), "s": ("sở",), "x": ("xã",), "q": ("quận",), "t": ("tỉnh",),
    "vp": ("văn phòng",), "bql": ("ban quản lý",), "ttr": ("thanh tra",),
    "hu": ("huyện ủy",), "tu": ("tỉnh ủy", "thành ủy", "thị ủy"),
}  # fmt: skip
"""What may stand for a word of a kind, or for something else."""
_FIRST_HALVES = {"pho": "thành", "tam": "trung", "xa": "thị", "tran": "thị"}
"""The word that “t” is before another: T.Phố, T.Tâm."""
_DROPPED = frozenset({*words_of("và"), *words_of("các")})
_MOST_READINGS = 24


def spelt_out(words: Words) -> Words:
    """Return a name with what is always the same written out, and without “và” and “các”.

    >>> spelt_out(words_of("Văn phòng HĐND và UBND")) == words_of("Văn phòng hội đồng nhân dân ủy ban nhân dân")
    True
    """
    return tuple(each for word in words if word not in _DROPPED for each in (words_of(_ALWAYS[word]) if word in _ALWAYS else (word,)))


def readings_of(words: Words) -> tuple[Words, ...]:
    """Return every way to write out a typed name; the name as it stands comes last.

    >>> words_of("thành phố Phan Thiết") in readings_of(words_of("TP. Phan Thiết"))
    True
    """
    plain = not any(bare(word) != word for word in words)
    kept = spelt_out(tuple(word for word in words if not (plain and word in ("va", "cac"))))
    choices = [_choices(word, behind) for word, behind in zip(kept, (*kept, "")[1:], strict=True)]
    several = [tuple(each for part in chosen for each in part) for _, chosen in zip(range(_MOST_READINGS), product(*choices), strict=False)]
    return tuple(dict.fromkeys(_organ_completed(each) for each in several))


def begins_like_a_kind(words: Words) -> bool:
    """Return whether letters begin with those of a kind of unit, and go on: TTTT, but not STTTT.

    >>> begins_like_a_kind(("tttt",)), begins_like_a_kind(("stttt",)), begins_like_a_kind(("tt", "tt"))
    (True, False, False)
    """
    return len(words) == 1 and any(words[0].startswith(each) and words[0] != each for each in _PERHAPS if len(each) > 1)


def _choices(word: str, behind: str) -> tuple[Words, ...]:
    """Return what a word may stand for before the one behind it, itself last."""
    half = _FIRST_HALVES.get(bare(behind)) if word == "t" else None
    return (*(words_of(each) for each in _PERHAPS.get(word, ())), *((words_of(half),) if half else ()), (word,))


def _organ_completed(words: Words) -> Words:
    """Return “ủy ban huyện …” as what it is: the people's committee."""
    short = ORGAN[:2]
    rest = words[2:]
    if tuple(map(bare, words[:2])) == tuple(map(bare, short)) and any(_begins(rest, level) for level in LEVELS):
        return (*ORGAN, *rest)
    return words


def _begins(words: Words, start: Words) -> bool:
    return tuple(map(bare, words[: len(start)])) == tuple(map(bare, start))
