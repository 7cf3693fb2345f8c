"""Texts of cells: the table cells share, rich text joined, escapes undone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from ictscore.survey.sheets.container import Part
from ictscore.survey.sheets.fontedtext import FontedText, Run
from ictscore.survey.sheets.limits import LIMITS, Limits
from ictscore.survey.sheets.markup import check_attributes, guarded_parser, local_name, refuse, run
from ictscore.survey.sheets.oldfonts import encoding_of
from ictscore.survey.sheets.raised import UNICODE_FONT, Level, as_set, level_of
from ictscore.words import phrase

_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescape(text: str) -> str:
    r"""Return a stored text as it is meant: ``_x000D_`` is a carriage return, ``_x005F_`` an underscore.

    >>> unescape("a_x000D_b"), unescape("_x005F_x000D_")
    ('a\rb', '_x000D_')
    """
    if "_x" not in text:
        return text
    meant = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    if has_lone_surrogate(meant):  # a pair may have been written as two escapes
        return meant.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return meant


def has_lone_surrogate(text: str) -> bool:
    """Return whether a text holds half a character, which nothing can print or save."""
    return _SURROGATE.search(text) is not None


class StruckText(str):
    """A text some of which is crossed out."""

    __slots__ = ()


class Texts(NamedTuple):
    """The table of texts, and whether any of them has a run in an old font."""

    texts: list[str]
    old_fonts: bool = False


TEXT = 2  # how many elements are open inside an entry of the table


class RichText:
    """Collects the text of one ``si`` or ``is`` element: its own text and its runs, without the phonetic hints."""

    __slots__ = ("_depth", "_font", "_hints", "_level", "_pieces", "_runs", "_strikes", "_struck", "all_fonts", "old_fonts", "parts")

    def __init__(self, parts: list[str], depth: int, *, all_fonts: bool = False) -> None:
        """Collect from ``parts``, where the parser puts characters; ``depth`` is that of the children of the element.

        Texts with a run in an old font know their fonts; with ``all_fonts``, where cells have old fonts, all texts with a run in any do.
        """
        self.parts = parts
        self.all_fonts = all_fonts
        self.old_fonts = False
        self._font = ""
        self._runs: list[Run] = []
        self._depth = depth
        self._pieces: list[str] = []
        self._hints = False
        self._strikes = self._struck = False
        self._level: Level = ""

    def start(self, name: str, depth: int, attributes: Mapping[str, str]) -> None:
        """Take the start of an element inside."""
        if name == "t":
            self.parts.clear()
        elif name == "r":
            self._font, self._strikes, self._level = "", False, ""
        elif name == "vertAlign":
            self._level = level_of(attributes.get("val", ""))
        elif name == "strike":
            self._strikes = attributes.get("val", "1") not in ("0", "false")
        elif name == "rFont":
            self._font = attributes.get("val", "")
            self.old_fonts = self.old_fonts or encoding_of(self._font) is not None
        elif name == "rPh" and depth == self._depth:
            self._hints = True

    def end(self, name: str, depth: int) -> None:
        """Take the end of an element inside."""
        if name == "t":
            if not self._hints:
                self._take_levelled() if self._level else None
                if self._font or self._runs:
                    self._runs = self._runs or [("", "".join(self._pieces))]
                    self._runs.append((self._font, "".join(self.parts)))
                self._struck = self._struck or (self._strikes and any(each.strip() for each in self.parts))
                self._pieces.extend(self.parts)
            self.parts.clear()
        elif name == "rPh" and depth == self._depth:
            self._hints = False

    def _take_levelled(self) -> None:
        """Take a piece above or below the line for the characters that look so."""
        stored = "".join(self.parts)
        piece = as_set(unescape(stored), self._level, "".join(self._pieces))
        if piece != stored:
            self.parts[:] = [piece]
            self._font = UNICODE_FONT if self._font or self._runs or self.all_fonts else ""

    def take(self) -> str:
        """Return the whole text and begin anew."""
        text = self._pieces[0] if len(self._pieces) == 1 else "".join(self._pieces)
        self._pieces.clear()
        runs, self._runs, self._font = self._runs, [], ""
        struck, self._struck, self._strikes, self._level = self._struck, False, False, ""
        if runs and (self.all_fonts or any(encoding_of(font) for font, _ in runs)):
            return FontedText.of((font, unescape(piece)) for font, piece in runs)
        return StruckText(unescape(text)) if struck else unescape(text)


class _Table:
    """Reads the table of shared texts."""

    __slots__ = ("_depth", "_elements", "_limits", "_part", "_rich", "texts")

    def __init__(self, part: Part, limits: Limits, *, all_fonts: bool) -> None:
        self.texts: list[str] = []
        self._part = part
        self._limits = limits
        self._rich = RichText([], depth=TEXT + 1, all_fonts=all_fonts)
        self._depth = 0
        self._elements = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        local = local_name(name)
        if attributes:
            check_attributes(self._part, attributes, self._limits)
        if self._depth > self._limits.depth:
            refuse(self._part, "IO204", limit=self._limits.depth)
        if self._elements > self._limits.elements + 4 * self._limits.strings:
            refuse(self._part, "IO206", limit=self._limits.elements, what=phrase("elements"))
        if self._depth == 1 and local != "sst":
            refuse(self._part, "IO208", reason=phrase("it is no table of texts"))
        if self._depth > TEXT:
            self._rich.start(local, self._depth, attributes)

    def end(self, name: str) -> None:
        local = local_name(name)
        if self._depth > TEXT:
            self._rich.end(local, self._depth)
        elif self._depth == TEXT and local == "si":
            self.texts.append(self._rich.take())
            if len(self.texts) > self._limits.strings:
                refuse(self._part, "IO206", limit=self._limits.strings, what=phrase("texts"))
        self._depth -= 1

    def run(self) -> Texts:
        parser = guarded_parser(self._part)
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self._rich.parts.append
        run(parser, self._part)
        return Texts(self.texts, self._rich.old_fonts)


def read_strings(part: Part, limits: Limits = LIMITS, *, all_fonts: bool = False) -> Texts:
    """Return the texts that cells share, in the order cells count them."""
    return _Table(part, limits, all_fonts=all_fonts).run()
