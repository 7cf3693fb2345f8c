"""Answers that have to be looked at together, because some criterion or condition looks at several of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from ictscore.exact import add_up
from ictscore.expr.nodes import GroupExtreme
from ictscore.expr.values import missing
from ictscore.scoring.plan import Leaf
from ictscore.scoring.records import CriterionScore
from ictscore.scoring.unit import UnitScope
from ictscore.whatif.counting import LeafPiece, is_within
from ictscore.whatif.domains import Domain
from ictscore.whatif.pieces import Piece
from ictscore.whatif.reach import Reach, reach, reach_of_value
from ictscore.whatif.rescoring import Changes, Rescorer
from ictscore.whatif.spans import LINE, Span

Box = Mapping[str, Span | tuple[bool | str, ...]]
"""The free answers, each with the span or the words it can still be; ``()`` where it is declared not applicable."""

Known = tuple[dict[tuple[int, ...], Fraction | None], dict[tuple[tuple[int, int], ...], Fraction | None]]


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
    _known: dict[tuple[int, tuple[str, ...]], Known] = field(default_factory=dict)
    _gains: dict[tuple[object, ...], Fraction | None] = field(default_factory=dict)
    _mosts: dict[tuple[object, ...], Fraction | None] = field(default_factory=dict)

    def known(self, index: int, free: tuple[str, ...]) -> Known:
        """Return what somebody remembers of a piece while these of its answers are free: gains by point, mosts by cells."""
        return self._known.setdefault((index, free), ({}, {}))

    def gain(self, changes: Changes) -> Fraction | None:
        """Return what the pieces bring with these changes, or None where they are not allowed."""
        if not changes:
            return self._unchanged
        return self._gain(changes)

    @cached_property
    def _unchanged(self) -> Fraction | None:
        return self._gain({})

    def _gain(self, changes: Changes) -> Fraction | None:
        found: list[Fraction] = []
        books = _Scores(self, changes)
        for index, names in enumerate(self.names):
            key = (index, *((changes.get(name) for name in names) if self.is_simple else changes.items()))
            if key not in self._gains:
                self._gains[key] = self.pieces[index].gain(books.scope, books)
            gain = self._gains[key]
            if gain is None:
                return None
            found.append(gain)
        return add_up(found)

    def piece_gain(self, index: int, changes: Changes) -> Fraction | None:
        """Return what one piece brings with these changes; not remembered."""
        books = _Scores(self, changes)
        return self.pieces[index].gain(books.scope, books)

    @cached_property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """Return for each piece which of the answers that may change it looks at."""
        return tuple(tuple(name for name in self.answers if name in piece.names) for piece in self.pieces)

    @cached_property
    def is_simple(self) -> bool:
        """Return whether no piece looks at the points of another, so that each is a matter of its own answers."""
        return not any(name.startswith("points:") for piece in self.pieces for name in piece.names)

    @cached_property
    def base(self) -> Fraction:
        """Return what the criteria bring now, whether or not that is allowed."""
        scope = self.rescorer.scope({})
        scores = self.rescorer.leaves(scope, self.leaves)
        counted = [each for each in self.pieces if isinstance(each, LeafPiece)]
        return add_up(gain for each in counted if (gain := each.gain(scope, scores)) is not None)

    def most(self, box: Box) -> Fraction | None:
        """Return the most the pieces can bring in a box, or None where nothing in it is allowed."""
        found = list[Fraction]()
        for index, names in enumerate(self.names):
            key = (index, *((box.get(name) for name in names) if self.is_simple else box.items()))
            if key not in self._mosts:
                self._mosts[key] = self.piece_most(index, box)
            most = self._mosts[key]
            if most is None:
                return None
            found.append(most)
        return add_up(found)

    def piece_most(self, index: int, box: Box) -> Fraction | None:
        """Return the most that one piece can bring in a box; not remembered."""
        view = BoxView(self.rescorer, box)
        if not self.is_simple:
            for leaf in self.leaves:
                view.score(leaf)
        return self.pieces[index].most(view)


class _Scores(dict[str, CriterionScore]):
    """The scores of a cluster's criteria with changes, each made when it is asked for."""

    def __init__(self, cluster: Cluster, changes: Changes) -> None:
        """Score nothing yet."""
        super().__init__()
        self._cluster, self._changes = cluster, changes

    @cached_property
    def scope(self) -> UnitScope:
        """Return the unit with the changes."""
        return self._cluster.rescorer.scope(self._changes)

    def __missing__(self, criterion: str) -> CriterionScore:
        """Score a criterion; where some look at the points of others, all in order."""
        cluster = self._cluster
        alone = cluster.is_simple
        wanted = [each for each in cluster.leaves if each.criterion.id == criterion] if alone else cluster.leaves
        self.update(cluster.rescorer.leaves(self.scope, wanted))
        return self[criterion]


class BoxView:
    """The unit while the answers of a box are free."""

    def __init__(self, rescorer: Rescorer, box: Box) -> None:
        """Look at a unit in ``box``."""
        self._rescorer, self._box = rescorer, box
        self._points: dict[str, Reach] = {}
        self._scored: dict[str, Reach] = {}
        self._extremes: dict[str, Reach] = {}

    def score(self, leaf: Leaf) -> Reach:
        """Return what the formula of a criterion can come to, and remember it for those that look at its points."""
        if leaf.criterion.id in self._scored:
            return self._scored[leaf.criterion.id]
        found = self._scored[leaf.criterion.id] = reach(leaf.expr, self)
        self._points[leaf.criterion.id] = self._points_of(leaf, found)
        return found

    def _points_of(self, leaf: Leaf, found: Reach) -> Reach:
        """Return what others see of a criterion: points that somebody gave, else what its formula gives; an error has none."""
        now, criterion = self._rescorer.now[leaf.criterion.id], leaf.criterion
        if now.given_by is not None:
            return Reach((now.points, now.points))
        is_sure = now.status != "error" and is_within(found.span, criterion)
        is_formula = is_sure and not leaf.policies and not found.blanks
        return found if is_formula else Reach((min(criterion.min_points, Fraction(0)), criterion.max_points))

    def answer(self, identifier: str) -> Reach:
        """Return what an answer can be."""
        free = self._box.get(identifier)
        if free == ():
            return Reach(blanks=frozenset(("not_applicable",)))
        if free is None:
            return reach_of_value(self._rescorer.values.get(identifier, missing(identifier)))
        if len(free) == 2 and not isinstance(free[0], (bool, str)):  # noqa: PLR2004 - a span has two ends
            return Reach((free[0], free[1]))
        return Reach(words=frozenset(each for each in free if isinstance(each, (bool, str))))

    def points(self, criterion: str) -> Reach:
        """Return what the points of another criterion can be; those of one with parts are not followed."""
        return self._points.get(criterion, Reach(LINE))

    def extreme(self, node: GroupExtreme) -> Reach:
        """Return what an extreme can be: another unit's value, or the unit's own where that is beyond it."""
        key = self._rescorer.key(node)
        if key not in self._extremes:
            self._extremes[key] = self._extreme(key, node)
        return self._extremes[key]

    def _extreme(self, key: str, node: GroupExtreme) -> Reach:
        theirs, counted = self._rescorer.others(key, node)
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
