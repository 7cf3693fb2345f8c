"""Promises about digits above and below the line."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.raised import as_set, level_of


@pytest.mark.parametrize(("before", "seen"), [("11", "²"), ("1,", "²"), ("", "²"), ("11 ", "²"), ("km", "2"), ("Sở", "2"), ("(máy)", "2")])
def test_a_small_digit_is_kept_apart_from_a_number_only(before, seen):
    """Behind a number, or at the beginning, a small digit is another thing; behind a letter or bracket it is part of the word."""
    assert as_set("2", "above", before) == seen


def test_below_is_not_above():
    """What stands below the line is told from what stands above, and plain text stays."""
    assert (as_set("2", "below", "11"), as_set("2", "", "11")) == ("₂", "2")
    assert [level_of(each) for each in ("superscript", "subscript", "baseline", "")] == ["above", "below", "", ""]
