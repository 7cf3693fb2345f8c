"""Texts that say the opposite of each other, however alike they look: “Ban hành” and “Không ban hành”, on time and late."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ictscore.spelling import bare, words_of

_NO = ("không", "ko", "kô", "chưa", "chẳng", "chả")
_NO_IN_ENGLISH = frozenset(("not", "no", "none", "never", "without"))
"""Counted in sentences only: “yesno” is a slip for the key “yes_no”, and denies no more than it."""
_EMPTY = ("có", "được", "rồi", "phải", "là", "việc")
"""Words that say nothing of their own beside a yes."""
_AT_ALL = frozenset(form for each in ("gì", "nào", "hết", "luôn", "ạ") for word in words_of(each) for form in (word, bare(word)))
"""Words that make a no no smaller."""
_TURNED: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "time",
        ("đúng hạn", "đúng thời hạn", "đúng kỳ hạn", "đúng tiến độ", "kịp thời", "kịp", "trong hạn", "trước hạn", "sớm", "on time"),
        ("trễ hạn", "trễ", "quá hạn", "quá thời hạn", "muộn", "chậm", "chậm tiến độ", "late"),
    ),
    ("whole", ("cả", "tất cả", "toàn bộ", "đầy đủ", "all"), ("chỉ", "một phần", "only", "partly")),
    ("done", ("đã", "xong", "hoàn thành", "done"), ("đang", "sắp", "sẽ", "dự kiến", "dở dang")),
    ("right", ("đúng", "right"), ("sai", "wrong")),
)
"""What a no before it turns into its opposite: not on time is late."""
_OTHERS: tuple[tuple[str, *tuple[tuple[str, ...], ...]], ...] = (
    ("way", ("đi", "gửi"), ("đến", "nhận")),
    ("place", ("trong", "nội"), ("ngoài", "ngoại")),
    ("order", ("trước",), ("sau",)),
    ("height", ("trên", "cao", "tối đa"), ("dưới", "thấp", "tối thiểu")),
    ("change", ("tăng",), ("giảm",)),
    ("sharing", ("riêng",), ("chung",)),
    ("age", ("mới",), ("cũ",)),
    ("step", ("trình", "trình duyệt", "trình phê duyệt"), ("phê duyệt", "được phê duyệt")),
    ("medium", ("điện tử",), ("giấy",)),
    ("body", ("đơn vị",), ("phòng", "bộ phận")),
    ("period", *((f"hằng {each}", f"hàng {each}") for each in ("giờ", "ngày", "tuần", "tháng", "quý", "năm"))),
)
"""What excludes each other, but is not turned round by a no."""
_MARKED = ("time", "period")
"""What is still looked for in a text without tone marks; of the other words too many are then something else (chi, ca, sau)."""
_BETWEEN = 1
"""How many words may stand between a no and what it turns round: không phải đúng hạn."""

Side = tuple[str, int]


class _Said(NamedTuple):
    """What a text denies, on which side of each pair it stands, and its other words."""

    denies: bool
    sides: frozenset[Side]
    rest: frozenset[str]


def opposed(one: str, other: str) -> bool:
    """Return whether two texts say opposite things: a no in one of them only, or words such as on time and late.

    >>> opposed("Có ban hành", "Không ban hành"), opposed("ban hành không đúng hạn", "Ban hành trễ hạn"), opposed("Chưa lập", "Không lập")
    (True, False, False)
    """
    first, second = _both(one, other)
    names = {name for name, _ in first.sides} & {name for name, _ in second.sides}
    turned = any(_of(name, first.sides).isdisjoint(_of(name, second.sides)) for name in names)
    return turned or first.denies != second.denies


def same_sense(one: str, other: str) -> bool:
    """Return whether two texts have the same words but for those by which they agree: không đúng hạn and trễ hạn.

    >>> same_sense("Ban hành kịp thời", "Ban hành đúng hạn"), same_sense("Ban hành", "Ban hành đúng hạn")
    (True, False)
    """
    first, second = _both(one, other)
    return bool(first.rest) and first == second


def denies_otherwise(one: str, other: str) -> bool:
    """Return whether two texts deny, and one of them more than the other: not weekly is less than not at all.

    >>> denies_otherwise("Không sao lưu hàng tuần", "Không sao lưu"), denies_otherwise("Không có sao lưu gì", "Không sao lưu")
    (True, False)
    """
    first, second = _both(one, other)
    if not (first.denies and second.denies):
        return False
    return first.sides != second.sides or len(first.rest - _AT_ALL) != len(second.rest - _AT_ALL)


def _both(one: str, other: str) -> tuple[_Said, _Said]:
    """Return what two texts say, both without tone marks where one was typed without."""
    plain, is_key = one.isascii() or other.isascii(), "_" in one or "_" in other
    return _said(one, plain=plain, is_key=is_key), _said(other, plain=plain, is_key=is_key)


def _of(name: str, sides: frozenset[Side]) -> frozenset[Side]:
    return frozenset(each for each in sides if each[0] == name)


@lru_cache(maxsize=4096)
def _said(text: str, *, plain: bool, is_key: bool) -> _Said:
    """Take a text apart, word by word, the longest words of the table first."""
    words = [bare(each) for each in words_of(text)] if plain else list(words_of(text))
    table, no, empty = _table(plain=plain)
    sides: set[Side] = set()
    rest: list[str] = []
    denied, at = -2 - _BETWEEN, 0
    pending = False
    while at < len(words):
        length = next((each for each in (3, 2, 1) if tuple(words[at : at + each]) in table), 0)
        if length:
            name, side, can_turn = table[tuple(words[at : at + length])]
            turns = pending and can_turn and at - denied <= 1 + _BETWEEN
            pending = pending and not turns
            sides.add((name, 1 - side if turns else side))
        elif words[at] in no or (words[at] in _NO_IN_ENGLISH and not is_key):
            denied, pending = at, True
        elif words[at] not in empty:
            rest.append(words[at])
        at += length or 1
    return _Said(pending, frozenset(sides), frozenset(rest))


Table = dict[tuple[str, ...], tuple[str, int, bool]]


@lru_cache(maxsize=2)
def _table(*, plain: bool) -> tuple[Table, frozenset[str], frozenset[str]]:
    """Return the words of the table as texts are compared, and the words for no and those that say nothing."""
    fold = bare if plain else str
    found: Table = {}
    for turned, rows in ((True, _TURNED), (False, _OTHERS)):
        for name, *sides in rows:
            for side, phrases in enumerate(sides) if not plain or name in _MARKED else ():
                found |= {tuple(map(fold, words_of(each))): (name, side, turned) for each in phrases}
    no, empty = (frozenset(fold(word) for each in words for word in words_of(each)) for words in (_NO, _EMPTY))
    return found, no, empty
