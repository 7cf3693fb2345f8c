"""Promises about forms of quite another rulebook: that is said, and nothing of their single rows."""

from __future__ import annotations

import openpyxl
import pytest

from ictscore.reports.checked.told import checked
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.units import load_units
from ictscore.survey.blank.form import write_form
from ictscore.survey.foreign_forms import is_foreign
from ictscore.survey.form_identity import identity_of, marks_text
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Submission


@pytest.fixture
def codes(tmp_path):
    """Return what is found in a form of one rulebook, filled with fives, that is read under another one."""

    def found(made, under):
        mine, other = load_rulebook(made), load_rulebook(under)
        path = tmp_path / "phieu.xlsx"
        path.write_bytes(write_form(mine, Submission("Sở Y tế", mine.rulebook.groups[0].id, {})))
        book = openpyxl.load_workbook(path)
        form = book.worksheets[0]
        for row in range(1, form.max_row + 1):
            if form.cell(row, 1).value in mine.rulebook.answers:
                form.cell(row, 5).value = 5
        book.save(path)
        return {each.code for each in read_survey([path], other.rulebook, other.hash).findings}

    return found


def test_a_form_of_another_regulation_is_told_of_once(codes):
    """Not one of its rows and cells fits, and neither does its group."""
    assert codes("khanhhoa-2018", "binhthuan-2020") == {"SV501"}


def test_a_form_of_the_rulebook_that_was_amended_is_read_row_by_row(codes):
    """Most of it is asked still: what does not fit is told too."""
    assert {"SV501", "SV201", "SV404"} <= codes("binhthuan-2019", "binhthuan-2020")


def test_kin_are_known_by_their_questions_or_their_name():
    """The same name of another year, or at least half of the questions just so."""
    now = load_rulebook("binhthuan-2020").rulebook
    asked = marks_text(identity_of(now, now.groups[0].id).questions)
    other = load_rulebook("khanhhoa-2018").rulebook
    theirs = marks_text(identity_of(other, other.groups[0].id).questions)
    assert not is_foreign("binhthuan-2020", "", now)
    assert not is_foreign("binhthuan-2017", theirs, now)
    assert not is_foreign("tinh-khac", asked, now)
    assert is_foreign("tinh-khac", theirs, now)
    assert is_foreign("tinh-khac", "", now)


@pytest.fixture
def strays(tmp_path):
    """Return the survey of a folder with a form of this rulebook and one of another regulation, by the units they name."""

    def found(unit, stray):
        mine, other = load_rulebook("khanhhoa-2018"), load_rulebook("binhthuan-2020")
        (tmp_path / "a.xlsx").write_bytes(write_form(other, Submission(unit, other.rulebook.groups[0].id, {})))
        (tmp_path / "b.xlsx").write_bytes(write_form(mine, Submission(stray, mine.rulebook.groups[0].id, {})))
        units = load_units(other)
        return other, units, read_survey([tmp_path], other.rulebook, other.hash, options=ReadOptions(units=units))

    return found


def test_the_unit_that_sent_a_form_of_another_regulation_is_known_by_its_name(strays):
    """It has to be mended; whoever ranks hears that it is missing, and a check says one thing only."""
    loaded, units, survey = strays("Sở Y tế", "Sở Tài chính")
    assert [each.unit for each in survey.submissions] == ["Sở Y tế"]
    assert [each.unit for each in survey.unreadable] == ["Sở Tài chính"]
    assert "Sở Tài chính" in {each.values["unit"] for each in survey.findings if each.code == "UN104"}
    check = checked(loaded, survey, units)
    assert {each.unit: each.status for each in check.standing.units}["Sở Tài chính"] == "needs_mending"
    missing = {each.values["unit"] for each in check.findings if each.code == "UN104"}
    assert "Sở Tài chính" not in missing
    assert "Sở Nội vụ" in missing


def test_no_answer_of_a_form_of_another_regulation_counts(tmp_path):
    """Nothing is told of its rows, so nothing of them may be scored, though its group is called as one here."""
    loaded = load_rulebook("binhthuan-2020")
    path = tmp_path / "phieu.xlsx"
    path.write_bytes(write_form(loaded, Submission("Sở Y tế", "pl_i", {})))
    book = openpyxl.load_workbook(path)
    for row in book["_ictscore"].iter_rows():
        row[1].value = {"rulebook": "tinh-khac-2020", "questions": ""}.get(str(row[0].value), row[1].value)
    form = book.worksheets[0]
    for row in range(1, form.max_row + 1):
        if form.cell(row, 1).value in loaded.rulebook.answers:
            form.cell(row, 5).value = 5
    book.save(path)
    survey = read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(units=load_units(loaded)))
    assert "SV501" in {each.code for each in survey.findings}
    assert survey.submissions == ()
    assert [each.unit for each in survey.unreadable] == ["Sở Y tế"]


def test_a_form_of_another_regulation_of_a_unit_that_is_not_listed_is_nobodys(strays):
    """Another province has offices of its own."""
    _, _, survey = strays("Sở Y tế", "Sở Du lịch và Biển đảo")
    assert survey.unreadable == ()


def test_a_unit_that_sent_the_right_form_too_is_asked_about(strays):
    """Its form is read; what the other file is for, nobody knows."""
    loaded, units, survey = strays("Sở Y tế", "Sở Y tế")
    assert [each.unit for each in survey.submissions] == ["Sở Y tế"]
    stands = {each.unit: each for each in checked(loaded, survey, units).standing.units}
    assert stands["Sở Y tế"].status == "needs_mending"
    assert "SV501" in {each.code for each in stands["Sở Y tế"].findings}
