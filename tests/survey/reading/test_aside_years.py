"""Promises about years said beside the answers."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from ictscore.survey.aside_years import years_of_heading, years_of_title

RULES = SimpleNamespace(title="Bộ tiêu chí năm 2018")


@pytest.mark.parametrize("text", ["Năm 2019", "PHIẾU KHẢO SÁT NĂM 2019", "Số liệu 2019", "2019"])
def test_titles_that_name_a_year_are_understood(text):
    """A title says of which year the data are."""
    assert years_of_title(text, RULES) == {2019}


@pytest.mark.parametrize("text", ["Ngày 15 tháng 3 năm 2019", "Quyết định số 5 năm 2019", "Bộ tiêu chí năm 2018", "Phiếu 12/2019"])
def test_days_and_documents_are_not_the_year_of_the_data(text):
    """The days of letters, the years of laws and the rulebook's own title say nothing of the data."""
    assert not years_of_title(text, RULES)


def test_headings_name_years_in_days_too():
    """Over a column of answers a day says of which year its numbers are."""
    assert years_of_heading("Có đến 31/12/2019") == {2019}
