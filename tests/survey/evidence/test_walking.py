"""Promises about listing a folder: everything in it, nothing outside, and never without end."""

from __future__ import annotations

import os
import sys

import pytest
from round import put_files

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


def test_a_locked_folder_is_named(tmp_path, monkeypatch):
    """A folder that the system does not let us open is named, and the others are listed."""
    put_files(tmp_path, "a.pdf", "kín/b.pdf")
    scandir = os.scandir

    def locked(path):
        if str(path).endswith("kín"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(walking.os, "scandir", locked)
    listing = list_evidence(tmp_path)
    assert (_names(listing), listing.unseen) == (["a.pdf"], ("kín",))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps names that are no text")
def test_a_name_that_is_no_text_can_be_written_down(tmp_path):
    """A file whose name was unpacked in another encoding is listed under a name that every output can hold."""
    (tmp_path / os.fsdecode(b"b\xe1o.pdf")).write_bytes(b"x")
    listing = list_evidence(tmp_path)
    assert _names(listing) == ["b\N{REPLACEMENT CHARACTER}o.pdf"]
    assert "".join(_names(listing)).encode()
