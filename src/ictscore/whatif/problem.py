"""A unit and a line it is to reach, taken apart into clusters of answers that do not depend on each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from ictscore.exact import ONE, ZERO, add_up
from ictscore.expr.nodes import Expr
from ictscore.rulebook.criteria import Criterion
from ictscore.scoring.plan import Leaf
from ictscore.scoring.records import CriterionScore
from ictscore.scoring.totals import Scores, settle_criteria
from ictscore.whatif.clusters import BoxView, Cluster, connected
from ictscore.whatif.conditions import Floor, Need, is_hidden
from ictscore.whatif.counting import Counting, LeafPiece
from ictscore.whatif.domains import Domain
from ictscore.whatif.effort import MOST_CASES, Why
from ictscore.whatif.lines import Line
from ictscore.whatif.outcomes import SPREADS, Outcome, Outcomes, assumed, cases, possible
from ictscore.whatif.pieces import NeedPiece, Piece, WholePiece, names_in
from ictscore.whatif.rescoring import Rescorer
from ictscore.whatif.slack import slack_of

Domains = Mapping[str, Domain]

_KEEPS = frozenset[Outcome]({"applies", "full", "zero"})
"""With these outcomes a criterion counts in the maximum."""
NO_LINE = Fraction(10**12)
"""So much less than a unit has is no line at all."""


@dataclass(frozen=True)
class Problem:
    """What a unit brings now (``base``), what it has to bring (``goal``), and where more can come from.

    ``sums_hold`` says whether points simply add up, cluster by cluster, so that each doing its best is all that can be done;
    ``unbounded`` why sums may be too small, so that nothing is proved from them (None: they never are).
    """

    rescorer: Rescorer
    clusters: tuple[Cluster, ...]
    base: Fraction
    goal: Fraction
    slack: Fraction
    sums_hold: bool
    unbounded: Why | None

    @property
    def is_bounded(self) -> bool:
        """Return whether sums are never too small."""
        return self.unbounded is None

    @property
    def lacking(self) -> Fraction:
        """Return how much more it has to bring at least."""
        return self.goal - self.base - self.slack


@dataclass(frozen=True)
class Posed:
    """How a problem is posed: ``way`` 1 to get to the line, −1 below it; ``line`` None: whatever the points.

    ``needs`` are conditions to be met, ``more`` pieces besides the unit's own; ``outcomes`` says how criteria turn out whose points others
    may get (None: that is open, and nothing can be proved); ``floors`` are what shares the criteria of sections have to have.
    """

    line: Line | None
    needs: tuple[Need, ...] = ()
    way: int = 1
    more: tuple[Piece, ...] = ()
    outcomes: Outcomes | None = field(default_factory=dict)
    floors: tuple[Floor, ...] = ()
    lowest: Line | None = None
    """The lowest that the line may come to, where others fall with it."""


def cases_of(rescorer: Rescorer, domains: Domains, most: int = MOST_CASES) -> tuple[Outcomes | None, ...]:
    """Return in how many ways criteria can turn out, where points of some go to others: each is a problem of its own."""
    view = BoxView(rescorer, {name: each.everything for name, each in domains.items()})
    leaves = {leaf.criterion.id: leaf for leaf in rescorer.plan.leaves}
    buckets: list[list[tuple[str, Sequence[Outcome]]]] = []
    for _, _, tops in _buckets(rescorer):
        inside = [leaves[each.id] for top in tops for each in top.leaves() if each.id in leaves]
        buckets.append([(leaf.criterion.id, _outcomes(rescorer, leaf, view)) for leaf in inside])
    return cases(buckets, most) or (None,)


def _may_leave_nothing(rescorer: Rescorer, domains: Domains) -> bool:
    """Return whether no criterion at all may apply: of a maximum of 0 every share is 0, whatever the points."""
    return all(set(outcomes) - _KEEPS for _, outcomes in in_sections(rescorer, domains))


def most_maximum(rescorer: Rescorer, domains: Domains) -> Fraction:
    """Return the most that the unit's maximum can come to: all criteria apply that can."""
    found = [(leaf.criterion.max_points, set(outcomes)) for leaf, outcomes in in_sections(rescorer, domains)]
    if any(SPREADS & outcomes for _, outcomes in found):
        return max(rescorer.plan.max_points, rescorer.unit.max_points)
    return add_up(points for points, outcomes in found if _KEEPS & outcomes)


def in_sections(rescorer: Rescorer, domains: Domains) -> Iterator[tuple[Leaf, tuple[Outcome, ...]]]:
    """Yield the criteria of the sections with what each can turn out to be while the answers of ``domains`` are free."""
    view = BoxView(rescorer, {name: each.everything for name, each in domains.items()})
    leaves = {leaf.criterion.id: leaf for leaf in rescorer.plan.leaves}
    tops = (each for _, criteria in rescorer.plan.sections for each in criteria)
    inside = (leaves[each.id] for top in tops for each in top.leaves() if each.id in leaves)
    yield from ((each, _outcomes(rescorer, each, view)) for each in inside)


def _outcomes(rescorer: Rescorer, leaf: Leaf, view: BoxView) -> tuple[Outcome, ...]:
    score = rescorer.unit.criterion(leaf.criterion.id)
    given = score is not None and score.given_by is not None
    return ("applies",) if given else possible(leaf, view) or ("applies",)


def problem_of(rescorer: Rescorer, posed: Posed, domains: Domains) -> Problem:
    """Return a problem, taken apart."""
    line = posed.line or Line()
    raw = rescorer.now
    made = tuple(_leaf_pieces(rescorer, line, posed, _factors(rescorer, posed.outcomes or {})))
    others: list[Piece] = [*_wholes(rescorer), *_needs(posed.needs), *posed.more]
    pieces: list[Piece] = [*(piece for piece, _ in made), *others]
    clusters = []
    for members, names in connected([each.names for each in pieces]):
        answers = tuple(name for name in domains if name in names)
        if answers:
            own = {piece.leaf.criterion.id for each in members if isinstance(piece := pieces[each], LeafPiece)}
            ordered = tuple(each for each in rescorer.plan.leaves if each.criterion.id in own)
            place = frozenset(made[each][1] for each in members if each < len(made))
            own_pieces = tuple(pieces[each] for each in members)
            clusters.append(Cluster(rescorer, answers, {each: domains[each] for each in answers}, own_pieces, ordered, place))
    scope = rescorer.scope({})
    base = add_up(gain for piece, _ in made if (gain := piece.gain(scope, raw)) is not None)
    slack = slack_of(rescorer, posed.lowest or line, posed.way, [piece for piece, _ in made], clusters)
    may_be_nothing = bool(line.share) and _may_leave_nothing(rescorer, domains)
    sums_hold = _sums_hold(rescorer, clusters) and not (line.share and _bends(rescorer)) and not may_be_nothing
    goal = base - NO_LINE if posed.line is None else posed.way * line.need
    unbounded: Why | None = "cases" if posed.outcomes is None else "scoring" if may_be_nothing and posed.way < 0 else None
    return Problem(rescorer, tuple(clusters), base, goal, slack, sums_hold and unbounded is None, unbounded)


def _factors(rescorer: Rescorer, outcomes: Outcomes) -> Mapping[str, Fraction]:
    """Return by how much each criterion is raised when criteria turn out so."""
    before = {name: assumed(score, outcomes.get(name)) for name, score in rescorer.now.items()}
    after: Scores = dict(before)
    settle_criteria(rescorer.plan, rescorer.rulebook, after)
    return {name: after[name].max_points / score.max_points if score.max_points else ONE for name, score in before.items()}


def _leaf_pieces(rescorer: Rescorer, line: Line, posed: Posed, factors: Mapping[str, Fraction]) -> Iterator[tuple[LeafPiece, str]]:
    rounding = rescorer.rulebook.rounding
    looked_at = frozenset().union(*(names_in(each.expr, *_conditions(each)) for each in rescorer.plan.leaves))
    leaves = {leaf.criterion.id: leaf for leaf in rescorer.plan.leaves}
    for bucket, sign, tops in _buckets(rescorer):
        inside = {each.id for top in tops for each in top.leaves()}
        share = ZERO if bucket in {"bonus", "deductions"} else line.share
        for name, leaf in leaves.items():
            if name in inside:
                score = rescorer.now[name]
                counting = Counting(posed.way, sign, share, factors[name], rounding.criterion, rounding.mode)
                given = score.given_by is not None
                # Points somebody gave stay as they were given, whatever is redistributed.
                fixed = _as_given(counting, score, share) if given else None
                looks_at = frozenset() if given else names_in(leaf.expr, *_conditions(leaf))
                names = looks_at | (frozenset(f"points:{each}" for each in (name, *leaf.above)) & looked_at)
                only = None if given else (posed.outcomes or {}).get(name)
                floors = posed.floors if bucket not in {"bonus", "deductions"} and _tells_shares(counting) else ()
                yield LeafPiece(leaf, counting, names, score.status == "error", fixed, only, floors), bucket


def _tells_shares(counting: Counting) -> bool:
    """Return whether points are rounded once at most before they are set against their maximum."""
    return counting.places is None or counting.factor == 1


def tells_floors(rescorer: Rescorer, domains: Domains, outcomes: Outcomes | None) -> bool:
    """Return whether the shares of the criteria, one by one, say all there is to the least share: some criterion always applies."""
    if outcomes is None or (rescorer.rulebook.rounding.criterion is not None and set(_factors(rescorer, outcomes).values()) != {ONE}):
        return False
    return any(found == ("applies",) for _, found in in_sections(rescorer, domains))


def _conditions(leaf: Leaf) -> Iterator[Expr]:
    yield from (each.when for each in leaf.policies if each.when is not None)


def _as_given(counting: Counting, score: CriterionScore, share: Fraction) -> Fraction:
    unraised = replace(counting, share=ZERO, factor=ONE)
    return unraised.of(score.points, ZERO) - counting.way * share * score.max_points * counting.factor


def _buckets(rescorer: Rescorer) -> Iterator[tuple[str, int, tuple[Criterion, ...]]]:
    plan = rescorer.plan
    for section, criteria in plan.sections:
        yield section.id, 1, criteria
    for name, sign, extra in (("bonus", 1, plan.bonus), ("deductions", -1, plan.deductions)):
        if extra is not None:
            yield name, sign, extra.criteria


def _wholes(rescorer: Rescorer) -> Iterator[WholePiece]:
    """Yield the wholes that hold now; where a part is more already, the rulebook's own finding says so."""
    scope = rescorer.scope({})
    for criterion in rescorer.rulebook.criteria_of(rescorer.unit.group):
        for share in criterion.formula.shares_of() if criterion.formula is not None else ():
            piece = WholePiece(share, names_in(share.of, share.over))
            if piece.gain(scope, {}) is not None:
                yield piece


def _needs(needs: Iterable[Need]) -> Iterator[NeedPiece]:
    yield from (NeedPiece(each, names_in(*each.any_of)) for each in needs if not any(map(is_hidden, each.any_of)))


def _bends(rescorer: Rescorer) -> bool:
    """Return whether, set against a maximum that can differ, the most in sum is not all that can be done: rounded sections, a floor."""
    extra = rescorer.plan.deductions
    return rescorer.rulebook.rounding.section is not None or (extra is not None and extra.floor is not None)


def _sums_hold(rescorer: Rescorer, clusters: Iterable[Cluster]) -> bool:
    """Return whether a unit's total is a matter of each cluster doing its best by itself."""
    is_plain = rescorer.rulebook.rounding.section is None
    return all(len(each.buckets) < 2 or (is_plain and not each.buckets & {"bonus", "deductions"}) for each in clusters)  # noqa: PLR2004
