"""How a cell looks, told alike for what was written and for what is read again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

GENERAL = "General"
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|([-+()=: ])|(.)', re.DOTALL)
_TOLD_BY_ITSELF = ("format",)


class Look(NamedTuple):
    """What a cell's style says, as far as anybody sees it; ``others`` is what ours never have, such as a line across the cell."""

    font: str = "Times New Roman"
    size: str = "11"
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    colour: str = "000000"
    fill: str = ""
    align: str = ""
    wrap: bool = False
    rotation: str = "0"
    format: str = GENERAL
    others: str = ""


READ_OTHERWISE = frozenset({"font", "strike", "rotation", "others"})
"""What makes people read something else, or nothing; the rest only looks otherwise."""


def look_of(asked: Mapping[str, Any]) -> Look:
    """Return the look that was asked of the writer.

    >>> look_of({"font_name": "Consolas", "bg_color": "#d9e2f3", "num_format": "0.00"}).fill
    'D9E2F3'
    """
    return Look(
        font=asked["font_name"],
        size=f"{asked.get('font_size', 11):g}",
        bold=bool(asked.get("bold")),
        italic=bool(asked.get("italic")),
        underline=bool(asked.get("underline")),
        colour=str(asked.get("font_color", "#000000"))[1:].upper(),
        fill=str(asked.get("bg_color", "#"))[1:].upper(),
        align=asked.get("align", ""),
        wrap=bool(asked.get("text_wrap")),
        rotation=str(asked.get("rotation", 0)),
        format=asked.get("num_format", GENERAL),
    )


def unlike(was: Look, now: Look) -> Iterator[str]:
    """Yield the names of what differs, without the number format."""
    for name, one, other in zip(Look._fields, was, now, strict=True):
        if one != other and name not in _TOLD_BY_ITSELF:
            yield name


def same_format(one: str, other: str) -> bool:
    r"""Return whether two format codes are one: programs put signs into quotes, or behind a backslash, as they like.

    >>> same_format('0"="', "0\\="), same_format("0.00", "0"), same_format("GENERAL", "General")
    (True, False, True)
    """
    return one == other or _told(one) == _told(other)


def _told(code: str) -> list[str]:
    if code.casefold() == GENERAL.casefold():
        return [GENERAL]
    told: list[str] = []
    for quoted, escaped, sign, other in _TOKEN.findall(code):
        told += [f"={each}" for each in quoted or escaped or sign] or [other]
    return told
