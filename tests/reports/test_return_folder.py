"""Promises about the folder that goes back: named after units, nothing lost, nothing inside the survey."""

from __future__ import annotations

import pytest

from ictscore.errors import FileRefused
from ictscore.reports.checked import checked
from ictscore.reports.return_folder import all_returned, files_for, refuse_inside, write_folder
from ictscore.survey.reading import read_survey


def test_files_are_named_after_units(small_round):
    """Each unit that has to mend something gets a form and a note of its name, in the order of the groups."""
    survey = read_survey([small_round.usual()], small_round.loaded.rulebook, small_round.loaded.hash)
    returned = all_returned(small_round.loaded, checked(small_round.loaded, survey, None).standing)
    assert [name for name, _ in files_for(small_round.loaded, returned, "")] == ["So-Tai-chinh.xlsx", "So-Tai-chinh.txt"]


def test_nothing_is_overwritten(tmp_path):
    """What is there and would change refuses everything before anything is written; --force overwrites."""
    folder = tmp_path / "tra"
    write_folder(folder, [("a.txt", b"1"), ("b.txt", b"2")], force=False, inputs=[])
    write_folder(folder, [("a.txt", b"1")], force=False, inputs=[])
    with pytest.raises(FileRefused) as refusal:
        write_folder(folder, [("c.txt", b"3"), ("a.txt", b"9"), ("b.txt", b"9")], force=False, inputs=[])
    assert [each.code for each in refusal.value.findings] == ["SV601", "SV601"]
    assert sorted(each.name for each in folder.iterdir()) == ["a.txt", "b.txt"]
    write_folder(folder, [("a.txt", b"9")], force=True, inputs=[])
    assert (folder / "a.txt").read_bytes() == b"9"


def test_an_input_is_never_overwritten(tmp_path):
    """Not even with --force."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"1")
    with pytest.raises(FileRefused):
        write_folder(tmp_path, [("a.txt", b"9")], force=True, inputs=[path])
    assert path.read_bytes() == b"1"


def test_a_folder_that_cannot_be_made_is_a_finding(tmp_path):
    """Where a file stands in the way the folder is refused by name."""
    (tmp_path / "tra").write_bytes(b"")
    with pytest.raises(FileRefused):
        write_folder(tmp_path / "tra", [("a.txt", b"1")], force=False, inputs=[])


def test_nothing_is_written_into_the_survey(tmp_path):
    """The folder of the survey, and what lies in it, is no place for outputs; beside it is."""
    survey = tmp_path / "nhan"
    survey.mkdir()
    for inside in (survey, survey / "tra", survey / ".." / "nhan" / "x.xlsx"):
        with pytest.raises(FileRefused):
            refuse_inside(inside, [survey])
    refuse_inside(tmp_path / "tra", [survey])
    refuse_inside(tmp_path / "nhan-2", [survey])
    refuse_inside(survey / "tra", [survey / "a.xlsx"])
