"""What a change comes to in the end: whether more points of a criterion may still leave a unit with less, or a place be lost to others."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.diff.change import Change
from ictscore.diff.direction import Reads, direction
from ictscore.diff.links import expressions_of
from ictscore.diff.severities import Severity
from ictscore.diff.switches import Placed, placed_criteria
from ictscore.expr.nodes import Expr, GroupExtreme, Measure, NoValue, OfMembers, PointsOf, SectionPoints
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.results import Award, Knockout

_OF_POINTS = frozenset({"criterion", "section", "bonus", "deductions"})
_OF_WHO_IS_ELIGIBLE = frozenset({"grade", "minimum", "requires"})
_VANISH = frozenset({"drop", "redistribute_equally", "redistribute_in_proportion"})
_CLAIMS = frozenset({"generous", "stricter"})


class InTheEnd:
    """Looks at everything between a criterion and the result, in both rulebooks: what it cannot rule out leaves a change open."""

    def __init__(self, old: Rulebook, new: Rulebook) -> None:
        self._books = (old, new)
        self._placed = tuple(placed_criteria(book) for book in self._books)
        self._formulas = [expr for side in self._placed for each in side.values() for expr in expressions_of(each.criterion)]
        self._has_quotas = any(band.quota is not None for book in self._books if book.grades for band in book.grades.bands)
        self._nodes = nodes = [node for expr in (*self._formulas, *self._conditions()) for node in expr.walk()]
        self._measures = {node.name for node in nodes if isinstance(node, Measure)}
        self._among = {node.among for node in nodes if isinstance(node, GroupExtreme)}
        self._consequences = {policy.then for side in self._placed for each in side.values() for policy in each.criterion.not_applicable}
        self._vanishes = bool(self._consequences & _VANISH) or any(
            isinstance(node, NoValue) and node.kind == "not_applicable" for expr in self._formulas for node in expr.walk()
        )

    def settled(self, change: Change, severity: Severity) -> Severity:
        """Return ``severity``, or *open* where what it says of a criterion, a question or an award is not sure for every unit's result."""
        key = change.attribute.partition("/")[0]
        if change.subject in _OF_POINTS and severity in {*_CLAIMS, "none"} and self._moves_the_maximum(change, key):
            return "open"
        if severity in _CLAIMS and (self._may_turn(change) or self._may_cost_a_place(change, key)):
            return "open"
        if severity in {*_CLAIMS, "reorder"} and self._changes_who_measures(change, key):
            return "open"
        return severity

    def _may_turn(self, change: Change) -> bool:
        """Return whether more of what a change is about may be less for the same unit."""
        if change.subject in _OF_POINTS:
            return self._is_read_against(change)
        if change.subject == "knockout":
            mine = ((book, each) for book, each in self._knockouts() if each.id == change.id)
            return any(not self._is_the_worst(book, each) for book, each in mine)
        return False

    def _may_cost_a_place(self, change: Change, key: str) -> bool:
        """Return whether what one unit gains may be taken from another: grades and awards of which there are only so many."""
        if change.subject == "award":
            limited = any(_is_limited(each) for each in self._awards() if each.id == change.id)
            return limited and key in _OF_WHO_IS_ELIGIBLE and not (key == "minimum" and self._ranks_by_totals())
        if change.subject in _OF_POINTS | {"answer", "knockout"}:
            return self._has_quotas or any(_is_limited(each) for each in self._awards())
        if change.subject == "grade":
            return self._has_quotas or any(_is_limited(each) and each.grade is not None for each in self._awards())
        return False

    def _ranks_by_totals(self) -> bool:
        """Return whether who has more points never stands behind: then a minimum takes away the last places only."""
        return all(book.ranking.on != "percent" and not any(each.ranked_within for each in book.groups) for book in self._books)

    def _awards(self) -> Iterator[Award]:
        for book in self._books:
            yield from book.awards

    def _changes_who_measures(self, change: Change, key: str) -> bool:
        """Return whether a change decides who is among those that others are measured by."""
        if change.subject == "group":
            return (
                key in {"", "excluded"}
                or (key == "members" and bool(self._among))
                or (key in {"ranked", "unranked", "ranked_within"} and "ranked" in self._among)
            )
        if (change.subject, key) in {("criterion", "on_missing"), ("answer", "required")}:
            return bool(self._among)
        by_knockout = change.subject == "knockout" and any(each.unranked for _, each in self._knockouts() if each.id == change.id)
        return by_knockout and "ranked" in self._among

    def _moves_the_maximum(self, change: Change, key: str) -> bool:
        """Return whether the most points there are may change where results are shares of them, or where points are redistributed."""
        changes = key == "applies_to" or (change.subject == "criterion" and key in {"", "max_points"})
        if not changes or change.subject in {"bonus", "deductions"} or self._is_extra(change.id):
            return False
        if self._consequences & (_VANISH - {"drop"}):
            return True
        if key == "max_points" and any("full" in _consequences_of(side[change.id]) for side in self._placed if change.id in side):
            return True
        return self._by_share() and (self._vanishes or not self._sums_stay())

    def _by_share(self) -> bool:
        scales = any(book.scale.out_of is not None or book.scale.result == "percent" for book in self._books)
        grades = any(book.grades is not None and book.grades.on == "percent" for book in self._books)
        return scales or grades or bool(self._measures & {"percent", "least_share", "max_points"})

    def _sums_stay(self) -> bool:
        sums = [
            {group.id: sum(each.max_points for _, own in book.sections_of(group.id) for each in own) for group in book.groups}
            for book in self._books
        ]
        return all(sums[1].get(group, total) == total for group, total in sums[0].items())

    def _is_taken_off(self, change: Change) -> bool:
        return any(self._within(side, change.id)[0] == "deductions" for side in self._placed if change.id in side)

    def _is_extra(self, identifier: str) -> bool:
        return any(self._within(side, identifier)[0] in {"bonus", "deductions"} for side in self._placed if identifier in side)

    @staticmethod
    def _within(side: dict[str, Placed], identifier: str) -> tuple[str, str]:
        within = side[identifier].within
        while within[0] == "criterion":
            within = side[within[1]].within
        return within

    def _is_read_against(self, change: Change) -> bool:
        """Return whether something goes down, or the wrong way, when the points that a change is about go up."""
        reads = self._reads(change)
        if self._is_taken_off(change) and any(isinstance(node, PointsOf) and reads(node) for node in self._nodes):
            return True
        if any(-1 in direction(expr, reads) for expr in (*self._formulas, *self._requirements())):
            return True
        policies = (policy for side in self._placed for each in side.values() for policy in each.criterion.not_applicable)
        if any(direction(policy.when, reads) for policy in policies if policy.when is not None):
            return True
        return any(
            1 in direction(each.when, reads) or (direction(each.when, reads) and not self._is_the_worst(book, each))
            for book, each in self._knockouts()
        )

    def _reads(self, change: Change) -> Reads:
        ids, sections = self._around(change)

        def reads(expr: Expr) -> bool:
            if isinstance(expr, PointsOf):
                return expr.id in ids
            if isinstance(expr, SectionPoints):
                return expr.id in sections
            return (isinstance(expr, Measure) and expr.name != "max_points") or (isinstance(expr, OfMembers) and expr.of == "total")

        return reads

    def _around(self, change: Change) -> tuple[set[str], set[str]]:
        """Return the criteria and sections whose points a change moves: what it is about, and what that stands in."""
        ids, sections = set[str](), {change.id} if change.subject == "section" else set[str]()
        for side in self._placed:
            for identifier, placed in side.items():
                if change.subject == "section" and self._within(side, identifier) == ("section", change.id):
                    ids.add(identifier)
                elif change.subject == "criterion" and identifier == change.id:
                    above, within = identifier, placed.within
                    ids.add(above)
                    while within[0] == "criterion":
                        above, within = within[1], side[within[1]].within
                        ids.add(above)
                    sections |= {within[1]} if within[0] == "section" else set()
        return ids, sections

    def _conditions(self) -> Iterator[Expr]:
        yield from self._requirements()
        yield from (each.when for _, each in self._knockouts())

    def _requirements(self) -> Iterator[Expr]:
        for book in self._books:
            yield from (each.requires for each in book.awards if each.requires is not None)
            yield from (band.requires for band in (book.grades.bands if book.grades else ()) if band.requires is not None)

    def _knockouts(self) -> Iterator[tuple[Rulebook, Knockout]]:
        for book in self._books:
            yield from ((book, each) for each in book.knockouts)

    @staticmethod
    def _is_the_worst(book: Rulebook, knockout: Knockout) -> bool:
        """Return whether a knockout can only harm: no rank, or the last grade there is."""
        return knockout.grade is None or (book.grades is not None and knockout.grade == book.grades.bands[-1].name)


def _consequences_of(placed: Placed) -> set[str]:
    return {each.then for each in placed.criterion.not_applicable}


def _is_limited(award: Award) -> bool:
    return award.positions is not None or award.quota is not None
