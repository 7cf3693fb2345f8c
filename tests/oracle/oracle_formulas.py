"""Every formula kind a second time, straight from its definition: parameters as texts, points as a fraction or a reason why not."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from oracle_language import ERROR, Nothing, Outcome, Surroundings, compute, to_number, worst

Formula = dict[str, Any]
_BOUNDS = {"from": operator.ge, "above": operator.gt, "to": operator.le, "below": operator.lt, "equals": operator.eq}


@dataclass
class Place:
    """Where a formula is computed: the unit's answers, its group, its members."""

    around: Surroundings
    group_values: Callable[[str, str], list[Fraction]]
    member_values: Callable[[str, str], list[Outcome]]

    def value(self, text: str) -> Outcome:
        """Return what an operand comes to for the unit."""
        return compute(text, self.around)


def formula_points(formula: Formula, low: Fraction, high: Fraction, place: Place) -> Outcome:
    """Return the points a formula gives a criterion with these bounds; outside the bounds is an error."""
    points = _KINDS[formula["kind"]](formula, high, place)
    if isinstance(points, Fraction) and not low <= points <= high:
        return ERROR
    return points


def _policy(formula: Formula, high: Fraction, key: str = "when_denominator_zero") -> Outcome:
    values: dict[str, Outcome] = {"full": high, "zero": Fraction(0), "not_applicable": Nothing("not_applicable")}
    return values.get(formula.get(key, "error"), ERROR)


def _given(row: Formula, high: Fraction) -> Fraction:
    return to_number(row["points"]) if "points" in row else to_number(row["share"]) * high


def _quotient(formula: Formula, high: Fraction, place: Place) -> tuple[Fraction, Fraction] | Outcome:
    """Return part and whole, or what stands instead of the points."""
    over = place.value(formula["over"])
    if over == 0:
        return _policy(formula, high)
    of = place.value(formula["of"])
    if blank := worst([over, of]):
        return blank
    assert isinstance(of, Fraction)
    assert isinstance(over, Fraction)
    return of, over


def _yes_no(formula: Formula, high: Fraction, place: Place) -> Outcome:
    value = place.value(formula["of"])
    if isinstance(value, Nothing):
        return value
    return to_number(formula["yes"]) if value and "yes" in formula else high if value else to_number(formula.get("no", "0"))


def _choice(formula: Formula, high: Fraction, place: Place) -> Outcome:
    value = place.value(formula["of"])
    if not isinstance(value, str):
        return value
    return to_number(formula["points"][value]) if "points" in formula else to_number(formula["shares"][value]) * high


def _ratio(formula: Formula, high: Fraction, place: Place) -> Outcome:
    pair = _quotient(formula, high, place)
    if not isinstance(pair, tuple):
        return pair
    if pair[0] > pair[1]:
        return high if formula.get("above_one") == "cap" else ERROR
    reached = pair[0] / pair[1]
    if "zero_below" in formula and reached < to_number(formula["zero_below"]):
        return Fraction(0)
    return min(Fraction(1), reached / to_number(formula.get("target", "1"))) * high


def _shares(formula: Formula, high: Fraction, place: Place) -> Outcome:
    over = place.value(formula["over"])
    if over == 0:
        return _policy(formula, high)
    counts = [place.value(each["of"]) for each in formula["weights"]]
    if blank := worst([over, *counts]):
        return blank
    numbers = [count for count in counts if isinstance(count, Fraction)]
    assert isinstance(over, Fraction)
    if sum(numbers) > over:
        return ERROR
    return sum((each * to_number(row["weight"]) for each, row in zip(numbers, formula["weights"], strict=True)), Fraction(0)) / over * high


def _steps(formula: Formula, high: Fraction, place: Place) -> Outcome:
    if "on" in formula:
        value = place.value(formula["on"])
    else:
        pair = _quotient(formula, high, place)
        if not isinstance(pair, tuple):
            return pair
        value = pair[0] / pair[1]
    return value if isinstance(value, Nothing) else _table(formula, value, high)  # type: ignore[arg-type]


def _table(formula: Formula, value: Fraction, high: Fraction) -> Fraction:
    for step in formula["steps"]:
        if any(holds(value, to_number(step[key])) for key, holds in _BOUNDS.items() if key in step):
            return _given(step, high)
    rest = formula["otherwise"]
    return _given(rest, high) if isinstance(rest, dict) else to_number(rest)


def _count(formula: Formula, high: Fraction, place: Place) -> Outcome:
    value = place.value(formula["of"])
    cap = to_number(formula["cap"]) if "cap" in formula else high
    return min(value * to_number(formula["each"]), cap) if isinstance(value, Fraction) else value


def _checklist(formula: Formula, high: Fraction, place: Place) -> Outcome:
    held = [place.value(item["when"]) for item in formula["items"]]
    return worst(held) or sum((_given(item, high) for item, holds in zip(formula["items"], held, strict=True) if holds), Fraction(0))


def _relative(formula: Formula, high: Fraction, place: Place) -> Outcome:
    place.around.divided_by_zero = False
    own = place.value(formula["of"])
    if place.around.divided_by_zero:
        return _policy(formula, high)
    values = place.group_values(formula["of"], formula["among"])
    if not isinstance(own, Fraction) or not values:
        return own if isinstance(own, Nothing) else ERROR
    return _standing(formula, high, own, values)


def _standing(formula: Formula, high: Fraction, own: Fraction, values: list[Fraction]) -> Outcome:
    best, least = max(values), min(values)
    if formula["scale"] == "min_max":
        if best == least:
            return _policy(formula, high, "when_all_zero")
        gained = own - least if formula.get("best", "highest") == "highest" else best - own
        return max(Fraction(0), min(Fraction(1), gained / (best - least))) * high
    if best == 0:
        return _policy(formula, high, "when_all_zero")
    if formula.get("best", "highest") == "lowest":
        return high if own <= least else least / own * high
    return min(Fraction(1), own / best) * high


def _deduct(formula: Formula, high: Fraction, place: Place) -> Outcome:
    counts = [place.value(each["of"]) for each in formula["each"]]
    if blank := worst(counts):
        return blank
    start = to_number(formula["from"]) if "from" in formula else high
    numbers = [count for count in counts if isinstance(count, Fraction)]
    left = start - sum(count * _given(each, high) for count, each in zip(numbers, formula["each"], strict=True))
    return left if formula["floor"] == "none" else max(left, to_number(formula["floor"]))


def _parts(rows: list[Formula], place: Place) -> list[Outcome]:
    found: list[Outcome] = []
    for row in rows:
        cap = to_number(row["max_points"])
        points = _KINDS[row["formula"]["kind"]](row["formula"], cap, place)
        found.append(min(points, cap) if isinstance(points, Fraction) else points)
    return found


def _sum(formula: Formula, _high: Fraction, place: Place) -> Outcome:
    points = _parts(formula["parts"], place)
    return worst(points) or sum((each for each in points if isinstance(each, Fraction)), Fraction(0))


def _best_of(formula: Formula, _high: Fraction, place: Place) -> Outcome:
    points = _parts(formula["cases"], place)
    return worst(points) or max(each for each in points if isinstance(each, Fraction))


def _graded(formula: Formula, _high: Fraction, place: Place) -> Outcome:
    value = place.value(formula["of"])
    if isinstance(value, Fraction) and "every" in formula and (value / to_number(formula["every"])).denominator != 1:
        return ERROR
    return value


def _imported(formula: Formula, high: Fraction, place: Place) -> Outcome:
    value = place.value(formula["of"])
    if not isinstance(value, Fraction):
        return value
    if "over" not in formula:
        return _table(formula, value, high)
    return ERROR if value > to_number(formula["over"]) else value / to_number(formula["over"]) * high


def _of_members(formula: Formula, high: Fraction, place: Place) -> Outcome:
    values = place.member_values(formula["of"], formula["group"])
    if not values or worst(values):
        return worst(values) or _policy(formula, high, "when_no_members")
    numbers = [value for value in values if isinstance(value, Fraction)]
    total = sum(numbers, Fraction(0))
    found: Fraction = {"mean": total / len(numbers), "sum": total, "least": min(numbers), "greatest": max(numbers)}[formula["how"]]
    return found / to_number(formula["over"]) * high if "over" in formula else found


def _formula(formula: Formula, high: Fraction, place: Place) -> Outcome:
    place.around.divided_by_zero = False
    value = place.value(formula["expr"])
    return _policy(formula, high) if place.around.divided_by_zero else value


_KINDS: dict[str, Callable[[Formula, Fraction, Place], Outcome]] = {
    "yes_no": _yes_no,
    "choice": _choice,
    "ratio": _ratio,
    "shares": _shares,
    "steps": _steps,
    "count": _count,
    "checklist": _checklist,
    "relative": _relative,
    "deduct": _deduct,
    "sum": _sum,
    "best_of": _best_of,
    "graded": _graded,
    "imported": _imported,
    "of_members": _of_members,
    "formula": _formula,
}
