"""Promises about headings that name another measure."""

from __future__ import annotations

import pytest

from ictscore.survey.layouts.headings_measured import measured_otherwise
from ictscore.survey.layouts.vocabulary import Vocabulary


@pytest.fixture
def asked(loaded):
    """Return the id of the question a heading names with another measure, or None."""

    def make(text):
        found = measured_otherwise(text, Vocabulary(loaded.rulebook))
        return found.id if found is not None else None

    return make


@pytest.mark.parametrize("text", ["Số máy tính (nghìn máy)", "Số máy tính [người]", "Số máy tính (ĐVT: tỷ đồng)", "Số máy tính (%)"])
def test_another_measure_is_told(asked, text):
    """Thousands, another thing that is counted, and percentages are not what is asked."""
    assert asked(text) == "may_tinh"


@pytest.mark.parametrize("text", ["Số máy tính (mới)", "Số máy tính (máy)", "Số máy", "Có mạng (người)", "Kinh phí (đồng)", "Khác (máy)"])
def test_other_brackets_are_no_measure(asked, text):
    """Words that are no measure, the question's own, one where none is asked, and unknown questions are left alone."""
    assert asked(text) is None
