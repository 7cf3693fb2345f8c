"""What a unit passes another by: changes and answers weighed alike."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.diff.impact import Standing, UnitImpact
from ictscore.reports.compared.impact_story import Story


def unit(before: int, share: str, answers: str) -> UnitImpact:
    """Return a unit that the first change and other answers moved."""
    standing = Standing(Fraction(before), Fraction(before), 1, tied=False, grade=None, awards=())
    shares = {0: Fraction(share)} if Fraction(share) else {}
    return UnitImpact("U", None, "g", standing, standing, shares, answers=Fraction(answers))


@pytest.mark.parametrize(
    ("share", "answers", "reason"),
    [
        ("3/2", "14", ("other answers", 14)),  # 10 + 14 > 20 without any change of rules
        ("9", "2", ("change", 9)),  # 10 + 2 < 20: without the rule it would not pass
        ("13", "12", None),  # the rule gives more, but 10 + 12 > 20 anyway: the rule is no reason
        ("11", "0", ("change", 11)),
        ("0", "12", ("other answers", 12)),
        ("-1", "0", None),
    ],
)
def test_the_reason_of_a_passing_is_the_largest_and_is_needed(share: str, answers: str, reason: tuple[str, int] | None) -> None:
    """A unit with 10 passes one with 20: what gave it most is named, a change only where the answers alone do not suffice."""
    story = object.__new__(Story)
    story.titles = ["change"]
    assert story._reason(unit(10, share, answers), unit(20, "0", "0")) == reason
