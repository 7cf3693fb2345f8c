"""Promises about the list of what went back: it is read as it was written, and a spoilt one vouches for nothing."""

from __future__ import annotations

import json

import pytest

from ictscore.reports.back.record import RECORD, Record, hash_of, record_in


def test_a_list_is_read_as_it_was_written(tmp_path):
    """The rulebook and the hash of every file."""
    known = Record("thu", {"b.xlsx": hash_of(b"b"), "a.txt": hash_of(b"a")})
    (tmp_path / RECORD).write_bytes(known.data())
    assert record_in(tmp_path) == known


@pytest.mark.parametrize("spoilt", ["", "x", "[]", "{}", '{"files": []}', '{"files": {"../a.xlsx": "0"}}'])
def test_a_spoilt_list_vouches_for_nothing(tmp_path, spoilt):
    """What is no list, and a name that leads out of the folder, is as if nothing had been written."""
    (tmp_path / RECORD).write_text(spoilt, encoding="utf-8")
    assert record_in(tmp_path) == Record("", {})


def test_a_list_without_files_still_says_whose_the_folder_is(tmp_path):
    """The rulebook counts by itself: its forms must not be written over by those of another."""
    (tmp_path / RECORD).write_text(json.dumps({"rulebook": "thu"}), encoding="utf-8")
    assert record_in(tmp_path) == Record("thu", {})
    assert record_in(tmp_path / "khong-co") == Record("", {})


def test_only_an_untouched_file_is_as_written(tmp_path):
    """One that was edited, is not there or was never listed is not."""
    known = Record("thu", {"a.txt": hash_of(b"a"), "b.txt": hash_of(b"b"), "c.txt": hash_of(b"c")})
    for name, data in (("a.txt", b"a"), ("b.txt", b"B"), ("d.txt", b"d")):
        (tmp_path / name).write_bytes(data)
    assert [known.is_as_written(tmp_path / f"{each}.txt") for each in "abcd"] == [True, False, False, False]
