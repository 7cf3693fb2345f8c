"""Promises about years in titles: those of documents, lives and plans are not those of the data, and nothing else is taken for them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from ictscore.survey.beside.aside_years import years_of_title

RULEBOOK = SimpleNamespace(title="Bộ tiêu chí xếp hạng")


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Kế hoạch số 45-KH/TU năm 2018",
        "Theo bộ tiêu chí năm 2018",
        "Bộ tiêu chí ban hành năm 2018",
        "(Sửa đổi, bổ sung năm 2018)",
        "Thay thế phiếu năm 2018",
        "(sinh năm 1985)",
        "Người điền: Nguyễn Văn A (sinh năm 1985)",
        "Họ tên: Trần B, sinh năm 1985",
        "Sở A (thành lập năm 2018)",
        "Sáp nhập từ năm 2018",
        "Phiếu khảo sát (điều chỉnh năm 2018)",
        "Biểu mẫu ban hành kèm theo Kế hoạch số 12/KH-UBND năm 2018",
        "Ban hành theo Hướng dẫn của Tỉnh ủy năm 2018",
        "Thay thế biểu mẫu đã gửi năm 2018",
        "Thay cho mẫu phiếu năm 2018",
        "Quyết định số 1867/QĐ-UBND năm 2018",
        "Luật Giao dịch điện tử năm 2005",
        "Căn cứ Bộ tiêu chí đánh giá, xếp hạng năm 2018",
        "Kèm theo Bộ tiêu chí của UBND tỉnh năm 2018",
        "Phiếu đánh giá theo Bộ tiêu chí của Tỉnh ủy năm 2018",
        "Căn cứ Kế hoạch số 12/KH-UBND năm 2018 của UBND tỉnh",
        "Mẫu phiếu được phê duyệt năm 2018",
        "Mẫu có hiệu lực từ năm 2018",
        "Bộ tiêu chí (cập nhật năm 2018)",
        "Theo mẫu năm 2018",
        "Bộ tiêu chí áp dụng từ năm 2018",
        "Theo Thông báo số 12-TB/TU năm 2018",
        "Chương trình hành động số 20-CTr/TU năm 2016",
        "Đồng chí Nguyễn Văn A, SN năm 1970",
        "Phiếu ban hành kèm theo Kế hoạch năm 2018",
        "Phiếu khảo sát phục vụ xếp hạng theo Bộ tiêu chí năm 2018",
    ],
)
def test_a_year_of_a_document_or_a_life_is_not_that_of_the_data(text):
    """What was issued, changed or replaced in a year, is cited with it or by its number, or was born in it."""
    assert years_of_title(text, RULEBOOK) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM 2018",
        "Thực hiện kế hoạch năm 2018",
        "Số liệu theo kế hoạch năm 2018",
        "Phiếu khảo sát năm 2018",
        "Bộ tiêu chí năm 2018",
        "BẢNG ĐIỂM BỘ TIÊU CHÍ NĂM 2018",
        "Số liệu bổ sung năm 2018",
        "Số liệu điều chỉnh năm 2018",
        "Kết quả đã phê duyệt năm 2018",
        "Số liệu cập nhật năm 2018",
        "Phiếu ban hành kèm theo Kế hoạch 12/KH-UBND, số liệu năm 2018",
        "Phiếu theo Bộ tiêu chí, năm 2018",
        "Phiếu thu thập số liệu phục vụ đánh giá, xếp hạng năm 2018",
        "Phiếu thu thập số liệu phục vụ đánh giá theo Bộ tiêu chí; năm 2018",
        "Phiếu khảo sát (năm 2018)",
        "PHIẾU ĐÁNH GIÁ THEO BỘ TIÊU CHÍ. SỐ LIỆU NĂM 2018",
        "Báo cáo năm 2018",
        "Kết quả ứng dụng CNTT năm 2018",
        "Kỳ 2018",
        "Học sinh giỏi năm 2018",
        "Sở A năm 2018",
        "Báo cáo thực hiện Kế hoạch số 45-KH/TU, kết quả năm 2018",
        "Biểu số 12/BC năm 2018",
        "Số liệu thay thế năm 2018",
        "Tổng hợp phiếu bổ sung, số liệu năm 2018",
        "Kết quả xếp hạng theo bộ tiêu chí mới năm 2018",
        "Kế hoạch số 45-KH/TU: kết quả thực hiện năm 2018",
        "Mẫu số 01/2018 năm 2018",
        "Thực hiện Kế hoạch số 45-KH/TU – Phiếu khảo sát năm 2018",
        "(Kèm theo Kế hoạch số 45-KH/TU) năm 2018",
    ],
)
def test_a_year_of_the_data_stays_one(text):
    """Beside the document that is cited, of data that were changed, of a plan that was carried out, of a form as such."""
    assert years_of_title(text, RULEBOOK) == frozenset((2018,))


@pytest.mark.parametrize(
    "text",
    [
        "Phục vụ xây dựng kế hoạch năm 2020",
        "Để lập dự toán năm 2020",
        "Phục vụ xây dựng kế hoạch ứng dụng CNTT năm 2020",
        "Số liệu phục vụ lập kế hoạch năm 2020",
        "Làm cơ sở xây dựng nhiệm vụ năm 2020",
    ],
)
def test_data_for_a_plan_are_of_its_year_or_the_one_before(text):
    """So a form made for the plan of a year long gone is still asked about."""
    assert years_of_title(text, RULEBOOK) == frozenset((2019, 2020))


def test_data_named_beside_a_plan_are_of_their_own_year():
    """The purpose ends where the data begin."""
    assert years_of_title("Chuẩn bị kế hoạch, số liệu năm 2020", RULEBOOK) == frozenset((2020,))


@pytest.mark.parametrize(
    "text",
    ["Biểu mẫu năm 2018", "Mẫu báo cáo năm 2018", "Mẫu phiếu năm 2018", "(Mẫu năm 2018)", "Mẫu biểu báo cáo năm 2018", "MẪU NĂM 2018"],
)
def test_the_year_of_a_model_alone_is_none_of_data(text):
    """It says from when the paper is."""
    assert years_of_title(text, RULEBOOK) == frozenset()


@pytest.mark.parametrize("text", ["Mẫu báo cáo số liệu năm 2018", "Mẫu phiếu, số liệu năm 2018", "Biểu số 2 năm 2018", "Biểu năm 2018"])
def test_a_model_that_speaks_of_data_or_is_a_table_has_their_year(text):
    """A title that names data names their year."""
    assert years_of_title(text, RULEBOOK) == frozenset((2018,))
