"""How the cells of our forms and tables look, and how high a row must be so that no text is cut."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ictscore.survey.blank.writing import Book, Style

FONT = {"font_name": "Times New Roman", "font_size": 12}
LINE = 16.5
_LETTERS_PER_WIDTH = 1.12
_BORDER = {"border": 1, "border_color": "#8C8C8C"}
_INPUT = {**_BORDER, "locked": False, "text_wrap": True, "valign": "vcenter"}
_COMPUTED = "#E7E6E6"
_LATER = "#D0CECE"
_EXAMPLE = {**_BORDER, "italic": True, "font_color": "#7F7F7F", "valign": "vcenter", "text_wrap": True, "bg_color": "#F7F7F7"}
_LEGEND = {**_BORDER, "font_size": 11, "align": "center", "valign": "vcenter", "text_wrap": True}
_FLAGGED = {"bg_color": "#F8CBAD", "font_color": "#C00000", "bold": True, "border": 2, "border_color": "#C00000"}
"""What a cell to be mended looks like, whatever it is otherwise."""

LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 15, "align": "center", "valign": "vcenter", "text_wrap": True},
    "subtitle": {"align": "center", "valign": "vcenter", "text_wrap": True},
    "remark": {"italic": True, "align": "center", "valign": "vcenter", "text_wrap": True, "font_color": "#7F4F00"},
    "warning": {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "font_color": "#C00000", "bg_color": "#FDE9E7"},
    "left_title": {"bold": True, "font_size": 15},
    "left": {},
    "left_remark": {"italic": True, "font_color": "#7F4F00"},
    "left_warning": {"bold": True, "font_color": "#C00000"},
    "guide": {"text_wrap": True, "valign": "top"},
    "field": {"bold": True, "valign": "vcenter"},
    "head": {**_BORDER, "bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "bg_color": "#D9E2F3"},
    "section": {**_BORDER, "bold": True, "indent": 1, "valign": "vcenter", "text_wrap": True, "bg_color": "#EFEFEF"},
    "band": {**_BORDER, "bold": True, "valign": "vcenter", "bg_color": "#D9E2F3"},
    "section_points": {**_BORDER, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#EFEFEF"},
    "number": {**_BORDER, "align": "center", "valign": "vcenter"},
    "number_link": {**_BORDER, "align": "center", "valign": "vcenter", "font_color": "#0563C1", "underline": 1},
    "cell": {**_BORDER, "indent": 1, "text_wrap": True, "valign": "vcenter"},
    "centre": {**_BORDER, "align": "center", "valign": "vcenter", "text_wrap": True},
    "points": {**_BORDER, "align": "center", "valign": "vcenter"},
    "given": {**_BORDER, "indent": 1, "bold": True, "valign": "vcenter", "text_wrap": True},
    "required": {**_INPUT, "align": "center", "bg_color": "#FFF2CC", "border": 2, "border_color": "#7F6000"},
    "optional": {**_INPUT, "align": "center", "bg_color": "#FFFFFF"},
    "reviewed": {**_INPUT, "align": "center", "bg_color": "#DDEBF7"},
    "later": {**_BORDER, "align": "center", "valign": "vcenter", "text_wrap": True, "bg_color": _LATER},
    "free": {**_INPUT, "font_size": 10, "indent": 1, "bg_color": "#FFFFFF"},
    "name": {**_INPUT, "indent": 1, "bg_color": "#FFF2CC", "bold": True},
    "computed": {**_BORDER, "align": "center", "valign": "vcenter", "text_wrap": True, "bg_color": _COMPUTED},
    "example": {**_EXAMPLE, "align": "center"},
    "example_left": {**_EXAMPLE, "indent": 1},
    "legend_title": {"font_size": 11, "align": "right", "valign": "vcenter"},
    "legend_required": {**_LEGEND, "bg_color": "#FFF2CC", "border": 2, "border_color": "#7F6000"},
    "legend_optional": {**_LEGEND, "bg_color": "#FFFFFF"},
    "legend_computed": {**_LEGEND, "bg_color": _COMPUTED},
    "legend_later": {**_LEGEND, "bg_color": _LATER},
    "sign": {"bold": True},
    "sign_note": {"italic": True},
    "signature": {"align": "center", "valign": "top", "text_wrap": True},
    "link": {"font_color": "#0563C1", "underline": 1, "valign": "vcenter"},
    "cell_link": {**_BORDER, "indent": 1, "font_color": "#0563C1", "underline": 1, "text_wrap": True, "valign": "vcenter"},
    "missing": {"font_color": "#0563C1"},
    "hidden": {},
    "still": {"bold": True, "align": "left", "font_color": "#C00000"},
}


@dataclass(slots=True)
class Styles:
    """The styles of one workbook, each made once."""

    book: Book
    made: dict[tuple[str, str, bool], Style] = field(default_factory=dict)

    def get(self, name: str, number_format: str = "", *, flagged: bool = False) -> Style:
        """Return a style by name, with a number format where one is wanted; ``flagged`` for cells to be mended."""
        key = (name, number_format, flagged)
        if key not in self.made:
            look = {**FONT, **LOOKS[name], **({"num_format": number_format} if number_format else {}), **(_FLAGGED if flagged else {})}
            self.made[key] = self.book.add_format(look)
        return self.made[key]


def height_for(cells: Iterable[tuple[str, float]], line: float = LINE) -> float:
    """Return the height of a row that holds texts in columns of these widths (a blank row's at least)."""
    return max([1, *(lines_of(text, width) for text, width in cells)]) * line + 3


def lines_of(text: str, width: float) -> int:
    """Return on how many lines a text stands in a column of this width."""
    letters = max(int(width * _LETTERS_PER_WIDTH), 1)
    return sum(max(1, len(textwrap.wrap(line, letters))) for line in text.split("\n")) if text else 1
