"""Promises of ictscore.survey.sheets.archives: a zip archive is a folder of forms, looked into under guard."""

from __future__ import annotations

import hashlib
import io
import struct
import unicodedata
import zipfile
from dataclasses import replace

import pytest

from ictscore.errors import FileRefused
from ictscore.survey.sheets import archives
from ictscore.survey.sheets.inputs import changed_since_read, find_inputs, read_input


def packed(entries, method=zipfile.ZIP_DEFLATED):
    """Return a zip archive of names and bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return stream.getvalue()


def archive(folder, entries, name="nhan.zip"):
    """Write an archive and return its path."""
    path = folder / name
    path.write_bytes(packed(entries))
    return path


def told(found):
    """Return the codes and files of findings, without the folder."""
    return [(each.code, each.place.file.rpartition("nhan.zip")[2]) for each in found.findings]


def test_an_archive_is_a_folder_of_forms(tmp_path, books):
    """Its workbooks are found in order and read with names that say where they lie; the hash is that of the file inside."""
    form = books.pack(books.minimal_parts())
    path = archive(tmp_path, [("Sở TC.xlsx", form), ("huyện/a.csv", b"a;b\n")])
    found = find_inputs([path])
    assert (found.files, found.findings) == ((path / "Sở TC.xlsx", path / "huyện" / "a.csv"), ())
    file = read_input(found.files[0])
    assert (file.name, file.data, file.sha256) == (f"{path} › Sở TC.xlsx", form, hashlib.sha256(form).hexdigest())
    assert changed_since_read(file) == ()


def test_an_archive_in_a_folder_is_looked_into(tmp_path, books):
    """Archives lie among the forms that came by themselves."""
    archive(tmp_path, [("a.xlsx", b"1")])
    (tmp_path / "b.xlsx").write_bytes(b"2")
    assert [read_input(path).data for path in find_inputs([tmp_path]).files] == [b"2", b"1"]


def test_a_workbook_named_zip_is_a_workbook(tmp_path, books):
    """A workbook is a zip archive too: it is told by what it holds."""
    path = tmp_path / "phieu.zip"
    path.write_bytes(books.pack(books.minimal_parts()))
    assert find_inputs([path]).files == (path,)


def test_what_is_no_form_is_left_out_and_listed(tmp_path):
    """Lock files, what a Mac adds and other documents are listed; an archive inside is refused by name."""
    names = ["a.xlsx", "~$a.xlsx", "__MACOSX/._a.xlsx", "thu.pdf", "trong.zip", "trong.rar", "thư mục/"]
    found = find_inputs([archive(tmp_path, [(name, b"" if name.endswith("/") else name.encode()) for name in names])])
    assert [path.name for path in found.files] == ["a.xlsx"]
    left_out = [("IO111", " › __MACOSX/._a.xlsx"), ("IO171", " › thu.pdf")]
    assert told(found) == [*left_out, ("IO170", " › trong.rar"), ("IO132", " › trong.zip"), ("IO111", " › ~$a.xlsx")]


@pytest.mark.parametrize("entries", [[("a.txt", b"x")], [("huyện/", b"")], []], ids=["a text", "an empty folder", "nothing at all"])
def test_an_archive_without_forms_is_an_error(tmp_path, entries):
    """An archive in which there is nothing to read is named, and stops no other file."""
    path = archive(tmp_path, entries)
    (tmp_path / "a.csv").write_bytes(b"a;b\n")
    found = find_inputs([tmp_path])
    assert ("IO131", str(path)) in [(each.code, each.place.file) for each in found.findings]
    assert found.files == (tmp_path / "a.csv",)


def test_names_that_lead_out_are_names(tmp_path):
    """Steps upwards, absolute paths and drives are signs in a name; nothing outside the archive is read."""
    (tmp_path / "x.xlsx").write_bytes(b"outside")
    path = archive(tmp_path, [("../x.xlsx", b"1"), ("/etc/y.xlsx", b"2"), ("C:\\z.xlsx", b"3")])
    found = find_inputs([path])
    assert [each.relative_to(path).as_posix() for each in found.files] == ["C_/z.xlsx", "__/x.xlsx", "etc/y.xlsx"]
    assert [read_input(each).data for each in found.files] == [b"3", b"1", b"2"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1258"])
def test_names_without_a_mark_are_read_as_their_system_wrote_them(tmp_path, encoding):
    """A Mac writes UTF-8 and Windows its code page, and neither says so."""
    stored = unicodedata.normalize("NFD", "Sở Tài chính").encode(encoding) if encoding == "utf-8" else "Đơn vi\u0323".encode(encoding)
    data = packed([("#" * len(stored) + ".xlsx", b"1")]).replace(b"#" * len(stored), stored)
    path = tmp_path / "nhan.zip"
    path.write_bytes(data)
    [found] = find_inputs([path]).files
    assert found.name == ("Sở Tài chính.xlsx" if encoding == "utf-8" else "Đơn vị.xlsx")
    assert read_input(found).data == b"1"


def test_locked_and_strangely_packed_files_are_named(tmp_path):
    """One file that cannot be read does not take the others with it."""
    data = bytearray(packed([("a.xlsx", b"1"), ("b.xlsx", b"2"), ("c.xlsx", b"3")], zipfile.ZIP_STORED))
    for name, at, value in ((b"a.xlsx", 8, 1), (b"b.xlsx", 10, 14)):
        start = data.index(b"PK\x01\x02", 0)
        while data[start + 46 : start + 52] != name:
            start = data.index(b"PK\x01\x02", start + 1)
        struct.pack_into("<H", data, start + at, value)
    path = tmp_path / "nhan.zip"
    path.write_bytes(data)
    found = find_inputs([path])
    assert ([each.name for each in found.files], told(found)) == (["c.xlsx"], [("IO133", " › a.xlsx"), ("IO137", " › b.xlsx")])


def test_a_damaged_file_is_named(tmp_path):
    """What does not match its check sum is never read."""
    data = packed([("a.xlsx", b"x" * 50)], zipfile.ZIP_STORED).replace(b"x" * 50, b"y" * 50)
    path = tmp_path / "nhan.zip"
    path.write_bytes(data)
    with pytest.raises(FileRefused) as caught:
        read_input(path / "a.xlsx")
    assert [(each.code, each.place.file) for each in caught.value.findings] == [("IO129", f"{path} › a.xlsx")]


def test_a_damaged_archive_is_refused(tmp_path):
    """An archive cut off is refused by name, and nothing in it is read."""
    path = tmp_path / "nhan.zip"
    path.write_bytes(packed([("a.xlsx", b"1")])[:-10])
    assert told(find_inputs([path])) == [("IO120", "")]


def test_two_files_of_one_name_are_named(tmp_path):
    """Of two files with one name, nobody knows which is meant."""
    with pytest.warns(UserWarning, match="Duplicate"):
        path = archive(tmp_path, [("a.xlsx", b"1"), ("a.xlsx", b"2")])
    assert told(find_inputs([path])) == [("IO139", " › a.xlsx")]


def test_limits_hold(tmp_path, monkeypatch):
    """Files, one file and all files together are bounded; a bomb is told by what it unpacks to."""
    path = archive(tmp_path, [("a.xlsx", b"1" * 50), ("b.xlsx", b"2" * 50)])
    for name, value, code in (("_MOST_UNPACKED", 99, "IO135"), ("_MOST_BYTES", 9, "IO104")):
        with monkeypatch.context() as patch:
            patch.setattr(archives, name, value)
            archives._opened.cache_clear()
            assert told(find_inputs([path])) == [(code, "")]
    with monkeypatch.context() as patch:
        patch.setattr(archives, "_LIMITS", replace(archives._LIMITS, parts=1))
        archives._opened.cache_clear()
        assert told(find_inputs([path])) == [("IO121", "")]
    archives._opened.cache_clear()
    with pytest.raises(FileRefused) as caught:
        read_input(path / "a.xlsx", limit=49)
    assert caught.value.findings[0].code == "IO104"


def test_a_bomb_is_refused(tmp_path):
    """A file that unpacks to far more than it is packed in is not unpacked."""
    path = archive(tmp_path, [("a.xlsx", bytes(19_000_000))])
    with pytest.raises(FileRefused) as caught:
        read_input(path / "a.xlsx")
    assert caught.value.findings[0].code == "IO128"


def test_the_same_bytes_are_read_once(tmp_path):
    """A form that lies beside the archive and in it is one form; so is one that is in the archive twice."""
    archive(tmp_path, [("a.xlsx", b"same"), ("b.xlsx", b"other"), ("lại/b.xlsx", b"other")])
    (tmp_path / "a.xlsx").write_bytes(b"same")
    found = find_inputs([tmp_path])
    assert [read_input(each).data for each in found.files] == [b"same", b"other"]
    assert [(each.code, each.values["other"]) for each in found.findings] == [
        ("IO136", str(tmp_path / "a.xlsx")),
        ("IO136", "nhan.zip › b.xlsx"),
    ]


def test_a_file_that_is_not_in_the_archive_is_missing(tmp_path):
    """A path into an archive that holds no such file is a path to nothing."""
    with pytest.raises(FileRefused) as caught:
        read_input(archive(tmp_path, [("a.xlsx", b"")]) / "b.xlsx")
    assert caught.value.findings[0].code == "IO101"


def test_an_archive_that_changed_is_told(tmp_path):
    """A file of an archive has changed when the archive has."""
    path = archive(tmp_path, [("a.xlsx", b"1")])
    file = read_input(path / "a.xlsx")
    path.unlink()
    assert [each.code for each in changed_since_read(file)] == ["IO110"]
