"""What a change comes to in the end: whether more points of a criterion may still leave a unit with less, or a place be lost to others."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.diff.change import Change
from ictscore.diff.direction import Reads, direction
from ictscore.diff.links import expressions_of
from ictscore.diff.severities import Severity
from ictscore.diff.switches import Placed, placed_criteria
from ictscore.expr.nodes import Expr, GroupExtreme, Measure, NoValue, OfMembers, PointsOf, SectionPoints
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.results import Award, Knockout

_OF_POINTS = frozenset({"criterion", "section", "bonus", "deductions"})
_OF_WHO_IS_ELIGIBLE = frozenset({"grade", "minimum", "requires", "groups"})
_REDISTRIBUTED = frozenset({"redistribute_equally", "redistribute_in_proportion"})
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

    def settled(self, change: Change, severity: Severity) -> Severity:
        """Return ``severity``, or *open* where what it says of a criterion, a question or an award is not sure for every unit's result."""
        key = change.attribute.partition("/")[0]
        return "open" if any(self._doubts(change, key, severity)) else severity

    def _doubts(self, change: Change, key: str, severity: Severity) -> Iterator[bool]:
        """Yield what may turn a severity around, each in its own way."""
        if severity in {*_CLAIMS, "none"}:
            yield change.subject in _OF_POINTS and self._moves_the_maximum(change, key)
            yield (change.subject, key) == ("criterion", "max_points") and self._full_turns(change, severity)
            yield self._limits_otherwise(change, key, severity)
        if severity in _CLAIMS:
            yield key == "applies_to" and self._gives_less_than_nothing(change)
            yield self._may_turn(change, key)
        if severity in {*_CLAIMS, "reorder"} or change.subject == "group":
            yield self._changes_who_measures(change, key)

    def _full_turns(self, change: Change, severity: Severity) -> bool:
        """Return whether those who get full points without an answer move, and not as the formula does."""
        if not any("full" in _consequences_of(side[change.id]) for side in self._placed if change.id in side) or change.delta is None:
            return False
        return severity != ("generous" if (change.delta > 0) != self._is_taken_off(change.id) else "stricter")

    def _is_taken_off(self, identifier: str) -> bool:
        return any(self._within(side, identifier)[0] == "deductions" for side in self._placed if identifier in side)

    def _may_turn(self, change: Change, key: str) -> bool:
        if change.subject in _OF_POINTS:
            return self._is_read_against(change)
        if change.subject == "grade":
            return self._has_quotas
        if change.subject == "knockout":
            return self._has_quotas or any(not self._is_the_worst(book, each) for book, each in self._knockouts() if each.id == change.id)
        if change.subject == "award":
            awards = (each for book in self._books for each in book.awards if each.id == change.id)
            return key in _OF_WHO_IS_ELIGIBLE and any(map(_is_limited, awards))
        return False

    def _changes_who_measures(self, change: Change, key: str) -> bool:
        """Return whether a change decides who is among those that others are measured by."""
        if change.subject == "group":
            if key == "members":
                return self._is_measured_by_others(change.id)
            return key in {"", "excluded"} or (key in {"ranked", "unranked", "ranked_within"} and "ranked" in self._among)
        if (change.subject, key) in {("criterion", "on_missing"), ("answer", "required")}:
            return bool(self._among)
        by_knockout = change.subject == "knockout" and any(each.unranked for _, each in self._knockouts() if each.id == change.id)
        return by_knockout and "ranked" in self._among

    def _is_measured_by_others(self, group: str) -> bool:
        """Return whether some criterion of a group holds its units against each other."""
        own = (each for book in self._books if any(known.id == group for known in book.groups) for each in book.criteria_of(group))
        return any(isinstance(node, GroupExtreme) for each in own for expr in expressions_of(each) for node in expr.walk())

    def _limits_otherwise(self, change: Change, key: str, severity: Severity) -> bool:
        """Return whether bonus points may not pass a maximum that moves, and not as the points do."""
        is_limited = any(book.bonus is not None and not book.bonus.above_maximum for book in self._books)
        if not is_limited or not self._is_about_maxima(change, key) or all(self._maxima_stay(change.id, each) for each in self._groups()):
            return False
        if key == "applies_to" or change.delta is None:
            return severity == "none" or key == "max_points"
        return severity != ("generous" if change.delta > 0 else "stricter")

    def _gives_less_than_nothing(self, change: Change) -> bool:
        """Return whether what applies to other groups than before can take points away as well as give them."""
        thing = (change.subject, change.id)
        inside = (
            each.criterion
            for side in self._placed
            for identifier, each in side.items()
            if thing == ("criterion", identifier) or self._within(side, identifier) in {thing, (change.subject, "")}
        )
        return any(each.min_points < 0 for each in inside)

    def _is_about_maxima(self, change: Change, key: str) -> bool:
        """Return whether a change is one of what a criterion can give, or for whom, beside bonus and deductions."""
        changes = key == "applies_to" or (change.subject == "criterion" and key in {"", "max_points"})
        return changes and change.subject not in {"bonus", "deductions"} and not self._is_extra(change.id)

    def _moves_the_maximum(self, change: Change, key: str) -> bool:
        """Return whether the most points there are may change where results are shares of them, or where points are redistributed."""
        if not self._is_about_maxima(change, key):
            return False
        if any(self._is_shared_out_anew(side, change.id) for side in self._placed if change.subject == "criterion" and change.id in side):
            return True
        return self._by_share() and not all(self._maxima_stay(change.id, group) for group in self._groups())

    @staticmethod
    def _is_shared_out_anew(side: dict[str, Placed], identifier: str) -> bool:
        """Return whether points beside a criterion, or beside one that it is part of, may be shared out among those that apply."""
        levels = [side[identifier].within]
        while levels[-1][0] == "criterion":
            levels.append(side[levels[-1][1]].within)
        return any(_consequences_of(each) & _REDISTRIBUTED for each in side.values() if each.within in levels)

    def _by_share(self) -> bool:
        scales = any(book.scale.out_of is not None or book.scale.result == "percent" for book in self._books)
        grades = any(book.grades is not None and book.grades.on == "percent" for book in self._books)
        return scales or grades or bool(self._measures & {"percent", "least_share", "max_points"})

    def _groups(self) -> set[str]:
        return {group.id for group in self._books[0].groups} & {group.id for group in self._books[1].groups}

    def _maxima_stay(self, identifier: str, group: str) -> bool:
        """Return whether every unit of a group keeps its maximum, whatever drops out for it; or what is changed is none of its business."""
        tops = [[top for _, own in book.sections_of(group) for top in own] for book in self._books]
        inside = [{each.id: each for top in own for each in top.all()} for own in tops]
        sections = {section.id for book in self._books for section, _ in book.sections_of(group)}
        if identifier not in {*inside[0], *inside[1], *sections}:
            return True
        if sum(top.max_points for top in tops[0]) != sum(top.max_points for top in tops[1]):
            return False
        dropped = {each.id for own in inside for each in own.values() if _may_drop_out(each)}
        return all(each in inside[0] and each in inside[1] and inside[0][each].max_points == inside[1][each].max_points for each in dropped)

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
        if self._is_taken_off(change.id) and any(isinstance(node, PointsOf) and reads(node) for node in self._nodes):
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


def _may_drop_out(criterion: Criterion) -> bool:
    """Return whether a criterion may leave the maximum: it drops, or its points are shared out and nobody may be left to take them."""
    nodes = (node for expr in expressions_of(criterion) for node in expr.walk())
    by_itself = any(isinstance(node, NoValue) and node.kind == "not_applicable" for node in nodes)
    return any(each.then == "drop" or each.then in _REDISTRIBUTED for each in criterion.not_applicable) or (
        by_itself and not criterion.not_applicable
    )


def _consequences_of(placed: Placed) -> set[str]:
    return {each.then for each in placed.criterion.not_applicable}


def _is_limited(award: Award) -> bool:
    return award.positions is not None or award.quota is not None
