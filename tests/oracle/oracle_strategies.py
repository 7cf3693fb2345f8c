"""Random small rulebooks, as texts: every formula kind, every policy, every way of rounding and ranking."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

Draw = st.DrawFn
Answers = dict[str, dict[str, Any]]
_POLICIES = ("full", "zero", "not_applicable", "error")
_WORTH = ("1", "2", "5", "10", "7.5", "1/3")


class _Asker:
    """Hands out answer ids for one criterion and keeps what they ask for."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.answers: Answers = {}

    def ask(self, kind: str) -> str:
        name = f"{self.prefix}_{len(self.answers)}"
        self.answers[name] = {"label": name, "type": kind, "not_applicable": "true"}
        if kind == "choice":
            self.answers[name]["choices"] = {"a": "A", "b": "B", "c": "C"}
        return name


def _pick(draw: Draw, *options: Any) -> Any:
    return draw(st.sampled_from(options))


def _flip(draw: Draw) -> bool:
    return draw(st.booleans())


def _condition(draw: Draw, asker: _Asker) -> str:
    one = asker.ask("yes_no")
    count = f"{asker.ask('count')} {_pick(draw, '>', '>=', '=', '!=', '≤', '<')} {_pick(draw, '0', '2', '3')}"
    return str(_pick(draw, one, count, f"{one} and {count}", f"not {one} or {count}", f"if {one} then {count} else not ({count})"))


def _yes_no(draw: Draw, asker: _Asker, most: Fraction) -> dict[str, Any]:
    formula = {"kind": "yes_no", "of": _condition(draw, asker)}
    return formula | ({"yes": str(most / 2), "no": str(most / 4)} if _flip(draw) else {})


def _choice(draw: Draw, asker: _Asker, most: Fraction) -> dict[str, Any]:
    formula: dict[str, Any] = {"kind": "choice", "of": asker.ask("choice")}
    table: dict[str, Any] = _pick(
        draw, {"points": {"a": str(most), "b": "0", "c": str(most / 3)}}, {"shares": {"a": "1/2", "b": "1", "c": "10%"}}
    )
    return formula | table


def _ratio(draw: Draw, asker: _Asker, _most: Fraction) -> dict[str, Any]:
    of, over = asker.ask("count"), asker.ask("count")
    formula = {"kind": "ratio", "of": _pick(draw, of, f"{over} - {of}"), "over": over, "when_denominator_zero": _pick(draw, *_POLICIES)}
    formula |= {"above_one": "cap"} if _flip(draw) else {}
    formula |= {"zero_below": "50%"} if _flip(draw) else {}
    return formula | ({"target": "80%"} if _flip(draw) else {})


def _shares(draw: Draw, asker: _Asker, _most: Fraction) -> dict[str, Any]:
    weights = [{"of": asker.ask("count"), "weight": weight} for weight in ("1", "0.5", "1/3")[: _pick(draw, 1, 2, 3)]]
    return {"kind": "shares", "over": asker.ask("count"), "weights": weights, "when_denominator_zero": _pick(draw, *_POLICIES)}


def _steps(draw: Draw, asker: _Asker, most: Fraction) -> dict[str, Any]:
    formula: dict[str, Any] = {"kind": "steps", "otherwise": _pick(draw, "0", {"share": "10%"}, {"points": str(most / 5)})}
    if _flip(draw):
        formula |= {"of": asker.ask("count"), "over": asker.ask("count"), "when_denominator_zero": _pick(draw, *_POLICIES)}
        bounds = ("1", "80%", "1/3")
    else:
        formula["on"] = asker.ask(_pick(draw, "count", "percent"))
        bounds = ("80", "4", "2")
    if _flip(draw):
        formula["steps"] = [{"below": bounds[2], "share": "1"}, {"to": bounds[1], "points": str(most / 2)}]
    else:
        top = {_pick(draw, "from", "above", "equals"): bounds[0], "share": "1"}
        formula["steps"] = [top, {"from": bounds[1], "points": str(most / 2)}, {"above": bounds[2], "share": "1/4"}]
    return formula


def _count(draw: Draw, asker: _Asker, most: Fraction) -> dict[str, Any]:
    formula = {"kind": "count", "of": asker.ask("count"), "each": _pick(draw, "0.5", "1", "1/3")}
    return formula | ({"cap": str(most / 2)} if _flip(draw) else {})


def _checklist(draw: Draw, asker: _Asker, most: Fraction) -> dict[str, Any]:
    items = [{"when": _condition(draw, asker), "share": "1/2"}, {"when": _condition(draw, asker), "points": str(most / 4)}]
    return {"kind": "checklist", "items": items[: _pick(draw, 1, 2)]}


def _relative(draw: Draw, asker: _Asker, _most: Fraction) -> dict[str, Any]:
    formula = {"kind": "relative", "scale": _pick(draw, "to_best", "min_max"), "best": _pick(draw, "highest", "lowest")}
    formula |= {"among": _pick(draw, "assessed", "ranked"), "when_all_zero": _pick(draw, *_POLICIES)}
    if _flip(draw):
        return formula | {"of": asker.ask("number")}
    return formula | {"of": f"{asker.ask('count')} / {asker.ask('count')}", "when_denominator_zero": _pick(draw, *_POLICIES)}


def _deduct(draw: Draw, asker: _Asker, most: Fraction) -> dict[str, Any]:
    each = [{"of": asker.ask("count"), "share": "1/4"}, {"of": asker.ask("count"), "points": "0.5"}][: _pick(draw, 1, 2)]
    formula = {"kind": "deduct", "each": each, "floor": _pick(draw, "0", "none")}
    return formula | ({"from": str(most / 2)} if _flip(draw) else {})


def _graded(draw: Draw, asker: _Asker, _most: Fraction) -> dict[str, Any]:
    return {"kind": "graded", "of": asker.ask("points")} | ({"every": "0.5"} if _flip(draw) else {})


def _imported(draw: Draw, asker: _Asker, most: Fraction) -> dict[str, Any]:
    formula: dict[str, Any] = {"kind": "imported", "of": asker.ask("percent"), "from": "elsewhere"}
    steps = {"steps": [{"from": "80", "share": "1"}, {"from": "20", "points": str(most / 2)}], "otherwise": "0"}
    scale: dict[str, Any] = _pick(draw, {"over": "100"}, {"over": "50"}, steps)
    return formula | scale


def _expression(draw: Draw, asker: _Asker, _most: Fraction) -> dict[str, Any]:
    one, two, flag = asker.ask("count"), asker.ask("count"), asker.ask("yes_no")
    texts = (
        f"min({one}, {two}, 0.25)",
        f"if {flag} then {one} / {two} else -{two} + 2 * {one}",
        f"round(mean({one}, {two}) / 3, 1) × count({flag}, {one} > {two}, not {flag})",
        f"max(0, floor({one} / 2) - ceil({two} ÷ 4))",
        f"if given({one}) and {flag} then 1 else sum({two}, 1) − {two}",
    )
    return {"kind": "formula", "expr": _pick(draw, *texts), "when_denominator_zero": _pick(draw, *_POLICIES)}


def _nested(draw: Draw, asker: _Asker, most: Fraction) -> dict[str, Any]:
    key, kind, share = _pick(draw, ("parts", "sum", Fraction(1, 2)), ("cases", "best_of", Fraction(1)))
    simple = (_ratio, _count, _yes_no, _steps, _checklist)
    cap = most * share
    rows = [{"name": name, "max_points": str(cap), "formula": _pick(draw, *simple)(draw, asker, cap)} for name in ("first", "second")]
    return {"kind": kind, key: rows}


def _of_members(draw: Draw, name: str, answers: Answers) -> dict[str, Any]:
    """Return a criterion of group one that looks at the members in group two."""
    asker, most = _Asker(name), _pick(draw, *_WORTH)
    formula = {
        "kind": "of_members",
        "of": _pick(draw, "total", asker.ask("number")),
        "group": "two",
        "when_no_members": _pick(draw, *_POLICIES),
    }
    formula |= {"how": _pick(draw, "mean", "sum", "least", "greatest")} | ({"over": "10"} if _flip(draw) else {})
    answers |= {each: {**spec, "not_applicable": "false"} for each, spec in asker.answers.items()}
    return {"id": name, "name": name, "max_points": most, "min_points": "-5", "formula": formula, "applies_to": ["one"]}


_KINDS = (_yes_no, _choice, _ratio, _shares, _steps, _count, _checklist, _relative, _deduct, _graded, _imported, _expression, _nested)


def _criterion(draw: Draw, name: str, answers: Answers, ways: tuple[str, ...]) -> dict[str, Any]:
    most, asker = Fraction(_pick(draw, *_WORTH)), _Asker(name)
    criterion: dict[str, Any] = {"id": name, "name": name, "max_points": str(most), "formula": _pick(draw, *_KINDS)(draw, asker, most)}
    if _flip(draw):
        criterion["min_points"] = "-5"
    if criterion["formula"]["kind"] != "relative" and _flip(draw):
        criterion["not_applicable"] = {"declared": "true", "then": _pick(draw, *ways)}
        if counts := [each for each, spec in asker.answers.items() if spec["type"] == "count"]:
            criterion["not_applicable"] |= {"when": f"{counts[-1]} = 0"} if _flip(draw) else {}
    else:
        for spec in asker.answers.values():
            spec["not_applicable"] = "false"
    criterion |= {"on_missing": "error"} if draw(st.integers(0, 9)) == 0 else {}
    answers |= asker.answers
    return criterion


def _section(draw: Draw, name: str, answers: Answers) -> dict[str, Any]:
    ways = _pick(draw, ("full", "drop", "zero"), ("redistribute_equally", "redistribute_in_proportion"))
    criteria = [_criterion(draw, f"{name}{letter}", answers, ways) for letter in "abc"[: _pick(draw, 1, 2, 3)]]
    if ways[0] == "full" and _flip(draw):
        parts = [_criterion(draw, f"{name}p{letter}", answers, ways) for letter in "xy"]
        most = sum(Fraction(each["max_points"]) for each in parts)
        criteria.append({"id": f"{name}p", "name": name, "max_points": str(most), "parts": parts})
    if _flip(draw):
        criteria.append(_of_members(draw, f"{name}m", answers))
    section = {"id": name, "name": name, "criteria": criteria}
    return section | ({"applies_to": ["one"]} if draw(st.integers(0, 4)) == 0 else {})


def _extras(draw: Draw, answers: Answers) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in ("bonus", "deductions"):
        if _flip(draw):
            asker = _Asker(name)
            criterion = {"id": name, "name": name, "max_points": "5", "formula": {"kind": "count", "of": asker.ask("count"), "each": "1"}}
            found[name] = {"max_points": "3", "criteria": [criterion]}
            answers |= {each: {**spec, "not_applicable": "false"} for each, spec in asker.answers.items()}
    if "bonus" in found:
        found["bonus"]["above_maximum"] = "true"
    if "deductions" in found:
        found["deductions"]["floor"] = "none"
    return found


@st.composite
def rulebooks(draw: Draw) -> dict[str, Any]:
    """Return a random rulebook of texts."""
    answers: Answers = {}
    sections = [_section(draw, f"s{number}", answers) for number in range(1, _pick(draw, 2, 3, 4))]
    most = sum(Fraction(each["max_points"]) for section in sections for each in section["criteria"])
    scale = _pick(draw, {}, {"result": "percent"}, {"out_of": "10"})
    rounding = {key: _pick(draw, "none", "0", "1", "2") for key in ("total", "section", "criterion")}
    bands = [{"name": "A", "from": str(most / 2)}, {"name": "B", "above": str(most / 4)}, {"name": "C"}]
    ranking: dict[str, Any] = {"on": _pick(draw, "total", "exact", "percent"), "style": _pick(draw, "competition", "dense", "ordinal")}
    ranking |= {"tie_breaks": ["section(s1)"]} if "applies_to" not in sections[0] and _flip(draw) else {}
    return {
        "id": "random",
        "title": "Random",
        "decision": {"subject": "Random"},
        "answers": answers,
        "groups": [{"id": "two", "name": "Two"}, {"id": "one", "name": "One", "unranked": ["Unit 0"]}],
        "sections": sections,
        "scale": {"max_points": str(most), **scale},
        "rounding": rounding | {"mode": _pick(draw, "half_up", "half_even", "down", "up")},
        "grades": {"on": _pick(draw, "total", "percent"), "bands": bands},
        "ranking": ranking,
        **_extras(draw, answers),
    }
