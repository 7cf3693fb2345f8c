"""Promises about an estimate, a plan or open data with a time in one line: the kind is told, else the time, wherever it stands."""

from __future__ import annotations

import pytest
from survey.beside.test_header_told import ONE_YEAR, ours, retyped, table, told

ESTIMATED = [
    "Số liệu ước thực hiện đến 30/9/2020", "Ước thực hiện đến 30/9/2020", "uoc thuc hien den 30/9/2020", "Số liệu dự kiến đến 31/12/2020",
    "Kế hoạch đến 31/12/2020", "ke hoach den 31/12/2020", "Ước 9 tháng năm 2020", "Số liệu đến 30/9/2020 (ước thực hiện)",
    "Số liệu tính đến 30/9/2020, ước", "9 tháng năm 2020 (ước)", "Ước tính quý IV/2020", "Ước thực hiện đến hết quý IV/2020",
    "Số liệu tạm tính 6 tháng đầu năm 2020", "Tạm tính đến 30/9/2020", "Mục tiêu đến 31/12/2020", "Số liệu KH đến 31/12/2020",
    "PHIẾU SỐ LIỆU ƯỚC THỰC HIỆN ĐẾN 30/9/2020", "Báo cáo 9 tháng, ước cả năm 2020", "Thực hiện 9 tháng, ước 3 tháng cuối năm 2020",
    "Năm 2020 (ước)", "Năm 2020; số liệu ước thực hiện", "Số liệu ước tháng 9/2020", "Số liệu (dự kiến) từ 1/1/2020 đến 31/12/2020",
    "so lieu tu 1/1/2020 den 30/9/2020 (uoc)", "Số ước thực hiện 9 tháng", "Kỳ báo cáo: 9 tháng (ước)",
]  # fmt: skip
OPEN = [
    "Số liệu sơ bộ tính đến 30/6/2020",
    "so lieu so bo tinh den 30/6/2020", "Tính đến 30/6/2020 (sơ bộ)", "9 tháng năm 2020 - số liệu sơ bộ",
    "Quý III/2020, chưa chốt", "Số liệu chưa chính thức quý 3/2020", "Số liệu năm 2020 chưa chốt", "Số liệu năm 2020\nchưa chính thức",
]  # fmt: skip
TIMES = ["Kết quả thực hiện kế hoạch đến 30/9/2020", "Kết quả thực hiện 9 tháng kế hoạch năm 2020", "ket qua thuc hien ke hoach 9 thang"]
HARMLESS = [
    "Kế hoạch số 12 đến 31/12/2020", "Kế hoạch 12/2020", "Kế hoạch III/2020", "Kế hoạch 2016-2020", "Kế hoạch giai đoạn 2016-2020",
    "Dự kiến ngày 30/9/2020", "Dự kiến hoàn thành đến 31/12/2020", "Kết quả thực hiện kế hoạch đến 31/12/2020", "Kế hoạch",
    "Kết quả thực hiện kế hoạch năm 2020", "Báo cáo kế hoạch đến 31/12/2020", "Thời gian thực hiện kế hoạch đến 30/9/2020",
    "Kế hoạch ứng dụng CNTT đến 31/12/2020", "Dự án đến 30/9/2020", "Hạn nộp: dự kiến đến 30/9/2020", "Ước mơ đến 30/9/2020",
    "Công ước năm 2020", "Quy ước đến 30/9/2020", "Điều ước quốc tế năm 2020", "Tạm dừng đến 30/9/2020", "Tạm thời đến 30/9/2020",
    "Dự thảo đến 30/9/2020", "Số liệu chính thức đến 31/12/2020", "Số liệu đến 31/12/2020 (chính thức)", "Mục tiêu 5 đến 31/12/2020",
    "PHIẾU KHẢO SÁT NĂM 2020 (DỰ KIẾN)", "Dự toán giao đầu năm 2020", "Kế hoạch đến 31/12/2025", "ke hoach so 12 den 31/12/2020",
]  # fmt: skip


@pytest.fixture(scope="module")
def loaded(rules):
    """Return a rulebook of two questions for the round of 2020."""
    return rules(ONE_YEAR)


@pytest.mark.parametrize(("text", "code"), [*((each, "SV580") for each in ESTIMATED), *((each, "SV605") for each in OPEN)])
def test_the_kind_is_told_before_the_time(read, text, code):
    """Above a form typed again and in one of ours, in both orders, with and without marks."""
    assert told(read(retyped([text]))) == [(code, "A3")]
    assert told(read(ours(text))) == [(code, "G2")]


@pytest.mark.parametrize("text", TIMES)
def test_what_was_done_of_a_plan_is_of_its_time(read, text):
    """It is no plan, and still of nine months."""
    assert told(read(retyped([text]))) == [("SV490", "A3")]


@pytest.mark.parametrize("text", HARMLESS)
def test_papers_and_what_is_final_say_nothing(read, text):
    """The number of a paper, a term of years, what is to be done by a day, other words that sound alike, and final data."""
    assert told(read(retyped([text]))) == []


@pytest.mark.parametrize(("text", "code"), [(ESTIMATED[0], "SV580"), (ESTIMATED[7], "SV580"), (OPEN[0], "SV605"), (OPEN[2], "SV605")])
def test_labels_columns_and_headings_say_it_too(read, text, code):
    """Beside its label, below it, and of each unit of a table."""
    assert told(read(retyped(["Loại số liệu:", text]))) == [(code, "B3")]
    assert told(read(retyped(["Loại số liệu", "", ""], [text]))) == [(code, "A4")]
    assert told(read(table("Loại số liệu", text, "Chính thức"))) == [(code, "D2")]


@pytest.mark.parametrize(
    "text", ["Ước thực hiện đến 30/9/2020", "Ước 9 tháng năm 2020", "Số liệu sơ bộ đến 30/6/2020", "Số liệu dự kiến đến 30/9/2020"]
)
def test_in_a_longer_title_and_a_note_the_time_is_told(read, text):
    """As without the kind: the title says more than a time, the note stands beside one answer."""
    data = text if "liệu" in text else f"số liệu {text}"
    assert told(read(retyped([f"BÁO CÁO ỨNG DỤNG CNTT {data.upper()}"]))) == [("SV490", "A3")]
    book = ours()
    book["Phiếu"] = [[*book["Phiếu"][0], "#note"], *book["Phiếu"][1:3], [*book["Phiếu"][3], text]]
    assert told(read(book)) == [("SV490", "F4")]


@pytest.mark.parametrize("text", ["dự kiến đến 30/9 hoàn thành", "kế hoạch 6 tháng", "dự kiến 9 tháng", "ước lượng theo sổ"])
def test_what_is_expected_by_a_day_is_no_time_of_the_answer(read, text):
    """A note about work to come."""
    book = ours()
    book["Phiếu"] = [[*book["Phiếu"][0], "#note"], *book["Phiếu"][1:3], [*book["Phiếu"][3], text]]
    assert told(read(book)) == []
