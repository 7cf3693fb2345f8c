"""Whole numbers spelt out in Vietnamese, as they stand in brackets behind the digits: 25 (hai mươi lăm)."""

from __future__ import annotations

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu", "tỷ")
_SAME = {"nhăm": "lăm", "mốt": "một", "tư": "bốn", "lẻ": "linh", "ngàn": "nghìn", "mươi": "mười", "tỉ": "tỷ", "bẩy": "bảy"}
_MOST = 10**12


def spells(words: str, number: int) -> bool:
    """Return whether folded words spell a number out, in any of the ways in which it is said in full.

    >>> spells("một nghìn không trăm lẻ năm", 1005), spells("hai mươi lăm", 25), spells("hai lăm", 25)
    (True, True, False)
    >>> spells("hai mươi năm", 25)  # twenty years
    False
    """
    return 0 <= number < _MOST and _one_way(words.replace(",", " ").split()) == _one_way(_spelt(number))


def are_digits(words: str) -> bool:
    """Return whether folded words are those in which numbers are spelt out, whichever number that is.

    >>> are_digits("mười ba"), are_digits("máy")
    (True, False)
    """
    known = {*_DIGITS, *_SAME, *_SAME.values(), "trăm", "linh", *_SCALES}
    return all(each in known for each in words.replace(",", " ").split())


def _one_way(words: list[str]) -> list[str]:
    """Return words with one spelling for each, and without the hundreds that are none."""
    same = [_SAME.get(each, each) for each in words]
    return [
        each
        for at, each in enumerate(same)
        if same[at : at + 2] != ["không", "trăm"] and same[max(at - 1, 0) : at + 1] != ["không", "trăm"]
    ]


def _spelt(number: int) -> list[str]:
    if number == 0:
        return [_DIGITS[0]]
    words: list[str] = []
    for place in range(len(_SCALES) - 1, -1, -1):
        group = number // 1000**place % 1000
        if group:
            words += [*_group(group, goes_on=bool(words)), *_SCALES[place].split()]
    return words


def _group(group: int, *, goes_on: bool) -> list[str]:
    """Return the words of a number below a thousand, one that follows others with its hundreds."""
    hundreds, tens, ones = group // 100, group // 10 % 10, group % 10
    words = [_DIGITS[hundreds], "trăm"] if hundreds or goes_on else []
    if tens:
        words += ["mười"] if tens == 1 else [_DIGITS[tens], "mười"]
    elif words and ones:
        words.append("linh")
    last = "lăm" if tens and ones == _DIGITS.index("năm") else _DIGITS[ones]
    return [*words, last] if ones else words
