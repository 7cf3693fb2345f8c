"""Promises about the last day that data of a round can be of: figures that are wanted in September are not of December."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from ictscore.rulebook.load import load_rulebook
from ictscore.survey.beside.aside_years import end_of_round
from ictscore.survey.blank.form import write_form
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Submission


@pytest.mark.parametrize(
    ("name", "period", "end"),
    [
        ("binhthuan-2020", "2020", date(2020, 9, 30)),
        ("binhthuan-2020", "2021", date(2021, 9, 30)),
        ("binhthuan-2020", "", None),
        ("quangbinh-2018", "2018", date(2018, 11, 30)),
        ("binhthuan-dang-2019", "2019", date(2019, 11, 27)),
        ("khanhhoa-2018", "2018", date(2018, 12, 31)),
    ],
)
def test_the_procedure_may_want_figures_before_the_year_ends(name, period, end):
    """Before 30/9 every year, a window of the data, a day of one year, or nothing at all: then it is the end of the year."""
    if name == "khanhhoa-2018":
        assert all(each.deadline is None or each.deadline.month is None for each in load_rulebook(name).rulebook.procedure)
    assert end_of_round(load_rulebook(name).rulebook, period) == end


def test_what_begins_only_after_a_day_ends_nothing():
    """A step that is due after 30/9 says nothing of the figures before; the next day that ends one is 10/11."""
    rulebook = load_rulebook("binhthuan-2020").rulebook
    later = [
        each.model_copy(update={"deadline": each.deadline.model_copy(update={"rule": "after"})}) if each.number == "2" else each
        for each in rulebook.procedure
    ]
    assert end_of_round(rulebook.model_copy(update={"procedure": tuple(later)}), "2020") == date(2020, 11, 10)


@pytest.mark.parametrize(("day", "is_asked"), [("30/9/2020", False), ("31/8/2020", False), ("30/6/2020", True), ("31/12/2019", True)])
def test_figures_of_the_day_they_are_wanted_by_are_of_the_round(tmp_path, day, is_asked):
    """A headcount has a day, and the report has to be there before 30/9; half a year before that it is of a part."""
    loaded = load_rulebook("binhthuan-2020")
    path = tmp_path / "phieu.xlsx"
    path.write_bytes(write_form(loaded, Submission("Sở Tài chính", "pl_i", {}), period="2020"))
    book = openpyxl.load_workbook(path)
    form = book.worksheets[0]
    number = next(row for row in range(1, form.max_row) if str(form.cell(row, 2).value) == "16")
    form.cell(number, 5).value, form.cell(number, 7).value = 138, f"Tính đến {day}"
    form["M2"] = f"Số liệu tính đến {day}"
    book.save(path)
    codes = {each.code for each in read_survey([path], loaded.rulebook, loaded.hash).findings}
    assert bool(codes & {"SV490", "SV483"}) is is_asked
