"""Styles of an OpenDocument spreadsheet: number formats, fonts, and which sheets are hidden."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ictscore.survey.sheets.colours import WHITE, alike
from ictscore.survey.sheets.conditional import Look, shows_nothing
from ictscore.survey.sheets.ods.looks import AUTOMATIC, colour_of_text, ground_of, has_no_size, is_slashed
from ictscore.survey.sheets.ods.names import DRAW, FO, STYLE, SVG, TABLE
from ictscore.survey.sheets.ods.number_styles import NUMBER_STYLES, NumberStyle
from ictscore.survey.sheets.ods.pages import Pages
from ictscore.survey.sheets.oldfonts import encoding_of
from ictscore.survey.sheets.raised import Level
from ictscore.survey.sheets.styles import GENERAL, Format, understand

_DEEPEST = 32


class _Style(NamedTuple):
    parent: str
    data_style: str
    font: str = ""
    hidden: bool = False
    struck: bool | None = None
    level: Level | None = None
    colour: str | None = None
    ground: str | None = None
    is_nothing: bool | None = None
    page: str = ""
    fill: str | None = None
    slashed: bool | None = None


class Styles:
    """Takes the elements of styles and tells what a style says; later styles take the place of earlier ones of the same name."""

    def __init__(self) -> None:
        """Begin without styles."""
        self._fonts: dict[str, str] = {}
        self._pages = Pages()
        self._styles: dict[tuple[str, str], _Style] = {}
        self._numbers: dict[str, NumberStyle] = {}
        self._style: tuple[str, str] | None = None
        self._number: NumberStyle | None = None
        self._displayed: dict[str, str] = {}
        self._maps: dict[str, list[tuple[str, str]]] = {}
        self._known_formats: dict[str, Format] = {}
        self._known_fonts: dict[tuple[str, str], str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element, under its short name."""
        self._pages.start(name, attributes)
        if name in ("style:style", "style:default-style"):
            self._style = attributes.get(f"{STYLE} family", ""), attributes.get(f"{STYLE} name", "")
            based_on, data_style = (attributes.get(f"{STYLE} {each}-style-name", "") for each in ("parent", "data"))
            self._styles[self._style] = _Style(based_on, data_style, page=attributes.get(f"{STYLE} master-page-name", ""))
            self._displayed[attributes.get(f"{STYLE} display-name", "")] = self._style[1]
        elif self._style is not None and name == "style:map":
            rule = attributes.get(f"{STYLE} condition", ""), attributes.get(f"{STYLE} apply-style-name", "")
            self._maps.setdefault(self._style[1], []).append(rule)
        elif name == "style:font-face":
            self._fonts[attributes.get(f"{STYLE} name", "")] = attributes.get(f"{SVG} font-family", "").strip("'\" ")
        elif name in NUMBER_STYLES:
            self._number = self._numbers[attributes.get(f"{STYLE} name", "")] = NumberStyle(name, attributes)
        elif self._number is not None:
            self._number.start(name, attributes)
        elif self._style is not None and name.endswith("-properties"):
            self._styles[self._style] = self._with(self._styles[self._style], name, attributes)

    def _with(self, style: _Style, name: str, attributes: Mapping[str, str]) -> _Style:
        """Return a style with what an element of properties says of it."""
        if name == "style:text-properties":
            font = attributes.get(f"{STYLE} font-name")
            family = self._fonts.get(font, font) if font else attributes.get(f"{FO} font-family", "").strip("'\" ")
            line = attributes.get(f"{STYLE} text-line-through-style", attributes.get(f"{STYLE} text-line-through-type"))
            struck = None if line is None else line != "none"
            level = _level(attributes.get(f"{STYLE} text-position"))
            return style._replace(font=family, struck=struck, level=level, colour=colour_of_text(attributes))
        if name == "style:table-cell-properties":
            return style._replace(ground=ground_of(attributes), slashed=is_slashed(attributes))
        if name in ("style:table-row-properties", "style:table-column-properties"):
            return style._replace(is_nothing=has_no_size(attributes))
        if name == "style:table-properties":
            return style._replace(hidden=attributes.get(f"{TABLE} display") == "false")
        return style._replace(fill=attributes.get(f"{DRAW} fill")) if name == "style:graphic-properties" else style

    def end(self, name: str) -> None:
        """Take the end of an element."""
        self._pages.end(name)
        if name in NUMBER_STYLES:
            self._number = None
        elif self._number is not None:
            self._number.end(name)
        elif name in ("style:style", "style:default-style"):
            self._style = None

    def characters(self, data: str) -> None:
        """Take what is written inside an element."""
        self._pages.characters(data)
        if self._number is not None:
            self._number.characters(data)

    def format_of(self, style: str) -> Format:
        """Return the number format of a cell's style."""
        known = self._known_formats.get(style)
        if known is None:
            code, ground = self._code_of(style), self._ground_of(style)
            known = understand(code) if code else GENERAL
            struck, unseen = self.is_struck("table-cell", style), self._is_unseen(style)
            slashed = next((each.slashed for each in self._chain("table-cell", style) if each.slashed is not None), False)
            known = known._replace(struck=struck, unseen=unseen, ground="" if ground == WHITE else ground, slashed=slashed)
            self._known_formats[style] = known
        return known

    def old_font_of(self, family: str, style: str) -> str:
        """Return the name of the font of a style of cells or of a piece of text when it is an old one."""
        font = self.font_of(family, style)
        return font if encoding_of(font) else ""

    def font_of(self, family: str, style: str) -> str:
        """Return the name of the font of a style, blank where it says nothing."""
        known = self._known_fonts.get((family, style))
        if known is None:
            known = next((each.font for each in self._chain(family, style) if each.font), "")
            self._known_fonts[family, style] = known
        return known

    def is_struck(self, family: str, style: str) -> bool:
        """Return whether a style of cells or of a piece of text crosses out."""
        return next((each.struck for each in self._chain(family, style) if each.struck is not None), False)

    def has_no_size(self, family: str, style: str) -> bool:
        """Return whether rows or columns of a style are so small that nobody sees them."""
        return next((each.is_nothing for each in self._chain(family, style) if each.is_nothing is not None), False)

    def _is_unseen(self, style: str) -> bool:
        """Return whether a cell's style gives its text the colour of the cell; a text without a colour takes one that is seen."""
        chain = self._chain("table-cell", style)
        colour = next((each.colour for each in chain if each.colour is not None), AUTOMATIC)
        return colour != AUTOMATIC and alike(colour, self._ground_of(style))

    def _ground_of(self, style: str) -> str:
        return next((each.ground for each in self._chain("table-cell", style) if each.ground is not None), WHITE)

    def _code_of(self, style: str) -> str:
        """Return the format code of a cell's style, blank where nothing says any."""
        named = (self._numbers.get(each.data_style) for each in self._chain("table-cell", style))
        number = next((each for each in named if each is not None), None)
        return number.code(self._numbers.get) if number is not None else ""

    def maps_of(self, style: str) -> tuple[tuple[str, str], ...]:
        """Return the conditions under which cells of a style take another one, with the name of that."""
        return tuple(self._maps.get(style, ()))

    def hides(self, name: str) -> bool:
        """Return whether nobody sees a text, or a number, in cells of the style with this name, or shown under it."""
        style = self._named(name)
        return self._is_unseen(style) or shows_nothing(self.format_of(style).shown_by)

    def look_of(self, name: str) -> Look:
        """Return what a conditional format that gives the style with this name, or shown under it, changes of a cell."""
        style = self._named(name)
        chain = self._chain("table-cell", style)
        colour = next((each.colour for each in chain if each.colour is not None), AUTOMATIC)
        is_alone = colour != AUTOMATIC and not any(each.ground for each in chain)
        return Look(colour if is_alone else "", self._code_of(style), self.is_struck("table-cell", style))

    def _named(self, name: str) -> str:
        return name if ("table-cell", name) in self._styles else self._displayed.get(name, name)

    def is_filled(self, style: str) -> bool:
        """Return whether shapes of a style hide what lies under them; they do where nothing is said."""
        return next((each.fill for each in self._chain("graphic", style) if each.fill is not None), "solid") != "none"

    def page_texts_of(self, style: str) -> tuple[str, ...]:
        """Return what stands in the headers and footers of the pages of a sheet of a style."""
        return self._pages.texts_of(next((each.page for each in self._chain("table", style) if each.page), "Default"))

    def level_of(self, style: str) -> Level:
        """Return whether a style of a piece of text sets it above or below the line."""
        return next((each.level for each in self._chain("text", style) if each.level is not None), "")

    def is_hidden(self, style: str) -> bool:
        """Return whether sheets of a style are hidden."""
        return any(each.hidden for each in self._chain("table", style))

    def _chain(self, family: str, name: str) -> tuple[_Style, ...]:
        """Return a style, those it is based on, and the one everything is based on."""
        chain: list[_Style] = []
        while len(chain) < _DEEPEST and (style := self._styles.get((family, name))) is not None and name:
            chain.append(style)
            name = style.parent
        everything = self._styles.get((family, ""))
        return (*chain, everything) if everything else tuple(chain)


def _level(position: str | None) -> Level | None:
    """Return the level that a position (“super 58%”, “-33% 58%”) means, None where nothing is said."""
    if position is None:
        return None
    first = position.partition(" ")[0]
    if first == "sub" or (first.startswith("-") and first.strip("-0.%")):
        return "below"
    return "above" if first == "super" or first.strip("0.%") else ""
