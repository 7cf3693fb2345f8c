"""The zip: what stands where, how it is written, and that the same files give the same bytes."""

import hashlib
import os
import re
import time
import zipfile

import pytest
from bundle.pack import WINDOWS, installer, sums, texts, write_zip

COMMANDS = ("cai-dat.cmd", "go-bo.cmd")


@pytest.fixture(scope="module")
def written():
    """Return the files for people and for cmd.exe."""
    return texts(("3.11", "3.12"))


@pytest.mark.parametrize("name", COMMANDS)
def test_commands_are_ascii_with_the_line_ends_of_windows(written, name):
    """cmd.exe reads a command file in the machine's code page and loses labels behind bare line feeds."""
    data = written[name]
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n") > 30


def test_the_page_to_read_first_opens_in_notepad(written):
    """UTF-8 with its mark and the line ends of Windows, in Vietnamese."""
    data = written["DOC-TRUOC.txt"]
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert "Giải nén CẢ GÓI" in data.decode("utf-8-sig")


def test_the_pythons_are_put_in_the_newest_first(written):
    """The command tries the newest Python first; people read them in order."""
    assert b'set "PYTHONS=3.12 3.11"' in written["cai-dat.cmd"]
    assert "bản 3.11, 3.12." in written["DOC-TRUOC.txt"].decode("utf-8-sig")
    assert not any(b"@PYTHONS" in data for data in written.values())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_label_gone_to_is_there(written, name):
    """No jump goes nowhere, and no label stands unused."""
    text = written[name].decode()
    there = set(re.findall(r"^:(\w+)", text, re.MULTILINE))
    assert set(re.findall(r"(?:goto|call) :(\w+)", text)) == there


@pytest.mark.parametrize("name", COMMANDS)
def test_no_path_is_expanded_outside_quotes(written, name):
    """A folder called “a & b” must not end a command: what may hold a path is always between quotes."""
    for line in written[name].decode().splitlines():
        outside = re.sub(r'"[^"]*"', "", line)
        assert not re.search(r"%(HERE|EXE|T|~dp0|~1|PUBLIC|LOCALAPPDATA|ProgramFiles|SystemDrive)%?", outside), line


@pytest.mark.parametrize("name", COMMANDS)
def test_the_path_is_never_written_by_setx(written, name):
    """A PATH written by setx is cut at 1024 characters and has the machine's frozen into it."""
    assert b"setx" not in written[name].lower()


def test_the_python_part_lies_beside_what_starts_it():
    """The starting script stands in ``goi``, its package beside it; all of it is valid in every supported Python."""
    files = installer()
    assert {"goi/cai_dat.py", "goi/installer/__init__.py", "goi/installer/main.py", "goi/installer/sums.py"} <= set(files)
    assert "goi/installer/cai_dat.py" not in files


def test_the_sums_are_those_sha256sum_reads():
    """One line for each file, by name: the sum, a blank, a star, the name."""
    assert sums({"b": b"2", "a": b"1"}).decode() == "".join(
        f"{hashlib.sha256(data).hexdigest()} *{name}\n" for name, data in (("a", b"1"), ("b", b"2"))
    )


def test_the_same_files_give_the_same_bytes(tmp_path):
    """Order and time of writing do not show; wheels are stored, the rest is packed."""
    files = {"goi/wheels/a.whl": os.urandom(500), "b.txt": b"b" * 500}
    write_zip(files, tmp_path / "1.zip")
    time.sleep(0.01)
    write_zip(dict(reversed(files.items())), tmp_path / "2.zip")
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "1.zip") as archive:
        kinds = {info.filename: info.compress_type for info in archive.infolist()}
        assert {name: archive.read(name) for name in kinds} == files
    assert kinds == {"b.txt": zipfile.ZIP_DEFLATED, "goi/wheels/a.whl": zipfile.ZIP_STORED}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.zip", "2.zip"]


def test_there_is_no_file_for_windows_that_is_not_packed(written):
    """What is added to the folder goes into the zip."""
    assert set(written) == {path.name for path in WINDOWS.iterdir()}
