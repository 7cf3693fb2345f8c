"""Answers that have to be looked at together, because some criterion or condition looks at several of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from ictscore.exact import add_up
from ictscore.expr.nodes import GroupExtreme
from ictscore.expr.text import extreme_key
from ictscore.expr.values import Value, missing
from ictscore.scoring.plan import Leaf
from ictscore.whatif.domains import Domain
from ictscore.whatif.pieces import LeafPiece, Piece
from ictscore.whatif.reach import LINE, Reach, Span, reach, reach_of_value
from ictscore.whatif.rescoring import Changes, Rescorer

Box = Mapping[str, Span | tuple[bool | str, ...]]
"""The free answers, each with the span or the words it can still be."""


@dataclass
class Cluster:
    """Pieces that share answers, those of their answers that may change, and the criteria they need."""

    rescorer: Rescorer
    answers: tuple[str, ...]
    domains: Mapping[str, Domain]
    pieces: tuple[Piece, ...]
    leaves: tuple[Leaf, ...]
    buckets: frozenset[str] = frozenset()
    """The sections (or bonus, or deductions) its criteria count in."""
    _known: dict[tuple[tuple[str, Value], ...], Fraction | None] = field(default_factory=dict)

    def gain(self, changes: Changes) -> Fraction | None:
        """Return what the pieces bring with these changes, or None where they are not allowed."""
        key = tuple(changes.items())
        if key not in self._known:
            scope = self.rescorer.scope(changes)
            scores = self.rescorer.leaves(scope, self.leaves)
            self._known[key] = _together(piece.gain(scope, scores) for piece in self.pieces)
        return self._known[key]

    @cached_property
    def base(self) -> Fraction:
        """Return what the criteria bring now, whether or not that is allowed."""
        scope = self.rescorer.scope({})
        scores = self.rescorer.leaves(scope, self.leaves)
        counted = [each for each in self.pieces if isinstance(each, LeafPiece)]
        return add_up(gain for each in counted if (gain := each.gain(scope, scores)) is not None)

    def most(self, box: Box) -> Fraction | None:
        """Return the most the pieces can bring in a box, or None where nothing in it is allowed."""
        view = BoxView(self, box)
        own = {leaf.criterion.id: view.score(leaf) for leaf in self.leaves}
        return _together(piece.most(view, own) for piece in self.pieces)


def _together(gains: Iterable[Fraction | None]) -> Fraction | None:
    found = []
    for each in gains:
        if each is None:
            return None
        found.append(each)
    return add_up(found)


class BoxView:
    """The unit while the answers of a box are free."""

    def __init__(self, cluster: Cluster, box: Box) -> None:
        """Look at ``cluster`` in ``box``."""
        self._rescorer, self._box, self._points = cluster.rescorer, box, dict[str, Reach]()

    def score(self, leaf: Leaf) -> Reach:
        """Return what the formula of a criterion can come to, and remember it for those that look at its points."""
        found = reach(leaf.expr, self)
        span = found.span
        if leaf.policies or found.blanks or span is None:
            self._points[leaf.criterion.id] = Reach((min(leaf.criterion.min_points, Fraction(0)), leaf.criterion.max_points))
        else:
            self._points[leaf.criterion.id] = found
        return found

    def answer(self, identifier: str) -> Reach:
        """Return what an answer can be."""
        free = self._box.get(identifier)
        if free is None:
            return reach_of_value(self._rescorer.values.get(identifier, missing(identifier)))
        if len(free) == 2 and not isinstance(free[0], (bool, str)):  # noqa: PLR2004 - a span has two ends
            return Reach((free[0], free[1]))  # type: ignore[arg-type]
        return Reach(words=frozenset(each for each in free if isinstance(each, (bool, str))))

    def points(self, criterion: str) -> Reach:
        """Return what the points of another criterion can be; those of one with parts are not followed."""
        return self._points.get(criterion, Reach(LINE))

    def extreme(self, node: GroupExtreme) -> Reach:
        """Return what an extreme can be: another unit's value, or the unit's own where that is beyond it."""
        theirs, counted = self._rescorer.others(extreme_key(node), node)
        own = reach(node.of, self)
        if theirs is None or not isinstance(theirs, Fraction):
            return own if counted else Reach(blanks=frozenset(("fault",)))
        if not counted or own.span is None:
            return reach_of_value(theirs)
        beyond = _beyond(node.how, theirs, own.span)
        low, high = beyond
        if own.blanks:
            low, high = (None if low is None else min(low, theirs)), (None if high is None else max(high, theirs))
        return Reach((low, high))


def _beyond(how: str, theirs: Fraction, own: Span) -> Span:
    low, high = own
    if how == "highest":
        return theirs if low is None else max(low, theirs), None if high is None else max(high, theirs)
    return None if low is None else min(low, theirs), theirs if high is None else min(high, theirs)


def connected(things: Sequence[frozenset[str]]) -> Iterator[tuple[list[int], frozenset[str]]]:
    """Yield the groups of things (by position) that share names, each with all its names, in order of the first thing.

    >>> [found for found, _ in connected([frozenset("ab"), frozenset("c"), frozenset("bd")])]
    [[0, 2], [1]]
    """
    left = list(range(len(things)))
    while left:
        members = [left.pop(0)]
        names, grew = set(things[members[0]]), True
        while grew:
            near = [each for each in left if things[each] & names]
            grew = bool(near)
            for each in near:
                left.remove(each)
                members.append(each)
                names |= things[each]
        yield sorted(members), frozenset(names)
