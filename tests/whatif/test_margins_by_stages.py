"""Distances to lines, and the answers that turn them around, where later stages gave other answers, or points."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from short_rulebooks import ANSWERS, THIRD, asked_in, rulebooks

from ictscore.scoring.assess import assess
from ictscore.whatif.domains import domains_of
from ictscore.whatif.margins import Closeness, margins_of
from ictscore.whatif.targets import bands_from, reached, value_of

STAGES = ("self", "appraised", "council")
PARTS = st.lists(st.sampled_from("xyzcwv"), unique=True, max_size=3)
GIVEN = st.fixed_dictionaries({}, optional={"k0": st.integers(0, 6), "k1": st.integers(0, 6)})


@st.composite
def staged_units(draw):
    """Draw three units, the first two with answers that the appraisal and the council changed, and points that they gave."""
    units = {}
    for name in "AB":
        units[name] = dict(draw(ANSWERS))
        for stage in STAGES[1:]:
            other, parts = draw(ANSWERS), draw(PARTS)
            units[name]["@" + stage] = {each: other[each] for each in parts}
        units[name]["@points"] = {each: draw(GIVEN) for each in STAGES[1:]}
    return {**units, "C": THIRD}


def of(text, units):
    """Return the units with what a rulebook asks and no more."""
    asked, criteria = asked_in(text), [each for each in ("k0", "k1") if f"id: {each}," in text]
    return {unit: _only(said, asked, criteria) for unit, said in units.items()}


def _only(said, asked, criteria):
    own = {name: each for name, each in said.items() if name in asked}
    for stage in {"@appraised", "@council"} & said.keys():
        own[stage] = {name: each for name, each in said[stage].items() if name in asked}
    points = {stage: {name: each for name, each in all_.items() if name in criteria} for stage, all_ in said.get("@points", {}).items()}
    return own | ({"@points": points} if any(points.values()) else {})


def collapsed(units, stage):
    """Return the units as if everything that counts at a stage had been said at once."""
    reached_stages, found = STAGES[1 : STAGES.index(stage) + 1], {}
    for unit, said in units.items():
        own = {name: each for name, each in said.items() if not name.startswith("@")}
        points = {}
        for each in reached_stages:
            own |= said.get("@" + each, {})
            points |= said.get("@points", {}).get(each, {})
        found[unit] = own | ({"@points": {stage: points}} if points else {})
    return found


def lines_of(rescorer):
    """Return all that margins tell of the group, line by line."""
    (group,) = rescorer.books.assessment.groups
    for line in margins_of(rescorer.books, group, Closeness(nearest=9)):
        near = [
            (each.standing.unit.unit, each.standing.inside, each.standing.gap, each.standing.decider, each.flips.count)
            for each in line.near
        ]
        yield line.target, near, line.inside, line.outside


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks(), staged_units(), st.sampled_from(STAGES[1:]))
def test_margins_at_a_stage_are_those_of_what_counts_there(opened, text, units, stage):
    """Whatever came about stage by stage, or was said at once: the same lines, distances and deciding answers."""
    units = of(text, units)
    staged, at_once = opened(text, units, stage=stage), opened(text, collapsed(units, stage), stage=stage)
    assert list(lines_of(staged)) == list(lines_of(at_once))


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks(), staged_units(), st.sampled_from(STAGES))
def test_distances_and_deciding_answers_are_what_trying_everything_finds(opened, text, units, stage):
    """A grade's distance is what the unit has at that stage less its bound; the answers are those that turn it when everybody is scored."""
    rescorer = opened(text, of(text, units), stage=stage)
    rulebook, (group,) = rescorer.rulebook, rescorer.books.assessment.groups
    for line in margins_of(rescorer.books, group, Closeness(nearest=9)):
        for near in line.near:
            unit, cut = near.standing.unit, near.standing.cut
            assert near.standing.inside == reached(line.target, rulebook, unit)
            if cut is not None:
                assert near.standing.gap == value_of(cut.mark.measured, unit) - cut.mark.value
                if cut.rival is not None:
                    assert cut.mark.value == value_of(cut.mark.measured, cut.rival)
                elif line.target.kind == "grade":
                    assert cut.mark.value in {each.lower for each in bands_from(rulebook, line.target.value)}
            turned = turning(near.rescorer, line.target, inside=near.standing.inside)
            assert near.flips.count <= len(turned)
            assert set(near.flips.changes) <= turned
            if near.flips.is_proved:
                assert near.flips.count == len(turned)


def turning(rescorer, target, *, inside):
    """Return the answers of which some value turns a target around, each tried at the stage by an assessment of all."""
    found = set()
    before = errors_of(rescorer.unit)
    for name, domain in domains_of(rescorer).items():
        for value in domain.values():
            if rescorer.values.get(name) == value or not rescorer.agree({name: value}):
                continue
            survey = rescorer.survey({name: value})
            unit = rescorer.unit_in(assess(rescorer.rulebook, survey, rescorer.stage))
            if reached(target, rescorer.rulebook, unit) != inside and errors_of(unit) <= before:
                found.add(name)
    return found


def errors_of(unit):
    """Return the criteria of a unit that are errors, and whether nothing at all applies to it, which is one too."""
    return {each.criterion.id for each in unit.criteria if each.status == "error"} | ({"nothing"} if not unit.max_points else set())


def test_an_answer_that_the_appraisal_changed_is_changed_there(opened):
    """A said x 1, the appraisal 3, B has 2: at the appraisal A is first by one point, and only x turns that, by 1 back to 2 or less."""
    rules = """
answers: {x: {type: count, max: 3}}
criteria: [{id: k0, max_points: 3, formula: {kind: count, of: x, each: 1}}]
awards: [{id: w, positions: 1, ties: none}]
"""
    rescorer = opened(rules, {"A": {"x": 1, "@appraised": {"x": 3}}, "B": {"x": 2}}, stage="appraised")
    (line,) = margins_of(rescorer.books, rescorer.books.assessment.groups[0], Closeness())
    near = next(each for each in line.near if each.standing.unit.unit == "A")
    assert (near.standing.inside, near.standing.gap, near.flips.changes, near.flips.is_proved) == (True, 1, {"x": 2}, True)
