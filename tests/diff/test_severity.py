"""How severe each kind of change is, one change at a time."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from ictscore.diff.compare import compare
from ictscore.diff.severity import judge

K = "sections/0/criteria"
ONE_CHANGE: list[tuple[str, Any, str]] = [
    ("sections/0/name", "Mạng", "wording"),
    ("dates/0/date", "2019-07-24", "none"),
    ("data_window", {"from": "2019-01-01", "to": "2019-12-31"}, "open"),
    (f"{K}/0/max_points", "9", "stricter"),
    (f"{K}/0/max_points", "11", "generous"),
    (f"{K}/0/formula/when_denominator_zero", "full", "generous"),
    (f"{K}/1/formula/steps/0/from", "3", "generous"),
    (f"{K}/1/formula/steps", [{"from": "5", "share": "1"}, {"from": "2", "share": "1/2"}], "mixed"),
    (f"{K}/0/on_missing", "error", "stricter"),
    (f"{K}/0/not_applicable", {"when": "x = 0", "then": "full"}, "open"),
    (f"{K}/0/applies_to", ["g1"], "stricter"),
    ("sections/0/max_points", "15", "none"),
    ("scale/result", "percent", "open"),
    ("rounding/total", "1", "open"),
    ("bonus/max_points", "3", "generous"),
    ("bonus/above_maximum", "true", "generous"),
    ("bonus/criteria/0/formula/each", "1/2", "stricter"),
    ("deductions/max_points", "2", "stricter"),
    ("deductions/floor", "none", "stricter"),
    ("deductions/criteria/0/formula/each", "1/2", "generous"),
    ("knockouts/0/when", "not f", "open"),
    ("knockouts/0/applies_to", ["g1"], "generous"),
    ("grades/bands/0/from", "16", "stricter"),
    ("grades/bands/0/requires", "f", "stricter"),
    ("ranking/style", "dense", "generous"),
    ("ranking/style", "ordinal", "reorder"),
    ("ranking/unranked_units", "leave_hole", "stricter"),
    ("ranking/tie_breaks", ["section(b)"], "reorder"),
    ("groups/0/members", ["Sở A"], "reorder"),
    ("groups/0/unit_count", "7", "none"),
    ("awards/0/positions", "2", "stricter"),
    ("awards/0/minimum", "10", "open"),
    ("awards/0/groups", ["g1", "g2"], "open"),
    ("awards/0/passes_down", "true", "generous"),
    ("awards/0/ties", "all", "open"),
    ("awards/0/grade", "Tốt", "open"),
    ("awards/0/requires", "f", "open"),
    ("awards/0/quota", "2", "stricter"),
    ("awards/0/groups", ["g2"], "mixed"),
    ("awards/0/groups", [], "open"),
    ("groups/0/scope", "Các sở", "reorder"),
    ("groups/0/ranked", "false", "stricter"),
    ("groups/0/unranked", ["Sở A"], "mixed"),
    ("bonus/applies_to", ["g1"], "stricter"),
    ("deductions/applies_to", ["g1"], "generous"),
    ("deductions/criteria/0/applies_to", ["g1"], "generous"),
    ("bonus/criteria/0/applies_to", ["g1"], "stricter"),
    ("sections/0/applies_to", ["g1"], "stricter"),
    ("grades/on", "percent", "open"),
    ("grades/bands/0/quota", {"share": "1/2", "of": "Tốt"}, "open"),
    ("knockouts/0/grade", "Tốt", "open"),
    ("scale/max_points", "20", "none"),
    ("answers/x/required", "false", "generous"),
    ("answers/x/help", "Đếm cả máy hỏng", "wording"),
    ("answers/x/type", "number", "open"),
    ("answers/x/max", "100", "open"),
    ("answers/c/choices/cao", "Rất cao", "wording"),
]


def edited(plain: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """Return a rulebook with one value changed."""
    result = copy.deepcopy(plain)
    holder: Any = result
    *steps, last = path.split("/")
    for step in steps:
        holder = holder[int(step) if isinstance(holder, list) else step]
    holder[int(last) if isinstance(holder, list) else last] = value
    return result


@pytest.mark.parametrize(("path", "value", "severity"), ONE_CHANGE)
def test_one_change_is_as_severe_as_it_is(path: str, value: Any, severity: str, make: Any, small: dict[str, Any]) -> None:
    """Each change alone is judged as worked out by hand; what cannot be decided is said to be open."""
    judged = judge(compare(make(small), make(edited(small, path, value))))
    assert {each.severity for each in judged if each.change.verb == "changed" or len(judged) == 1} >= {severity}


def test_what_comes_and_goes(make: Any, small: dict[str, Any]) -> None:
    """A criterion that comes is generous and one that goes stricter, for deductions the other way round; negative points leave it open."""
    new = copy.deepcopy(small)
    more = {"id": "moi", "name": "Mới", "max_points": "2", "formula": {"kind": "yes_no", "of": "f"}}
    new["sections"][0]["criteria"].append(more)
    there, back = compare(make(small), make(new)), compare(make(new), make(small))
    assert [each.severity for each in (*judge(there), *judge(back))] == ["generous", "stricter"]
    new["sections"][0]["criteria"][-1] = {**more, "min_points": "-1"}
    assert [each.severity for each in judge(compare(make(small), make(new)))] == ["open"]
    taken = copy.deepcopy(small)
    taken["deductions"]["criteria"].append(more)
    assert [each.severity for each in judge(compare(make(small), make(taken)))] == ["stricter"]


@pytest.mark.parametrize(
    ("path", "thing", "severity"),
    [
        ("knockouts", {"id": "k2", "name": "Điểm liệt", "when": "f", "unranked": "true"}, "stricter"),
        ("awards", {"id": "bk2", "name": "Giấy khen"}, "generous"),
        ("grades/bands", {"name": "Khá", "from": "10"}, "open"),
        ("stages", {"id": "council", "name": "Hội đồng"}, "none"),
    ],
)
def test_other_things_that_come_and_go(path: str, thing: dict[str, Any], severity: str, make: Any, small: dict[str, Any]) -> None:
    """A knockout more is stricter and one fewer more generous, an award the other way round; bands are not decided alone."""
    new = copy.deepcopy(small)
    holder: Any = new
    for step in path.split("/"):
        holder = holder[step]
    holder.insert(1, thing)
    opposite = {"stricter": "generous", "generous": "stricter"}
    assert {each.severity for each in judge(compare(make(small), make(new)))} == {severity}
    assert {each.severity for each in judge(compare(make(new), make(small)))} == {opposite.get(severity, severity)}


def test_an_award_for_a_lower_grade_is_more_generous(make: Any, small: dict[str, Any]) -> None:
    """Of as many as there are places for nobody: Yếu instead of Tốt lets more in, as does a minimum or a condition that goes."""
    del small["awards"][0]["positions"]
    first, second = (edited(small, "awards/0/grade", each) for each in ("Tốt", "Yếu"))
    assert [each.severity for each in judge(compare(make(first), make(second)))] == ["generous"]
    assert [each.severity for each in judge(compare(make(second), make(first)))] == ["stricter"]
    assert [each.severity for each in judge(compare(make(first), make(small)))] == ["generous"]
    bounded = edited(small, "awards/0/minimum", "10")
    assert [each.severity for each in judge(compare(make(bounded), make(small)))] == ["generous"]
    held = edited(small, "awards/0/requires", "f")
    assert [each.severity for each in judge(compare(make(held), make(small)))] == ["generous"]
    assert [each.severity for each in judge(compare(make(held), make(edited(small, "awards/0/requires", "not f"))))] == ["open"]


@pytest.mark.parametrize(
    ("award", "there", "back"),
    [
        ({"positions": "3"}, "stricter", "generous"),
        ({"positions": "3", "passes_down": "true"}, "stricter", "generous"),
        ({"positions": "3", "quota": "2", "passes_down": "true"}, "reorder", "reorder"),
        ({"quota": "3"}, "reorder", "reorder"),
    ],
)
def test_ranks_counted_past_those_who_share_one_take_places(award: Any, there: str, back: str, make: Any, small: dict[str, Any]) -> None:
    """A, A and B are 1-1-2 or 1-1-3: with two places B loses its one where they are no longer dense."""
    small["awards"] = [{"id": "bk", "name": "Bằng khen", **award}]
    dense, competition = edited(small, "ranking/style", "dense"), small
    assert [each.severity for each in judge(compare(make(dense), make(competition)))] == [there]
    assert [each.severity for each in judge(compare(make(competition), make(dense)))] == [back]


@pytest.mark.parametrize(("passes_down", "severity"), [("false", "stricter"), ("true", "reorder")])
def test_holes_left_by_the_unranked_take_places(passes_down: str, severity: str, make: Any, small: dict[str, Any]) -> None:
    """A place that stays taken by a unit that is not ranked is one fewer, unless places pass down to the next who may have them."""
    small["awards"] = [{"id": "bk", "name": "Bằng khen", "positions": "3", "passes_down": passes_down}]
    judged = judge(compare(make(small), make(edited(small, "ranking/unranked_units", "leave_hole"))))
    assert [each.severity for each in judged] == [severity]


def test_who_is_let_in_to_few_places_may_keep_others_out(make: Any, small: dict[str, Any]) -> None:
    """With three places, one who need not fulfil a condition any more may take the place of one who does: it may go either way."""
    held = edited(small, "awards/0/requires", "f")
    assert [each.severity for each in judge(compare(make(held), make(small)))] == ["open"]


RELATIVE = (f"{K}/1/formula", {"kind": "relative", "of": "x", "scale": "to_best", "among": "assessed", "when_all_zero": "zero"})
RANKED = (RELATIVE[0], {**RELATIVE[1], "among": "ranked"})
IN_THE_END: list[tuple[list[tuple[str, Any]], tuple[str, Any], str]] = [
    # Points of another criterion rise: a maximum more is worth less where grades go by shares, and where a section is shared out anew.
    ([], (f"{K}/0/max_points", "11"), "generous"),
    ([("grades/on", "percent")], (f"{K}/0/max_points", "11"), "open"),
    ([("awards/0/requires", "least_share >= 1/2")], (f"{K}/0/max_points", "11"), "open"),
    ([(f"{K}/1/not_applicable", {"declared": "true", "then": "redistribute_equally"})], (f"{K}/0/max_points", "11"), "open"),
    ([(f"{K}/1/not_applicable", {"declared": "true", "then": "zero"})], (f"{K}/0/max_points", "11"), "generous"),
    # Points are read by a condition: with them, against them, by a knockout that harms and by one that helps.
    ([("awards/0/requires", "section(a) >= 5")], (f"{K}/0/formula/when_denominator_zero", "full"), "generous"),
    ([("awards/0/requires", "section(a) < 5")], (f"{K}/0/formula/when_denominator_zero", "full"), "open"),
    ([("awards/0/requires", "not (10 - total > 5)")], (f"{K}/0/formula/when_denominator_zero", "full"), "generous"),
    ([("awards/0/requires", "if total > 5 then f else f")], (f"{K}/0/formula/when_denominator_zero", "full"), "open"),
    ([("awards/0/requires", "total / 2 = 5")], (f"{K}/0/formula/when_denominator_zero", "full"), "open"),
    ([("knockouts/0/when", "section(a) < 2")], (f"{K}/0/formula/when_denominator_zero", "full"), "generous"),
    ([("knockouts/0/when", "section(a) > 2")], (f"{K}/0/formula/when_denominator_zero", "full"), "open"),
    ([("knockouts/0/when", "section(a) < 2"), ("knockouts/0/grade", "Tốt")], (f"{K}/0/formula/when_denominator_zero", "full"), "open"),
    # A knockout that gives the best grade is no harm; nobody falls below the last one.
    ([("knockouts/0/grade", "Tốt")], ("knockouts/0/applies_to", ["g1"]), "open"),
    ([("grades/bands/0/quota", {"share": "1/2", "of": "Tốt"})], ("grades/bands/0/from", "16"), "open"),
    # What is taken off counts for another criterion: less is lost, but less is given, too.
    ([("awards/0/requires", "points(p1) >= 1")], ("deductions/criteria/0/formula/each", "1/2"), "open"),
    # Who may leave out an answer, or belongs to the group, is what the others are measured by.
    ([RELATIVE], ("answers/x/required", "false"), "open"),
    ([RELATIVE], ("groups/0/members", ["Sở A"]), "open"),
    # The best among the ranked are no longer those of the group, or no longer the same.
    ([RANKED], ("groups/0/ranked", "false"), "open"),
    ([RANKED], ("groups/0/unranked", ["Sở A"]), "open"),
    ([("groups/0/ranked", "false")], ("groups/0/ranked", "true"), "generous"),
    # Who is not assessed at all has no points left, whatever the ranking.
    ([], ("groups/0/excluded", ["Sở A"]), "open"),
]


@pytest.mark.parametrize(("before", "change", "severity"), IN_THE_END)
def test_what_counts_is_the_result(before: list[tuple[str, Any]], change: tuple[str, Any], severity: str, make: Any, small: Any) -> None:
    """More of a criterion is only called generous where nothing between it and the result may turn it around."""
    for path, value in before:
        small = edited(small, path, value)
    judged = judge(compare(make(small), make(edited(small, *change))))
    assert [each.severity for each in judged if each.change.verb == "changed" or len(judged) == 1] == [severity]


def severity_of(make: Any, small: dict[str, Any], path: str, value: Any) -> str:
    """Return how severe one change is."""
    (judged,) = judge(compare(make(small), make(edited(small, path, value))))
    return judged.severity


@pytest.mark.parametrize("path", [f"{K}/0/applies_to", "sections/0/applies_to", "bonus/applies_to", "deductions/applies_to"])
def test_what_can_take_points_away_is_for_nobody_simply_more(path: str, make: Any, small: dict[str, Any]) -> None:
    """A criterion from -2 to 2 that goes for some groups: who had less than nothing by it gains, who had more loses."""
    for criterion in (small["sections"][0]["criteria"][0], *(small[each]["criteria"][0] for each in ("bonus", "deductions"))):
        criterion["min_points"] = "-2"
    assert severity_of(make, small, path, ["g1"]) == "open"


def test_a_maximum_that_limits_the_bonus_is_no_matter_of_one_criterion(make: Any, small: dict[str, Any]) -> None:
    """Half a point for each of at most 4 is 2, whether at most 3 or 2 count; but bonus up to the maximum ends a point earlier."""
    small["answers"]["x"]["max"] = "4"
    small["sections"][0]["criteria"][1]["formula"] = {"kind": "count", "of": "x", "each": "1/2"}
    small["sections"][0]["criteria"][1]["max_points"] = "3"
    assert severity_of(make, small, f"{K}/1/max_points", "2") == "open"
    small["bonus"]["above_maximum"] = "true"
    assert severity_of(make, small, f"{K}/1/max_points", "2") == "none"


def test_on_a_scale_of_shares_a_maximum_is_not_so_simple(make: Any, small: dict[str, Any]) -> None:
    """Where points are shares of the maximum, raising one criterion lowers the worth of all others: it may go either way."""
    by_share = edited(small, "scale/result", "percent")
    assert [each.severity for each in judge(compare(make(by_share), make(edited(by_share, f"{K}/0/max_points", "11"))))] == ["open"]


def test_examples_stand_beside_the_severity(make: Any, small: dict[str, Any]) -> None:
    """What is mixed has an example of each kind."""
    steps = [{"from": "5", "share": "1"}, {"from": "2", "share": "1/2"}]
    [judged] = judge(compare(make(small), make(edited(small, f"{K}/1/formula/steps", steps))))
    assert (dict(judged.more.answers)["x"], judged.more.old, judged.more.new) == (2, 0, 5 / 2)
    assert (dict(judged.less.answers)["x"], judged.less.old, judged.less.new) == (4, 5, 5 / 2)


def test_a_change_keeps_its_id_when_it_moves(make: Any, small: dict[str, Any]) -> None:
    """The id of a change is made of what changes, not of where it stands, nor of how it is spelt; another value is another change."""
    new = edited(small, f"{K}/0/max_points", "9")
    [first] = compare(make(small), make(new)).changes
    turned = copy.deepcopy(new)
    turned["sections"][0]["criteria"].reverse()
    turned["sections"].reverse()
    turned["sections"][1]["criteria"][1]["max_points"] = "9.0"
    [second] = compare(make(small), make(turned)).changes
    assert first.stable_id == second.stable_id
    [third] = compare(make(small), make(edited(small, f"{K}/0/max_points", "8"))).changes
    assert first.stable_id != third.stable_id


def test_extras_are_judged_by_what_they_hold(make: Any, small: dict[str, Any]) -> None:
    """A bonus or deductions that come do nothing by themselves; what they hold gives more, or takes more away."""
    severities = {}
    for extra in ("bonus", "deductions"):
        without = {key: value for key, value in small.items() if key != extra}
        judged = judge(compare(make(without), make(small)))
        severities[extra] = {each.change.subject: each.severity for each in judged if each.change.verb == "added"}
    assert severities["bonus"] == {"bonus": "none", "criterion": "generous"}
    assert severities["deductions"] == {"deductions": "none", "criterion": "stricter"}


def test_a_part_that_comes_may_go_either_way(make: Any, small: dict[str, Any]) -> None:
    """What a part more does depends on the criterion it is a part of."""
    part = {"id": "d1", "name": "Phần 1", "max_points": "2", "formula": {"kind": "yes_no", "of": "f"}}
    whole = {"id": "d", "name": "Gồm phần", "max_points": "4", "parts": [part, {**part, "id": "d2", "name": "Phần 2"}]}
    new = copy.deepcopy(small)
    new["sections"][0]["criteria"].append(whole)
    fewer = copy.deepcopy(new)
    fewer["sections"][0]["criteria"][-1] = {**whole, "parts": [part]}
    judged = judge(compare(make(fewer), make(new)))
    assert {each.severity for each in judged if each.change.id == "d2"} == {"open"}


def test_a_grade_whose_order_turned_is_open(make: Any, small: dict[str, Any]) -> None:
    """An award asks for another grade, and the two rulebooks order the two the other way round: nothing follows."""
    old = edited(small, "awards/0/grade", "Tốt")
    new = edited(edited(small, "awards/0/grade", "Yếu"), "grades/bands", [{"name": "Yếu", "from": "15"}, {"name": "Tốt"}])
    judged = judge(compare(make(old), make(new)))
    assert [each.severity for each in judged if each.change.subject == "award"] == ["open"]


def test_another_formula_with_the_same_values_has_no_effect(make: Any, small: dict[str, Any]) -> None:
    """A step that gives nothing, written out, changes no value."""
    steps = [{"from": "4", "share": "1"}, {"from": "2", "share": "0"}]
    judged = judge(compare(make(small), make(edited(small, f"{K}/1/formula/steps", steps))))
    assert [each.severity for each in judged] == ["none"]
