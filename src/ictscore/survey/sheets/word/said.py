"""What stands in a cell of a Word document: what people see, what hides in it, and what keeps it from being read in one way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from ictscore.survey.sheets.fontedtext import FontedText
from ictscore.survey.sheets.oldfonts import encoding_of
from ictscore.survey.sheets.raised import UNICODE_FONT, as_set
from ictscore.survey.sheets.word.looks import Look

Change = Literal["", "inserted", "deleted"]
_LOOKED_BACK = 8
"""So many pieces back is looked for what stands before a raised digit."""


class Piece(NamedTuple):
    """A piece of text in one font; ``change`` is what a tracked change that nobody has decided did to it."""

    text: str
    font: str = ""
    change: Change = ""


class Problem(NamedTuple):
    """What keeps an answer from being read: the code of a finding and its values."""

    code: str
    values: Mapping[str, object] = {}


@dataclass(slots=True)
class Said:
    """What a cell says, collected piece by piece. ``remarks`` are the comments and notes that hang on it, by kind and id.

    ``boxes`` are the texts in boxes and shapes that hang on it, ``helped`` the lines in the style of our help.
    """

    pieces: list[Piece] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remarks: dict[tuple[str, str], None] = field(default_factory=dict)
    boxes: list[str] = field(default_factory=list)
    helped: list[str] = field(default_factory=list)
    is_struck: bool = False
    is_white: bool = False

    def take(self, text: str, look: Look, change: Change) -> None:
        """Take a piece of text of one look."""
        if look.is_hidden:
            self.unseen.append(text)
            return
        raised = as_set(text, look.level, self._last_words()) if look.level else text
        self.pieces.append(Piece(raised, look.font if raised == text else UNICODE_FONT, change))
        if text.strip():
            self.is_struck |= look.is_struck
            self.is_white |= look.is_white

    def take_help(self, line: Said) -> None:
        """Take a line in the style of our help: its words stand apart, what hangs on it hangs on the cell."""
        self.helped += filter(None, (line.shown, line.hidden))
        self.remarks |= line.remarks
        self.boxes += line.boxes

    def end_line(self, change: Change = "") -> None:
        """Take the end of a line or a paragraph."""
        self.pieces.append(Piece("\n", "", change))

    def since(self, count: int) -> str:
        """Return the text behind the first ``count`` pieces."""
        return "".join(each.text for each in self.pieces[count:] if each.change != "deleted").strip()

    def _last_words(self) -> str:
        return "".join(each.text for each in self.pieces[-_LOOKED_BACK:] if each.change != "deleted")

    @property
    def hidden(self) -> str:
        """Return the text that nobody sees."""
        return "".join(self.unseen).strip()

    @property
    def shown(self) -> str:
        """Return the text as it is when all changes are accepted."""
        return "".join(each.text for each in self.pieces if each.change != "deleted").strip()

    @property
    def before(self) -> str:
        """Return the text as it is when all changes are rejected."""
        return "".join(each.text for each in self.pieces if each.change != "inserted").strip()

    @property
    def has_changes(self) -> bool:
        """Return whether somebody has still to decide what stands here."""
        return self.shown != self.before

    def text(self) -> str:
        """Return the text for a cell; it knows its fonts where one of them is an old one."""
        kept = [each for each in self.pieces if each.change != "deleted"]
        if not any(encoding_of(each.font) for each in kept):
            return self.shown
        while kept and not kept[-1].text.strip():
            kept.pop()
        return FontedText.of((each.font, each.text) for each in kept)
