"""Promises about what people write in a column for notes of a table."""

from __future__ import annotations

import pytest

HEAD = ["Đơn vị", "Tổng số cán bộ", "Số máy tính", "Nhóm", "Ghi chú"]


def table(*remarks, heading="Ghi chú"):
    """Return a table of units, each with a remark."""
    return [[*HEAD[:4], heading], *([f"Sở {name}", 85, 75, "a", remark] for name, remark in zip("ABCDEF", remarks, strict=False))]


@pytest.mark.parametrize(
    ("remark", "code"),
    [
        ("Số máy tính đúng là 66", "SV453"),
        ("máy tính: thực tế 66", "SV453"),
        ("Đính chính: 66", "SV453"),
        ("Các số liệu trên ước tính, chưa chốt", "SV455"),
        ("Số liệu năm 2019", "SV441"),
        ("SL 2019", "SV441"),
        ("Số năm ngoái", "SV496"),
        ("Số liệu 6 tháng đầu năm", "SV490"),
        ("Số liệu tính đến 30/6", "SV490"),
        ("Đơn vị mới sáp nhập từ tháng 3", "SV429"),
        ("Số máy tính gồm 13 máy xách tay", "SV429"),
    ],
)
def test_a_note_is_held_against_the_answers_of_its_row(read, found, remark, code):
    """Another figure is asked about where the note names its question; years, parts, estimates and corrections are of the whole row."""
    assert found(read(table(remark))) == [(code, "E2")]


def test_a_note_that_says_the_same_corrects_nothing(read, found):
    """The very answer again is only told as not read; a blank cell or a sign is nothing."""
    assert found(read(table("Số máy tính đúng là 75"))) == [("SV429", "E2")]
    assert found(read(table("", "-"))) == []


def test_notes_that_say_nothing_of_the_answers_are_told_once(read, found):
    """One note tells that the column was not read, with the first text and how many more there are."""
    survey = read(table("Đơn vị mới", "Nộp qua thư điện tử", "Số liệu năm 2020"))
    assert found(survey) == [("SV429", "E2")]
    assert survey.findings[0].message.endswith("was not read: “Đơn vị mới” and 1 more.")


def test_an_unknown_column_is_held_as_well(read, found):
    """A column under another heading is warned of, and its corrections are asked about as before, those of one question too."""
    assert found(read(table("Số máy tính đúng là 66", heading="Giải trình thêm"))) == [("SV453", "E2"), ("SV403", "E1")]


def test_a_table_with_marks_is_read_alike(read, found):
    """A column for notes typed beside a table of ours."""
    marks = ["#unit", "can_bo", "may_tinh", "#group"]
    survey = read(
        [marks, ["BẢNG KHẢO SÁT"], HEAD, ["Sở A", 85, 75, "a", "Số máy tính đúng là 66"], ["Sở B", 85, 75, "a", "Số liệu năm 2019"]]
    )
    assert found(survey) == [("SV453", "E4"), ("SV441", "E5")]


@pytest.mark.parametrize(
    "remark",
    [
        "Báo cáo số 12/BC-STC ngày 5/2/2020", "Nộp ngày 15/9/2020", "Liên hệ: 0252 3822345", "Đã ký số", "Có văn bản kèm theo",
        "Tăng 5 máy so với năm 2019", "năm 2019: 70 người", "Theo Quyết định 56/QĐ-STC năm 2019", "Thành lập năm 2019", "đủ",
        "Sáp nhập Chi cục năm 2019", "Gửi bản giấy", "02 kỹ sư CNTT", "Chưa có trang thông tin", "Không có thủ tục hành chính",
        "Gồm 3 phòng, 2 chi cục", "Kế hoạch năm 2021", "Đã đối chiếu", "Trang 2", "Đã rà soát lại",
    ],
)  # fmt: skip
def test_what_offices_usually_note_is_only_not_read(read, found, remark):
    """Documents, days, telephones and comparisons raise nothing but the note that the column was not read."""
    assert found(read(table(remark))) == [("SV429", "E2")]
