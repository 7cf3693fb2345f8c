"""Promises about the folder that goes back: named after units, nothing lost, nothing inside the survey."""

from __future__ import annotations

from pathlib import Path

import pytest

from ictscore.errors import FileRefused
from ictscore.reports.back.folder import ReturnPair, all_returned, files_for, refuse_inside, write_folder
from ictscore.reports.back.record import RECORD, record_in
from ictscore.reports.checked.told import checked
from ictscore.survey.reading import read_survey


def _pair(stem: str, text: bytes) -> ReturnPair:
    return ReturnPair((f"{stem}.xlsx", text), (f"{stem}.txt", text))


def test_files_are_named_after_units(small_round):
    """Each unit that has to mend something gets a form and a note of its name, in the order of the groups."""
    survey = read_survey([small_round.usual()], small_round.loaded.rulebook, small_round.loaded.hash)
    standing = checked(small_round.loaded, survey, None).standing
    pairs = files_for(small_round.loaded, standing, all_returned(small_round.loaded, standing), survey)
    assert [[*each.files] for each in pairs] == [["So-Tai-chinh.xlsx", "So-Tai-chinh.txt"], ["Huyen-Ham-Tan.xlsx", "Huyen-Ham-Tan.txt"]]


def test_what_we_wrote_is_replaced_and_taken_away(tmp_path):
    """A later run replaces what nobody edited, and takes away what units in order had; others stay."""
    write_folder(tmp_path, [_pair("a", b"1"), _pair("b", b"1"), _pair("c", b"1")], force=False, inputs=[])
    result = write_folder(tmp_path, [_pair("a", b"2")], force=False, inputs=[], done=frozenset({"b"}))
    assert [each.name for each in result.removed] == ["b.txt", "b.xlsx"]
    assert not result.kept
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir() if each.name != RECORD} == {
        "a.txt": b"2", "a.xlsx": b"2", "c.txt": b"1", "c.xlsx": b"1",
    }  # fmt: skip


def test_a_folder_knows_its_rulebook(tmp_path):
    """Another rulebook's forms are never mixed in; folders of earlier versions, and spoilt lists, say nothing."""
    assert record_in(tmp_path).rulebook == ""
    write_folder(tmp_path, [_pair("a", b"1")], force=False, inputs=[], rulebook="moi")
    assert record_in(tmp_path).rulebook == "moi"
    with pytest.raises(FileRefused) as refused:
        write_folder(tmp_path, [_pair("a", b"2")], force=False, inputs=[], rulebook="khac")
    assert [each.code for each in refused.value.findings] == ["SV570"]
    write_folder(tmp_path, [_pair("a", b"2")], force=False, inputs=[], rulebook="moi")
    for spoilt in ("[]", '{"files": {}}', "{"):
        (tmp_path / RECORD).write_text(spoilt, encoding="utf-8")
        assert record_in(tmp_path).rulebook == ""


def test_what_somebody_edited_is_kept(tmp_path):
    """An edited file, or one of somebody else's, is an error, and both files of its unit stay; the other units' are written."""
    write_folder(tmp_path, [_pair("a", b"1"), _pair("b", b"1")], force=False, inputs=[])
    (tmp_path / "a.txt").write_bytes(b"edited")
    (tmp_path / "c.xlsx").write_bytes(b"another's")
    result = write_folder(tmp_path, [_pair(each, b"2") for each in "abc"], force=False, inputs=[], done=frozenset())
    assert [(each.code, Path(each.place.file).name) for each in result.kept] == [("SV601", "a.txt"), ("SV601", "c.xlsx")]
    assert [(tmp_path / name).read_bytes() for name in ("a.xlsx", "a.txt", "b.xlsx", "c.xlsx")] == [b"1", b"edited", b"2", b"another's"]
    assert not (tmp_path / "c.txt").exists()
    write_folder(tmp_path, [], force=False, inputs=[], done=frozenset("a"))
    assert (tmp_path / "a.txt").read_bytes() == b"edited"
    write_folder(tmp_path, [_pair("a", b"3")], force=True, inputs=[])
    assert (tmp_path / "a.txt").read_bytes() == b"3"


def test_an_input_is_never_overwritten(tmp_path):
    """Not even with --force."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"1")
    with pytest.raises(FileRefused):
        write_folder(tmp_path, [_pair("a", b"9")], force=True, inputs=[path])
    assert path.read_bytes() == b"1"


def test_a_folder_that_cannot_be_made_is_a_finding(tmp_path):
    """Where a file stands in the way the folder is refused by name."""
    (tmp_path / "tra").write_bytes(b"")
    with pytest.raises(FileRefused):
        write_folder(tmp_path / "tra", [_pair("a", b"1")], force=False, inputs=[])


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
