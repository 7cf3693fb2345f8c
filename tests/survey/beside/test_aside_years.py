"""Promises about years said beside the answers."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from ictscore.survey.beside.aside_years import (
    names_months,
    says_some_months,
    years_behind_a_name,
    years_of_heading,
    years_of_title,
)

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


@pytest.mark.parametrize(
    "text",
    [
        "SỐ LIỆU 06 THÁNG ĐẦU NĂM 2019", "Số liệu 09 tháng", "BÁO CÁO 06 THÁNG NĂM 2019", "06 tháng cuối năm", "6tháng đầu năm",
        "6 th đầu năm", "Phiếu 06T đầu năm", "Số liệu 6T2019", "Kết quả 09T", "03 quý đầu năm 2019", "Ba quý đầu năm", "Số liệu quý 03",
        "Báo cáo 6 tháng, năm 2019", "Báo cáo 6 tháng đầu năm, phương hướng cuối năm",
    ],
)  # fmt: skip
def test_some_months_are_known_however_their_number_is_written(text):
    """With a nought before it, without a blank behind it, with its word cut short; with a year behind it is of that year."""
    assert says_some_months(text)


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo ngày 06 tháng 9 năm 2019", "Kết quả kiểm tra ngày 3 tháng 6", "Số liệu đến ngày 09 tháng 12 năm 2019",
        "Xong trong 06 tháng", "Báo cáo số 06, tháng 9", "Biểu 06", "Số liệu 106 tháng", "Kết quả 12 tháng", "6T",
        "Số liệu 4 quý", "Quý 3 cơ quan", "Phường 6, tháng đầu năm",
        "Báo cáo 6 tháng, năm", "Số liệu báo cáo quý, 6 tháng, năm", "Báo cáo 06 tháng và hằng năm", "Báo cáo 3 tháng, 6 tháng và năm",
        "Báo cáo tháng, quý, 6 tháng, 9 tháng và cả năm", "Chế độ báo cáo 6 tháng/năm", "Báo cáo sáu tháng, một năm",
        "Báo cáo định kỳ 6 tháng, 01 năm",
    ],
)  # fmt: skip
def test_days_and_kinds_of_reports_are_not_some_months(text):
    """The day of a report, how long something takes, and a list that ends in “năm”: the name of a kind of report."""
    assert not says_some_months(text)


def test_short_months_stand_alone_in_the_names_of_sheets_and_headings():
    """A column may be headed by nothing else."""
    assert all(map(names_months, ("06 tháng", "Thực hiện 6T/2019", "TH 6T2019", "Kết quả (06 tháng đầu năm)", "6T", "Quý 03")))
    assert not any(map(names_months, ("6 tháng, năm", "Báo cáo 6 tháng và năm", "06 tháng 9", "T6", "16T", "Tổ 6", "TH", "12 tháng")))


def test_a_year_in_wide_digits_is_one():
    """As some keyboards type them."""
    assert years_of_title("PHIẾU SỐ LIỆU NĂM ２０１９", RULES) == {2019}
