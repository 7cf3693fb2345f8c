"""Relative criteria and units outside the circle they are measured by."""

import pytest

RULEBOOK = """
groups: [{{id: g, name: Nhóm, unranked: [Ngoài]}}]
answers: {{a: {{label: A, type: number}}}}
criteria: [{{id: c, max_points: 10, formula: {{kind: relative, of: a, scale: {scale}, among: ranked, when_all_zero: {policy}}}}}]
"""


@pytest.mark.parametrize(
    ("scale", "policy", "ranked", "outside", "points"),
    [
        ("min_max", "full", [5, 5], 3, 10),  # all ranked values equal: the policy holds for everybody
        ("min_max", "zero", [5, 5], 9, 0),
        ("min_max", "full", [2, 6], 4, 5),  # (4 - 2) / (6 - 2) × 10
        ("min_max", "full", [2, 6], 9, 10),  # above the best: never more than the maximum
        ("min_max", "full", [2, 6], 1, 0),  # below the least: never less than nothing
        ("to_best", "zero", [4, 8], 6, "7.5"),
        ("to_best", "zero", [4, 8], 12, 10),
        ("to_best", "full", [0, 0], 0, 10),
        ("to_best, best: lowest", "full", [0, 0], 1, 10),  # all ranked values 0: the policy holds for everybody
        ("to_best, best: lowest", "zero", [2, 4], 8, "2.5"),  # 2 / 8 × 10
    ],
)
def test_a_unit_outside_the_circle_is_measured_by_it(rules, score, scale, policy, ranked, outside, points):
    """An unranked unit is held against the ranked ones, within 0 and the maximum, by the same policy."""
    from fractions import Fraction

    units = {"A": {"a": ranked[0]}, "B": {"a": ranked[1]}, "Ngoài": {"a": outside}}
    assessment = score(rules(RULEBOOK.format(scale=scale, policy=policy)), units)
    [unit] = [each for each in assessment.groups[0].units if each.unit == "Ngoài"]
    assert unit.criterion("c").points == Fraction(points)
