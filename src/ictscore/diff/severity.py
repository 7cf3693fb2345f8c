"""How much a change matters to people: wording only, more generous, stricter, mixed, may reorder, or may go either way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from ictscore.diff.between import mixed_criterion
from ictscore.diff.change import Change, Comparison
from ictscore.diff.given_points import bounds_of_given
from ictscore.diff.in_the_end import InTheEnd
from ictscore.diff.meaning import matter_of
from ictscore.diff.missing_floor import floor_without_an_answer, other_questions
from ictscore.diff.ordering import Bounded, Example, Order, Ordering, ordering_of
from ictscore.diff.severities import TURNED, Severity, as_set, condition, limit, more_is, of_group, of_question, of_ranking
from ictscore.diff.switches import Placed, Switch, placed_criteria
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import Rulebook

_OF_ORDER: dict[Order, Severity] = {"same": "none", "more": "generous", "less": "stricter", "both": "mixed", "open": "open"}
_SAYS_NOTHING_OF_WHO = frozenset({"unit_count", "max_points", "name", "annex", "note"})
_WORDS = frozenset({"wording", "source", "identity", "calendar"})


@dataclass(frozen=True, slots=True)
class Judged:
    """A change with its severity; ``more`` and ``less`` are answers for which it gives more or fewer points, where some are known."""

    change: Change
    severity: Severity
    more: Example | None = None
    less: Example | None = None


def judge(comparison: Comparison) -> tuple[Judged, ...]:
    """Return every change with its severity, in the order of the comparison."""
    books = comparison.old.rulebook, comparison.new.rulebook
    judge_one, end = _Judge(*books), InTheEnd(*books)
    found = (judge_one.judged(change) for change in comparison.changes)
    return tuple(replace(each, severity=end.settled(each.change, each.severity)) for each in found)


class _Judge:
    """Judges the changes between two rulebooks."""

    def __init__(self, old: Rulebook, new: Rulebook) -> None:
        self.old, self.new = old, new
        self.placed = placed_criteria(old), placed_criteria(new)
        self.specs: Mapping[str, AnswerSpec] = {**old.answers, **new.answers, **_widest(old.answers, new.answers)}
        self.shared = frozenset(name for name in old.answers if name in new.answers)

    def judged(self, change: Change) -> Judged:
        """Return a change with its severity."""
        key, _, inner = change.attribute.partition("/")
        if change.subject == "criterion" and (not key or key in {"max_points", "min_points", "formula"}):
            return self._criterion(change, key)
        if key == "data_window":
            return Judged(change, "open")
        if matter_of(change) in _WORDS or inner in {"source", "note"}:
            return Judged(change, "wording" if matter_of(change) in {"wording", "source"} else "none")
        return Judged(change, self._by_rule(change, key))

    def _by_rule(self, change: Change, key: str) -> Severity:
        rules: dict[str, Callable[[Change, str], Severity]] = {
            "answer": of_question,
            "group": lambda change, key: "none" if key in _SAYS_NOTHING_OF_WHO else of_group(change, key),
            "criterion": self._criterion_key,
            "section": self._scope,
            "bonus": self._bonus,
            "deductions": self._deductions,
            "scale": lambda _, key: "none" if key == "max_points" else "open",
            "rounding": lambda *_: "open",
            "grades": lambda *_: "open",
            "grade": self._grade,
            "knockout": self._knockout,
            "ranking": lambda change, key: of_ranking(change, key, (*self.old.awards, *self.new.awards)),
            "award": self._award,
        }
        return rules[change.subject](change, key) if change.subject in rules else "none"

    def _criterion(self, change: Change, key: str) -> Judged:
        """Return a change of what a criterion gives: judged alone, beside the older rule and beside the newer one."""
        sides = [side.get(change.id) for side in self.placed]
        old, new = sides
        if old is None or new is None:
            only = old or new
            assert only is not None
            return Judged(change, self._came_or_went(change, only))
        if old.criterion.formula is None or new.criterion.formula is None:
            return Judged(change, "none" if key != "formula" else "open")
        orderings = self._alone(old, new, key)
        without = floor_without_an_answer(old.criterion, new.criterion) if key == "min_points" else "none"
        asked = other_questions(old.criterion, new.criterion) if key == "formula" else ()
        of_given = bounds_of_given((self.old, self.new), old.criterion, new.criterion, key)
        severity = _together([without, of_given, *asked, *(_OF_ORDER[each.order] for each in orderings)])
        example = {
            name: next((found for each in orderings if (found := getattr(each, name)) is not None), None) for name in ("more", "less")
        }
        if self._is_taken_off(new):
            severity = TURNED.get(severity, severity)
        return Judged(change, severity, example["more"], example["less"])

    def _alone(self, old: Placed, new: Placed, key: str) -> list[Ordering]:
        switch = Switch("criterion", old.criterion.id, key)
        others = frozenset(
            Switch("criterion", old.criterion.id, each) for each in ("max_points", "min_points", "formula", "not_applicable") if each != key
        )
        pairs = [(old.criterion, mixed_criterion(old, new, frozenset({switch})))]
        pairs.append((mixed_criterion(old, new, others), mixed_criterion(old, new, others | {switch})))
        found = [self._order(*pair) for pair in pairs if _fits(pair[0]) and _fits(pair[1])]
        return found or [self._order(old.criterion, new.criterion)]

    def _order(self, old: Criterion, new: Criterion) -> Ordering:
        return ordering_of(_bounded(old), _bounded(new), self.specs)

    def _is_taken_off(self, placed: Placed) -> bool:
        within, side = placed.within, self.placed[1]
        while within[0] == "criterion":
            within = side[within[1]].within
        return within[0] == "deductions"

    def _came_or_went(self, change: Change, placed: Placed) -> Severity:
        if placed.within[0] == "criterion":
            return "open"
        severity: Severity = "open" if placed.criterion.min_points < 0 else "generous" if change.verb == "added" else "stricter"
        if placed.within[0] == "deductions":
            severity = TURNED.get(severity, severity)
        return severity

    def _criterion_key(self, change: Change, key: str) -> Severity:
        if key == "applies_to":
            found = self._scope(change, key)
            return TURNED.get(found, found) if self._is_taken_off(self.placed[1][change.id]) else found
        if key == "on_missing":
            return "stricter" if change.new.shown == "error" else "generous"
        return "open"

    def _scope(self, change: Change, key: str) -> Severity:
        if not key or key == "max_points":
            return "none"
        return more_is(as_set(change.old.shown), as_set(change.new.shown), empty_is_all=True)

    def _bonus(self, change: Change, key: str) -> Severity:
        if not key:
            return "none"
        if key == "max_points":
            return limit(change, more="generous", without="generous")
        if key == "above_maximum":
            return "generous" if change.new.shown is True else "stricter"
        return self._scope(change, key)

    def _deductions(self, change: Change, key: str) -> Severity:
        if not key:
            return "none"
        if key == "max_points":
            return limit(change, more="stricter", without="stricter")
        if key == "floor":
            return limit(change, more="generous", without="stricter")
        found = self._scope(change, key)
        return TURNED.get(found, found)

    def _grade(self, change: Change, key: str) -> Severity:
        if key in {"from", "above"}:
            return self._lower_bound(change)
        if key == "requires":
            return condition(change)
        return "none" if key == "to" else "open"

    def _lower_bound(self, change: Change) -> Severity:
        """Return what a band's other lower bound is; above a number is more than from it on, and having no bound is least of all."""
        bounds = []
        for book in (self.old, self.new):
            bands = book.grades.bands if book.grades is not None else ()
            band = next(each for each in bands if each.name == change.id)
            bounds.append((band.lower is not None, band.lower or Fraction(0), band.above is not None))
        return "stricter" if bounds[1] > bounds[0] else "generous"

    def _knockout(self, change: Change, key: str) -> Severity:
        if not key:
            return "stricter" if change.verb == "added" else "generous"
        if key == "applies_to":
            found = more_is(as_set(change.old.shown), as_set(change.new.shown), empty_is_all=True)
            return TURNED.get(found, found)
        return "open"

    def _award(self, change: Change, key: str) -> Severity:
        rules: dict[str, Callable[[], Severity]] = {
            "": lambda: "generous" if change.verb == "added" else "stricter",
            "positions": lambda: limit(change, more="generous", without="generous"),
            "quota": lambda: limit(change, more="generous", without="generous"),
            "minimum": lambda: limit(change, more="stricter", without="generous"),
            "requires": lambda: condition(change),
            "groups": lambda: more_is(as_set(change.old.shown), as_set(change.new.shown), empty_is_all=True),
            "passes_down": lambda: "generous" if change.new.shown is True else "stricter",
            "grade": lambda: self._least_grade(change),
        }
        return rules[key]() if key in rules else "open"

    def _least_grade(self, change: Change) -> Severity:
        """Return whether an award asks for a lower or a higher grade, where both rulebooks order the two alike."""
        if change.old.shown is None or change.new.shown is None:
            return "generous" if change.new.shown is None else "stricter"
        orders = [[band.name for band in book.grades.bands] if book.grades is not None else [] for book in (self.old, self.new)]
        names = (str(change.old.shown), str(change.new.shown))
        if all(set(names) <= set(order) for order in orders):
            falls = {order.index(names[1]) > order.index(names[0]) for order in orders}
            if len(falls) == 1:
                return "generous" if falls == {True} else "stricter"
        return "open"


def _widest(old: Mapping[str, AnswerSpec], new: Mapping[str, AnswerSpec]) -> dict[str, AnswerSpec]:
    """Return the questions whose bounds changed, with the wider ones: what either rulebook takes is an answer."""
    found = {}
    for name in old.keys() & new.keys():
        first, second = old[name], new[name]
        if first.type == second.type and (first.min, first.max) != (second.min, second.max):
            low = None if first.min is None or second.min is None else min(first.min, second.min)
            high = None if first.max is None or second.max is None else max(first.max, second.max)
            found[name] = second.model_copy(update={"min": low, "max": high})
    return found


def _bounded(criterion: Criterion) -> Bounded:
    assert criterion.formula is not None
    return Bounded(criterion.formula.to_expr(criterion.bounds), criterion.bounds)


def _fits(criterion: Criterion) -> bool:
    stated = () if criterion.formula is None else criterion.formula.stated_points(criterion.bounds)
    return all(criterion.min_points <= points <= criterion.max_points for points in stated)


def _together(severities: list[Severity]) -> Severity:
    found = {each for each in severities if each != "none"}
    if not found:
        return "none"
    if len(found) == 1:
        return found.pop()
    return "mixed" if found <= {"generous", "stricter", "mixed"} else "open"
