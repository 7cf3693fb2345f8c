"""Nodes written as YAML: texts quoted where they must be, and whole nodes on one line."""

from __future__ import annotations

import json
import re
import unicodedata

from ictscore.documents import Mapping, Node, Sequence, Text

_UNSAFE_START = re.compile(r"[\s,\[\]{}#&*!|>'\"%@`]|[-?:](\s|$)|---|\.\.\.")
_UNSAFE_INSIDE = re.compile(r":(\s|$)|\s#|\s$")
_FLOW_SIGNS = re.compile(r"[,\[\]{}]|:")
_UNPRINTED = {"Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Co"}


def scalar_text(text: str, *, quoted: bool = False, in_flow: bool = False) -> str:
    """Return a text as a YAML scalar on one line, in double quotes where a plain one would be read differently.

    >>> scalar_text("1.10"), scalar_text("a: b"), scalar_text("a, b", in_flow=True)
    ('1.10', '"a: b"', '"a, b"')
    """
    unsafe = not text or _UNSAFE_START.match(text) or _UNSAFE_INSIDE.search(text) or not all(map(_is_plain, text))
    if quoted or unsafe or (in_flow and _FLOW_SIGNS.search(text)):
        return "".join(char if _is_plain(char) else _escaped(char) for char in json.dumps(text, ensure_ascii=False))
    return text


def _is_plain(char: str) -> bool:
    return unicodedata.category(char) not in _UNPRINTED


def _escaped(char: str) -> str:
    return f"\\U{ord(char):08x}" if ord(char) > 0xFFFF else f"\\u{ord(char):04x}"  # noqa: PLR2004 - the end of the basic plane


def flow_text(node: Node) -> str:
    """Return a node as YAML on one line: ``{kind: ratio, of: a, over: b}``."""
    if isinstance(node, Text):
        return scalar_text(node.text, quoted=node.quoted, in_flow=True)
    if isinstance(node, Sequence):
        return f"[{', '.join(map(flow_text, node.items))}]"
    return f"{{{', '.join(f'{scalar_text(entry.key.text, in_flow=True)}: {flow_text(entry.value)}' for entry in node.entries)}}}"


def without_keys(node: Node, *keys: str) -> Node:
    """Return a mapping without some of its keys, any other node as it is."""
    if isinstance(node, Mapping):
        return Mapping(tuple(entry for entry in node.entries if entry.key.text not in keys), node.place)
    return node
