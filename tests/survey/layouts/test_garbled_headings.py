"""Promises about files whose letters were not decoded."""

from __future__ import annotations


def test_a_heading_in_old_letters_is_told_with_what_it_means(read, found):
    """TCVN3 letters without their font are told at the first heading that they would be."""
    assert found(read([["Tªn ®¬n vÞ", "Sè m¸y tÝnh"], ["Së Y tÕ", 5]]))[0] == ("SV485", "A1")


def test_a_file_without_any_heading_is_told_as_before(read, found):
    """Where decoding makes no heading either, nothing is claimed."""
    assert found(read([["Ghi chú", "Khác"], ["Müller", 5]]))[0] == ("SV401", "")


def test_headings_are_found_below_other_texts(read, found):
    """A title in old letters above the headings is passed over."""
    assert found(read([["B¸o c¸o"], ["Tªn ®¬n vÞ", "Sè m¸y tÝnh"], ["Së Y tÕ", 5]]))[0] == ("SV485", "A2")
