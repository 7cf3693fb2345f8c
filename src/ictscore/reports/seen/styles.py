"""The looks of cells as the styles of a workbook give them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from ictscore.reports.seen.looks import GENERAL, Look
from ictscore.survey.sheets.colours import BLACK, WHITE
from ictscore.survey.sheets.container import Part
from ictscore.survey.sheets.limits import Limits
from ictscore.survey.sheets.markup import Path, main_name, walk

_NO = frozenset({"0", "false", "none"})
_SYMBOLS = "2"
_BUILT_IN = {0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 49: "@"}
_STYLE = ("styleSheet", "cellXfs", "xf")
_FONT = ("styleSheet", "fonts", "font")
_FILL = ("styleSheet", "fills", "fill")
_BORDER = ("styleSheet", "borders", "border")
_PLAIN = frozenset({"", "general"})
Value = TypeVar("Value")
_INDENT = 2
"""So far a text may be moved in and is still read where it stands."""


class _Styles:
    """Takes the elements of the styles, in order."""

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.fonts: list[Look] = []
        self.fills: list[tuple[str, str]] = []
        self.crossed: list[bool] = []
        self.looks: list[Look] = []

    def start(self, path: Path, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if path == ("styleSheet", "numFmts", "numFmt"):
            self.codes[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif path[:3] == _FONT:
            self._font(path[3:], attributes)
        elif path[:3] == _FILL:
            self._fill(path[3:], attributes)
        elif path == _BORDER:
            self.crossed.append(any(attributes.get(each, "0") not in _NO for each in ("diagonalUp", "diagonalDown")))
        elif path == _STYLE:
            self._style(attributes)
        elif path == (*_STYLE, "alignment"):
            self._align(attributes)

    def _font(self, below: Path, attributes: Mapping[str, str]) -> None:
        if not below:
            self.fonts.append(Look(font="", size="11"))
            return
        font, value = self.fonts[-1], attributes.get("val", "1")
        match below[0]:
            case "name":
                font = font._replace(font=value)
            case "sz":
                font = font._replace(size=_plain_number(value))
            case "b" | "i" | "u" | "strike":
                font = _switched(font, below[0], value not in _NO)
            case "color":
                font = font._replace(colour=_colour(attributes))
            case "vertAlign" | "outline" | "scheme" if value not in {*_NO, "baseline"}:
                font = font._replace(others=f"{font.others} {below[0]}")
            case "charset" if value == _SYMBOLS:
                font = font._replace(others=f"{font.others} charset")
        self.fonts[-1] = font

    def _fill(self, below: Path, attributes: Mapping[str, str]) -> None:
        if not below:
            self.fills.append(("", ""))
        elif below == ("patternFill",):
            pattern = attributes.get("patternType", "none")
            self.fills[-1] = ("", "") if pattern == "none" else (pattern, "")
        elif below == ("gradientFill",):
            self.fills[-1] = ("gradient", "")
        elif below == ("patternFill", "fgColor") and self.fills[-1][0]:
            self.fills[-1] = (self.fills[-1][0], _colour(attributes))

    def _style(self, attributes: Mapping[str, str]) -> None:
        number = _number(attributes.get("numFmtId"))
        look = _at(self.fonts, attributes.get("fontId"), Look())
        pattern, colour = _at(self.fills, attributes.get("fillId"), ("", ""))
        crossed = _at(self.crossed, attributes.get("borderId"), default=False)
        others = f"{look.others}{' diagonal' if crossed else ''}{f' {pattern}' if pattern not in {'', 'solid'} else ''}"
        fill = "" if colour == WHITE and pattern == "solid" else colour if pattern == "solid" else pattern
        code = self.codes.get(number) or _BUILT_IN.get(number, f"numFmtId {number}")
        self.looks.append(look._replace(fill=fill, format=code, others=others.strip()))

    def _align(self, attributes: Mapping[str, str]) -> None:
        look, align = self.looks[-1], attributes.get("horizontal", "")
        strange = [each for each in ("shrinkToFit", "justifyLastLine") if attributes.get(each, "0") not in _NO]
        strange += ["indent"] * (_number(attributes.get("indent")) > _INDENT)
        strange += ["readingOrder"] * (attributes.get("readingOrder") == "2")
        strange += [align] * (align in {"fill", "distributed", "centerContinuous"})
        self.looks[-1] = look._replace(
            align="" if align in _PLAIN else align,
            wrap=attributes.get("wrapText", "0") not in _NO,
            rotation=attributes.get("textRotation", "0"),
            others=" ".join([look.others, *strange]).strip(),
        )


def read_looks(part: Part, limits: Limits) -> tuple[Look, ...]:
    """Return the look of each cell style, in the order cells count them."""
    styles = _Styles()
    walk(part, styles.start, limits=limits, named=main_name)
    return tuple(styles.looks)


def _switched(font: Look, element: str, is_on: bool) -> Look:  # noqa: FBT001 - as the element says
    match element:
        case "b":
            return font._replace(bold=is_on)
        case "i":
            return font._replace(italic=is_on)
        case "u":
            return font._replace(underline=is_on)
        case _:
            return font._replace(strike=is_on)


def _colour(attributes: Mapping[str, str]) -> str:
    """Return a colour as six digits where every program shows the same, else what it is called."""
    if "rgb" in attributes:
        return attributes["rgb"].upper()[-6:]
    if "theme" in attributes and attributes.get("tint", "0") in {"", "0"}:
        return {"0": WHITE, "1": BLACK}.get(attributes["theme"], f"theme {attributes['theme']}")
    if attributes.get("auto", "0") not in _NO or attributes.get("indexed") == "64":
        return BLACK
    return " ".join(f"{name} {value}" for name, value in sorted(attributes.items())) or BLACK


def _at(values: list[Value], index: str | None, default: Value) -> Value:
    number = _number(index)
    return values[number] if number < len(values) else default


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < len("12345678") else 0


def _plain_number(text: str) -> str:
    try:
        return f"{float(text):g}"
    except ValueError:
        return text
