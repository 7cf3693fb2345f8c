"""Promises about years said beside the answers."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from ictscore.survey.beside.aside_years import are_of_a_year, says_some_months, years_behind_a_name, years_of_heading, years_of_title

RULES = SimpleNamespace(title="Bộ tiêu chí năm 2018")


@pytest.mark.parametrize("text", ["Năm 2019", "PHIẾU KHẢO SÁT NĂM 2019", "Số liệu 2019", "2019"])
def test_titles_that_name_a_year_are_understood(text):
    """A title says of which year the data are."""
    assert years_of_title(text, RULES) == {2019}


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 15 tháng 3 năm 2019",
        "Quyết định số 5 năm 2019",
        "Bộ tiêu chí năm 2018",
        "Phiếu 12/2019",
        "So với cùng kỳ năm 2019",
        "Tăng so với năm 2019",
    ],
)
def test_days_and_documents_are_not_the_year_of_the_data(text):
    """The days of letters, the years of laws, of comparisons and the rulebook's own title say nothing of the data."""
    assert not years_of_title(text, RULES)


def test_headings_name_years_in_days_too():
    """Over a column of answers a day says of which year its numbers are."""
    assert years_of_heading("Có đến 31/12/2019") == {2019}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Số liệu tính đến ngày 31/12/2019", {2019}),
        ("Cập nhật đến hết tháng 12 năm 2019", {2019}),
        ("Tại thời điểm 30 tháng 6 năm 2019", {2019}),
        ("Số liệu đến 15.01.2021", {2020, 2021}),
        ("Phan Thiết, ngày 05/01/2021", set()),
        ("Nộp trước 30/9/2020", set()),
    ],
)
def test_days_up_to_which_data_count_are_their_year(text, years):
    """A day up to which data are counted says their year, early in a year that one or the one before; the day of a letter does not."""
    assert years_of_title(text, RULES) == years


@pytest.mark.parametrize(
    ("text", "is_part"),
    [
        ("Số liệu 6 tháng đầu năm 2020", True),
        ("BÁO CÁO KẾT QUẢ 9 THÁNG NĂM 2020", True),
        ("lấy số liệu quí II", True),
        ("Số liệu sáu tháng cuối năm", True),
        ("Số liệu 12 tháng năm 2020", False),
        ("xong trong 6 tháng", False),
        ("Số liệu năm 2020. Nộp trong quý I", False),
        ("Bộ tiêu chí 6 tháng đầu năm", False),
    ],
)
def test_data_of_some_months_are_known(text, is_part):
    """Half a year and quarters say that data are of them, but not in the rulebook's own name."""
    assert says_some_months(text, "Bộ tiêu chí 6 tháng đầu năm") is is_part


def test_a_rulebook_asks_for_a_year_unless_it_says_otherwise():
    """A window that crosses the year is a year; one of six months is not."""
    windows = [None, (date(2017, 12, 1), date(2018, 11, 30)), (date(2020, 1, 1), date(2020, 6, 30))]
    kept = [SimpleNamespace(from_=each[0], to=each[1]) if each else None for each in windows]
    assert [are_of_a_year(SimpleNamespace(data_window=each)) for each in kept] == [True, True, False]


@pytest.mark.parametrize(
    "name",
    [
        "Sở Nội vụ", "Trường THPT 19-5", "Trung tâm 30/4", "Ban Quản lý dự án 2020", "Hội Cựu thanh niên xung phong 1950-1975",
        "Sở Y tế (sáp nhập 2019)", "Xã Hòa Bình (chia tách năm 2019)", "UBND phường 1 (mới thành lập năm 2019)",
        "Ban Dân tộc (đổi tên năm 2019)", "Chi cục Thủy lợi (Quyết định 12 năm 2019)", "Sở Công Thương (đến tháng 6/2019)",
        "Trung tâm CNTT, thành lập năm 2018", "Sở Tài chính - Vật giá", "Sở A (từ năm 2019)",
    ],
)  # fmt: skip
def test_years_that_belong_to_a_unit_are_no_years_of_its_data(name):
    """When a unit was founded, merged or renamed, and years in its name, say nothing of its answers."""
    assert years_behind_a_name(name) == frozenset()


@pytest.mark.parametrize("name", ["Sở A (năm 2019)", "Sở A năm 2019", "Sở A - 2019", "Sở A (SL 2019)", "Sở A – số liệu kỳ 2019"])
def test_a_year_behind_a_name_is_that_of_the_data(name):
    """A name with nothing but a year behind it has the data of that year."""
    assert years_behind_a_name(name) == {2019}
