"""How often a cell or row of an OpenDocument is there, and over how many it is merged."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ictscore.survey.sheets.ods.names import TABLE

_COUNT = re.compile(r"[1-9][0-9]{0,7}")


def repeats(attributes: Mapping[str, str], what: str) -> int:
    """Return how often a cell (``what``: columns) or a row is there; what is no such number counts once.

    >>> repeats({f"{TABLE} number-rows-repeated": "3"}, "rows"), repeats({f"{TABLE} number-rows-repeated": "-3"}, "rows")
    (3, 1)
    """
    return _count(attributes.get(f"{TABLE} number-{what}-repeated", "1"))


def spans(attributes: Mapping[str, str], what: str) -> int:
    """Return over how many columns or rows a cell is merged; what is no such number counts once."""
    return _count(attributes.get(f"{TABLE} number-{what}-spanned", "1"))


def _count(text: str) -> int:
    return int(text) if _COUNT.fullmatch(text) else 1
