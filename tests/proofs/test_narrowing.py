"""Where points turn, the answers named are those right beside the turn."""

from __future__ import annotations

import pytest

from ictscore.proofs.prove import prove

RULES = """
answers:
  ty_le: {type: %s, min: 0, max: 100}
criteria:
  - {id: a, max_points: 10, formula: {kind: formula, expr: "%s"}}
"""


@pytest.mark.parametrize(
    ("kind", "expr", "ends"),
    [
        ("number", "if ty_le <= 50 then ty_le / 5 else ty_le / 50", ("50", "50.01")),
        ("number", "if ty_le < 50 then ty_le / 5 else ty_le / 50", ("49.99", "50")),
        ("count", "if ty_le <= 70 then ty_le / 10 else ty_le / 50", ("70", "71")),
    ],
)
def test_a_jump_is_named_where_it_is(rules, kind, expr, ends):
    """A fall just above 50 is told from 50 to 50.01, for whole numbers from one to the next, however far apart the answers tried were."""
    loaded = rules(RULES % (kind, expr))
    found = [each.finding for each in prove(loaded, loaded.findings, incentives=True).doubts if each.finding.code == "RB731"]
    assert [(str(each.values["before"]), str(each.values["after"])) for each in found] == [ends]


def test_what_falls_little_by_little_keeps_its_ends(rules):
    """Points that go down evenly from 50 on turn nowhere in particular: the fall is told whole, not its first hundredth."""
    loaded = rules(RULES % ("number", "if ty_le <= 50 then ty_le / 5 else 10 - (ty_le - 50) / 10"))
    found = [each.finding for each in prove(loaded, loaded.findings, incentives=True).doubts if each.finding.code in {"RB731", "RB732"}]
    assert found
    assert ("50", "50.01") not in [(str(each.values["before"]), str(each.values["after"])) for each in found if len(found) == 1]
