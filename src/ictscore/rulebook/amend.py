"""Amendments as overlays: a base document and ordered changes give the consolidated document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ictscore.documents import Entry, Mapping, Node, Sequence, Text
from ictscore.findings import Finding, finding
from ictscore.nearest import did_you_mean
from ictscore.places import Place
from ictscore.rulebook.identity import IDENTITY_KEYS
from ictscore.rulebook.nodes import as_plain, id_of, keys_of, step_into, with_child
from ictscore.words import N_, phrase

INHERITED = frozenset({"language", "jurisdiction", "complete"})
_OVERLAY_KEYS = frozenset({*IDENTITY_KEYS, "source", "amends", "changes", "sources"})
_CHANGE_KEYS = frozenset({"clause", "at", "expect", "expect_ids", "set", "add", "remove", "after", "first", "source", "note"})


class _Misfit(Exception):
    """A change that does not fit the base."""

    def __init__(self, found: Finding) -> None:
        super().__init__(found)
        self.finding = found


@dataclass(frozen=True, slots=True)
class Amended:
    """The consolidated document, what was wrong with the changes, and which clause each changed place comes from."""

    document: Mapping
    findings: tuple[Finding, ...]
    clauses: dict[Place, str]


def amend(base: Mapping, overlay: Mapping) -> Amended:
    """Return ``base`` with the identity and the changes of ``overlay``; changes that do not fit are findings and left out."""
    findings = [finding("RB508", entry.key.place, key=entry.key.text) for entry in overlay.entries if entry.key.text not in _OVERLAY_KEYS]
    document = _with_sources(_with_identity(base, overlay), overlay)
    clauses: dict[Place, str] = {}
    changes = overlay.get("changes")
    findings += _misshapen(overlay)
    for change in changes.items if isinstance(changes, Sequence) else ():
        try:
            document = _apply(document, change, clauses)
        except _Misfit as misfit:
            findings.append(misfit.finding)
    return Amended(document, tuple(findings), clauses)


def _misshapen(overlay: Mapping) -> Iterator[Finding]:
    """Yield changes that are no list and sources that are no keys: nothing of them would be applied."""
    for key, shape, name in (("changes", Sequence, N_("a list")), ("sources", Mapping, N_("a group of keys"))):
        node = overlay.get(key)
        if node is not None and not isinstance(node, shape):
            read = node.text if isinstance(node, Text) else phrase(N_("a group of keys") if isinstance(node, Mapping) else N_("a list"))
            yield finding("RB104", node.place, expected=phrase(name), read=read)


def _with_identity(base: Mapping, overlay: Mapping) -> Mapping:
    own = [entry for entry in overlay.entries if entry.key.text in {*IDENTITY_KEYS, "source"}]
    named = {entry.key.text for entry in own}
    gone = (set(IDENTITY_KEYS) - INHERITED) | named | {"source"}
    return replace(base, entries=(*own, *(entry for entry in base.entries if entry.key.text not in gone)), place=overlay.place)


def _with_sources(document: Mapping, overlay: Mapping) -> Mapping:
    own, old = overlay.get("sources"), document.get("sources")
    if not isinstance(own, Mapping):
        return document
    kept = [entry for entry in old.entries if entry.key.text not in set(own.keys())] if isinstance(old, Mapping) else []
    merged = Mapping((*kept, *own.entries), own.place)
    entries = [entry for entry in document.entries if entry.key.text != "sources"]
    return replace(document, entries=(*entries, Entry(Text("sources", own.place), merged)))


def _apply(document: Mapping, change: Node, clauses: dict[Place, str]) -> Mapping:
    if not isinstance(change, Mapping):
        raise _Misfit(finding("RB504", change.place))
    for entry in change.entries:
        if entry.key.text not in _CHANGE_KEYS:
            near = did_you_mean(entry.key.text, _CHANGE_KEYS)
            raise _Misfit(finding("RB101", entry.key.place, key=entry.key.text, nearest=near, known=tuple(sorted(_CHANGE_KEYS))))
    verbs = [verb for verb in ("set", "add", "remove") if change.get(verb) is not None]
    path, at = _path(change)
    if len(verbs) != 1:
        raise _Misfit(finding("RB504", change.place))
    for key in ("remove", "first"):
        said = change.get(key)
        if said is not None and as_plain(said) != "true":
            raise _Misfit(finding("RB103", said.place, read=as_plain(said), expected="true"))
    clause = change.get("clause")
    if isinstance(clause, Text):
        clauses.update(dict.fromkeys(_places(change), clause.text))
    result = {"set": _set, "remove": _remove, "add": _add}[verbs[0]](document, path, change, at)
    assert isinstance(result, Mapping)
    return result


def _path(change: Mapping) -> tuple[list[str], Place]:
    at = change.get("at")
    if not isinstance(at, Text) or not at.text.strip("/"):
        raise _Misfit(finding("RB102", change.place, key="at"))
    return at.text.strip("/").split("/"), at.place


def _places(node: Node) -> Iterator[Place]:
    yield node.place
    for child in node.items if isinstance(node, Sequence) else [entry.value for entry in node.entries] if isinstance(node, Mapping) else ():
        yield from _places(child)


def _find(document: Node, path: list[str], at: Place) -> Node:
    node = document
    for index, segment in enumerate(path):
        child = step_into(node, segment)
        if child is None:
            where = "/".join(path[:index]) or phrase(N_("the rulebook"))
            raise _Misfit(finding("RB501", at, read=segment, where=where, nearest=did_you_mean(segment, keys_of(node))))
        node = child
    return node


def _check_expectation(change: Mapping, old: Node) -> None:
    expect, ids = change.get("expect"), change.get("expect_ids")
    if expect is None and ids is None:
        raise _Misfit(finding("RB505", change.place))
    if ids is not None:
        wanted, found = as_plain(ids), [id_of(item) for item in old.items] if isinstance(old, Sequence) else as_plain(old)
        expect = ids
    else:
        assert expect is not None
        wanted, found = as_plain(expect), as_plain(old)
    if wanted != found:
        raise _Misfit(finding("RB502", expect.place, related=(old.place,), expected=_short(wanted), found=_short(found)))


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 120 else text[:117] + "…"  # noqa: PLR2004 - about a line


def _set(document: Node, path: list[str], change: Mapping, at: Place) -> Node:
    _check_expectation(change, _find(document, path, at))
    return with_child(document, path, change.get("set"))


def _remove(document: Node, path: list[str], change: Mapping, at: Place) -> Node:
    _check_expectation(change, _find(document, path, at))
    return with_child(document, path, None)


def _add(document: Node, path: list[str], change: Mapping, at: Place) -> Node:
    new = change.get("add")
    assert new is not None
    parent = _find(document, path[:-1], at)
    existing = step_into(parent, path[-1])
    if isinstance(existing, Sequence):
        return with_child(document, path, _inserted(existing, new, change, at))
    if existing is not None:
        raise _Misfit(finding("RB503", at, related=(existing.place,), where="/".join(path)))
    if not isinstance(parent, Mapping):
        raise _Misfit(finding("RB501", at, read=path[-1], where="/".join(path[:-1]), nearest=did_you_mean(path[-1], keys_of(parent))))
    added = replace(parent, entries=(*parent.entries, Entry(Text(path[-1], at), new)))
    return with_child(document, path[:-1], added)


def _inserted(old: Sequence, new: Node, change: Mapping, at: Place) -> Sequence:
    ids = [id_of(item) for item in old.items]
    if (own := id_of(new)) is not None and own in ids:
        raise _Misfit(finding("RB503", new.place, related=(old.items[ids.index(own)].place,), where=own))
    after = change.get("after")
    if isinstance(after, Text):
        if after.text not in ids:
            near = did_you_mean(after.text, [each for each in ids if each])
            raise _Misfit(finding("RB501", after.place, read=after.text, where=str(at), nearest=near))
        position = ids.index(after.text) + 1
    else:
        position = 0 if change.get("first") is not None else len(old.items)
    return replace(old, items=(*old.items[:position], new, *old.items[position:]))
