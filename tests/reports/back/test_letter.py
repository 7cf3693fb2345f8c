"""Promises about the note that goes back with a form: to whom, what came, what the form holds, what to do, what is asked for."""

from __future__ import annotations

import pytest

from ictscore.reports.back.letter import WIDTH, letter_bytes
from ictscore.reports.back.returned import Returned
from ictscore.reports.checked.standing import UnitStanding
from ictscore.survey.layout import UNIT
from ictscore.survey.submission import Submission

HEAD = ["Kính gửi: Sở Y tế", "V/v: phiếu khảo sát theo “Bộ tiêu chí thử”, kỳ 2020"]
END = "Đề nghị đơn vị sửa các ô được đánh dấu trong tệp So-Y-te.xlsx rồi gửi lại."


@pytest.fixture
def letter(small_round):
    """Return what writes the note to a unit and gives its text without the breaks of its lines."""

    def make(marks, *, unread=(), **more):
        standing = UnitStanding("Sở Y tế", "so", "needs_mending", files=("nhan/y-te.xlsx",), unread=unread)
        returned = Returned(standing, Submission("Sở Y tế", "so", {}), marks, **more)
        return letter_bytes(small_round.loaded.rulebook, returned, "2020", "So-Y-te.xlsx").decode("utf-8-sig")

    return make


def _joined(text):
    return " ".join(text.split())


def test_the_parts_of_the_note_stand_in_their_order(letter):
    """The head, the thanks with the counts, the file that came, what the form holds, what is to be mended, and what is asked for."""
    text = letter({"nguoi": ("Số liệu chưa rõ.",), "may": ("Đề nghị xem lại.",)}, warned=frozenset({"may"}))
    assert text.split("\r\n")[:2] == HEAD
    parts = (
        "Số nội dung cần sửa: 1; cần xem lại: 1.",
        "Tệp đã gửi: y-te.xlsx. Tệp này được giữ nguyên.",
        "Tệp So-Y-te.xlsx ghi lại toàn bộ câu trả lời như đã gửi",
        "1. Câu 1: Tổng số người - Số liệu chưa rõ.",
        "2. Câu 2: Số máy tính - Đề nghị xem lại.",
        END,
    )
    found = [_joined(text).index(each) for each in parts]
    assert found == sorted(found)


def test_what_else_came_is_named_with_what_to_do(letter):
    """A file nobody could read is not passed over: the unit learns what becomes of it."""
    text = _joined(letter({UNIT: ("Tệp có mật khẩu.",)}, unread=("nhan/cu.xlsx",)))
    assert "không đọc được (lý do nêu dưới đây): cu.xlsx." in text
    assert "Khi phiếu gửi kèm được nộp lại, phiếu này thay cho tất cả các tệp nêu trên." in text
    assert "cũng đã nhận được" not in _joined(letter({UNIT: ("Tệp có mật khẩu.",)}))


def test_a_blank_form_is_to_be_filled_in(letter):
    """Who gets a blank form is not told to mend marked cells."""
    text = _joined(letter({UNIT: ("Phiếu của kỳ khác.",)}, is_blank=True))
    assert text.endswith("Đề nghị điền vào tệp So-Y-te.xlsx rồi gửi lại.")
    assert END not in text


def test_an_answer_left_out_is_not_said_to_stand_there(letter):
    """The form holds what could be read, and the note says no more."""
    assert "toàn bộ câu trả lời" not in letter({"nguoi": ("x",)}, is_whole=False)


def test_lines_are_as_wide_as_a_page(letter):
    """The note is printed and pasted into letters: no line of what is said is longer than the width."""
    text = letter({"nguoi": ("Số liệu này chưa rõ, đề nghị đơn vị rà soát lại toàn bộ hồ sơ, sổ sách, rồi ghi lại cho đúng vào ô này.",)})
    assert all(len(each) <= WIDTH for each in text.split("\r\n"))
