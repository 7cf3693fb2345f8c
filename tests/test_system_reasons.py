"""Why the system refused something: said in the language spoken, and in the system’s own words where we have none."""

from __future__ import annotations

import errno
import os

import pytest

from ictscore.errors import FileRefused
from ictscore.safe_write import write_safely
from ictscore.system_reasons import system_reason
from ictscore.words import speak


@pytest.fixture
def vietnamese():
    """Speak Vietnamese during a test."""
    speak("vi")
    yield
    speak("en")


class OnWindows(PermissionError):
    """A refusal as Windows gives it: with a number of its own besides the one for all systems."""

    winerror = 32


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "không có quyền truy cập"),
        (errno.ENOENT, "không có tệp hoặc thư mục này"),
        (errno.EISDIR, "đây là một thư mục"),
        (errno.ENOSPC, "ổ đĩa đã đầy"),
        (errno.EFBIG, "tệp quá lớn"),
        (errno.EROFS, "ổ đĩa chỉ cho đọc"),
        (errno.EBUSY, "tệp đang được chương trình khác sử dụng"),
    ],
)
def test_the_usual_reasons_are_said_in_vietnamese(vietnamese, number, said):
    """Whatever language the system speaks, the reason is told by its number."""
    assert str(system_reason(OSError(number, os.strerror(number)))) == said


def test_a_file_open_elsewhere_on_windows(vietnamese):
    """Windows gives a file that another program holds the number of “permission denied”; its own number says which it is."""
    assert str(system_reason(OnWindows(13, "The process cannot access the file"))) == "tệp đang được chương trình khác sử dụng"
    assert str(system_reason(PermissionError(13, "Access is denied"))) == "không có quyền truy cập"


def test_what_we_have_no_words_for_stays(vietnamese):
    """A rare reason, or one without a number, is told in the system’s words; English stays as most systems say it."""
    assert system_reason(OSError(errno.EXDEV, "Invalid cross-device link")) == "Invalid cross-device link"
    assert system_reason(OSError("strange")) == "strange"
    assert system_reason(ValueError("strange")) == "strange"
    speak("en")
    assert str(system_reason(OSError(errno.ENOSPC, "x"))) == "No space left on device"


def test_a_message_of_a_refused_file_is_all_vietnamese(vietnamese, tmp_path):
    """A folder that is not there, and a name with a null in it, are told without a word of English."""
    for name, reason in (("none/a.xlsx", "không có tệp hoặc thư mục này"), ("a\0.xlsx", "tên tệp có ký tự không dùng được")):
        with pytest.raises(FileRefused) as refused:
            write_safely(b"x", tmp_path / name, force=False, inputs=[], is_ours=lambda _: True)
        assert refused.value.findings[0].message == f"Không ghi được tệp: {reason}."
