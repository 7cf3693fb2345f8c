"""Files of costs."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.errors import FileRefused
from ictscore.whatif.costs import read_costs

RULES = """
answers: {x: {type: count, max: 10}, y: {type: count, max: 10}, z: yes_no}
criteria:
  - {id: a, max_points: 10, formula: {kind: count, of: x, each: 1}}
  - {id: b, max_points: 10, formula: {kind: count, of: y, each: 1}}
  - {id: c, max_points: 5, formula: {kind: yes_no, of: z}}
"""


@pytest.fixture(scope="module")
def rulebook(rules):
    """Return a rulebook of three answers."""
    return rules(RULES).rulebook


def read(rulebook, text):
    """Return the costs a text says."""
    return read_costs(text.encode(), "costs.yaml", rulebook, "g")


def test_a_change_and_each_unit_of_measure(rulebook):
    """X from 3 to 5 costs 1 + 2·2 = 5; from a blank to 5 1 + 2·5 = 11; z costs 7 whatever it becomes."""
    costs = read(rulebook, "costs: {x: {change: 1, each: 2}, z: {change: 7}}")
    assert costs.of_changes({"x": Fraction(3)}, {"x": Fraction(5)}) == 5
    assert costs.of_changes({}, {"x": Fraction(5)}) == 11
    assert costs.of_changes({"z": True}, {"z": False}) == 7
    assert (costs.of_set(("z",)), costs.of_set(("x", "z"))) == (7, None)


def test_what_is_not_named_stays(rulebook):
    """Without a word on others they stay; with a number they cost that."""
    assert read(rulebook, "costs: {x: {change: 1}}").fixed == {"y", "z"}
    costs = read(rulebook, "{costs: {x: {change: 1}}, fixed: [z], others: 3}")
    assert (costs.fixed, costs.of_set(("x", "y"))) == ({"z"}, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[x]", "SC238"),
        ("costs: {x: {}}", "SC239"),
        ("costs: {z: {each: 1}}", "SC240"),
        ("costs: {q: {change: 1}}", "SC231"),
        ("fixed: [q]", "SC231"),
        ("costs: {x: {change: -1}}", "SC242"),
        ("{costs: {x: {change: 1}}, others: -2}", "SC242"),
        ("price: {x: 1}", "RB101"),
    ],
)
def test_what_is_no_file_of_costs_is_refused(rulebook, text, expected):
    """No mapping, no cost, a cost by measure for words, an unknown answer, less than nothing, an unknown key."""
    with pytest.raises(FileRefused) as refused:
        read(rulebook, text)
    assert expected in [each.code for each in refused.value.findings]
