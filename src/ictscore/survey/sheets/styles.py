"""Styles of cells: which are dates, which are percentages, how many decimals are shown, and which have an old font."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ictscore.survey.sheets.borders import Borders
from ictscore.survey.sheets.cells import NumberFormat
from ictscore.survey.sheets.colours import Colours
from ictscore.survey.sheets.conditional import Look, Looks
from ictscore.survey.sheets.container import Part
from ictscore.survey.sheets.format_codes import plainly_shown
from ictscore.survey.sheets.limits import LIMITS, Limits
from ictscore.survey.sheets.markup import Path, walk
from ictscore.survey.sheets.oldfonts import encoding_of
from ictscore.survey.sheets.signfonts import is_of_signs


class Format(NamedTuple):
    """What a cell's format says about its number; ``places`` is None when it shows as many decimals as there are.

    ``thousands`` is how often the number is divided by 1000 before it is shown. ``shown_by`` is the format code where it shows more
    or less than the number, or a date without its day, month or year; blank for all others. ``struck`` says that the font crosses out what
    stands in the cell, ``unseen`` that it has the colour of its cell, ``boxed`` that Excel shows TRUE and FALSE as boxes to tick.
    ``ground`` is the colour that fills the cell, where one does; ``slashed`` says that a border runs through it from corner to corner.
    ``seen_as`` is the name of a font of signs, or ``*`` where the alignment repeats what stands in the cell.
    """

    kind: NumberFormat
    places: int | None
    thousands: int = 0
    shown_by: str = ""
    struck: bool = False
    unseen: bool = False
    boxed: bool = False
    ground: str = ""
    slashed: bool = False
    seen_as: str = ""


GENERAL = Format("general", None)

# ECMA-376 part 1, 18.8.30: what these numbers mean hangs on the language of the Excel that wrote them, and no file says which it was.
# Chinese of Taiwan and of the mainland, Japanese and Korean show by one number a whole date, a part of one or a time; 30 and 31 are whole
# dates in all of them, 32 and 33 times.
_MONTH, _NO_YEAR = "[$-404]e/m/d | yyyy年m月", "[$-404]e年m月d日 | m月d日"
_TIME_OR_MONTH, _TIME_OR_NO_YEAR = "h:mm AM/PM | yyyy年m月 | yyyy-mm-dd", "h:mm:ss AM/PM | m月d日 | yyyy-mm-dd"
BY_EDITION = frozenset({_MONTH, _NO_YEAR, _TIME_OR_MONTH, _TIME_OR_NO_YEAR})
"""What ``shown_by`` says of a date that some editions of Excel show whole and others in part."""

# The formats every program knows by number, from the same table; 59 to 81 are those of Thai, each like one of the others in Thai letters.
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59), *range(71, 82)})
_MONEY, _MONEY_WITH_CENTS = '"$"#,##0', '"$"#,##0.00'
_BUILT_IN: dict[int, Format] = {
    1: Format("number", 0),
    2: Format("number", 2),
    3: Format("number", 0),
    4: Format("number", 2),
    9: Format("percent", 0),
    10: Format("percent", 2),
    11: Format("number", None),
    12: Format("number", None),
    13: Format("number", None),
    **{number: Format("number", 0, 0, _MONEY) for number in (5, 6, 42)},
    **{number: Format("number", 2, 0, _MONEY_WITH_CENTS) for number in (7, 8, 44)},
    **{number: Format("number", 0) for number in (37, 38, 41, 59, 61)},
    **{number: Format("number", 2) for number in (39, 40, 43, 60, 62)},
    67: Format("percent", 0),
    68: Format("percent", 2),
    **{number: Format("number", None) for number in (69, 70)},
    48: Format("number", None),
    49: Format("text", None),
    **dict.fromkeys(_DATES, Format("date", None)),
    **{number: Format("date", None, 0, "d-mmm") for number in (16, 73)},
    **{number: Format("date", None, 0, "mmm-yy") for number in (17, 74)},
    **{number: Format("date", None, 0, "h:mm") for number in (18, 19, 20, 21, 32, 33, 45, 46, 47, 75, 76, 78, 79, 80)},
    **{number: Format("date", None, 0, _MONTH) for number in (27, 36, 50, 57)},
    **{number: Format("date", None, 0, _NO_YEAR) for number in (28, 29, 51, 54, 58)},
    **{number: Format("date", None, 0, _TIME_OR_MONTH) for number in (34, 52, 55)},
    **{number: Format("date", None, 0, _TIME_OR_NO_YEAR) for number in (35, 53, 56)},
}

_NOT_SHOWN_AS_DIGITS = re.compile(r'"[^"]*"|\\.|[_*].')
_ID = re.compile(r"[0-9]{1,7}")
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_BRACKETS = re.compile(r"\[[^\]]*\]")
_SCALED = re.compile(r"[0#?](,+)(?![0#?,])")
_NO = ("0", "false")
_LONGEST_CODE = 255
"""Excel takes no longer format code."""
_CLOCK = re.compile(r"h+(?::m+)?(?::s+(?:\.0+)?)?|m+:s+(?:\.0+)?|am/pm|a/p", re.IGNORECASE)
_DECIMALS = re.compile(r"\.([0#?]+)")


class Styles(NamedTuple):
    """The format of each cell style, in the order cells count them, and the names of old fonts by the styles that have one."""

    formats: tuple[Format, ...] = ()
    old_fonts: Mapping[str, str] = {}
    hiding: frozenset[int] = frozenset()
    """The looks of conditional formats in which nobody sees what stands in a cell."""
    looks: Mapping[int, Look] = {}
    """The looks of conditional formats that change something else."""


class _Fonts:
    """Collects the names of fonts, and which of them cross out."""

    def __init__(self) -> None:
        """Begin before the first font."""
        self.names: list[str] = []
        self.struck: set[int] = set()

    def start(self, path: Path, attributes: Mapping[str, str]) -> None:
        """Take what begins at a path below all fonts."""
        if path == ("font",):
            self.names.append("")
        elif path == ("font", "name"):
            self.names[-1] = attributes.get("val", "")
        elif path == ("font", "strike") and attributes.get("val", "1") not in _NO:
            self.struck.add(len(self.names) - 1)


def read_styles(part: Part, limits: Limits = LIMITS) -> Styles:
    """Return what the styles say; the first one, which cells without any have, stands under ``""`` too."""
    codes: dict[int, Format] = {}
    used: list[tuple[int, ...]] = []
    letters = _Fonts()
    fonts = letters.names
    boxed: set[int] = set()
    repeated: set[int] = set()
    colours, borders, looks_of_conditions = Colours(), Borders(), Looks()

    def start(path: Path, attributes: Mapping[str, str]) -> None:
        if path == ("styleSheet", "numFmts", "numFmt"):
            number, code = _number(attributes.get("numFmtId")), attributes.get("formatCode", "")
            codes[number] = understand(code)
            colours.paint(number, code)
        elif path == ("styleSheet", "cellXfs", "xf"):
            used.append(tuple(_number(attributes.get(key)) for key in ("numFmtId", "fontId", "fillId", "borderId")))
        elif path == ("styleSheet", "cellXfs", "xf", "alignment") and attributes.get("horizontal") == "fill":
            repeated.add(len(used) - 1)
        elif path[:3] == ("styleSheet", "cellXfs", "xf") and path[-1] == "xfComplement":
            boxed.add(len(used) - 1)
        elif path[1:2] == ("fonts",):
            letters.start(path[2:], attributes)
            colours.start(path, attributes, len(fonts) - 1)
        elif path[1:2] == ("dxfs",):
            looks_of_conditions.start(path, attributes)
        elif path[1:2] == ("borders",):
            borders.start(path, attributes)
        else:
            colours.start(path, attributes, len(fonts) - 1)

    walk(part, start, limits=limits)
    old = {str(style): fonts[font] for style, (_, font, *_) in enumerate(used) if font < len(fonts) and encoding_of(fonts[font])}
    seen_as = _seen_as([font for _, font, *_ in used], fonts) | dict.fromkeys(repeated, "*")
    looks = (
        {
            "struck": font in letters.struck,
            "unseen": colours.hide(font, fill, number),
            "boxed": style in boxed,
            "ground": colours.ground(fill),
            "slashed": border in borders.slashed,
            "seen_as": seen_as.get(style, ""),
        }
        for style, (number, font, fill, border) in enumerate(used)
    )
    formats = tuple(_with_looks(format_of(number, codes), each) for (number, *_), each in zip(used, looks, strict=True))
    return Styles(formats, {**old, "": old["0"]} if "0" in old else old, looks_of_conditions.hiding(), looks_of_conditions.changing())


def _seen_as(used: Sequence[int], fonts: Sequence[str]) -> dict[int, str]:
    """Return the names of fonts of signs by the numbers of the styles that have them."""
    return {style: fonts[font] for style, font in enumerate(used) if font < len(fonts) and is_of_signs(fonts[font])}


def _with_looks(plain: Format, looks: Mapping[str, Any]) -> Format:
    """Return a format with how its cells look; most look as usual, and share it."""
    return plain._replace(**looks) if any(looks.values()) else plain


def read_formats(part: Part, limits: Limits = LIMITS) -> tuple[Format, ...]:
    """Return the format of each cell style, in the order cells count them."""
    return read_styles(part, limits).formats


def format_of(number: int, codes: Mapping[int, Format]) -> Format:
    """Return a format by its number: one of the workbook's own ``codes``, else one that every program knows."""
    return codes.get(number) or _BUILT_IN.get(number, GENERAL)


def understand(code: str) -> Format:
    """Return what a format code says about a number.

    >>> understand("dd/mm/yyyy").kind, understand("0.00%")[:4], understand('#,##0" máy"').places
    ('date', ('percent', 2, 0, ''), 0)
    """
    known = _understood(code)
    if known.kind == "date":
        return known if _shows_a_day(code) else known._replace(shown_by=code[:_LONGEST_CODE])
    cut = code[:_LONGEST_CODE]
    return known if not code or plainly_shown(cut) else known._replace(shown_by=cut)


def _understood(code: str) -> Format:
    """Return what a code says, as far as its first section tells."""
    bare = _BRACKETS.sub("", _ELAPSED.sub(r"\1", _NOT_SHOWN_AS_DIGITS.sub("", code)))
    first = bare.split(";")[0].strip()
    lowered = first.lower()
    if "general" in lowered or not first:
        return GENERAL
    if "%" in first:
        return Format("percent", _places(first), _thousands(first))
    if any(letter in lowered for letter in "dmyhs"):
        return Format("date", None)
    if "@" in first:
        return Format("text", None)
    return Format("number", None if "/" in first or "e" in lowered else _places(first), _thousands(first))


def _shows_a_day(code: str) -> bool:
    """Return whether a format of a date shows its day, its month and its year."""
    bare = _CLOCK.sub("", _BRACKETS.sub("", _NOT_SHOWN_AS_DIGITS.sub("", code.replace("\\-", "-")))).split(";")[0].casefold()
    day = re.search(r"(?<!d)d{1,2}(?!d)", bare)
    return day is not None and "m" in bare and ("y" in bare or "e" in bare)


def _places(code: str) -> int:
    found = _DECIMALS.search(code)
    return len(found[1]) if found else 0


def _thousands(code: str) -> int:
    found = _SCALED.search(code)
    return len(found[1]) if found else 0


def _number(text: str | None) -> int:
    return int(text) if text and _ID.fullmatch(text) else 0
