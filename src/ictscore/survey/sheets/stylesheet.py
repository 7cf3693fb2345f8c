"""The styles of an .xlsx workbook: the format of each style of cells, how its cells look, and which have an old font."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ictscore.survey.sheets.borders import Borders
from ictscore.survey.sheets.colours import Colours
from ictscore.survey.sheets.conditional import Look, Looks
from ictscore.survey.sheets.container import Part
from ictscore.survey.sheets.limits import LIMITS, Limits
from ictscore.survey.sheets.markup import Path, walk
from ictscore.survey.sheets.oldfonts import encoding_of
from ictscore.survey.sheets.signfonts import is_of_signs
from ictscore.survey.sheets.styles import Format, format_of, understand


class Styles(NamedTuple):
    """The format of each cell style, in the order cells count them, and the names of old fonts by the styles that have one."""

    formats: tuple[Format, ...] = ()
    old_fonts: Mapping[str, str] = {}
    hiding: frozenset[int] = frozenset()
    """The looks of conditional formats in which nobody sees what stands in a cell."""
    looks: Mapping[int, Look] = {}
    """The looks of conditional formats that change something else."""


_STYLE = ("styleSheet", "cellXfs", "xf")
_NO = ("0", "false")
_ID = re.compile(r"[0-9]{1,7}")


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


class _Stored:
    """Takes the elements of the styles: what fonts, fills, borders and format codes there are, and which of them the cells use."""

    def __init__(self) -> None:
        self.codes: dict[int, Format] = {}
        self.used: list[tuple[int, ...]] = []
        """Of each style of cells, the numbers of its format code, font, fill and border."""
        self.fonts, self.colours, self.borders, self.conditional = _Fonts(), Colours(), Borders(), Looks()
        self.boxed: set[int] = set()
        self.repeated: set[int] = set()

    def start(self, path: Path, attributes: Mapping[str, str]) -> None:
        if path == ("styleSheet", "numFmts", "numFmt"):
            number, code = _number(attributes.get("numFmtId")), attributes.get("formatCode", "")
            self.codes[number] = understand(code)
            self.colours.paint(number, code)
        elif path[:3] == _STYLE:
            self._start_style(path, attributes)
        elif path[1:2] == ("dxfs",):
            self.conditional.start(path, attributes)
        elif path[1:2] == ("borders",):
            self.borders.start(path, attributes)
        else:
            if path[1:2] == ("fonts",):
                self.fonts.start(path[2:], attributes)
            self.colours.start(path, attributes, len(self.fonts.names) - 1)

    def _start_style(self, path: Path, attributes: Mapping[str, str]) -> None:
        """Take what a style of cells uses, and how it sets and shows what stands in them."""
        if path == _STYLE:
            self.used.append(tuple(_number(attributes.get(key)) for key in ("numFmtId", "fontId", "fillId", "borderId")))
        elif path == (*_STYLE, "alignment") and attributes.get("horizontal") == "fill":
            self.repeated.add(len(self.used) - 1)
        elif path[-1] == "xfComplement":
            self.boxed.add(len(self.used) - 1)

    def looks(self) -> Iterator[Mapping[str, Any]]:
        """Yield how the cells of each style look."""
        seen_as = _seen_as([font for _, font, *_ in self.used], self.fonts.names) | dict.fromkeys(self.repeated, "*")
        for style, (number, font, fill, border) in enumerate(self.used):
            yield {
                "struck": font in self.fonts.struck,
                "unseen": self.colours.hide(font, fill, number),
                "boxed": style in self.boxed,
                "ground": self.colours.ground(fill),
                "slashed": border in self.borders.slashed,
                "seen_as": seen_as.get(style, ""),
            }


def read_styles(part: Part, limits: Limits = LIMITS) -> Styles:
    """Return what the styles say; the first one, which cells without any have, stands under ``""`` too."""
    stored = _Stored()
    walk(part, stored.start, limits=limits)
    fonts, used = stored.fonts.names, stored.used
    old = {str(style): fonts[font] for style, (_, font, *_) in enumerate(used) if font < len(fonts) and encoding_of(fonts[font])}
    formats = tuple(_with_looks(format_of(number, stored.codes), each) for (number, *_), each in zip(used, stored.looks(), strict=True))
    return Styles(formats, {**old, "": old["0"]} if "0" in old else old, stored.conditional.hiding(), stored.conditional.changing())


def _seen_as(used: Sequence[int], fonts: Sequence[str]) -> dict[int, str]:
    """Return the names of fonts of signs by the numbers of the styles that have them."""
    return {style: fonts[font] for style, font in enumerate(used) if font < len(fonts) and is_of_signs(fonts[font])}


def _with_looks(plain: Format, looks: Mapping[str, Any]) -> Format:
    """Return a format with how its cells look; most look as usual, and share it."""
    return plain._replace(**looks) if any(looks.values()) else plain


def read_formats(part: Part, limits: Limits = LIMITS) -> tuple[Format, ...]:
    """Return the format of each cell style, in the order cells count them."""
    return read_styles(part, limits).formats


def _number(text: str | None) -> int:
    return int(text) if text and _ID.fullmatch(text) else 0
