"""Conditions on a whole unit (of grades, awards and knockouts): proved never to hold, proved always to, or shown by a unit."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ictscore.expr.evaluate import evaluate
from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.ranges import Range
from ictscore.expr.intervals.reach import Reach
from ictscore.expr.nodes import Both, Expr, Measure, PointsOf, SectionPoints
from ictscore.proofs.boxes import Found, search_boxes
from ictscore.proofs.doubt import Doubt, doubt
from ictscore.proofs.search import NOBODY
from ictscore.proofs.study import Study
from ictscore.proofs.trial import Answers
from ictscore.proofs.unit_ranges import UnitRanges
from ictscore.proofs.units import best_unit
from ictscore.proofs.ways import Way, assume_way, ways_of
from ictscore.rulebook.candidates import values_to_try
from ictscore.rulebook.draft import Path
from ictscore.scoring.records import UnitScore
from ictscore.scoring.unit import UnitScope
from ictscore.words import Phrase

MOST_UNITS = 150
_ANYTHING = Range()


@dataclass(frozen=True, slots=True)
class Case:
    """What is asked of a unit: that these conditions all hold, with a total and a percentage in these ranges."""

    group: str
    conditions: tuple[Expr, ...]
    total: Range = field(default=_ANYTHING)
    percent: Range = field(default=_ANYTHING)

    @property
    def is_out_of_reach(self) -> bool:
        """Return whether no total, or no percentage, is left."""
        return self.total.is_empty or self.percent.is_empty


def can_be(this: Study, case: Case) -> Found:
    """Return whether a unit can be such: never is proved, shown is confirmed by scoring, and open is neither."""
    if case.is_out_of_reach:
        return Found("never")
    if not case.conditions:
        return Found("open")
    whole = case.conditions[0] if len(case.conditions) == 1 else Both(case.conditions)
    return _any_way(this, case, whole, truth=True)


def holds_always(this: Study, case: Case) -> bool:
    """Return whether it is proved that the condition holds for every such unit that answers what it asks."""
    (condition,) = case.conditions
    unit = UnitRanges(this, this.draft.rulebook.group(case.group), case.total, case.percent, (condition,))
    known = unit.filled(unit.known)
    if known is None or Reach().value(condition, known).blanks - {"missing", "not_applicable"}:
        return False
    return _any_way(this, case, condition, truth=False).outcome == "never"


def not_decided(this: Study, path: Path, at: str, what: Phrase, offset: int = 0) -> Doubt:
    """Return the doubt about a condition of which it is neither proved that it never holds nor shown that it can."""
    return doubt(this.draft, "RB721", path, at, offset=offset, what=what)


def _any_way(this: Study, case: Case, condition: Expr, *, truth: bool) -> Found:
    tried = _Trial(this, case, condition, truth)
    ends = [_one_way(this, case, way, tried) for way in ways_of(condition, truth=truth)]
    shown = next((each for each in ends if each.outcome == "shown"), None)
    if shown is not None:
        return shown
    return Found("never" if all(each.outcome == "never" for each in ends) else "open")


def _one_way(this: Study, case: Case, way: Way, tried: _Trial) -> Found:
    unit = UnitRanges(this, this.draft.rulebook.group(case.group), case.total, case.percent, tuple(condition for condition, _ in way))

    def inside(box: Knowledge) -> Knowledge | None:
        filled = unit.filled(box)
        held = None if filled is None else assume_way(way, filled)
        return None if held is None else replace(unit.known, answers=held.answers)

    return search_boxes(unit.known, values_to_try(this.draft.rulebook.answers, *unit.exprs), inside, tried.shows)


@dataclass(slots=True)
class _Trial:
    """Units tried out for a case; so many and no more."""

    this: Study
    case: Case
    condition: Expr
    truth: bool
    units: int = 0

    def shows(self, answers: Answers) -> bool:
        """Return whether a unit with these answers, alone or beside the best others, is such a unit."""
        if self.units >= MOST_UNITS or self._is_vain(answers):
            return False
        self.units += 1
        return self._is_such(answers) or self._is_such({**best_unit(self.this, self.this.draft.rulebook.group(self.case.group)), **answers})

    def _is_such(self, answers: Answers) -> bool:
        unit = self.this.laboratory.score(self.case.group, answers)
        return self.case.total.holds(unit.total) and self.case.percent.holds(unit.percent) and self._is_so(unit, answers)

    def _is_vain(self, answers: Answers) -> bool:
        """Return whether the answers alone decide, and against it."""
        if any(isinstance(node, (PointsOf, SectionPoints, Measure)) for node in self.condition.walk()):
            return False
        return evaluate(self.condition, UnitScope(NOBODY, dict(answers))).value is not self.truth

    def _is_so(self, unit: UnitScore, answers: Answers) -> bool:
        scope = UnitScope(NOBODY, dict(answers))
        scope.criteria = {each.criterion.id: each.points for each in unit.criteria}
        scope.sections = {each.section.id: each.points for each in unit.sections}
        scope.scored = unit
        return evaluate(self.condition, scope).value is self.truth
