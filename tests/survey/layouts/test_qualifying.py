"""Promises about headings above headings."""

from __future__ import annotations

import pytest

from ictscore.survey.labels.unit_names import fold_label
from ictscore.survey.layouts.qualifying import is_plain, qualifies, says_more, turns_round

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


@pytest.mark.parametrize(
    ("text", "label"),
    [("Không có mạng nội bộ", "Có mạng nội bộ"), ("Số máy tính hỏng", "Số máy tính"), ("Số máy tính (kế hoạch)", "Số máy tính")],
)
def test_a_text_with_all_words_of_a_label_and_more_says_more(text, label):
    """Such a text is not the label misspelt: renaming it would change what was asked."""
    assert says_more(text, label)
    assert not says_more(label, text)


@pytest.mark.parametrize("text", ["Số máy tinh", "Máy tính", "Số máy tính:"])
def test_a_slip_says_no_more(text):
    """A slip, a shorter text and a colon behind the label do not say more."""
    assert not says_more(text, "Số máy tính")


def test_only_a_no_turns_a_question_round():
    """A no that was added or taken away asks the opposite; other words, or none, do not."""
    assert turns_round("Chưa có mạng nội bộ", "Có mạng nội bộ")
    assert turns_round("Có mạng nội bộ", "Không có mạng nội bộ")
    assert not turns_round("Có mạng nội bộ *", "Có mạng nội bộ")
    assert not turns_round("Có mạng nội bộ không dây", "Có mạng nội bộ")
