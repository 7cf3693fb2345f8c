"""How often a cell is there: what a damaged file says otherwise counts once."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.ods.counts import repeats, spans
from ictscore.survey.sheets.ods.names import TABLE


@pytest.mark.parametrize(("text", "count"), [("3", 3), ("1", 1), ("0", 1), ("-3", 1), ("x", 1), ("999999999", 1)])
def test_only_a_sound_number_counts(text, count):
    """A positive number of at most eight digits counts as it is, for repeated and for merged cells; nothing said is once."""
    assert repeats({f"{TABLE} number-rows-repeated": text}, "rows") == count
    assert spans({f"{TABLE} number-columns-spanned": text}, "columns") == count
    assert (repeats({}, "rows"), spans({}, "columns")) == (1, 1)
