"""Promises about spellings: what makes two names the same, and what does not."""

from __future__ import annotations

import unicodedata

import pytest

from ictscore.spelling import bare, fold, may_lack_marks, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban", "Uỷ ban"),
        ("Phú Thủy", "Phú Thuỷ"),
        ("Hòa Thắng", "Hoà Thắng"),
        ("Đức Linh", "Ðức Linh"),
        ("Đức Linh", "Ɖức Linh"),
        ("Phú Quý", "Phú Quí"),
        ("Hàm Mỹ", "Hàm Mĩ"),
        ("Sở Nội vụ", "SỞ  NỘI\u00a0VỤ"),
        ("Sở Nội vụ", "Sở N\u200bội vụ"),
        ("Sở Nội vụ", unicodedata.normalize("NFD", "Sở Nội vụ")),
        ("Phát thanh - Truyền hình", "Phát thanh – Truyền hình"),
        ("Sở Y tế", "Ѕở Y tế"),
        ("TP Phan Thiết", "T.P Phan Thiết"),
        ("UBND huyện", "U.B.N.D. huyện"),
        ("Sở Tài chính", "Ｓở Tài chính"),
    ],
)
def test_spellings_of_one_name_fold_alike(one, other):
    """Composition, capitals, blanks, dashes, Đ's look-alikes, the place of a tone, and i for y do not make another name."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Nội vụ", "Sở Ngoại vụ"),
        ("Hàm Thuận Bắc", "Hàm Thuận Nam"),
        ("Phú Tài", "Phú Tái"),
        ("thúy", "thúi"),
        ("Đức", "Dức"),
        ("tay", "tai"),
    ],
)
def test_other_names_fold_otherwise(one, other):
    """Other letters, tones and a stroke are another name; i and y too where both are not one sound."""
    assert fold(one) != fold(other)


def test_words_are_parted_at_whatever_is_no_letter():
    """A name is its words; signs between them only part them."""
    assert words_of("Sở TT&TT (tỉnh)") == ("sở", "tt", "tt", "tinh̉")


def test_marks_may_be_missing_but_not_wrong():
    """A word without some of its marks may be the marked one; one with another mark may not."""
    assert may_lack_marks(fold("noi"), fold("nội"))
    assert may_lack_marks(fold("nôi"), fold("nội"))
    assert not may_lack_marks(fold("nối"), fold("nội"))
    assert not may_lack_marks(fold("nội"), fold("noi"))


def test_bare_text_has_no_marks():
    """Without marks đ is d."""
    assert bare(fold("Đảng ủy")) == "dang uy"
