"""Promises about the lines that everybody writes around answers, and about words put into them."""

from __future__ import annotations

import pytest

from ictscore.rulebook.load import load_rulebook
from ictscore.survey.beside.usual_lines import UsualLines
from ictscore.survey.layouts.vocabulary import Vocabulary

USUAL = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "UBND TỈNH BÌNH THUẬN",
    "Số: 125/BC-STC",
    "Số:      /BC-STC",
    "Bình Thuận, ngày 15 tháng 9 năm 2020",
    "Phan Thiết, ngày ... tháng ... năm 2020",
    "Kính gửi: Sở Thông tin và Truyền thông",
    "PHIẾU THU THẬP SỐ LIỆU ỨNG DỤNG CÔNG NGHỆ THÔNG TIN NĂM 2020",
    "KẾT QUẢ TỰ CHẤM ĐIỂM NĂM 2020",
    "V/v báo cáo số liệu ứng dụng CNTT năm 2020",
    "Mẫu số 01",
    "Phụ lục II",
    "(Ban hành kèm theo Quyết định số 1944/QĐ-UBND ngày 13/8/2020 của UBND tỉnh Bình Thuận)",
    "Kèm theo Công văn số        /STTTT-CNTT ngày    /9/2020",
    "Năm báo cáo: 2020",
    "Người lập biểu: Nguyễn Văn An",
    "Điện thoại: 0252 3822 123",
    "I. THÔNG TIN CHUNG",
    "1. Tổ chức và điều hành",
    "Đơn vị tính: theo từng chỉ tiêu",
    "Kính gửi: Sở Nội vụ; Sở Tài chính",
    "Phần II. Hạ tầng kỹ thuật CNTT",
    "PHIẾU ĐIỀU TRA HIỆN TRẠNG ỨNG DỤNG CNTT NĂM 2020",
    "4. Người cung cấp số liệu: Trần Thị Hoa",
    "Địa chỉ: 04 Hải Thượng Lãn Ông",
    "Thời hạn gửi: trước ngày 15/12/2020",
    "(Đề nghị điền đầy đủ thông tin vào các ô trống)",
    "Trân trọng cảm ơn sự phối hợp của quý cơ quan",
    "15/9/2020",
    "----------",
    "Trang 1/3",
    "Cán bộ phụ trách: Nguyễn Văn An, 0913 456 789",
    "Người báo cáo: Trần Thị Hoa - ĐT: 02523 822 123",
    "Chuyên viên: ............",
    "MẪU PHIẾU KHẢO SÁT",
    "BIỂU MẪU KHẢO SÁT NĂM 2020",
    "Phần 2",
]
UNUSUAL = [
    "Số liệu dự báo",
    "Kỳ báo cáo: 1-6/2020",
    "Tháng Mười hai",
    "UBND TỈNH LÂM ĐỒNG",
    "Số: 12",
    "Số: 125/BC-STC (số 6 tháng)",
    "Bình Thuận, tháng 9 năm 2020",
    "Bình Thuận, ngày 15 tháng 9 năm 2020 (quý 3)",
    "Kính gửi: Sở Thông tin và Truyền thông (số liệu tạm)",
    "PHIẾU THU THẬP SỐ LIỆU THỬ NGHIỆM NĂM 2020",
    "PHIẾU THU THẬP SỐ LIỆU NĂM 2018",
    "PHIẾU THU THẬP SỐ LIỆU TOÀN TỈNH",
    "Mẫu số 01 (6 tháng)",
    "Kèm theo Công văn số 12/STTTT-CNTT ngày 1/9/2020, số liệu ước",
    "Người lập biểu: số ước",
    "Điện thoại: 0252 3822 123, số liệu chưa chốt",
    "Đơn vị tính: nghìn cái",
    "Nhiệm kỳ 2016-2021",
    "66",
    "2018",
    "Số 6/2019",
    "Số liệu dự báo, ngày 5 tháng 9 năm 2020",
    "Kính gửi: Sở Nội vụ – số liệu tạm",
    "Theo quy định của Sở chỉ tính biên chế",
    "Email: kịch bản cao",
    "Người lập: Ước Sáu Tháng",
    "Trân trọng đề nghị dùng bản sau",
    "PHIẾU KHẢO SÁT CÁC XÃ",
    "Tổng số của sở và các xã",
    "Báo cáo năm năm",
    "Thực hiện tháng 6/2020",
    "31/12/2025",
    "Quý III",
    "Số liệu ước",
    "≈",
    "✓",
    "# số dự báo",
    "giai đoạn 2016-2020",
    "Năm học 2019-2020",
    "66 máy tính",
    "88 cán bộ",
    "7 đơn vị",
    "Cán bộ: 88",
    "Chuyên viên: 12",
    "Cán bộ phụ trách: 2",
    "Số điện thoại cố định: 12",
    "Người lập: Chuyên viên 88 người",
    "Người báo cáo: Sở Nội vụ 88 người",
    "▲ Câu 16 đúng là 88",
    "Họ tên: " * 500,
    "Phần 2/3",
    "Mẫu 1 / 2",
    "PHIẾU KHẢO SÁT MẪU",
    "Mbps",
]


@pytest.fixture(scope="module")
def usual():
    """Return what is usual in the round of 2020 of a real rulebook."""
    return UsualLines(Vocabulary(load_rulebook("binhthuan-2020").rulebook), frozenset({2020}), "2020")


@pytest.mark.parametrize("text", USUAL)
def test_what_everybody_writes_says_nothing(usual, text):
    """Letterheads, numbers and days of letters, titles, sections and whom to ask are no news, in capitals or not."""
    assert usual.holds(text)
    assert usual.holds(text.upper())


@pytest.mark.parametrize("text", UNUSUAL)
def test_a_word_more_and_it_is_told(usual, text):
    """A usual line is usual as a whole: whatever is put into it, or behind it, is not understood."""
    assert not usual.holds(text)


def test_every_line_of_a_cell_counts(usual):
    """One line that nobody understands is enough, and so is one part of a line between wide gaps."""
    assert not usual.holds("Số: 125/BC-STC\nsố liệu ước")
    assert not usual.holds("Số: 125/BC-STC        Kịch bản cao")
    assert usual.holds("UBND TỈNH BÌNH THUẬN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")


def test_where_no_year_is_known_one_is_usual(usual):
    """It is noted by itself then; two years are not understood."""
    unknown = UsualLines(Vocabulary(load_rulebook("binhthuan-2020").rulebook), frozenset(), "")
    assert unknown.holds("Năm báo cáo: 2018", is_above=True)
    assert unknown.holds("PHIẾU KHẢO SÁT NĂM 2018", is_above=True)
    assert not unknown.holds("Năm báo cáo: 2018")
    assert not unknown.holds("Năm học 2018-2019", is_above=True)
