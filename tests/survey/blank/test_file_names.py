"""File names of forms: safe on every system and never alike."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.survey.blank.file_names import LONGEST, Named, file_names, plain_name


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Sở Tài chính", "So-Tai-chinh"),
        ("Đài Phát thanh – Truyền hình", "Dai-Phat-thanh-Truyen-hinh"),
        ('a/b\\c:d*e?f"g<h>i|k', "a-b-c-d-e-f-g-h-i-k"),
        ("CON", "phieu-CON"),
        ("com1", "phieu-com1"),
        ("...", "phieu"),
        ("漢字", "phieu"),
    ],
)
def test_names_are_plain(name, plain):
    """Accents, signs that Windows forbids and its reserved names are out."""
    assert plain_name(name) == plain


def test_names_that_differ_by_accents_only_are_told_apart():
    """What stands beside a unit tells it from another, else its id, else a number."""
    assert file_names([Named("Sơn Mỹ", "Hàm Tân"), Named("Sơn My", "La Gi")]) == ("Son-My_Ham-Tan.xlsx", "Son-My_La-Gi.xlsx")
    assert file_names([Named("Sở A", "", "so-a"), Named("SỞ A", "", "so-a2")]) == ("So-A_so-a.xlsx", "SO-A_so-a2.xlsx")
    assert file_names([Named("Sở A"), Named("sở a")]) == ("So-A.xlsx", "so-a_2.xlsx")


@given(st.lists(st.builds(Named, st.text(max_size=120), st.text(max_size=20)), max_size=8))
def test_no_two_are_alike_and_all_are_safe(units):
    """Whatever units are called, their files differ even without capitals, and are short, plain and not reserved."""
    names = file_names(units)
    assert len({each.casefold() for each in names}) == len(units)
    for each in names:
        assert re.fullmatch(r"[A-Za-z0-9_-]+\.xlsx", each)
        assert len(each) <= 2 * LONGEST
        assert each[0] not in "-_."
