"""Promises about the times a remark says its figures are of."""

from __future__ import annotations

from datetime import date

import pytest

from ictscore.survey.remarks.remark import read_remark
from ictscore.survey.remarks.times import NO_YEAR, day_until, ends_early, is_of_each_month, without_day_until


@pytest.mark.parametrize(
    "text", ["Số liệu năm 2019", "số liệu của năm 2019", "Năm 2019", "tính đến 31/12/2019", "2019", "S.liệu 2019", "lấy số năm 2019"]
)
def test_remarks_say_of_which_year_a_figure_is(text):
    """A note beside an answer may say that its figure is of another year."""
    assert read_remark(text).years == {2019}


@pytest.mark.parametrize(
    "text", ["mua năm 2019", "tăng 5 so với năm 2019", "Quyết định 12 năm 2019", "Kế hoạch năm 2019", "", "Office 2019", "từ năm 2016"]
)
def test_remarks_about_other_things_name_no_year(text):
    """When something was bought or decided, or is compared, is not the year of the figure."""
    assert not read_remark(text).years


def test_a_year_of_school_or_a_day_early_in_one_names_two():
    """Two years stand in it, or the data may be those of the year before."""
    assert read_remark("số liệu năm học 2019-2020").years == {2019, 2020}
    assert read_remark("tính đến 15/01/2021").years == {2020, 2021}


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("số năm ngoái", True),
        ("số liệu năm rồi", True),
        ("số liệu niên độ trước", True),
        ("đã 3 năm rồi", False),
        ("so nam truoc", True),
        ("như năm trước", True),
        ("bằng năm trước", False),
        ("", False),
    ],
)
def test_the_year_before_is_known(text, is_told):
    """Data of the year before, but not what is compared with it."""
    assert read_remark(text).of_year_before is is_told


@pytest.mark.parametrize(
    ("text", "is_part"),
    [
        ("6 tháng", True),
        ("quý iii", True),
        ("mới 6 tháng đầu năm", True),
        ("số liệu 9 tháng", True),
        ("bình quân tháng", True),
        ("06 tháng", True),
        ("số liệu 06 tháng", True),
        ("mới 06 tháng đầu năm 2020", True),
        ("6tháng đầu năm", True),
        ("6t2020", True),
        ("06t/2020", True),
        ("quý 03", True),
        ("03 quý", True),
        ("ba quý đầu năm", True),
        ("số liệu ngày 06 tháng 9", False),
        ("kết quả họp ngày 3 tháng 6", False),
        ("mua ngày 06 tháng 9 năm 2020", False),
        ("bảo hành 06 tháng", False),
        ("106 tháng", False),
        ("4 quý", False),
        ("mẫu 06", False),
        ("phòng 6t", False),
        ("12 tháng", False),
        ("máy tính mua trong quý 2", False),
        ("so với 6 tháng đầu năm trước", False),
        ("6 tháng đầu năm 2, 6 tháng cuối năm 2", False),
        ("quý i: 1; quý ii: 2", False),
        ("báo cáo 6 tháng đầu năm gửi trễ", False),
    ],
)
def test_parts_of_a_year_are_known(text, is_part):
    """Months and quarters that the figure is of, but not those of a document, of a comparison, or of all parts of it."""
    assert read_remark(text).of_part is is_part


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tính đến 30/6", date(NO_YEAR, 6, 30)),
        ("tính đến ngày 15.9.20", date(2020, 9, 15)),
        ("đến hết tháng 9/2020", date(2020, 9, 30)),
        ("tại thời điểm 30 tháng 6 năm 2020", date(2020, 6, 30)),
        ("từ 01/01 đến 31/2", date(NO_YEAR, 2, 28)),
        ("tính đến 30/13", None),
        ("nộp đến 30/6", None),
        ("gia hạn từ 5 đến 30/6", None),
    ],
)
def test_days_up_to_which_was_counted_are_known(text, day):
    """A day with a word of counting before it, or at the beginning; a month’s last day for the month."""
    assert day_until(text) == day


def test_without_that_day_a_text_is_the_rest():
    """The day is no figure."""
    assert without_day_until("tính đến 30/6 có 88") == " có 88"


def test_a_round_may_end_a_little_after_its_data():
    """Sixty days, and not one more."""
    end = date(2020, 12, 31)
    assert not ends_early(date(2020, 11, 1), end)
    assert ends_early(date(2020, 10, 31), end)
    assert ends_early(date(NO_YEAR, 6, 30), end)


@pytest.mark.parametrize(("behind", "is_each"), [("/tháng", True), ("cuộc mỗi quý", True), ("người, 2 lần/tháng", False), ("", False)])
def test_figures_of_each_month_are_known(behind, is_each):
    """Right behind the figure, with what it counts between."""
    assert is_of_each_month(behind) is is_each


@pytest.mark.parametrize(
    "text",
    [
        "Chép từ phiếu năm 2019",
        "Theo báo cáo năm 2019",
        "lấy theo báo cáo tổng kết năm 2019 của Sở",
        "theo bảng lương 2019",
        "Số liệu báo cáo năm 2019",
        "chep tu phieu nam 2019",
    ],
)
def test_figures_are_of_the_year_of_what_they_were_taken_from(text):
    """A report, a form or a list of a year has the figures of that year."""
    assert read_remark(text).years == {2019}


@pytest.mark.parametrize(
    "text",
    [
        *("Theo quyết định năm 2019", "Theo báo cáo kế hoạch năm 2021", "Báo cáo năm 2019 gửi chậm", "theo báo cáo số 12/BC-STC năm 2019"),
        *("theo phiếu mẫu năm 2019", "Theo báo cáo 2019 và 2020", "theo nghị định năm 2019", "theo hợp đồng năm 2019"),
    ],
)
def test_documents_that_decide_or_plan_say_no_year(text):
    """What was ordered, planned or laid down in a year holds in later ones; a report that is named by its number is one among many."""
    assert not read_remark(text).years
