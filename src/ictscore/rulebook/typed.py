"""A document becomes a model; every way it does not fit becomes a finding at its line and column."""

from __future__ import annotations

import re
from collections.abc import Mapping as Dict
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ictscore.documents import Node, Text
from ictscore.findings import Finding, finding
from ictscore.formulas.kinds import KINDS
from ictscore.nearest import did_you_mean, nearest
from ictscore.rulebook.mending import Misfit
from ictscore.rulebook.nodes import as_plain, key_place, node_at, place_at
from ictscore.rulebook.shape import known_keys
from ictscore.words import N_, phrase

Model = TypeVar("Model", bound=BaseModel)
Path = tuple[int | str, ...]
_KEY = "[key]"
"""How a checker names a key that is wrong, behind the key itself."""


def _written(loc: Path) -> Path:
    """Return where an error stands in the document: its location without the formula kinds, which a checker of unions puts in."""
    return tuple(step for index, step in enumerate(loc) if not (step in KINDS and _follows_formula(loc[:index])))


def _follows_formula(before: Path) -> bool:
    """Return whether a path ends in a key ``formula``, and not in the kind of that name."""
    run = 0
    while run < len(before) and before[-1 - run] == "formula":
        run += 1
    return run % 2 == 1


def read_model(model: type[Model], root: Node) -> tuple[Model | None, tuple[Finding, ...]]:
    """Return ``root`` as a ``model``, or None with everything that does not fit."""
    try:
        return model.model_validate(as_plain(root)), ()
    except ValidationError as error:
        errors = error.errors(include_url=False)
        misspelt = _misspelt(model, errors)
        told = [each for each in errors if not _is_echo(each) and each["loc"] not in misspelt]
        found = [_finding(model, root, each) for each in (told or errors)]
        return None, tuple(_once(found))


def _misspelt(model: type[BaseModel], errors: list[Any]) -> set[Path]:
    """Return the keys that unknown keys beside them were probably meant to be; that those are missing need not be told."""
    found: set[Path] = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            above = tuple(error["loc"])[:-1]
            meant = nearest(str(error["loc"][-1]), known_keys(model, above))
            found |= {(*above, meant)} if meant else set()
    return found


def misfits_of(model: type[BaseModel], root: Node) -> tuple[Misfit, ...]:
    """Return where ``root`` does not fit ``model``, in the model's own words."""
    try:
        model.model_validate(as_plain(root))
    except ValidationError as error:
        found = [each for each in error.errors(include_url=False) if not _is_echo(each)]
        return tuple(dict.fromkeys(Misfit(_written(each["loc"]), each["type"]) for each in found))
    return ()


def _is_echo(error: Any) -> bool:
    """Return whether a list is only called too short because its items were refused, which is said by itself."""
    return bool(error["type"] == "too_short" and error.get("input"))


def _once(findings: list[Finding]) -> list[Finding]:
    seen: dict[tuple[object, str], Finding] = {}
    for each in findings:
        seen.setdefault((each.place, each.code), each)
    return list(seen.values())


def _finding(model: type[BaseModel], root: Node, error: Any) -> Finding:
    path = _written(error["loc"])
    kind, context = error["type"], dict(error.get("ctx") or {})
    if kind.startswith("RB"):
        return _own(root, path, kind, context)
    if kind == "extra_forbidden":
        known = known_keys(model, tuple(error["loc"])[:-1])
        key = str(path[-1])
        if as_plain(node_at(root, path)) == "":
            return finding("RB111", key_place(root, path), key=key)
        return finding("RB101", key_place(root, path), key=key, nearest=did_you_mean(key, known), known=known)
    if kind in {"missing", "union_tag_not_found"}:
        key = "kind" if kind == "union_tag_not_found" else str(path[-1])
        return finding("RB102", place_at(root, path[:-1] if kind == "missing" else path), key=key)
    if kind in {"literal_error", "union_tag_invalid"}:
        return _wrong_word(root, path, kind, context)
    return _wrong_shape(root, path, kind, error)


def _own(root: Node, path: Path, code: str, context: Dict[str, Any]) -> Finding:
    values = {name: value for name, value in context.items() if name not in {"code", "offset"}}
    place = place_at(root, path)
    if "offset" in context:
        place = place.moved(int(context["offset"]) + _is_quoted(root, path))
    return finding(code, place, **values)


def _is_quoted(root: Node, path: Path) -> int:
    node = node_at(root, path)
    return int(isinstance(node, Text) and node.quoted)


def _wrong_word(root: Node, path: Path, kind: str, context: Dict[str, Any]) -> Finding:
    known = tuple(re.findall(r"'([^']*)'", str(context.get("expected") or context.get("expected_tags"))))
    if path[-1] == _KEY:
        read = str(path[-2])
        return finding("RB105", key_place(root, path[:-1]), read=read, nearest=did_you_mean(read, known), known=known)
    where = (*path, "kind") if kind == "union_tag_invalid" else path
    place = place_at(root, where)
    read = str(context.get("tag") or as_plain(node_at(root, where)))
    return finding("RB105", place, read=read, nearest=did_you_mean(read, known), known=known)


_SHAPES = {
    "model_type": N_("a group of keys"),
    "model_attributes_type": N_("a group of keys"),
    "dict_type": N_("a group of keys"),
    "tuple_type": N_("a list"),
    "list_type": N_("a list"),
    "too_short": N_("a list with at least one item"),
    "too_long": N_("a shorter list"),
    "greater_than_equal": N_("a larger number"),
    "less_than_equal": N_("a smaller number"),
}


def _wrong_shape(root: Node, path: Path, kind: str, error: Any) -> Finding:
    expected = phrase(_SHAPES[kind]) if kind in _SHAPES else error["msg"]
    given = error.get("input")
    read: object = phrase(N_("a list")) if isinstance(given, (list, tuple)) else phrase(N_("a group of keys"))
    return finding("RB104", place_at(root, path), expected=expected, read=read if isinstance(given, (list, tuple, dict)) else str(given))
