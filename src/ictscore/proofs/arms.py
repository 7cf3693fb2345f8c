"""Whether the arm of a choice can ever be taken: all conditions on the way into it must hold for the same answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ictscore.expr.branches import Branch, expression_at
from ictscore.expr.evaluate import evaluate
from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.nodes import AnswerTo, Both, Expr, If, Not, OfMembers, PointsOf
from ictscore.proofs.boxes import Outcome, search_boxes
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.search import scope_for
from ictscore.proofs.study import Study
from ictscore.proofs.trial import Answers
from ictscore.proofs.ways import Way, assume_way, ways_of
from ictscore.rulebook.candidates import values_to_try
from ictscore.rulebook.domains import knowledge_of, with_parts

MOST_BOXES = 100


def how_taken(this: Study, each: ProvedLeaf, branch: Branch) -> Outcome:
    """Return whether answers lead into the arm of a choice: never is proved by boxes, shown is confirmed by answers, open is neither."""
    conditions = tuple(_on_the_way(each.leaf.expr, branch))
    known = knowledge_of(this.draft.rulebook)
    known = with_parts(known, each.criterion) if each.assumes else known
    whole = conditions[0] if len(conditions) == 1 else Both(conditions)
    is_open = False
    for way in ways_of(whole, truth=True):
        end = _search(this, each, known, way)
        if end == "shown":
            return end
        is_open = is_open or end == "open"
    return "open" if is_open else "never"


def is_tried(this: Study, each: ProvedLeaf, branch: Branch) -> bool:
    """Return whether what leads into an arm can be tried out: no points of others, no members, no texts and dates decide on the way."""
    specs = this.draft.rulebook.answers
    nodes = [node for condition in _on_the_way(each.leaf.expr, branch) for node in condition.walk()]
    texts = {node.id for node in nodes if isinstance(node, AnswerTo) and node.id in specs and specs[node.id].type in {"text", "date"}}
    return not texts and not any(isinstance(node, (PointsOf, OfMembers)) for node in nodes)


def _on_the_way(root: Expr, branch: Branch) -> Iterator[Expr]:
    """Yield the conditions that hold where the branch is taken, outermost first."""
    steps = (*branch.path, 1 if branch.way == "then" else 2)
    for length, step in enumerate(steps):
        choice = expression_at(root, steps[:length])
        if isinstance(choice, If) and step:
            yield choice.condition if step == 1 else Not(choice.condition)


def _search(this: Study, each: ProvedLeaf, known: Knowledge, way: Way) -> Outcome:
    others = {id(tried.others): tried.others for tried in each.search.tried}.values()

    def inside(box: Knowledge) -> Knowledge | None:
        held = assume_way(way, box)
        return None if held is None else replace(known, answers=held.answers)

    def shows(answers: Answers) -> bool:
        scopes = (scope_for(each.leaf, answers, beside) for beside in others or ((),))
        return any(all(evaluate(condition, scope).value is truth for condition, truth in way) for scope in scopes)

    ladder = values_to_try(this.draft.rulebook.answers, *(condition for condition, _ in way))
    return search_boxes(known, ladder, inside, shows, MOST_BOXES).outcome
