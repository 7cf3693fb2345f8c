"""The text of an OpenDocument cell: paragraphs, counted blanks, and pieces in fonts of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ictscore.survey.sheets.fontedtext import FontedText, Run
from ictscore.survey.sheets.limits import Limits
from ictscore.survey.sheets.ods.names import TEXT
from ictscore.survey.sheets.ods.styles import Styles
from ictscore.survey.sheets.raised import UNICODE_FONT, Level, as_set

_BREAKS = re.compile("[ ]*[\t\r\n][ \t\r\n]*")


class CellText:
    """Collects the paragraphs of one cell or comment."""

    __slots__ = ("_fonts", "_length", "_levels", "_limits", "_open", "_paragraphs", "_runs", "_start", "_strikes", "_styles", "struck")

    def __init__(self, styles: Styles, limits: Limits) -> None:
        """Collect with the fonts of ``styles``."""
        self._styles, self._limits = styles, limits
        self._runs: list[Run] = []
        self._fonts: list[str] = []
        self._paragraphs = self._open = self._length = 0
        self._start = True
        self._strikes: list[bool] = []
        self._levels: list[Level] = []
        self.struck = False
        """Whether some of the text is crossed out."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element, under its short name."""
        if name in ("text:p", "text:h"):
            if self._paragraphs:
                self._add("\n")
            self._paragraphs += 1
            self._open += 1
            self._start = True
        elif name == "text:span":
            style = attributes.get(f"{TEXT} style-name", "")
            font = self._styles.font_of("text", style)
            self._strikes.append(self._styles.is_struck("text", style) or bool(self._strikes and self._strikes[-1]))
            self._levels.append(self._styles.level_of(style) or (self._levels[-1] if self._levels else ""))
            self._fonts.append(font or (self._fonts[-1] if self._fonts else ""))
        elif name == "text:s":
            count = attributes.get(f"{TEXT} c", "1")
            self._add(" " * min(int(count) if count.isdecimal() and len(count) < 8 else 1, self._limits.text + 1))  # noqa: PLR2004 - a number of sane length
        elif name in ("text:tab", "text:line-break"):
            self._add("\t" if name == "text:tab" else "\n")

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name in ("text:p", "text:h"):
            self._open -= 1
        elif name == "text:span" and self._fonts:
            self._fonts.pop()
            self._strikes.pop()
            self._levels.pop()

    def characters(self, data: str) -> None:
        """Take characters: a line break of the file is a blank, none at the beginning of a paragraph.

        By the standard blanks in a row are one; but LibreOffice writes and reads each of them behind a line break of the cell.
        """
        if not self._open:
            return
        text = _BREAKS.sub(" ", data)
        self._add(text[1:] if self._start and text[:1] != data[:1] else text)

    def text(self) -> str:
        """Return the text; one with a piece in an old font knows its fonts."""
        if any(font for font, _ in self._runs):
            return FontedText.of(self._runs)
        return "".join(piece for _, piece in self._runs)

    def _add(self, piece: str) -> None:
        self._start = False
        if piece and self._length <= self._limits.text:  # one that is too long is told from its beginning
            self._length += len(piece)
            self.struck = self.struck or (bool(self._strikes) and self._strikes[-1] and bool(piece.strip()))
            font = self._fonts[-1] if self._fonts else ""
            seen = as_set(piece, self._levels[-1], self._runs[-1][1] if self._runs else "") if self._levels else piece
            self._runs.append((UNICODE_FONT if font and seen != piece else font, seen))
