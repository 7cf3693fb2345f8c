"""The terminal: where talk and tables go, and how text from outside is made harmless before it is printed."""

from __future__ import annotations

import sys
import unicodedata
from typing import TextIO

from rich import box
from rich.console import Console
from rich.text import Text

WIDE = 10_000
_KEPT = {"\n"}


def printable(text: str) -> str:
    r"""Return ``text`` with control, invisible and direction-changing characters written out as ``\u001b``.

    >>> printable("a\x1b[31m")
    'a\\u001b[31m'
    """
    if text.replace("\n", "").isprintable():
        return text
    return "".join(char if _is_harmless(char) else f"\\u{ord(char):04x}" for char in text)


def _is_harmless(char: str) -> bool:
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


def talk() -> Console:
    """Return the console that talk and progress go to: standard error."""
    return console_for(sys.stderr)


def table_box(console: Console) -> box.Box:
    """Return the lines of tables: plain ASCII where the stream cannot carry more."""
    try:
        "─│┌".encode(getattr(console.file, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return box.ASCII
    return box.SIMPLE_HEAD
