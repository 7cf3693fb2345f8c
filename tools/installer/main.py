"""The story of an installation, and of taking it away again."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path, PureWindowsPath

from installer.folders import candidates, choose_folder, mark_as_ours, why_not
from installer.home import install_wheels, make_home, new_home, remove_old_homes, surroundings
from installer.say import Stop, complain, say, speak_plainly
from installer.sums import check_sums
from installer.user_path import change_user_path, with_entry, without_entry

_UNINSTALL = "--go-bo"
_AGAIN = "Đóng các cửa sổ đang dùng ictscore rồi chạy lại. Nếu vẫn lỗi, chụp màn hình này gửi người hỗ trợ."
_LAUNCHER = '@echo off\r\nsetlocal\r\nif not defined ICTSCORE_LANG set "ICTSCORE_LANG=vi"\r\n"%~dp0..\\{python}" -I -m ictscore %*\r\n'
"""Finds its Python from where it stands; isolated, so that no file of the current folder is taken for a library."""


def main(arguments: Sequence[str]) -> int:
    """Install into the folder given, or one chosen; 1 when the installed program finds fault with the machine, 2 when it cannot be done."""
    speak_plainly()
    undoing = arguments[:1] == [_UNINSTALL]
    try:
        return forget(Path(arguments[1]).absolute()) if undoing else install(Path(__file__).absolute().parents[2], arguments)
    except Stop as stop:
        told = str(stop)
    except OSError as fault:
        told = f"{fault.filename or 'Windows'}\n  {fault.strerror or fault}\n  → {_AGAIN}"
    complain(f"\n{'KHÔNG GỠ BỎ ĐƯỢC' if undoing else 'KHÔNG CÀI ĐẶT ĐƯỢC'}\n{told}")
    return 2


def install(bundle: Path, arguments: Sequence[str]) -> int:
    """Check the bundle, install beside what is there, and switch over only when all of it is in place."""
    say("Kiểm tra gói cài đặt …")
    say(f"  nguyên vẹn, {check_sums(bundle)} tệp")
    target = _folder(arguments)
    version = _version(bundle)
    say(f"Cài ictscore {version} vào {target} (Python {sys.version.split()[0]}), khoảng một phút …")
    mark_as_ours(target)
    home = new_home(target, version)
    try:
        python = make_home(bundle, home)
        install_wheels(bundle, python, target)
    except BaseException:
        shutil.rmtree(home, ignore_errors=True)
        raise
    launcher = _switch_over(bundle, target, python)
    _offer(launcher)
    for left in remove_old_homes(target, home):
        say(f"  {left} đang được dùng, để lại; lần cài sau sẽ xóa.")
    return _look_at_it(launcher)


def forget(target: Path) -> int:
    """Take the folder of the command from the user's PATH; the files go when this Python has ended."""
    entry = str(target / "bin")
    change_user_path(functools.partial(without_entry, entry=entry))
    return 0


def _folder(arguments: Sequence[str]) -> Path:
    if not arguments:
        return choose_folder(candidates(os.environ, from_the_store=_from_the_store()))
    folder = Path(arguments[0]).absolute()
    reason = why_not(folder)
    if reason:
        raise Stop(str(folder), f"Không cài vào thư mục này được: {reason}.", r"Chọn thư mục không dấu, ví dụ: cai-dat.cmd D:\ictscore")
    return folder


def _version(bundle: Path) -> str:
    return (bundle / "goi" / "requirements.txt").read_text(encoding="utf-8").strip().partition("==")[2]


def _from_the_store() -> bool:
    return "\\WindowsApps\\" in sys.base_prefix


def _switch_over(bundle: Path, target: Path, python: Path) -> Path:
    """Write what people use: the way back, and last the command, in one move."""
    shutil.copytree(bundle / "goi" / "installer", target / "installer", copy_function=shutil.copyfile, dirs_exist_ok=True)
    for name in ("go-bo.cmd", "goi/cai_dat.py"):
        shutil.copyfile(bundle / name, target / Path(name).name)
    launcher = target / "bin" / "ictscore.cmd"
    launcher.parent.mkdir(exist_ok=True)
    text = _LAUNCHER.format(python=str(PureWindowsPath(python.relative_to(target))))
    unfinished = launcher.with_suffix(".part")
    unfinished.write_bytes(text.encode("ascii"))
    unfinished.replace(launcher)
    return launcher


def _offer(launcher: Path) -> None:
    """Put the command on the user's PATH, or say how to call it."""
    entry = str(launcher.parent)
    if _from_the_store():
        say(f"Python của Microsoft Store không được phép sửa PATH: gõ đủ đường dẫn {launcher} thay cho ictscore.")
    elif change_user_path(functools.partial(with_entry, entry=entry)):
        say(f"Đã thêm {entry} vào PATH của riêng anh/chị.")


def _look_at_it(launcher: Path) -> int:
    say("\nictscore doctor")
    done = subprocess.run([str(launcher), "doctor"], env=surroundings(), stdin=subprocess.DEVNULL, cwd=launcher.parents[1], check=False)
    code = done.returncode
    if code > 1:
        raise Stop(str(launcher), f"Đã cài xong nhưng chương trình không chạy được (mã {code}).", "Chụp màn hình này gửi người hỗ trợ.")
    if code:
        say("\nĐã cài xong, nhưng có việc chưa dùng được trên máy này: xem dòng có dấu “!” ở trên.")
    else:
        say("\nĐÃ CÀI XONG.")
    say("Mở một cửa sổ lệnh MỚI rồi gõ:  ictscore --help")
    return code
