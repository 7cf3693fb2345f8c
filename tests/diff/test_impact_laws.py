"""What holds for the impact of any change on any survey: shares add up, wording moves nobody, back is the mirror of there."""

from __future__ import annotations

import itertools
import random
from fractions import Fraction
from math import factorial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ictscore.diff.impact import Impact, UnitImpact
from ictscore.scoring.assess import assess
from ictscore.survey.submission import Survey

ANSWERS = {
    "x": "count",
    "y": {"type": "count", "min": "1"},
    "n": "count",
    "f": "yes_no",
    "c": {"type": "choice", "choices": {"a": "A", "b": "B"}},
}
MAXIMA = st.sampled_from(["2", "3", "5", "15/2"])
SHARES = st.sampled_from(["0", "1/4", "1/3", "1/2", "1"])
FORMULAS = st.one_of(
    st.just({"kind": "ratio", "of": "min(x, y)", "over": "y", "when_denominator_zero": "zero"}),
    st.builds(
        lambda share: {"kind": "ratio", "of": "min(x, y)", "over": "y", "zero_below": share, "when_denominator_zero": "zero"}, SHARES
    ),
    st.builds(lambda each: {"kind": "count", "of": "n", "each": each}, st.sampled_from(["0.5", "1", "2"])),
    st.just({"kind": "yes_no", "of": "f"}),
    st.builds(lambda a, b: {"kind": "choice", "of": "c", "shares": {"a": a, "b": b}}, SHARES, SHARES),
    st.builds(
        lambda bound, share: {"kind": "steps", "on": "n", "steps": [{"from": bound, "share": share}], "otherwise": "0"},
        st.sampled_from(["1", "3", "5"]),
        SHARES,
    ),
    st.just({"kind": "relative", "of": "n", "scale": "to_best", "among": "ranked", "when_all_zero": "zero"}),
)


@st.composite
def rulebooks(draw: st.DrawFn, scales: Any) -> dict[str, Any]:
    """Draw a small rulebook: criteria k1 to k4 in two sections, some left out, with a bonus and deductions now and then."""
    names = draw(st.lists(st.sampled_from(["k1", "k2", "k3", "k4"]), min_size=1, unique=True))
    criteria = [_criterion(draw, name) for name in sorted(names)]
    cut = draw(st.integers(0, len(criteria)))
    sections = [{"id": name, "criteria": part} for name, part in (("s1", criteria[:cut]), ("s2", criteria[cut:])) if part]
    book = {"answers": ANSWERS, "sections": sections, "scale": draw(scales)}
    book["rounding"] = {"total": draw(st.sampled_from(["none", "0", "2"]))}
    if draw(st.booleans()):
        book["bonus"] = {"max_points": "1", "above_maximum": draw(st.sampled_from(["true", "false"])), "criteria": [_criterion(draw, "t")]}
    if draw(st.booleans()):
        book["deductions"] = {"floor": draw(st.sampled_from(["0", "2", "none"])), "criteria": [_criterion(draw, "p")]}
    book["grades"] = {"bands": [{"name": "Tốt", "from": draw(st.sampled_from(["5", "8"]))}, {"name": "Yếu"}]}
    return book


def _criterion(draw: st.DrawFn, name: str) -> dict[str, Any]:
    return {"id": name, "max_points": draw(MAXIMA), "formula": draw(FORMULAS)}


POINTS = st.just({})
ANY_SCALE = st.sampled_from([{}, {"result": "percent"}, {"out_of": "50"}])
NUMBERS = st.integers(0, 8)
UNIT = st.fixed_dictionaries({"x": NUMBERS, "y": st.integers(1, 8), "n": NUMBERS, "f": st.booleans(), "c": st.sampled_from(["a", "b"])})
UNITS = st.lists(UNIT, min_size=1, max_size=4).map(lambda said: {f"Đơn vị {index}": each for index, each in enumerate(said)})


def parts_of(unit: UnitImpact) -> Fraction:
    """Return everything that is said to move a unit."""
    return sum(unit.shares.values(), unit.maximum + unit.rounding + unit.otherwise)


@settings(max_examples=40)
@given(st.data())
def test_shares_add_up_to_the_movement(impact: Any, data: st.DataObject) -> None:
    """Whatever changes: the shares of every unit add up exactly to the difference of its published totals, and nothing is left over."""
    old, new, units = (data.draw(each) for each in (rulebooks(ANY_SCALE), rulebooks(ANY_SCALE), UNITS))
    for unit in impact(old, new, units).units():
        assert parts_of(unit) == unit.movement
        assert unit.otherwise == 0


@settings(max_examples=15)
@given(st.data())
def test_shares_are_those_of_the_definition(impact: Any, make_survey: Any, data: st.DataObject) -> None:
    """On a scale of points the shares are what each bundle adds averaged over all orders, every rulebook between scored as a whole."""
    old, new, units = (data.draw(each) for each in (rulebooks(POINTS), rulebooks(POINTS), UNITS))
    for book in (old, new):
        book.get("bonus", {})["above_maximum"] = "true"
        book["rounding"] = {"total": "none"}
    found = impact(old, new, units)
    count = len(found.bundles)
    if count > 5:
        return
    totals = by_definition(found, make_survey(units))
    for unit in found.units():
        for player in range(count):
            assert unit.shares.get(player, 0) == shapley_by_orders(count, player, lambda chosen, unit=unit: totals[chosen][unit.who])


def by_definition(impact: Impact, survey: Survey) -> dict[frozenset[int], dict[Any, Fraction]]:
    """Return every unit's exact total under every rulebook between the two."""
    from ictscore.diff.between import Between

    between = Between(impact.comparison.old.rulebook, impact.comparison.new.rulebook)
    found = {}
    for size in range(len(impact.bundles) + 1):
        for chosen in itertools.combinations(range(len(impact.bundles)), size):
            switches = frozenset(switch for each in chosen for switch in impact.bundles[each].switches)
            found[frozenset(chosen)] = {each.who: each.exact_total for each in assess(between.rulebook(switches), survey, "self").units()}
    return found


def shapley_by_orders(count: int, player: int, value: Any) -> Fraction:
    """Return a share by its definition: the mean, over all orders, of what the player adds when it comes."""
    gained = Fraction(0)
    for order in itertools.permutations(range(count)):
        before = frozenset(order[: order.index(player)])
        gained += value(before | {player}) - value(before)
    return gained / factorial(count)


@settings(max_examples=20)
@given(rulebooks(ANY_SCALE), UNITS)
def test_nothing_comes_of_no_change(impact: Any, book: dict[str, Any], units: dict[str, Any]) -> None:
    """From a rulebook to itself nobody moves."""
    found = impact(book, book, units)
    assert found.bundles == ()
    assert all(unit.movement == 0 and not unit.shares and unit.before == unit.after for unit in found.units())


@settings(max_examples=20)
@given(rulebooks(ANY_SCALE), UNITS)
def test_wording_moves_nobody(impact: Any, book: dict[str, Any], units: dict[str, Any]) -> None:
    """New names, numbers and evidence make no bundle and no share."""
    worded = {**book, "title": "Tên khác", "sections": [{**each, "name": "Tên khác", "number": "IX"} for each in book["sections"]]}
    found = impact(book, worded, units)
    assert found.comparison.changes != ()
    assert found.bundles == ()
    assert all(not unit.shares and unit.movement == 0 for unit in found.units())


@settings(max_examples=20)
@given(st.data())
def test_back_is_the_mirror_of_there(impact: Any, data: st.DataObject) -> None:
    """From B to A every share is the opposite of the share from A to B, change by change."""
    old, new, units = (data.draw(each) for each in (rulebooks(ANY_SCALE), rulebooks(ANY_SCALE), UNITS))
    there, back = impact(old, new, units), impact(new, old, units)
    mirrored = {unit.who: {key: -share for key, share in by_switches(back, unit).items()} for unit in back.units()}
    for unit in there.units():
        assert by_switches(there, unit) == mirrored[unit.who]


def by_switches(impact: Impact, unit: UnitImpact) -> dict[Any, Fraction]:
    """Return a unit's shares by what is switched."""
    return {impact.bundles[position].switches: share for position, share in unit.shares.items() if not unit.sampled}


@settings(max_examples=20)
@given(st.data(), st.integers(0, 10**6))
def test_no_order_matters(impact: Any, data: st.DataObject, seed: int) -> None:
    """Units in another order and criteria in another order have the same shares."""
    old, new, units = (data.draw(each) for each in (rulebooks(ANY_SCALE), rulebooks(ANY_SCALE), UNITS))
    chance = random.Random(seed)
    shuffled = dict(chance.sample(list(units.items()), len(units)))
    turned = {**new, "sections": [{**each, "criteria": each["criteria"][::-1]} for each in new["sections"][::-1]]}
    first, second = impact(old, new, units), impact(old, turned, shuffled)
    expected = {unit.who: (by_switches(first, unit), unit.before, unit.after) for unit in first.units()}
    assert {unit.who: (by_switches(second, unit), unit.before, unit.after) for unit in second.units()} == expected


@pytest.mark.parametrize("count", [1, 3, 5])
def test_players_share_fairly(count: int) -> None:
    """Exact and sampled shares add up to what all reach together; players who do the same get the same."""
    from ictscore.diff.shapley import exact_shares, sampled_shares

    def value(mask: int) -> Fraction:
        return Fraction(mask.bit_count() ** 2, 3)

    exact, sampled = exact_shares(count, value), sampled_shares(count, value)
    assert sum(exact) == sum(sampled) == Fraction(count**2, 3)
    assert set(exact) == {Fraction(count, 3)}
    assert sampled_shares(count, value) == sampled
