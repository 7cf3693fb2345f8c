"""Promises about lines that are only the name of something with a year in it: that year is not the data's."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from ictscore.survey.beside.aside_years import years_of_title
from ictscore.survey.beside.title_names import names_funds

RULEBOOK = SimpleNamespace(title="Bộ tiêu chí xếp hạng")


@pytest.mark.parametrize(
    "text",
    [
        "Kỳ họp 1 năm 2018", "Kỳ họp thứ 8 năm 2018", "KỲ HỌP THỨ TÁM, HĐND TỈNH KHÓA X, NĂM 2018", "II. Kỳ họp thứ nhất (năm 2018)",
        "- Kỳ họp HĐND tỉnh lần thứ 5 năm 2018", "Phiên họp thứ 3 năm 2018", "Hội nghị lần thứ 5 năm 2018",
        "Chương trình 06 năm 2018", "Chương trình số 06 năm 2018", "1. Chương trình 135 năm 2018", "Đề án 06 của UBND tỉnh năm 2018",
        "Chương trình 30a năm 2018",
        "Trụ sở xây dựng năm 2005", "Trụ sở làm việc của Sở (xây dựng năm 2005)", "Nhà làm việc đưa vào sử dụng từ năm 2005",
    ],
)  # fmt: skip
def test_a_year_in_a_name_is_not_that_of_the_data(text):
    """Of a session, a programme with its number, and of the building an office is in."""
    assert years_of_title(text, RULEBOOK) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Kết quả kỳ họp 1 năm 2018", "Kỳ 1 năm 2018", "Kỳ họp năm 2018", "Số kỳ họp năm 2018", "Kỳ họp 6 tháng đầu năm 2018",
        "Báo cáo phục vụ kỳ họp thứ 8 năm 2018", "Kỳ họp 1 năm 2018: số liệu", "Phiếu số liệu kỳ họp 1 năm 2018", "Hội nghị năm 2018",
        "Kỳ họp 1 - số liệu năm 2018",
        "Chương trình năm 2018", "Kết quả thực hiện Chương trình 06 năm 2018", "Chương trình 06 (số liệu năm 2018)",
        "Chương trình 06 thực hiện năm 2018", "Phiếu Chương trình 06 năm 2018", "Chương trình 06, kinh phí năm 2018",
        "Số trụ sở xây dựng năm 2018", "Công trình xây dựng năm 2018", "Số liệu trụ sở xây dựng năm 2018", "Trụ sở năm 2018",
        "Trụ sở xây dựng, số liệu năm 2018",
    ],
)  # fmt: skip
def test_where_data_are_spoken_of_the_year_is_theirs(text):
    """A result, a report, a form or a count of such things; and names without a number may be those of the year's data."""
    assert years_of_title(text, RULEBOOK) == {2018}


@pytest.mark.parametrize(
    "text", ["nguồn ngân sách năm 2018", "- từ nguồn ngân sách tỉnh năm 2018", "nguồn vốn ngân sách nhà nước (năm 2018)"]
)
def test_funds_are_named_by_their_budget(text):
    """With the level of the budget, too."""
    assert names_funds(text)


@pytest.mark.parametrize(
    "text",
    ["ngân sách năm 2018", "chi từ nguồn ngân sách năm 2018", "số liệu nguồn ngân sách năm 2018", "nguồn thu năm 2018", "nguồn: 2018"],
)
def test_what_was_spent_or_counted_is_no_name_of_funds(text):
    """Its year is that of the amount."""
    assert not names_funds(text)
