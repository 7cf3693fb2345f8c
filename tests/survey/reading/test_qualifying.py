"""Promises about headings above headings."""

from __future__ import annotations

import pytest

from ictscore.survey.qualifying import is_plain, qualifies
from ictscore.survey.unit_names import fold_label

SECTIONS = frozenset({fold_label("Nhân lực")})


@pytest.mark.parametrize("text", ["Năm trước", "Kế hoạch năm 2021", "Trong đó: hỏng", "Chưa thẩm định", "Còn lại"])
def test_other_times_and_parts_narrow(text):
    """Such words say that the column does not hold all of what the question asks."""
    assert qualifies(text)
    assert not is_plain(text, SECTIONS)


@pytest.mark.parametrize("text", ["Nhân lực", "I. Nhân lực", "Số liệu", "ĐVT: nghìn đồng"])
def test_sections_words_for_answers_and_measures_are_plain(text):
    """What the rulebook calls its parts, words for answers, and measures (asked about elsewhere) do not narrow."""
    assert is_plain(text, SECTIONS)


def test_words_are_compared_whole():
    """“Nước” does not hold the word for an estimate."""
    assert not qualifies("Nước sạch")
