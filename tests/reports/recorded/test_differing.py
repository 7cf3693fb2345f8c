"""Two texts that differ: shown where they do, and told by their characters where nobody sees it."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.reports.recorded.differing import characters_at, look_alike, parted, windows
from ictscore.reports.recorded.seal import Edit
from ictscore.reports.recorded.verified import differences, edit_finding

LONG = "Bộ tiêu chí đánh giá " * 5


def said(was: str, read: str) -> tuple[str, str]:
    """Return code and message about a cell with such a text before and now."""
    found = edit_finding("kq.xlsx", Edit("a", 1, 1, f"t{was}", f"t{read}"))
    return found.code, found.message


@pytest.mark.parametrize(
    ("was", "read", "alike"),
    [
        ("huyện", unicodedata.normalize("NFD", "huyện"), True),
        ("Tuy Phong", "Tuy\u00a0Phong", True),
        ("Tuy Phong", "Tuy  Phong", True),
        ("Tuy Phong", "Tuy Phong\u200b", True),
        ("Tuy Phong", "Tuy Ph\u043eng", True),
        ("Tuy Phong", "Tuy Phông", False),
        ("Tuy Phong", "Tuy Phong X", False),
        ("hạng 1", "hạng 2", False),
        ("Tốt", "tốt", False),
    ],
)
def test_what_looks_alike(was: str, read: str, alike: bool) -> None:
    """Composed otherwise, other blanks, signs without width, letters of another script; another mark or sign is seen by everybody."""
    assert look_alike(was, read) == look_alike(read, was) == alike


def test_characters_are_told_where_nobody_sees_the_difference() -> None:
    """ệ is U+1EC7; decomposed it is e, the dot below and the circumflex. It is the fourth character of “huyện”."""
    code, message = said("huyện", unicodedata.normalize("NFD", "huyện"))
    assert code == "SC281"
    assert "“huyện” was written here" in message
    assert "from character 4 on it is U+0065 U+0323 U+0302 instead of U+1EC7." in message
    assert "from character 6 on it is U+200B instead of nothing." in said("huyện", "huyện\u200b")[1]


def test_long_texts_are_shown_where_they_differ() -> None:
    """Both begin alike for more than a message holds; shown is what stands around the first difference, and what follows it."""
    code, message = said(f"{LONG}năm 2019", f"{LONG}năm 2020")
    assert code == "SC210"
    assert "chí đánh giá năm 2019” was written here; “…" in message
    assert "chí đánh giá năm 2020” stands here now." in message
    assert windows(f"a{LONG}", f"b{LONG}") == (f"a{LONG}"[:80] + "…", f"b{LONG}"[:80] + "…")
    far, other = windows(f"{LONG}a{LONG}", f"{LONG}b{LONG}")
    assert (far[0], far[31], far[-1], other[31]) == ("…", "a", "…", "b")


def test_results_made_again_are_held_against_the_published_ones_alike() -> None:
    """What reproduce tells of a published text that only looks like the one the inputs give."""
    (found,) = differences("kq.xlsx", {(1, 1): "tTu\u0443"}, {(1, 1): "tTuy"}, "a")
    assert (found.code, "it is U+0079 instead of U+0443." in found.message) == ("SC282", True)
    (found,) = differences("kq.xlsx", {(1, 1): f"t{LONG}2020"}, {(1, 1): f"t{LONG}2019"}, "a")
    assert (found.code, "giá 2020” is published" in found.message, "giá 2019”" in found.message) == ("SC217", True, True)


@given(st.text("aeệo\u0323\u0302 y", max_size=9), st.text("aeệo\u0323\u0302 y", max_size=9))
def test_the_place_is_the_first_that_differs(was: str, read: str) -> None:
    """Everything before it is the same, and the characters told differ wherever the texts do."""
    at = parted(was, read)
    assert was[:at] == read[:at]
    if was != read:
        first, second = ([text[at:], characters_at(text, at)] for text in (was, read))
        assert first[0] != second[0]


def test_nothing_follows_the_end() -> None:
    """At the end of a text no character is told; of many marks the first three characters are."""
    many: Any = "e" + "\u0301" * 9
    assert (characters_at("a", 1), characters_at(many, 0)) == ("", "U+0065 U+0301 U+0301")
