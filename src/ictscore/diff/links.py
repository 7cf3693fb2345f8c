"""Why some changes cannot be made one without the other: a rulebook with only one of them would not be a rulebook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, combinations

from ictscore.diff.between import mixed_criterion
from ictscore.diff.switches import Placed, Switch, placed_criteria
from ictscore.expr.nodes import AnswerTo, Expr, Given, GroupExtreme, OfMembers, PointsOf, SectionPoints
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import Rulebook
from ictscore.words import N_

WHY: dict[str, str] = {
    "bounds": N_("the points of the formula fit only the maximum of their own side"),
    "parts": N_("a criterion comes or goes with what it stands in"),
    "refers": N_("one speaks of something that only the other side has"),
    "question": N_("the question is of another kind, and the rules that use it change with it"),
    "grades": N_("they name grades that only one side has"),
    "circle": N_("their points would depend on each other in a circle"),
    "error": N_("one without the other gives no points for some unit"),
}
"""What is said of changes that were taken together."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two switches that have to be switched together, and why."""

    first: Switch
    second: Switch
    why: str


def links_among(switches: frozenset[Switch], old: Rulebook, new: Rulebook) -> Iterator[Link]:
    """Yield the links between switches; some may name switches that are not among them."""
    finder = _Finder(switches, old, new)
    yield from finder.within_criteria()
    yield from finder.in_the_tree()
    yield from finder.by_reference()
    yield from finder.by_question()
    yield from finder.by_grade()


def expressions_of(criterion: Criterion) -> tuple[Expr, ...]:
    """Return the expressions a criterion is scored by."""
    formula = () if criterion.formula is None else (criterion.formula.to_expr(criterion.bounds),)
    return (*formula, *(each.when for each in criterion.not_applicable if each.when is not None))


def answers_in(*exprs: Expr) -> set[str]:
    """Return the ids of the answers that expressions look at."""
    nodes = [node for expr in exprs for node in expr.walk()]
    own = {node.id for node in nodes if isinstance(node, (AnswerTo, Given))}
    inside = [node.of for node in nodes if isinstance(node, GroupExtreme)]
    return own | {node.of for node in nodes if isinstance(node, OfMembers)} | (answers_in(*inside) if inside else set())


def points_in(*exprs: Expr) -> set[str]:
    """Return the ids of the criteria whose points expressions use."""
    return {node.id for expr in exprs for node in expr.walk() if isinstance(node, PointsOf)}


def sections_in(*exprs: Expr) -> set[str]:
    """Return the ids of the sections whose points expressions use."""
    return {node.id for expr in exprs for node in expr.walk() if isinstance(node, SectionPoints)}


class _Finder:
    """Finds links, one reason after the other."""

    def __init__(self, switches: frozenset[Switch], old: Rulebook, new: Rulebook) -> None:
        self.switches, self.books = sorted(switches), (old, new)
        self.placed = placed_criteria(old), placed_criteria(new)
        self.of_criterion: dict[str, list[Switch]] = {}
        for each in self.switches:
            if each.subject == "criterion":
                self.of_criterion.setdefault(each.id, []).append(each)

    def _sides(self, identifier: str) -> list[Placed]:
        return [side[identifier] for side in self.placed if identifier in side]

    def within_criteria(self) -> Iterator[Link]:
        """Yield links between a criterion's points and formula where some mixture of them does not fit together."""
        for identifier, own in self.of_criterion.items():
            amounts = [each for each in own if each.key in {"max_points", "min_points", "formula"}]
            if len(amounts) > 1 and not all(self._fits(identifier, frozenset(chosen)) for chosen in _subsets(amounts)):
                yield from (Link(amounts[0], each, "bounds") for each in amounts[1:])

    def _fits(self, identifier: str, applied: frozenset[Switch]) -> bool:
        mixed = mixed_criterion(self.placed[0][identifier], self.placed[1][identifier], applied)
        if mixed.min_points > mixed.max_points:
            return False
        stated = () if mixed.formula is None else mixed.formula.stated_points(mixed.bounds)
        return all(mixed.min_points <= points <= mixed.max_points for points in stated)

    def in_the_tree(self) -> Iterator[Link]:
        """Yield links of criteria with the criterion above them, where that comes or goes or becomes a sum of parts."""
        for identifier, own in self.of_criterion.items():
            moves = [each for each in own if each.key in {"", "within"}]
            above = {side.within[1] for side in self._sides(identifier) if side.within[0] == "criterion"}
            for move in moves:
                for parent in sorted(above):
                    yield Link(move, Switch("criterion", parent), "parts")
                    yield Link(move, Switch("criterion", parent, "formula"), "parts")

    def by_reference(self) -> Iterator[Link]:
        """Yield links of rules with the criteria they speak of, where one side lacks them or they speak of each other."""
        one_sided = set(self.placed[0]) ^ set(self.placed[1])
        for switch in self.switches:
            for name in sorted(self._spoken_of(switch) & one_sided):
                yield Link(switch, Switch("criterion", name), "refers")
        for identifier, own in self.of_criterion.items():
            for other in sorted(self._reached(identifier) & set(self.of_criterion)):
                if identifier in self._reached(other) and other != identifier:
                    yield from (Link(own[0], each, "circle") for each in (*own[1:], *self.of_criterion[other]))

    def _spoken_of(self, switch: Switch) -> set[str]:
        exprs = self._exprs(switch)
        named = sections_in(*exprs)
        inside = {name for side in self.placed for name, each in side.items() if each.within[0] == "section" and each.within[1] in named}
        whole = {name for name in inside if not all(self._has_section(index, section) for index in (0, 1) for section in named)}
        return points_in(*exprs) | whole

    def _has_section(self, index: int, section: str) -> bool:
        return any(each.id == section for each in self.books[index].sections)

    def _exprs(self, switch: Switch) -> tuple[Expr, ...]:
        """Return the expressions of a switch, of both sides."""
        if switch.subject == "criterion":
            if switch.key in {"", "formula", "not_applicable"}:
                return tuple(expr for side in self._sides(switch.id) for expr in expressions_of(side.criterion))
            return ()
        return tuple(expr for book in self.books for expr in _exprs_of(book, switch))

    def _reached(self, identifier: str) -> set[str]:
        """Return the criteria whose points a criterion depends on, on either side."""
        found: set[str] = set()
        left = [identifier]
        while left:
            exprs = [expr for side in self._sides(left.pop()) for expr in expressions_of(side.criterion)]
            fresh = points_in(*exprs) - found
            found |= fresh
            left += fresh
        return found

    def by_question(self) -> Iterator[Link]:
        """Yield links of a question that is of another kind with every changed rule that uses it."""
        for question in (each for each in self.switches if each.subject == "answer"):
            for switch in self.switches:
                if switch != question and question.id in answers_in(*self._exprs(switch)):
                    yield Link(question, switch, "question")

    def by_grade(self) -> Iterator[Link]:
        """Yield links of the grades with the awards and knockouts that name one which a side lacks."""
        names = [{band.name for band in book.grades.bands} if book.grades is not None else set() for book in self.books]
        one_sided = names[0] ^ names[1]
        for switch in self.switches:
            if switch.subject in {"award", "knockout"}:
                named = {getattr(each, "grade", None) for book in self.books for each in _things_of(book, switch)}
                if named & one_sided:
                    yield Link(switch, Switch("grades", ""), "grades")


def _subsets(switches: list[Switch]) -> Iterator[tuple[Switch, ...]]:
    return chain.from_iterable(combinations(switches, size) for size in range(1, len(switches)))


def _things_of(book: Rulebook, switch: Switch) -> Iterator[object]:
    listed = book.awards if switch.subject == "award" else book.knockouts
    yield from (each for each in listed if each.id == switch.id)


def _exprs_of(book: Rulebook, switch: Switch) -> Iterator[Expr]:
    if switch.subject in {"award", "knockout"}:
        found = (getattr(each, name, None) for each in _things_of(book, switch) for name in ("requires", "when"))
    elif switch.subject == "grades" and book.grades is not None:
        found = (band.requires for band in book.grades.bands)
    else:
        found = (each for each in (book.ranking.tie_breaks if switch.subject == "ranking" else ()))
    yield from (each for each in found if isinstance(each, Expr))
