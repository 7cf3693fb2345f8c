"""Promises about names that are the same: endings, marks, blanks, underscores and compositions."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.survey.evidence.spelt import BARE, MARKED, SAME, UNENDING, ending_of, key_of, likeness, stem_of

NAME = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạẮệớ 0123456789_-", min_size=1, max_size=20).filter(key_of)


@pytest.mark.parametrize(
    ("typed", "name", "alike"),
    [
        ("Báo cáo.pdf", "Báo cáo.pdf", SAME),
        ("BÁO CÁO.PDF", "Báo cáo.pdf", SAME),
        ("Báo cáo.pdf", unicodedata.normalize("NFD", "Báo cáo.pdf"), SAME),
        ("Báo  cáo.pdf", "Báo cáo.pdf", SAME),
        ("Báo_cáo.pdf", "Báo cáo.pdf", MARKED),
        ("Báo cáo - 2019.pdf", "Báo cáo_2019.pdf", MARKED),
        ("Hoà Bình.pdf", "Hòa Bình.pdf", MARKED),
        ("QĐ 12/QĐ-UBND.pdf", "QĐ 12-QĐ-UBND.pdf", MARKED),
        ("anh.jpg", "anh.jpeg", MARKED),
        ("Báo cáo", "Báo cáo.pdf", UNENDING),
        ("Bao cao.pdf", "Báo cáo.pdf", BARE),
        ("Báo cáo.pdf", "bao_cao.pdf", BARE),
        ("bao cao", "Báo cáo.pdf", BARE),
    ],
)
def test_one_name_spelt_in_several_ways(typed, name, alike):
    """The same name is known however it is composed, parted, toned, ended or stripped of its marks, and it is said how alike it is."""
    assert likeness(typed, name) == alike


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Báo cáo.pdf", "Bảo cáo.pdf"),
        ("Báo cáo.pdf", "Báo cáo.docx"),
        ("Báo cáo.pdf", "Báo cáo"),
        ("MC 1.pdf", "MC 11.pdf"),
        ("MC 3.2", "MC 32.pdf"),
    ],
)
def test_other_names_stay_others(typed, name):
    """A name with another mark, ending, number or point is another file's."""
    assert likeness(typed, name) is None


def test_only_known_endings_make_a_file_of_a_text():
    """“Điều 8.2”, “v.v” and “12.QĐ” have no ending; .PDF, .docx and .jpeg are endings."""
    assert {ending_of(each) for each in ("Điều 8.2", "v.v", "12.QĐ", "a", "")} == {""}
    assert [ending_of(each) for each in ("a.PDF", "b.docx", "c. jpeg")] == ["pdf", "docx", "jpeg"]
    assert (stem_of("Điều 8.2"), stem_of("MC 8.2.pdf")) == ("Điều 8.2", "MC 8.2")


@given(NAME)
def test_every_name_is_its_own(stem):
    """Any name fits itself, composed or decomposed, and lies under one key with it; without its ending it still fits."""
    name = f"{stem}.pdf"
    other = unicodedata.normalize("NFD", name)
    assert likeness(name, other) == SAME
    assert key_of(name) == key_of(other)
    assert likeness(stem, name) in {SAME, UNENDING}


@given(NAME, NAME)
def test_alike_names_share_their_key(mine, theirs):
    """Names that are the same are found: they lie under one key."""
    if likeness(f"{mine}.pdf", f"{theirs}.pdf") is not None:
        assert key_of(mine) == key_of(theirs)
