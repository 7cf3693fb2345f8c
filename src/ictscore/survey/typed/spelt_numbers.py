"""Whole numbers spelt out in Vietnamese, as they stand in brackets behind the digits: 25 (hai mươi lăm)."""

from __future__ import annotations

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu", "tỷ")
_SAME = {"nhăm": "lăm", "mốt": "một", "tư": "bốn", "lẻ": "linh", "ngàn": "nghìn", "mươi": "mười", "tỉ": "tỷ", "bẩy": "bảy"}
_TENS = {"mười": 10, "trăm": 100}
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


def has_scale(words: str) -> bool:
    """Return whether folded words have a thousand, a million or a milliard among them.

    >>> has_scale("hai mươi lăm triệu"), has_scale("hai mươi lăm")
    (True, False)
    """
    return any(_SAME.get(each, each) in _SCALES for each in words.replace(",", " ").split())


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


def spelt_number(words: str) -> int | None:
    """Return the number that folded words spell out in full, or None.

    >>> spelt_number("tám mươi tám"), spelt_number("một nghìn không trăm lẻ năm"), spelt_number("hai mươi năm")
    (88, 1005, None)
    """
    total = group = 0
    digit: int | None = None
    for each in _one_way(words.replace(",", " ").split()):
        if each in _DIGITS or each == "lăm":
            digit = _DIGITS.index("năm" if each == "lăm" else each)
        elif each in _TENS:
            group += (1 if digit is None else digit) * _TENS[each]
            digit = None
        elif each in _SCALES:
            total += (group + (digit or 0)) * 1000 ** _SCALES.index(each)
            group, digit = 0, None
        elif each != "linh":
            return None
    number = total + group + (digit or 0)
    return number if words.strip() and spells(words, number) else None
