"""Promises about listing a folder: everything in it, nothing outside, and never without end."""

from __future__ import annotations

import os
import sys

import pytest
from round import put_files

from ictscore.errors import FileRefused
from ictscore.survey.evidence import walking
from ictscore.survey.evidence.walking import list_evidence


def _names(listing):
    return [each.name for each in listing.files]


def test_files_of_all_folders_are_listed(tmp_path):
    """Every file below the folder is listed by its path, sorted, with its size."""
    put_files(tmp_path, "b.pdf", "Sở A/x/a.pdf")
    put_files(tmp_path, "rỗng.pdf", content=b"")
    listing = list_evidence(tmp_path)
    assert [(each.name, each.size) for each in listing.files] == [("Sở A/x/a.pdf", 8), ("b.pdf", 8), ("rỗng.pdf", 0)]
    assert (listing.folder, listing.unseen) == (str(tmp_path), ())


def test_what_the_system_keeps_is_no_evidence(tmp_path):
    """Thumbs.db, lock files and hidden folders are left out, and so are the forms themselves."""
    put_files(tmp_path, "Thumbs.db", "~$a.docx", ".git/x.pdf", "__MACOSX/y.pdf", "a.pdf", "phieu.xlsx")
    assert _names(list_evidence(tmp_path, [tmp_path / "phieu.xlsx"])) == ["a.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="links want a privilege there")
def test_links_are_never_followed(tmp_path):
    """A link is named as not looked into, wherever it leads; one that leads round in a circle does no harm."""
    put_files(tmp_path / "mc", "a.pdf")
    put_files(tmp_path / "ngoai", "b.pdf")
    (tmp_path / "mc" / "ra").symlink_to(tmp_path / "ngoai")
    (tmp_path / "mc" / "vong").symlink_to(tmp_path / "mc")
    (tmp_path / "mc" / "c.pdf").symlink_to(tmp_path / "ngoai" / "b.pdf")
    listing = list_evidence(tmp_path / "mc")
    assert (_names(listing), listing.unseen) == (["a.pdf"], ("c.pdf", "ra", "vong"))


def test_what_lies_too_deep_is_named(tmp_path, monkeypatch):
    """Folders below a depth are not looked into, and named."""
    monkeypatch.setattr(walking, "DEEPEST", 2)
    put_files(tmp_path, "1/2/a.pdf", "1/2/3/b.pdf")
    listing = list_evidence(tmp_path)
    assert (_names(listing), listing.unseen) == (["1/2/a.pdf"], ("1/2/3",))


def test_too_many_files_are_refused(tmp_path, monkeypatch):
    """A folder of so many files that it can hardly be meant (a whole disk, say) is refused at once."""
    monkeypatch.setattr(walking, "MOST_FILES", 3)
    put_files(tmp_path, "a.pdf", "b.pdf", "c/d.pdf")
    with pytest.raises(FileRefused) as refused:
        list_evidence(tmp_path)
    assert [each.code for each in refused.value.findings] == ["SV469"]


def test_what_is_no_folder_is_refused(tmp_path):
    """A folder that is not there, or is a file, is refused by its name."""
    put_files(tmp_path, "a.pdf")
    for path in (tmp_path / "không có", tmp_path / "a.pdf"):
        with pytest.raises(FileRefused) as refused:
            list_evidence(path)
        assert [(each.code, each.place.file) for each in refused.value.findings] == [("SV468", str(path))]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nobody is kept out of a folder here")
def test_a_locked_folder_is_named(tmp_path):
    """A folder that may not be opened is named, and the others are listed."""
    put_files(tmp_path, "a.pdf", "kín/b.pdf")
    (tmp_path / "kín").chmod(0)
    listing = list_evidence(tmp_path)
    (tmp_path / "kín").chmod(0o700)
    assert (_names(listing), listing.unseen) == (["a.pdf"], ("kín",))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps names that are no text")
def test_a_name_that_is_no_text_can_be_written_down(tmp_path):
    """A file whose name was unpacked in another encoding is listed under a name that every output can hold."""
    (tmp_path / os.fsdecode(b"b\xe1o.pdf")).write_bytes(b"x")
    listing = list_evidence(tmp_path)
    assert _names(listing) == ["b\N{REPLACEMENT CHARACTER}o.pdf"]
    assert "".join(_names(listing)).encode()
