"""What changed bounds of a criterion are for the points that a stage gives: more or fewer of them are let in, wherever its formula ends."""

from __future__ import annotations

from ictscore.diff.severities import Severity
from ictscore.exact import ZERO
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import Rulebook


def bounds_of_given(books: tuple[Rulebook, Rulebook], old: Criterion, new: Criterion, key: str) -> Severity:
    """Return what another maximum or least of points is for points that a stage may give; *none* where no stage gives any.

    Points that the bounds do not let in are lost. So a higher maximum is more generous, a lower one stricter; a least below 0 that rises
    is more generous, for less can be taken away. A least above 0 keeps small points out as it keeps them up: that may go either way.
    """
    if key not in {"max_points", "min_points"} or not any(each.points_may_be_given for each in books):
        return "none"
    before, after = (getattr(each, key) for each in (old, new))
    is_sure = min(before, after) >= ZERO if key == "max_points" else max(before, after) <= ZERO
    if not is_sure:
        return "open"
    return "generous" if after > before else "stricter"
