"""What stands in the headers and footers of the pages of a worksheet when it is printed."""

from __future__ import annotations

import re

_PARTS = frozenset({"oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"})
_SECTIONS = re.compile(r"&[LCR]")
_FIELDS = re.compile(r"&[PNDTFAZ]")
_LOOKS = re.compile(r'&"[^"]*"|&K(?:[0-9A-F]{6}|[0-9]{2}[+-][0-9]{3})|&[0-9]+|&[A-Z]')


class PageTexts:
    """Takes the headers and footers of one worksheet, in order."""

    __slots__ = ("_texts", "is_open")

    def __init__(self) -> None:
        """Begin without any."""
        self._texts: list[str] = []
        self.is_open = False

    def start(self, name: str, parts: list[str]) -> None:
        """Take an element beside the rows; the text that comes after it is its own."""
        self.is_open = name in _PARTS
        if self.is_open:
            parts.clear()

    def end(self, parts: list[str]) -> None:
        """Take the text of the header or footer that ends."""
        self.is_open = False
        self._texts += said_in("".join(parts))

    def texts(self) -> tuple[str, ...]:
        """Return what was said, each text once."""
        return tuple(dict.fromkeys(self._texts))


def said_in(code: str) -> list[str]:
    """Return the texts of a header or footer without what only says how they look; pages, days and names are left open.

    >>> said_in('&L&8binhthuan-2020&C&"Arial,Bold"SỐ LIỆU &&  DỰ THẢO&R&P/&N')
    ['binhthuan-2020', 'SỐ LIỆU & DỰ THẢO', '…/…']
    """
    pieces = (
        _LOOKS.sub("", _FIELDS.sub("…", each.replace("&&", "\0"))).replace("\0", "&")
        for each in _SECTIONS.split(code.replace("_x000a_", "\n"))
    )
    return [said for each in pieces if (said := " ".join(each.split()))]
