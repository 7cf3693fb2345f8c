"""What styles of an OpenDocument spreadsheet say of colours, borders through cells, and the sizes of rows and columns."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ictscore.survey.sheets.colours import SMALLEST_SEEN, WHITE
from ictscore.survey.sheets.ods.names import FO, STYLE

AUTOMATIC = "automatic"
"""The colour of a text that leaves it to the program: one that is seen on the colour of its cell."""

_SIZE = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,20})?)(pt|in|cm|mm|pc|px)?")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "px": 0.75, None: 1.0}


def colour_of_text(attributes: Mapping[str, str]) -> str | None:
    """Return the colour of a text as six digits, None where nothing is said of it.

    >>> colour_of_text({f"{FO} color": "#ffffff"}), colour_of_text({})
    ('FFFFFF', None)
    """
    if attributes.get(f"{STYLE} use-window-font-color") == "true":
        return AUTOMATIC
    said = attributes.get(f"{FO} color")
    return None if said is None else said.lstrip("#").upper()


def ground_of(attributes: Mapping[str, str]) -> str | None:
    """Return the colour of a cell as six digits, None where nothing is said of it; what is transparent is white."""
    said = attributes.get(f"{FO} background-color")
    if said is None:
        return None
    return WHITE if said == "transparent" else said.lstrip("#").upper()


def is_slashed(attributes: Mapping[str, str]) -> bool | None:
    """Return whether a border runs through a cell from corner to corner, None where nothing is said of that.

    >>> is_slashed({f"{STYLE} diagonal-bl-tr": "0.74pt solid #000000"}), is_slashed({f"{STYLE} diagonal-tl-br": "none"}), is_slashed({})
    (True, False, None)
    """
    said = [attributes[key] for each in ("bl-tr", "tl-br") if (key := f"{STYLE} diagonal-{each}") in attributes]
    return any(each != "none" for each in said) if said else None


def has_no_size(attributes: Mapping[str, str]) -> bool | None:
    """Return whether a row or column is so small that nobody sees it, None where nothing is said of its size.

    A row that is as high as its texts need is seen, whatever height is written down.
    """
    if attributes.get(f"{STYLE} use-optimal-row-height") == "true":
        return False
    said = attributes.get(f"{STYLE} row-height", attributes.get(f"{STYLE} column-width"))
    if said is None:
        return None
    size = points(said)
    return size is not None and size <= SMALLEST_SEEN


def points(said: str) -> float | None:
    """Return a length in points, None where it is none.

    >>> points("1in"), points("wide")
    (72.0, None)
    """
    found = _SIZE.fullmatch(said)
    return float(found[1]) * _POINTS[found[2]] if found is not None else None
