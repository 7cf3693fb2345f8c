"""Whether a slip in a policy for what does not apply changes nothing for anybody."""

from __future__ import annotations

from ictscore.expr.intervals.reach import Reach
from ictscore.rulebook.criteria import Criterion, NotApplicable
from ictscore.rulebook.domains import knowledge_of
from ictscore.rulebook.model import Rulebook


def same_policies(rulebook: Rulebook, before: Criterion, after: Criterion) -> bool:
    """Return whether two versions of a criterion that differ in one policy are proved to give every unit the same."""
    if before.model_copy(update={"not_applicable": after.not_applicable}) != after:
        return False
    if len(before.not_applicable) != 1 or len(after.not_applicable) != 1:
        return False
    old, new = before.not_applicable[0], after.not_applicable[0]
    return _falls_back(rulebook, before, old, new)


def _falls_back(rulebook: Rulebook, criterion: Criterion, old: NotApplicable, new: NotApplicable) -> bool:
    """Return whether the new condition never holds, and where the old one does the formula itself says "not applicable".

    Then the consequence of the same policy follows either way.
    """
    if old.model_copy(update={"when": new.when}) != new or old.when is None or new.when is None or criterion.formula is None:
        return False
    known = knowledge_of(rulebook)
    if True in Reach().value(new.when, known).truths:
        return False
    inside = Reach().assume(old.when, known, truth=True)
    if inside is None:
        return True
    found = Reach().value(criterion.formula.to_expr(criterion.bounds), inside)
    numbers = found.numbers is None or found.numbers.is_empty
    return numbers and not found.truths and found.blanks == {"not_applicable"}
