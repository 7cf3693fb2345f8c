"""How units stand to lines, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

from ictscore.whatif.field import Field
from ictscore.whatif.standing import standing_of
from ictscore.whatif.targets import Target

RULES = """
answers: {x: {type: count, max: 100}, sk: {type: count, max: 9}, z: yes_no, out: yes_no}
criteria: [{id: a, max_points: 100, formula: {kind: count, of: x, each: 1}}]
grades: {bands: [{name: Tốt, from: 80, requires: z}, {name: Khá, from: 60}, {name: Yếu}]}
knockouts: [{id: k, name: Liệt, when: out, grade: Yếu, unranked: true}]
ranking: {tie_breaks: [sk]}
awards: [{id: bk, positions: 2}]
"""


def unit(x, sk=0, z=True, out=False):
    """Return a unit's answers."""
    return {"x": x, "sk": sk, "z": z, "out": out}


UNITS = {"A": unit(95), "B": unit(90, 3), "C": unit(90, 2), "D": unit(85, z=False), "E": unit(99, out=True), "F": unit(70)}


def stands(opened, target, units=None, rules=RULES):
    """Return by unit how it stands: inside, gap, what decides, the tie-break's values and the conditions against it."""
    rescorer = opened(rules, units or UNITS)
    field = Field(rescorer.books, rescorer.books.assessment.groups[0])
    found = {each.unit: standing_of(field, each, target) for each in field.group.units}
    return {
        name: each and (each.inside, each.gap, each.decider, each.tie_break and (each.tie_break.own, each.tie_break.theirs),
            [one.name for one in each.against])
        for name, each in found.items()
    }  # fmt: skip


def test_two_places_won_by_points_and_by_a_tie_break(opened):
    """Two get it. A leads C, who would be next, by 5. B and C have 90 each, B more initiatives: 3 to 2. D lacks 5, F 20.

    E has 99, 9 more than the second of the ranked, and is not ranked.
    """
    assert stands(opened, Target("award", "bk")) == {
        "A": (True, 5, "points", None, []),
        "B": (True, 0, "tie_break", (3, 2), []),
        "C": (False, 0, "tie_break", (2, 3), []),
        "D": (False, -5, "points", None, []),
        "E": (False, 9, "condition", None, ["Liệt"]),
        "F": (False, -20, "points", None, []),
    }


def test_a_grade_refused_by_its_condition_and_by_a_knockout(opened):
    """D has 85, 5 more than Tốt asks for, but not what it demands; E is forced down to Yếu though it has 19 to spare."""
    found = stands(opened, Target("grade", "Tốt"))
    assert found["A"] == (True, 15, "points", None, [])
    assert found["D"] == (False, 5, "condition", None, ["Tốt"])
    assert found["E"] == (False, 19, "condition", None, ["Liệt"])
    assert found["F"] == (False, -10, "points", None, [])


def test_a_unit_is_held_against_the_band_whose_demands_it_meets(opened):
    """Khá or better: D does not meet what Tốt demands and stands 25 above Khá; so does A, which could fall to Khá and keep it."""
    found = stands(opened, Target("grade", "Khá"))
    assert (found["D"][1], found["A"][1]) == (25, 35)


HELD = RULES.replace("from: 80, requires: z}, {name: Khá, from: 60}", "from: 80}, {name: Khá, from: 60, requires: z}")


def test_points_inside_a_grade_that_refuses_are_told_from_its_own_bound(opened):
    """Khá asks for 60 and z, Tốt for 80: without z a unit with 70 is 10 inside Khá and kept out, one with 50 is 30 short of Tốt.

    So it is for an award for those with Khá or better; with z nothing is changed.
    """
    units = {"A": unit(70, z=False), "B": unit(50, z=False), "C": unit(65)}
    found = stands(opened, Target("grade", "Khá"), units, HELD)
    assert found["A"] == (False, 10, "condition", None, ["Khá"])
    assert found["B"] == (False, -30, "points", None, [])
    assert found["C"] == (True, 5, "points", None, [])
    award = HELD.replace("positions: 2", "grade: Khá")
    assert stands(opened, Target("award", "bk"), units, award)["A"] == (False, 10, "condition", None, ["Khá"])


def test_points_inside_a_grade_for_so_many_that_refuses(opened):
    """Half of those classed Khá or better, one of C and D, may be Khá: C (65). A with 70 and without z is 5 before C."""
    rules = HELD.replace("from: 60, requires: z}", "from: 60, requires: z, quota: {share: 50%, of: Khá}}")
    found = stands(opened, Target("grade", "Khá"), {"A": unit(70, z=False), "C": unit(65), "D": unit(64)}, rules)
    assert found["A"] == (False, 5, "condition", None, ["Khá"])


def test_what_a_better_grade_demands_keeps_nobody_out_of_a_lower_one(opened):
    """85 points without z are enough for Khá, which demands nothing: the knockout alone keeps the unit out, 25 inside."""
    found = stands(opened, Target("grade", "Khá"), {"A": unit(85, z=False, out=True)})
    assert found["A"] == (False, 25, "condition", None, ["Liệt"])


def test_a_full_tie_is_open_or_shared(opened):
    """Both first with all equal: the rank is shared, the award for one is open."""
    units = {"A": unit(90, 3), "B": unit(90, 3), "C": unit(10)}
    one = RULES.replace("positions: 2", "positions: 1")
    assert stands(opened, Target("rank", 1), units, one)["A"] == (True, 0, "tie", None, [])
    assert stands(opened, Target("award", "bk"), units, one)["A"] == (False, 0, "tie", None, [])


def test_a_line_that_has_to_be_passed(opened):
    """60 is not more than 60."""
    rules = RULES.replace("{name: Khá, from: 60}", "{name: Khá, above: 60}")
    assert stands(opened, Target("grade", "Khá"), {"A": unit(60)}, rules)["A"] == (False, 0, "points", None, [])


def test_where_conditions_alone_draw_the_line(opened):
    """Everybody who has z gets it: no number says by how much."""
    rules = RULES.replace("awards: [{id: bk, positions: 2}]", "awards: [{id: bk, requires: z}]")
    found = stands(opened, Target("award", "bk"), rules=rules)
    assert found["A"] == (True, None, "condition", None, [])
    assert found["D"] == (False, None, "condition", None, ["bk"])


def test_who_is_never_ranked_stands_nowhere(opened):
    """B stands beside the ranking; with places for all there is no line."""
    assert stands(opened, Target("award", "bk"), rules=RULES + "groups: [{id: g, unranked: [B]}]")["B"] is None
    plain = RULES.replace("unranked: true", "unranked: false")
    assert stands(opened, Target("rank", 9), rules=plain)["A"] is None


def test_a_quota_of_a_grade_is_a_line_between_units(opened):
    """Half of those classed Khá or better may be Tốt: of five two, A and B. The best one left out, C, has 90.

    A leads C by 5 (and the grade's own line by 15); B stays before C by the tie-break; C is behind by it.
    """
    rules = RULES.replace("requires: z}", "quota: {share: 50%, of: Khá}}")
    found = stands(opened, Target("grade", "Tốt"), rules=rules)
    assert found["A"] == (True, 5, "points", None, [])
    assert found["B"] == (True, 0, "tie_break", (3, 2), [])
    assert found["C"] == (False, 0, "tie_break", (2, 3), [])
    assert found["D"][:3] == (False, -5, "points")


def test_a_grade_given_by_force(opened):
    """10 points and Khá by a knockout that says so: short by 50, and inside all the same."""
    rules = RULES.replace("grade: Yếu, unranked: true", "grade: Khá")
    assert stands(opened, Target("grade", "Khá"), {"A": unit(10, out=True)}, rules)["A"] == (True, -50, "other", None, [])


def test_places_pass_down_to_those_who_may_have_them(opened):
    """One place, for those with z; D (85) may not have it. C wants to come before A (95): short by 5, whoever is not eligible."""
    rules = RULES.replace("positions: 2", "positions: 1, requires: z, passes_down: true")
    units = {"D": unit(99, z=False), "A": unit(95), "C": unit(90)}
    found = stands(opened, Target("award", "bk"), units, rules)
    assert (found["A"][:3], found["C"][:3]) == ((True, 5, "points"), (False, -5, "points"))
    assert found["D"] == (False, 4, "condition", None, ["bk"])


def test_a_unit_that_leaves_a_hole_keeps_its_place(opened):
    """E is not ranked, but its place stays taken: with one place nobody has it, and A lacks 4."""
    rules = RULES.replace("ranking: {", "ranking: {unranked_units: leave_hole, ").replace("positions: 2", "positions: 1")
    assert stands(opened, Target("award", "bk"), rules=rules)["A"][:2] == (False, Fraction(-4))
