"""Promises about remarks that say something else than the answer, among the notes, the evidence and below the form."""

from __future__ import annotations

import pytest

ROW = {"can_bo": 5, "bang_thong": 6, "kinh_phi": 7, "cuoc_hop": 9, "van_ban": 10, "ty_le": 11, "quy_che": 15, "may_chu": 16, "ke_hoach": 17}
OTHER = ("error", "SV453")
ASKED = ("error", "SV482")
FIGURE = ("warning", "SV495")
DOUBT = ("warning", "SV455")
MEASURE = ("error", "SV440")
YEAR = ("error", "SV441")
BEFORE = ("error", "SV496")
PART = ("error", "SV490")


def check(remarked, column, letter, name, text, finding):
    """Hold what is found against the one finding meant, at the cell of the remark."""
    assert (text, remarked({name: text}, column=column)) == (text, [(*finding, f"{letter}{ROW[name]}")])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        *((each, OTHER) for each in ("= 88", "→ 88", "85 -> 88", "85 => 88", "88/85", "tức là 88", "kỳ này 88", "88 người", "thực có 88")),
        *((each, OTHER) for each in ("tám mươi tám", "số 88 mới đúng", "có 80 người", "tổng cộng: 80 người", "85 nhập nhầm, 88 mới đúng")),
        *((each, OTHER) for each in ("88 nguoi", "thuc co 88", "(88)", "85 (88)", "kỳ trước 85, kỳ này 88", "88 người (đã sửa)", "88?")),
        ("88", ASKED),
        ("+3", ASKED),
        *((each, FIGURE) for each in ("khoảng 88", "~88", "88 cán bộ", "trong đó 100 hỏng", "Thẩm định: 80", "trừ 3", "80 CC, 8 VC")),
        *(
            (each, DOUBT)
            for each in ("nhầm", "sai", "không đúng", "xem lại", "ước", "chưa chắc", "số kế hoạch", "?", "xem lai", "ước cả năm")
        ),
        *((each, DOUBT) for each in ("số liệu chưa chốt", "chờ xác minh", "85?", "ghi nhầm, sẽ báo cáo sau")),
        *((each, MEASURE) for each in ("nghìn", "x1000", "x 1.000", "ĐVT: nghìn", "tính theo %", "tính bằng nghìn người", "nhân với 10^3")),
        *((each, YEAR) for each in ("lấy số năm 2019", "S.liệu 2019", "tính cho năm tài chính 2019", "năm 2019")),
        *((each, YEAR) for each in ("tính đến 31/12/2019", "số liệu năm 2019: 85", "theo số liệu 2019")),
        *((each, OTHER) for each in ("Thực ra là 66", "Em ghi lộn, đúng ra 66", "Cập nhật: 66 người (02/12/2020)", "Số liệu mới nhất: 66")),
        *((each, OTHER) for each in ("Số chính thức 66", "66 (sáu mươi sáu)", "Đề nghị điều chỉnh còn 66", "giảm còn 66 người")),
        *((each, FIGURE) for each in ("66 hay 85?", "85 hoặc 66", "Không phải 85", "≠ 85", "Sổ sách ghi 66", "Phòng TCCB là 66")),
        *((each, FIGURE) for each in ("Chưa cộng 9 người của Thanh tra Sở", "Chưa tính 9 người ở chi cục", "Nhân 10", "trùng 9 người")),
        *((each, DOUBT) for each in ("Tính trùng", "Số liệu trên là của Sở Nội vụ", "Câu 20 và 21 đổi chỗ cho nhau", "Số của cả ngành")),
        *((each, DOUBT) for each in ("Bỏ câu này", "Xóa giúp", "Câu này đơn vị không trả lời", "Chờ xác nhận")),
        *((each, DOUBT) for each in ("Không có số liệu, ghi đại", "Số ảo", "chưa có số liệu", "Hoán đổi với câu dưới")),
        *((each, YEAR) for each in ("Như năm 2019", "Giữ nguyên năm 2019")),
        *((each, BEFORE) for each in ("Giữ nguyên như năm trước", "như năm trước")),
        *((each, BEFORE) for each in ("số năm ngoái", "lấy số liệu kỳ trước", "theo số năm trước", "năm trước")),
        *((each, PART) for each in ("6 tháng", "quý III", "6 tháng đầu năm", "bình quân tháng", "mỗi tháng", "85 người/tháng", "9T")),
        *((each, DOUBT) for each in ("Không áp dụng", "n/a", "Không phát sinh", "Không có người làm việc nào", "đã thanh lý hết")),
        *((each, DOUBT) for each in ("số của toàn huyện", "Của tất cả các xã", "Số liệu trên là của Sở Nội vụ và Sở Tài chính")),
        *((each, DOUBT) for each in ("một nửa", "gấp đôi", "Số liệu lũy kế", "Lũy kế từ trước đến nay")),
        *((each, FIGURE) for each in ("từ 66 đến 75", "khoảng 80 - 90 người", "80 công chức")),
        *((each, OTHER) for each in ("Đã xem lại: 66", "66 (đã kiểm tra lại)", "66 là đúng")),
        *((each, YEAR) for each in ("Chép từ phiếu năm 2019", "Theo báo cáo năm 2019", "lấy theo báo cáo tổng kết năm 2019")),
        *((each, PART) for each in ("tính đến 30/6", "tính đến 30/6/2020", "từ 01/01 đến 30/6", "chốt đến hết tháng 9", "số liệu 6 tháng")),
    ],
)
def test_what_a_note_says_otherwise_is_told(remarked, text, finding):
    """Another figure, measure, year or part of a year is asked about; what may be one, and a doubt, are warned of."""
    check(remarked, "note", "G", "can_bo", text, finding)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("88", ("warning", "SV481")),
        ("88 người", FIGURE),
        ("số 88 mới đúng", OTHER),
        ("chính xác 88", OTHER),
        ("ghi nhầm", DOUBT),
        ("số liệu năm 2019", YEAR),
        ("lấy số liệu năm ngoái", BEFORE),
        ("6 tháng đầu năm", PART),
        ("Số liệu tính đến 30/6/2020", PART),
        ("nghìn", MEASURE),
        ("ĐVT: nghìn", MEASURE),
    ],
)
def test_what_evidence_says_otherwise_is_told(remarked, text, finding):
    """Evidence names documents: only what speaks of the figure itself is told, and a bare number is warned of."""
    check(remarked, "evidence", "F", "can_bo", text, finding)


@pytest.mark.parametrize(
    ("name", "text", "finding"),
    [
        ("bang_thong", "300 Gbps", MEASURE),
        ("bang_thong", "Gbps", MEASURE),
        ("bang_thong", "tính bằng GB", MEASURE),
        ("bang_thong", "0,5 Gbps", OTHER),
        ("kinh_phi", "1250 tỷ đồng", MEASURE),
        ("kinh_phi", "1,5 tỷ", OTHER),
        ("kinh_phi", "mua máy chủ 1,5 tỷ", FIGURE),
        ("kinh_phi", "nghìn", MEASURE),
        ("ty_le", "96%", OTHER),
        ("cuoc_hop", "4 cuộc/quý", PART),
        ("cuoc_hop", "5 cuộc", OTHER),
    ],
)
def test_measures_of_one_kind_are_held_against_each_other(remarked, name, text, finding):
    """The answer’s own number in another measure contradicts it; another amount is another figure, whatever it is counted in."""
    check(remarked, "note", "G", name, text, finding)


@pytest.mark.parametrize("column", ["note", "evidence"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("quy_che", "chưa ban hành"),
        ("quy_che", "chưa có"),
        ("quy_che", "Đang trình ký"),
        ("quy_che", "dự thảo"),
        ("quy_che", "chua ban hanh"),
        ("may_chu", "đã có"),
        ("may_chu", "đã lắp đặt"),
        ("ke_hoach", "chưa ban hành"),
        ("quy_che", "Chưa có, dự kiến quý 2/2021"),
        ("quy_che", "Sẽ ban hành trong năm 2021"),
        ("quy_che", "Đã hết hiệu lực từ tháng 6"),
        ("may_chu", "Đã có từ năm 2018"),
        ("may_chu", "Đã trang bị tại QĐ 12/QĐ-STC ngày 5/3/2018"),
        ("quy_che", "Hỏng"),
        ("quy_che", "hết hợp đồng"),
        ("quy_che", "Mới ký hợp đồng, chưa sử dụng"),
        ("quy_che", "Không áp dụng"),
        ("ke_hoach", "trễ hạn"),
        ("ke_hoach", "Nộp chậm 5 ngày"),
    ],
)
def test_a_denial_is_warned_of(remarked, column, name, text):
    """What says yes and what says no to the same question cannot both hold."""
    check(remarked, column, "G" if column == "note" else "F", name, text, DOUBT)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("Câu 1 là 88", OTHER),
        ("câu 1: 88", OTHER),
        ("Câu 1: 88 người (đã sửa)", OTHER),
        ("ô E5 là 88", OTHER),
        ("Câu 2: 300 Gbps", MEASURE),
        ("Câu 1 xem lại", DOUBT),
        ("Câu 1 khoảng 90 người", FIGURE),
        ("Các số liệu trên là số dự kiến", DOUBT),
        ("Số liệu trên là của Sở Nội vụ", DOUBT),
        ("Số liệu trên là số lũy kế các năm", DOUBT),
        ("số đúng là 66", OTHER),
        ("Đã xem lại: 66", OTHER),
        ("66 là đúng, đã xem lại", OTHER),
        ("Câu 1: đã xem lại, 66", OTHER),
        ("Số đúng là 66 người. Đã xem lại câu 1 và câu 2.", OTHER),
        ("Câu 7: 95%; câu 5: 4; câu 4 = 95", OTHER),
    ],
)
def test_questions_named_below_are_followed_to_their_rows(remarked, text, finding):
    """A text below the form that names a question by its number says it of that question."""
    assert remarked(below=[text]) == [(*finding, "C20")]


@pytest.mark.parametrize("text", ["Ghi chú: đơn vị tính nghìn", "đơn vị tính nghìn"])
def test_a_measure_below_is_asked_about(remarked, text):
    """What everything is counted in may be said below, behind a word such as “note”."""
    assert ("error", "SV440", "C20") in remarked(below=[text])


def test_an_answer_typed_below_for_a_blank_is_asked_about(remarked):
    """A question without an answer, and a line that answers it by its number."""
    assert remarked(below=["Câu 3: 1250"], answers={"kinh_phi": ""})[0][:2] in (("error", "SV454"), ("error", "SV101"))
    assert ("error", "SV454", "C20") in remarked(below=["Câu 3: 1250"], answers={"kinh_phi": ""})


def test_a_day_below_up_to_which_was_counted_is_asked_about(remarked):
    """A day long before the end of the round leaves a part of it uncounted; one near its end does not."""
    assert ("error", "SV490", "C20") in remarked(below=["Số liệu tính đến 30/6/2020"])
    assert remarked(below=["Số liệu tính đến 15/12/2020"]) == [("note", "SV456", "C20")]


@pytest.mark.parametrize(("amount", "is_told"), [(1_250_000_000, True), (100_000_000, True), (99_999_999, False), (1250, False)])
def test_amounts_nobody_can_spend_are_asked_about(remarked, amount, is_told):
    """A hundred thousand billion đồng are more than a province spends: as many millions were probably meant in đồng."""
    assert remarked(answers={"kinh_phi": amount}) == ([("warning", "SV497", "E7")] if is_told else [])


@pytest.mark.parametrize(("text", "is_told"), [("1.817", True), ("1,817", True), ("11.871", True), ("1.871", False), ("1,871", False)])
def test_a_number_with_a_sign_of_thousands_is_another_one_where_no_reading_is_the_answer(remarked, text, is_told):
    """“1.817” may be read two ways; beside 1871 it is another figure both ways, and “1.871” is the answer one way."""
    assert remarked({"van_ban": text}) == ([(*ASKED, "G10")] if is_told else [])
    assert remarked({"van_ban": text}, column="evidence") == ([("warning", "SV481", "F10")] if is_told else [])


def test_a_note_and_evidence_that_say_different_choices_are_told_by_one_of_them(remarked):
    """One of the two is not the choice that was made, whichever that is."""
    assert remarked({"ke_hoach": "trễ hạn"}, evidence={"ke_hoach": "Ban hành đúng hạn"}) == [(*DOUBT, "G17")]
    late = {"ke_hoach": "Trễ"}
    assert remarked({"ke_hoach": "trễ hạn"}, evidence={"ke_hoach": "Ban hành đúng hạn"}, answers=late) == [(*DOUBT, "F17")]
