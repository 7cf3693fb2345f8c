"""Points stay inside their bounds and reach them, and what the questions accept the formulas take."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from ictscore.expr.nodes import NoValue
from ictscore.expr.values import not_applicable
from ictscore.formulas.graded import Graded
from ictscore.formulas.imported import Imported
from ictscore.formulas.relative import Relative
from ictscore.proofs.doubt import Doubt, doubt
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.search import Tried
from ictscore.proofs.study import Study
from ictscore.words import N_, phrase


def check_points(this: Study) -> Iterator[Doubt]:
    """Yield criteria that leave their bounds or never reach them, and answers that no formula takes."""
    for each in this.leaves:
        outside = each.search.outside()
        if outside is not None:
            yield _about(this, "RB701", each, low=each.criterion.min_points, high=each.criterion.max_points, tried=outside)
        elif not each.is_inside:
            low, high = _end(each.range.low, "−∞"), _end(each.range.high, "+∞")
            yield _about(this, "RB720", each, low=low, high=high, tried=each.search.most())
        yield from _ends(this, each)
        yield from _refused(this, each)
        yield from _undecided_declarations(this, each)


def _end(value: Fraction | None, otherwise: str) -> object:
    return otherwise if value is None else value


def _about(this: Study, code: str, proved: ProvedLeaf, tried: Tried | None, **values: Any) -> Doubt:
    examples = (this.example(proved, tried),) if tried is not None else ()
    return doubt(this.draft, code, (*proved.path, "formula"), proved.criterion.id, *examples, criterion=proved.criterion.id, **values)


def _ends(this: Study, each: ProvedLeaf) -> Iterator[Doubt]:
    """Yield a maximum or a negative minimum that lies beyond everything the formula can give."""
    low, high = each.criterion.min_points, each.criterion.max_points
    most, least = each.range.high, each.range.low
    if each.range.is_empty or most is None or least is None:
        return
    if most < high or (most == high and each.range.high_open):
        is_open = phrase(N_(", and even that only nearly")) if each.range.high_open else ""
        yield _about(this, "RB702", each, high=high, most=most, open=is_open, tried=each.search.most())
    if low < 0 and (least > low or (least == low and each.range.low_open)):
        is_open = phrase(N_(", and even that only nearly")) if each.range.low_open else ""
        yield _about(this, "RB703", each, low=low, least=least, open=is_open, tried=each.search.least())


def _refused(this: Study, each: ProvedLeaf) -> Iterator[Doubt]:
    """Yield points given, imported values and values held against the group that the question accepts and the formula calls a fault."""
    if not isinstance(each.criterion.formula, (Graded, Imported, Relative)):
        return
    reasons = {node.reason.text for node in each.leaf.expr.walk() if isinstance(node, NoValue)} - {"the points are no multiple of {every}"}
    for tried in each.search.errors():
        if tried.reason is not None and tried.reason.text in reasons:
            yield _about(this, "RB716", each, tried=tried)
            return


def _undecided_declarations(this: Study, each: ProvedLeaf) -> Iterator[Doubt]:
    """Yield questions that may be declared not applicable where the criterion has no rule for it: that is an error when it is scored."""
    answers = this.draft.rulebook.answers
    if any(policy.declared for policy in each.leaf.policies):
        return
    for name in each.leaf.answers:
        if name in answers and answers[name].not_applicable and (most := each.search.most()) is not None:
            shown = this.laboratory.points(each.group, each.criterion.id, {**most.answers, name: not_applicable(name)})
            if shown.status == "error":
                values: dict[str, Any] = {"criterion": each.criterion.id, "answer": name}
                yield doubt(this.draft, "RB724", each.path, each.criterion.id, shown, **values)
