"""The steps from totals to grades: what else expressions can ask, knockouts, who is ranked, bands, quotas."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.expr.excel_parts import excel_number
from ictscore.expr.nodes import Expr, Measure
from ictscore.reports.live.making import Making, add_rounded
from ictscore.reports.live.settling import Standing
from ictscore.reports.live.steps import Ref, Term
from ictscore.reports.live.totalling import Totals
from ictscore.rulebook.model import Rulebook, applies
from ictscore.rulebook.results import GradeBand, Grades, Quota
from ictscore.scoring.grading import grade_of, knockouts_of
from ictscore.words import tr

_FAR = "9E+9"


def open_results(making: Making, known: Mapping[str, Standing], totals: Totals) -> None:
    """Let expressions see the final points, the sections and the sums."""
    making.cells.points = {name: each.points for name, each in known.items()}
    making.cells.sections = dict(totals.sections)
    making.cells.measures = {"total": totals.total, "max_points": totals.maximum, "percent": totals.percent}
    asked = (node for expr in _conditions(making.rulebook) for node in expr.walk())
    if any(isinstance(node, Measure) and node.name == "least_share" for node in asked):
        making.cells.measures["least_share"] = _least_share(making, known)


def _conditions(rulebook: Rulebook) -> tuple[Expr, ...]:
    grades = rulebook.grades.bands if rulebook.grades is not None else ()
    required = [*(each.requires for each in grades), *(each.requires for each in rulebook.awards)]
    found = [*(each.when for each in rulebook.knockouts), *(each for each in required if each is not None)]
    return (*found, *rulebook.ranking.tie_breaks)


def _least_share(making: Making, known: Mapping[str, Standing]) -> Term:
    """Add the least share of its maximum that a criterion of the sections has, among those that apply."""
    names = {leaf.id for _, criteria in making.plan.sections for top in criteria for leaf in top.leaves()}
    shares, per_unit = [], [list[Fraction]() for _ in making.units]
    for criterion in (each for each in making.plan.order if each.id in names):
        own = known[criterion.id]
        tests = [f"{own.maximum.text}=0", *([own.away.text] if own.away is not None else [])]
        shares.append(f"IF(OR({','.join(tests)}),{_FAR},{own.points.text}/IF({own.maximum.text}=0,1,{own.maximum.text}))")
        for index, found in enumerate(per_unit):
            if own.maximum.number(index) and not (own.away is not None and own.away.number(index)):
                found.append(own.points.number(index) / own.maximum.number(index))
    least = making.steps.add(
        tr("Least share"), f"MIN({','.join(shares) or _FAR})", lambda index: min(per_unit[index], default=Fraction(9 * 10**9))
    )
    return making.steps.add(tr("Least share"), f"IF({least.text}={_FAR},0,{least.text})", lambda index: min(per_unit[index], default=ZERO))


def add_knockouts(making: Making) -> dict[str, Ref]:
    """Add whether each knockout of the group holds."""
    group = making.plan.group.id
    return {each.id: making.holds(each.name, each.when) for each in making.rulebook.knockouts if applies(each.applies_to, group)}


def add_ranked(making: Making, circle: Ref | None, knockouts: Mapping[str, Ref]) -> Ref:
    """Add whether the unit is ranked: by the rules of its group, and not taken out by a knockout."""
    out = [knockouts[each.id] for each in making.rulebook.knockouts if each.unranked and each.id in knockouts]
    base = circle.text if circle is not None else "1"
    tests = "".join(f"*({each.text}<>1)" for each in out)
    return making.steps.add(tr("ranked"), f"{base}{tests}", lambda index: making.units[index].ranked)


def add_grades(making: Making, totals: Totals, knockouts: Mapping[str, Ref]) -> Ref | None:
    """Add the grade before quotas as its place among the bands, best first, from 1; 0 where there is none."""
    grades = making.rulebook.grades
    if grades is None:
        return None
    value: Ref = totals.total if grades.on == "total" else totals.percent
    if grades.between_bounds == "round_first":
        value = add_rounded(making, f"{tr('Grade')} – {tr('rounded')}", value, 0, "half_up")
    formula = "0"
    for position in range(len(grades.bands), 0, -1):
        band = grades.bands[position - 1]
        tests = _tests(making, band, value)
        formula = f"IF({_all(tests)},{position},{formula})" if tests else str(position)
    forced = _forced(making, grades, knockouts)
    if forced is not None:
        formula = f"IF({forced.text}>0,{forced.text},{formula})"
    places = _before_quotas(making, grades)
    return making.steps.add(tr("Grade"), formula, lambda index: places[index])


def _all(tests: list[str]) -> str:
    return tests[0] if len(tests) == 1 else f"AND({','.join(tests)})"


def _tests(making: Making, band: GradeBand, value: Ref) -> list[str]:
    tests = []
    if band.lower is not None:
        for index in range(making.steps.count):
            making.doubts.compare(index, f"{tr('Grade')} {band.name}", value.number(index), band.lower)
        sign = ">" if band.above is not None else ">="
        tests.append(f"ROUND({value.text}-{excel_number(band.lower)},9){sign}0")
    if band.requires is not None:
        name = f"{tr('Grade')} {band.name} – {tr('condition')}"
        tests.append(f"{making.holds(name, band.requires).text}=1")
    return tests


def _forced(making: Making, grades: Grades, knockouts: Mapping[str, Ref]) -> Ref | None:
    mine = [each for each in making.rulebook.knockouts if each.id in knockouts]
    forcing = [(knockouts[each.id], grades.position(each.grade) + 1) for each in mine if each.grade is not None]
    if not forcing:
        return None
    formula = f"MAX({','.join(f'IF({ref.text}=1,{place},0)' for ref, place in forcing)})"
    return making.steps.add(
        tr("Grade by knockout"), formula, lambda index: max((place for ref, place in forcing if ref.number(index) == 1), default=0)
    )


def _before_quotas(making: Making, grades: Grades) -> list[int]:
    found = []
    for unit, scope in zip(making.units, making.after(), strict=True):
        hold, _ = knockouts_of(making.rulebook, making.plan.group.id, scope)
        grade = grade_of(making.rulebook, unit, hold, scope)
        found.append(0 if grade is None else grades.position(grade) + 1)
    return found


def add_quotas(making: Making, grade: Ref, better: Ref) -> Ref:
    """Add the grade after each quota in turn; ``better`` is how many units of the group have a higher key."""
    grades = making.rulebook.grades
    assert grades is not None
    for position, band in enumerate(grades.bands[:-1], 1):
        if band.quota is not None:
            grade = _quota(making, grades, (position, band.name, band.quota), grade, better)
    return grade


def _quota(making: Making, grades: Grades, band: tuple[int, str, Quota], grade: Ref, better: Ref) -> Ref:
    position, name, quota = band
    steps, of = making.steps, grades.position(quota.of) + 1
    eligible = sum(1 for index in range(steps.count) if 1 <= grade.number(index) <= of)
    room = int(eligible * quota.share)
    for index in range(steps.count):
        making.doubts.rounding(index, f"{name} – {tr('places')}", eligible * quota.share, 0, "down")
    count = f"SUMPRODUCT(({grade.all}>0)*({grade.all}<={of}))"
    places = steps.add(f"{name} – {tr('places')}", f"INT(ROUND({count}*{excel_number(quota.share)},9))", lambda _: room)
    holders = [index for index in range(steps.count) if grade.number(index) == position]

    def count_of(index: int, *, above: bool) -> int:
        own = better.number(index)
        return sum(1 for each in holders if (better.number(each) < own if above else better.number(each) == own))

    above = steps.add(
        f"{name} – {tr('before it')}",
        f"SUMPRODUCT(({grade.all}={position})*({better.all}<{better.text}))",
        lambda index: count_of(index, above=True),
    )
    beside = steps.add(
        f"{name} – {tr('equal')}",
        f"SUMPRODUCT(({grade.all}={position})*({better.all}={better.text}))",
        lambda index: count_of(index, above=False),
    )
    stays = f"{above.text}+{beside.text}<={places.text}" if quota.ties == "out" else f"{above.text}<{places.text}"

    def left(index: int) -> Fraction:
        first, same, own = above.number(index), beside.number(index), grade.number(index)
        keeps = first + same <= room if quota.ties == "out" else first < room
        return own + 1 if own == position and not keeps else own

    return steps.add(f"{tr('Grade')} – {name}", f"IF({grade.text}={position},IF({stays},{position},{position + 1}),{grade.text})", left)
