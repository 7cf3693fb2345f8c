"""By how much sums over clusters may fall short of the truth: what roundings, limits and floors can do at most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from ictscore.exact import ONE, ZERO, add_up
from ictscore.rulebook.results import Extra
from ictscore.whatif.counting import LeafPiece
from ictscore.whatif.lines import Line
from ictscore.whatif.rescoring import Rescorer


def slack_of(rescorer: Rescorer, line: Line, way: int, pieces: Iterable[LeafPiece]) -> Fraction:
    """Return what has to be allowed for when points are added up cluster by cluster to get to a line (``way`` −1: below it)."""
    limits = _where_more_is_wanted(rescorer, line) if way > 0 else _where_less_is_wanted(rescorer)
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


def _where_less_is_wanted(rescorer: Rescorer) -> Sequence[Fraction]:
    """Return what a bonus brings less than its sum: it is limited, or stops at the maximum."""
    extra = rescorer.plan.bonus
    if extra is None:
        return []
    return [_beyond_limit(extra) if extra.above_maximum else _most(extra)]


def _most(extra: Extra) -> Fraction:
    return add_up(each.max_points for each in extra.criteria)


def _beyond_limit(extra: Extra) -> Fraction:
    return ZERO if extra.max_points is None else max(ZERO, _most(extra) - extra.max_points)
