"""The impact as a page: whom it moves, what moved them by how much, where they would stand without, and whom they pass."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ictscore.diff.bundles import Bundle
from ictscore.diff.failing import outcome_changes
from ictscore.diff.impact import GroupImpact, Impact, Standing, UnitImpact, gains_over
from ictscore.diff.links import WHY
from ictscore.exact import ZERO
from ictscore.reports.compared.impact_numbers import (
    Names,
    before_after,
    bundle_ids,
    bundle_title,
    by_side,
    grade_of,
    moved,
    rank_of,
    roughly,
    total_of,
    total_text,
)
from ictscore.reports.compared.told import SIDES, ToldDiff
from ictscore.reports.listed import listed
from ictscore.reports.pages.page import Block, Entry, Heading, Line, Sentence, Table
from ictscore.words import N_, tr

MOST_PASSED = 3
_SURVEYS = {"old": N_("(with the older survey)"), "new": N_("(with the newer survey)")}


def impact_page(told: ToldDiff, *, all_units: bool) -> Iterator[Block]:
    """Yield what the changes do to units; without ``all_units`` only those with another rank, grade or award are explained."""
    assert told.impact is not None
    story = Story(told, told.impact)
    yield Heading(tr("What it does to the units"))
    yield Sentence(story.opening())
    yield from story.one_sided()
    for group in told.impact.groups:
        yield Heading(f"{group.id} “{group.name}”", 3)
        yield story.table(group)
        yield from story.by_change(group)
    yield from story.together()
    yield Heading(tr("What moved whom"))
    for group in told.impact.groups:
        for unit in group.units:
            if all_units or any(outcome_changes(unit)):
                yield from story.unit(group, unit)


class Story:
    """Tells of one impact."""

    def __init__(self, told: ToldDiff, impact: Impact) -> None:
        self.impact = impact
        self.names = Names(impact.comparison)
        clauses = {each.judged.change: each.clause for each in told.changes}
        self.clauses = [
            "; ".join(dict.fromkeys(filter(None, (clauses.get(each, "") for each in bundle.changes)))) for bundle in impact.bundles
        ]
        self.titles = [self._title(bundle) for bundle in impact.bundles]

    def _title(self, bundle: Bundle) -> str:
        """Return what a bundle is called, and whether it is about something that cannot be scored."""
        about = {each.id for each in bundle.changes if each.subject == "criterion"}
        title = bundle_title(bundle)
        return f"{title} *" if about & {each.criterion for each in self.impact.unscored} else title

    def opening(self) -> str:
        """Return how many units there are and how many of them fare otherwise."""
        units = list(self.impact.units())
        changed = [set(outcome_changes(each)) for each in units]
        return tr(
            "Units: {units}. Another total: {totals}, another rank: {ranks}, another grade: {grades}, another award: {awards}.",
            units=len(units),
            totals=sum(1 for each in units if each.movement != 0),
            ranks=sum("rank-changed" in each for each in changed),
            grades=sum("grade-changed" in each for each in changed),
            awards=sum("award-changed" in each for each in changed),
        )

    def one_sided(self) -> Iterator[Block]:
        """Yield the questions that one side alone asks, and what cannot be scored because of them."""
        for names, text in (
            (self.impact.only_old, N_("Asked by the older rulebook only: {answers}")),
            (self.impact.only_new, N_("Asked by the newer rulebook only: {answers}")),
        ):
            if names:
                yield Sentence(tr(text, answers=names))
        for (side, survey), found in by_side(self.impact.unscored).items():
            about = tr(N_("Cannot be scored under {side} (*), for nobody answered; nothing is guessed:"), side=tr(SIDES[side]))
            yield Sentence(f"{about} {tr(_SURVEYS[survey])}" if survey else about, weighty=True)
            text = N_("{criterion} “{name}” (up to {points}): {answers}")
            for each in found:
                yield Entry(tr(text, criterion=each.criterion, name=each.name, points=each.max_points, answers=each.answers))

    def table(self, group: GroupImpact) -> Table:
        """Return the units of a group before and after."""
        has_open = any(each.open != (ZERO, ZERO) for each in group.units)
        heads = [tr("Rank"), tr("Unit"), tr("Total"), tr("Movement"), tr("Grade"), tr("Award")] + [
            tr("Not scored (before, after)")
        ] * has_open
        rows = tuple(self._row(each, has_open=has_open) for each in group.units)
        return Table(tuple(heads), rows, frozenset({0, 2, 3}))

    def _row(self, unit: UnitImpact, *, has_open: bool) -> tuple[str, ...]:
        before, after = unit.before, unit.after
        name = unit.unit if unit.parent is None else f"{unit.unit} ({unit.parent})"
        totals = before_after(total_of(before), total_of(after))
        movement = tr("not compared") if unit.movement is None else moved(unit.movement)
        grades = before_after(grade_of(before), grade_of(after))
        awards = before_after(self.names.awards(before), self.names.awards(after))
        row = (before_after(rank_of(before), rank_of(after)), name, totals, movement, grades, awards)
        return (*row, before_after(*(total_text(each) for each in unit.open))) if has_open else row

    def by_change(self, group: GroupImpact) -> Iterator[Block]:
        """Yield what every bundle of changes does to a group, the weightiest first."""
        rows = [row for position in range(len(self.titles)) if (row := self._of_bundle(group, position)) is not None]
        if rows:
            rows.sort(key=lambda row: (-row[0], row[1]))
            has_clauses = any(row[1][1] for row in rows)
            heads = [
                tr("Change"),
                tr("Clause"),
                tr("Units up"),
                tr("Units down"),
                tr("Together"),
                tr("Most up"),
                tr("Most down"),
                tr("Decides for"),
            ]
            cells = [row[1] for row in rows]
            if not has_clauses:
                del heads[1]
                cells = [(row[0], *row[2:]) for row in cells]
            yield Table(tuple(heads), tuple(cells), frozenset(range(1 + has_clauses, len(heads))))
            yield Sentence(
                tr("“Decides for”: so many units would have another rank, grade or award under the newer rulebook without that change.")
            )

    def _of_bundle(self, group: GroupImpact, position: int) -> tuple[Fraction, tuple[str, ...]] | None:
        shares = [each.shares.get(position, ZERO) for each in group.units]
        without = sum(1 for each in group.units if position in (each.without or {}))
        if not any(shares) and not without:
            return None
        up, down = [each for each in shares if each > 0], [each for each in shares if each < 0]
        sums = (roughly(each) for each in (sum(shares, ZERO), max(up, default=ZERO), min(down, default=ZERO)))
        return sum(map(abs, shares), ZERO), (
            self.titles[position],
            self.clauses[position],
            str(len(up)),
            str(len(down)),
            *sums,
            str(without),
        )

    def together(self) -> Iterator[Block]:
        """Yield the changes that were taken together, and why."""
        bundles = [each for each in self.impact.bundles if each.why]
        if bundles:
            yield Heading(tr("Changes that cannot be separated"))
            for each in bundles:
                why = "; ".join(tr(WHY[reason]) for reason in each.why)
                yield Entry(bundle_title(each), (Line(why, "note"), Line(bundle_ids(each), "note")))

    def unit(self, group: GroupImpact, unit: UnitImpact) -> Iterator[Block]:
        """Yield what moved one unit."""
        yield Heading(unit.unit if unit.parent is None else f"{unit.unit} ({unit.parent})", 3)
        if unit.movement is None:
            yield Sentence(tr("It stands in this group on one side only; nothing is shared out."))
            return
        yield Sentence(self._in_short(unit))
        yield Table((tr("Change"), tr("Points"), tr("Without it")), tuple(self._shares(unit)), frozenset({1}))
        yield from self._passings(group, unit)

    def _in_short(self, unit: UnitImpact) -> str:
        parts = [
            f"{tr('Total')} {before_after(total_of(unit.before), total_of(unit.after))}",
            f"{tr('Rank')} {before_after(rank_of(unit.before), rank_of(unit.after))}",
        ]
        grades = before_after(grade_of(unit.before), grade_of(unit.after))
        awards = before_after(self.names.awards(unit.before), self.names.awards(unit.after))
        return "; ".join([*parts, *([f"{tr('Grade')} {grades}"] if grades else []), *([f"{tr('Award')} {awards}"] if awards else [])]) + "."

    def _shares(self, unit: UnitImpact) -> Iterator[tuple[str, ...]]:
        without = unit.without or {}
        positions = sorted({*unit.shares, *without}, key=lambda each: (-abs(unit.shares.get(each, ZERO)), each))
        for position in positions:
            yield self.titles[position], moved(unit.shares.get(position, ZERO)), self._otherwise(unit, without.get(position))
        for name, value in self.rest_of(unit):
            yield name, moved(value), ""
        assert unit.movement is not None
        yield tr("Together"), moved(unit.movement), ""

    def rest_of(self, unit: UnitImpact) -> Iterator[tuple[str, Fraction]]:
        """Yield what moves a unit beside the changes."""
        rest = (
            (N_("other answers"), unit.answers),
            (N_("another maximum applies to the unit"), unit.maximum),
            (N_("rounding of the totals"), unit.rounding),
            (N_("other units in the group, or answers read otherwise"), unit.otherwise),
        )
        yield from ((tr(name), value) for name, value in rest if value)

    def _otherwise(self, unit: UnitImpact, standing: Standing | None) -> str:
        if standing is None or unit.after is None:
            return ""
        parts = []
        if standing.rank != unit.after.rank:
            parts.append(tr("rank {rank}", rank=rank_of(standing)))
        if standing.grade != unit.after.grade:
            parts.append(tr("grade {grade}", grade=grade_of(standing) or "–"))
        if standing.awards != unit.after.awards:
            parts.append(tr("award {award}", award=self.names.awards(standing) or "–"))
        return ", ".join(parts)

    def _reason(self, first: UnitImpact, second: UnitImpact) -> tuple[str, Fraction] | None:
        """Return what gives the first unit most over the second, answers weighed like changes; no change where answers alone suffice."""
        by_answers = first.answers - second.answers
        gains = gains_over(first, second)
        if not gains or by_answers >= gains[0][1]:
            return (tr("other answers"), by_answers) if by_answers > 0 else None
        assert first.before is not None
        assert second.before is not None
        suffices = by_answers > 0 and first.before.exact + by_answers > second.before.exact
        return None if gains[0][1] <= 0 or suffices else (self.titles[gains[0][0]], gains[0][1])

    def _passings(self, group: GroupImpact, unit: UnitImpact) -> Iterator[Block]:
        passes, passed_by = group.passings_of(unit)
        for others, text, turned in (
            (passes, N_("Passes {unit}, mostly by {change} ({points})"), False),
            (passed_by, N_("Is passed by {unit}, mostly by {change} ({points})"), True),
        ):
            for other in others[:MOST_PASSED]:
                reason = self._reason(other, unit) if turned else self._reason(unit, other)
                if reason is not None:
                    yield Entry(tr(text, unit=other.unit, change=reason[0], points=moved(reason[1])))
                else:
                    yield Entry(tr(N_("Passes {unit}") if not turned else N_("Is passed by {unit}"), unit=other.unit))
            if len(others) > MOST_PASSED:
                yield Sentence(
                    tr(
                        "and {count} more: {units}",
                        count=len(others) - MOST_PASSED,
                        units=listed(each.unit for each in others[MOST_PASSED:]),
                    )
                )
