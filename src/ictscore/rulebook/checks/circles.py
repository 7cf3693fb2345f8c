"""No criterion waits for itself, and no group for its own members."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ictscore.expr.nodes import Expr, OfMembers, PointsOf
from ictscore.findings import Finding
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.draft import Draft


def check_circles(draft: Draft) -> Iterator[Finding]:
    """Yield circles among criteria that use each other's points, and among groups that use their members' totals."""
    needs: dict[str, set[str]] = {}
    for criterion in draft.rulebook.all_criteria():
        used = {part.id for part in criterion.parts}
        for expr in _looked_at(criterion):
            used |= {node.id for node in expr.walk() if isinstance(node, PointsOf)}
        needs[criterion.id] = used
    for needed in (needs, _groups_needed(draft)):
        if cycle := find_circle(needed):
            yield draft.find("RB205", ("sections",), cycle=" → ".join(cycle))


def _looked_at(criterion: Criterion) -> Iterator[Expr]:
    """Yield what has to be evaluated before the criterion has points: its formula and when it does not apply."""
    if criterion.formula is not None:
        yield criterion.formula.to_expr(criterion.bounds)
    yield from (each.when for each in criterion.not_applicable if each.when is not None)


def _groups_needed(draft: Draft) -> dict[str, set[str]]:
    needs: dict[str, set[str]] = {}
    for group in draft.rulebook.groups:
        formulas = [each for each in draft.rulebook.criteria_of(group.id) if each.formula is not None]
        nodes = [node for each in formulas if each.formula for node in each.formula.to_expr(each.bounds).walk()]
        needs[group.id] = {node.group for node in nodes if isinstance(node, OfMembers)}
    return needs


def find_circle(needs: Mapping[str, set[str]]) -> list[str]:
    """Return the names of one circle in ``needs`` (each name with those it waits for), first and last the same, or nothing."""
    done: set[str] = set()
    for start in needs:
        trail: list[str] = []
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            name, leaving = stack.pop()
            if leaving:
                done.add(trail.pop())
            elif name in trail:
                return [*trail[trail.index(name) :], name]
            elif name not in done:
                trail.append(name)
                stack.append((name, True))
                stack += [(each, False) for each in sorted(needs.get(name, ()))]
    return []
