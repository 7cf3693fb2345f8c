"""Whether the arm of a choice can ever be taken: all conditions on the way into it must hold for the same answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ictscore.expr.branches import Branch, expression_at
from ictscore.expr.evaluate import evaluate
from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.nodes import Both, Expr, If, Not
from ictscore.proofs.boxes import search_boxes
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.search import scope_for
from ictscore.proofs.study import Study
from ictscore.proofs.trial import Answers
from ictscore.proofs.ways import Way, assume_way, ways_of
from ictscore.rulebook.candidates import values_to_try
from ictscore.rulebook.domains import knowledge_of, with_parts

MOST_BOXES = 100


def is_never_taken(this: Study, each: ProvedLeaf, branch: Branch) -> bool:
    """Return whether it is proved, by cutting the answers into boxes, that no answers lead into the arm of a choice."""
    conditions = tuple(_on_the_way(each.leaf.expr, branch))
    known = knowledge_of(this.draft.rulebook)
    known = with_parts(known, each.criterion) if each.assumes else known
    whole = conditions[0] if len(conditions) == 1 else Both(conditions)
    return all(_is_ruled_out(this, each, known, way) for way in ways_of(whole, truth=True))


def _on_the_way(root: Expr, branch: Branch) -> Iterator[Expr]:
    """Yield the conditions that hold where the branch is taken, outermost first."""
    steps = (*branch.path, 1 if branch.way == "then" else 2)
    for length, step in enumerate(steps):
        choice = expression_at(root, steps[:length])
        if isinstance(choice, If) and step:
            yield choice.condition if step == 1 else Not(choice.condition)


def _is_ruled_out(this: Study, each: ProvedLeaf, known: Knowledge, way: Way) -> bool:
    def inside(box: Knowledge) -> Knowledge | None:
        held = assume_way(way, box)
        return None if held is None else replace(known, answers=held.answers)

    def shows(answers: Answers) -> bool:
        scope = scope_for(each.leaf, answers)
        return all(evaluate(condition, scope).value is truth for condition, truth in way)

    ladder = values_to_try(this.draft.rulebook.answers, *(condition for condition, _ in way))
    return search_boxes(known, ladder, inside, shows, MOST_BOXES).outcome == "never"
