"""Promises about files that came twice, byte for byte: one is read, nothing is asked, and a note names both."""

from __future__ import annotations

import shutil
import zipfile

import pytest
from openpyxl import load_workbook
from round import write_answers

from ictscore.cli import run
from ictscore.survey.reading import read_survey

OF_SEVERAL_FILES = {"UN102", "UN125", "UN150", "IO136", "SV504"}


@pytest.fixture
def form(small_round):
    """Return the form of Sở Nội vụ as it came."""
    return small_round.fill("So-Noi-vu", "Sở Nội vụ", nguoi=4, may=3, mang=True)


@pytest.fixture
def came(small_round):
    """Return what reads the round: which units, from how many files, and what is said of several files."""

    def make():
        survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
        told = [each for each in survey.findings if each.code in OF_SEVERAL_FILES]
        return [each.unit for each in survey.submissions], len(survey.files), told

    return make


def test_a_second_download_is_no_second_form(form, came):
    """“So-Noi-vu (1).xlsx” sorts first, and is the one left out: the shorter name stays."""
    shutil.copy(form, form.with_name("So-Noi-vu (1).xlsx"))
    units, files, (told,) = came()
    assert (units, files) == (["Sở Nội vụ"], 1)
    assert told.code == "IO136"
    assert told.place.file == str(form.with_name("So-Noi-vu (1).xlsx"))
    assert told.message == f"The same file was given a second time ({form}); it was read once."


def test_one_changed_byte_makes_another_file(form, came):
    """Two forms of a unit that are not the same are asked about, whatever their names."""
    copy = form.with_name("So-Noi-vu (1).xlsx")
    shutil.copy(form, copy)
    write_answers(copy, nguoi=5)
    assert [each.code for each in came()[2]] == ["UN125"]


def test_of_three_files_two_may_be_the_same(form, came):
    """The two that differ are asked about, and the copy is named in a note."""
    shutil.copy(form, form.with_name("So-Noi-vu (1).xlsx"))
    shutil.copy(form, form.with_name("sua.xlsx"))
    write_answers(form.with_name("sua.xlsx"), nguoi=5)
    told = came()[2]
    assert sorted(each.code for each in told) == ["IO136", "UN125"]
    assert next(each for each in told if each.code == "UN125").values["count"] == 2


def test_copies_in_archives_are_copies_too(form, came):
    """In two archives, under two names."""
    for name in ("a.zip", "b.zip"):
        with zipfile.ZipFile(form.with_name(name), "w") as archive:
            archive.write(form, f"{name}-phieu.xlsx")
    units, files, told = came()
    assert (units, files) == (["Sở Nội vụ"], 1)
    assert [each.code for each in told] == ["IO136", "IO136"]


def test_a_mended_form_that_came_twice_still_stands_for_the_first(form, small_round, capsys, came, tmp_path):
    """And so it does where the first came twice: it is known by its hash."""
    write_answers(form, nguoi="khoảng 4")
    run(["check", str(small_round.folder), "-r", small_round.rulebook, "--return", str(tmp_path / "back")])
    capsys.readouterr()
    shutil.copy(form, form.with_name("So-Noi-vu (1).xlsx"))
    for name in ("sua.xlsx", "sua (1).xlsx"):
        shutil.copy(tmp_path / "back" / "So-Noi-vu.xlsx", form.with_name(name))
    units, files, told = came()
    assert (units, files) == (["Sở Nội vụ"], 2)
    assert sorted(each.code for each in told) == ["IO136", "IO136", "UN150"]


def test_the_same_blank_form_without_a_name_may_come_from_two_units(small_round, came):
    """Nothing in them says whose they are: both are asked about."""
    paths = [small_round.fill(name, "") for name in ("a", "b")]
    assert paths[0].read_bytes() == paths[1].read_bytes()
    units, files, told = came()
    assert (units, files, told) == ([], 2, [])


def test_results_with_a_copy_are_made_again(form, small_round, capsys, tmp_path):
    """The copy is no input of its own; whether it lies in the folder or not, the same comes out."""
    copy = form.with_name("So-Noi-vu (1).xlsx")
    shutil.copy(form, copy)
    results = tmp_path / "kq.results.xlsx"
    run(["score", str(small_round.folder), "-r", small_round.rulebook, "--provisional", "-o", str(results)])
    assert load_workbook(results).sheetnames
    copy.unlink()
    capsys.readouterr()
    assert run(["reproduce", str(results), "-i", str(small_round.folder), "--rulebook", small_round.rulebook]) == 0
