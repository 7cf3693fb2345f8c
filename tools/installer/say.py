"""How the installation speaks: a line at a time, and what stops it in three parts."""

from __future__ import annotations

import sys


class Stop(Exception):
    """What cannot go on: where, what was found, what to do."""

    def __init__(self, where: str, what: str, advice: str) -> None:
        super().__init__(f"{where}\n  {what}\n  → {advice}")


def speak_plainly() -> None:
    """Let lines come at once, and every letter where they go into a file: a console shows all of Unicode, a Windows code page does not."""
    for stream in (sys.stdout, sys.stderr):
        if not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        stream.reconfigure(line_buffering=True)  # type: ignore[union-attr]


def say(line: str = "") -> None:
    """Say what is being done."""
    print(line)


def complain(text: str) -> None:
    """Say what is wrong."""
    print(text, file=sys.stderr)
