"""What a severity claims of another way of ranking holds for every unit's rank and award, whoever ties with whom."""

from __future__ import annotations

import copy
import os
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ictscore.diff.compare import compare
from ictscore.diff.severity import judge
from ictscore.scoring.assess import assess

EXAMPLES = int(os.environ.get("ICTSCORE_EXAMPLES", "250"))
MAYBE = st.one_of(st.none(), st.integers(1, 4).map(str))
AWARDS = st.fixed_dictionaries(
    {"ties": st.sampled_from(["ask", "all", "none"]), "passes_down": st.sampled_from(["true", "false"])},
    optional={"positions": MAYBE, "quota": MAYBE, "requires": st.just("f"), "minimum": st.just("2")},
).map(lambda each: {name: value for name, value in each.items() if value is not None})
RANKINGS = st.fixed_dictionaries(
    {"style": st.sampled_from(["dense", "competition", "ordinal"]), "unranked_units": st.sampled_from(["skip", "leave_hole"])}
)
UNITS = st.lists(st.tuples(st.integers(0, 4), st.booleans(), st.booleans()), min_size=1, max_size=7)
BOOK: dict[str, Any] = {
    "answers": {"n": {"type": "count", "max": "4"}, "f": "yes_no", "k": "yes_no"},
    "criteria": [{"id": "a", "max_points": "4", "formula": {"kind": "count", "of": "n", "each": "1"}}],
    "knockouts": [{"id": "k", "when": "k", "unranked": "true"}],
}


def standing(loaded: Any, survey: Any) -> dict[str, tuple[int, int]]:
    """Return by unit its award (2 won, 1 undecided, 0 none) and its rank, later ones lower."""
    found = {}
    for each in assess(loaded.rulebook, survey).units():
        won = [1 if award.undecided else 2 for award in each.awards]
        found[each.unit] = (max(won, default=0), -(each.rank or 99))
    return found


@settings(max_examples=EXAMPLES)
@given(award=AWARDS, rankings=st.tuples(RANKINGS, RANKINGS), units=UNITS)
def test_a_way_of_ranking_does_what_is_said_of_it(
    make: Any, complete: Any, make_survey: Any, award: Any, rankings: Any, units: Any
) -> None:
    """Stricter: nobody comes to an award or an earlier rank; generous: nobody loses one. May reorder: here no award is won or lost."""
    one = copy.deepcopy({**BOOK, "awards": [{"id": "bk", **award}], "ranking": rankings[0]})
    other = copy.deepcopy({**BOOK, "awards": [{"id": "bk", **award}], "ranking": rankings[1]})
    old, new = make(complete(one)), make(complete(other))
    said = {each.severity for each in judge(compare(old, new))}
    survey = make_survey({f"Đơn vị {number}": dict(zip("nfk", each, strict=True)) for number, each in enumerate(units)})
    before, after = standing(old, survey), standing(new, survey)
    for unit, was in before.items():
        now = after[unit]
        if said == {"stricter"}:
            assert (now[0] <= was[0], now[1] <= was[1]) == (True, True)
        elif said == {"generous"}:
            assert (now[0] >= was[0], now[1] >= was[1]) == (True, True)
        elif said <= {"reorder"}:
            assert now[0] == was[0]
