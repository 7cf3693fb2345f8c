"""Promises about forms of quite another rulebook: that is said, and nothing of their single rows."""

from __future__ import annotations

import openpyxl
import pytest

from ictscore.rulebook.load import load_rulebook
from ictscore.survey.blank.form import write_form
from ictscore.survey.foreign_forms import is_foreign
from ictscore.survey.form_identity import identity_of, marks_text
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
