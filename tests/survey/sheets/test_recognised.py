"""Promises about files of a folder whose endings say nothing: surveys among them are read, and nothing is said that is not true."""

from __future__ import annotations

import shutil
import zipfile

import pytest
from round import write_answers

from ictscore.rulebook.units import UnitList, UnitSpec
from ictscore.survey.blank.word.form import write_word_form
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey
from ictscore.survey.sheets.inputs import find_inputs
from ictscore.survey.submission import Submission

UNITS = UnitList("units.yaml", "0", (UnitSpec(id="nv", name="Sở Nội vụ", group="so"), UnitSpec(id="tc", name="Sở Tài chính", group="so")))


@pytest.fixture
def form(small_round):
    """Return the form of Sở Nội vụ, in the folder of the survey."""
    return small_round.fill("a", "Sở Nội vụ", nguoi=4, may=3, mang=True)


@pytest.fixture
def told(small_round):
    """Return what is said of each file of the folder but the first, which is an ordinary form, and which files are read."""

    def make():
        found = find_inputs([small_round.folder])
        return {each.place.file.rpartition("/")[2]: each.code for each in found.findings}, [path.name for path in found.files]

    return make


@pytest.mark.parametrize("name", ["So-Noi-vu", "So-Noi-vu.xlsx.tmp", "So-Noi-vu.bak", "So-Noi-vu.2020", "So-Noi-vu.zipx"])
def test_a_form_with_another_ending_is_read(form, told, small_round, name):
    """With none, with one behind its own, with one that is nobody's: the answers count, and a note says that the name does not say it."""
    form.rename(form.with_name(name))
    assert told() == ({name: "IO116"}, [name])
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    assert [(each.unit, each.answer("nguoi", "self").value) for each in survey.submissions] == [("Sở Nội vụ", 4)]


def test_what_libreoffice_saved_is_read_too(form, told, office):
    """As .ods, as .fods and as .xls."""
    for kind in ("ods", "fods", "xls"):
        shutil.copy(office([form], kind)[0], form.with_name(f"b-{kind}"))
    codes, files = told()
    assert codes == {"b-ods": "IO116", "b-fods": "IO116", "b-xls": "IO116"}
    assert files == ["a.xlsx", "b-fods", "b-ods", "b-xls"]


def test_a_workbook_called_a_text_is_told_once(form, small_round):
    """What reading it says is enough."""
    form.rename(form.with_name("a.txt"))
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    assert [each.code for each in survey.findings if each.code in ("IO113", "IO116")] == ["IO113"]


def test_a_copy_that_differs_is_asked_about_as_usual(form, small_round):
    """A temporary copy with another answer is a second file of the unit."""
    copy = form.with_name("a.xlsx.tmp")
    shutil.copy(form, form.with_name("b.xlsx"))
    write_answers(form.with_name("b.xlsx"), nguoi=5)
    form.with_name("b.xlsx").rename(copy)
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    assert {each.code for each in survey.findings} >= {"UN125", "IO116"}


def test_other_files_are_left_out_and_not_called_workbooks(form, told):
    """Texts, a zip archive of pictures, a slide show, nothing at all, hidden files and what Office keeps while a file is open."""
    folder = form.parent
    for name, data in (
        ("README", b"hello"),
        ("a.log", b"PK is no archive"),
        ("empty", b""),
        ("~$b.tmp", b"PK\x03\x04"),
        ("Thumbs.db", b"\xd0\xcf"),
    ):
        (folder / name).write_bytes(data)
    shutil.copy(form, folder / ".a")
    for name, inside in (("pictures", "anh.jpg"), ("slides", "[Content_Types].xml")):
        with zipfile.ZipFile(folder / name, "w") as archive:
            archive.writestr(inside, "<Types/>")
    codes, files = told()
    assert files == ["a.xlsx"]
    assert set(codes.values()) == {"IO111"}
    assert len(codes) == 8
    reasons = {each.place.file.rpartition("/")[2]: each.message for each in find_inputs([folder]).findings}
    assert reasons["README"] == "Left out: it is no workbook, no form of ours, and not named as a CSV file (.csv)."
    assert reasons[".a"] == "Left out: it is hidden (its name begins with a dot)."


def test_what_has_to_be_opened_first_is_warned_of(form, told):
    """An archive with forms in it under another name, and the XML that Excel 2003 wrote."""
    with zipfile.ZipFile(form.with_name("goi"), "w") as archive:
        archive.write(form, "a.xlsx")
    xml = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
    form.with_name("bieu.xml").write_text(xml, encoding="utf-8")
    assert told() == ({"goi": "IO170", "bieu.xml": "IO170"}, ["a.xlsx"])


def test_word_forms_are_read_and_letters_are_not(form, told, small_round):
    """Our form saved without its ending is one; any other Word document is not."""
    form.with_name("b").write_bytes(write_word_form(small_round.loaded, Submission("Sở Tài chính", "so", {})))
    with zipfile.ZipFile(form.with_name("thu"), "w") as archive:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        archive.writestr("[Content_Types].xml", f'<Types><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>')
        archive.writestr("word/document.xml", "<document/>")
    assert told() == ({"b": "IO116", "thu": "IO111"}, ["a.xlsx", "b"])


def test_a_form_in_an_archive_is_known_so_too(form, small_round):
    """Without an ending inside an archive."""
    with zipfile.ZipFile(form.with_name("goi.zip"), "w") as archive:
        archive.write(form, "So-Noi-vu")
    form.unlink()
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    assert [each.unit for each in survey.submissions] == ["Sở Nội vụ"]
    assert "IO116" in {each.code for each in survey.findings}


def test_what_is_cut_off_or_cannot_be_opened_is_its_units(form, small_round):
    """A cut form and a file that nobody can open bear the names of units: both units have something to mend, and none is missing."""
    data = form.read_bytes()
    form.with_name("So-Noi-vu.bak").write_bytes(data[: len(data) // 2])
    form.with_name("So-Tai-chinh.xlsx").symlink_to("So-Tai-chinh.xlsx")  # a circle: nobody can open it, whatever rights they have
    options = ReadOptions(units=UNITS)
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash, options=options)
    assert sorted(each.unit for each in survey.unreadable) == ["Sở Nội vụ", "Sở Tài chính"]
    codes = [each.code for each in survey.findings]
    assert [codes.count(each) for each in ("IO116", "IO120", "UN155", "IO103", "UN157")] == [1, 1, 1, 1, 1]


def test_a_word_form_that_is_cut_off_is_known_so_too(form, told, small_round):
    """It may be a form: reading it says that it is damaged, whatever it is called."""
    data = write_word_form(small_round.loaded, Submission("Sở Tài chính", "so", {}))
    form.with_name("So-Tai-chinh.bak").write_bytes(data[: len(data) * 3 // 4])
    assert told() == ({"So-Tai-chinh.bak": "IO116"}, ["So-Tai-chinh.bak", "a.xlsx"])


def test_what_cannot_be_looked_at_in_an_archive_is_warned_of(form):
    """A damaged form without an ending: nobody knows what it is, and it is not said to be no workbook."""
    data = form.read_bytes()
    path = form.with_name("goi.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.write(form, "b.xlsx")
        archive.writestr("c.bak", data)
    stored = path.read_bytes()
    at = stored.rindex(data) + len(data) // 2
    path.write_bytes(stored[:at] + bytes([stored[at] ^ 255]) + stored[at + 1 :])
    codes = {each.place.file.rpartition("› ")[2]: each.code for each in find_inputs([path]).findings}
    assert codes == {"c.bak": "IO170"}


def test_what_is_no_file_is_left_alone(form, told):
    """A link to nothing whose ending is none of ours; one called as a form is a file that cannot be opened."""
    form.with_name("ghi-chu.txt").symlink_to("fort.txt")
    form.with_name("b.xlsx").symlink_to("fort.xlsx")
    assert told() == ({"ghi-chu.txt": "IO111"}, ["a.xlsx", "b.xlsx"])


def test_a_link_in_a_circle_is_a_file_that_cannot_be_opened(form, small_round):
    """It ends nothing."""
    form.with_name("b.xlsx").symlink_to("b.xlsx")
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    assert "IO103" in {each.code for each in survey.findings}
