"""The smallest set of changes is the one that trying everything finds: over random rulebooks with small domains."""

from __future__ import annotations

import itertools
import os
from fractions import Fraction

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from short_rulebooks import ANSWERS, THIRD, asked_in, rulebooks

from ictscore.whatif.costs import read_costs
from ictscore.whatif.domains import domains_of
from ictscore.whatif.effect import each_left_out
from ictscore.whatif.flips import flips_of
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target, reached

EXAMPLES = int(os.environ.get("ICTSCORE_EXAMPLES", "60"))
TARGETS = st.one_of(
    st.builds(lambda points: Target("points", Fraction(points)), st.integers(1, 14)),
    st.builds(lambda rank: Target("rank", rank), st.integers(1, 2)),
    st.builds(lambda grade: Target("grade", grade), st.sampled_from("ABC")),
    st.just(Target("award", "aw")),
)


def unit_of(opened, text, mine, theirs):
    """Return the first of three units under a short rulebook."""
    asked = asked_in(text)
    return opened(text, {unit: {name: said[name] for name in asked} for unit, said in zip("ABC", (mine, theirs, THIRD), strict=True)})


def allowed(rescorer, changes):
    """Return the unit with the changes as the engine scores everybody; None where answers contradict each other or bring an error."""
    if any(rescorer.values.get(name) == value for name, value in changes.items()) or not rescorer.agree(changes):
        return None
    unit = rescorer.unit_in(rescorer.assess(changes))
    return None if errors_of(unit) - errors_of(rescorer.unit) else unit


def errors_of(unit):
    """Return the criteria of a unit that are errors, and whether nothing applies to it at all, which is one too."""
    return {each.criterion.id for each in unit.criteria if each.status == "error"} | ({"maximum"} if not unit.max_points else set())


def by_trying(rescorer, target, domains):
    """Return the fewest changes that reach the target, by trying every set of answers with all its values."""
    for size in range(len(domains) + 1):
        for names in itertools.combinations(domains, size):
            for values in itertools.product(*(domains[name].values() for name in names)):
                unit = allowed(rescorer, dict(zip(names, values, strict=True)))
                if unit is not None and reached(target, rescorer.rulebook, unit):
                    return size
    return None


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks(), ANSWERS, ANSWERS, TARGETS)
def test_what_is_proved_is_what_trying_everything_finds(opened, text, mine, theirs, target):
    """Where the search says it is sure, size and reachability are those of the exhaustive search; it never finds fewer."""
    rescorer = unit_of(opened, text, mine, theirs)
    domains = domains_of(rescorer)
    found, size = smallest(rescorer, target, domains), by_trying(rescorer, target, domains)
    if found.reached:
        assert size is not None
        assert size <= len(found.changes)
        assert reached(target, rescorer.rulebook, rescorer.unit_in(rescorer.assess(found.changes)))
    if found.is_proved:
        assert (size is not None) == found.reached
        assert not found.reached or len(found.changes) == size


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks(), ANSWERS, ANSWERS, TARGETS)
def test_single_answers_that_turn_a_line_are_those_that_trying_all_values_finds(opened, text, mine, theirs, target):
    """Inside or outside: none is told that turns nothing, and where all are said to be told, none is missing."""
    rescorer = unit_of(opened, text, mine, theirs)
    assume(rescorer.is_counted)
    domains, inside = domains_of(rescorer), reached(target, rescorer.rulebook, rescorer.unit)
    found = flips_of(rescorer, target, domains, inside=inside)
    units = {name: [allowed(rescorer, {name: value}) for value in domain.values()] for name, domain in domains.items()}
    others = {name: [reached(target, rescorer.rulebook, unit) for unit in each if unit is not None] for name, each in units.items()}
    turning = {name for name, each in others.items() if (not inside) in each}
    assert set(found.changes) <= turning
    assert {each.answer for each in found.hinges} <= turning
    assert found.count <= len(turning)
    if found.is_proved:
        assert found.count == len(turning)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks(), ANSWERS, ANSWERS, TARGETS, st.dictionaries(st.sampled_from("xyw"), st.integers(0, 4)), st.integers(1, 5))
def test_costs_that_are_given_are_honoured(opened, text, mine, theirs, target, each, others):
    """What costs least is what trying everything finds: so much for each unit of measure of some answers, so much for any other change."""
    rescorer = unit_of(opened, text, mine, theirs)
    domains = domains_of(rescorer)
    named = "".join(f"{name}: {{each: {cost}}}, " for name, cost in each.items() if name in domains)
    costs = read_costs(f"{{costs: {{{named}}}, others: {others}}}".encode(), "costs.yaml", rescorer.rulebook, "g")

    def price(changes):
        return sum(
            each[name] * abs(value - rescorer.values[name]) if name in each and not isinstance(value, (bool, str)) else others
            for name, value in changes.items()
        )

    tried = []
    for values in itertools.product(*([None, *domain.values()] for domain in domains.values())):
        changes = {name: value for name, value in zip(domains, values, strict=True) if value not in {None, rescorer.values.get(name)}}
        tried.append((price(changes), changes))
    reaching = (cost for cost, changes in sorted(tried, key=lambda one: one[0]) if reaches(rescorer, target, changes))
    found, least = smallest(rescorer, target, domains, costs), next(reaching, None)
    if found.reached:
        assert found.weight == price(found.changes) >= least
    if found.is_proved:
        assert (found.weight if found.reached else None) == least


def reaches(rescorer, target, changes):
    """Return whether changes are allowed and reach a target."""
    unit = allowed(rescorer, changes)
    return unit is not None and reached(target, rescorer.rulebook, unit)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks(), ANSWERS, ANSWERS, TARGETS)
def test_no_change_can_be_dropped(opened, text, mine, theirs, target):
    """Each change left out, the target is missed, or the answers left contradict each other."""
    rescorer = unit_of(opened, text, mine, theirs)
    domains = domains_of(rescorer)
    found = smallest(rescorer, target, domains)
    if found.reached and found.is_proved:
        for left in each_left_out(rescorer, target, found.changes):
            others = {name: value for name, value in found.changes.items() if name != left.answer}
            assert not (left.reaches and left.is_allowed and (not others or reaches(rescorer, target, others)))
