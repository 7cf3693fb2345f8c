"""A document that does not fit its model, mended just enough that the rest of it can be checked; nothing mended is ever used."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as Sequence_
from dataclasses import dataclass, replace

from ictscore.documents import Entry, Mapping, Node, Sequence, Text
from ictscore.places import Place
from ictscore.rulebook.nodes import id_of, node_at

Path = tuple[int | str, ...]

SUMS = frozenset({"RB302", "RB307", "RB310", "RB313"})
UNUSED = frozenset({"RB210"})
TYPES = frozenset({"RB204", "RB206", "RB207"})
_STAND_INS = {"id": "", "name": "", "title": "", "label": "", "ref": "", "max_points": "0", "type": "number"}
"""What is put where a required key is missing; nothing means a text that no other place has."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """One thing that does not fit: where it stands, and what is wrong with it in the model's own words."""

    path: Path
    kind: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A document after mending, and what would only echo what was mended: codes, or a code with the id of the part it is about."""

    document: Mapping
    echoes: frozenset[str]


def mend(document: Mapping, misfits: Sequence_[Misfit]) -> Mended | None:
    """Return ``document`` with every misfit taken out or stood in for, or None where that cannot be done."""
    echoes: frozenset[str] = frozenset()
    # From the last to the first, so that taking out an item of a list moves nothing that is still to be looked at.
    for misfit in sorted(misfits, key=lambda each: [str(step).rjust(6, "0") for step in each.path], reverse=True):
        mended, more = _mend_one(document, misfit)
        if not isinstance(mended, Mapping):
            return None
        document, echoes = mended, echoes | more
    return Mended(document, echoes)


def _mend_one(document: Mapping, misfit: Misfit) -> tuple[Node | None, frozenset[str]]:
    path = misfit.path
    if "formula" in path:
        at = path[: path.index("formula") + 1]
        return _changed(document, at, _neutral_formula), UNUSED
    if not path:
        return None, frozenset()
    if misfit.kind == "missing":
        if path[-1] not in {*_STAND_INS, "decision"}:
            return None, frozenset()
        return _changed(document, path[:-1], lambda node: _with_stand_in(node, str(path[-1]))), _echoes_of(document, path)
    return _without(document, path), _echoes_of(document, path)


def _echoes_of(document: Mapping, path: Path) -> frozenset[str]:
    echoes = UNUSED | (TYPES if "answers" in path else frozenset())
    if "max_points" not in path and "parts" not in path:
        return echoes
    above = (node_at(document, path[:length]) for length in range(1, len(path) + 1))
    return echoes | SUMS | {f"RB301 {name}" for node in above if isinstance(node, Mapping) and (name := id_of(node))}


def _changed(node: Node, path: Path, change: Callable[[Node], Node]) -> Node:
    """Return ``node`` with what ``path`` leads to changed; a path that leads nowhere changes nothing."""
    if not path:
        return change(node)
    step, rest = path[0], path[1:]
    if isinstance(node, Mapping):
        entries = (replace(each, value=_changed(each.value, rest, change)) if each.key.text == step else each for each in node.entries)
        return replace(node, entries=tuple(entries))
    if isinstance(node, Sequence) and isinstance(step, int):
        items = (_changed(item, rest, change) if index == step else item for index, item in enumerate(node.items))
        return replace(node, items=tuple(items))
    return node


def _without(document: Mapping, path: Path) -> Node:
    """Return ``document`` without the key or item at ``path``; a scalar that is no key or item takes the one above it along."""
    parent = node_at(document, path[:-1])
    step = path[-1]

    def drop(node: Node) -> Node:
        if isinstance(node, Mapping):
            return replace(node, entries=tuple(each for each in node.entries if each.key.text != step))
        if isinstance(node, Sequence) and isinstance(step, int):
            return replace(node, items=tuple(item for index, item in enumerate(node.items) if index != step))
        return node

    return _changed(document, path[:-1], drop) if not isinstance(parent, Text) else _without(document, path[:-1])


def _neutral_formula(node: Node) -> Node:
    return _mapping(node.place, kind="formula", expr="0")


def _with_stand_in(node: Node, key: str) -> Node:
    if not isinstance(node, Mapping):
        return node
    place = node.place
    text = _STAND_INS.get(key) or f"x{place.line}_{place.column}"
    stand_in: Node = Mapping((), place) if key == "decision" else Text(text, place)
    return replace(node, entries=(*node.entries, Entry(Text(key, place), stand_in)))


def _mapping(place: Place, **values: str) -> Mapping:
    return Mapping(tuple(Entry(Text(key, place), Text(value, place)) for key, value in values.items()), place)
