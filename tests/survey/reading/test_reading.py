"""Many files read into one survey."""

from __future__ import annotations

import hashlib

import pytest

from ictscore.errors import FileRefused
from ictscore.survey.reading import read_survey
from ictscore.survey.stamp_read import rulebook_of

HEAD = ["unit", "group", "can_bo", "may_tinh"]


def test_a_folder_of_mixed_files_is_one_survey(tmp_path, write, loaded):
    """Workbooks and CSV files of a folder are read in order, hashed, and told of as they are read."""
    write([HEAD, ["Sở A", "a", 4, 2]], name="1.xlsx")
    write([HEAD, ["Sở B", "a", 4, 2]], name="2.csv", delimiter=";")
    told = []
    survey = read_survey([tmp_path], loaded.rulebook, loaded.hash, progress=told.append)
    assert [each.unit for each in survey.submissions] == ["Sở A", "Sở B"]
    assert [each.sha256 for each in survey.files] == [
        hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() for name in ("1.xlsx", "2.csv")
    ]
    assert (told, survey.findings, survey.period) == ([1, 1], (), "2020")


def test_one_unreadable_file_does_not_hide_the_others(tmp_path, write, loaded):
    """A file that cannot be read is an error beside the others."""
    good = write([HEAD, ["Sở A", "a", 4, 2]])
    bad = tmp_path / "hong.xlsx"
    bad.write_bytes(b"PK\x03\x04")
    survey = read_survey([bad, good], loaded.rulebook, loaded.hash)
    assert [(each.code, each.place.file) for each in survey.findings] == [("IO120", str(bad))]
    assert len(survey.submissions) == 1


def test_no_readable_file_at_all_is_refused(tmp_path, loaded):
    """Where nothing can be read there is no survey."""
    with pytest.raises(FileRefused) as refusal:
        read_survey([tmp_path / "khong-co.xlsx"], loaded.rulebook, loaded.hash)
    assert [each.code for each in refusal.value.findings] == ["IO101"]


def test_files_of_different_periods_do_not_mix(tmp_path, write, loaded):
    """One survey is one round."""
    for name, period in (("1.xlsx", "2020"), ("2.xlsx", "2021")):
        write([HEAD, [f"Sở {name}", "a", 4, 2]], name=name, stamp={"kind": "table", "rulebook": "thu", "period": period})
    survey = read_survey([tmp_path], loaded.rulebook, loaded.hash)
    assert [(each.code, each.place.file) for each in survey.findings] == [("SV507", str(tmp_path / "2.xlsx"))]


def test_the_stamp_names_the_rulebook(tmp_path, write):
    """The first stamp among the files names the rulebook; without any it must be named."""
    plain = write([HEAD], name="1.xlsx")
    stamped = write([HEAD], name="2.xlsx", stamp={"kind": "table", "rulebook": "thu"})
    assert rulebook_of([plain, stamped]) == "thu"
    with pytest.raises(FileRefused) as refusal:
        rulebook_of([plain])
    assert [each.code for each in refusal.value.findings] == ["SV503"]
