"""How a unit stands to a line as things are: by how much in points, before or behind whom, and what decides where points do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ictscore.expr.evaluate import evaluate
from ictscore.expr.nodes import Expr
from ictscore.expr.values import Value
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.results import Award, GradeBand
from ictscore.scoring.records import UnitScore
from ictscore.whatif.conditions import Condition, award_wanted, conditions_of, grade_wanted, has_quota
from ictscore.whatif.deciding import deciding_cut
from ictscore.whatif.field import Field
from ictscore.whatif.lines import Cut, Mark, band_mark
from ictscore.whatif.targets import Target, bands_from, reached, value_of

Decider = Literal["points", "tie_break", "tie", "condition", "other"]


@dataclass(frozen=True, slots=True)
class TieBreak:
    """What decides between two units with equal points: the tie-break with both values."""

    rival: UnitScore
    expr: Expr
    own: Value
    theirs: Value


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit at a line: inside or not, its distance in points (below 0: short; None where only conditions draw the line), what decides.

    ``tie_break`` says which one decides between equals; ``against`` are the conditions that keep the unit out whatever its points.
    """

    unit: UnitScore
    inside: bool
    gap: Fraction | None
    cut: Cut | None
    decider: Decider
    tie_break: TieBreak | None = None
    against: tuple[Condition, ...] = ()


def standing_of(field: Field, unit: UnitScore, target: Target) -> Standing | None:
    """Return how a unit stands to a line, or None where nothing tells: it is never ranked, or there are places for everybody."""
    if target.kind in {"award", "rank"} and not unit.ranked and not _is_knocked_out(field, unit):
        return None
    inside, against = reached(target, field.rulebook, unit), tuple(_against(field, unit, target))
    refusing = _refusing(field, against)
    cuts = tuple(cuts_of(field, unit, target, refusing))
    if not cuts:
        hangs = bool(conditions_of(target, field.rulebook, unit.group))
        return Standing(unit, inside, None, None, "condition", None, against) if hangs else None
    if refusing is None and has_quota(target, field.rulebook) and (decides := deciding_cut(field, unit, target, cuts)) is not None:
        cuts = (decides,)
    gap, cut = _nearest(unit, cuts)
    if against and not inside:
        return Standing(unit, inside, gap, cut, "condition", None, against)
    decider, tie_break = _decider(field, unit, cut, gap, inside=inside)
    return Standing(unit, inside, gap, cut, decider, tie_break)


def _nearest(unit: UnitScore, cuts: Sequence[Cut]) -> tuple[Fraction, Cut]:
    """Return the cut a unit is nearest above, or farthest below; of several that of a place."""
    gaps = [(value_of(each.mark.measured, unit) - each.mark.value, each.rival is None, each) for each in cuts]
    gap, _, cut = min(gaps, key=lambda each: each[:2])
    return gap, cut


def _is_knocked_out(field: Field, unit: UnitScore) -> bool:
    """Return whether the unit would be ranked but for a knockout."""
    return any(each.unranked for each in field.rulebook.knockouts if each.id in unit.knocked_out) and field.is_rankable(unit)


def _decider(field: Field, unit: UnitScore, cut: Cut, gap: Fraction, *, inside: bool) -> tuple[Decider, TieBreak | None]:
    if gap and (gap > 0) == inside:
        return "points", None
    if gap == 0 and cut.rival is not None:
        found = _tie_break(field, unit, cut.rival)
        return ("tie", None) if found is None else ("tie_break", found)
    if gap == 0 and inside != cut.mark.strict:
        return "points", None
    return "other", None


def _tie_break(field: Field, unit: UnitScore, rival: UnitScore) -> TieBreak | None:
    pairs = zip(field.keys[unit.who][1:], field.keys[rival.who][1:], field.rulebook.ranking.tie_breaks, strict=True)
    expr = next((expr for one, other, expr in pairs if one != other), None)
    if expr is None:
        return None
    own, theirs = (evaluate(expr, field.books.scope(each)).value for each in (unit, rival))
    return TieBreak(rival, expr, own, theirs)


def _against(field: Field, unit: UnitScore, target: Target) -> Iterator[Condition]:
    """Yield the conditions that keep a unit out; what one grade demands only where a better one is not reached by points."""
    rulebook, scope = field.rulebook, field.books.scope(unit)
    for each in conditions_of(target, rulebook, unit.group):
        holds = evaluate(each.expr, scope).value is True
        if each.kind == "knockout":
            if holds:
                yield each
        elif not holds and (each.kind == "award" or _is_needed(field, unit, target, each)):
            yield each


def _is_needed(field: Field, unit: UnitScore, target: Target, condition: Condition) -> bool:
    """Return whether points would do for the grade that demands this, and for none that would do and demands nothing the unit lacks."""
    rulebook, grade, grades = field.rulebook, grade_wanted(target, field.rulebook), field.rulebook.grades
    assert grades is not None
    if grade is None or (unit.grade is not None and grades.position(unit.grade) <= grades.position(grade)):
        return False
    in_points = [each for each in bands_from(rulebook, grade) if (mark := band_mark(rulebook, each)) is None or comes_to(mark, unit)]
    return condition.name in {each.name for each in in_points} and not any(_is_open(field, unit, each) for each in in_points)


def _is_open(field: Field, unit: UnitScore, band: GradeBand) -> bool:
    """Return whether a unit meets what a grade demands besides points."""
    return band.requires is None or evaluate(band.requires, field.books.scope(unit)).value is True


def _band_of(rulebook: Rulebook, condition: Condition) -> GradeBand:
    assert rulebook.grades is not None
    return next(each for each in rulebook.grades.bands if each.name == condition.name)


def _refusing(field: Field, against: Sequence[Condition]) -> GradeBand | None:
    """Return the lowest grade that would do and that a unit has the points for, where what it demands keeps the unit out."""
    bands = [_band_of(field.rulebook, each) for each in against if each.kind == "grade"]
    return bands[-1] if bands else None


def comes_to(mark: Mark, unit: UnitScore) -> bool:
    """Return whether a unit comes to a value, or passes it where that is asked."""
    value = value_of(mark.measured, unit)
    return value > mark.value if mark.strict else value >= mark.value


def cuts_of(field: Field, unit: UnitScore, target: Target, refusing: GradeBand | None = None) -> Iterator[Cut]:
    """Yield the values a unit has to come to while the others stay as they are; a grade that refuses it counts from its own bound."""
    rulebook = field.rulebook
    award, grade = award_wanted(target, rulebook), grade_wanted(target, rulebook)
    if grade is not None:
        yield from _grade_cuts(field, unit, grade, refusing)
    if target.kind == "points":
        yield Cut(Mark("total", Fraction(target.value)))
    if target.kind == "rank":
        yield from _place(field, int(target.value), field.others(unit))
    if award is not None:
        if award.minimum is not None:
            yield Cut(Mark("total", award.minimum))
        yield from _award_places(field, unit, award)


def _award_places(field: Field, unit: UnitScore, award: Award) -> Iterator[Cut]:
    others, able = field.others(unit), field.eligible(award)
    among = [each for each in others if each.who in able]
    if award.positions is not None:
        yield from _place(field, award.positions, *((among, "competition") if award.passes_down else (others,)))
    if award.quota:
        yield from _place(field, award.quota, among, "competition")


def _place(field: Field, place: int, others: list[UnitScore], style: str | None = None) -> Iterator[Cut]:
    rival, on = field.holder(place, others, style), field.rulebook.ranking.on
    if rival is not None:
        yield Cut(Mark(on, value_of(on, rival), rank=place), rival)


def _grade_cuts(field: Field, unit: UnitScore, grade: str, refusing: GradeBand | None) -> Iterator[Cut]:
    """Yield where the grade begins for this unit: at the lowest band whose demands it meets; and who it competes with for its quota."""
    bands = bands_from(field.rulebook, grade)
    open_ = [each for each in bands if _is_open(field, unit, each)]
    mark = band_mark(field.rulebook, refusing or (open_ or bands)[-1])
    if mark is not None:
        yield Cut(mark)
        yield from _quota_cut(field, unit, bands[-1], mark)


def _quota_cut(field: Field, unit: UnitScore, band: GradeBand, mark: Mark) -> Iterator[Cut]:
    """Yield the unit next to this one across a quota that took the grade from somebody whose points would do."""
    grades, keys = field.rulebook.grades, field.keys
    if band.quota is None or grades is None or not comes_to(mark, unit):
        return
    place = grades.position(band.name)
    able = sorted((each for each in field.group.units if comes_to(mark, each)), key=lambda each: keys[each.who], reverse=True)
    has = [each for each in able if each.grade is not None and grades.position(each.grade) <= place]
    out = [each for each in able if each.grade == grades.bands[place + 1].name]
    rival = (out[0] if out else None) if unit in has else (has[-1] if has else None)
    if out and rival is not None:
        on = field.rulebook.ranking.on
        yield Cut(Mark(on, value_of(on, rival)), rival)
