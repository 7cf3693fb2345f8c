"""The interval reading of an expression: what it may come to, and which of its branches can be taken at all."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from fractions import Fraction

from ictscore.expr.branches import Branch
from ictscore.expr.intervals import ranges as of
from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.possible import EITHER, Possible
from ictscore.expr.intervals.ranges import Range, exactly
from ictscore.expr.intervals.relations import bounded, can_be_at_most, is_possible, same_text, turned
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
_FLIPPED = {"=": "≠", "≠": "=", "<": "≥", "≥": "<", ">": "≤", "≤": ">"}
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

    def range(self, expr: Expr, known: Knowledge, path: Path | None = None) -> Range:
        """Return the numbers ``expr`` may come to."""
        reader = self if path is not None else Reach()
        found = reader.value(expr, known, path or ()).numbers
        return found if found is not None else Range(Fraction(0), Fraction(0), low_open=True, high_open=True)

    def _value(self, expr: Expr, known: Knowledge, path: Path) -> Possible:  # noqa: C901, PLR0911, PLR0912 - one case per operation
        match expr:
            case Const():
                return _constant(expr.value)
            case NoValue():
                return Possible(blanks=frozenset({expr.kind}))
            case AnswerTo():
                return known.answers.get(expr.id, Possible(Range(), EITHER, any_text=True, blanks=frozenset({"missing"})))
            case Given():
                return Possible(truths=EITHER)
            case PointsOf():
                return Possible(known.points.get(expr.id, Range()), blanks=_FAULT)
            case SectionPoints():
                return Possible(known.sections.get(expr.id, Range()), blanks=_FAULT)
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
        return Possible(Reach().range(expr.of, free), blanks=Reach().value(expr.of, free).blanks | _FAULT)

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
                if (strict := self.at_most(expr.right, expr.left, known)) is not None:
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
        weighted = self._weighted_shares(children, known)
        return found if weighted is None or not expr.terms else found.meet(weighted)

    def _weighted_shares(self, children: tuple[Expr, ...], known: Knowledge) -> Range | None:
        """Return the bound of Σ weight × part ÷ whole where the parts together are known to be at most the whole."""
        pairs = [_weighted(child) for child in children]
        found = [pair for pair in pairs if pair is not None]
        if len(found) != len(children) or len({pair[2] for pair in found}) != 1:
            return None
        parts, whole = tuple(pair[1] for pair in found), found[0][2]
        positive = all(self.range(part, known).meet(Range(high=Fraction(0), high_open=True)).is_empty for part in parts)
        together = parts[0] if len(parts) == 1 else Add(parts)
        if not positive or self.at_most(together, whole, known) is None or any(pair[0] < 0 for pair in found):
            return None
        return Range(Fraction(0), max(pair[0] for pair in found))

    def _quotient(self, expr: Divide, own: list[Range], known: Knowledge, blanks: frozenset[BlankKind]) -> Possible:
        top, bottom = own
        if bottom.holds(Fraction(0)):
            blanks |= _FAULT
        found = of.divide(top, bottom)
        positive = bottom.meet(Range(high=Fraction(0), high_open=True)).is_empty
        if positive and (strict := self.at_most(expr.left, expr.right, known)) is not None:
            found = found.meet(Range(high=_ONE, high_open=strict))
        if positive and (strict := self.at_most(expr.right, expr.left, known)) is not None:
            found = found.meet(Range(low=_ONE, low_open=strict))
        return Possible(found, blanks=blanks)

    def at_most(self, less: Expr, more: Expr, known: Knowledge) -> bool | None:
        """Return None where ``less`` may be above ``more``, else whether it is always strictly less."""
        if (less, more) in known.at_most:
            return known.at_most[less, more]
        if less == more:
            return False
        by_form = self._less_by_form(less, more, known)
        return by_form if by_form is not None else self._less_by_facts(less, more, known)

    def _less_by_form(self, less: Expr, more: Expr, known: Knowledge) -> bool | None:
        """Return what the form of two expressions says of their order: a − b is at most a, a − c at most b − c where a is at most b."""
        if not isinstance(less, Subtract):
            return None
        if less.left == more and self._not_negative(less.right, known):
            return False
        if isinstance(more, Subtract) and less.right == more.right:
            return self.at_most(less.left, more.left, known)
        if isinstance(more, Subtract) and less.left == more.left:
            return self.at_most(more.right, less.right, known)
        return None

    def _less_by_facts(self, less: Expr, more: Expr, known: Knowledge) -> bool | None:
        """Return what follows from two facts, or from one about a sum: of terms that are not negative, each is at most the whole."""
        for (part, whole), strict in known.at_most.items():
            if part == less and (whole, more) in known.at_most:
                return strict or known.at_most[whole, more]
            if whole == more and isinstance(part, Add) and less in part.terms:
                others = [each for each in part.terms if each != less]
                if len(others) == len(part.terms) - 1 and all(self._not_negative(each, known) for each in others):
                    return strict
        return None

    def _not_negative(self, expr: Expr, known: Knowledge) -> bool:
        return self.range(expr, known).meet(Range(high=Fraction(0), high_open=True)).is_empty

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
            truths |= self._order(expr, left.numbers, right.numbers, known)
        if left.any_text or right.any_text or (left.truths and right.truths and len(left.truths | right.truths) > 1):
            truths |= EITHER
        elif left.truths and right.truths:
            truths |= {(expr.op == "=")}
        if left.texts and right.texts and not (left.any_text or right.any_text):
            truths |= same_text(expr.op, left.texts, right.texts)
        return Possible(truths=frozenset(truths), blanks=blanks)

    def _order(self, expr: Compare, left: Range, right: Range, known: Knowledge) -> set[bool]:
        if left.is_empty or right.is_empty:
            return set()
        found = {truth for truth in (True, False) if is_possible(expr.op if truth else _FLIPPED[expr.op], left, right)}
        for less, more, ways in ((expr.left, expr.right, ("≤", "<", ">", "≥")), (expr.right, expr.left, ("≥", ">", "<", "≤"))):
            strict = self.at_most(less, more, known)
            if strict is None:
                continue
            always, if_strict, never, never_if_strict = ways
            if expr.op == always or (strict and expr.op == if_strict):
                found &= {True}
            if expr.op == never or (strict and expr.op == never_if_strict) or (strict and expr.op == "="):
                found &= {False}
            if strict and expr.op == "≠":
                found &= {True}
        return found

    def assume(self, condition: Expr, known: Knowledge, *, truth: bool) -> Knowledge | None:  # noqa: PLR0911 - one way each
        """Return what is known where ``condition`` is true (or not), or None where that cannot be."""
        match condition:
            case Labelled():
                return self.assume(condition.of, known, truth=truth)
            case Not():
                return self.assume(condition.of, known, truth=not truth)
            case Both() | Either() if truth == isinstance(condition, Both):
                inside: Knowledge | None = known
                for term in condition.terms:
                    inside = self.assume(term, inside, truth=truth) if inside is not None else None
                return inside
            case Both() | Either():
                ways = [way for term in condition.terms if (way := self.assume(term, known, truth=truth)) is not None]
                return ways[0] if len(ways) == 1 else known if ways else None
            case Compare():
                return self._assume_comparison(condition, known, truth=truth)
            case AnswerTo():
                truths = known.answers.get(condition.id, Possible(truths=EITHER)).truths
                return known.with_answer(condition.id, Possible(truths=frozenset({truth}))) if truth in truths else None
        return known.with_truth(condition, truth)

    def _assume_comparison(self, condition: Compare, known: Knowledge, *, truth: bool) -> Knowledge | None:
        op = condition.op if truth else _FLIPPED[condition.op]
        reader = Reach()
        left, right = reader.value(condition.left, known), reader.value(condition.right, known)
        if truth not in reader.value(condition, known).truths:
            return None
        if left.numbers is not None and right.numbers is not None:
            return self._narrow(op, condition.left, condition.right, left.numbers, right.numbers, known)
        answer, other = (condition.left, right) if isinstance(condition.left, AnswerTo) else (condition.right, left)
        if isinstance(answer, AnswerTo) and len(other.texts) == 1 and not other.any_text:
            own = known.answers.get(answer.id, Possible(any_text=True))
            if own.any_text:
                return known
            kept = own.texts & other.texts if op == "=" else own.texts - other.texts
            return known.with_answer(answer.id, Possible(texts=kept)) if kept else None
        return known

    def _narrow(self, op: str, left: Expr, right: Expr, one: Range, other: Range, known: Knowledge) -> Knowledge | None:  # noqa: PLR0913, PLR0917
        mine, theirs = bounded(op, one, other), bounded(turned(op), other, one)
        if mine.is_empty or theirs.is_empty:
            return None
        known = self._learn(left, mine, known)
        known = self._learn(right, theirs, known)
        if op in {"≤", "<"}:
            known = known.with_order(left, right, strict=op == "<")
        elif op in {"≥", ">"}:
            known = known.with_order(right, left, strict=op == ">")
        elif op == "=":
            known = known.with_order(left, right, strict=False).with_order(right, left, strict=False)
        return known

    def _learn(self, expr: Expr, seen: Range, known: Knowledge) -> Knowledge:
        """Return what follows for ``expr`` and, where it is an answer, for the answer: it was given."""
        if isinstance(expr, Const):
            return known
        if isinstance(expr, AnswerTo):
            own = known.answers.get(expr.id, Possible(Range())).numbers or Range()
            return known.with_answer(expr.id, Possible(own.meet(seen)))
        if isinstance(expr, Labelled):
            return self._learn(expr.of, seen, known)
        return known.with_range(expr, seen)


def _constant(value: Fraction | bool | str) -> Possible:  # noqa: FBT001
    if isinstance(value, bool):
        return Possible(truths=frozenset({value}))
    return Possible(exactly(value)) if isinstance(value, Fraction) else Possible(texts=frozenset({value}))


def _members(expr: OfMembers, known: Knowledge) -> Range:
    if expr.how == "count":
        return Range(low=Fraction(0), whole=True)
    if expr.of == "total":
        return known.measures.get(f"total of {expr.group}", Range()) if expr.how != "sum" else Range()
    answer = known.answers.get(expr.of, Possible(Range())).numbers or Range()
    if expr.how == "sum":
        return _NOT_NEGATIVE if answer.low is not None and answer.low >= 0 else Range()
    return Range(answer.low, answer.high)


def _weighted(expr: Expr) -> tuple[Fraction, Expr, Expr] | None:
    """Return weight, part and whole where ``expr`` is weight × part ÷ whole."""
    if isinstance(expr, Labelled):
        return _weighted(expr.of)
    if isinstance(expr, Divide):
        return _ONE, expr.left, expr.right
    if isinstance(expr, Multiply) and isinstance(expr.left, Divide) and isinstance(expr.right, Const):
        weight = expr.right.value
        return (weight, expr.left.left, expr.left.right) if isinstance(weight, Fraction) else None
    return None
