"""A place that a unit has to take from others who may fall as it rises: all of them in one piece, or one by one for each criterion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from ictscore.exact import ZERO, add_up
from ictscore.scoring.explain import Books
from ictscore.scoring.records import UnitScore
from ictscore.whatif.effort import SMALL
from ictscore.whatif.lines import Line, Mark
from ictscore.whatif.places import PlacePiece, place_piece
from ictscore.whatif.problem import NO_LINE, Domains, Posed, Problem, most_maximum, problem_of
from ictscore.whatif.rescoring import Rescorer
from ictscore.whatif.rivals import RivalsPiece, may_turn, rivals_of
from ictscore.whatif.targets import HUNDRED, value_of
from ictscore.whatif.turning import placed


def with_rivals(rescorer: Rescorer, posed: Posed, domains: Domains, mark: Mark) -> Problem | None:
    """Return the problem of a place where others can fall; None where they cannot."""
    rulebook, line = rescorer.rulebook, posed.line or Line()
    assert mark.rank is not None
    others = others_of(rescorer.books, rescorer.unit)
    above = sorted((each for each in others if each.rank is not None), key=lambda each: -value_of(rulebook.ranking.on, each))
    pieces = tuple(rivals_of(rescorer, above[: mark.rank], in_points=not line.share))
    turns = bool(pieces) and may_turn(rescorer, above)
    if not turns and not any(each.rivals for each in pieces):
        return None
    # Units above that come level share a dense place then, whatever any of them loses; to be first there is nobody above at all.
    merges = rulebook.ranking.style == "dense" and mark.rank > 1
    piece = place_piece(rescorer, above, mark, most_maximum(rescorer, domains))
    found = _by_place(rescorer, posed, domains, piece) or _by_rivals(rescorer, posed, domains, pieces)
    return replace(found, unbounded=found.unbounded or ("others" if merges or turns else None))


def _by_place(rescorer: Rescorer, posed: Posed, domains: Domains, piece: PlacePiece | None) -> Problem | None:
    """Return the problem with all others together in one piece; None where too many answers would hang together by it."""
    if piece is None:
        return None
    problem = problem_of(rescorer, placed(posed, piece), domains)
    return problem if all(len(each.answers) <= SMALL for each in problem.clusters if piece in each.pieces) else None


def _by_rivals(rescorer: Rescorer, posed: Posed, domains: Domains, pieces: Sequence[RivalsPiece]) -> Problem:
    """Return the problem with a piece for each criterion by which units are measured."""
    problem = problem_of(rescorer, replace(posed, more=(*posed.more, *pieces), lowest=Line(-NO_LINE)), domains)
    return replace(problem, slack=problem.slack + _slack_of_rivals(rescorer, pieces, posed.line or Line()))


def _slack_of_rivals(rescorer: Rescorer, pieces: Sequence[RivalsPiece], line: Line) -> Fraction:
    """Return by how much more others can fall than what they lose criterion by criterion: their totals, sections and parts are rounded."""
    rounding, out_of = rescorer.rulebook.rounding, min(rescorer.rulebook.scale.out_of or HUNDRED, HUNDRED)
    whole = max(rescorer.plan.max_points, rescorer.unit.max_points) / out_of if line.share else Fraction(1)
    return add_up(each.slack for each in pieces) + (ZERO if rounding.total is None else whole / 10**rounding.total)


def others_of(books: Books, unit: UnitScore) -> list[UnitScore]:
    """Return the units that are ranked together with a unit."""
    group = next(each for each in books.assessment.groups if each.group.id == unit.group)
    others = [each for each in group.units if each.who != unit.who and each.ranked]
    return [each for each in others if not group.group.ranked_within or each.parent == unit.parent]
