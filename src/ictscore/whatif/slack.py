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
    """Return what has to be allowed for when points are added up cluster by cluster to get to a line (``way`` −1: below it)."""
    limits = _where_more_is_wanted(rescorer, line) if way > 0 else _where_less_is_wanted(rescorer, line, pieces, clusters)
    return add_up([*_rounding(rescorer, pieces), *limits])


def _rounding(rescorer: Rescorer, pieces: Iterable[LeafPiece]) -> Iterator[Fraction]:
    """Yield what sections rounded by themselves differ by at most, and parts that were rounded, raised and rounded again."""
    rounding = rescorer.rulebook.rounding
    if rounding.section is not None:
        yield Fraction(len(rescorer.plan.sections), 10**rounding.section)
    if rounding.criterion is not None:
        grain = Fraction(1, 10**rounding.criterion)
        yield from (grain * (each.counting.factor + ONE) * 2 for each in pieces if each.leaf.above and each.counting.factor != 1)


def _where_more_is_wanted(rescorer: Rescorer, line: Line) -> Sequence[Fraction]:
    """Return what deductions take off less than their sum: they are limited, or stop at a floor."""
    extra = rescorer.plan.deductions
    if extra is None:
        return []
    at_floor = extra.floor is not None and (extra.floor > 0 if line.share else line.need <= extra.floor)
    return [_most(extra) if at_floor else _beyond_limit(extra)]


def _where_less_is_wanted(rescorer: Rescorer, line: Line, pieces: Iterable[LeafPiece], clusters: Iterable[Cluster]) -> Sequence[Fraction]:
    """Return what a bonus brings less than its sum: it is limited, or stops at the maximum.

    Who wants fewer points raises no bonus for its own sake: it is as large as it is, except where answers move other points as well.
    """
    extra = rescorer.plan.bonus
    if extra is None:
        return []
    inside = {leaf.id for each in extra.criteria for leaf in each.leaves()}
    bonus = [each for each in pieces if each.leaf.criterion.id in inside]
    mixed = [each for cluster in clusters if not all(_is_only(piece, inside) for piece in cluster.pieces) for each in cluster.leaves]
    moving = {each.criterion.id for each in mixed}
    most = add_up(_at_most(each) if each.leaf.criterion.id in moving else _now(rescorer, each) for each in bonus)
    if not extra.above_maximum and _may_stop(rescorer, line):
        return [most]
    return [] if extra.max_points is None else [max(ZERO, most - extra.max_points)]


def _is_only(piece: Piece, inside: Container[str]) -> bool:
    if isinstance(piece, LeafPiece):
        return piece.leaf.criterion.id in inside and piece.only is None
    return isinstance(piece, WholePiece)


def _now(rescorer: Rescorer, piece: LeafPiece) -> Fraction:
    return rescorer.now[piece.leaf.criterion.id].points * piece.counting.factor


def _at_most(piece: LeafPiece) -> Fraction:
    return piece.leaf.criterion.max_points * piece.counting.factor


def _may_stop(rescorer: Rescorer, line: Line) -> bool:
    """Return whether a unit at the line may have come to the maximum, where a bonus stops."""
    if line.share:
        return line.share >= 1
    drops = any(leaf.policies or any(isinstance(node, NoValue) for node in leaf.expr.walk()) for leaf in rescorer.plan.leaves)
    return drops or line.need >= rescorer.unit.max_points


def _most(extra: Extra) -> Fraction:
    return add_up(each.max_points for each in extra.criteria)


def _beyond_limit(extra: Extra) -> Fraction:
    return ZERO if extra.max_points is None else max(ZERO, _most(extra) - extra.max_points)
