"""JSON whose text holds nothing invisible: control and direction-changing characters are written as escapes."""

from __future__ import annotations

import json
from typing import Any

from ictscore.reports.console import is_harmless


def dumped(value: Any) -> str:
    r"""Return a value as JSON on several lines; what it reads back as is not changed.

    >>> dumped("a\u202eb")
    '"a\\u202eb"'
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    if text.replace("\n", "").isprintable():
        return text
    return "".join(char if is_harmless(char) else _escape(char) for char in text)


def _escape(char: str) -> str:
    return json.dumps(char)[1:-1]
