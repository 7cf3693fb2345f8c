"""The steps from totals to ranks and awards: what units are ordered by, ranks by the declared style, who is proposed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import round_fraction
from ictscore.expr.excel import translate
from ictscore.expr.excel_parts import excel_number
from ictscore.expr.types import type_of
from ictscore.reports.live.making import Making, guarded
from ictscore.reports.live.steps import Ref
from ictscore.reports.live.totalling import Totals
from ictscore.rulebook.model import applies
from ictscore.rulebook.results import Award
from ictscore.scoring.ranking import Key, ranking_key
from ictscore.words import tr

_NOTHING = Fraction(-(10**15))
"""What stands for a tie-break without a value: it loses against any other."""
_PLACES = 9


@dataclass(frozen=True, slots=True)
class Ranks:
    """Rank (0 where there is none) and whether it is shared."""

    rank: Ref
    tied: Ref


def add_order(making: Making, totals: Totals) -> Ref:
    """Add what units are ranked by, and for each unit how many of its group have a higher key."""
    ranking, steps = making.rulebook.ranking, making.steps
    keys = [ranking_key(ranking, unit, scope) for unit, scope in zip(making.units, making.after(), strict=True)]
    value = {"total": totals.total, "exact": totals.exact, "percent": totals.percent}[ranking.on]
    making.doubts.keys(tr("Rank"), keys)
    columns = [steps.add(tr("Ranked by"), f"ROUND({value.text},{_PLACES})", lambda index: round_fraction(keys[index][0][1], _PLACES))]
    columns += [_tie_break(making, number, keys) for number in range(1, len(ranking.tie_breaks) + 1)]
    higher = ""
    for column in reversed(columns):
        above = f"({column.all}>{column.text})"
        higher = f"({above}+({column.all}={column.text})*{higher})" if higher else above
    return steps.add(tr("how many are better"), f"SUMPRODUCT(--({higher}))", lambda index: sum(1 for each in keys if each > keys[index]))


def _tie_break(making: Making, number: int, keys: list[Key]) -> Ref:
    expr = making.rulebook.ranking.tie_breaks[number - 1]
    name = f"{tr('Tie-break')} {number}"
    making.derived(name, expr, making.after())
    kind = type_of(expr, {each: spec.value_type for each, spec in making.rulebook.answers.items()})

    def formula() -> str:
        value = translate(expr, making.cells)
        if kind == "text":
            return excel_number(_NOTHING)
        number_text = f"IF({value.value},1,0)" if kind == "condition" else f"ROUND({value.value},{_PLACES})"
        return guarded(type(value)(number_text, value.states), excel_number(_NOTHING))

    def compute(index: int) -> Fraction:
        known, value = keys[index][number]
        return round_fraction(value, _PLACES) if known else _NOTHING

    return making.steps.add(name, formula, compute)


def add_ranks(making: Making, better: Ref, ranked: Ref, parents: tuple[str, str] | None) -> Ranks:
    """Add ranks; ``parents`` are the cells of all units and of the unit that say where it belongs, where ranks are made within."""
    steps, ranking, units = making.steps, making.rulebook.ranking, making.units
    holes = ranking.unranked_units == "leave_hole"
    circle = circle_text(parents)
    counted = "" if holes else f"*({ranked.all}=1)"
    before = f"SUMPRODUCT(({better.all}<{better.text}){counted}{circle})"

    def peers(index: int) -> list[int]:
        inside = [each for each, unit in enumerate(units) if parents is None or unit.parent == units[index].parent]
        return [each for each in inside if holes or units[each].ranked]

    place = before
    if ranking.style == "dense":
        own = f"SUMPRODUCT(({better.all}={better.text}){counted}{circle})"
        share = steps.add(
            tr("share of its place"),
            f"IF({own}>0,1/MAX({own},1),0)",
            lambda index: _one_over(sum(1 for each in peers(index) if better.number(each) == better.number(index))),
        )
        place = f"ROUND(SUMPRODUCT(({better.all}<{better.text}){counted}{circle}*{share.all}),0)"
    rank = steps.add(tr("Rank"), f"IF({ranked.text}=1,1+{place},0)", lambda index: units[index].rank or 0)
    shown = f"SUMPRODUCT(({better.all}={better.text})*({ranked.all}=1){circle})"
    tied = steps.add(tr("shared"), f"IF(AND({ranked.text}=1,{shown}>1),1,0)", lambda index: units[index].tied)
    return Ranks(rank, tied)


def _one_over(count: int) -> Fraction:
    return Fraction(1, count) if count else Fraction(0)


def circle_text(parents: tuple[str, str] | None) -> str:
    """Return the further factor that leaves only the units ranked together."""
    return f"*EXACT({parents[0]},{parents[1]})" if parents is not None else ""


def add_awards(making: Making, totals: Totals, grade: Ref | None, ranks: Ranks, parents: tuple[str, str] | None) -> dict[str, Ref]:
    """Add for each award of the group whether the unit is proposed (1), could be if a tie were decided (2), or is not (0)."""
    found: dict[str, Ref] = {}
    for award in making.rulebook.awards:
        if applies(award.groups, making.plan.group.id):
            found[award.id] = _Award(making, award, ranks, circle_text(parents)).add(totals, grade)
    return found


@dataclass(frozen=True, slots=True)
class _Award:
    """One award while its steps are added."""

    making: Making
    award: Award
    ranks: Ranks
    circle: str

    def add(self, totals: Totals, grade: Ref | None) -> Ref:
        eligible = self._eligible(totals, grade)
        limit = self.award.quota
        if limit is None and self.making.rulebook.ranking.style != "dense":
            limit = self.award.positions
        if limit == 0:
            return self._result("0")
        if limit is None:
            return self._result(f"{eligible.text}")
        rank = self.ranks.rank
        above = self._counted(eligible, "<", tr("before it"))
        same = f"SUMPRODUCT(({eligible.all}=1)*({rank.all}={rank.text}){self.circle})"
        at_the_cut = {"none": "0", "all": "1", "ask": "2"}[self.award.ties]
        cut = f"IF({above.text}<{limit},{at_the_cut},0)"
        return self._result(f"IF({eligible.text}=1,IF({above.text}+{same}<={limit},1,{cut}),0)")

    def _counted(self, eligible: Ref, relation: str, what: str) -> Ref:
        rank, units = self.ranks.rank, self.making.units

        def count(index: int) -> int:
            mine = rank.number(index)
            inside = [each for each, unit in enumerate(units) if not self.circle or unit.parent == units[index].parent]
            return sum(1 for each in inside if eligible.number(each) == 1 and rank.number(each) < mine)

        formula = f"SUMPRODUCT(({eligible.all}=1)*({rank.all}{relation}{rank.text}){self.circle})"
        return self.making.steps.add(f"{self.award.name} – {what}", formula, count)

    def _eligible(self, totals: Totals, grade: Ref | None) -> Ref:
        making, award = self.making, self.award
        grades = making.rulebook.grades
        tests = [(f"{self.ranks.rank.text}>0", [each.rank is not None for each in making.units])]
        if award.grade is not None and grades is not None and grade is not None:
            least = grades.position(award.grade) + 1
            good = [1 <= grade.number(index) <= least for index in range(making.steps.count)]
            tests.append((f"{grade.text}>=1,{grade.text}<={least}", good))
        if award.minimum is not None:
            total, minimum = totals.total, award.minimum
            for index in range(making.steps.count):
                making.doubts.compare(index, award.name, total.number(index), minimum)
            reached = [total.number(index) >= minimum for index in range(making.steps.count)]
            tests.append((f"ROUND({total.text}-{excel_number(minimum)},{_PLACES})>=0", reached))
        if award.requires is not None:
            holds = making.holds(f"{award.name} – {tr('condition')}", award.requires)
            tests.append((f"{holds.text}=1", [holds.number(index) == 1 for index in range(making.steps.count)]))
        name = f"{award.name} – {tr('eligible')}"
        texts = ",".join(text for text, _ in tests)
        first = making.steps.add(name, f"IF(AND({texts}),1,0)", lambda index: all(values[index] for _, values in tests))
        return first if award.positions is None else self._within_positions(first, name)

    def _within_positions(self, eligible: Ref, name: str) -> Ref:
        positions, rank = self.award.positions, self.ranks.rank
        assert positions is not None
        place = rank
        if self.award.passes_down:
            before = self._counted(eligible, "<", tr("eligible before it"))
            place = self.making.steps.add(f"{self.award.name} – {tr('place')}", f"1+{before.text}", lambda index: before.number(index) + 1)
        return self.making.steps.add(
            name,
            f"IF(AND({eligible.text}=1,{place.text}<={positions}),1,0)",
            lambda index: eligible.number(index) == 1 and place.number(index) <= positions,
        )

    def _result(self, formula: str) -> Ref:
        def given(index: int) -> int:
            result = next((each for each in self.making.units[index].awards if each.award.id == self.award.id), None)
            return 0 if result is None else 2 if result.undecided else 1

        return self.making.steps.add(self.award.name, formula, given)
