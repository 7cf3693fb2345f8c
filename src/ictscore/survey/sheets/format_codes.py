"""What the number format of a cell makes people see: words, signs and digits that the number itself does not hold."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r'"([^"]*)"?|\\(.)|_.|\*(.)|\[([^\]]*)\]|(;)|([0#?]+)|(.)', re.DOTALL)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[0-9]+(?:\.[0-9]+)?)")
_IS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "<=": operator.le, ">=": operator.ge, "<>": operator.ne, "<": operator.lt, ">": operator.gt, "=": operator.eq,
}  # fmt: skip
_SCALED = re.compile(r"[0#?](,+)(?![0#?,])")
_DECIMALS = re.compile(r"\.([0#?]+)")
_OF_NUMBERS = 3
"""A fourth section, and one with the sign @, is for texts."""
_DASHES = ("-", "–", "—")


class Section(NamedTuple):
    """One section of a format code: what it writes around the digits, and how it shows them.

    ``between`` is what it writes between digits; ``digits`` is empty where it shows none.
    """

    condition: tuple[str, Fraction] | None
    before: str
    between: str
    after: str
    digits: str

    @property
    def places(self) -> int | None:
        """Return how many decimals are shown, None for as many as there are."""
        if not set(self.digits) <= set("0#?.,%"):
            return None
        found = _DECIMALS.search(self.digits)
        return len(found[1]) if found else 0

    @property
    def thousands(self) -> int:
        """Return how often the number is divided by 1000 before it is shown."""
        found = _SCALED.search(self.digits)
        return len(found[1]) if found else 0

    @property
    def least_digits(self) -> int:
        """Return how many digits are shown before the decimal sign at least: noughts stand before a shorter number."""
        return 0 if "/" in self.digits else re.split("[^0#?,]", self.digits, maxsplit=1)[0].count("0")


class Shown(NamedTuple):
    """What a cell writes around the digits of its number; ``hides_sign`` where a number below zero looks like one above."""

    section: Section
    hides_sign: bool

    @property
    def is_plain(self) -> bool:
        """Return whether nothing but the number is seen."""
        section = self.section
        has_words = section.before or section.between or section.after
        return bool(section.digits) and section.least_digits <= 1 and not (has_words or self.hides_sign)


def plainly_shown(code: str) -> bool:
    """Return whether a format code shows every number as itself, or as accountants write it.

    >>> plainly_shown('#,##0;[Red]-#,##0'), plainly_shown('0" máy"'), plainly_shown("0;0"), plainly_shown(";;;")
    (True, False, False, False)
    """
    sections = sections_of(code)
    if any(each.condition for each in sections) or any(each.digits != sections[0].digits for each in sections[1:2]):
        return False
    return all(shown_by(code, Fraction(value)).is_plain or (not value and _is_accountants_nought(code)) for value in (1, -1, 0))


def _is_accountants_nought(code: str) -> bool:
    return nought_as_dash(shown_by(code, Fraction(0)).section)


def nought_as_dash(section: Section) -> bool:
    """Return whether a section for zero writes a dash, as accountants do."""
    return section.before in _DASHES and not section.after and not section.digits.strip("?")


@lru_cache(maxsize=4096)
def shown_by(code: str, value: Fraction) -> Shown:
    """Return what a format code writes around ``value``.

    >>> shown_by('0" tỷ đồng"', Fraction(5)).section.after, shown_by("0;0", Fraction(-5)).hides_sign
    ('tỷ đồng', True)
    """
    shown = _shown_by(code, value)
    digits = shown.section.digits
    hidden = not value and "0" not in digits and set(digits) <= set("#?.,%")
    return shown._replace(section=shown.section._replace(digits="")) if hidden else shown


def _shown_by(code: str, value: Fraction) -> Shown:
    sections = sections_of(code)
    if any(each.condition for each in sections):
        fitting = (each for each in sections if each.condition is None or _IS[each.condition[0]](value, each.condition[1]))
        return Shown(next(fitting, sections[-1]), hides_sign=False)
    if value > 0 or len(sections) == 1 or (not value and len(sections) < _OF_NUMBERS):
        return Shown(sections[0], hides_sign=False)
    if not value:
        return Shown(sections[2], hides_sign=False)
    section = sections[1]
    before, after = section.before, section.after
    if before.startswith(("-", "\u2212")):
        return Shown(section._replace(before=before[1:].strip()), hides_sign=False)
    if before.startswith("(") and after.endswith(")"):
        return Shown(section._replace(before=before[1:].strip(), after=after[:-1].strip()), hides_sign=False)
    return Shown(section, hides_sign=True)


@lru_cache(maxsize=1024)
def sections_of(code: str) -> tuple[Section, ...]:
    """Return the sections of a format code that are for numbers."""
    parts = _parts(code)
    for_numbers = [each for index, each in enumerate(parts) if index == 0 or ("word", "@") not in each][:_OF_NUMBERS]
    return tuple(map(_section, for_numbers))


def _parts(code: str) -> list[list[tuple[str, str]]]:
    """Return the tokens of each section of a format code."""
    parts: list[list[tuple[str, str]]] = [[]]
    for found in _TOKEN.finditer(code):
        quoted, escaped, filled, bracket, end, digits, other = found.groups()
        if end:
            parts.append([])
        elif bracket is not None:
            parts[-1] += _in_brackets(bracket)
        elif digits or (other and other in ".,/%eE"):
            parts[-1].append(("digit", digits or other))
        else:
            parts[-1].append(("word", quoted or escaped or filled or other or " "))
    return parts


def text_shown_by(code: str, text: str) -> str:
    """Return what a format code makes people see of a text: the section with the sign @, or the fourth, is for texts.

    >>> text_shown_by('"Không "@', "Có"), text_shown_by('0" máy"', "Có"), text_shown_by(";;;", "Có")
    ('Không Có', 'Có', '')
    """
    parts = _parts(code)
    section = next((each for each in parts if ("word", "@") in each), parts[_OF_NUMBERS] if len(parts) > _OF_NUMBERS else [("word", "@")])
    return "".join(text if token == ("word", "@") else token[1] for token in section if token[0] != "condition")


def _in_brackets(text: str) -> list[tuple[str, str]]:
    """Return what brackets mean: a sign of money, a condition, or nothing that counts here (a colour, a language)."""
    if text.startswith("$"):
        return [("word", text[1:].partition("-")[0])]
    return [("condition", text)] if _CONDITION.fullmatch(text) else []


def _section(tokens: list[tuple[str, str]]) -> Section:
    found = next((_CONDITION.fullmatch(text) for kind, text in tokens if kind == "condition"), None)
    rest = [each for each in tokens if each[0] != "condition"]
    joined = "".join(text for _, text in rest)
    if "general" in joined.casefold() or "@" in joined:
        before, _, after = re.sub("general", "@", joined, flags=re.IGNORECASE).partition("@")
        return Section(_condition(found), before.strip(), "", after.strip(), "@")
    at = [index for index, (kind, text) in enumerate(rest) if kind == "digit" and set(text) <= set("0#?")]
    first, last = (at[0], at[-1]) if at else (len(rest), len(rest))
    if at and first and rest[first - 1] == ("digit", "."):
        first -= 1
    while at and last + 1 < len(rest) and rest[last + 1][0] == "digit":
        last += 1
    words = ["".join(text for _, text in part).strip() for part in (rest[:first], rest[last + 1 :])]
    inner = rest[first : last + 1]
    between = "".join(text for kind, text in inner if kind == "word").replace("+", "").strip(" -") if _is_power(inner) else _words(inner)
    return Section(_condition(found), words[0], between, words[1], "".join(text for kind, text in inner if kind == "digit"))


def _words(tokens: list[tuple[str, str]]) -> str:
    return "".join(text for kind, text in tokens if kind == "word").strip()


def _is_power(tokens: list[tuple[str, str]]) -> bool:
    return any(kind == "digit" and text in "eE" for kind, text in tokens)


def _condition(found: re.Match[str] | None) -> tuple[str, Fraction] | None:
    return (found[1], Fraction(found[2])) if found else None
