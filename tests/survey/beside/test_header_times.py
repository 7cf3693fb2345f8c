"""Promises about what short lines say of the time and kind of all data, and about the many lines that say nothing of them."""

from __future__ import annotations

from datetime import date

import pytest

from ictscore.survey.beside.header_leads import is_label
from ictscore.survey.beside.header_times import Times, times_said


@pytest.mark.parametrize(
    "text",
    [
        "Năm: 2018", "Năm báo cáo: 2018", "Năm báo cáo 2018", "NĂM ĐÁNH GIÁ: 2018", "Kỳ đánh giá: 2018", "Kỳ báo cáo: Năm 2018",
        "Kỳ BC: 2018",
        "Niên độ: 2018", "Số liệu năm: 2018", "Năm tài chính 2018", "(Năm báo cáo: 2018)", "Nam bao cao: 2018", "Đơn vị: Sở A\nNăm: 2018",
        "Năm: 2.018", "Năm: 2,018", "Năm: 18", "Năm: '18", "Năm ’18", "Niên độ: 18", "Năm: 31/12/2018", "Năm: 2018-12-31", "Năm/kỳ: 2018",
        "Năm (kỳ): 01/01/2018", "Year: 2018", "Reporting year: 2018", "Nguồn: Báo cáo năm 2018", "Niên giám thống kê 2018",
        "Đơn vị: Sở A   Năm: 2018", "Tổng hợp số liệu năm 2018", "Cuối năm 2018", "2018",
    ],
)  # fmt: skip
def test_a_year_is_read_behind_the_words_that_lead_to_it(text):
    """The words before a year may be any that say that it is one of data."""
    assert times_said(text) == Times(frozenset((2018,)))


@pytest.mark.parametrize(
    "text", ["Giai đoạn 2016 - 2018", "Giai đoạn 2016-2018", "Từ năm 2016 đến năm 2018", "Giai đoạn: 2016 đến hết 2018"]
)
def test_a_term_is_all_its_years(text):
    """Whether the round lies in it can be seen only from all of them."""
    assert times_said(text) == Times(frozenset((2016, 2017, 2018)))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Từ ngày 01/01/2018 đến ngày 31/12/2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("Số liệu từ 1/1 đến 30/6/2018", date(2018, 1, 1), date(2018, 6, 30)),
        ("Từ tháng 1 đến tháng 6 năm 2018", date(2018, 1, 1), date(2018, 6, 30)),
        ("Từ ngày: 01/01/2018 Đến ngày: 30/06/2018", date(2018, 1, 1), date(2018, 6, 30)),
        ("Kỳ báo cáo: 01/01/2018 - 30/06/2018", date(2018, 1, 1), date(2018, 6, 30)),
    ],
)
def test_from_when_to_when_is_read(text, first, last):
    """Both days may be written as people do; a first one without a year is in that of the last."""
    assert times_said(text) == Times(frozenset((2018,)), first, last)


@pytest.mark.parametrize(
    ("text", "years", "last"),
    [
        ("Tính đến ngày 30/6/2019", {2019}, date(2019, 6, 30)),
        ("Ngày chốt số liệu: 30/06/2019", {2019}, date(2019, 6, 30)),
        ("Thời điểm: 30/06/2019", {2019}, date(2019, 6, 30)),
        ("Số liệu ngày 30/6/2019", {2019}, date(2019, 6, 30)),
        ("Ngày số liệu: 30/6/2019", {2019}, date(2019, 6, 30)),
        ("Mốc số liệu: 30/6/2019", {2019}, date(2019, 6, 30)),
        ("Mốc thời gian: 30/6/2019", {2019}, date(2019, 6, 30)),
        ("Kỳ báo cáo năm: 30/6/2019", {2019}, date(2019, 6, 30)),
        ("Kỳ báo cáo: tháng 6", set(), date(4, 6, 30)),
        ("Đến hết tháng 6/2019", {2019}, date(2019, 6, 30)),
        ("Tính đến 15/01/2020", {2019, 2020}, date(2020, 1, 15)),
    ],
)
def test_up_to_when_is_read(text, years, last):
    """Early in a year data may still be those of the year before."""
    assert times_said(text) == Times(frozenset(years), None, last)


@pytest.mark.parametrize(
    "text",
    [
        "Kỳ báo cáo: 6 tháng", "Kỳ báo cáo: 6 tháng đầu năm", "Quý III", "Kỳ báo cáo: Quý 3", "Q3", "9T", "6T đầu năm", "Số liệu 6 tháng",
        "Bán niên", "Ban nien", "Quarter: 3",
        "Đến hết quý III", "nửa đầu năm", "Sáu tháng cuối năm", "Quy III", "6 thang dau nam", "Báo cáo quý IV",
    ],
)  # fmt: skip
def test_parts_of_a_year_are_read(text):
    """In full words, in short ones, and without marks."""
    assert times_said(text) == Times(is_part=True)


def test_a_part_of_a_year_may_name_it():
    """Then the year is known too."""
    said = [times_said(each) for each in ("Quý III/2019", "Q3/2019", "9T/2019", "6 tháng đầu năm 2019", "9 tháng năm 2019")]
    said += [times_said(each) for each in ("III/2019", "Kỳ I/2019", "Kỳ II năm 2019", "Kỳ báo cáo: II/2019", "Bán niên 2019")]
    assert said == [Times(frozenset((2019,)), is_part=True)] * 10


def test_a_quarter_beside_its_label_may_be_the_last_or_all_up_to_it():
    """“Quý: 4” is read both ways; “Báo cáo quý IV” is of that quarter."""
    assert [times_said(each) for each in ("Quý: 4", "Quý: IV", "Quarter: 4")] == [Times(is_part=True, is_last=True)] * 3
    assert times_said("Quý: 3") == Times(is_part=True)


@pytest.mark.parametrize(
    "text",
    [
        "Số liệu sơ bộ", "Số liệu tạm thời", "Số liệu chưa chính thức", "Dữ liệu chưa chốt", "Trạng thái: Bản nháp",
        "Trạng thái: Dự thảo lần 2", "Tình trạng: chưa hoàn thành", "Tình trạng số liệu: Đang cập nhật",
        "Trạng thái: đang soạn thảo", "Status: draft",
        "So lieu so bo", "Loại số liệu: nháp",
    ],
)  # fmt: skip
def test_data_that_are_not_final_are_read(text):
    """Where the words before say that it is the state of the data."""
    assert times_said(text) == Times(is_open=True)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Ước thực hiện năm 2019", {2019}),
        ("Loại số liệu: kế hoạch", set()),
        ("Số liệu: ước tính", set()),
        ("Ước thực hiện", set()),
        ("Số liệu kế hoạch được giao", set()),
        ("So lieu uoc tinh", set()),
        ("Loại số liệu: KH", set()),
        ("Loại số liệu: Kế hoạch năm 2019", {2019}),
        ("Loại số liệu: ƯTH", set()),
        ("Loại số liệu: Ước", set()),
        ("Loại số liệu: Tạm tính", set()),
    ],
)
def test_plans_and_estimates_are_read(text, years):
    """A plan of a year, or data that are said to be planned."""
    assert times_said(text) == Times(frozenset(years), is_planned=True)


def test_a_plan_without_a_word_for_data_may_be_the_name_of_a_paper():
    """Above a form it is asked about all the same; where it is of another year it may only name what the form belongs to."""
    assert times_said("Kế hoạch năm 2019") == Times(frozenset((2019,)), is_planned=True, is_a_name=True)


@pytest.mark.parametrize(
    "text",
    [
        "Số liệu kỳ trước", "Năm trước liền kề", "Cùng kỳ năm trước", "Số liệu năm ngoái", "So lieu ky truoc", "Số liệu năm liền trước",
        "Số liệu năm liền kề trước", "Số liệu cùng kỳ", "SL cùng kỳ",
    ],
)  # fmt: skip
def test_the_year_before_is_read(text):
    """Whoever reads it has to know the round to know which it is."""
    assert times_said(text) == Times(is_of_before=True)


@pytest.mark.parametrize(
    ("text", "year"), [("Năm khảo sát: 2020", 2020), ("Kỳ xếp hạng 2020", 2020), ("Thời điểm báo cáo: 30/6/2020", 2020)]
)
def test_years_in_which_a_paper_is_made_are_told_apart(text, year):
    """A paper of a round may be made in the year after it."""
    said = times_said(text)
    assert said is not None
    assert (said.years, said.is_made_later) == ({year}, True)


@pytest.mark.parametrize(
    "text",
    [
        "Bình Thuận, ngày 15 tháng 9 năm 2018", "Tháng 9/2018", "Tháng 9 năm 2018", "31/12/2018", "Ngày lập: 30/6/2018",
        "Ngày báo cáo: 30/6/2018",
        "Ngày 30/6/2018", "Báo cáo ngày 30/6/2018", "Ngày gửi: 30/6/2018", "Ngày tổng hợp: 30/6/2018", "Cập nhật ngày 10/9/2018",
        "Thời gian: 15/9/2018", "Hạn nộp: 30/6/2018", "Quyết định số 1867/QĐ-UBND ngày 15/8/2018", "Căn cứ Kế hoạch số 12/KH-UBND năm 2018",
        "Thực hiện Công văn số 125/STTTT-CNTT ngày 30/6/2018", "(Ban hành kèm theo Quyết định số 5/QĐ-TU ngày 20/8/2018)", "Phụ lục 2018",
        "Mẫu số 02/BC", "Biểu 01/2018", "Số: 125/BC-SNV", "Số: 2018/BC-SNV", "So với cùng kỳ năm 2018", "So với cùng kỳ năm trước",
        "Tăng so với 2018",
        "Nhiệm kỳ 2016-2021", "Năm thành lập: 2018", "Năm sinh: 1980", "Kỳ họp thứ 6", "Kỳ 1", "Kỳ báo cáo: 12 tháng", "Kỳ báo cáo: cả năm",
        "Đến hết quý IV/2018", "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM 2018", "KẾ HOẠCH", "Kế hoạch ứng dụng CNTT năm 2018", "Mục tiêu",
        "Thời gian thực hiện: 6 tháng", "Lũy kế từ năm 2016", "Tính đến nay", "Đến nay", "Tổng số: 2018", "Mã đơn vị: 2018",
        "Quý 4 hằng năm",
        "Quý cơ quan điền đủ", "Luật Công nghệ thông tin năm 2006", "TCVN 7562:2005", "Số liệu", "Điện thoại: 0252.2018",
        "Biểu III/2018", "Bảng II/2018", "Phụ lục III/2018", "Mẫu II/2018", "Đợt II/2018", "Khóa II/2018", "Chương III/2018",
        "Kỳ họp III/2018", "Từ T2 đến T6", "Giờ làm việc: T2 - T6", "Năm thành lập: 18", "Số năm: 10", "Số biên chế: 2.018",
        "Tổng số 18", "Năm 5", "Kết quả trong năm: 18", "Báo cáo năm: 12", "Số liệu năm: 20", "Mã: '18",
        "Mốc hoàn thành: 31/12/2018", "Nguồn: Ngân sách năm 2018", "Nguồn tài chính 2018", "Nguồn số liệu: Phòng Tổ chức",
        "Nguồn: Sở Nội vụ",
        "Trạng thái: Đã duyệt", "Trạng thái: Chờ thẩm định", "Tình trạng: Đang sử dụng", "Tình trạng: Đã nộp", "Số liệu chính thức",
        "KH", "KH 2018",
        "Dự thảo", "Bản nháp", "Số liệu tạm ứng", "Kết quả cùng kỳ", "Năm: 31/6/2018", "Năm: 31/6", "Tháng: 6", "Loại số liệu: Thực hiện",
        "Từ 30/6/2018 đến 1/1/2018",
        "Tính đến 31/6/2018", "Từ 1/1/2018 đến 31/6/2018", "",
    ],
)  # fmt: skip
def test_what_offices_write_above_a_form_says_nothing_of_the_data(text):
    """Days and numbers of documents, places and dates of letters, comparisons, terms of office, days that there are not."""
    assert times_said(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Năm", "Năm báo cáo:", "Kỳ", "Kỳ báo cáo", "Giai đoạn", "Thời điểm số liệu", "Tính đến ngày", "Từ ngày", "Quý",
        "Loại số liệu", "Nam",
        "Năm/kỳ", "Năm (kỳ)", "Mốc số liệu", "Mốc thời gian", "Trạng thái", "Year", "Reporting year", "Quarter",
    ],
)  # fmt: skip
def test_a_label_says_that_a_time_follows(text):
    """What stands beside it, or below it in a column, is one."""
    assert is_label(text)


@pytest.mark.parametrize(
    "text",
    [
        "Năm thành lập", "Số liệu", "Kết quả", "Ngày lập", "Đơn vị", "Số biên chế", "Ghi chú", "Nhiệm kỳ", "Mã số", "Tháng", "Nguồn",
        "Tình trạng", "",
    ],
)  # fmt: skip
def test_other_words_are_no_label_of_a_time(text):
    """Beside “Số biên chế” 2018 is a number of people."""
    assert not is_label(text)


@pytest.mark.parametrize(
    "text",
    [
        "06 tháng", "Kỳ báo cáo: 06 tháng đầu năm", "Số liệu 09 tháng", "06T", "So lieu 06 thang", "6tháng đầu năm", "6 th đầu năm",
        "06 thg đầu năm", "Quý 03", "03 quý đầu năm", "3 quý", "Ba quý đầu năm", "Tính đến 06 tháng đầu năm", "Q03",
    ],
)  # fmt: skip
def test_parts_of_a_year_are_read_however_their_number_is_written(text):
    """With a nought before it, without a blank behind it, with its word cut short; of months and of quarters."""
    assert times_said(text) == Times(is_part=True)


@pytest.mark.parametrize(
    "text", ["6T2019", "06T/2019", "06 tháng đầu năm 2019", "Quý 03/2019", "Kỳ 1 năm 2019", "Kỳ báo cáo: Kỳ 2 năm 2019"]
)
def test_a_part_may_name_its_year_right_behind_it(text):
    """A period with a number is one of several in its year."""
    assert times_said(text) == Times(frozenset((2019,)), is_part=True)


@pytest.mark.parametrize(
    "text", ["Tháng 1-6/2019", "1/2019-6/2019", "Từ tháng 1 - 6 năm 2019", "Số liệu tháng 1 - tháng 6/2019", "Các tháng 1-6/2019"]
)
def test_months_joined_by_a_dash_are_read(text):
    """From the first day of the one to the last day of the other."""
    assert times_said(text) == Times(frozenset((2019,)), date(2019, 1, 1), date(2019, 6, 30))


@pytest.mark.parametrize(
    "text",
    [
        "Số liệu sơ bộ năm 2019", "Số liệu sơ bộ, năm 2019", "PHIẾU SỐ LIỆU SƠ BỘ NĂM 2019", "Số liệu chưa chính thức năm 2019",
        "Số liệu nháp 2019", "Số sơ bộ năm 2019", "So lieu so bo nam 2019",
    ],
)  # fmt: skip
def test_a_year_behind_data_that_are_not_final_does_not_make_them_final(text):
    """It is that of the data."""
    assert times_said(text) == Times(frozenset((2019,)), is_open=True)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("PHIẾU SỐ LIỆU ƯỚC THỰC HIỆN NĂM 2019", {2019}),
        ("PHIẾU THU THẬP SỐ LIỆU KẾ HOẠCH NĂM 2019", {2019}),
        ("PHIẾU SỐ LIỆU (DỰ KIẾN NĂM 2019)", {2019}),
        ("BÁO CÁO ƯỚC THỰC HIỆN NĂM 2019", {2019}),
        ("ƯTH 2019", {2019}),
        ("Số ước cả năm", set()),
        ("so uoc ca nam", set()),
        ("Số liệu ước tính đến cuối năm", set()),
        ("Số liệu dự kiến đến hết năm 2019", {2019}),
    ],
)
def test_a_paper_of_planned_or_estimated_data_is_read(text, years):
    """Whatever stands before the word for data, and however far into the year they reach."""
    assert times_said(text) == Times(frozenset(years), is_planned=True)


@pytest.mark.parametrize("text", ["Số liệu năm 18", "FY2018", "FY 2018", "Năm２０１８", "Năm2018", "Báo cáo năm 18"])
def test_a_year_is_read_in_the_ways_people_shorten_it(text):
    """Two digits right behind words for data and a year, letters that touch it, wide digits."""
    assert times_said(text) == Times(frozenset((2018,)))


@pytest.mark.parametrize(
    "text", ["Số liệu năm rồi", "Số liệu năm vừa rồi", "Số liệu năm qua", "Niên độ trước", "Năm rồi", "Số liệu năm cũ"]
)
def test_the_year_before_has_more_names(text):
    """“Năm qua” of data only: it may be the year that has just ended."""
    assert times_said(text) == Times(is_of_before=True)


@pytest.mark.parametrize(
    ("text", "is_over"),
    [
        ("Số liệu 2018-2019", True),
        ("Lũy kế 2018 - 2019", True),
        ("Lũy kế từ năm 2018 đến năm 2019", True),
        ("2018-2019", False),
        ("Năm học 2018-2019", False),
        ("Số liệu năm học 2018-2019", False),
        ("Giai đoạn 2018-2019", False),
    ],
)
def test_data_of_several_years_together_are_told_from_a_term(text, is_over):
    """A plan has a term, and a school its year; only words for data say that the numbers are of all of it."""
    assert times_said(text) == Times(frozenset((2018, 2019)), is_over_years=is_over)


@pytest.mark.parametrize(
    "text",
    [
        "Tổ 06", "Biểu số 06", "Phòng 06, tầng 3", "Ngày 06 tháng 9 năm 2019", "Báo cáo ngày 06 tháng 9 năm 2019", "Xong trong 06 tháng",
        "Thời gian thực hiện: 06 tháng", "Báo cáo 6 tháng, năm", "03 quý cơ quan", "Kỳ 1", "Kỳ họp 1 năm 2018", "Đợt 1 năm 2019", "4 quý",
        "Số 6T, đường 3/2", "Lô 9T2", "6t20", "Biểu 1/2018-BTP", "Thông tư 1/2018-2/2018",
        "Kế hoạch cả năm", "Thực hiện cả năm", "Phiếu kế hoạch năm 2019", "Báo cáo kế hoạch năm 2019", "Số kế hoạch: 12", "Số dự án: 5",
        "Tổng hợp thực hiện kế hoạch năm 2019", "Số liệu thực hiện kế hoạch năm 2019", "Số liệu cả năm", "Ước mơ 2019", "UTHSC 2019",
        "UTH", "UTH 2019", "Số liệu chính thức năm 2019", "Số liệu đã chốt năm 2019", "Tạm ứng năm 2019", "Số năm trong ngành: 5",
        "Trong năm qua", "Kết quả trong năm qua", "Báo cáo kết quả năm vừa qua", "So với năm rồi", "Năm qua", "5 năm rồi", "Bản cũ", "FYI",
        "Năm 5", "Số liệu năm: 18", "Số năm 18",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_part_a_plan_or_another_year_says_nothing(text):
    """Numbers of rooms and papers, days, how long something takes, the names of plans and of kinds of reports, what happened lately."""
    assert times_said(text) is None
