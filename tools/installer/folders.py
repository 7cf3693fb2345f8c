"""Where the program goes: a folder with a plain ASCII name that needs no administrator."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from installer.say import Stop

MARK = "ictscore-cai-dat.txt"
"""Stands in a folder that is ours; a folder with other people's files is never taken."""
NAME = "ictscore"
_PLAIN = re.compile(r"[A-Za-z0-9 _.()~:/\\-]+")
"""A name that cmd.exe, PATH and every program take as it is."""
_NOT_PLAIN = "tên có dấu hoặc ký tự lạ"


def candidates(environment: Mapping[str, str], *, from_the_store: bool) -> Iterator[Path]:
    """Yield the folders to try, the shortest first.

    The Store's Python is left without the last: Windows silently redirects what it writes there to a place of its own.
    """
    yield Path(environment.get("SystemDrive", "C:") + "\\") / NAME
    names = ("PUBLIC",) if from_the_store else ("PUBLIC", "LOCALAPPDATA")
    for name in names:
        if environment.get(name):
            yield Path(environment[name]) / NAME


def choose_folder(folders: Iterator[Path]) -> Path:
    """Return the folder where it is installed already, else the first that can be used; stop and say of each why not."""
    tried = list(folders)
    found = {folder: why_not(folder) for folder in sorted(tried, key=lambda folder: not _is_ours(folder))}
    for folder, reason in found.items():
        if not reason:
            return folder
    raise Stop(
        "Thư mục cài đặt",
        "Không dùng được thư mục nào:\n  " + "\n  ".join(f"{folder}: {found[folder]}" for folder in tried),
        r"Chọn một thư mục không dấu mà anh/chị ghi được, ví dụ: cai-dat.cmd D:\ictscore",
    )


def why_not(folder: Path) -> str:
    """Return why the program cannot go into this folder; nothing when it can."""
    if not _PLAIN.fullmatch(str(folder)):
        return _NOT_PLAIN
    try:
        if folder.is_dir():
            if any(folder.iterdir()) and not _is_ours(folder):
                return "đã có tệp khác trong đó, không phải của ictscore"
        else:
            folder.mkdir(parents=True)
        with tempfile.TemporaryFile(dir=folder):
            return ""
    except OSError as fault:
        return f"không ghi được ({fault.strerror or fault})"


def mark_as_ours(folder: Path) -> None:
    """Mark the folder before anything goes into it: an installation that was cut off is gone on with, not taken for somebody's files."""
    (folder / MARK).write_text("ictscore\n", encoding="utf-8")


def _is_ours(folder: Path) -> bool:
    return (folder / MARK).is_file()
