"""The steps from points of single criteria to the total: redistribution, rounding, parts, sections, bonus, deductions, scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import ZERO, RoundingMode, round_fraction
from ictscore.expr.excel_parts import excel_number
from ictscore.reports.live.leaves import AWAY, CODES, GIVEN, MISSING, LeafSteps, title
from ictscore.reports.live.making import Making, rounded
from ictscore.reports.live.steps import Ref, Stored, Term, added, column_of
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import applies
from ictscore.rulebook.results import Extra
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


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of every unit: terms of the sheet of steps."""

    sections: Mapping[str, Ref]
    bonus: Term
    deducted: Term
    exact: Ref
    total: Ref
    maximum: Ref
    percent: Ref


class Settling:
    """Settles the criteria of a group, level by level, and adds them up."""

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
        takers = steps.add(f"{name} – {tr('criteria that take over')}", "+".join(_counted(each, "1") for each in standing), lambda index: self._count(standing, index))
        weight = steps.add(f"{name} – {tr('their maximum')}", "+".join(_counted(each, each.maximum.text) for each in standing), lambda index: self._weight(standing, index))
        equal = steps.add(f"{name} – {tr('to each')}", f"IF({takers.text}>0,{equally.text}/MAX({takers.text},1),0)", lambda index: equally.number(index) / max(takers.number(index), 1))
        share = steps.add(f"{name} – {tr('to each point')}", f"IF({weight.text}>0,{spread.text}/{weight.text},0)", lambda index: spread.number(index) / weight.number(index) if weight.number(index) else ZERO)
        for criterion, each in zip(level.criteria, standing, strict=True):
            self._scale(criterion, self._factor(title(criterion), each, weight, equal, share))

    def _count(self, standing: Sequence[Standing], index: int) -> int:
        return sum(1 for each in standing if not _is_away(each, index))

    def _weight(self, standing: Sequence[Standing], index: int) -> Fraction:
        return sum((each.maximum.number(index) for each in standing if not _is_away(each, index)), ZERO)

    def _factor(self, name: str, standing: Standing, weight: Ref, equal: Ref, share: Ref) -> Ref:  # noqa: PLR0913, PLR0917 - what a share hangs on
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
            f"{title(criterion)} – {tr('maximum')}", f"{before.text}*{factor.text}", lambda index: before.number(index) * factor.number(index)
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
            known.points = self.rounded(f"{title(criterion)} – {tr('rounded')}", known.points, rounding.criterion, rounding.mode)

    def rounded(self, name: str, term: Term, places: int, mode: RoundingMode) -> Ref:
        """Add a column of rounded numbers."""
        exact = column_of(self.steps, name, term)
        for index in range(self.steps.count):
            self.making.doubts.rounding(index, name, exact.number(index), places, mode)
        return self.steps.add(name, rounded(exact.text, places, mode), lambda index: round_fraction(exact.number(index), places, mode))

    def total(self) -> Totals:
        """Add the sections, the extras and the total on the scale the rulebook reports."""
        plan, rounding = self.making.plan, self.making.rulebook.rounding
        sections: dict[str, Ref] = {}
        maxima: list[Term] = []
        for section, criteria in plan.sections:
            own = [self.known[each.id] for each in criteria]
            exact = column_of(self.steps, section.name, added([each.points for each in own], self.steps))
            is_rounded = rounding.section is not None
            name = f"{section.name} – {tr('rounded')}"
            sections[section.id] = self.rounded(name, exact, rounding.section, rounding.mode) if is_rounded else exact  # type: ignore[arg-type]
            most = added([each.maximum for each in own], self.steps)
            maxima.append(most if most.constant is not None else column_of(self.steps, f"{section.name} – {tr('maximum')}", most))
        bonus, deducted = self._limited(tr("Bonus"), plan.bonus), self._limited(tr("Deducted"), plan.deductions)
        most = added(maxima, self.steps)
        maximum = self.steps.add(tr("Maximum"), most.text, most.number)
        base = self.steps.add(tr("Sum of the sections"), added([*sections.values()], self.steps).text, added([*sections.values()], self.steps).number)
        points = self._with_extras(base, maximum, bonus, deducted)
        return self._on_scale(sections, bonus, deducted, points, maximum)

    def _limited(self, name: str, extra: Extra | None) -> Term:
        if extra is None:
            return self.steps.constant(0)
        own = [self.known[each.id].points for each in extra.criteria if applies(each.applies_to, self.making.plan.group.id)]
        total, limit = added(own, self.steps), extra.max_points
        if limit is None:
            return self.steps.add(name, total.text, total.number)
        return self.steps.add(name, f"MIN({total.text},{excel_number(limit)})", lambda index: min(total.number(index), limit))

    def _with_extras(self, base: Ref, maximum: Ref, bonus: Term, deducted: Term) -> Ref:
        plan, steps = self.making.plan, self.steps
        points = steps.add(tr("With the bonus"), f"{base.text}+{bonus.text}", lambda index: base.number(index) + bonus.number(index))
        if plan.bonus is not None and not plan.bonus.above_maximum:
            uncapped = points
            points = steps.add(
                f"{tr('With the bonus')} – {tr('capped')}",
                f"MAX({base.text},MIN({uncapped.text},{maximum.text}))",
                lambda index: max(base.number(index), min(uncapped.number(index), maximum.number(index))),
            )
        floor = plan.deductions.floor if plan.deductions is not None else None
        less = f"{points.text}-{deducted.text}"
        if floor is None:
            return steps.add(tr("After deductions"), less, lambda index: points.number(index) - deducted.number(index))
        return steps.add(
            tr("After deductions"),
            f"MAX({less},MIN({points.text},{excel_number(floor)}))",
            lambda index: max(points.number(index) - deducted.number(index), min(points.number(index), floor)),
        )

    def _on_scale(self, sections: Mapping[str, Ref], bonus: Term, deducted: Term, points: Ref, maximum: Ref) -> Totals:  # noqa: PLR0913, PLR0917
        steps, rulebook = self.steps, self.making.rulebook

        def share(of: Fraction) -> Ref:
            formula = f"IF({maximum.text}=0,0,{points.text}/{maximum.text}*{excel_number(of)})"
            return steps.add(
                tr("Share of {number}", number=of),
                formula,
                lambda index: points.number(index) / maximum.number(index) * of if maximum.number(index) else ZERO,
            )

        percent = share(Fraction(100))
        out_of = rulebook.scale.out_of
        exact = share(out_of) if out_of is not None else percent if rulebook.scale.result == "percent" else points
        places, mode = rulebook.rounding.total, rulebook.rounding.mode
        if places is None:
            return Totals(sections, bonus, deducted, exact, exact, maximum, percent)
        total = self.rounded(tr("Total"), exact, places, mode)
        return Totals(sections, bonus, deducted, exact, total, maximum, self.rounded(tr("Percentage"), percent, places, mode))


def _is_wrong(status: Stored) -> Fraction:
    return Fraction(isinstance(status, Fraction) and 0 < status < GIVEN and status != MISSING)


def _first(codes: frozenset[int]) -> int:
    return min(codes)


def _is_away(standing: Standing, index: int) -> bool:
    return standing.away is not None and bool(standing.away.number(index))


def _counted(standing: Standing, what: str) -> str:
    return what if standing.away is None else f"IF({standing.away.text},0,{what})"
