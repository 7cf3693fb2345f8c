"""The interval reading of an expression: what it may come to, and which of its branches can be taken (``whatif.reach`` is for searches)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from ictscore.expr.branches import Branch
from ictscore.expr.intervals import ranges as of
from ictscore.expr.intervals.assuming import assume
from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.orders import at_most, of_order, range_of, weighted_shares
from ictscore.expr.intervals.possible import EITHER, Possible
from ictscore.expr.intervals.ranges import Range, exactly
from ictscore.expr.intervals.relations import can_be_at_most, same_text
from ictscore.expr.nodes import (
    Add,
    AnswerTo,
    Both,
    Compare,
    Const,
    CountTrue,
    Divide,
    Either,
    Expr,
    Given,
    Greatest,
    GroupExtreme,
    If,
    Labelled,
    Least,
    Mean,
    Measure,
    Multiply,
    Not,
    NoValue,
    OfMembers,
    PointsOf,
    Rounded,
    SectionPoints,
    Subtract,
)
from ictscore.expr.values import BlankKind

_NOT_NEGATIVE = Range(low=Fraction(0))
_ONE = Fraction(1)
_FAULT: frozenset[BlankKind] = frozenset({"fault"})

Path = tuple[int, ...]


@dataclass(slots=True)
class Reach:
    """Reads an expression; ``taken`` collects every branch that it could not rule out."""

    taken: set[Branch] = field(default_factory=set)

    def value(self, expr: Expr, known: Knowledge, path: Path = ()) -> Possible:
        """Return what ``expr`` may come to where ``known`` holds. Nothing it can come to is left out."""
        found = self._value(expr, known, path)
        if found.numbers is not None and expr in known.ranges:
            found = Possible(found.numbers.meet(known.ranges[expr]), found.truths, found.texts, found.any_text, found.blanks)
        if expr in known.truths:
            found = Possible(truths=found.truths & {known.truths[expr]}, blanks=found.blanks)
        return found

    @staticmethod
    def range(expr: Expr, known: Knowledge) -> Range:
        """Return the numbers ``expr`` may come to."""
        return range_of(quietly, expr, known)

    @staticmethod
    def assume(condition: Expr, known: Knowledge, *, truth: bool) -> Knowledge | None:
        """Return what is known where ``condition`` is true (or not), or None where that cannot be."""
        return assume(quietly, condition, known, truth=truth)

    def _value(self, expr: Expr, known: Knowledge, path: Path) -> Possible:  # noqa: C901, PLR0911, PLR0912 - one case per operation
        match expr:
            case Const():
                return _constant(expr.value)
            case NoValue():
                return Possible(blanks=frozenset({expr.kind}))
            case AnswerTo():
                return known.answers.get(expr.id, Possible(Range(), EITHER, any_text=True, blanks=frozenset({"missing"})))
            case Given():
                return Possible(truths=known.truths_of_given(expr.id))
            case PointsOf():
                return _points(known.points, expr.id, known)
            case SectionPoints():
                return _points(known.sections, expr.id, known)
            case Measure():
                return Possible(known.measures.get(expr.name, Range()))
            case GroupExtreme():
                return self._extreme(expr, known)
            case OfMembers():
                theirs = known.everyone.get(expr.of)
                return Possible(_members(expr, known), blanks=_FAULT if expr.of == "total" or theirs is None else _FAULT | theirs.blanks)
            case Labelled():
                return self.value(expr.of, known, (*path, 0))
            case If():
                return self._if(expr, known, path)
            case Compare():
                return self._compare(expr, known, path)
            case Not():
                inner = self.value(expr.of, known, (*path, 0))
                return Possible(truths=frozenset(not each for each in inner.truths), blanks=inner.blanks)
            case Both() | Either():
                return self._logic(expr, known, path)
            case _:
                return self._arithmetic(expr, known, path)

    def _extreme(self, expr: GroupExtreme, known: Knowledge) -> Possible:
        """Return what the group's extreme may be: any value the others may have, so what ``of`` may be whatever was shown on the way."""
        free = Knowledge(known.everyone or known.answers, {}, {}, {})
        return Possible(range_of(quietly, expr.of, free), blanks=quietly(expr.of, free).blanks | _FAULT)

    def _arithmetic(self, expr: Expr, known: Knowledge, path: Path) -> Possible:
        children = tuple(expr.children())
        parts = [self.value(child, known, (*path, index)) for index, child in enumerate(children)]
        blanks: frozenset[BlankKind] = frozenset().union(*(part.blanks for part in parts))
        if isinstance(expr, CountTrue):
            sure = sum(part.truths == {True} for part in parts)
            most = sum(True in part.truths for part in parts)
            self._note_terms(parts, path)
            return Possible(Range(Fraction(sure), Fraction(most), whole=True), blanks=blanks)
        numbers = [part.numbers for part in parts]
        if any(each is None or each.is_empty for each in numbers):
            return Possible(blanks=blanks)
        own = [each for each in numbers if each is not None]
        return self._numbers(expr, children, own, known, blanks, path)

    def _numbers(  # noqa: PLR0913, PLR0917, PLR0911 - one way for each operation
        self, expr: Expr, children: tuple[Expr, ...], own: list[Range], known: Knowledge, blanks: frozenset[BlankKind], path: Path
    ) -> Possible:
        match expr:
            case Add():
                return Possible(self._sum(expr, children, own, known), blanks=blanks)
            case Mean():
                total = self._sum(Add(children), children, own, known)
                return Possible(of.divide(total, exactly(Fraction(len(children)))), blanks=blanks)
            case Subtract():
                found = of.add(own[0], of.negative(own[1]))
                if (strict := at_most(quietly, expr.right, expr.left, known)) is not None:
                    found = found.meet(Range(low=Fraction(0), low_open=strict))
                return Possible(found, blanks=blanks)
            case Multiply():
                return Possible(of.multiply(*own), blanks=blanks)
            case Divide():
                return self._quotient(expr, own, known, blanks)
            case Least() | Greatest():
                self._note_deciding(expr, own, path)
                return Possible((of.least if isinstance(expr, Least) else of.greatest)(own), blanks=blanks)
            case Rounded():
                if expr.direction == "nearest":
                    return Possible(of.rounded(own[0], of.to_places(expr.places), whole=expr.places == 0), blanks=blanks)
                turn = math.floor if expr.direction == "floor" else math.ceil
                return Possible(of.rounded(own[0], lambda value: Fraction(turn(value)), whole=True), blanks=blanks)
        raise TypeError(type(expr))

    def _sum(self, expr: Add, children: tuple[Expr, ...], own: list[Range], known: Knowledge) -> Range:
        found = exactly(Fraction(0))
        for each in own:
            found = of.add(found, each)
        weighted = weighted_shares(quietly, children, known)
        return found if weighted is None or not expr.terms else found.meet(weighted)

    def _quotient(self, expr: Divide, own: list[Range], known: Knowledge, blanks: frozenset[BlankKind]) -> Possible:
        top, bottom = own
        if bottom.holds(Fraction(0)):
            blanks |= _FAULT
        found = of.divide(top, bottom)
        positive = bottom.meet(Range(high=Fraction(0), high_open=True)).is_empty
        if positive and (strict := at_most(quietly, expr.left, expr.right, known)) is not None:
            found = found.meet(Range(high=_ONE, high_open=strict))
        if positive and (strict := at_most(quietly, expr.right, expr.left, known)) is not None:
            found = found.meet(Range(low=_ONE, low_open=strict))
        return Possible(found, blanks=blanks)

    def _if(self, expr: If, known: Knowledge, path: Path) -> Possible:
        condition = self.value(expr.condition, known, (*path, 0))
        found = Possible(blanks=condition.blanks)
        for truth, arm, index in ((True, expr.then, 1), (False, expr.otherwise, 2)):
            if truth in condition.truths and (inside := self.assume(expr.condition, known, truth=truth)) is not None:
                self.taken.add(Branch(path, "then" if truth else "else"))
                found = found.join(self.value(arm, inside, (*path, index)))
        return found

    def _logic(self, expr: Both | Either, known: Knowledge, path: Path) -> Possible:
        """Return the truths of a conjunction or disjunction; a term is read under what the terms before it leave open."""
        deciding = isinstance(expr, Either)
        parts = [self.value(term, known, (*path, index)) for index, term in enumerate(expr.terms)]
        self._note_terms(parts, path)
        blanks: frozenset[BlankKind] = frozenset().union(*(part.blanks for part in parts))
        truths = set()
        if any(deciding in part.truths for part in parts):
            truths.add(deciding)
        if all((not deciding) in part.truths for part in parts):
            truths.add(not deciding)
        sure = any(part.truths == {deciding} and not part.blanks for part in parts)
        return Possible(truths=frozenset(truths), blanks=frozenset() if sure else blanks)

    def _note_terms(self, parts: list[Possible], path: Path) -> None:
        for index, part in enumerate(parts):
            self.taken |= {Branch((*path, index), "yes" if truth else "no") for truth in part.truths}

    def _note_deciding(self, expr: Expr, own: list[Range], path: Path) -> None:
        """Note every term of a least or greatest that can be the one that counts."""
        turned = own if isinstance(expr, Least) else [of.negative(each) for each in own]
        for index, each in enumerate(turned):
            others = [other for position, other in enumerate(turned) if position != index]
            if all(can_be_at_most(each, other) for other in others):
                self.taken.add(Branch((*path, index), "counts"))

    def _compare(self, expr: Compare, known: Knowledge, path: Path) -> Possible:
        left, right = self.value(expr.left, known, (*path, 0)), self.value(expr.right, known, (*path, 1))
        blanks = left.blanks | right.blanks
        truths = set()
        if left.numbers is not None and right.numbers is not None:
            truths |= of_order(quietly, expr, left.numbers, right.numbers, known)
        if left.any_text or right.any_text or (left.truths and right.truths and len(left.truths | right.truths) > 1):
            truths |= EITHER
        elif left.truths and right.truths:
            truths |= {(expr.op == "=")}
        if left.texts and right.texts and not (left.any_text or right.any_text):
            truths |= same_text(expr.op, left.texts, right.texts)
        return Possible(truths=frozenset(truths), blanks=blanks)


def quietly(expr: Expr, known: Knowledge) -> Possible:
    """Return what ``expr`` may come to, and forget which branches it took."""
    return Reach().value(expr, known)


def _points(points: Mapping[str, Range], name: str, known: Knowledge) -> Possible:
    if not known.scored:
        return Possible(points.get(name, Range()), blanks=_FAULT)
    return Possible(points[name]) if name in points else Possible(blanks=_FAULT)


def _constant(value: Fraction | bool | str) -> Possible:  # noqa: FBT001
    if isinstance(value, bool):
        return Possible(truths=frozenset({value}))
    return Possible(exactly(value)) if isinstance(value, Fraction) else Possible(texts=frozenset({value}))


def _members(expr: OfMembers, known: Knowledge) -> Range:
    if expr.how == "count":
        return Range(low=Fraction(0), whole=True)
    if expr.of == "total":
        return known.measures.get(f"total of {expr.group}", Range()) if expr.how != "sum" else Range()
    theirs = known.everyone.get(expr.of) or known.answers.get(expr.of, Possible(Range()))
    answer = theirs.numbers or Range()
    if expr.how == "sum":
        return _NOT_NEGATIVE if answer.low is not None and answer.low >= 0 else Range()
    return Range(answer.low, answer.high)
