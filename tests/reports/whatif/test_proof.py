"""How sure a search for changes is, in words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.reports.whatif.proof import open_ends, proof_that_it_is_least, proof_that_there_is_none
from ictscore.whatif.domains import Domain
from ictscore.whatif.effort import Doubt, Effort
from ictscore.whatif.smallest import Smallest

NO_FEWER = "No set of fewer than {} answers reaches it: an exact search went through all of them."
OPEN = "Whether less would do could not be proved."


def found(count, *doubts, reached=True, limits=None):
    """Return what a search found: so many answers, and what it left open."""
    open_ = tuple(Doubt(Fraction(cost), why) for cost, why in doubts)
    changes = {f"x{index}": Fraction(1) for index in range(count)}
    return Smallest(reached, changes, Fraction(count), not open_, limits=limits or {}, doubts=open_)


def test_what_is_proved_is_said_and_nothing_else():
    """One answer is the least there is; of more there are none fewer; where there is none, that is said."""
    assert list(proof_that_it_is_least(found(1), is_priced=False)) == ["One answer is the least: without any change it is not reached."]
    assert list(proof_that_it_is_least(found(4), is_priced=False)) == [NO_FEWER.format(4)]
    assert len(list(proof_that_there_is_none(found(0, reached=False), is_priced=False))) == 1
    assert list(open_ends(found(4), Effort(), ("x",))) == []


def test_how_far_the_proof_got_is_said():
    """Five were found, and from three on sets were left open: fewer than three do not reach it, within what was tried."""
    limits = {"x": Domain(low=Fraction(0), high=Fraction(9))}
    said = list(proof_that_it_is_least(found(5, (3, "scoring"), (4, "boxes"), limits=limits), is_priced=False))
    assert said == [f"Within the values tried (x 0 to 9 in steps of 1) – {NO_FEWER.format(3)}", OPEN]
    said = list(proof_that_there_is_none(found(0, (3, "tried"), reached=False), is_priced=False))
    assert said == [NO_FEWER.format(3), "That there is none could not be proved."]


def test_of_costs_it_is_said_below_which():
    """Nothing below 7/2 reaches it; where already the first step is in doubt, nothing is claimed."""
    said = list(proof_that_it_is_least(found(5, (Fraction(7, 2), "tried")), is_priced=True))
    assert said[0] == "Nothing that costs less than 3.5 reaches it: an exact search went through all of that."
    assert list(proof_that_it_is_least(found(5, (0, "values")), is_priced=True)) == ["Whether less would do could not be proved."]
    assert list(proof_that_it_is_least(found(5, (1, "boxes")), is_priced=False)) == ["Whether less would do could not be proved."]


@pytest.mark.parametrize(
    ("why", "said", "helps"),
    [
        ("boxes", "8000 boxes", "--effort 20"),
        ("tried", "4000 sets", "--effort 20"),
        ("sets", "sets of more than 7", "--effort 20"),
        ("values", "40000 values", "--effort 20"),
        ("cases", "more than 32 ways", "--effort 20"),
        ("scoring", "only scoring tells", "--not"),
        ("others", "Other units", "--not"),
    ],
)
def test_each_limit_is_named_with_what_takes_it_further(why, said, helps):
    """Limits of the search can be raised; where others are measured, what they are measured by can be left alone."""
    limit, advice = open_ends(found(5, (3, why)), Effort(2), ("x", "y"))
    assert said in limit.replace(",", "").replace(" ", " ")
    assert helps in advice


def test_where_nobody_is_measured_no_answer_is_named():
    """A condition on points is left open: there is nothing to be kept."""
    assert len(list(open_ends(found(5, (3, "scoring")), Effort(), ()))) == 1
