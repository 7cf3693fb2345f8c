"""Standard output and error made to carry every character, and what they were before."""

from __future__ import annotations

import os
import stat
import sys
from typing import Any, TextIO

BYTE_ORDER_MARK = "\ufeff"

_before: dict[str, str] = {}
"""The encodings of the streams before they were changed, by the streams' names."""


def prepare_streams() -> None:
    """Let standard output and error carry every character: UTF-8 where a stream was set to something narrower.

    A stream that was closed before we began is replaced by one that goes nowhere.
    """
    if sys.stdout is None:
        forget_output()
    if sys.stderr is None:
        sys.stderr = sys.stdout
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        _before.setdefault(name, str(getattr(stream, "encoding", "") or ""))
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def forget_output() -> None:
    """Point standard output nowhere, so that the interpreter's own flush at exit stays silent."""
    try:
        sys.stdout = open(  # noqa: SIM115, PTH123 - lives until the process ends
            "/dev/null" if sys.platform != "win32" else "NUL", "w", encoding="utf-8"
        )
    except OSError:
        sys.stdout = None


def encoding_before(stream: Any) -> str:
    """Return the encoding a stream had before it was prepared: what the console behind it can show."""
    name = next((each for each in ("stdout", "stderr") if stream is getattr(sys, each)), "")
    return _before.get(name) or str(getattr(stream, "encoding", "") or "")


def can_show(stream: Any, text: str) -> bool:
    """Return whether the console behind a stream can show ``text``; a file or a pipe can take everything."""
    if not stream.isatty():
        return True
    try:
        text.encode(encoding_before(stream) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def begin_text(stream: TextIO, platform: str = sys.platform) -> None:
    """Put the sign of UTF-8 before a text that goes into a new file on Windows, where programs else take it for the old code page."""
    if platform == "win32" and _is_new_file(stream):
        stream.write(BYTE_ORDER_MARK)


def _is_new_file(stream: TextIO) -> bool:
    """Return whether a stream writes into a regular file that holds nothing yet; nothing may wait in the stream."""
    try:
        stream.flush()
        status = os.fstat(stream.fileno())
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(status.st_mode) and status.st_size == 0
