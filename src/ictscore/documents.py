"""YAML as text with places: every scalar keeps its wording, its line and its column."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from ictscore.errors import RulebookRefused
from ictscore.findings import Finding, finding
from ictscore.places import Place

MAX_BYTES = 1_000_000
MAX_EVENTS = 60_000
MAX_DEPTH = 20
MAX_SCALAR, MAX_BLOCK_SCALAR, MAX_KEY = 2_000, 20_000, 200

_TOO_DEEP = "nesting depth"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar: the text as written. ``quoted`` tells ``"10"`` from ``10``."""

    text: str
    place: Place
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping with what stands under it."""

    key: Text
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, in the order written; keys are unique."""

    entries: tuple[Entry, ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """Return what stands under ``key``, or None."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)

    def keys(self) -> Iterator[str]:
        """Yield the keys in order."""
        return (entry.key.text for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Items, in the order written."""

    items: tuple[Node, ...]
    place: Place


Node = Text | Mapping | Sequence


def read_document(data: bytes, name: str) -> Node:
    """Return the one YAML document in ``data``; ``name`` is what places call the file.

    Raises RulebookRefused with every duplicate key, or with the first thing that stops reading.
    """
    root, findings = parse_document(data, name)
    if findings:
        raise RulebookRefused(*findings)
    return root


def parse_document(data: bytes, name: str) -> tuple[Node, tuple[Finding, ...]]:
    """Return the document, of two equal keys the first, with a finding for each duplicate key.

    Raises RulebookRefused with the first thing that stops reading: not UTF-8, too large, a tab, a tag, an anchor, nesting past 20
    levels, a second document.
    """
    reader = _Reader(name, _decode(data, name))
    return reader.read(), tuple(reader.findings)


def excerpt_at(text: str, place: Place) -> str:
    """Return the line of ``text`` at ``place`` with a caret under the column."""
    lines = text.splitlines()
    if not 1 <= place.line <= len(lines):
        return ""
    number = f"{place.line} | "
    line = lines[place.line - 1].replace("\t", " ")
    start = max(0, place.column - 80)
    return f"{number}{line[start : start + 120]}\n{' ' * (len(number) + place.column - 1 - start)}^"


def _decode(data: bytes, name: str) -> str:
    if len(data) > MAX_BYTES:
        raise RulebookRefused(finding("RB001", Place(name), limit=MAX_BYTES, size=len(data)))
    try:
        text = unicodedata.normalize("NFC", data.decode("utf-8-sig"))  # composed and decomposed letters are the same to people
    except UnicodeDecodeError:
        raise RulebookRefused(finding("RB002", Place(name))) from None
    if "\0" in text:
        raise RulebookRefused(finding("RB002", Place(name)))
    return text


class _Reader:
    """Turns the parser's events into nodes, refusing what a rulebook needs no use of."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text
        self.findings: list[Finding] = []
        self._events = iter(())  # type: Iterator[Any]
        self._seen = 0

    def read(self) -> Node:
        self._refuse_tabs()
        return self._read_by(_Loader)

    def _read_by(self, loader_class: Any) -> Node:
        loader = loader_class(self.text)
        try:
            self._events = iter(lambda: loader.get_event() if loader.check_event() else None, None)
            return self._only_document()
        except yaml.MarkedYAMLError as error:
            if _TOO_DEEP in str(error.problem) and loader_class is not yaml.SafeLoader:
                # The C scanner looks ahead and stops at a depth of its own, before we are told of ours; the other one has no such depth.
                self._seen = 0
                return self._read_by(yaml.SafeLoader)
            mark = error.problem_mark or error.context_mark
            raise self._refused("RB003", self._place(mark) if mark else Place(self.name), problem=str(error.problem or "")) from None
        except yaml.YAMLError as error:
            raise self._refused("RB003", Place(self.name, 1, 1), problem=str(error).splitlines()[0]) from None
        finally:
            loader.dispose()

    def _refuse_tabs(self) -> None:
        for number, line in enumerate(self.text.split("\n"), 1):
            blank = line[: len(line) - len(line.lstrip())]
            if "\t" in blank:
                raise self._refused("RB004", Place(self.name, number, blank.index("\t") + 1))

    def _only_document(self) -> Node:
        self._next()
        self._skip_to_content()
        root = self._node(self._next(), 1)
        self._next()  # the document's end
        after = self._next()
        if isinstance(after, yaml.DocumentStartEvent):
            raise self._refused("RB005", self._place(after.start_mark))
        return root

    def _skip_to_content(self) -> None:
        if not isinstance(self._next(), yaml.DocumentStartEvent):
            raise self._refused("RB006", Place(self.name, 1, 1))

    def _next(self) -> Any:
        self._seen += 1
        event = next(self._events, None)
        if event is not None and self._seen > MAX_EVENTS:
            raise self._refused("RB007", self._place(event.start_mark), limit=MAX_EVENTS)
        return event

    def _node(self, event: Any, depth: int) -> Node:
        place = self._place(event.start_mark)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self._refused("RB008", place)
        if event.tag is not None and event.tag != "!":
            raise self._refused("RB009", place, read=event.tag)
        if depth > MAX_DEPTH:
            raise self._refused("RB010", place, limit=MAX_DEPTH)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(place, depth)
        return self._mapping(place, depth)

    def _scalar(self, event: Any, place: Place) -> Text:
        limit = MAX_BLOCK_SCALAR if event.style in ("|", ">") else MAX_SCALAR
        if len(event.value) > limit:
            raise self._refused("RB011", place, limit=limit)
        return Text(event.value, place, quoted=event.style in ("'", '"'))

    def _sequence(self, place: Place, depth: int) -> Sequence:
        items = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Sequence(tuple(items), place)

    def _mapping(self, place: Place, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, depth)
            value = self._node(self._next(), depth + 1)
            if key.text in entries:
                self._found("RB013", key.place, related=(entries[key.text].key.place,), key=key.text)
            else:
                entries[key.text] = Entry(key, value)
        return Mapping(tuple(entries.values()), place)

    def _key(self, event: Any, depth: int) -> Text:
        key = self._node(event, depth + 1)
        if not isinstance(key, Text) or len(key.text) > MAX_KEY or key.text == "<<":
            raise self._refused("RB012", key.place)
        return key

    def _place(self, mark: Any) -> Place:
        return Place(self.name, mark.line + 1, mark.column + 1)

    def _found(self, code: str, place: Place, related: tuple[Place, ...] = (), **values: Any) -> None:
        self.findings.append(finding(code, place, related=related, excerpt=excerpt_at(self.text, place), **values))

    def _refused(self, code: str, place: Place, **values: Any) -> RulebookRefused:
        return RulebookRefused(finding(code, place, excerpt=excerpt_at(self.text, place), **values))
