"""How the cells of the results workbook look."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ictscore.survey.blank.writing import Book, Style

FONT = {"font_name": "Times New Roman", "font_size": 11}
_GRID = {"border": 1, "border_color": "#A6A6A6", "valign": "vcenter"}

LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "subtitle": {"bold": True, "font_size": 12, "font_color": "#1F3864"},
    "remark": {"italic": True, "font_color": "#7F4F00"},
    "title_within": {"bold": True, "font_size": 14, "text_wrap": True, "valign": "top"},
    "subtitle_within": {"bold": True, "font_size": 12, "font_color": "#1F3864", "text_wrap": True, "valign": "top"},
    "remark_within": {"italic": True, "font_color": "#7F4F00", "text_wrap": True, "valign": "top"},
    "provisional": {"bold": True, "font_color": "#C00000", "font_size": 12},
    "provisional_whole": {"bold": True, "font_color": "#C00000", "font_size": 12, "text_wrap": True, "valign": "top"},
    "head": {**_GRID, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#D9E2F3"},
    "head_up": {**_GRID, "align": "center", "text_wrap": True, "bg_color": "#D9E2F3", "rotation": 90, "font_size": 9},
    "band": {**_GRID, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#EDF1F9"},
    "text": {**_GRID, "text_wrap": True},
    "strong": {**_GRID, "text_wrap": True, "bold": True},
    "top": {**_GRID, "text_wrap": True, "valign": "top", "font_size": 10},
    "top_centre": {**_GRID, "text_wrap": True, "align": "center", "valign": "top", "font_size": 10},
    "top_number": {**_GRID, "align": "right", "valign": "top", "font_size": 10},
    "top_total": {**_GRID, "align": "right", "valign": "top", "font_size": 10, "bold": True, "bg_color": "#F2F2F2"},
    "code": {**_GRID, "text_wrap": True, "valign": "top", "font_name": "Consolas", "font_size": 9},
    "centre": {**_GRID, "align": "center", "text_wrap": True},
    "number": {**_GRID, "align": "right"},
    "total": {**_GRID, "align": "right", "bold": True, "bg_color": "#F2F2F2"},
    "rank": {**_GRID, "align": "center", "bold": True},
    "missing": {**_GRID, "align": "right", "bg_color": "#FCE4D6"},
    "not_applicable": {**_GRID, "align": "right", "bg_color": "#E7E6E6"},
    "error": {**_GRID, "align": "right", "bg_color": "#F8CBAD", "font_color": "#C00000", "bold": True},
    "error_text": {**_GRID, "text_wrap": True, "valign": "top", "font_color": "#C00000", "bold": True},
    "link": {**_GRID, "font_color": "#0563C1", "underline": 1},
    "file_link": {**_GRID, "text_wrap": True, "font_color": "#0563C1", "underline": 1},
    "cell_link": {**_GRID, "text_wrap": True, "valign": "top", "font_size": 10, "font_color": "#0563C1", "underline": 1},
    "received": {**_GRID, "bg_color": "#E2EFDA", "font_color": "#375623"},
    "needs_mending": {**_GRID, "bg_color": "#F8CBAD", "font_color": "#C00000", "bold": True},
    "not_received": {**_GRID, "bg_color": "#E7E6E6", "italic": True},
    "state_given": {**_GRID, "align": "center", "bg_color": "#E2EFDA", "font_color": "#375623"},
    "state_doubtful": {**_GRID, "align": "center", "bg_color": "#FFD966", "font_color": "#7F4F00", "bold": True},
    "state_missing": {**_GRID, "align": "center", "bg_color": "#FCE4D6"},
    "state_not_applicable": {**_GRID, "align": "center", "bg_color": "#E7E6E6"},
    "state_unreadable": {**_GRID, "align": "center", "bg_color": "#F8CBAD", "font_color": "#C00000", "bold": True},
    "state_lost": {**_GRID, "align": "center", "bg_color": "#D9D2E9", "bold": True},
    "legend": {"font_size": 10},
    "plain": {},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "field": {"bold": True, "valign": "top"},
}


@dataclass(slots=True)
class Looks:
    """The styles of one workbook, each made once."""

    book: Book
    made: dict[tuple[str, str], Style] = field(default_factory=dict)

    def get(self, name: str, number_format: str = "") -> Style:
        """Return a style, with a number format where one is wanted."""
        key = (name, number_format)
        if key not in self.made:
            self.made[key] = self.book.add_format(self.asked(name, number_format))
        return self.made[key]

    def asked(self, name: str, number_format: str = "") -> dict[str, Any]:
        """Return what is asked of the writer for a style."""
        return {**FONT, **LOOKS[name], **({"num_format": number_format} if number_format else {})}


def format_for(places: int | None) -> str:
    """Return the number format of published numbers: so many decimals, or up to six where they are not rounded.

    >>> format_for(2), format_for(0), format_for(None)
    ('0.00', '0', '0.######')
    """
    if places is None:
        return "0.######"
    return f"0.{'0' * places}" if places else "0"
