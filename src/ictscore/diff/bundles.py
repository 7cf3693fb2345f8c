"""Changes that can only be made together are one bundle; bundles can be made one by one, in any order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ictscore.diff.change import Change
from ictscore.diff.links import Link, links_among
from ictscore.diff.switches import Switch, switch_of
from ictscore.rulebook.model import Rulebook


@dataclass(frozen=True, slots=True)
class Bundle:
    """Changes that are made together, the switches that make them, and why they cannot be separated."""

    switches: frozenset[Switch]
    changes: tuple[Change, ...]
    why: tuple[str, ...] = ()


class Union:
    """Sets that grow together."""

    def __init__(self, items: Iterable[Switch]) -> None:
        """Begin with every item by itself."""
        self._above: dict[Switch, Switch] = {each: each for each in items}
        self.why: dict[Switch, set[str]] = {}

    def top(self, item: Switch) -> Switch:
        """Return what stands for the set of an item."""
        while self._above[item] != item:
            item = self._above[item]
        return item

    def join(self, link: Link) -> None:
        """Put two sets together; items that are not known are passed over."""
        if link.first in self._above and link.second in self._above:
            first, second = sorted((self.top(link.first), self.top(link.second)))
            reasons = self.why.pop(second, set()) | self.why.get(first, set())
            self.why[first] = reasons | ({link.why} if first != second or reasons else set())
            self._above[second] = first


def bundles_of(changes: Sequence[Change], old: Rulebook, new: Rulebook, more: Iterable[Link] = ()) -> tuple[Bundle, ...]:
    """Return the bundles of the changes that can change a result, in the order of the changes; ``more`` are links found later."""
    switches = {change: switch for change in changes if (switch := switch_of(change)) is not None}
    union = Union(switches.values())
    for link in (*links_among(frozenset(switches.values()), old, new), *more):
        union.join(link)
    return tuple(_bundles(switches, union))


def _bundles(switches: dict[Change, Switch], union: Union) -> Iterator[Bundle]:
    together: dict[Switch, list[Change]] = {}
    for change, switch in switches.items():
        together.setdefault(union.top(switch), []).append(change)
    for top, changes in together.items():
        own = frozenset(switches[each] for each in changes)
        yield Bundle(own, tuple(changes), tuple(sorted(union.why.get(top, ()))) if len(own) > 1 else ())
