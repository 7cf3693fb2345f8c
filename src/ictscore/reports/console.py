"""The terminal: where talk and tables go, and how text from outside is made harmless before it is printed."""

from __future__ import annotations

import sys
import unicodedata
from typing import TextIO

from rich import box
from rich.console import Console
from rich.text import Text

from ictscore.streams import begin_text, can_show

WIDE = 10_000
_KEPT = {"\n"}


def printable(text: str) -> str:
    r"""Return ``text`` with control, invisible and direction-changing characters written out as ``\u001b``.

    >>> printable("a\x1b[31m")
    'a\\u001b[31m'
    """
    if text.replace("\n", "").isprintable():
        return text
    return "".join(char if is_harmless(char) else f"\\u{ord(char):04x}" for char in text)


def one_line(text: str) -> str:
    r"""Return a name from outside on one line: as ``printable``, line breaks too.

    >>> one_line("a\nb")
    'a\\u000ab'
    """
    return printable(text).replace("\n", "\\u000a")


def is_harmless(char: str) -> bool:
    """Return whether a character can be printed as it is: a line break can, what steers a terminal or is invisible cannot."""
    return char in _KEPT or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def plain(text: str, style: str = "") -> Text:
    """Return text from outside for printing: no markup, no emoji codes, no control characters."""
    return Text(printable(text), style=style)


class _Console(Console):
    """A console that leaves broken pipes to the command line's own door."""

    def on_broken_pipe(self) -> None:
        """Pass the error on."""
        raise BrokenPipeError


def console_for(stream: TextIO) -> Console:
    """Return the console for a stream: no colour and natural width unless it is a terminal."""
    is_terminal = stream.isatty()
    return _Console(
        file=stream,
        markup=False,
        emoji=False,
        highlight=False,
        width=None if is_terminal else WIDE,
        no_color=not is_terminal,
        legacy_windows=False,
        soft_wrap=not is_terminal,
    )


def results() -> Console:
    """Return the console results go to: standard output."""
    return console_for(sys.stdout)


def text_results() -> Console:
    """Return the console a text for people goes to; a file on Windows begins with the sign of UTF-8."""
    begin_text(sys.stdout)
    return results()


def talk() -> Console:
    """Return the console that talk and progress go to: standard error."""
    return console_for(sys.stderr)


def table_box(console: Console) -> box.Box:
    """Return the lines of tables: plain ASCII where the console cannot show more."""
    return box.SIMPLE_HEAD if can_show(console.file, "─│┌") else box.ASCII
