"""Promises of ictscore.survey.sheets.inputs."""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
from pathlib import Path

import pytest

from ictscore.errors import FileRefused
from ictscore.survey.sheets.inputs import changed_since_read, find_inputs, read_input


def test_bytes_hash_and_size_come_from_one_reading(tmp_path):
    """A file is read whole, with its hash, its size and the name people gave it."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"xin ch\xc3\xa0o")
    file = read_input(path)
    assert (file.name, file.data, file.size) == (str(path), path.read_bytes(), 9)
    assert file.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_missing_file_is_refused(tmp_path, refusal):
    """A path that leads nowhere is refused as such."""
    assert refusal(read_input, tmp_path / "none.xlsx") == "IO101"


def test_a_folder_is_refused(tmp_path, refusal):
    """A folder is no survey file."""
    assert refusal(read_input, tmp_path) == "IO102"


def test_a_pipe_is_refused_without_waiting(tmp_path, refusal):
    """A pipe nobody writes to is refused at once instead of waited for."""
    if hasattr(os, "mkfifo"):  # Windows has none
        os.mkfifo(tmp_path / "pipe.xlsx")
        assert refusal(read_input, tmp_path / "pipe.xlsx") == "IO102"


def test_a_device_is_refused(refusal):
    """A device never ends and is refused."""
    zeros = Path("/dev/zero")
    if zeros.exists():  # Windows has none
        assert refusal(read_input, zeros) == "IO102"


def test_a_path_no_system_accepts_is_refused(tmp_path, refusal):
    """A path with a zero byte is refused like any file that cannot be opened."""
    assert refusal(read_input, tmp_path / "a\0b") == "IO103"


def test_a_file_at_the_limit_is_read_and_one_byte_more_is_refused(tmp_path, refusal):
    """The limit itself is allowed."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"12345")
    assert read_input(path, limit=5).size == 5
    assert refusal(read_input, path, limit=4) == "IO104"


def test_a_file_saved_after_reading_is_noticed(tmp_path):
    """Somebody who saves the survey during the run gets a warning; nobody else does."""
    path = tmp_path / "a.csv"
    path.write_text("1", encoding="utf-8")
    file = read_input(path)
    assert changed_since_read(file) == ()
    path.write_text("22", encoding="utf-8")
    assert [each.code for each in changed_since_read(file)] == ["IO110"]


def test_a_file_deleted_after_reading_is_noticed(tmp_path):
    """A file that is gone has changed."""
    path = tmp_path / "a.csv"
    path.write_text("1", encoding="utf-8")
    file = read_input(path)
    path.unlink()
    assert [each.code for each in changed_since_read(file)] == ["IO110"]


def test_folders_give_their_workbooks_in_order(tmp_path):
    """A folder gives the workbooks in it and in its visible subfolders, sorted, whatever the capitals of the suffix."""
    for name in ("b.xlsx", "a.XLSX", "sub/c.csv", ".hidden/d.xlsx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    found = find_inputs([tmp_path])
    assert [path.relative_to(tmp_path).as_posix() for path in found.files] == ["a.XLSX", "b.xlsx", "sub/c.csv"]
    assert found.findings == ()


@pytest.mark.parametrize("name", ["~$a.xlsx", "Thumbs.db", ".DS_Store", "desktop.ini", "kq.results.xlsx", "._a.xlsx", "~$a.doc", "ghi.txt"])
def test_what_is_no_survey_is_left_out_and_listed(tmp_path, name):
    """Lock files, system files, results and other documents are left out of a folder, each with a note."""
    (tmp_path / "a.xlsx").write_bytes(b"")
    (tmp_path / name).write_bytes(b"")
    found = find_inputs([tmp_path])
    assert [path.name for path in found.files] == ["a.xlsx"]
    assert [(each.code, each.place.file) for each in found.findings] == [("IO111", str(tmp_path / name))]


@pytest.mark.parametrize(
    ("name", "what"), [("a.rar", "an archive of another kind"), ("a.numbers", "a table of another program"), ("thu.eml", "a message")]
)
def test_what_may_hold_forms_is_warned_of(tmp_path, name, what):
    """A form in another archive, another program's table or a message is missing until somebody takes it out."""
    (tmp_path / "a.xlsx").write_bytes(b"")
    (tmp_path / name).write_bytes(b"")
    found = find_inputs([tmp_path])
    assert [path.name for path in found.files] == ["a.xlsx"]
    [told] = found.findings
    assert (told.code, told.severity, told.place.file) == ("IO170", "warning", str(tmp_path / name))
    assert what in told.message


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("phieu.PDF", "a PDF"),
        ("phieu.jpeg", "a picture"),
        ("bao cao.pptx", "a presentation"),
        ("phieu.doc", "a document of another kind than .docx"),
        ("phieu.odt", "a document of another kind than .docx"),
        ("phieu.htm", "a web page"),
    ],
)
def test_what_may_show_a_form_is_told_by_its_kind(tmp_path, name, what):
    """A scanned form, or one saved as something else, is told by name with what to ask for; evidence is no news."""
    (tmp_path / "a.xlsx").write_bytes(b"")
    (tmp_path / name).write_bytes(b"")
    [told] = find_inputs([tmp_path]).findings
    assert (told.code, told.severity, told.place.file) == ("IO171", "note", str(tmp_path / name))
    assert told.message == f"Not read: it is {what}."


def test_a_lock_file_named_by_the_shell_is_left_out(tmp_path):
    """``*.xlsx`` names lock files too; they are left out all the same."""
    (tmp_path / "~$a.xlsx").write_bytes(b"")
    found = find_inputs([tmp_path / "~$a.xlsx"])
    assert (found.files, [each.code for each in found.findings]) == ((), ["IO111"])


def test_a_file_given_twice_is_read_once(tmp_path):
    """A file named and found in a named folder counts once."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"")
    found = find_inputs([path, tmp_path])
    assert (found.files, [each.code for each in found.findings]) == ((path,), ["IO111"])


def test_a_folder_without_workbooks_is_an_error(tmp_path):
    """An empty folder is surely a mistake."""
    assert [(each.code, each.severity) for each in find_inputs([tmp_path]).findings] == [("IO112", "error")]


def test_a_missing_path_is_left_to_the_reading(tmp_path):
    """A path that does not exist stays in the list, so that reading it says so."""
    assert find_inputs([tmp_path / "none.xlsx"]).files == (tmp_path / "none.xlsx",)


def test_links_to_folders_are_not_followed(tmp_path):
    """A link back to its own folder does not make the walk endless."""
    (tmp_path / "a.xlsx").write_bytes(b"")
    if sys.platform != "win32":  # links need rights there
        (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert [path.name for path in find_inputs([tmp_path]).files] == ["a.xlsx"]


@pytest.mark.parametrize("given", ["Phiếu", "Phiêu Sở TC.xlsx"])
def test_a_name_cut_at_its_first_blank_is_answered_with_the_one_meant(tmp_path, given):
    """Who forgot the quotation marks, or mistyped, is told the file there is."""
    (tmp_path / "Phiếu Sở TC.xlsx").write_bytes(b"")
    (tmp_path / "khác.xlsx").write_bytes(b"")
    with pytest.raises(FileRefused) as caught:
        read_input(tmp_path / given)
    [told] = caught.value.findings
    assert (told.code, told.values["known"]) == ("IO130", str(tmp_path / "Phiếu Sở TC.xlsx"))


def test_a_name_cut_at_all_its_blanks_is_one_name(tmp_path, monkeypatch):
    """The rest of it is no file of its own, for which another would be proposed; a file that is there is read."""
    monkeypatch.chdir(tmp_path)
    for name in ("Phiếu Sở TC.xlsx", "out.xlsx"):
        Path(name).write_bytes(b"")
    given = [Path(each) for each in ("out.xlsx", "Phiếu", "Sở", "TC.xlsx", "khác.xlsx")]
    assert [each.name for each in find_inputs(given).files] == ["out.xlsx", "Phiếu", "khác.xlsx"]
    assert [each.name for each in find_inputs([Path("Phiếu"), Path("out.xlsx")]).files] == ["Phiếu", "out.xlsx"]


@pytest.mark.parametrize("forms", [("NFC", "NFD"), ("NFD", "NFC")])
def test_a_name_is_found_however_its_letters_are_composed(tmp_path, forms):
    """A name is one name, composed or not."""
    given, stored = (unicodedata.normalize(form, "Phiếu Sở TC.xlsx") for form in forms)
    (tmp_path / stored).write_bytes(b"1")
    assert [read_input(path).data for path in find_inputs([tmp_path / given]).files] == [b"1"]


def test_a_path_that_is_too_long_is_refused(tmp_path, refusal):
    """A name no system takes is refused, not a crash."""
    assert refusal(read_input, tmp_path / ("x" * 300 + ".xlsx")) == "IO103"


def test_a_link_that_leads_to_nothing_says_so(tmp_path):
    """It is there, so it was no other file that was meant; nobody can open it, as a file that is locked."""
    (tmp_path / "a.xlsx").symlink_to(tmp_path / "fort.xlsx")
    with pytest.raises(FileRefused) as caught:
        read_input(tmp_path / "a.xlsx")
    [each] = caught.value.findings
    assert (each.code, "link" in each.message) == ("IO103", True)
