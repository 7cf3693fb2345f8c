"""Awards beside the draws: who is proposed today, what else they hang on, and of the draws ranks only."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from ictscore.reports.robust.awards import Places, about_award, places_of
from ictscore.robustness.perturb import RankSpread
from ictscore.scoring.assess import assess

RULES = """
id: khen
answers: {x: count}
groups: [{id: g, max_points: 10}, {id: other, max_points: 10}]
grades: {on: total, bands: [{name: A, from: 5}, {name: B}]}
criteria:
  - {id: a, max_points: 10, formula: {kind: count, of: x, each: 1}}
awards:
  - {id: k, name: Bằng khen, groups: [g], positions: 1%s}
  - {id: o, name: Khác, groups: [other], positions: 1}
  - {id: n, name: Không theo hạng, groups: [g], grade: A}
"""


@pytest.fixture
def award(rules: Any, make_survey: Any) -> Any:
    """Return what gives the award for the first of group g, with such demands and points."""

    def give(more: str, **points: int) -> Places:
        rulebook = rules(RULES % more).rulebook
        survey = make_survey({unit: {"x": value, "@group": "g"} for unit, value in points.items()})
        group = next(each for each in assess(rulebook, survey).groups if each.group.id == "g")
        (found,) = places_of(rulebook, group)
        return found

    return give


SPREADS = (RankSpread("P", 1, ((1, 3), (2, 1)), 4), RankSpread("Q", 2, ((1, 1), (2, 3)), 4), RankSpread("R", 3, ((3, 4),), 4))


def test_where_ranks_decide_only_holders_and_ranks_are_told(award: Any) -> None:
    """P is first and proposed; it keeps the first place in three of four draws, Q comes there in one, R never: nothing to tell."""
    assert list(about_award(award("", P=9, Q=8, R=1), SPREADS)) == [
        "Proposed for “Bằng khen” today: P.",
        "P (rank 1) stays among the first 1 in 75.0 % of the draws.",
        "Q (rank 2) comes among the first 1 in 25.0 % of the draws.",
    ]


def test_what_more_an_award_hangs_on_is_named(award: Any) -> None:
    """The first has 4 points and grade B, so nobody has the award; grade, minimum, condition, passing down, quota and ties are named."""
    more = ", grade: A, minimum: 3, requires: x >= 1, passes_down: true, quota: 2, ties: none"
    assert list(about_award(award(more, P=4, Q=3), ())) == [
        "Proposed for “Bằng khen” today: nobody.",
        (
            "“Bằng khen” hangs on more than ranks: the grade A or better, at least 3 points, a condition of its own, "
            "places that pass down to the next, a quota of 2, no award where units tie across the last place. "
            "Of the draws only ranks are told, not who would get it."
        ),
    ]


def test_the_award_passed_down_is_with_the_one_who_has_it(award: Any) -> None:
    """The first does not fulfil the condition; its place passes down to Q, and the sentence names Q."""
    first, _ = about_award(award(", requires: x <= 8, passes_down: true", P=9, Q=8), ())
    assert first == "Proposed for “Bằng khen” today: Q."


def test_a_tie_leaves_it_open(award: Any) -> None:
    """P and Q share the one place: nobody has it for certain. With a certain holder beside them both are told."""
    (said,) = about_award(award("", P=9, Q=9), ())
    assert said == "Proposed for “Bằng khen” today: nobody for certain; a tie leaves open: P, Q."
    (said,) = about_award(Places("K", 2, ("P",), ("Q", "R"), ()), ())
    assert said == "Proposed for “K” today: P; a tie leaves open: Q, R."


def test_shares_are_of_the_draws() -> None:
    """One of four draws is a quarter."""
    assert SPREADS[1].share_within(1) == Fraction(1, 4)
