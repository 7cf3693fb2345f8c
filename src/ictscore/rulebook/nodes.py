"""Walking documents by keys and ids: what stands where, and the same document with one thing changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from ictscore.documents import Entry, Mapping, Node, Sequence, Text
from ictscore.places import Place


def as_plain(node: Node) -> Any:
    """Return a node as texts, lists and dicts, without its places."""
    if isinstance(node, Text):
        return node.text
    if isinstance(node, Sequence):
        return [as_plain(item) for item in node.items]
    return {entry.key.text: as_plain(entry.value) for entry in node.entries}


def id_of(node: Node) -> str | None:
    """Return the id (or, where there is none, the name) by which an item of a list is called."""
    if not isinstance(node, Mapping):
        return node.text if isinstance(node, Text) else None
    for key in ("id", "name", "number"):
        value = node.get(key)
        if isinstance(value, Text):
            return value.text
    return None


def step_into(node: Node, segment: str) -> Node | None:
    """Return what ``segment`` leads to: a key of a mapping, or the id of a list's item."""
    if isinstance(node, Mapping):
        return node.get(segment)
    if isinstance(node, Sequence):
        return next((item for item in node.items if id_of(item) == segment), None)
    return None


def keys_of(node: Node) -> list[str]:
    """Return the keys or ids that lead further from ``node``."""
    if isinstance(node, Mapping):
        return list(node.keys())
    return [name for item in node.items if (name := id_of(item))] if isinstance(node, Sequence) else []


def with_child(node: Node, path: list[str], new: Node | None) -> Node:
    """Return ``node`` with what ``path`` leads to replaced by ``new``, or removed for None."""
    if not path:
        assert new is not None
        return new
    segment, rest = path[0], path[1:]
    if isinstance(node, Mapping):
        entries = [_changed(entry, rest, new) if entry.key.text == segment else entry for entry in node.entries]
        return replace(node, entries=tuple(entry for entry in entries if entry is not None))
    assert isinstance(node, Sequence)
    items: list[Node] = []
    for item in node.items:
        if id_of(item) != segment:
            items.append(item)
        elif rest or new is not None:
            items.append(with_child(item, rest, new))
    return replace(node, items=tuple(items))


def _changed(entry: Entry, rest: list[str], new: Node | None) -> Entry | None:
    if not rest and new is None:
        return None
    return replace(entry, value=with_child(entry.value, rest, new))


def node_at(root: Node, path: Iterable[int | str]) -> Node:
    """Return what a path of keys and positions leads to, or the last thing it meets.

    Steps that lead nowhere (the tags a checker of unions puts in) are passed over.
    """
    node = root
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str):
            node = node.get(step) or node
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return node


def place_at(root: Node, path: Iterable[int | str]) -> Place:
    """Return the place of what a path of keys and positions leads to."""
    return node_at(root, path).place


def key_place(root: Node, path: tuple[int | str, ...]) -> Place:
    """Return the place of the key itself at the end of ``path``."""
    node = node_at(root, path[:-1])
    if isinstance(node, Mapping):
        for entry in node.entries:
            if entry.key.text == path[-1]:
                return entry.key.place
    return node.place


def innermost(old: Node, new: Node) -> tuple[Node, Node]:
    """Return the innermost parts in which two nodes differ: deeper as long as they have the same keys and differ in one of them only."""
    pairs = list(_beside(old, new))
    differing = [(first, second) for first, second in pairs if as_plain(first) != as_plain(second)]
    return innermost(*differing[0]) if len(differing) == 1 else (old, new)


def _beside(old: Node, new: Node) -> Iterator[tuple[Node, Node]]:
    """Yield what stands in two nodes of the same shape, side by side; nothing where they have other keys."""
    if isinstance(old, Mapping) and isinstance(new, Mapping) and set(old.keys()) == set(new.keys()):
        other = {entry.key.text: entry.value for entry in new.entries}
        yield from ((entry.value, other[entry.key.text]) for entry in old.entries)
    elif isinstance(old, Sequence) and isinstance(new, Sequence) and len(old.items) == len(new.items):
        yield from zip(old.items, new.items, strict=True)
