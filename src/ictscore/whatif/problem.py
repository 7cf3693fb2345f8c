"""A unit and a line it is to reach, taken apart into clusters of answers that do not depend on each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import ZERO, add_up
from ictscore.expr.nodes import Expr, Measure, NoValue, PointsOf, SectionPoints
from ictscore.expr.values import missing
from ictscore.rulebook.criteria import Criterion
from ictscore.scoring.plan import Leaf
from ictscore.scoring.records import CriterionScore
from ictscore.scoring.totals import Scores, settle_criteria
from ictscore.survey.asked import asked_of
from ictscore.survey.questions import questions_of
from ictscore.whatif.clusters import Cluster, connected
from ictscore.whatif.domains import Domain, domain_of, steps_demanded
from ictscore.whatif.pieces import Counting, LeafPiece, NeedPiece, Piece, WholePiece, names_in
from ictscore.whatif.rescoring import Rescorer
from ictscore.whatif.targets import Line, Need

_SPREADS = frozenset({"redistribute_equally", "redistribute_in_proportion"})


@dataclass(frozen=True)
class Problem:
    """What a unit brings now (``base``), what it has to bring (``goal``), and where more can come from.

    ``sums_hold`` says whether points simply add up, cluster by cluster, so that each doing its best is all that can be done;
    ``is_bounded`` whether sums are at least never too small. Where they may be, nothing is proved from them.
    """

    rescorer: Rescorer
    clusters: tuple[Cluster, ...]
    base: Fraction
    goal: Fraction
    slack: Fraction
    sums_hold: bool
    is_bounded: bool

    @property
    def lacking(self) -> Fraction:
        """Return how much more it has to bring at least."""
        return self.goal - self.base - self.slack


def domains_of(rescorer: Rescorer, fixed: Iterable[str] = ()) -> dict[str, Domain]:
    """Return what each answer of the unit may be changed to; ``fixed`` ones and those declared not applicable are left out."""
    rulebook, group, kept = rescorer.rulebook, rescorer.unit.group, set(fixed)
    questions, steps = questions_of(rulebook), steps_demanded(rulebook, group)
    scopes = [scope for (each, _), scope in rescorer.books.round.scopes.items() if each == group]
    near = _related(rescorer)
    found = {}
    for name in asked_of(rulebook, group):
        mine = [rescorer.values[each] for each in near.get(name, ()) if each in rescorer.values]
        seen = [*(scope.values[name] for scope in scopes if name in scope.values), *mine]
        value = rescorer.values.get(name, missing(name))
        domain = domain_of(questions[name], rulebook.answers[name].choices or (), value, seen, steps.get(name))
        if name not in kept and domain is not None and domain.size > 1:
            found[name] = domain
    return found


def _related(rescorer: Rescorer) -> dict[str, set[str]]:
    """Return for each answer those that some part and its whole name together with it."""
    found: dict[str, set[str]] = {}
    for criterion in rescorer.rulebook.criteria_of(rescorer.unit.group):
        for share in criterion.formula.shares_of() if criterion.formula is not None else ():
            names = names_in(share.of, share.over)
            for name in names:
                found.setdefault(name, set()).update(names)
    return found


def problem_of(  # noqa: PLR0913 - the last two are named
    rescorer: Rescorer,
    line: Line,
    needs: Iterable[Need],
    domains: Mapping[str, Domain],
    *,
    way: int = 1,
    more: Iterable[Piece] = (),
) -> Problem:
    """Return the problem of getting to a line (``way`` 1), or below it (−1); ``more`` are pieces besides the unit's own."""
    scope = rescorer.scope({})
    raw = rescorer.leaves(scope)
    settled: Scores = dict(raw)
    settle_criteria(rescorer.plan, rescorer.rulebook, settled)
    made = [(piece, leaf, bucket) for piece, leaf, bucket in _leaf_pieces(rescorer, line, way, raw, settled)]
    others: list[Piece] = [*_wholes(rescorer), *_needs(needs), *more]
    pieces: list[Piece] = [*(piece for piece, _, _ in made), *others]
    leaves: dict[int, Leaf] = {index: leaf for index, (_, leaf, _) in enumerate(made)}
    buckets = {index: bucket for index, (_, _, bucket) in enumerate(made)}
    clusters = []
    for members, names in connected([each.names for each in pieces]):
        answers = tuple(name for name in domains if name in names)
        if answers:
            own = {leaves[each].criterion.id for each in members if each in leaves}
            ordered = tuple(each for each in rescorer.plan.leaves if each.criterion.id in own)
            place = frozenset(buckets[each] for each in members if each in buckets)
            own_pieces = tuple(pieces[each] for each in members)
            clusters.append(Cluster(rescorer, answers, {each: domains[each] for each in answers}, own_pieces, ordered, place))
    base = add_up(gain for piece, _, _ in made if (gain := piece.gain(scope, raw)) is not None)
    sums_hold, is_bounded = _sums_hold(rescorer, clusters, raw), not _may_spread(rescorer, raw)
    return Problem(rescorer, tuple(clusters), base, way * line.need, _slack(rescorer, line), sums_hold, is_bounded)


def _leaf_pieces(
    rescorer: Rescorer, line: Line, way: int, raw: Mapping[str, CriterionScore], settled: Scores
) -> Iterator[tuple[LeafPiece, Leaf, str]]:
    rounding = rescorer.rulebook.rounding
    looked_at = frozenset().union(*(names_in(each.expr, *_conditions(each)) for each in rescorer.plan.leaves))
    for bucket, sign, tops in _buckets(rescorer):
        inside = {each.id for top in tops for each in top.leaves()}
        for leaf in rescorer.plan.leaves:
            name = leaf.criterion.id
            if name in inside:
                score = raw[name]
                factor = settled[name].max_points / score.max_points if score.max_points else Fraction(1)
                share = ZERO if bucket in {"bonus", "deductions"} else line.share
                counting = Counting(way, sign, share, factor, rounding.criterion, rounding.mode)
                given = score.given_by is not None
                # Points somebody gave stay as they were given, whatever is redistributed.
                fixed = _as_given(counting, score, share) if given else None
                looks_at = frozenset() if given else names_in(leaf.expr, *_conditions(leaf))
                names = looks_at | (frozenset(f"points:{each}" for each in (name, *leaf.above)) & looked_at)
                yield LeafPiece(leaf, counting, names, score.status == "error", fixed), leaf, bucket


def _conditions(leaf: Leaf) -> Iterator[Expr]:
    yield from (each.when for each in leaf.policies if each.when is not None)


def _as_given(counting: Counting, score: CriterionScore, share: Fraction) -> Fraction:
    unraised = Counting(counting.way, counting.sign, ZERO, Fraction(1), counting.places, counting.mode)
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
    for need in needs:
        nodes = [node for each in need.any_of for node in each.walk()]
        if not any(isinstance(node, (Measure, SectionPoints, PointsOf)) for node in nodes):
            yield NeedPiece(need, names_in(*need.any_of))


def _slack(rescorer: Rescorer, line: Line) -> Fraction:
    """Return by how much sums may fall short of the truth: rounded sections, deductions that are limited or stop at a floor."""
    rounding, plan = rescorer.rulebook.rounding, rescorer.plan
    slack = ZERO
    if rounding.section is not None:
        slack += Fraction(len(plan.sections), 10**rounding.section)
    if plan.deductions is not None and plan.deductions.max_points is not None:
        most = add_up(each.max_points for each in plan.deductions.criteria)
        slack += max(ZERO, most - plan.deductions.max_points)
    if plan.deductions is not None and plan.deductions.floor is not None:
        lowest = line.need if not line.share else line.share * min(rescorer.unit.max_points, plan.max_points)
        slack += add_up(each.max_points for each in plan.deductions.criteria) if lowest <= plan.deductions.floor else ZERO
    return slack


def _sums_hold(rescorer: Rescorer, clusters: Iterable[Cluster], raw: Mapping[str, CriterionScore]) -> bool:
    """Return whether a unit's total is a matter of each cluster doing its best by itself."""
    if _may_spread(rescorer, raw):
        return False
    is_plain = rescorer.rulebook.rounding.section is None
    return all(len(each.buckets) < 2 or (is_plain and not each.buckets & {"bonus", "deductions"}) for each in clusters)  # noqa: PLR2004


def _may_spread(rescorer: Rescorer, raw: Mapping[str, CriterionScore]) -> bool:
    """Return whether a change of answers can spread points of one criterion over others, or take them back."""
    policies = [each for leaf in rescorer.plan.leaves for each in leaf.policies]
    spreads = any(each.consequence in _SPREADS for each in raw.values())
    by_condition = [each for each in policies if each.when is not None]
    by_formula = any(each.then in _SPREADS for leaf in rescorer.plan.leaves for each in leaf.policies[:1] if _may_have_none(leaf))
    return by_formula or any(each.then in _SPREADS for each in by_condition) or (spreads and bool(by_condition))


def _may_have_none(leaf: Leaf) -> bool:
    """Return whether the formula itself can come to “not applicable”."""
    return any(isinstance(node, NoValue) and node.kind == "not_applicable" for node in leaf.expr.walk())
