"""What a change of rules does to units, every share worked out by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from ictscore.diff.impact import Impact, UnitImpact

F = Fraction


def criterion(name: str, most: str, **formula: Any) -> dict[str, Any]:
    """Return a criterion of a short rulebook."""
    return {"id": name, "max_points": most, "formula": formula}


def count(name: str, most: str, of: str, each: str) -> dict[str, Any]:
    """Return a criterion of so many points each."""
    return criterion(name, most, kind="count", of=of, each=each)


def ratio(name: str, most: str) -> dict[str, Any]:
    """Return a criterion in proportion to x of y."""
    return criterion(name, most, kind="ratio", of="x", over="y", when_denominator_zero="zero")


NUMBERS = {"x": "count", "y": "count", "n": "count"}


def shares(impact: Impact, unit: UnitImpact) -> dict[str, Fraction]:
    """Return a unit's shares by the thing and the key that changed."""
    titles = [" ".join(f"{each.id}.{each.attribute or each.verb}" for each in bundle.changes) for bundle in impact.bundles]
    return {titles[position]: share for position, share in unit.shares.items()}


def one(impact: Impact, name: str) -> UnitImpact:
    """Return the unit of this name."""
    return next(each for each in impact.units() if each.unit == name)


def test_two_changes_that_do_not_touch_each_other(impact: Any) -> None:
    """Each criterion's own difference is its share; who passes whom, and what would be without a change, follows from it.

    Before: P = 3/4 × 10 + 2 × 1 = 9.5, Q = 1/2 × 10 + 4 × 1 = 9. After (k1 at most 2, k2 at 2 points each, at most 5):
    P = 3/4 × 2 + min(4, 5) = 5.5, Q = 1/2 × 2 + min(8, 5) = 6.
    P: k1 1.5 − 7.5 = −6, k2 4 − 2 = +2, together −4. Q: k1 1 − 5 = −4, k2 5 − 4 = +1, together −3.
    Q leads by 9 − 9.5 = −0.5 before and by 0.5 after; k1 gives Q −4 − (−6) = +2 more than P, k2 gives it 1 − 2 = −1.
    Without k1: P = 7.5 + 4 = 11.5 and Q = 5 + 5 = 10, both Tốt, P first and awarded. Without k2: P = 1.5 + 2 = 3.5 and Q = 1 + 4 = 5,
    both Yếu and Q first, as they are with it.
    """
    grades = {"bands": [{"name": "Tốt", "from": "9"}, {"name": "Yếu"}]}
    rest = {"answers": NUMBERS, "grades": grades, "awards": [{"id": "bk", "grade": "Tốt", "positions": "1"}]}
    old = {**rest, "criteria": [ratio("k1", "10"), count("k2", "5", "n", "1")]}
    new = {**rest, "criteria": [ratio("k1", "2"), count("k2", "5", "n", "2")]}
    found = impact(old, new, {"P": {"x": 3, "y": 4, "n": 2}, "Q": {"x": 1, "y": 2, "n": 4}})
    first, second = one(found, "P"), one(found, "Q")
    assert shares(found, first) == {"k1.max_points": F(-6), "k2.formula": F(2)}
    assert shares(found, second) == {"k1.max_points": F(-4), "k2.formula": F(1)}
    assert (first.movement, second.movement) == (F(-4), F(-3))
    assert (first.before.outcome, first.after.outcome) == ((1, "Tốt", ("bk",)), (2, "Yếu", ()))
    assert (second.before.outcome, second.after.outcome) == ((2, "Tốt", ()), (1, "Yếu", ()))
    [passing] = found.groups[0].passings()
    assert (passing.unit, passing.passed, passing.lead_before, passing.lead_after) == ("Q", "P", F(-1, 2), F(1, 2))
    assert passing.by == ((0, F(2)), (1, F(-1)))
    assert {position: each.outcome for position, each in first.without.items()} == {0: (1, "Tốt", ("bk",))}
    assert {position: each.outcome for position, each in second.without.items()} == {0: (2, "Tốt", ())}


def test_two_changes_of_one_criterion_share_what_they_do_together(impact: Any) -> None:
    """Points each and maximum are averaged over which comes first.

    n = 4. Before min(4 × 1, 5) = 4; only 2 points each min(8, 5) = 5; only the maximum 6 min(4, 6) = 4; both min(8, 6) = 6.
    Formula: ½ × ((5 − 4) + (6 − 4)) = 1.5. Maximum: ½ × ((4 − 4) + (6 − 5)) = 0.5.
    """
    old, new = ({"answers": NUMBERS, "criteria": [count("k", *each)]} for each in (("5", "n", "1"), ("6", "n", "2")))
    found = impact(old, new, {"P": {"n": 4}})
    assert shares(found, one(found, "P")) == {"k.max_points": F(1, 2), "k.formula": F(3, 2)}


def test_a_limit_that_binds_is_shared(impact: Any) -> None:
    """Where the bonus may not pass the maximum, what it cannot give is nobody's alone.

    n = 4, x = 3, at most 4 in all. Before min(4 + 3, 4) = 4; only k (½ each) min(2 + 3, 4) = 4; only t (⅓ each) min(4 + 1, 4) = 4; both
    2 + 1 = 3. Each: ½ × (0 + (3 − 4)) = −½.
    """
    old = {"answers": NUMBERS, "criteria": [count("k", "4", "n", "1")], "bonus": {"criteria": [count("t", "3", "x", "1")]}}
    new = {"answers": NUMBERS, "criteria": [count("k", "4", "n", "1/2")], "bonus": {"criteria": [count("t", "3", "x", "1/3")]}}
    found = impact(old, new, {"P": {"n": 4, "x": 3}})
    assert shares(found, one(found, "P")) == {"k.formula": F(-1, 2), "t.formula": F(-1, 2)}
    assert not found.is_sampled


def test_another_maximum_is_told_apart_from_points(impact: Any) -> None:
    """On a scale of percent a new criterion brings points, and makes every point worth less; the two are said apart.

    Before 5 of 10 = 50 %, after 15 of 20 = 75 %. Ten points are worth 10 × ½ × (100/10 + 100/20) = 75. The maximum of 20 instead of 10
    takes ½ × ((25 − 50) + (75 − 150)) = −50. Together +25.
    """
    scale = {"result": "percent"}
    old = {"answers": {"n": "count", "f": "yes_no"}, "scale": scale, "criteria": [count("k1", "10", "n", "1")]}
    new = {**old, "criteria": [*old["criteria"], criterion("k2", "10", kind="yes_no", of="f")]}
    found = impact(old, new, {"P": {"n": 5, "f": True}})
    unit = one(found, "P")
    assert shares(found, unit) == {"k2.added": F(75)}
    assert (unit.maximum, unit.movement) == (F(-50), F(25))


def test_rounding_is_said_apart_or_belongs_to_its_change(impact: Any) -> None:
    """What rounding the totals adds is a line of its own; where the rule of rounding changes, it belongs to that change.

    1/3 × 10 = 10/3, published 3.33; at most 5: 5/3, published 1.67. Share −5/3; rounding (1.67 − 5/3) − (3.33 − 10/3) = 1/300 + 1/300.
    To whole numbers instead: 10/3 is published as 3, so −1/3 − (−1/300) = −33/100 is the change's.
    """
    old = {"answers": NUMBERS, "criteria": [ratio("k", "10")]}
    found = impact(old, {**old, "criteria": [ratio("k", "5")]}, {"P": {"x": 1, "y": 3}})
    unit = one(found, "P")
    assert (shares(found, unit), unit.rounding) == ({"k.max_points": F(-5, 3)}, F(1, 150))
    found = impact(old, {**old, "rounding": {"total": "0"}}, {"P": {"x": 1, "y": 3}})
    unit = one(found, "P")
    assert (shares(found, unit), unit.rounding) == ({".total": F(-33, 100)}, F(0))


def test_a_question_of_another_kind_goes_with_the_rules_that_use_it(impact: Any) -> None:
    """Yes or no becomes a number: question and formula are one bundle, and why is said."""
    old = {"answers": {"q": "yes_no"}, "criteria": [criterion("k", "4", kind="yes_no", of="q")]}
    new = {"answers": {"q": "count"}, "criteria": [count("k", "4", "q", "1")]}
    found = impact(old, new, {"P": {"q": True}}, {"P": {"q": 3}})
    [bundle] = found.bundles
    assert [each.code for each in bundle.changes] == ["answer.type.changed", "criterion.formula.changed"]
    assert bundle.why == ("question",)
    assert dict(one(found, "P").shares) == {0: F(-1)}


def test_points_that_fit_only_their_own_maximum_go_with_it(impact: Any) -> None:
    """Five points of at most five become three of at most three: five of at most three is no rule, so the two changes are one bundle."""
    choices = {"c": {"type": "choice", "choices": {"a": "A", "b": "B"}}}
    old, new = (
        {"answers": choices, "criteria": [criterion("k", most, kind="choice", of="c", points={"a": most, "b": "0"})]} for most in ("5", "3")
    )
    found = impact(old, new, {"P": {"c": "a"}})
    [bundle] = found.bundles
    assert ({each.attribute for each in bundle.changes}, bundle.why) == ({"max_points", "formula"}, ("bounds",))
    assert dict(one(found, "P").shares) == {0: F(-2)}


def test_parts_go_with_the_criterion_that_becomes_a_sum(impact: Any) -> None:
    """A criterion that is split into parts changes with them: without a formula and without parts it would be nothing."""
    old = {"answers": NUMBERS, "criteria": [count("k", "4", "n", "1")]}
    new = {
        "answers": NUMBERS,
        "criteria": [{"id": "k", "max_points": "4", "parts": [count("k.a", "3", "n", "1"), count("k.b", "1", "x", "1")]}],
    }
    found = impact(old, new, {"P": {"n": 4, "x": 1}})
    [bundle] = found.bundles
    assert {each.code for each in bundle.changes} == {"criterion.formula.changed", "criterion.added"}
    assert bundle.why == ("parts",)
    assert one(found, "P").movement == 0


def test_a_rule_that_leaves_points_out_of_bounds_halfway_is_taken_together(impact: Any) -> None:
    """An expression that would pass the older maximum alone gives no points there: for that unit the changes cannot be separated."""
    old = {"answers": NUMBERS, "criteria": [criterion("k", "4", kind="formula", expr="n")]}
    new = {"answers": NUMBERS, "criteria": [criterion("k", "8", kind="formula", expr="2 * n")]}
    found = impact(old, new, {"P": {"n": 3}})
    [bundle] = found.bundles
    assert bundle.why == ("error",)
    assert dict(one(found, "P").shares) == {0: F(3)}
    apart = impact(old, new, {"P": {"n": 2}})
    assert len(apart.bundles) == 2


def test_what_one_side_alone_asks_is_listed_and_not_guessed(impact: Any) -> None:
    """A new criterion nobody answered counts as the rulebook says, is named with its points, and leaves the units open by so much."""
    old = {"answers": {"n": "count"}, "criteria": [count("k1", "4", "n", "1")]}
    new = {"answers": {**old["answers"], "f": "yes_no"}, "criteria": [*old["criteria"], criterion("k2", "2", kind="yes_no", of="f")]}
    found = impact(old, new, {"P": {"n": 3}})
    assert (found.only_old, found.only_new) == ((), ("f",))
    [unscored] = found.unscored
    assert (unscored.side, unscored.criterion, unscored.max_points, unscored.answers) == ("new", "k2", F(2), ("f",))
    unit = one(found, "P")
    assert (unit.movement, dict(unit.shares), unit.open) == (F(0), {}, (F(0), F(2)))


def test_units_on_one_side_are_not_shared_out(impact: Any) -> None:
    """A unit that only one reading has is shown on its side alone; others it was measured by show in a line of their own.

    k is relative to the best: before P 2 of 4 = ½ × 10 = 5 beside R with 4, after without R it is the best itself: 10. Nothing changed in
    the rules that touches it, so all of +5 is that others are missing.
    """
    best = criterion("k", "10", kind="relative", of="n", scale="to_best", among="ranked", when_all_zero="zero")
    old = {"answers": NUMBERS, "criteria": [best, count("k2", "1", "x", "1")]}
    new = {**old, "criteria": [best, count("k2", "1", "x", "1/2")]}
    found = impact(old, new, {"P": {"n": 2, "x": 1}, "R": {"n": 4, "x": 1}}, {"P": {"n": 2, "x": 1}})
    unit = one(found, "P")
    assert (shares(found, unit), unit.otherwise, unit.movement) == ({"k2.formula": F(-1, 2)}, F(5), F(9, 2))
    gone = one(found, "R")
    assert (gone.after, gone.movement, dict(gone.shares)) == (None, None, {})


def test_many_changes_that_hang_together_are_sampled_and_said_so(impact: Any) -> None:
    """Thirteen changes in a section that is rounded as a whole are past the exact limit; their shares still add up exactly."""
    old, new = (
        {
            "answers": NUMBERS,
            "rounding": {"section": "0", "total": "none"},
            "criteria": [count(f"k{each}", most, "n", "1") for each in range(13)],
        }
        for most in ("1", "2/3")
    )
    found = impact(old, new, {"P": {"n": 1}})
    unit = one(found, "P")
    assert unit.sampled
    assert (sum(unit.shares.values()), unit.movement) == (F(-4), F(-4))  # 13 × ⅔ = 8⅔, rounded 9
    assert dict(unit.shares) == dict(one(impact(old, new, {"P": {"n": 1}}), "P").shares)


def test_totals_of_subordinates_are_scored_as_a_whole(impact: Any) -> None:
    """A unit measured by the totals of others moves by what moves them.

    The commune: 4 × 1 = 4, after 4 × ½ = 2. Its district gets the mean of its communes' totals: −2, all of it from the commune's rule.
    """
    groups = [{"id": "huyen"}, {"id": "xa"}]

    def book(each: str) -> dict[str, Any]:
        mean = criterion("h", "10", kind="of_members", of="total", group="xa", how="mean", when_no_members="zero")
        return {
            "answers": NUMBERS,
            "groups": groups,
            "scale": {"max_points": "10"},
            "sections": [
                {"id": "s1", "applies_to": ["huyen"], "criteria": [mean]},
                {"id": "s2", "applies_to": ["xa"], "criteria": [count("k", "10", "n", each)]},
            ],
        }

    units = {"Huyện": {"@group": "huyen"}, "Xã": {"@group": "xa", "@parent": "Huyện", "n": 4}}
    found = impact(book("1"), book("1/2"), units)
    assert shares(found, one(found, "Xã")) == {"k.formula": F(-2)}
    assert shares(found, one(found, "Huyện")) == {"k.formula": F(-2)}


def test_rounding_of_criteria_touches_all_of_them(impact: Any) -> None:
    """Where criteria are rounded from now on, the change moves whoever has a broken number: ⅓ × 4 = 4/3 becomes 1."""
    old = {"answers": NUMBERS, "rounding": {"total": "none"}, "criteria": [ratio("k", "4"), count("k2", "4", "n", "1")]}
    new = {**old, "rounding": {"total": "none", "criterion": "0"}}
    found = impact(old, new, {"P": {"x": 1, "y": 3, "n": 2}, "Q": {"x": 3, "y": 3, "n": 2}})
    assert shares(found, one(found, "P")) == {".criterion": F(-1, 3)}
    assert shares(found, one(found, "Q")) == {}


def test_who_is_ranked_moves_those_who_are_measured_by_the_best(impact: Any) -> None:
    """R is no longer ranked, so P is the best among the ranked: 2 of 4 gave 5 points, now it has all 10."""
    best = criterion("k", "10", kind="relative", of="n", scale="to_best", among="ranked", when_all_zero="zero")
    old = {"answers": NUMBERS, "criteria": [best]}
    new = {**old, "groups": [{"id": "g", "unranked": ["R"]}]}
    found = impact(old, new, {"P": {"n": 2}, "R": {"n": 4}})
    assert shares(found, one(found, "P")) == {"g.unranked": F(5)}
    assert one(found, "R").after.rank is None


def test_a_section_that_no_longer_applies_takes_its_points_along(impact: Any) -> None:
    """A section limited to another group counts no more here; units of the group that keeps it stay as they are."""
    groups = [{"id": "g"}, {"id": "h"}]
    sections = [{"id": "s", "criteria": [count("k", "4", "n", "1")]}, {"id": "t", "criteria": [count("k2", "4", "x", "1")]}]
    old = {"answers": NUMBERS, "groups": groups, "sections": sections}
    new = {**old, "sections": [sections[0], {**sections[1], "applies_to": ["h"]}]}
    found = impact(old, new, {"P": {"n": 1, "x": 3}, "Q": {"@group": "h", "n": 1, "x": 3}})
    assert shares(found, one(found, "P")) == {"t.applies_to": F(-3)}
    assert shares(found, one(found, "Q")) == {}


def test_members_answers_are_looked_at_where_units_belong_together(impact: Any) -> None:
    """A district gets points for its communes' answers: their sum 2 + 3 = 5, at most 4 before and at most 10 after."""

    def book(most: str) -> dict[str, Any]:
        members = criterion("h", most, kind="of_members", of="n", group="xa", how="sum", when_no_members="zero")
        sections = [{"id": "s1", "applies_to": ["huyen"], "criteria": [members]}]
        sections.append({"id": "s2", "applies_to": ["xa"], "criteria": [count("k", "10", "n", "1")]})
        groups = [{"id": "huyen"}, {"id": "xa"}]
        return {"answers": NUMBERS, "groups": groups, "scale": {"max_points": "10"}, "sections": sections}

    units = {
        "Huyện": {"@group": "huyen"},
        "Xã A": {"@group": "xa", "@parent": "Huyện", "n": 2},
        "Xã B": {"@group": "xa", "@parent": "Huyện", "n": 3},
    }
    found = impact(book("6"), book("5"), units)
    assert one(found, "Huyện").movement == 0
    halved = book("6")
    halved["sections"][0]["criteria"][0]["formula"] |= {"over": "10"}
    found = impact(book("6"), halved, units)
    assert shares(found, one(found, "Huyện")) == {"h.formula": F(-2)}  # 5/10 × 6 = 3 instead of 5


def test_the_limit_of_the_bonus_is_a_change_of_its_own(impact: Any) -> None:
    """From now on the bonus may pass the maximum: 4 + 3 counted as 4 of 4, now as 7; deductions lose their floor: −2 more."""
    bonus = {"criteria": [count("t", "3", "x", "1")]}
    old = {"answers": NUMBERS, "criteria": [count("k", "4", "n", "1")], "bonus": bonus}
    found = impact(old, {**old, "bonus": {**bonus, "above_maximum": "true"}}, {"P": {"n": 4, "x": 3}})
    assert shares(found, one(found, "P")) == {".above_maximum": F(3)}
    less = {"criteria": [count("p", "5", "x", "1")]}
    old = {"answers": NUMBERS, "criteria": [count("k", "4", "n", "1")], "deductions": less}
    found = impact(old, {**old, "deductions": {**less, "floor": "none"}}, {"P": {"n": 1, "x": 3}})
    assert shares(found, one(found, "P")) == {".floor": F(-2)}


def test_two_surveys_are_split_between_rules_and_answers(make: Any, complete: Any, make_survey: Any) -> None:
    """Old rules 1 each, new rules 2 each; 2 in the first year, 3 in the second: 2, 4, 3, 6.

    Rules ½ × ((4 − 2) + (6 − 3)) = 2.5, answers ½ × ((3 − 2) + (6 − 4)) = 1.5; the one change has all of the rules' part.
    """
    from ictscore.diff.compare import compare
    from ictscore.diff.effects import impact_of_two
    from ictscore.diff.readings import Readings

    first, second = (make(complete({"answers": NUMBERS, "criteria": [count("k", "10", "n", each)]})) for each in ("1", "2"))
    years = [make_survey({"P": {"n": 2}, "gone": {"n": 1}}), make_survey({"P": {"n": 3}, "new": {"n": 1}})]
    found = impact_of_two(compare(first, second), *(Readings(each, each, "self") for each in years))
    unit = one(found, "P")
    assert (dict(unit.shares), unit.answers, unit.movement) == ({0: F(5, 2)}, F(3, 2), F(4))
    assert (unit.orders.rules, unit.orders.answers) == (F(5, 2), F(3, 2))
    assert (one(found, "gone").after, one(found, "new").before) == (None, None)
