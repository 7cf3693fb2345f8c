"""The controls that a worksheet itself names: those of the kind ActiveX, and those that say in a part of their own whether they are set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ictscore.survey.sheets.container import Container
from ictscore.survey.sheets.limits import Limits
from ictscore.survey.sheets.markup import Path, walk
from ictscore.survey.sheets.package import Relationship, target_of

_SIDES = ("from", "to")
_PLACES = ("col", "colOff", "row", "rowOff")
_NO_ANSWERS = frozenset({
    "D7053240-CE69-11CD-A777-00DD01143C57", "978C9E23-D4B0-11CE-BF2D-00AA003F40D0", "4C599241-6926-101B-9992-00000B65C6F9",
    "6E182020-F460-11CE-9BCD-00AA00608E01",
})  # fmt: skip
"""The kinds of ActiveX controls that nobody answers in: buttons to click, labels, pictures and frames."""


class NamedControl(NamedTuple):
    """A control as its worksheet names it: its shape, the part that says more, its name, the cell it writes to, and its corners.

    The corners are left, top, right and bottom, each a column or row from 0 with a part of it; there are none in older workbooks.
    """

    shape: str
    pointer: str
    name: str
    link: str = ""
    corners: tuple[int, ...] = ()


class State(NamedTuple):
    """What the own part of a control says: what it is, whether it is set, and the cell it writes to."""

    kind: str
    is_set: bool
    link: str


class NamedControls:
    """Takes the controls of one worksheet, names of other namespaces marked; programs name each twice, for older ones too."""

    __slots__ = ("_corners", "_found", "_last", "_open", "_side")

    def __init__(self) -> None:
        """Begin without any."""
        self._found: dict[str, NamedControl] = {}
        self._last: NamedControl | None = None
        self._corners: dict[tuple[str, str], int] = {}
        self._side = self._open = ""

    def start(self, name: str, attributes: Mapping[str, str], parts: list[str]) -> None:
        """Take an element behind the rows; ``parts`` is the text that came since the one before."""
        self._end(parts)
        if name == "control":
            self._settle()
            pointer = next((value for key, value in attributes.items() if key.endswith(" id")), "")
            self._last = NamedControl(attributes.get("shapeId", ""), pointer, attributes.get("name", ""))
        elif self._last is None:
            return
        elif name == "controlPr":
            self._last = self._last._replace(link=attributes.get("linkedCell", ""))
        elif name in _SIDES:
            self._side = name
        elif name.startswith("?") and name[1:] in _PLACES:
            self._open = name[1:]
            parts.clear()

    def controls(self, parts: list[str]) -> tuple[NamedControl, ...]:
        """Return the controls."""
        self._end(parts)
        self._settle()
        return tuple(self._found.values())

    def _end(self, parts: list[str]) -> None:
        said = "".join(parts).strip() if self._open else ""
        if said.lstrip("-").isdecimal():
            self._corners[self._side, self._open] = int(said[:12])
        self._open = ""

    def _settle(self) -> None:
        """Keep the control that was named last."""
        corners = tuple(self._corners.get((side, place), -1) for side in _SIDES for place in _PLACES)
        if self._last is not None:
            is_said = len(self._corners) == len(corners)
            self._found.setdefault(self._last.pointer, self._last._replace(corners=corners if is_said else ()))
        self._last = None
        self._corners.clear()


def active_among(
    named: Sequence[NamedControl], container: Container, pointers: Sequence[Relationship], limits: Limits
) -> Iterator[NamedControl]:
    """Yield the controls of the kind ActiveX in which people may answer."""
    for each, pointer in _pointed(named, pointers, "control"):
        said = _said_in(container, target_of(container, pointer), limits)
        kind = next((value for key, value in said.items() if key.rpartition(" ")[2] == "classid"), "")
        if kind.strip("{}").upper() not in _NO_ANSWERS:
            yield each


def set_among(named: Sequence[NamedControl], container: Container, pointers: Sequence[Relationship], limits: Limits) -> Iterator[State]:
    """Yield what the own parts of the other controls say."""
    for _, pointer in _pointed(named, pointers, "ctrlProp"):
        said = _said_in(container, target_of(container, pointer), limits)
        yield State(said.get("objectType", ""), said.get("checked") == "Checked", said.get("fmlaLink", ""))


def _pointed(named: Sequence[NamedControl], pointers: Sequence[Relationship], kind: str) -> Iterator[tuple[NamedControl, Relationship]]:
    by_id = {each.id: each for each in pointers if each.kind == kind}
    yield from ((each, by_id[each.pointer]) for each in named if each.pointer in by_id)


def _said_in(container: Container, part: str, limits: Limits) -> Mapping[str, str]:
    """Return the attributes of the first element of a part."""
    said: dict[str, str] = {}

    def start(path: Path, attributes: Mapping[str, str]) -> None:
        if len(path) == 1:
            said.update(attributes)

    walk(container.read(part), start, limits=limits)
    return said
