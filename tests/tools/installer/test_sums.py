"""Before anything is installed, every file is held against its sum."""

import pytest
from bundle.pack import sums
from installer.say import Stop
from installer.sums import check_sums


@pytest.fixture
def bundle(tmp_path):
    """Return an unpacked bundle of three files."""
    files = {"cai-dat.cmd": b"@echo off\r\n", "goi/wheels/lark-1.3.1.whl": b"l" * 2000, "goi/wheels/rich-15.whl": b"r" * 2000}
    (tmp_path / "goi" / "wheels").mkdir(parents=True)
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "goi" / "SHA256SUMS").write_bytes(sums(files))
    return tmp_path


def test_a_whole_bundle_is_taken(bundle):
    """The number of files is told."""
    assert check_sums(bundle) == 3


def test_what_was_cut_off_and_what_is_missing_is_named(bundle):
    """Both files are named, each with what is wrong with it, and what to do stands last."""
    (bundle / "goi/wheels/lark-1.3.1.whl").write_bytes(b"l" * 1999)
    (bundle / "goi/wheels/rich-15.whl").unlink()
    with pytest.raises(Stop) as stop:
        check_sums(bundle)
    assert str(stop.value).splitlines() == [
        str(bundle),
        "  Gói cài đặt không nguyên vẹn:",
        "  lark-1.3.1.whl: khác với lúc đóng gói (tải về chưa hết hoặc bị hỏng)",
        "  rich-15.whl: thiếu (giải nén chưa hết, hoặc phần mềm diệt vi-rút đã xóa)",
        "  → Tải lại ictscore-win.zip, giải nén cả gói vào một thư mục mới rồi chạy lại cai-dat.cmd.",
    ]


def test_what_cannot_be_read_is_named(bundle):
    """A folder where a file should be is said to be unreadable, not missing."""
    (bundle / "cai-dat.cmd").unlink()
    (bundle / "cai-dat.cmd").mkdir()
    with pytest.raises(Stop, match=r"cai-dat\.cmd: không đọc được \("):
        check_sums(bundle)


def test_of_many_faults_ten_are_shown(bundle):
    """A bundle with nothing in it does not fill the screen."""
    (bundle / "goi" / "SHA256SUMS").write_bytes(sums({f"tep{number:02}": b"" for number in range(13)}))
    with pytest.raises(Stop) as stop:
        check_sums(bundle)
    assert [line.strip() for line in str(stop.value).splitlines()[11:13]] == [
        "tep09: thiếu (giải nén chưa hết, hoặc phần mềm diệt vi-rút đã xóa)",
        "… và 3 tệp khác",
    ]


@pytest.mark.parametrize(
    ("listing", "said"), [(b"", "cắt cụt"), (b"0123abcd", "cắt cụt"), (b"\xff\xfe", "Không đọc được danh sách"), (None, "Không đọc")]
)
def test_a_list_that_says_nothing_is_no_proof(bundle, listing, said):
    """An empty, cut, unreadable or missing list of sums stops the installation."""
    path = bundle / "goi" / "SHA256SUMS"
    path.unlink() if listing is None else path.write_bytes(listing)
    with pytest.raises(Stop, match=said):
        check_sums(bundle)
