"""Promises about the lines that end a form."""

from __future__ import annotations

import pytest

from ictscore.survey.beside.closing_lines import is_closing


@pytest.mark.parametrize(
    "text",
    [
        *("Xin cảm ơn!", "Trân trọng cảm ơn./.", "xin cam on", "0913 456 789"),
        *("Email: a@b.vn", "a@b.vn", "https://stc.vn/phieu?id=15", "ĐT: 0913.456.789 (gặp anh Nam)", "Địa chỉ: số 12 Nguyễn Tất Thành"),
        *("31/12/2020", "Phan Thiết, ngày 31-12-2020", "Ngày gửi: 5/1/2021", "Cán bộ đầu mối: Lê Văn C, Phòng Tin học", "Họ tên: Lê Văn C"),
    ],
)
def test_thanks_contacts_and_days_end_a_form(text):
    """Nobody has to read them for the answers."""
    assert is_closing(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Xin cảm ơn, câu 5 là 66", "Xin cảm ơn và xin sửa lại số máy", "Liên hệ phòng TCCB để lấy số liệu", "Liên hệ 66 máy"),
        *("Địa chỉ: 12 NTT, số máy 66", "66", "66 máy", "Câu 5", "QĐ 12/QĐ-UBND", "đã sửa, 31/12/2020", "tính đến 31/12/2020", ""),
    ],
)
def test_what_may_speak_of_an_answer_does_not(text):
    """A number, a question’s number or a word of data with them is read."""
    assert not is_closing(text)
