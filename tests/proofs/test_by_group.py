"""Promises about criteria that stand in several groups with policies of their own."""

from __future__ import annotations

import pytest

from ictscore.commands.proving import prove_files
from ictscore.proofs.prove import prove
from ictscore.reports.console import results

RULES = """
groups: [{id: g}, {id: h}]
answers: {m: {type: yes_no, not_applicable: true}, n: {type: count, max: 3}}
criteria:
  - {id: a, max_points: 4, formula: {kind: yes_no, of: m, yes: 3, no: 0}, not_applicable: [
      {declared: true, then: zero, groups: [g]}, {declared: true, then: %s, groups: [h]}]}
  - {id: b, max_points: 6, formula: {kind: count, of: n, each: 2}}
awards: [{id: w, positions: 1, ties: ask, groups: [h], minimum: %s}]
"""


@pytest.fixture
def proof(rules):
    """Return the proof of the rules with what happens in the second group."""

    def make(then, minimum=10):
        loaded = rules(RULES % (then, minimum))
        return prove(loaded, loaded.findings, incentives=True)

    return make


def test_what_one_group_may_declare_counts_for_it_alone(proof):
    """By hand: 3 points by the formula and 6 make 9; only in the second group the declaration makes 4 + 6 = 10."""
    found = proof("full")
    assert [found.study.standings[group].total.high for group in "gh"] == [9, 10]
    assert not [each for each in found.doubts if each.finding.code == "RB709"]


def test_an_award_beyond_both_groups_is_out_of_reach(proof):
    """Without a policy that gives the maximum 9 points are the most, and a minimum of 10 is told."""
    assert [each.at for each in proof("zero").doubts if each.finding.code == "RB709"] == ["w"]


def test_a_declaration_that_pays_in_the_second_group_is_told_there(proof):
    """Where the first group gets nothing for the declaration and the second gets all, the example is a unit of the second."""
    (found,) = [each for each in proof("full").doubts if each.finding.code == "RB733"]
    assert [(each.group, each.result) for each in found.examples] == [("h", 6), ("h", 10)]


def test_the_same_doubt_is_told_once(proof):
    """That the formula never gives the maximum of 4 is the same in both groups, and told once."""
    assert [each.at for each in proof("drop").doubts if each.finding.code == "RB702"] == ["a"]


def test_the_table_names_the_groups_apart(rules, capsys):
    """What the criterion can give stands in one row for each group: 0 – 3 in the first, 0 – 4 in the second."""
    loaded = rules(RULES % ("full", 10))
    proved = prove_files([loaded.path], proofs=True, incentives=False)
    proved.print_tables(results())
    rows = [line.split() for line in capsys.readouterr().out.splitlines() if line.strip().startswith("a ")]
    assert [(row[1], row[3:6]) for row in rows] == [("(g)", ["0", "–", "3"]), ("(h)", ["0", "–", "4"])]
    assert [each["groups"] for each in proved.record["proofs"][0]["criteria"]] == [["g"], ["h"], ["g", "h"]]
