"""Promises about texts that say the opposite of each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.nearest import nearest
from ictscore.opposites import opposed, same_sense

WORDS = (
    "không",
    "chưa",
    "đã",
    "có",
    "ban",
    "hành",
    "đúng",
    "trễ",
    "hạn",
    "kịp",
    "thời",
    "chỉ",
    "cả",
    "đi",
    "đến",
    "lập",
    "hằng",
    "ngày",
    "tuần",
)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ban hành", "Không ban hành"),
        ("Đã ban hành", "Chưa ban hành"),
        ("Ban hành đúng hạn", "Ban hành trễ hạn"),
        ("Ban hành không đúng hạn", "Ban hành đúng hạn"),
        ("Ban hành không phải đúng hạn", "Ban hành đúng hạn"),
        ("Không trễ", "Trễ"),
        ("Số văn bản chỉ gửi bản điện tử", "Số văn bản gửi cả bản điện tử và bản giấy"),
        ("Tổng số văn bản đi", "Tổng số văn bản đến"),
        ("Đang trình", "Đã trình"),
        ("Đã trình phê duyệt", "Đã được phê duyệt"),
        ("Người đứng đầu phòng", "Người đứng đầu đơn vị"),
        ("Số văn bản chỉ gửi bản giấy", "Số văn bản chỉ gửi bản điện tử"),
        ("Hằng ngày", "Hàng tuần"),
        ("Sở Nội vụ", "Sở Ngoại vụ"),
        ("No backup", "Backup"),
        ("Không ban hành đúng hạn", "Ban hành đúng hạn"),
        ("khong ban hanh", "Ban hành"),
        ("ban hanh tre han", "Ban hành đúng hạn"),
        ("ho_so_tre", "ho_so_dung_han"),
    ],
)
def test_what_one_denies_and_the_other_says_is_opposed(one, other):
    """A no on one side only, or words that exclude each other, make opposites, with or without tone marks."""
    assert opposed(one, other)
    assert opposed(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chưa ban hành", "Không ban hành"),
        ("Ban hành không đúng hạn", "Ban hành trễ hạn"),
        ("Không trễ", "Đúng hạn"),
        ("Có mạng nội bộ", "Mạng nội bộ"),
        ("Hàng ngày", "Hằng ngày"),
        ("Văn bản đi và đến", "Văn bản đi"),
        ("Chi phí", "Cả chi phí"),
        ("yesno", "yes_no"),
        ("notapplicable", "not_applicable"),
        ("", ""),
    ],
)
def test_what_agrees_is_not(one, other):
    """Two noes agree, a no before “on time” is late, and a word that only one of them has is no opposite."""
    assert not opposed(one, other)


def test_texts_without_marks_are_not_taken_for_what_they_may_be():
    """“chi” may be “chỉ” or the chi of “chi phí”: without marks only a no, a delay and a rhythm are looked for."""
    assert not opposed("tong chi", "Tổng cả")


@given(TEXTS, TEXTS)
def test_opposites_are_so_both_ways_and_nothing_is_its_own(one, other):
    """Whatever the words."""
    assert opposed(one, other) == opposed(other, one)
    assert not opposed(one, one)
    assert not (same_sense(one, other) and opposed(one, other))


@given(TEXTS, st.lists(TEXTS, max_size=4))
def test_the_opposite_is_never_offered(read, known):
    """Of whatever choices there are."""
    offered = nearest(read, known)
    assert offered is None or not opposed(read, offered)
