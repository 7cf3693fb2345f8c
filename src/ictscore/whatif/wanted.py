"""What is wanted of a unit's answers, as problems to be searched: a target to be reached in one of several ways, or to be lost."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from ictscore.expr.nodes import Expr
from ictscore.scoring.records import UnitScore
from ictscore.whatif.against_others import with_rivals
from ictscore.whatif.conditions import Need, award_wanted, beside_points, floor_of, grade_wanted, has_quota, is_hidden, knockouts_for, needs
from ictscore.whatif.effort import USUAL, Effort
from ictscore.whatif.lines import Line, Mark, grade_marks, line_of, place_marks
from ictscore.whatif.losing import Way, ways_to_lose
from ictscore.whatif.outcomes import Outcomes
from ictscore.whatif.pieces import LookPiece, Piece, Relation, TiePiece, names_in
from ictscore.whatif.places import PlacePiece
from ictscore.whatif.problem import Domains, Posed, Problem, cases_of, problem_of, tells_floors
from ictscore.whatif.rescoring import Changes, Rescorer
from ictscore.whatif.targets import HUNDRED, Target, reached, value_of
from ictscore.whatif.turning import Turning


@dataclass(frozen=True, slots=True)
class Wanted:
    """A target and a problem it poses; ``loses`` where it is to be lost.

    ``open`` are expressions that matter beside what the problem holds; ``is_single`` says that nothing but more points (or fewer) of one
    kind matters in it.
    """

    target: Target
    problem: Problem
    loses: bool = False
    open: tuple[Expr, ...] = ()
    is_single: bool = True
    place: PlacePiece | None = None
    turning: Turning | None = None
    """The place that has to be taken, where its value says who cannot; and how criteria can turn out, where its worth hangs on that."""

    def holds(self, rescorer: Rescorer, changes: Changes) -> bool:
        """Return whether changes really do it; only where places or quotas matter are all others ranked again."""
        if self.place is not None and self._is_behind(self.place, rescorer, changes):
            return False
        places = self.target.kind in {"rank", "award"} or has_quota(self.target, rescorer.rulebook)
        unit = rescorer.standing(changes) if places else rescorer.alone(changes)
        return reached(self.target, rescorer.rulebook, unit) != self.loses and rescorer.is_sound(changes, unit)

    @staticmethod
    def _is_behind(place: PlacePiece, rescorer: Rescorer, changes: Changes) -> bool:
        """Return whether a unit stays behind a place by its value alone; nobody has to be ranked for that."""
        return value_of(place.mark.measured, rescorer.alone(changes)) < place.value(rescorer.scope(changes))

    def is_plain(self, rescorer: Rescorer, answers: frozenset[str]) -> bool:
        """Return whether more points are all that these answers could have helped with, so that a best that fails is a proof."""
        return self.problem.sums_hold and self.is_of_points(rescorer, answers)

    def is_of_points(self, rescorer: Rescorer, answers: frozenset[str]) -> bool:
        """Return whether these answers help by their points only, and the more the better."""
        if not self.is_single or any(map(is_hidden, self.open)):
            return False
        places = self.target.kind in {"rank", "award"}
        return not (names_in(*self.open) & answers or (places and rescorer.measures_others(answers)))


@dataclass(frozen=True, slots=True)
class _Demand:
    """What has to be reached and met, all of it."""

    marks: tuple[Mark, ...]
    needs: tuple[Need, ...]


def to_reach(rescorer: Rescorer, target: Target, domains: Domains, effort: Effort = USUAL) -> tuple[Wanted, ...]:
    """Return what is wanted for a target to be reached: one of these."""
    demands = tuple(_demands(rescorer, target))
    cases = cases_of(rescorer, domains, effort.cases)
    return tuple(each for outcomes in cases for demand in demands for each in _reaching(rescorer, target, domains, demand, outcomes))


def _demands(rescorer: Rescorer, target: Target) -> Iterator[_Demand]:
    rulebook, group = rescorer.rulebook, rescorer.unit.group
    required, award = needs(target, rulebook, group), award_wanted(target, rulebook)
    marks = [*place_marks(target, rescorer.field, rescorer.unit)]
    if target.kind == "points":
        marks.append(Mark("total", Fraction(target.value)))
    if award is not None and award.minimum is not None:
        marks.append(Mark("total", award.minimum))
    grade = grade_wanted(target, rulebook)
    if grade is None:
        yield _Demand(tuple(marks), required)
        return
    for mark, band in grade_marks(rulebook, grade):
        own = (Need((band.requires,)),) if band.requires is not None else ()
        yield _Demand((*marks, *([mark] if mark is not None else [])), (*required, *own))
    for knockout in knockouts_for(target, rulebook, group):
        yield _Demand(tuple(marks), (*required, Need((knockout.when,))))


def _reaching(rescorer: Rescorer, target: Target, domains: Domains, demand: _Demand, outcomes: Outcomes | None) -> Iterator[Wanted]:
    """Yield the problems of the line that is farthest away; where that is a rank, ties may be broken, and others may fall."""
    found = [(each, line_of(rescorer.rulebook, each)) for each in demand.marks]
    is_single = len({line.share for _, line in found}) <= 1 and not has_quota(target, rescorer.rulebook)
    hides = hides_a_place(target, rescorer, demand.marks)
    holes = target.kind in {"rank", "award"} and rescorer.field.has_holes(rescorer.unit)  # no mark says what these have
    is_single = is_single and not (hides and _is_shared(rescorer, found)) and not holes
    ties = rescorer.rulebook.ranking.tie_breaks if target.kind in {"rank", "award"} else ()
    beside = beside_points(target, rescorer.rulebook, rescorer.unit.group)
    if has_quota(target, rescorer.rulebook) or hides or holes:  # others fall, though own points were given
        beside += tuple(node.of for node in rescorer.plan.extremes.values())
    floors = tuple(each for need in demand.needs if (each := floor_of(need)) is not None)
    told = tells_floors(rescorer, domains, outcomes)
    untold = [each for each in demand.needs if not (told and floor_of(each) is not None)]
    hidden = tuple(expr for each in untold for expr in each.any_of if is_hidden(expr))
    posed = Posed(None, demand.needs, more=_looks(domains, (*ties, *hidden, *beside)), outcomes=outcomes, floors=floors)
    plain = Wanted(target, problem_of(rescorer, posed, domains), open=(*ties, *hidden), is_single=is_single)
    if not found:
        yield plain
        return
    lined = [(mark, replace(posed, line=line)) for mark, line in found]
    problems = [(mark, own, problem_of(rescorer, own, domains)) for mark, own in lined]
    mark, posed, problem = max(problems, key=lambda each: each[2].lacking)
    plain = replace(plain, problem=problem)
    if mark.rank is None:
        yield plain
        return
    fallen = with_rivals(rescorer, posed, domains, mark)
    if fallen is not None:
        yield _at_a_place(replace(plain, problem=fallen), rescorer, posed, domains)
    elif not _told(ties) or hides:
        yield plain
    else:
        above = replace(posed, line=line_of(rescorer.rulebook, replace(mark, strict=True)))
        yield replace(plain, problem=problem_of(rescorer, above, domains), open=hidden)
        for tie in _ties(rescorer, mark.rank):
            open_ = (*hidden, *_untold(ties)) if tie.relation == "equal" else hidden
            yield replace(plain, problem=problem_of(rescorer, replace(posed, more=(*posed.more, tie)), domains), open=open_)


def _at_a_place(wanted: Wanted, rescorer: Rescorer, posed: Posed, domains: Domains) -> Wanted:
    """Return what is wanted with the place that has to be taken, where its value says who cannot, and how criteria can turn out for it."""
    if not wanted.problem.is_bounded:
        return wanted
    pieces = (each for cluster in wanted.problem.clusters for each in cluster.pieces if isinstance(each, PlacePiece))
    place = next(pieces, None)
    turning = None if place is None or place.rises else Turning(rescorer, posed, domains, place)
    return replace(wanted, place=place, turning=turning)


def hides_a_place(target: Target, rescorer: Rescorer, marks: Sequence[Mark]) -> bool:
    """Return whether an award goes to so many units only and no mark says to whom."""
    award = award_wanted(target, rescorer.rulebook)
    limits = [] if award is None else [each for each in (award.quota, award.positions) if each is not None]
    return len(limits) > 1 or (bool(limits) and all(each.rank is None for each in marks))


def _is_shared(rescorer: Rescorer, found: Sequence[tuple[Mark, Line]]) -> bool:
    """Return whether points are held against a maximum somewhere, so that more of them is not all that can help."""
    place = line_of(rescorer.rulebook, Mark(rescorer.rulebook.ranking.on, HUNDRED))
    return any(line.share for line in (place, *(line for _, line in found)))


def _told(ties: tuple[Expr, ...]) -> tuple[Expr, ...]:
    """Return the tie-breaks, as far as answers alone tell how they go; those after one on points are left out."""
    return tuple(itertools.takewhile(lambda each: not is_hidden(each), ties))


def _untold(ties: tuple[Expr, ...]) -> tuple[Expr, ...]:
    return ties[len(_told(ties)) :]


def _looks(domains: Domains, exprs: Sequence[Expr]) -> tuple[Piece, ...]:
    """Return the answers that conditions look at directly, each by itself."""
    return tuple(LookPiece(frozenset((each,))) for each in sorted(names_in(*exprs) & domains.keys()))


def _ties(rescorer: Rescorer, rank: int) -> Iterator[TiePiece]:
    """Yield the ways in which a tie with the unit that has a place can help, as pieces."""
    rival = rescorer.field.holder(rank, [each for each in rescorer.field.others(rescorer.unit) if each.rank is not None])
    relations: tuple[Relation, ...] = ("better", "equal")
    yield from (_tie(rescorer, rival, each) for each in relations if rival is not None)


def _tie(rescorer: Rescorer, rival: UnitScore, relation: Relation) -> TiePiece:
    told = _told(rescorer.rulebook.ranking.tie_breaks)
    return TiePiece(told, rescorer.field.keys[rival.who][1 : len(told) + 1], relation, names_in(*told))


def to_lose(rescorer: Rescorer, target: Target, domains: Domains) -> tuple[tuple[Way, Wanted], ...]:
    """Return the ways to lose a target, each as what is wanted in every case of how criteria can turn out."""
    ways, cases = ways_to_lose(rescorer.field, rescorer.unit, target), cases_of(rescorer, domains)
    return tuple((way, _lost(rescorer, target, domains, way, outcomes)) for way in ways for outcomes in cases)


def _lost(rescorer: Rescorer, target: Target, domains: Domains, way: Way, outcomes: Outcomes | None) -> Wanted:
    ties = rescorer.rulebook.ranking.tie_breaks if way.tie is not None else ()
    hidden = tuple(expr for each in way.needs for expr in each.any_of if is_hidden(expr))
    open_ties = _untold(ties) if way.tie == "equal" else ()
    more: list[Piece] = [*_looks(domains, (*open_ties, *hidden))]
    if _told(ties) and way.rival is not None and way.tie is not None:
        more.append(_tie(rescorer, way.rival, way.tie))
    posed = Posed(way.line, way.needs, 1 if way.line is None else -1, tuple(more), outcomes)
    needed = names_in(*(expr for each in way.needs for expr in each.any_of))
    free = domains if way.line is not None or hidden else {name: each for name, each in domains.items() if name in needed}
    problem = problem_of(rescorer, posed, free)
    if way.rival is not None and rescorer.plan.extremes:  # what others would win is not in these sums
        problem = replace(problem, unbounded="others")
    return Wanted(target, problem, loses=True, open=(*open_ties, *hidden), is_single=not has_quota(target, rescorer.rulebook))
