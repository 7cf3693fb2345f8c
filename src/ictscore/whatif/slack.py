"""By how much sums over clusters may fall short of the truth: what roundings, limits and floors can do at most."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from fractions import Fraction

from ictscore.exact import ONE, ZERO, add_up
from ictscore.expr.nodes import NoValue
from ictscore.rulebook.results import Extra
from ictscore.whatif.clusters import Cluster
from ictscore.whatif.counting import LeafPiece
from ictscore.whatif.lines import Line
from ictscore.whatif.pieces import Piece, WholePiece
from ictscore.whatif.rescoring import Rescorer


def slack_of(rescorer: Rescorer, line: Line, way: int, pieces: Sequence[LeafPiece], clusters: Iterable[Cluster]) -> Fraction:
    """Return what has to be allowed for when points are added up cluster by cluster to get to a line (``way`` −1: below it).

    Where the line itself can fall, ``line`` is the lowest that it may come to.
    """
    limits = _where_more_is_wanted(rescorer, line, pieces) if way > 0 else _where_less_is_wanted(rescorer, line, pieces, clusters)
    return add_up([*_rounding(rescorer, pieces), *limits])


def _rounding(rescorer: Rescorer, pieces: Iterable[LeafPiece]) -> Iterator[Fraction]:
    """Yield what sections rounded by themselves differ by at most, and parts that were rounded, raised and rounded again."""
    rounding = rescorer.rulebook.rounding
    if rounding.section is not None:
        yield Fraction(len(rescorer.plan.sections), 10**rounding.section)
    if rounding.criterion is not None:
        grain = Fraction(1, 10**rounding.criterion)
        yield from (grain * (each.counting.factor + ONE) * 2 for each in pieces if each.leaf.above and each.counting.factor != 1)


def _where_more_is_wanted(rescorer: Rescorer, line: Line, pieces: Iterable[LeafPiece]) -> Sequence[Fraction]:
    """Return what deductions take off less than their sum: they are limited, or stop at a floor."""
    extra = rescorer.plan.deductions
    if extra is None:
        return []
    at_floor = extra.floor is not None and (extra.floor > 0 or line.share < 0 if line.share else line.need <= extra.floor)
    most = add_up(_at_most(each) for each in _among(pieces, extra))
    return [most if at_floor else _beyond_limit(extra, most)]


def _where_less_is_wanted(rescorer: Rescorer, line: Line, pieces: Iterable[LeafPiece], clusters: Iterable[Cluster]) -> Sequence[Fraction]:
    """Return what a bonus brings less than its sum: it is limited, or stops at the maximum.

    Who wants fewer points raises no bonus for its own sake: it is as large as it is, except where answers move other points as well.
    """
    extra = rescorer.plan.bonus
    if extra is None:
        return []
    bonus = _among(pieces, extra)
    inside = {each.leaf.criterion.id for each in bonus}
    mixed = [each for cluster in clusters if not all(_is_only(piece, inside) for piece in cluster.pieces) for each in cluster.leaves]
    moving = {each.criterion.id for each in mixed}
    most = add_up(_at_most(each) if each.leaf.criterion.id in moving else _now(rescorer, each) for each in bonus)
    if not extra.above_maximum and _may_stop(rescorer, line):
        return [most]
    return [_beyond_limit(extra, most)]


def _is_only(piece: Piece, inside: Container[str]) -> bool:
    if isinstance(piece, LeafPiece):
        return piece.leaf.criterion.id in inside and piece.only is None
    return isinstance(piece, WholePiece)


def _among(pieces: Iterable[LeafPiece], extra: Extra) -> Sequence[LeafPiece]:
    inside = {leaf.id for each in extra.criteria for leaf in each.leaves()}
    return [each for each in pieces if each.leaf.criterion.id in inside]


def _now(rescorer: Rescorer, piece: LeafPiece) -> Fraction:
    return piece.counting.counted(rescorer.now[piece.leaf.criterion.id].points)


def _at_most(piece: LeafPiece) -> Fraction:
    return piece.counting.counted(piece.leaf.criterion.max_points)


def _may_stop(rescorer: Rescorer, line: Line) -> bool:
    """Return whether a unit at the line may have come to the maximum, where a bonus stops."""
    if line.share:
        return line.share >= 1
    drops = any(leaf.policies or any(isinstance(node, NoValue) for node in leaf.expr.walk()) for leaf in rescorer.plan.leaves)
    return drops or line.need >= rescorer.unit.max_points


def _beyond_limit(extra: Extra, most: Fraction) -> Fraction:
    return ZERO if extra.max_points is None else max(ZERO, most - extra.max_points)
