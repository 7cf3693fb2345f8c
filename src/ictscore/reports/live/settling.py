"""The steps that settle criteria: redistribution within each level, rounding, and criteria that are the sum of their parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.expr.excel_parts import excel_number
from ictscore.reports.live.leaves import AWAY, CODES, GIVEN, MISSING, LeafSteps, title
from ictscore.reports.live.making import Making, add_rounded
from ictscore.reports.live.steps import Ref, Stored, Term, added, column_of
from ictscore.rulebook.criteria import Criterion
from ictscore.scoring.plan import Level
from ictscore.words import tr

_NO_MAXIMUM = frozenset({CODES["drop"], CODES["redistribute_equally"], CODES["redistribute_in_proportion"]})
_EQUALLY, _IN_PROPORTION = CODES["redistribute_equally"], CODES["redistribute_in_proportion"]


@dataclass(slots=True)
class Standing:
    """A criterion while its level is settled: points, maximum, whether it does not apply (None: it always does), whether it is in error."""

    points: Term
    maximum: Term
    away: Term | None
    wrong: Term
    given: Ref | None = None


class Settling:
    """Settles the criteria of a group, level by level."""

    def __init__(self, making: Making, leaves: Mapping[str, LeafSteps]) -> None:
        """Begin with the points of the criteria that have a formula."""
        self.making, self.steps, self.leaves = making, making.steps, leaves
        self.known: dict[str, Standing] = {}
        for leaf in making.plan.leaves:
            self.known[leaf.criterion.id] = self._begin(leaf.criterion, leaves[leaf.criterion.id])

    def _begin(self, criterion: Criterion, leaf: LeafSteps) -> Standing:
        most, status = criterion.max_points, leaf.status
        maximum = self.steps.constant(most)
        if leaf.codes & _NO_MAXIMUM:
            test = f"AND({status.text}>={_first(_NO_MAXIMUM)},{status.text}<={max(_NO_MAXIMUM)})"
            values = tuple(ZERO if status.number(index) in _NO_MAXIMUM else most for index in range(self.steps.count))
            maximum = Term(f"IF({test},0,{excel_number(most)})", values)
        away = None
        if leaf.codes:
            values = tuple(Fraction(status.number(index) >= AWAY) for index in range(self.steps.count))
            away = Term(f"({status.text}>={AWAY})", values)
        wrong = Term(f"AND({status.text}>0,{status.text}<{GIVEN},{status.text}<>{MISSING})", tuple(map(_is_wrong, status.values)))
        return Standing(leaf.points, maximum, away, wrong, status if leaf.may_be_given else None)

    def settle(self) -> None:
        """Redistribute within each level, round, and add criteria with parts, innermost first."""
        for level in self.making.plan.levels:
            self._redistribute(level)
            self._round(level)
            if level.owner is not None:
                self.known[level.owner.id] = self._owner(level.owner, [self.known[each.id] for each in level.criteria])

    def _owner(self, owner: Criterion, parts: Sequence[Standing]) -> Standing:
        points = column_of(self.steps, title(owner), added([each.points for each in parts], self.steps))
        maximum = added([each.maximum for each in parts], self.steps)
        if maximum.constant is None:
            maximum = column_of(self.steps, f"{title(owner)} – {tr('maximum')}", maximum)
        away = [each.away for each in parts if each.away is not None]
        wrong = self._some(f"{title(owner)} – {tr('in error')}", [each.wrong for each in parts])
        if len(away) < len(parts):
            return Standing(points, maximum, None, wrong)
        values = tuple(min(each.number(index) for each in away) for index in range(self.steps.count))
        return Standing(points, maximum, Term(f"AND({','.join(each.text for each in away)})", values), wrong)

    def _some(self, name: str, terms: Sequence[Term]) -> Term:
        """Add whether some condition holds, as a condition."""
        values = tuple(max(each.number(index) for each in terms) for index in range(self.steps.count))
        ref = self.steps.add(name, f"IF(OR({','.join(each.text for each in terms)}),1,0)", lambda index: values[index])
        return Term(f"({ref.text}=1)", values)

    def _gone(self, level: Level, code: int) -> Term:
        """Return the points of criteria that leave theirs to their neighbours in one way."""
        terms = []
        for each in level.criteria:
            leaf = self.leaves.get(each.id)
            if leaf is not None and code in leaf.codes:
                values = tuple(each.max_points if leaf.status.number(index) == code else ZERO for index in range(self.steps.count))
                terms.append(Term(f"IF({leaf.status.text}={code},{excel_number(each.max_points)},0)", values))
        return added(terms, self.steps)

    def _redistribute(self, level: Level) -> None:
        equally, spread = self._gone(level, _EQUALLY), self._gone(level, _IN_PROPORTION)
        if equally.constant is not None and spread.constant is not None:
            return
        steps, standing = self.steps, [self.known[each.id] for each in level.criteria]
        name = title(level.owner) if level.owner is not None else title(level.criteria[0])
        count, sums = "+".join(_counted(each, "1") for each in standing), "+".join(_counted(each, each.maximum.text) for each in standing)
        takers = steps.add(f"{name} – {tr('criteria that take over')}", count, lambda index: _count(standing, index))
        weight = steps.add(f"{name} – {tr('their maximum')}", sums, lambda index: _weight(standing, index))
        equal = self._ratio(f"{name} – {tr('to each')}", equally, takers)
        share = self._ratio(f"{name} – {tr('to each point')}", spread, weight)
        for criterion, each in zip(level.criteria, standing, strict=True):
            self._scale(criterion, self._factor(title(criterion), each, weight, equal, share))

    def _ratio(self, name: str, of: Term, over: Ref) -> Ref:
        """Add a quotient that is 0 where nothing stands below."""

        def ratio(index: int) -> Fraction:
            below = over.number(index)
            return of.number(index) / below if below else ZERO

        return self.steps.add(name, f"IF({over.text}=0,0,{of.text}/IF({over.text}=0,1,{over.text}))", ratio)

    def _factor(self, name: str, standing: Standing, weight: Ref, equal: Ref, share: Ref) -> Ref:
        most = standing.maximum
        tests = [f"{weight.text}=0", f"{most.text}=0", *([standing.away.text] if standing.away is not None else [])]
        formula = f"IF(OR({','.join(tests)}),1,1+({equal.text}+{share.text}*{most.text})/{most.text})"
        guard = f"IF(OR({','.join(tests)}),1,{most.text})"
        if most.constant is None:
            formula = f"IF(OR({','.join(tests)}),1,1+({equal.text}+{share.text}*{most.text})/{guard})"

        def factor(index: int) -> Fraction:
            own = most.number(index)
            if not weight.number(index) or not own or _is_away(standing, index):
                return Fraction(1)
            return (own + equal.number(index) + share.number(index) * own) / own

        return self.steps.add(f"{name} – {tr('factor')}", formula, factor)

    def _scale(self, criterion: Criterion, factor: Ref) -> None:
        """Raise a criterion and its parts; points that were given stay as they were given."""
        known, steps = self.known[criterion.id], self.steps
        parts = [part for part in criterion.parts if part.id in self.known]
        for part in parts:
            self._scale(part, factor)
        name = f"{title(criterion)} – {tr('redistributed')}"
        if parts:
            points = column_of(steps, name, added([self.known[part.id].points for part in parts], steps))
        else:
            points = self._raised(name, known, factor)
        before = known.maximum
        maximum = steps.add(
            f"{title(criterion)} – {tr('maximum')}",
            f"{before.text}*{factor.text}",
            lambda index: before.number(index) * factor.number(index),
        )
        self.known[criterion.id] = Standing(points, maximum, known.away, known.wrong, known.given)

    def _raised(self, name: str, known: Standing, factor: Ref) -> Ref:
        given, before = known.given, known.points
        formula = f"{before.text}*{factor.text}"
        if given is not None:
            formula = f"IF({given.text}={GIVEN},{before.text},{formula})"

        def points(index: int) -> Fraction:
            stays = given is not None and given.number(index) == GIVEN
            return before.number(index) * (1 if stays else factor.number(index))

        return self.steps.add(name, formula, points)

    def _round(self, level: Level) -> None:
        rounding = self.making.rulebook.rounding
        if rounding.criterion is None:
            return
        for criterion in level.criteria:
            known = self.known[criterion.id]
            name = f"{title(criterion)} – {tr('rounded')}"
            known.points = add_rounded(self.making, name, known.points, rounding.criterion, rounding.mode)


def _count(standing: Sequence[Standing], index: int) -> int:
    return sum(1 for each in standing if not _is_away(each, index))


def _weight(standing: Sequence[Standing], index: int) -> Fraction:
    return sum((each.maximum.number(index) for each in standing if not _is_away(each, index)), ZERO)


def _is_wrong(status: Stored) -> Fraction:
    return Fraction(isinstance(status, Fraction) and 0 < status < GIVEN and status != MISSING)


def _first(codes: frozenset[int]) -> int:
    return min(codes)


def _is_away(standing: Standing, index: int) -> bool:
    return standing.away is not None and bool(standing.away.number(index))


def _counted(standing: Standing, what: str) -> str:
    return what if standing.away is None else f"IF({standing.away.text},0,{what})"
