"""What a changed limit and a changed list of groups mean for the units, worked out by hand."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from ictscore.diff.severities import as_set, limit, more_is


@pytest.mark.parametrize(
    ("old", "new", "severity"),
    [(3, 5, "generous"), (5, 3, "stricter"), (3, None, "generous"), (None, 3, "stricter"), ("ba", 5, "open"), (3, "năm", "open")],
)
def test_a_limit_that_rises_or_goes_is_generous(old, new, severity):
    """More bonus allowed, or no limit, is generous; less, or a new limit, is stricter; of what is no number nothing is said."""
    change = SimpleNamespace(old=SimpleNamespace(shown=old), new=SimpleNamespace(shown=new))
    assert limit(change, "generous", "generous") == severity


@pytest.mark.parametrize(
    ("old", "new", "severity"),
    [
        ({"a"}, {"a", "b"}, "generous"),
        ({"a", "b"}, {"a"}, "stricter"),
        ({"a"}, {"b"}, "mixed"),
        ({"a"}, set(), "generous"),
        (set(), {"a"}, "stricter"),
    ],
)
def test_more_groups_are_generous(old, new, severity):
    """What helps more groups is generous, fewer stricter, others mixed; an empty list that means all is the longest."""
    assert more_is(frozenset(old), frozenset(new), empty_is_all=True) == severity


def test_only_a_list_is_a_set_of_names():
    """A list that is shown has names in it; nothing shown has none."""
    assert (as_set(("a", "b")), as_set(None)) == ({"a", "b"}, frozenset())
