"""The ways in which a unit can lose what it has: too few points for a line, a place taken by another, a condition that turns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from ictscore.expr.nodes import Expr
from ictscore.rulebook.model import Rulebook
from ictscore.scoring.records import UnitScore
from ictscore.whatif.conditions import (
    Condition,
    Need,
    award_wanted,
    conditions_of,
    grade_wanted,
    has_quota,
    is_hidden,
    knockouts_for,
)
from ictscore.whatif.deciding import deciding_cut
from ictscore.whatif.field import Field
from ictscore.whatif.lines import Cut, Line, Mark, band_mark, line_of
from ictscore.whatif.pieces import Relation
from ictscore.whatif.standing import cuts_of
from ictscore.whatif.targets import Target, bands_from, value_of


@dataclass(frozen=True, slots=True)
class Way:
    """One way to lose: points below ``line`` (None: whatever the points), and all ``needs`` met.

    ``rival`` is the unit that takes the place; with as many points where ``tie`` says how the tie goes, as far as answers tell: ``worse``
    by a tie-break, ``equal`` where that leaves the award open or points decide. ``by`` is the condition that does it alone.
    """

    line: Line | None
    needs: tuple[Need, ...] = ()
    rival: UnitScore | None = None
    tie: Relation | None = None
    by: Condition | None = None


def ways_to_lose(field: Field, unit: UnitScore, target: Target) -> tuple[Way, ...]:
    """Return the ways in which a unit that has a target can lose it; every loss is one of them while the others stay as they are."""
    return tuple(_ways(field, unit, target))


def _ways(field: Field, unit: UnitScore, target: Target) -> Iterator[Way]:
    rulebook = field.rulebook
    yield from _by_grade(rulebook, target)
    award = award_wanted(target, rulebook)
    least = target.value if target.kind == "points" else award.minimum if award is not None else None
    if least is not None:
        yield Way(line_of(rulebook, Mark("total", Fraction(least))))
    places = {(each.mark, each.rival.who): each for each in _place_cuts(field, unit, target) if each.rival is not None}
    for cut in places.values():
        yield from _by_place(field, target, cut)
    for each in conditions_of(target, rulebook, unit.group):
        if each.kind != "grade":
            yield Way(None, (each.undoing,), by=each)
    for knockout in knockouts_for(target, rulebook, unit.group):
        if knockout.id in unit.knocked_out:
            yield Way(None, (Need((knockout.when,), forbidden=True),))


def _place_cuts(field: Field, unit: UnitScore, target: Target) -> Iterator[Cut]:
    """Yield who can take a place from a unit; of a grade that only so many may have also all who stand at the value that decides."""
    cuts = tuple(cuts_of(field, unit, target))
    yield from cuts
    decides = deciding_cut(field, unit, target, cuts) if has_quota(target, field.rulebook) else None
    if decides is not None and decides.rival is not None:
        mark = replace(decides.mark, strict=False)
        yield from (Cut(mark, each) for each in field.group.units if each.who != unit.who and value_of(mark.measured, each) == mark.value)


def _by_place(field: Field, target: Target, cut: Cut) -> Iterator[Way]:
    """Yield the ways to lose a place: with fewer points than the one who takes it, or with as many."""
    award, ties = award_wanted(target, field.rulebook), field.rulebook.ranking.tie_breaks
    line, at_most_level = (line_of(field.rulebook, replace(cut.mark, strict=strict)) for strict in (False, True))
    is_open = (award is not None and award.ties != "all") or has_quota(target, field.rulebook)
    if is_open and not ties:
        yield Way(at_most_level, rival=cut.rival)
        return
    yield Way(line, rival=cut.rival)
    if ties:
        relations: tuple[Relation, ...] = ("worse", "equal") if is_open or any(map(is_hidden, ties)) else ("worse",)
        yield from (Way(at_most_level, rival=cut.rival, tie=each) for each in relations)


def _by_grade(rulebook: Rulebook, target: Target) -> Iterator[Way]:
    """Yield the ways to fall below a grade: below the line of one band, while all worse bands that would do refuse the unit."""
    grade = grade_wanted(target, rulebook)
    bands = bands_from(rulebook, grade) if grade is not None else ()
    refusing: list[tuple[str, Expr]] = []
    for band in reversed(bands):
        mark = band_mark(rulebook, band)
        if mark is not None:
            yield _below(line_of(rulebook, mark), refusing)
        if band.requires is None:
            return
        refusing.append((band.name, band.requires))
    if refusing:
        yield _below(None, refusing)


def _below(line: Line | None, refusing: list[tuple[str, Expr]]) -> Way:
    exprs = tuple(expr for _, expr in refusing)
    needs = (Need(exprs, forbidden=True),) if exprs else ()
    alone = Condition("grade", *refusing[0]) if line is None and len(refusing) == 1 else None
    return Way(line, needs, by=alone)
