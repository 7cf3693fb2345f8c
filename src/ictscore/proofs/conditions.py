"""Conditions on a whole unit (of grades, awards and knockouts): whether they can hold, or fail, at all."""

from __future__ import annotations

from dataclasses import replace

from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.possible import Possible
from ictscore.expr.intervals.ranges import Range
from ictscore.expr.intervals.reach import Reach
from ictscore.expr.nodes import Expr
from ictscore.proofs.study import Study
from ictscore.rulebook.domains import knowledge_of


def truths_of(this: Study, group: str, condition: Expr, total: Range | None = None, percent: Range | None = None) -> frozenset[bool]:
    """Return which of yes and no the condition may come to for a unit of the group, whose total and percentage lie in these ranges."""
    return possible_of(this, group, condition, total, percent).truths


def possible_of(this: Study, group: str, condition: Expr, total: Range | None = None, percent: Range | None = None) -> Possible:
    """Return all that the condition may come to, reasons for no value among them."""
    return Reach().value(condition, known_of_units(this, group, total, percent))


def known_of_units(this: Study, group: str, total: Range | None = None, percent: Range | None = None) -> Knowledge:
    """Return what is known of a unit of the group once all its criteria are scored."""
    standing = this.standings[group]
    measures = dict(standing.measures())
    measures["total"] = measures["total"] if total is None else measures["total"].meet(total)
    measures["percent"] = measures["percent"] if percent is None else measures["percent"].meet(percent)
    known = knowledge_of(this.draft.rulebook)
    # Redistribution and rounding can lift a criterion's points above its maximum.
    moved = any(each.redistributes for each in this.leaves)
    points = {} if moved or standing.rounded else known.points
    return replace(known, points=points, sections=standing.sections, measures=measures)
