"""Why nobody can have a grade or an award: one reason that is true for every group, or each group with its own."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.expr.nodes import Expr
from ictscore.proofs.conditions import Case, can_be
from ictscore.proofs.study import Study
from ictscore.words import N_, Phrase, phrase, word

Reasons = Phrase | tuple[Phrase, ...]


def in_all(this: Study, cases: Sequence[Case], requires: Expr | None, on: str, why: Sequence[Phrase]) -> Reasons:
    """Return why none of these cases can be; ``why`` says it of each of them, where no reason holds for all."""
    if all(each.is_out_of_reach for each in cases):
        return phrase(N_("no total passes {most}"), most=word(max(most_in(this, each.group, on) for each in cases)))
    if all(never_holds(this, each.group, requires) for each in cases):
        return phrase(N_("its condition never holds"))
    if all(each == why[0] for each in why):
        return why[0]
    return tuple(phrase(N_("group {group}: {reason}"), group=case.group, reason=each) for case, each in zip(cases, why, strict=True))


def why_not(this: Study, case: Case, requires: Expr | None, on: str) -> Phrase:
    """Return why a case, which is proved to be impossible, is so in its own group."""
    if case.is_out_of_reach:
        return phrase(N_("no total passes {most}"), most=word(most_in(this, case.group, on)))
    if never_holds(this, case.group, requires):
        return phrase(N_("its condition never holds"))
    return phrase(N_("no unit with such a total meets its condition"))


def most_in(this: Study, group: str, on: str) -> Fraction:
    """Return the most a unit of a group can reach, of what grades go by."""
    standing = this.standings[group]
    return (standing.total.high if on == "total" else standing.percent.high) or ZERO


def never_holds(this: Study, group: str, requires: Expr | None) -> bool:
    """Return whether it is proved that no unit of a group meets a condition, whatever its total."""
    return requires is not None and can_be(this, Case(group, (requires,))).outcome == "never"
