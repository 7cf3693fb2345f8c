"""What is known where a condition holds, or does not."""

from __future__ import annotations

from dataclasses import replace

from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.orders import Read
from ictscore.expr.intervals.possible import EITHER, Possible
from ictscore.expr.intervals.ranges import Range
from ictscore.expr.intervals.relations import OPPOSITE, bounded, turned
from ictscore.expr.nodes import AnswerTo, Both, Compare, Const, Either, Expr, Given, Labelled, Not


def assume(read: Read, condition: Expr, known: Knowledge, *, truth: bool) -> Knowledge | None:  # noqa: PLR0911 - one way each
    """Return what is known where ``condition`` is true (or not), or None where that cannot be."""
    match condition:
        case Labelled():
            return assume(read, condition.of, known, truth=truth)
        case Not():
            return assume(read, condition.of, known, truth=not truth)
        case Both() | Either() if truth == isinstance(condition, Both):
            inside: Knowledge | None = known
            for term in condition.terms:
                inside = assume(read, term, inside, truth=truth) if inside is not None else None
            return inside
        case Both() | Either():
            ways = [way for term in condition.terms if (way := assume(read, term, known, truth=truth)) is not None]
            return ways[0] if len(ways) == 1 else known if ways else None
        case Compare():
            return _assume_comparison(read, condition, known, truth=truth)
        case AnswerTo():
            truths = known.answers.get(condition.id, Possible(truths=EITHER)).truths
            return known.with_answer(condition.id, Possible(truths=frozenset({truth}))) if truth in truths else None
    if truth not in read(condition, known).truths:
        return None
    if isinstance(condition, Given) and (own := known.answers.get(condition.id)) is not None:
        kept = replace(own, blanks=frozenset()) if truth else Possible(blanks=own.blanks)
        return known.with_answer(condition.id, kept)
    return known.with_truth(condition, truth)


def _assume_comparison(read: Read, condition: Compare, known: Knowledge, *, truth: bool) -> Knowledge | None:
    op = condition.op if truth else OPPOSITE[condition.op]
    left, right = read(condition.left, known), read(condition.right, known)
    if truth not in read(condition, known).truths:
        return None
    if left.numbers is not None and right.numbers is not None:
        return _narrow(op, condition.left, condition.right, left.numbers, right.numbers, known)
    answer, other = (condition.left, right) if isinstance(condition.left, AnswerTo) else (condition.right, left)
    if isinstance(answer, AnswerTo) and len(other.texts) == 1 and not other.any_text:
        own = known.answers.get(answer.id, Possible(any_text=True))
        if own.any_text:
            return known.with_answer(answer.id, Possible(texts=other.texts)) if op == "=" else known
        kept = own.texts & other.texts if op == "=" else own.texts - other.texts
        return known.with_answer(answer.id, Possible(texts=kept)) if kept else None
    return known


def _narrow(op: str, left: Expr, right: Expr, one: Range, other: Range, known: Knowledge) -> Knowledge | None:  # noqa: PLR0913, PLR0917
    mine, theirs = bounded(op, one, other), bounded(turned(op), other, one)
    if mine.is_empty or theirs.is_empty:
        return None
    known = _learn(left, mine, known)
    known = _learn(right, theirs, known)
    if op in {"≤", "<"}:
        known = known.with_order(left, right, strict=op == "<")
    elif op in {"≥", ">"}:
        known = known.with_order(right, left, strict=op == ">")
    elif op == "=":
        known = known.with_order(left, right, strict=False).with_order(right, left, strict=False)
    return known


def _learn(expr: Expr, seen: Range, known: Knowledge) -> Knowledge:
    """Return what follows for ``expr`` and, where it is an answer, for the answer: it was given."""
    if isinstance(expr, Const):
        return known
    if isinstance(expr, AnswerTo):
        own = known.answers.get(expr.id, Possible(Range())).numbers or Range()
        return known.with_answer(expr.id, Possible(own.meet(seen)))
    if isinstance(expr, Labelled):
        return _learn(expr.of, seen, known)
    return known.with_range(expr, seen)
