"""Word documents beside forms: letters are left out of folders, what may be a form is read or refused."""

from __future__ import annotations

import zipfile

import pytest
from messy_docx import cell, document, form, packed, para, question, row, table, unpacked

from ictscore.errors import FileRefused
from ictscore.survey.sheets.inputs import find_inputs, read_input
from ictscore.survey.sheets.opening import open_survey_file
from ictscore.survey.sheets.word.strangers import is_stranger

LETTER = document(para("Kính gửi") + table(row(cell("1"))), stamp="")
FORM = form(question("can_bo", "20"))


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a letter, a form, a locked and a cut-off document."""
    files = {
        "cong-van.docx": LETTER,
        "phieu.docx": FORM,
        "khoa.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "cut.docx": FORM[:-30],
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_letters_in_a_folder_are_left_out_by_name(folder):
    """A letter is left out with a note; the form is read; what is locked or damaged stays, to be refused by name."""
    found = find_inputs([folder])
    assert [path.name for path in found.files] == ["cut.docx", "khoa.docx", "phieu.docx"]
    assert [(each.code, each.place.file.endswith("cong-van.docx")) for each in found.findings] == [("IO111", True)]


def test_a_letter_given_by_name_is_refused(folder):
    """Who names a letter is told that it is no form."""
    assert [path.name for path in find_inputs([folder / "cong-van.docx"]).files] == ["cong-van.docx"]
    with pytest.raises(FileRefused) as caught:
        open_survey_file(read_input(folder / "cong-van.docx"))
    assert [each.code for each in caught.value.findings] == ["IO150"]


def test_an_archive_is_like_a_folder(folder):
    """In a zip archive letters are left out too, and the form is read."""
    with zipfile.ZipFile(folder / "nop.zip", "w") as archive:
        for path in sorted(folder.glob("*.docx")):
            archive.write(path, path.name)
    found = find_inputs([folder / "nop.zip"])
    assert [path.name for path in found.files] == ["cut.docx", "khoa.docx", "phieu.docx"]
    assert [each.code for each in found.findings] == ["IO111"]
    assert open_survey_file(read_input(found.files[-1])).sheets[-1].name == "Bảng 2"


def test_a_workbook_called_docx_is_no_stranger(folder):
    """What is no Word document is not taken for a letter, whatever it is called."""
    path = folder / "x.docx"
    path.write_bytes(packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}))
    assert not is_stranger(read_input(path))
    path.write_bytes(packed({**unpacked(LETTER), "word/other.xml": "ictscore kind"}))
    assert is_stranger(read_input(path))
