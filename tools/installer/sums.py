"""Is the bundle whole? Every file is held against the list of sums that was made with it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from installer.say import Stop

SUMS = "goi/SHA256SUMS"
_AGAIN = "Tải lại ictscore-win.zip, giải nén cả gói vào một thư mục mới rồi chạy lại cai-dat.cmd."
_SHOWN = 10


def check_sums(bundle: Path) -> int:
    """Return how many files were held against their sums; stop and name those that are missing or not what they were."""
    try:
        listed = [line.split(" *", 1) for line in (bundle / SUMS).read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as unreadable:
        raise Stop(str(bundle / SUMS), f"Không đọc được danh sách kiểm tra của gói cài đặt ({unreadable}).", _AGAIN) from unreadable
    if not listed or any(len(each) != 2 for each in listed):  # noqa: PLR2004 - a sum and a name
        raise Stop(str(bundle / SUMS), "Danh sách kiểm tra của gói cài đặt bị cắt cụt.", _AGAIN)
    faults = [fault for expected, name in listed if (fault := _fault(bundle / name, expected))]
    if faults:
        more = [f"… và {len(faults) - _SHOWN} tệp khác"] if len(faults) > _SHOWN else []
        raise Stop(str(bundle), "Gói cài đặt không nguyên vẹn:\n  " + "\n  ".join([*faults[:_SHOWN], *more]), _AGAIN)
    return len(listed)


def _fault(path: Path, expected: str) -> str:
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return f"{path.name}: thiếu (giải nén chưa hết, hoặc phần mềm diệt vi-rút đã xóa)"
    except OSError as fault:
        return f"{path.name}: không đọc được ({fault.strerror})"
    return "" if found == expected else f"{path.name}: khác với lúc đóng gói (tải về chưa hết hoặc bị hỏng)"
