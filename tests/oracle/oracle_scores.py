"""Totals, ranks and grades a second time: a rulebook of texts and a survey of texts give results, slowly and plainly."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from typing import Any

from oracle_formulas import Place, formula_points
from oracle_language import Nothing, Outcome, Surroundings, answers_used, compute, to_number

Rulebook = dict[str, Any]
Criterion = dict[str, Any]


@dataclass
class OracleUnit:
    """One unit as it came in, and everything found out about it."""

    unit: str
    group: str
    answers: dict[str, str]
    parent: str = ""
    given: dict[str, str] = field(default_factory=dict)
    points: dict[str, Outcome] = field(default_factory=dict)
    sections: dict[str, Fraction] = field(default_factory=dict)
    exact: Fraction = Fraction(0)
    total: Fraction = Fraction(0)
    max_points: Fraction = Fraction(0)
    percent: Fraction = Fraction(0)
    rank: int | None = None
    grade: str | None = None


@dataclass
class Found:
    """What a criterion came to: its status as a Nothing where it was not scored, its points, the maximum that applied."""

    status: Nothing | None
    points: Fraction
    most: Fraction
    waiting: Fraction = Fraction(0)
    way: str = ""
    fixed: Fraction = Fraction(0)  # what a stage gave, which redistribution leaves alone


def score(rulebook: Rulebook, units: list[OracleUnit]) -> list[OracleUnit]:
    """Fill in every unit's points, total, rank and grade. Groups whose members others look at come first in the rulebook's list."""
    for group in rulebook["groups"]:
        mine = [unit for unit in units if unit.group == group["id"]]
        for unit in mine:
            _score_unit(rulebook, unit, units, group)
        _rank(rulebook, [unit for unit in mine if _is_ranked(group, unit)])
        for unit in mine:
            _grade(rulebook, unit)
    return units


def _is_ranked(group: dict[str, Any], unit: OracleUnit) -> bool:
    return group.get("ranked", "true") == "true" and unit.unit not in group.get("unranked", [])


def _applies(part: dict[str, Any], group: str) -> bool:
    return "applies_to" not in part or group in part["applies_to"]


def rounded(value: Fraction, places: str, mode: str) -> Fraction:
    """Return a value to so many decimals; ``none`` leaves it."""
    if places == "none":
        return value
    scaled = abs(value) * 10 ** int(places)
    whole, rest = math.floor(scaled), scaled - math.floor(scaled)
    half = Fraction(1, 2)
    more = {"down": False, "up": rest > 0, "half_up": rest >= half, "half_even": rest > half or (rest == half and whole % 2 == 1)}[mode]
    return Fraction(whole + more, 10 ** int(places)) * (1 if value >= 0 else -1)


def _to_places(rounding: dict[str, str], key: str, value: Fraction) -> Fraction:
    return rounded(value, rounding.get(key, "none"), rounding.get("mode", "half_up"))


def _answer(rulebook: Rulebook, unit: OracleUnit, name: str) -> Outcome:
    text = unit.answers.get(name)
    if text is None or text == "n/a":
        return Nothing("missing" if text is None else "not_applicable")
    kind = rulebook["answers"][name]["type"]
    return text == "yes" if kind == "yes_no" else text if kind == "choice" else to_number(text)


def _place(rulebook: Rulebook, unit: OracleUnit, units: list[OracleUnit], group: dict[str, Any]) -> Place:
    def group_values(text: str, among: str) -> list[Fraction]:
        circle = [each for each in units if each.group == unit.group and (among == "assessed" or _is_ranked(group, each))]
        values = [compute(text, Surroundings(partial(_answer, rulebook, each))) for each in circle]
        return [value for value in values if isinstance(value, Fraction)]

    def member_values(of: str, members: str) -> list[Outcome]:
        circle = [each for each in units if each.group == members and each.parent == unit.unit]
        return [each.total if of == "total" else _answer(rulebook, each, of) for each in circle]

    return Place(Surroundings(partial(_answer, rulebook, unit)), group_values, member_values)


def _score_unit(rulebook: Rulebook, unit: OracleUnit, units: list[OracleUnit], group: dict[str, Any]) -> None:
    place = _place(rulebook, unit, units, group)
    place.around.points = lambda name: unit.points.get(name, Nothing("missing"))
    to_places = partial(_to_places, rulebook["rounding"])
    total = Fraction(0)
    for section in rulebook["sections"]:
        criteria = [each for each in section["criteria"] if _applies(section, unit.group) and _applies(each, unit.group)]
        if not criteria:
            continue
        found = _level(criteria, unit, place, to_places)
        unit.sections[section["id"]] = to_places("section", sum((each.points for each in found), Fraction(0)))
        unit.max_points += sum((each.most for each in found), Fraction(0))
        total += unit.sections[section["id"]]
    total += _extra(rulebook.get("bonus"), unit, place, to_places)
    if deductions := rulebook.get("deductions"):
        total -= _extra(deductions, unit, place, to_places)
        total = total if deductions.get("floor", "0") == "none" else max(total, to_number(deductions.get("floor", "0")))
    _convert(rulebook, unit, total, to_places)


def _extra(extra: dict[str, Any] | None, unit: OracleUnit, place: Place, to_places: Callable[[str, Fraction], Fraction]) -> Fraction:
    if not extra or not _applies(extra, unit.group):
        return Fraction(0)
    found = _level([each for each in extra["criteria"] if _applies(each, unit.group)], unit, place, to_places)
    points = sum((each.points for each in found), Fraction(0))
    return min(points, to_number(extra["max_points"])) if "max_points" in extra else points


def _convert(rulebook: Rulebook, unit: OracleUnit, total: Fraction, to_places: Callable[[str, Fraction], Fraction]) -> None:
    scale = rulebook["scale"]
    percent = 100 * total / unit.max_points if unit.max_points else Fraction(0)
    unit.percent = to_places("total", percent)
    if scale.get("result") == "percent":
        unit.exact = percent
    elif "out_of" in scale:
        unit.exact = total / unit.max_points * to_number(scale["out_of"]) if unit.max_points else Fraction(0)
    else:
        unit.exact = total
    unit.total = to_places("total", unit.exact)


def _level(criteria: list[Criterion], unit: OracleUnit, place: Place, to_places: Callable[[str, Fraction], Fraction]) -> list[Found]:
    """Return what criteria beside each other come to; what waits to be redistributed goes to those that apply."""
    found = [_criterion(each, unit, place, to_places) for each in criteria]
    takers = [each for each in found if each.status is None or each.status.kind != "not_applicable"]
    weight = sum((each.most for each in takers), Fraction(0))
    extra = {id(each): Fraction(0) for each in takers}
    for giver in found:
        for taker in takers if giver.waiting else []:
            extra[id(taker)] += giver.waiting / len(takers) if giver.way.endswith("equally") else giver.waiting * taker.most / weight
    for each, criterion in zip(found, criteria, strict=True):
        if extra.get(id(each)):
            each.points = each.fixed + (each.points - each.fixed) * (each.most + extra[id(each)]) / each.most
            each.most += extra[id(each)]
        each.points = to_places("criterion", each.points)
        unit.points[criterion["id"]] = each.status or each.points
    return found


def _criterion(criterion: Criterion, unit: OracleUnit, place: Place, to_places: Callable[[str, Fraction], Fraction]) -> Found:
    least, most = to_number(criterion.get("min_points", "0")), to_number(criterion["max_points"])
    if "parts" in criterion:
        return _together(_level([each for each in criterion["parts"] if _applies(each, unit.group)], unit, place, to_places))
    if criterion["id"] in unit.given:
        given = to_number(unit.given[criterion["id"]])
        return Found(None, given, most, fixed=given) if least <= given <= most else Found(Nothing("error"), Fraction(0), most)
    if (policy := _policy_that_holds(criterion, unit, place)) is not None:
        return _not_applicable(policy, most)
    value = formula_points(criterion["formula"], least, most, place)
    if isinstance(value, Fraction):
        return Found(None, value, most)
    assert isinstance(value, Nothing)
    if value.kind == "not_applicable":
        return _not_applicable(next((each["then"] for each in _policies(criterion, unit)), "drop"), most)
    return Found(Nothing("error") if criterion.get("on_missing") == "error" else value, Fraction(0), most)


def _together(parts: list[Found]) -> Found:
    kinds = [each.status.kind if each.status else "scored" for each in parts]
    status = next(kind for kind in ("error", "missing", "scored", "not_applicable") if kind in kinds)
    points, most = sum((each.points for each in parts), Fraction(0)), sum((each.most for each in parts), Fraction(0))
    fixed = sum((each.fixed for each in parts), Fraction(0))
    return Found(None if status == "scored" else Nothing(status), points, most, fixed=fixed)


def _policies(criterion: Criterion, unit: OracleUnit) -> list[dict[str, Any]]:
    written = criterion.get("not_applicable", [])
    return [each for each in ([written] if isinstance(written, dict) else written) if unit.group in each.get("groups", [unit.group])]


def _policy_that_holds(criterion: Criterion, unit: OracleUnit, place: Place) -> str | None:
    for policy in _policies(criterion, unit):
        declared = any(unit.answers.get(name) == "n/a" for name in answers_used(criterion["formula"]))
        if policy.get("declared") == "true" and declared:
            return str(policy["then"])
        if "when" in policy and compute(policy["when"], place.around) is True:
            return str(policy["then"])
    return None


def _not_applicable(policy: str, most: Fraction) -> Found:
    status = Nothing("not_applicable")
    if policy.startswith("redistribute"):
        return Found(status, Fraction(0), Fraction(0), most, policy)
    return Found(status, most if policy == "full" else Fraction(0), Fraction(0) if policy == "drop" else most)


def _rank(rulebook: Rulebook, units: list[OracleUnit]) -> None:
    ranking = rulebook["ranking"]
    which = {"total": "total", "exact": "exact", "percent": "percent"}[ranking.get("on", "total")]

    def key(unit: OracleUnit) -> list[Any]:
        around = Surroundings(lambda _: Nothing("missing"), lambda name: unit.points[name], lambda name: unit.sections[name])
        around.measures = {"total": unit.total, "percent": unit.percent, "max_points": unit.max_points}
        return [getattr(unit, which), *(compute(text, around) for text in ranking.get("tie_breaks", []))]

    keys = {unit.unit: key(unit) for unit in units}
    for unit in units:
        better = [keys[each.unit] for each in units if keys[each.unit] > keys[unit.unit]]
        dense = ranking.get("style", "competition") == "dense"
        unit.rank = 1 + (len({tuple(each) for each in better}) if dense else len(better))


def _grade(rulebook: Rulebook, unit: OracleUnit) -> None:
    grades = rulebook.get("grades")
    if not grades:
        return
    value = unit.percent if grades.get("on") == "percent" else unit.total
    for band in grades["bands"]:
        if ("from" in band and value >= to_number(band["from"])) or ("above" in band and value > to_number(band["above"])):
            unit.grade = band["name"]
            return
        if "from" not in band and "above" not in band:
            unit.grade = band["name"]
            return
