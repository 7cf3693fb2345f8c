"""The steps from settled criteria to the total: sections, bonus, deductions, the scale the rulebook reports, and its rounding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.expr.excel_parts import excel_number
from ictscore.reports.live.making import Making, add_rounded
from ictscore.reports.live.settling import Standing
from ictscore.reports.live.steps import Ref, Term, added, column_of
from ictscore.rulebook.model import applies
from ictscore.rulebook.results import Extra
from ictscore.words import tr


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


class Totalling:
    """Adds up the criteria of a group."""

    def __init__(self, making: Making, known: Mapping[str, Standing]) -> None:
        """Begin with settled criteria."""
        self.making, self.steps, self.known = making, making.steps, known

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
            sections[section.id] = add_rounded(self.making, name, exact, rounding.section, rounding.mode) if is_rounded else exact  # type: ignore[arg-type]
            most = added([each.maximum for each in own], self.steps)
            maxima.append(most if most.constant is not None else column_of(self.steps, f"{section.name} – {tr('maximum')}", most))
        bonus, deducted = self._limited(tr("Bonus"), plan.bonus), self._limited(tr("Deducted"), plan.deductions)
        most = added(maxima, self.steps)
        maximum = self.steps.add(tr("Maximum"), most.text, most.number)
        everything = added([*sections.values()], self.steps)
        base = self.steps.add(tr("Sum of the sections"), everything.text, everything.number)
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

    def _on_scale(self, sections: Mapping[str, Ref], bonus: Term, deducted: Term, points: Ref, maximum: Ref) -> Totals:
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
        total = add_rounded(self.making, tr("Total"), exact, places, mode)
        return Totals(sections, bonus, deducted, exact, total, maximum, add_rounded(self.making, tr("Percentage"), percent, places, mode))
