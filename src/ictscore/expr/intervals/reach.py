"""The interval reading of an expression: what it may come to, and which of its branches can be taken (``whatif.reach`` is for searches)."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from ictscore.expr.branches import Branch
from ictscore.expr.intervals import ranges as of
from ictscore.expr.intervals.arithmetic import result
from ictscore.expr.intervals.assuming import assume
from ictscore.expr.intervals.givens import FAULT, constant, members_of, points_of
from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.orders import of_order, range_of
from ictscore.expr.intervals.possible import EITHER, Possible
from ictscore.expr.intervals.ranges import Range
from ictscore.expr.intervals.relations import can_be_at_most, same_text
from ictscore.expr.nodes import (
    AnswerTo,
    Both,
    Compare,
    Const,
    CountTrue,
    Either,
    Expr,
    Given,
    Greatest,
    GroupExtreme,
    If,
    Labelled,
    Least,
    Measure,
    Not,
    NoValue,
    OfMembers,
    PointsOf,
    SectionPoints,
)
from ictscore.expr.values import BlankKind

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
                return constant(expr.value)
            case NoValue():
                return Possible(blanks=frozenset({expr.kind}))
            case AnswerTo():
                return known.answers.get(expr.id, Possible(Range(), EITHER, any_text=True, blanks=frozenset({"missing"})))
            case Given():
                return Possible(truths=known.truths_of_given(expr.id))
            case PointsOf():
                return points_of(known.points, expr.id, known)
            case SectionPoints():
                return points_of(known.sections, expr.id, known)
            case Measure():
                return Possible(known.measures.get(expr.name, Range()))
            case GroupExtreme():
                return self._extreme(expr, known)
            case OfMembers():
                theirs = known.everyone.get(expr.of)
                return Possible(members_of(expr, known), blanks=FAULT if expr.of == "total" or theirs is None else FAULT | theirs.blanks)
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
        return Possible(range_of(quietly, expr.of, free), blanks=quietly(expr.of, free).blanks | FAULT)

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
        if isinstance(expr, (Least, Greatest)):
            self._note_deciding(expr, own, path)
        return result(quietly, expr, own, known, blanks)

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
