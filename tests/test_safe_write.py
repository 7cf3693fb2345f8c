"""Writing files: whole or not at all, never over an input, never over what somebody else made."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ictscore.errors import FileRefused
from ictscore.safe_write import came_from_us, untouched, write_all_safely, write_safely
from ictscore.survey.blank.writing import put, workbook_bytes


def ours(path):
    """Take every file for one of ours."""
    return True


def strange(path):
    """Take no file for one of ours."""
    return False


def code_of(refused):
    """Return the code of a refusal."""
    return refused.value.findings[0].code


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path):
    """The target holds the bytes, and no temporary file remains."""
    assert write_safely(b"abc", tmp_path / "a.xlsx", force=False, inputs=[], is_ours=strange) == tmp_path / "a.xlsx"
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.xlsx", b"abc")]


def test_what_others_made_is_kept(tmp_path):
    """A file that is not ours stays as it is, unless force is given; ours is written over."""
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    with pytest.raises(FileRefused) as refused:
        write_safely(b"new", target, force=False, inputs=[], is_ours=strange)
    assert code_of(refused) == "IO401"
    assert target.read_bytes() == b"old"
    write_safely(b"new", target, force=True, inputs=[], is_ours=strange)
    assert target.read_bytes() == b"new"
    write_safely(b"newer", target, force=False, inputs=[], is_ours=ours)
    assert target.read_bytes() == b"newer"


def test_an_input_is_never_written_to(tmp_path):
    """Even force does not write over an input, under whatever name it is given."""
    source = tmp_path / "in.xlsx"
    source.write_bytes(b"in")
    os.link(source, tmp_path / "same.xlsx")
    with pytest.raises(FileRefused) as refused:
        write_safely(b"new", tmp_path / "same.xlsx", force=True, inputs=[source], is_ours=ours)
    assert code_of(refused) == "IO402"
    assert source.read_bytes() == b"in"


def test_a_folder_that_is_not_there(tmp_path):
    """A target in a folder that does not exist is refused with the reason."""
    with pytest.raises(FileRefused) as refused:
        write_safely(b"new", tmp_path / "none" / "a.xlsx", force=False, inputs=[], is_ours=ours)
    assert code_of(refused) == "IO403"


def test_a_folder_is_no_target(tmp_path):
    """A folder is not written over, not even with force."""
    (tmp_path / "a.xlsx").mkdir()
    for force, code in ((False, "IO401"), (True, "IO403")):
        with pytest.raises(FileRefused) as refused:
            write_safely(b"new", tmp_path / "a.xlsx", force=force, inputs=[], is_ours=strange)
        assert code_of(refused) == code
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_file_open_elsewhere_keeps_the_finished_work(tmp_path, monkeypatch):
    """When the target is held open, the finished file stays under a free name, and the refusal says which."""
    target = tmp_path / "a.xlsx"
    (tmp_path / "a_2.xlsx").write_bytes(b"mine")
    plain = Path.replace

    def held(self, other):
        if Path(other) == target:
            raise PermissionError(13, "held")
        return plain(self, other)

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(FileRefused) as refused:
        write_safely(b"new", target, force=False, inputs=[], is_ours=ours)
    assert code_of(refused) == "IO404"
    assert (tmp_path / "a_3.xlsx").read_bytes() == b"new"
    assert str(refused.value.findings[0].values["kept"]) == str(tmp_path / "a_3.xlsx")


def test_who_wants_notices_gets_the_other_name(tmp_path, monkeypatch):
    """Where notices are taken, a target held open is no refusal: the file stands under a free name, and a warning says which."""
    target = tmp_path / "a.xlsx"
    plain = Path.replace

    def held(self, other):
        if Path(other) == target:
            raise PermissionError(13, "held")
        return plain(self, other)

    monkeypatch.setattr(Path, "replace", held)
    notices = []
    written = write_safely(b"new", target, force=False, inputs=[], is_ours=ours, notices=notices)
    assert (written, written.read_bytes()) == (tmp_path / "a_2.xlsx", b"new")
    assert [(each.code, each.severity, each.values["kept"]) for each in notices] == [("IO414", "warning", str(written))]


def test_a_disk_that_is_full(tmp_path, monkeypatch):
    """When the system cannot write, nothing half-written is left."""

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileRefused) as refused:
        write_safely(b"new", tmp_path / "a.xlsx", force=False, inputs=[], is_ours=ours)
    assert code_of(refused) == "IO403"
    assert list(tmp_path.iterdir()) == []


def test_a_move_that_fails(tmp_path, monkeypatch):
    """When the finished file cannot be moved for another reason, it is taken away and the reason told."""

    def broken(self, other):
        raise OSError(18, "cross-device")

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(FileRefused) as refused:
        write_safely(b"new", tmp_path / "a.xlsx", force=False, inputs=[], is_ours=ours)
    assert code_of(refused) == "IO403"
    assert list(tmp_path.iterdir()) == []


def test_no_free_name(tmp_path, monkeypatch):
    """When no other name can be had either, the finished file stays where it was written, and the refusal says where."""

    def held(self, other):
        raise PermissionError(13, "held")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(FileRefused) as refused:
        write_safely(b"new", tmp_path / "a.xlsx", force=False, inputs=[], is_ours=ours)
    assert Path(str(refused.value.findings[0].values["kept"])).read_bytes() == b"new"


def test_what_a_file_looks_like_when_nobody_touched_it(tmp_path):
    """A workbook of ours is known as untouched; a text, a missing file and one that somebody else saved are not."""
    path = tmp_path / "a.xlsx"
    data = workbook_bytes("t", "s", lambda book: put(book.add_worksheet("x"), 0, 0, "1"))
    path.write_bytes(data)
    assert untouched(path)
    (tmp_path / "b.xlsx").write_text("text")
    assert not untouched(tmp_path / "b.xlsx")
    assert not untouched(tmp_path / "none.xlsx")


def test_many_files_are_written_with_their_folders(tmp_path):
    """Every file stands in its place, and nothing is left beside them."""
    folder = tmp_path / "phieu" / "2020"
    write_all_safely({folder / "a.xlsx": b"a", folder / "b.xlsx": b"b"}, force=False, inputs=[], is_ours=strange)
    assert sorted((each.name, each.read_bytes()) for each in folder.iterdir()) == [("a.xlsx", b"a"), ("b.xlsx", b"b")]


def test_one_taken_target_stops_all(tmp_path):
    """Every target that is taken is named, in one finding, and none of the files is written; with force all are."""
    for name in ("b.xlsx", "c.xlsx"):
        (tmp_path / name).write_bytes(b"old")
    files = {tmp_path / f"{name}.xlsx": b"new" for name in "abc"}
    with pytest.raises(FileRefused) as refused:
        write_all_safely(files, force=False, inputs=[], is_ours=strange)
    assert [each.place.file for each in refused.value.findings] == [str(tmp_path / "b.xlsx")]
    assert refused.value.findings[0].message.endswith("The same holds of 1 further files: c.xlsx.")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["b.xlsx", "c.xlsx"]
    write_all_safely(files, force=True, inputs=[], is_ours=strange)
    assert {each.read_bytes() for each in tmp_path.iterdir()} == {b"new"}


def test_where_a_file_cannot_be_written_none_is(tmp_path):
    """A folder that cannot be made stops all, and what was written beside the others goes away."""
    (tmp_path / "stop").write_bytes(b"")
    files = {tmp_path / "a.xlsx": b"a", tmp_path / "stop" / "b.xlsx": b"b"}
    with pytest.raises(FileRefused) as refused:
        write_all_safely(files, force=False, inputs=[], is_ours=strange)
    assert code_of(refused) == "IO403"
    assert [each.name for each in tmp_path.iterdir()] == ["stop"]


def test_a_form_that_somebody_filled_in_is_not_ours_any_more(tmp_path):
    """Saved by a library that keeps who made it, or packed again with a date, a workbook holds somebody's work and is not written over."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook_bytes("t", "s", lambda book: put(book.add_worksheet("x"), 0, 0, "1")))
    book = load_workbook(path)
    book.active["A1"] = 5
    book.save(tmp_path / "filled.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "packed.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (2026, 11, 25, 8, 0, 0)), old.read(name))
    assert [untouched(tmp_path / name) for name in ("a.xlsx", "filled.xlsx", "packed.xlsx")] == [True, False, False]


def test_what_came_from_us_is_known_whoever_saved_it(tmp_path):
    """A maker, properties or a sheet of ours show it, each alone; a text, somebody else's workbook and a damaged one are not ours."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook_bytes("t", "s", lambda book: put(book.add_worksheet("x"), 0, 0, "1")))
    assert came_from_us(path)
    signs = {
        "maker": ("docProps/core.xml", "<x><dc:creator>ictscore</dc:creator></x>"),
        "stamp": ("docProps/custom.xml", '<property fmtid="1" pid="2" name="ictscore kind">'),
        "sheet": ("xl/workbook.xml", '<sheet xmlns:r="r" name="_ictscore" sheetId="6"/>'),
        "other": ("docProps/core.xml", "<dc:creator>Nguyễn Văn A</dc:creator><dc:title>ictscore</dc:title>"),
        "prop": ("docProps/custom.xml", '<property name="ictscored">'),
    }
    for name, (part, text) in signs.items():
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr(part, text)
    (tmp_path / "text").write_text("ictscore", encoding="utf-8")
    known = [name for name in (*signs, "text", "missing") if came_from_us(tmp_path / name)]
    assert known == ["maker", "stamp", "sheet"]


def test_changed_since_is_said_apart_from_not_ours(tmp_path):
    """Files of ours that were changed are told in one finding, the first five others by name; what is not ours in another."""
    data = workbook_bytes("t", "s", lambda book: put(book.add_worksheet("x"), 0, 0, "1"))
    for number in range(1, 9):
        (tmp_path / f"{number}.xlsx").write_bytes(data)
    (tmp_path / "9.xlsx").write_bytes(b"mine")
    files = {tmp_path / f"{number}.xlsx": b"new" for number in range(1, 10)}
    with pytest.raises(FileRefused) as refused:
        write_all_safely(files, force=False, inputs=[], is_ours=strange)
    changed, foreign = refused.value.findings
    assert (changed.code, changed.place.file) == ("IO416", str(tmp_path / "1.xlsx"))
    assert changed.message.endswith("The same holds of 7 further files: 2.xlsx, 3.xlsx, 4.xlsx, 5.xlsx, 6.xlsx and 2 more.")
    assert (foreign.code, foreign.place.file) == ("IO401", str(tmp_path / "9.xlsx"))
    assert "further files" not in foreign.message
    assert (tmp_path / "1.xlsx").read_bytes() == data
